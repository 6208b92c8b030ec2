# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of bodies and their rhythm say in their own words, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from ..records.bodies import ItemStatus, MeetingStatus, WishStatus
from ..text import Language, Text

MEETINGS: Final[Mapping[MeetingStatus, Text]] = {
    MeetingStatus.HELD: Text("gehouden", "held"),
    MeetingStatus.PLANNED: Text("gepland", "planned"),
    MeetingStatus.CANCELLED: Text("niet doorgegaan", "cancelled"),
}
ITEMS: Final[Mapping[ItemStatus, Text]] = {
    ItemStatus.OPEN: Text("open", "open"),
    ItemStatus.ACCEPTED: Text("aangenomen", "accepted"),
    ItemStatus.DEFERRED: Text("uitgesteld", "deferred"),
    ItemStatus.DROPPED: Text("vervallen", "dropped"),
}
WISHES: Final[Mapping[WishStatus, Text]] = {
    WishStatus.OPEN: Text("nog niet beantwoord", "not answered yet"),
    WishStatus.TAKEN_UP: Text("opgepakt", "taken up"),
    WishStatus.DECLINED: Text("afgewezen", "declined"),
}


@unique
class Said(Enum):
    """What these pages say, with the same parameters in both languages."""

    NONE = Text("geen", "none")
    NOT_RECORDED = Text("niet vastgelegd", "not recorded")
    PERIOD = Text("Periode", "Period")
    DAY = Text("Dag", "Day")
    STANDING = Text("Stand", "Standing")
    REASON = Text("Reden", "Reason")
    RECORD = Text("Vastlegging", "Record")
    PARTNER = Text("Partner", "Partner")
    YEAR = Text("Jaar", "Year")

    SHOWS = Text(
        "Wat er op {day} over dit orgaan is vastgelegd: wie er een zetel heeft, wanneer het bijeenkwam en wat er van "
        "wensen werd. Aanwezigen worden per organisatie geteld en niet genoemd.",
        "What is on record about this body on {day}: who has a seat, when it met and what became of wishes. Those "
        "present are counted by organisation and not named.",
    )
    NOT_SHOWN = Text(
        "Wat er is besproken en besloten, staat in de verslagen; alleen wat is vastgelegd, is hier te zien.",
        "What was discussed and decided is in the minutes; only what is on record can be seen here.",
    )
    TASK = Text("Wat de overeenkomst van dit orgaan vraagt", "What the agreement asks of this body")
    ID = Text("Aanduiding in het register: {id}.", "Id in the register: {id}.")
    NAMED_IN = Text("Genoemd in: ", "Named in: ")
    NO_TASK = Text("Geen bepaling gaat over dit orgaan.", "No clause is about this body.")
    CLAUSE_SAYS = Text(" ({force}): {text}", " ({force}): {text}")
    SEATS = Text("Zetels", "Seats")
    NO_SEATS = Text("Er is geen zetel vastgelegd.", "No seat is on record.")
    CAPACITY = Text("Hoedanigheid", "Capacity")
    MANDATE = Text("Mandaat", "Mandate")
    SEAT = Text("Zetel", "Seat")
    OWN_SEAT = Text("eigen zetel", "seat of its own")
    ALTERNATE = Text("plaatsvervanger", "alternate")
    SEATS_TABLE = Text("Zetels door de tijd", "Seats over time")
    YES = Text("ja", "yes")
    MEETINGS = Text("Bijeenkomsten", "Meetings")
    NO_MEETINGS = Text("Er is geen bijeenkomst vastgelegd.", "No meeting is on record.")
    MEETINGS_TABLE = Text("Bijeenkomsten, met het aantal mensen per organisatie",
                          "Meetings, with the number of people of each organisation")  # fmt: skip
    PRESENT = Text("Aanwezig", "Present")
    PEOPLE = Text("{name} {count}", "{name} {count}")
    ALL_COUNTED = Text("Telling volledig", "Count complete")
    POINTS = Text("Vaste punten", "Standing points")
    RECESSES = Text("Recessen", "Recesses")
    RECESSES_TABLE = Text("Recessen die voor dit orgaan gelden", "Recesses that hold for this body")
    NO_RECESSES = Text("Er is geen reces vastgelegd.", "No recess is on record.")
    REGISTERED = Text("Vastgelegd", "Registered")
    REGISTERED_BY = Text("{day}, door {by}", "{day}, by {by}")
    AFTERWARDS = Text("{day}, achteraf, door {by}", "{day}, afterwards, by {by}")
    ITEMS = Text("Agendapunten", "Agenda items")
    ITEMS_TABLE = Text("Agendapunten en wat ermee gebeurde", "Agenda items and what was done with them")
    ITEM = Text("Punt", "Item")
    SECTION = Text("Onder", "Under")
    UNTIL = Text("{standing} tot {day}", "{standing} until {day}")
    WISHES = Text("Wensen", "Wishes")
    WISHES_TABLE = Text("Wensen en wat ervan werd", "Wishes and what became of them")
    WISHES_WHY = Text("Wensen die dit orgaan uitsprak, of die hier ter tafel kwamen.",
                      "Wishes that this body put forward, or that came up in it.")  # fmt: skip
    NO_WISHES = Text("Er is geen wens vastgelegd.", "No wish is on record.")
    WISH = Text("Wens", "Wish")
    FROM = Text("Van", "From")
    FOLLOW_UP = Text("Vervolg", "Follow-up")
    YEARS = Text("Bevindingen per jaar", "Findings by year")
    FINDINGS = Text("Bevindingen over dit orgaan", "Findings about this body")
    FINDINGS_TABLE = Text("Bepalingen over dit orgaan, en hoe ze ervoor stonden",
                          "Clauses about this body, and how they stood")  # fmt: skip
    NO_FINDINGS = Text("Over dit orgaan is in {year} niets getoetst.",
                       "Nothing was examined about this body in {year}.")  # fmt: skip
    CLAUSE = Text("Bepaling", "Clause")
    STANDS = Text("Hoe het ervoor staat", "How it stands")
    SEE_RHYTHM = Text("Bijeenkomsten naast wat was gevraagd, in {year}",
                      "Meetings beside what was asked, in {year}")  # fmt: skip

    # rhythm
    RHYTHM = Text("{body}: ritme in {year}", "{body}: rhythm in {year}")
    RHYTHM_SHOWS = Text(
        "De bijeenkomsten van {year} naast de dagen waarop er volgens de overeenkomst uiterlijk een moest zijn, zoals "
        "bekend op {day}. Een reces dat is vastgelegd, verklaart een ronde die uitvalt.",
        "The meetings of {year} beside the days by which the agreement asked for one, as known on {day}. A recess that "
        "is on record explains a round that is missed.",
    )
    RHYTHM_NOT = Text("Of een bijeenkomst goed was, is hier niet te zien.",
                      "Whether a meeting was a good one cannot be seen here.")  # fmt: skip
    RHYTHM_NONE = Text("Voor dit jaar is niets gevraagd en niets vastgelegd.",
                       "Nothing was asked and nothing is on record for this year.")  # fmt: skip

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)
