# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Collaboration graphs and the questions of a knowledge broker, for a partnership and for any network of affiliations.

Start with `affiliations` (a register and its charters), `read_affiliations` (a table) or `together` (several); ask on.

>>> rows = [{"party": "A", "group": "P"}, {"party": "B", "group": "P"}, {"party": "C", "group": "Q"}]
>>> table = read_affiliations(rows)
>>> [(pair.one.id, pair.other.id) for pair in missing_pairs(table)]
[('A', 'C'), ('B', 'C')]
>>> partner_graph(table).number_of_edges()
1
"""

from __future__ import annotations

from .links.affiliations import (
    Affiliation,
    Affiliations,
    Group,
    Named,
    Node,
    Payment,
    ThemeLink,
    ThemeTerm,
    party,
    project,
    theme,
    together,
)
from .links.exchange import edges_csv, gexf, graphml, node_link, nodes_csv
from .links.graphs import (
    Joint,
    LinkSpell,
    Strength,
    affiliation_graph,
    cautions_for,
    link_history,
    partner_graph,
    project_graph,
    theme_graph,
    with_distance,
)
from .links.hook_on import (
    Because,
    Candidate,
    HookOn,
    Reason,
    Short,
    Team,
    connecting,
    hook_on_all,
    hook_on_candidates,
    hook_on_places,
    lifting_teams,
    one_short,
    short_of,
)
from .links.layers import (
    Met,
    Wanted,
    declaration_graph,
    encounter_graph,
    hardly_met,
    money_graph,
    wanted_topics,
)
from .links.pictures import Picture, draw
from .links.questions import (
    Cell,
    Dependence,
    OneSided,
    Pair,
    RestsOnOne,
    ThemePair,
    dependence,
    existing_pairs,
    missing_pairs,
    one_sided_benefits,
    pairs,
    rests_on_one,
    single_project_links,
    theme_coverage,
    unlinked_themes,
)
from .links.registers import affiliations
from .links.results import Caution, Measure, Result, Unknown
from .links.tables import read_affiliations
from .links.what_if import (
    Falls,
    FunderStops,
    Impact,
    PartyLeaves,
    Pivotal,
    ProjectEnds,
    Summary,
    Turns,
    Uncovered,
    pivotal,
    what_if,
    what_if_all,
    withdrawal_impact,
)

__all__ = [
    "Affiliation", "Affiliations", "Because", "Candidate", "Caution", "Cell", "Dependence", "Falls", "FunderStops",
    "Group", "HookOn", "Impact", "Joint", "LinkSpell", "Measure", "Met", "Named", "Node", "OneSided", "Pair",
    "PartyLeaves", "Payment", "Picture", "Pivotal", "ProjectEnds", "Reason", "RestsOnOne", "Result", "Short",
    "Strength", "Summary", "Team", "ThemeLink", "ThemePair", "ThemeTerm", "Turns", "Uncovered", "Unknown", "Wanted",
    "affiliation_graph", "affiliations", "cautions_for", "connecting", "declaration_graph", "dependence", "draw",
    "edges_csv", "encounter_graph", "existing_pairs", "gexf", "graphml", "hardly_met", "hook_on_all",
    "hook_on_candidates", "hook_on_places", "lifting_teams", "link_history", "missing_pairs", "money_graph",
    "node_link", "nodes_csv", "one_short", "one_sided_benefits", "pairs", "partner_graph", "party", "pivotal",
    "project", "project_graph", "read_affiliations", "rests_on_one", "short_of", "single_project_links", "theme",
    "theme_coverage", "theme_graph", "together", "unlinked_themes", "wanted_topics", "what_if", "what_if_all",
    "with_distance", "withdrawal_impact",
]  # fmt: skip
