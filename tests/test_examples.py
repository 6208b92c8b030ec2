# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreements that come along and the registers in `examples/`: sound, bilingual, and decided as they say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import attrs
import pytest

import kennisstad_core as kc
from kennisstad_core.charter import Standing
from kennisstad_core.findings import Cause, Lack
from kennisstad_core.governance import Note
from kennisstad_core.truth import MET, NOT_MET, UNKNOWN

EXAMPLES: Final = Path(__file__).parent.parent / "examples"
FOLDERS: Final = ("consortium", "leiden", "waterstad")
JUNE: Final = date(2025, 6, 1)
END_OF_JUNE: Final = date(2025, 6, 30)
ANSWERS: Final = {"yes": MET, "no": NOT_MET, "?": UNKNOWN}

Held = tuple[kc.Charters, kc.Register]


def held(name: str) -> Held:
    charters = kc.load_charters("leiden" if name == "leiden" else EXAMPLES / name)
    return charters, kc.load_register(EXAMPLES / name)


@pytest.fixture(scope="module")
def leiden() -> Held:
    return held("leiden")


@pytest.fixture(scope="module")
def waterstad() -> Held:
    return held("waterstad")


@pytest.fixture(scope="module")
def consortium() -> Held:
    return held("consortium")


def texts(value: object, path: str = "") -> Iterator[tuple[str, kc.Text]]:
    """Every bilingual text in a value, with where it stands."""
    if isinstance(value, kc.Text):
        yield path, value
    elif attrs.has(kind := type(value)):
        for one in attrs.fields(kind):
            if one.init:
                yield from texts(getattr(value, one.name), f"{path}.{one.name}")
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from texts(one, f"{path}[{index}]")


# All of them


@pytest.mark.parametrize("name", FOLDERS)
def test_an_example_loads_without_a_problem(name: str) -> None:
    charters, of_charters = kc.read_charters("leiden" if name == "leiden" else EXAMPLES / name)
    register, of_register = kc.read_register(EXAMPLES / name)

    assert [str(one) for one in (*of_charters, *of_register)] == []
    assert len(charters) > 0
    assert len(register.projects) > 3
    assert register.name
    assert register.flaws == ()


@pytest.mark.parametrize("name", FOLDERS)
def test_an_example_survives_writing_and_reading(name: str) -> None:
    charters, register = held(name)

    assert kc.loads(kc.dumps(charters)) == charters
    assert kc.loads(kc.dumps(register)) == register


SAME_IN_BOTH: Final = {
    "maker",  # a maker is a maker
    "museum",
    "symposium",
    *(
        "Leiden Kennisstad",
        "BiodiverCities",
        "European City of Science 2022",
        "Leiden Healthy Society Center",
    ),
    *("GlassMemory", "QuietEngines", "SoftRobots", "TideSensors"),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_every_text_says_it_in_two_languages(name: str) -> None:
    charters, register = held(name)
    found = [*texts(charters.versions), *texts(register.projects)]

    assert len(found) > 30
    alike = {text.nl for _, text in found if text.nl == text.en}
    assert alike <= SAME_IN_BOTH


@pytest.mark.parametrize("name", FOLDERS)
def test_every_decision_reads_in_two_languages(name: str) -> None:
    charters, register = held(name)

    for project in register.projects:
        decision = kc.decide(charters, register, project.id, on=JUNE)
        dutch, english = decision.explain("nl"), decision.explain("en")
        assert project.title.nl in dutch.replace("\n", " ")
        assert project.title.en in english.replace("\n", " ")
        assert dutch != english


# Leiden


def test_leiden_has_three_versions_without_a_gap(leiden: Held) -> None:
    charters, _ = leiden

    assert [one.id for one in charters] == ["leiden-2012", "leiden-2017", "leiden-2023"]
    assert [one.form for one in charters] == ["municipal-programme", "agreement", "agreement"]
    assert [one.period for one in charters] == [
        kc.Period(date(2012, 1, 1), date(2017, 7, 10)),
        kc.Period(date(2017, 7, 11), date(2022, 12, 31)),
        kc.Period(date(2023, 1, 1), date(2027, 12, 31)),
    ]


def test_three_of_five_is_attested_from_2023_only(leiden: Held) -> None:
    charters, _ = leiden

    standing = {one.id: one.clause("three-of-five").standing for one in charters}
    assert standing == {
        "leiden-2012": Standing.UNATTESTED,
        "leiden-2017": Standing.UNATTESTED,
        "leiden-2023": Standing.IN_FORCE,
    }
    assert {one.standing for one in charters["leiden-2012"].clauses} == {Standing.UNATTESTED}
    others = [one for one in charters["leiden-2017"].clauses if one.id != "three-of-five"]
    assert {one.standing for one in others} == {Standing.IN_FORCE}


def test_every_clause_of_leiden_says_where_it_stands_in_the_source(leiden: Held) -> None:
    charters, _ = leiden
    clauses = [clause for charter in charters for clause in charter.clauses]

    assert len(clauses) >= 25
    for clause in clauses:
        assert clause.source is not None
        if clause.source.document == "kennisstad_core":  # about the data, which no agreement speaks of
            assert clause.source.locator.startswith("R-DAT")
            continue
        assert clause.source.document == "interview-2023"
        assert clause.source.locator.startswith("S")
        assert "/2023/08/04/" in clause.source.url


def test_what_is_not_certain_about_leiden_stays_visible(leiden: Held) -> None:
    charters, _ = leiden
    doubts = {
        (charter.id, one.id): one.certainty
        for charter in charters
        for one in charter.statements
        if one.certainty != "certain"
    }

    assert doubts["leiden-2017", "first-term"] == "conflict"
    assert doubts["leiden-2023", "lumc-membership"] == "conflict"
    assert doubts["leiden-2023", "core-funding-amounts"] == "not-found"
    assert doubts["leiden-2023", "three-of-five-in-documents"] == "not-found"
    assert doubts["leiden-2012", "start"] == "uncertain"
    for charter in charters:
        for statement in charter.statements:
            assert statement.sources or statement.certainty == "not-found"


@pytest.mark.parametrize(
    ("on", "certain", "possible"),
    [
        (date(2017, 7, 11), 0, 4),  # signed in July, on a day that is not known
        (date(2017, 7, 31), 4, 4),
        (date(2020, 11, 30), 4, 4),
        (date(2020, 12, 1), 4, 5),
        (date(2020, 12, 31), 5, 5),
        (date(2022, 11, 11), 5, 6),
        (date(2023, 1, 1), 5, 6),  # another five, and the hospital whose membership is disputed
    ],
)
def test_how_many_partners_leiden_had(leiden: Held, on: date, certain: int, possible: int) -> None:
    charters, register = leiden

    decision = kc.decide(charters, register, "city-criminologist", on=on)
    assert decision.fact("members").value == kc.Range(certain, possible)


def test_the_city_criminologist_waits_for_one_judgement(leiden: Held) -> None:
    charters, register = leiden
    decision = kc.decide(charters, register, "city-criminologist", on=JUNE)

    assert decision.outcome == "undetermined"
    assert set(decision.possible) == {"signature-only", "not-kennisstad"}
    assert [(one.lack, one.name) for one in decision.needs] == [(Lack.FACT, "good_for_profile")]
    assert decision["scope"].status is kc.Status.NOT_MET
    assert decision["scope"].answer.nl == "buiten het kader"
    involved = decision.fact("members_involved")
    assert involved.value == kc.Range.exactly(2)
    assert {one.key for one in involved.counted} == {"gemeente-leiden", "universiteit-leiden"}
    assert decision.fact("organisations").value == kc.Range.exactly(3)


def test_who_could_hook_on_to_the_city_criminologist(leiden: Held) -> None:
    charters, register = leiden
    decision = kc.decide(charters, register, "city-criminologist", on=JUNE)

    members = {one.key for one in decision.fact("members").counted}
    involved = {one.key for one in decision.fact("members_involved").counted}
    assert members - involved == {"hogeschool-leiden", "naturalis", "mborijnland"}


def judged_good(register: kc.Register, project: str, *more: kc.Participation) -> kc.Project:
    """The project with verdicts that nobody gave in earnest, for trying out the agreement."""
    judge = kc.Person("A. de Vries", "programme manager", "for this test")
    verdicts = (("theme_fit", "partial"), ("good_for_profile", "good"))
    kept = register[project]
    return attrs.evolve(
        kept,
        participations=(*kept.participations, *more),
        judgements=tuple(
            kc.Judgement(fact=fact, verdict=verdict, by=judge, on=JUNE) for fact, verdict in verdicts
        ),
    )


def test_two_of_five_and_the_police_bear_the_signature(leiden: Held) -> None:
    charters, register = leiden
    decision = kc.decide(charters, register, judged_good(register, "city-criminologist"), on=JUNE)

    assert decision.outcome == "signature-only"
    assert decision["engagement"].truth is MET
    assert decision["name"].truth is MET
    remarks = {one.clause for one in decision.clauses if one.status is kc.Status.INFO}
    assert remarks == {"no-admission-on-record", "themes-partly"}


def test_whether_three_is_enough_hangs_on_the_disputed_membership(leiden: Held) -> None:
    charters, register = leiden
    third = kc.Participation(party="hogeschool-leiden", role="executing")
    fourth = kc.Participation(party="naturalis", role="lead")
    three = judged_good(register, "city-criminologist", third)
    four = judged_good(register, "city-criminologist", third, fourth)
    now = charters["leiden-2023"]
    without = attrs.evolve(now, memberships=tuple(one for one in now.memberships if one.partner != "lumc"))

    disputed = kc.decide(charters, register, three, on=JUNE)
    assert disputed["scope"].status is kc.Status.UNDETERMINED
    assert "members" in {one.name for one in disputed.needs}
    assert kc.decide(without, register, three, on=JUNE).outcome == "in-framework"
    assert kc.decide(charters, register, four, on=JUNE).outcome == "in-framework"


@pytest.mark.parametrize("on", [date(2016, 5, 1), date(2021, 5, 1), JUNE])
def test_no_public_project_of_leiden_is_decided_by_us(leiden: Held, on: date) -> None:
    charters, register = leiden

    assert len(register.projects) == 9
    for project in register.projects:
        assert project.judgements == ()
        assert kc.decide(charters, register, project.id, on=on).outcome == "undetermined"


def test_everything_public_about_leiden_names_its_page(leiden: Held) -> None:
    _, register = leiden

    for project in register.projects:
        assert any(one.url.startswith("https://") for one in project.sources), project.id
        records: list[kc.Participation | kc.Contribution | kc.Benefit] = [
            *project.participations,
            *project.contributions,
            *project.benefits,
        ]
        for record in records:
            assert any(one.url.startswith("https://") for one in record.sources), record


def test_signing_a_declaration_involves_nobody(leiden: Held) -> None:
    charters, register = leiden
    decision = kc.decide(charters, register, "student-wellbeing", on=JUNE)

    assert register["student-wellbeing"].participations == ()
    assert decision.fact("members_involved").value == kc.Range(0, 6)


def test_naturalis_took_part_before_it_was_a_partner(leiden: Held) -> None:
    charters, register = leiden

    def involved(on: date) -> set[str]:
        decision = kc.decide(charters, register, "biodivercities", on=on)
        return {one.key for one in decision.fact("members_involved").counted}

    assert involved(date(2020, 6, 30)) == {"gemeente-leiden", "universiteit-leiden"}
    assert involved(date(2020, 12, 31)) == {"gemeente-leiden", "universiteit-leiden", "naturalis"}


# Waterstad


class Row(NamedTuple):
    """What a row of the decision table asks and answers; *any* leaves it open."""

    theme: str
    threshold: str
    signature: str
    scope: str
    effort: str
    name: str
    outcome: str


IN, MARK, OWN, OPEN = "waterstad-programma", "waterstad-keurmerk", "eigen-kracht", "undetermined"
ROWS: Final = {
    "D01": Row("yes", "yes", "yes", "yes", "yes", "yes", IN),
    "D02": Row("yes", "yes", "?", "yes", "yes", "yes", IN),
    "D03": Row("yes", "yes", "no", "yes", "yes", "yes", IN),
    "D04": Row("yes", "no", "yes", "no", "yes", "yes", MARK),
    "D05": Row("yes", "no", "?", "no", "yes", "?", OPEN),
    "D06": Row("yes", "no", "no", "no", "yes", "no", OWN),
    "D07": Row("yes", "?", "yes", "?", "yes", "yes", OPEN),
    "D08": Row("yes", "?", "?", "?", "yes", "?", OPEN),
    "D09": Row("yes", "?", "no", "?", "yes", "?", OPEN),
    "D10": Row("no", "any", "yes", "no", "no", "yes", MARK),
    "D11": Row("no", "any", "?", "no", "no", "?", OPEN),
    "D12": Row("no", "any", "no", "no", "no", "no", OWN),
    "D13": Row("?", "yes", "yes", "?", "?", "yes", OPEN),
    "D14": Row("?", "yes", "?", "?", "?", "?", OPEN),
    "D15": Row("?", "yes", "no", "?", "?", "?", OPEN),
    "D16": Row("?", "no", "yes", "no", "?", "yes", MARK),
    "D17": Row("?", "no", "?", "no", "?", "?", OPEN),
    "D18": Row("?", "no", "no", "no", "?", "no", OWN),
    "D19": Row("?", "?", "yes", "?", "?", "yes", OPEN),
    "D20": Row("?", "?", "?", "?", "?", "?", OPEN),
    "D21": Row("?", "?", "no", "?", "?", "?", OPEN),
}
IN_ROW: Final = {
    "green-roofs": "D01",
    "shipwright-workshop": "D02",
    "harbour-park": "D02",
    "storm-repair": "D02",
    "bicycle-ferry": "D02",
    "winter-swim": "D02",
    "visitor-pass": "D03",
    "night-moths": "D04",
    "dike-bees": "D04",
    "pump-demo": "D04",
    "warm-water": "D05",
    "museum-night": "D06",
    "care-route": "D07",
    "emergency-bridges": "D07",
    "water-sensors": "D08",
    "play-sluice": "D08",
    "flood-memory": "D09",
    "youth-sports": "D10",
    "harbour-film": "D10",
    "parking-app": "D11",
    "winter-fair": "D12",
    "open-shipyard": "D13",
    "neighbourhood-lab": "D14",
    "lock-collection": "D15",
    "safe-banks": "D16",
    "language-cafe": "D17",
    "market-stalls": "D18",
    "delta-day": "D19",
    "floating-school": "D20",
    "meeting-rooms": "D21",
}
BESIDE_THE_TABLE: Final = {
    "city-garden": IN,
    "repair-cafe": IN,
    "lightship": OWN,
    "water-tower": OPEN,
    "sun-pier": OPEN,
    "light-festival": OWN,
}


def at_the_end_of_june(waterstad: Held, project: str) -> kc.Decision:
    charters, register = waterstad
    return kc.decide(charters, register, project, on=END_OF_JUNE)


def test_waterstad_has_a_project_in_every_row(waterstad: Held) -> None:
    _, register = waterstad

    assert set(IN_ROW.values()) == set(ROWS)
    assert {one.id for one in register.projects} == {*IN_ROW, *BESIDE_THE_TABLE}


@pytest.mark.parametrize("project", IN_ROW)
def test_a_project_of_waterstad_stands_in_its_row(waterstad: Held, project: str) -> None:
    row = ROWS[IN_ROW[project]]
    decision = at_the_end_of_june(waterstad, project)
    clauses = {one.clause: one for one in decision.clauses}

    assert clauses["touches-a-theme"].truth is ANSWERS[row.theme]
    if row.threshold != "any":
        assert clauses["three-partners"].truth is ANSWERS[row.threshold]
    assert decision["hallmark"].truth is ANSWERS[row.signature]
    assert decision["programme"].truth is ANSWERS[row.scope]
    assert decision["effort"].truth is ANSWERS[row.effort]
    assert decision["name"].truth is ANSWERS[row.name]
    assert decision.outcome == row.outcome


@pytest.mark.parametrize(("project", "outcome"), BESIDE_THE_TABLE.items())
def test_a_project_of_waterstad_beside_the_table(waterstad: Held, project: str, outcome: str) -> None:
    assert at_the_end_of_june(waterstad, project).outcome == outcome


def test_the_table_in_the_readme_is_the_one_that_is_tested() -> None:
    lines = (EXAMPLES / "waterstad" / "README.md").read_text("utf-8").splitlines()
    cells = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| `")]

    expected = {name: (row, ROWS[row].outcome) for name, row in IN_ROW.items()}
    expected |= {name: ("–", outcome) for name, outcome in BESIDE_THE_TABLE.items()}
    assert {name: (row, outcome) for name, row, outcome, _ in cells} == expected


@pytest.mark.parametrize(
    ("project", "needs"),
    [
        ("care-route", {"partners_on_board"}),
        ("emergency-bridges", {"three-partners"}),
        ("warm-water", {"city_value"}),
        ("open-shipyard", {"theme_link"}),
        ("water-tower", {"cash_committed", "city_value"}),
        ("sun-pier", {"track", "cash_committed", "city_value"}),
        ("winter-fair", set()),
    ],
)
def test_what_a_project_of_waterstad_waits_for(waterstad: Held, project: str, needs: set[str]) -> None:
    assert {one.name for one in at_the_end_of_june(waterstad, project).needs} == needs


def test_a_leaver_takes_the_project_out_of_the_programme(waterstad: Held) -> None:
    charters, register = waterstad
    spells = kc.history(
        charters, register, "dike-bees", period=kc.Period(date(2023, 1, 1), date(2025, 12, 31))
    )

    changes: list[tuple[date | None, str, str]] = []
    for one in spells:
        if not changes or changes[-1][1:] != (one.charter, one.outcome):
            changes.append((one.period.first, one.charter, one.outcome))
    assert changes == [
        (date(2023, 1, 1), "waterstad-2019", OPEN),
        (date(2024, 1, 1), "waterstad-2024", IN),
        (date(2025, 5, 1), "waterstad-2024", MARK),
    ]


def test_three_of_six_leaves_the_readings_of_2019_apart(waterstad: Held) -> None:
    charters, register = waterstad
    decision = kc.decide(charters, register, "dike-bees", on=date(2023, 6, 30))

    assert decision.fact("partners").value == kc.Range.exactly(6)
    assert decision.fact("partners_on_board").value == kc.Range.exactly(3)
    assert decision["programme"].findings["three-partners"].causes == (Cause.READINGS_DISAGREE,)
    assert (Lack.READING, "three-partners") in {(one.lack, one.name) for one in decision.needs}


def test_a_departure_never_reaches_back_before_it_was_recorded(waterstad: Held) -> None:
    charters, register = waterstad
    before = kc.decide(charters, register, "repair-cafe", on=date(2025, 5, 18))
    after = kc.decide(charters, register, "repair-cafe", on=date(2025, 5, 19))
    garden = at_the_end_of_june(waterstad, "city-garden")

    assert before["programme"].status is kc.Status.NOT_MET
    assert after["programme"].status is kc.Status.EXPLAINED
    assert [one.retroactive for one in after.departures] == [True]
    assert [one.retroactive for one in garden.departures] == [False]
    assert garden["programme"].answer.nl == "in het Waterstad-programma, bij besluit van de stuurtafel"
    assert garden["name"].truth is MET


def test_the_ferry_hangs_on_the_partner_that_only_pays(waterstad: Held) -> None:
    (sensitivity,) = at_the_end_of_june(waterstad, "bicycle-ferry").sensitivities

    assert (sensitivity.clause, sensitivity.reading) == ("three-partners", "payers-do-not-count")
    assert sensitivity.truth is NOT_MET
    assert IN not in sensitivity.outcomes


def test_derogations_free_a_project_shut_it_out_or_contradict(waterstad: Held) -> None:
    causes = {
        project: at_the_end_of_june(waterstad, project)["programme"].findings["three-partners"].causes
        for project in ("storm-repair", "pump-demo", "emergency-bridges")
    }

    assert causes == {
        "storm-repair": (Cause.DEROGATION,),
        "pump-demo": (Cause.DEROGATION,),
        "emergency-bridges": (Cause.DEROGATIONS_CONFLICT,),
    }


@pytest.mark.parametrize(
    ("project", "cents"),
    [
        ("harbour-park", kc.Range.exactly(60_000_00)),
        ("lightship", kc.Range.exactly(30_000_00)),
        ("water-tower", kc.Range(40_000_00)),
        ("green-roofs", kc.Range(20_000_00)),
    ],
)
def test_only_what_is_committed_in_cash_is_added_up(waterstad: Held, project: str, cents: kc.Range) -> None:
    assert at_the_end_of_june(waterstad, project).fact("cash_committed").value == cents


@pytest.mark.parametrize(
    ("project", "status"),
    [
        ("shipwright-workshop", kc.Status.UNDETERMINED),  # hours that nobody valued are not zero
        ("neighbourhood-lab", kc.Status.SATISFIED),
        ("winter-fair", kc.Status.NOT_APPLICABLE),
    ],
)
def test_what_is_given_in_kind(waterstad: Held, project: str, status: kc.Status) -> None:
    clauses = {one.clause: one.status for one in at_the_end_of_june(waterstad, project).clauses}

    assert clauses["worth-in-kind"] is status


def test_the_year_of_waterstad_has_a_beginning_and_an_end(waterstad: Held) -> None:
    assert at_the_end_of_june(waterstad, "winter-swim").notes == (Note.BEFORE_START,)
    assert at_the_end_of_june(waterstad, "light-festival").notes == (Note.AFTER_END,)
    charters, register = waterstad
    assert kc.decide(charters, register, "light-festival", on=date(2025, 2, 28)).outcome == IN


@pytest.mark.parametrize(
    ("project", "counted"),
    [
        ("green-roofs", {"gemeente-waterstad", "de-sluis", "waterschap-zilt", "de-kade"}),
        ("language-cafe", {"de-sluis", "de-kade"}),
        ("market-stalls", {"gemeente-waterstad"}),
        ("museum-night", {"het-getij"}),
        ("warm-water", {"gemeente-waterstad", "waterschap-zilt"}),
        ("winter-swim", {"gemeente-waterstad", "het-getij", "de-kade"}),
    ],
)
def test_who_is_on_board_in_waterstad(waterstad: Held, project: str, counted: set[str]) -> None:
    on_board = at_the_end_of_june(waterstad, project).fact("partners_on_board")

    assert {one.key for one in on_board.counted} == counted


def test_another_city_brings_no_word_of_leiden(waterstad: Held) -> None:
    charters, register = waterstad
    written = [kc.dumps(charters), kc.dumps(register)]
    for project in register.projects:
        decision = kc.decide(charters, register, project.id, on=END_OF_JUNE)
        written += [kc.dumps(decision), decision.explain("nl", "full"), decision.explain("en", "full")]

    assert len(written) > 100
    assert [text for text in written if "leiden" in text.casefold()] == []
    outcomes = {one.id for charter in charters for one in charter.outcomes}
    assert outcomes == {IN, MARK, OWN}


# A consortium


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        ("tide-sensors", "eligible"),
        ("quiet-engines", "name-one-coordinator"),
        ("glass-memory", "too-narrow"),
        ("soft-robots", "undetermined"),
    ],
)
def test_a_consortium_is_decided_without_members(consortium: Held, project: str, outcome: str) -> None:
    charters, register = consortium

    assert {one.id for one in register.projects} == {
        *("tide-sensors", "quiet-engines", "glass-memory", "soft-robots")
    }
    assert kc.decide(charters, register, project, on=JUNE).outcome == outcome


def test_a_country_that_nobody_recorded_may_be_a_third(consortium: Held) -> None:
    charters, register = consortium
    decision = kc.decide(charters, register, "soft-robots", on=JUNE)

    assert decision.fact("entities").value == kc.Range.exactly(3)
    assert decision.fact("countries").value == kc.Range(2, 3)
    assert [one.name for one in decision.needs] == ["countries"]


def test_a_report_counts_every_finding_under_one_status() -> None:
    charters, register = kc.load_charters("leiden"), kc.load_register(EXAMPLES / "leiden")
    report = kc.audit(charters, register, on=date(2025, 6, 1))
    assert sum(report.by_status.values()) == len(report.findings) > 0
    assert report.by_status[kc.Status.NOT_MET] == sum(row["status"] == "not-met" for row in report.rows())
