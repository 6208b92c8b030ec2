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
from .links.backbone import NoFit, Null, Significance, backbone, backbone_graph
from .links.brokerage import Brokered, Role, brokerage
from .links.centrality import (
    Figure,
    betweenness,
    redundancy,
    reinforcement,
    two_mode_betweenness,
    two_mode_closeness,
    two_mode_clustering,
    two_mode_degree,
)
from .links.communities import Community, communities
from .links.cuts import Bridge, Departure, articulation_points, bridges, departures, fragmentation
from .links.evenness import Load, Spread, evenness, loads
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
from .links.holes import constraint, effective_size, efficiency, hierarchy
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
from .links.joinable import Joinable, Loss, Slack, joinable, losses, slacks
from .links.keyplayers import KeySet, key_players
from .links.layers import (
    Met,
    Wanted,
    declaration_graph,
    encounter_graph,
    hardly_met,
    money_graph,
    wanted_topics,
)
from .links.mixing import MixingPlan, Table, mixing_plan
from .links.pictures import Picture, draw
from .links.power import Hold, Power, TooManyLineups, portfolio_power, power, power_by_rule
from .links.projection import Estimate, TooManyLinks, estimate, project_links
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
from .links.scores import Score
from .links.sparse import MissingExtra
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
    after,
    pivotal,
    what_if,
    what_if_all,
    withdrawal_impact,
)

__all__ = [
    "Affiliation", "Affiliations", "Because", "Bridge", "Brokered", "Candidate", "Caution", "Cell", "Community",
    "Departure", "Dependence", "Estimate", "Falls", "Figure", "FunderStops", "Group", "Hold", "HookOn", "Impact",
    "Joinable", "Joint", "KeySet", "LinkSpell", "Load", "Loss", "Measure", "Met", "MissingExtra", "MixingPlan",
    "Named", "NoFit", "Node", "Null", "OneSided", "Pair", "PartyLeaves", "Payment", "Picture", "Pivotal", "Power",
    "ProjectEnds", "Reason", "RestsOnOne", "Result", "Role", "Score", "Short", "Significance", "Slack", "Spread",
    "Strength", "Summary", "Table", "Team", "ThemeLink", "ThemePair", "ThemeTerm", "TooManyLineups", "TooManyLinks",
    "Turns", "Uncovered", "Unknown", "Wanted", "affiliation_graph", "affiliations", "after", "articulation_points",
    "backbone", "backbone_graph", "betweenness", "bridges", "brokerage", "cautions_for", "communities",
    "connecting", "constraint", "declaration_graph", "departures", "dependence", "draw", "edges_csv",
    "effective_size", "efficiency", "encounter_graph", "estimate", "evenness", "existing_pairs", "fragmentation",
    "gexf", "graphml", "hardly_met", "hierarchy", "hook_on_all", "hook_on_candidates", "hook_on_places", "joinable",
    "key_players", "lifting_teams", "link_history", "loads", "losses", "missing_pairs", "mixing_plan",
    "money_graph", "node_link", "nodes_csv", "one_short", "one_sided_benefits", "pairs", "partner_graph", "party",
    "pivotal", "portfolio_power", "power", "power_by_rule", "project", "project_graph", "project_links",
    "read_affiliations", "redundancy", "reinforcement", "rests_on_one", "short_of", "single_project_links",
    "slacks", "theme", "theme_coverage", "theme_graph", "together", "two_mode_betweenness", "two_mode_closeness",
    "two_mode_clustering", "two_mode_degree", "unlinked_themes", "wanted_topics", "what_if", "what_if_all",
    "with_distance", "withdrawal_impact",
]  # fmt: skip
