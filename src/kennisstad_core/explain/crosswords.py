# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The phrases of the pages on cross-links, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from ..links.hook_on import Because
from ..text import Language, Text


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    LINKS = Text("Dwarsverbanden, {window}", "Cross-links, {window}")
    COUNTED = Text(
        "{links} van de {pairs} paren partners hebben een verband: ze doen op dezelfde dag samen mee aan een project.",
        "{links} of the {pairs} pairs of partners are linked: they take part in a project together on the same day.",
    )
    NO_PAIRS = Text(
        "Er zijn geen twee partners, dus ook geen verbanden.",
        "There are no two partners, so no links either.",
    )
    WHO_WITH_WHOM = Text("Wie met wie werkt", "Who works with whom")
    PARTNERS = Text("Partners", "Partners")
    PARTNER = Text("Partner", "Partner")
    PROJECTS = Text("Projecten", "Projects")
    WHICH = Text("Welke", "Which")
    AND_MORE = Text("{names} en {count} andere", "{names} and {count} more")
    MISSING = Text("Paren zonder verband", "Pairs without a link")
    ALL_LINKED = Text("Geen: elk paar heeft een verband.", "None: every pair is linked.")
    NOT_A_FAULT = Text(
        "Dat een paar geen verband heeft, is een gegeven en geen tekort.",
        "That a pair has no link is information, not a shortcoming.",
    )
    PERHAPS = Text(
        "{pair}; misschien toch, als een onzekere vastlegging blijkt te kloppen ({records})",
        "{pair}; perhaps, if an uncertain record proves true ({records})",
    )
    ON_ONE = Text("Verbanden die op één project rusten", "Links that rest on one project")
    ONLY = Text("{pair}: alleen {project}", "{pair}: only {project}")
    COVERAGE = Text("Projecten per partner en thema", "Projects by partner and theme")
    UNJUDGED = Text(
        "Van {count} projecten is niet vastgelegd bij welk thema ze passen.",
        "For {count} projects it is not on record which theme they fit.",
    )
    UNJUDGED_ONE = Text(
        "Van één project is niet vastgelegd bij welk thema het past.",
        "For one project it is not on record which theme it fits.",
    )
    FITTING = Text(
        "Aan hoeveel projecten die bij het thema passen elke partner meedoet.",
        "In how many projects that fit the theme each partner takes part.",
    )
    THEMES = Text("Thema’s die geen project verbindt", "Themes that no project connects")
    ACTIVE_IN_BOTH = Text("{pair}: in beide actief is {parties}", "{pair}: active in both is {parties}")
    ACTIVE_IN_BOTH_MANY = Text(
        "{pair}: in beide actief zijn {parties}", "{pair}: active in both are {parties}"
    )
    NOBODY_IN_BOTH = Text("{pair}: niemand is in beide actief", "{pair}: nobody is active in both")
    WANTED = Text("Gewenst, en nog niet samen opgepakt", "Wanted, and not taken up together yet")
    WANTED_BY = Text("{topic}: {parties}", "{topic}: {parties}")
    WANTED_ALONE = Text(
        "{topic}: {parties}; ieder apart in {projects}", "{topic}: {parties}; apart in {projects}"
    )
    ONE_SIDED = Text("Opbrengsten die aan één kant zijn genoemd", "Benefits stated on one side only")
    SILENT = Text(
        "{project}: genoemd door {holders}; niets genoemd door {silent}",
        "{project}: stated by {holders}; none stated by {silent}",
    )
    NOT_SILENT = Text("{project}: genoemd door {holders}", "{project}: stated by {holders}")

    LEFT_OUT = Text("Niet zeker, en daarom niet meegeteld", "Not certain, and so not counted")
    LEFT_OUT_WHY = Text("{why}: {records}", "{why}: {records}")
    WITHHELD = Text(
        "{count} vertrouwelijke belangen tellen hier niet mee en worden niet getoond.",
        "{count} confidential interests are not counted here and not shown.",
    )
    WITHHELD_ONE = Text(
        "Eén vertrouwelijk belang telt hier niet mee en wordt niet getoond.",
        "One confidential interest is not counted here and not shown.",
    )
    CAUTION = Text("Let op: {caution}", "Note: {caution}")

    HOOK_ON = Text("Wie kan aanhaken, {day}", "Who could hook on, {day}")
    HOOK_ON_TO = Text("Wie kan aanhaken bij {project}, {day}", "Who could hook on to {project}, {day}")
    HOOK_ON_FOR = Text("Waar {party} kan aanhaken, {day}", "Where {party} could hook on, {day}")
    ORDER = Text(
        "Eerst wie een belang heeft uitgesproken, dan wie al van plan is mee te doen, dan bij wie het project aan de "
        "afspraak over deelnemers gaat voldoen. Er is geen score: de redenen staan erbij.",
        "First who declared an interest, then who intends to take part, then with whom the project would meet the "
        "clause on participants. There is no score: the reasons are given.",
    )
    NO_CANDIDATES = Text(
        "Niemand: elke partner doet al mee, of er is geen reden vastgelegd.",
        "Nobody: every partner takes part already, or no reason is on record.",
    )
    NO_REASON = Text("geen reden vastgelegd", "no reason on record")
    SHORT = Text("Projecten die partners missen", "Projects that lack partners")
    NO_SHORT = Text(
        "Geen project mist partners volgens de overeenkomst.", "By the agreement no project lacks partners."
    )
    SHORT_OF_ONE = Text("{project}: nog één nodig: {parties}", "{project}: one more needed: {parties}")
    SHORT_OF = Text(
        "{project}: nog {count} nodig, uit {parties}", "{project}: {count} more needed, from {parties}"
    )
    SHORT_PERHAPS = Text(
        "{words} (nu nog niet te bepalen of dat nodig is)",
        "{words} (whether that is needed cannot be determined yet)",
    )
    SHORT_OPEN = Text(
        "{words} (of {count} genoeg is, is nog niet te bepalen)",
        "{words} (whether {count} would be enough cannot be determined yet)",
    )

    LEAVES = Text("Als {name} vertrekt op {day}", "If {name} leaves on {day}")
    STOPS = Text("Als {name} niet meer betaalt vanaf {day}", "If {name} pays no longer from {day}")
    ENDS = Text("Als {name} stopt op {day}", "If {name} ends on {day}")
    FALLS = Text(
        "Afspraken over deelnemers die anders uitkomen", "Clauses on participants that come out otherwise"
    )
    NO_FALLS = Text("Geen enkele komt anders uit.", "None comes out otherwise.")
    FALL = Text("{clause}: nu {was}, dan {becomes}", "{clause}: now {was}, then {becomes}")
    REMAINING = Text("Dan nog: {names}.", "Still there: {names}.")
    NOBODY_LEFT = Text("Dan telt niemand meer mee.", "Then nobody counts any more.")
    TURNS = Text("Projecten met een andere uitkomst", "Projects with another outcome")
    TURN = Text("{project}: nu {was}, dan {becomes}", "{project}: now {was}, then {becomes}")
    LOST = Text("Verbanden die vervallen", "Links that are lost")
    NONE = Text("Geen.", "None.")
    ISOLATED = Text("Met niemand meer verbonden: {names}.", "Linked to nobody any more: {names}.")
    SPLIT = Text(
        "Het netwerk van partners bestaat dan uit {after} losse delen; nu zijn dat er {before}.",
        "The network of partners is then in {after} separate parts; now there are {before}.",
    )
    UNCOVERED = Text("Geld dat nog niet betaald is", "Money not paid yet")
    UNCOVERED_ROW = Text("{project}: {amount}, {stage}", "{project}: {amount}, {stage}")
    NOT_VALUED = Text("in natura, niet gewaardeerd", "in kind, not valued")
    IN_KIND = Text("{amount} in natura", "{amount} in kind")
    PLEDGED = Text("toegezegd", "pledged")
    COMMITTED = Text("vastgelegd", "committed")
    PAID = Text("betaald", "paid")

    IF_EACH = Text("Als er één partner vertrekt, {day}", "If one partner leaves, {day}")
    EACH = Text(
        "Telkens alsof alleen deze partner vertrekt. Het is geen rangorde: wie overal in zit, wordt overal gemist.",
        "Each time as if only this partner left. It is no ranking: who is in everything is missed in everything.",
    )
    BELOW = Text("Projecten onder de maat van de overeenkomst", "Projects below what the agreement asks")
    LOST_LINKS = Text("Verbanden die vervallen", "Links lost")
    OTHER_OUTCOME = Text("Andere uitkomst", "Other outcome")
    ALONE = Text("Komt alleen te staan", "Left alone")
    PARTS = Text("Valt uiteen", "Falls apart")
    YES = Text("ja", "yes")
    NO = Text("nee", "no")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


REASONS: Final[Mapping[Because, Text]] = {
    Because.INTEREST: Text("sprak een belang uit: {about}", "declared an interest: {about}"),
    Because.INTENDS: Text(
        "staat al op de lijst, in een rol die nog niet meetelt: {about}",
        "is on the list already, in a role that does not count yet: {about}",
    ),
    Because.LIFTS: Text("daarmee voldaan aan {about}", "that would meet {about}"),
    Because.CONNECTS: Text("verbindt {about}", "connects {about}"),
    Because.SHARED_THEME: Text("zelfde thema als {about}", "same theme as {about}"),
    Because.WORKED_TOGETHER: Text("werkt of werkte samen in {about}", "works or worked together in {about}"),
}
