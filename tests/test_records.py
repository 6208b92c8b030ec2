# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is who, what was judged, and how facts follow from the records of a project."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime
from typing import Final

import pytest
from attrs import evolve

from fixtures_charter import executing
from kennisstad_core.facts import (
    CountFact,
    Fact,
    FactDefinition,
    GivenFact,
    JudgementFact,
    Option,
    Reader,
    Roll,
    Selection,
    SumFact,
    Why,
)
from kennisstad_core.records import (
    Admission,
    Benefit,
    Certainty,
    Completeness,
    Contribution,
    DatedName,
    Departure,
    Directory,
    ExternalParty,
    Firmness,
    Flaw,
    Form,
    GivenValue,
    Judgement,
    Membership,
    Participation,
    Partner,
    Party,
    Person,
    Project,
    Purpose,
    Register,
    Source,
    Stage,
    Unit,
    reference,
)
from kennisstad_core.text import Text
from kennisstad_core.truth import MET, NOT_MET, UNKNOWN
from kennisstad_core.values import Choice, Known, Money, Period, Range

ON: Final = date(2025, 6, 1)
BEFORE: Final = date(2025, 5, 31)
AFTER: Final = date(2025, 6, 2)
WHO: Final = Person("A. de Vries", "programme manager")
WATER: Final = Text.same("Water")

UNIVERSITY: Final = Partner(
    "university",
    "Universiteit van Waterstad",
    kind="university",
    names=[DatedName("Rijksuniversiteit", Period(last=date(2019, 12, 31)))],
    aliases=["UvW", "Waterstad University"],
    units=[
        Unit("law", "Faculteit Recht", ["Law School"], Period(date(2020, 1, 1))),
        Unit("hospital", "Academisch Ziekenhuis", period=Period(last=date(2024, 12, 31))),
    ],
    attributes={"country": "NL"},
)
MUSEUM: Final = Partner("museum", "Museum", kind="museum", attributes={"country": "NL"})
CITY: Final = Partner("city", "Gemeente Waterstad", kind="municipality", attributes={"country": "NL"})
ABROAD: Final = Partner("abroad", "Université", kind="university", attributes={"country": "BE"})
DAUGHTER: Final = Partner(
    "daughter", "Dochter BV", kind="company", attributes={"country": "DE"}, affiliated_to="university"
)
NOWHERE: Final = Partner("nowhere", "Zonder land", kind="university")
PARTNERS: Final = (UNIVERSITY, MUSEUM, CITY, ABROAD, DAUGHTER, NOWHERE)
POLICE: Final = ExternalParty("police", "Politie", kind="police")
COUNTED: Final = ("lead", "executing")


class TestDirectory:
    directory = Directory((*PARTNERS, POLICE))

    @pytest.mark.parametrize(
        "name",
        [
            "university",
            "UNIVERSITY",
            " Universiteit  van\tWaterstad ",
            "uvw",
            "Waterstad University",
            "law",
            "Faculteit Recht",
            "law school",
        ],
    )
    def test_by_id_name_alias_or_unit(self, name: str) -> None:
        assert self.directory.find(name, ON) == UNIVERSITY
        assert name in self.directory

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "Universiteit Waterstad",
            "Univ. van Waterstad",
            "universiteit-van-waterstad",
            "Waterstad",
            "UvW.",
        ],
    )
    def test_never_by_likeness(self, name: str) -> None:
        assert self.directory.find(name, ON) is None
        assert name not in self.directory

    @pytest.mark.parametrize(
        ("name", "day", "found"),
        [
            ("Rijksuniversiteit", date(2019, 12, 31), True),
            ("Rijksuniversiteit", date(2020, 1, 1), False),
            ("law", date(2019, 12, 31), False),
            ("law", date(2020, 1, 1), True),
            ("Academisch Ziekenhuis", date(2024, 12, 31), True),
            ("hospital", date(2025, 1, 1), False),
            ("university", date(1900, 1, 1), True),
        ],
    )
    def test_names_and_units_hold_for_their_time(self, name: str, day: date, found: bool) -> None:
        assert (self.directory.find(name, day) is UNIVERSITY) is found

    def test_turning_days(self) -> None:
        assert self.directory.turning_days() == {date(2020, 1, 1), date(2025, 1, 1)}

    def test_a_name_of_two_parties_at_once_finds_neither(self) -> None:
        old = ExternalParty("old", "Instituut", names=[DatedName("IW", Period(last=BEFORE))])
        new = ExternalParty("new", "Nieuw", names=[DatedName("IW", Period(ON))], aliases=["instituut"])
        both = Directory([old, new])
        assert both.find("Instituut", ON) is None
        assert both.find("IW", BEFORE) == old
        assert both.find("iw", ON) == new
        assert both.ambiguous() == {"instituut": ("new", "old")}
        assert self.directory.ambiguous() == {}

    def test_reference(self) -> None:
        assert reference("\u00a0Stra\u00dfe \n") == "strasse"
        assert reference("Caf\u00e9") != reference("Cafe")

    @pytest.mark.parametrize("name", ["", " a", "a ", None, 7])
    def test_ids_are_short_names(self, name: object) -> None:
        makers: list[Callable[[], object]] = [
            lambda: Partner(name, "x"),  # type: ignore[arg-type]  # the mistake under test
            lambda: Membership(name),  # type: ignore[arg-type]  # the mistake under test
            lambda: Project(name, WATER),  # type: ignore[arg-type]  # the mistake under test
        ]
        for make in makers:
            with pytest.raises(ValueError, match="short name"):
                make()


class TestRoll:
    @pytest.mark.parametrize(
        ("day", "truth"),
        [(BEFORE, NOT_MET), (ON, UNKNOWN), (AFTER, MET), (date(2026, 1, 1), NOT_MET)],
    )
    def test_dated_and_disputed(self, day: date, truth: object) -> None:
        memberships = [
            Membership("city", Period(ON, date(2025, 12, 31)), Certainty.DISPUTED),
            Membership("city", Period(AFTER, date(2025, 12, 31))),
        ]
        assert Roll.of(memberships, day).holds("city") is truth
        assert Roll.of(memberships, day).holds("museum") is NOT_MET


class TestRegister:
    def test_found_by_id(self) -> None:
        register = Register([Project("b", WATER), Project("a", WATER)], [POLICE])
        assert [one.id for one in register.projects] == ["a", "b"]
        assert register["a"].id == "a"
        assert ("b" in register, "c" in register) == (True, False)
        with pytest.raises(KeyError):
            register["c"]

    def test_an_id_is_used_once(self) -> None:
        with pytest.raises(ValueError, match="used twice: a"):
            Register([Project("a", WATER), Project("a", Text.same("Other"))])
        with pytest.raises(ValueError, match="used twice: police"):
            Register(external_parties=[POLICE, evolve(POLICE, name="P")])

    def test_flaws_concern_a_project_or_all(self) -> None:
        flaws = [Flaw("1", "participation", "x", "a"), Flaw("2", "participation", "x")]
        register = Register([Project("a", WATER), Project("b", WATER)], flaws=flaws)
        assert [one.record for one in register.flaws_of("b")] == ["2"]
        assert {one.record for one in register.flaws_of("a")} == {"1", "2"}

    def test_order_of_records_makes_no_other_value(self) -> None:
        parties = [Participation("a"), Participation("b", "lead"), Participation(named="c")]
        one = Project("p", WATER, participations=parties)
        assert one == Project("p", WATER, participations=reversed(parties))
        assert hash(one) == hash(Project("p", WATER, participations=reversed(parties)))


class TestRecordsThatCannotBe:
    def test_a_participation_has_one_party(self) -> None:
        for party, named in (("", ""), (" ", ""), ("a", "b"), ("", "  ")):
            with pytest.raises(ValueError, match="one of the two"):
                Participation(party, named=named)

    def test_what_ended_has_a_last_day(self) -> None:
        with pytest.raises(ValueError, match="last day"):
            Participation("a", stage=Firmness.ENDED)
        assert Participation("a", stage=Firmness.ENDED, period=Period(last=ON)).period.last == ON

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_a_departure_says_why(self, reason: str) -> None:
        with pytest.raises(ValueError, match="why"):
            Departure("three", "board", WHO, ON, reason)

    def test_a_departure_never_holds_before_it_was_recorded(self) -> None:
        late = Departure("three", "board", WHO, ON, "because", Period(date(2025, 1, 1), AFTER))
        assert late.retroactive
        assert [late.covers(day) for day in (BEFORE, ON, AFTER, date(2025, 6, 3))] == [
            False,
            True,
            True,
            False,
        ]
        assert not Departure("three", "board", WHO, ON, "because").retroactive

    def test_cash_has_an_amount_and_only_a_correction_is_negative(self) -> None:
        def give(form: Form, amount: Money | None, corrects: str = "") -> Contribution:
            return Contribution("a", Purpose.PROJECT, form, Stage.PAID, amount, corrects=corrects)

        with pytest.raises(ValueError, match="in cash has an amount"):
            give(Form.CASH, None)
        with pytest.raises(ValueError, match="correction"):
            give(Form.CASH, Money(-1))
        assert give(Form.IN_KIND, None).amount is None
        assert give(Form.CASH, Money(0)).amount == Money(0)
        assert give(Form.CASH, Money(-1), corrects="c1").amount == Money(-1)

    @pytest.mark.parametrize("value", [None, True, 3, "within", 2.5])
    def test_a_given_value_says_how_much_is_known(self, value: object) -> None:
        with pytest.raises(TypeError, match="Truth, a Choice or a Range"):
            GivenValue("f", value, Source("d"))  # type: ignore[arg-type]  # the mistake under test

    def test_datetimes_are_no_days(self) -> None:
        with pytest.raises(TypeError, match="calendar date"):
            Membership("a", Period(datetime(2025, 1, 1, tzinfo=UTC)))

    def test_the_confidential_is_not_here(self) -> None:
        assert str(WHO) == "A. de Vries (programme manager)"
        assert str(Person("A. de Vries")) == "A. de Vries"


def reader(
    *facts: FactDefinition, members: Collection[str] = (), on: date = ON, bodies: Iterable[str] = ()
) -> Reader:
    everybody: Iterable[Party] = PARTNERS
    return Reader(
        facts,
        ("health", "water"),
        (Directory(everybody), Directory([POLICE])),
        Roll.of([Membership(one) for one in members or [partner.id for partner in PARTNERS]], on),
        on,
        bodies,
    )


def read(fact: FactDefinition, project: Project, *, on: date = ON, flaws: Iterable[str] = ()) -> Fact:
    several = tuple(Flaw("x", kind, "bad") for kind in flaws)
    return reader(fact, on=on, bodies=["core"]).read(project, several)[fact.name]


def taking_part(*parties: str | Participation, complete: bool = True) -> Project:
    return Project(
        "p",
        WATER,
        participations=[one if isinstance(one, Participation) else executing(one) for one in parties],
        completeness=[Completeness(WHO, ON)] if complete else [],
    )


def count(where: Selection | None = None, distinct: str = "party") -> CountFact:
    return CountFact("n", WATER, where=where or Selection(role=COUNTED), distinct=distinct)


class TestCounts:
    def test_nobody_on_a_complete_list_is_none_and_on_another_unknown(self) -> None:
        assert read(count(), taking_part()).value == Range.exactly(0)
        assert read(count(), taking_part(complete=False)).value == Range(0)
        members = count(Selection(member=True, role=COUNTED))
        assert read(members, taking_part(complete=False)).value == Range(0, len(PARTNERS))

    def test_a_party_counts_once(self) -> None:
        project = taking_part(
            "university", Participation("university", "lead"), "law", executing(named="UvW")
        )
        fact = read(count(), project)
        assert fact.value == Range.exactly(1)
        assert len(fact.counted) == 4
        assert {one.key for one in fact.counted} == {"university"}

    def test_a_role_that_nobody_wrote_down_may_be_any(self) -> None:
        fact = read(count(), taking_part("city", Participation("museum")))
        assert fact.value == Range(1, 2)
        assert [(one.key, one.why) for one in fact.possible] == [("museum", Why.UNKNOWN_ROLE)]
        assert read(count(Selection()), taking_part(Participation("museum"))).value == Range.exactly(1)
        assert read(count(), taking_part("museum", Participation("museum"))).value == Range.exactly(1)
        stranger = read(count(Selection(member=True, role=COUNTED)), taking_part(Participation("police")))
        assert stranger.value == Range.exactly(0)

    def test_certain_somewhere_is_certain(self) -> None:
        unsure = Participation("museum", "lead", certainty=Certainty.UNCERTAIN)
        assert read(count(), taking_part(unsure)).value == Range(0, 1)
        assert read(count(), taking_part(unsure, "museum")).value == Range.exactly(1)
        assert read(count(), taking_part(unsure, evolve(unsure, role="executing"))).value == Range(0, 1)

    def test_a_name_nobody_goes_by_may_be_anybody(self) -> None:
        project = taking_part("museum", executing(named="Stichting X"), "nobody")
        fact = read(count(), project)
        assert fact.value == Range(1, 3)
        assert {(one.name, one.why) for one in fact.possible} == {
            ("Stichting X", Why.UNRESOLVED_NAME),
            ("nobody", Why.UNKNOWN_PARTY),
        }

    @pytest.mark.parametrize("name", ["core", "Core", " CORE "])
    def test_a_body_never_counts(self, name: str) -> None:
        for one in (executing(named=name), executing(name.strip())):
            fact = read(count(), taking_part("museum", one))
            assert fact.value == Range.exactly(1)
            assert [each.why for each in fact.left_out] == [Why.BODY]

    def test_members_and_others(self) -> None:
        project = taking_part("museum", "city", "police")
        parts = reader(
            CountFact("in", WATER, where=Selection(member=True)),
            CountFact("out", WATER, where=Selection(member=False)),
            CountFact("all", WATER),
            CountFact("roll", WATER, of="memberships"),
            members=["museum", "university"],
        ).read(project)
        assert {name: fact.value for name, fact in parts.items()} == {
            "in": Range.exactly(1),
            "out": Range.exactly(2),
            "all": Range.exactly(3),
            "roll": Range.exactly(2),
        }

    def test_kind_and_attribute(self) -> None:
        project = taking_part("university", "abroad", "museum", "nowhere", "police")
        assert read(count(Selection(kind=["university"])), project).value == Range.exactly(3)
        dutch = read(count(Selection(attribute={"country": ["NL"]})), project)
        # Of two the country was never recorded: that is not a no.
        assert dutch.value == Range(2, 4)
        assert {one.key: one.why for one in dutch.possible} == {
            "nowhere": Why.UNKNOWN_ATTRIBUTE,
            "police": Why.UNKNOWN_ATTRIBUTE,
        }

    def test_entities_from_three_countries_without_affiliates(self) -> None:
        countries = count(Selection(affiliated=False), distinct="country")
        project = taking_part("university", "museum", "abroad", "daughter")
        assert read(countries, project).value == Range.exactly(2)
        assert [one.why for one in read(countries, project).left_out] == [Why.AFFILIATED]
        assert read(count(Selection(), distinct="country"), project).value == Range.exactly(3)
        assert read(count(Selection(affiliated=True)), project).value == Range.exactly(1)
        unsure = read(countries, taking_part("university", "nowhere"))
        assert unsure.value == Range(1, 2)

    @pytest.mark.parametrize(
        ("first", "last", "counts"),
        [
            (None, None, True),
            (ON, ON, True),
            (AFTER, None, False),
            (None, BEFORE, False),
            (BEFORE, AFTER, True),
        ],
    )
    def test_on_the_day(self, first: date | None, last: date | None, counts: bool) -> None:
        fact = read(count(), taking_part(executing("museum", period=Period(first, last))))
        assert fact.value == Range.exactly(int(counts))
        if not counts:
            assert fact.left_out[0].why is (Why.NOT_YET if first else Why.NO_LONGER)

    def test_what_is_only_intended(self) -> None:
        intends = executing("museum", stage=Firmness.INTENTION)
        later = executing("city", stage=Firmness.CONFIRMED, confirmed_on=AFTER)
        fact = read(count(), taking_part(intends, later))
        assert fact.value == Range.exactly(0)
        assert set(fact.projected) == {"museum", "city"}
        assert read(count(), taking_part(later), on=AFTER).value == Range.exactly(1)

    def test_before_the_start_a_commitment_counts_and_after_the_end_nothing_does(self) -> None:
        member = executing("museum", stage=Firmness.CONFIRMED, period=Period(AFTER))
        soon = evolve(taking_part(member), period=Period(AFTER))
        assert read(count(), soon).value == Range.exactly(1)
        running = evolve(soon, period=Period(BEFORE))
        assert read(count(), running).value == Range.exactly(0)
        over = evolve(taking_part("museum"), period=Period(last=BEFORE))
        assert read(count(), over).value == Range.exactly(0)

    def test_a_list_is_complete_for_its_time(self) -> None:
        attested = [
            Completeness(WHO, ON, period=Period(last=BEFORE)),
            Completeness(WHO, ON, of="contributions"),
        ]
        project = evolve(taking_part("museum", complete=False), completeness=attested)
        assert read(count(), project).value == Range(1)
        assert read(count(), project, on=BEFORE).value == Range.exactly(1)
        assert read(count(), project).open == (Why.LIST_INCOMPLETE,)

    def test_a_flawed_record_leaves_room_above(self) -> None:
        fact = read(count(), taking_part("museum"), flaws=["participation"])
        assert fact.value == Range(1)
        assert Why.FLAWED_RECORD in fact.open
        assert read(count(), taking_part("museum"), flaws=["judgement"]).value == Range.exactly(1)

    def test_what_is_settled_leaves_nothing_open(self) -> None:
        everybody = taking_part(*(one.id for one in PARTNERS), complete=False)
        fact = read(count(Selection(member=True)), everybody, flaws=["participation"])
        assert (fact.value, fact.open) == (Range.exactly(len(PARTNERS)), ())

    def test_disputed_membership(self) -> None:
        definition = count(Selection(member=True))
        roll = Roll.of([Membership("museum"), Membership("city", certainty=Certainty.DISPUTED)], ON)
        by = Reader([definition], (), (Directory(PARTNERS),), roll, ON)
        fact = by.read(taking_part("museum", "city", "university"))["n"]
        assert fact.value == Range(1, 2)
        assert [one.why for one in fact.possible] == [Why.DISPUTED_MEMBERSHIP]
        assert [one.why for one in fact.left_out] == [Why.NOT_A_MEMBER]
        assert by.read(taking_part(complete=False))["n"].value == Range(0, 2)

    def test_no_more_members_than_there_are(self) -> None:
        roll = Roll.of([Membership("museum"), Membership("city")], ON)
        by = Reader([count(Selection(member=True))], (), (Directory(PARTNERS),), roll, ON)
        several = [executing(named=f"X {index}") for index in range(5)]
        assert by.read(taking_part("museum", *several))["n"].value == Range(1, 2)

    def test_admissions_and_benefits_are_there_when_recorded(self) -> None:
        project = Project(
            "p",
            WATER,
            admissions=[
                Admission(WHO, BEFORE),
                Admission(WHO, AFTER),
                Admission(WHO, BEFORE, admitted=False),
            ],
            benefits=[
                Benefit("city", "city", WATER),
                Benefit("city", "city", WATER, AFTER),
                Benefit("museum", "institutions", WATER, ON),
            ],
        )
        assert read(CountFact("n", WATER, of="admissions"), project).value == Range.exactly(1)
        sided = CountFact("n", WATER, of="benefits", where=Selection(side=["city"]))
        assert read(sided, project).value == Range.exactly(1)
        assert read(CountFact("n", WATER, of="benefits"), project).value == Range.exactly(2)
        assert read(CountFact("n", WATER, of="admissions"), Project("q", WATER)).value == Range.exactly(0)
        assert read(sided, project, flaws=["benefit"]).value == Range(1)


FIT: Final = JudgementFact(
    "fit", WATER, [Option(one, WATER) for one in ("within", "partial", "outside")], per_theme=True
)
GOOD: Final = JudgementFact("good", WATER, [Option("yes", WATER), Option("no", WATER)])
ANY_FIT: Final = Choice.among(["within", "partial", "outside"])


def judged(*several: Judgement) -> Project:
    return Project("p", WATER, judgements=several)


def fit(verdict: str, theme: str = "", *, on: date = BEFORE, **more: str) -> Judgement:
    return Judgement("fit", verdict, WHO, on, theme=theme, **more)  # type: ignore[arg-type]  # text fields only


class TestJudgements:
    @pytest.mark.parametrize(
        ("several", "known"),
        [
            ([], ANY_FIT),
            ([fit("partial")], Choice.of("partial")),
            ([fit("within", "health")], Choice.of("within")),
            ([fit("partial", "health")], Choice.among(["within", "partial"])),
            ([fit("outside", "health")], ANY_FIT),
            ([fit("outside", "health"), fit("outside", "water")], Choice.of("outside")),
            ([fit("outside", "health"), fit("partial", "water")], Choice.of("partial")),
            ([fit("outside", "health"), fit("within", "water")], Choice.of("within")),
            ([fit("within", "health"), fit("outside")], Choice.of("outside")),
            ([fit("within"), fit("outside")], ANY_FIT),
            ([fit("within"), fit("within")], Choice.of("within")),
            ([fit("splendid")], ANY_FIT),
            ([fit("within", on=AFTER)], ANY_FIT),
            ([fit("within", on=ON)], Choice.of("within")),
            ([fit("within", "parking")], ANY_FIT),
            ([fit("within", "parking"), fit("outside", "water")], ANY_FIT),
        ],
    )
    def test_the_best_theme_and_outside_only_if_all_are(
        self, several: list[Judgement], known: Choice
    ) -> None:
        assert read(FIT, judged(*several)).value == known

    def test_superseded(self) -> None:
        first = fit("outside", id="j1")
        second = fit("within", id="j2", supersedes="j1", on=ON)
        assert read(FIT, judged(first, second)).value == Choice.of("within")
        assert read(FIT, judged(first, second), on=BEFORE).value == Choice.of("outside")
        fact = read(FIT, judged(first, second))
        assert [one.record for one in fact.counted] == ["j2"]
        assert [(one.record, one.why) for one in fact.left_out] == [("j1", Why.SUPERSEDED)]

    def test_contested_stays_open_until_it_is_resolved(self) -> None:
        first = fit("within", id="j1")
        contest = fit("within", id="j2", contests="j1")
        assert read(FIT, judged(first, contest)).value == ANY_FIT
        assert {one.why for one in read(FIT, judged(first, contest)).possible} == {Why.CONTESTED}
        withdrawn = fit("within", id="j3", supersedes="j2", on=ON)
        assert read(FIT, judged(first, contest, withdrawn)).value == Choice.of("within")
        assert read(FIT, judged(first, contest, withdrawn), on=BEFORE).value == ANY_FIT

    def test_a_contested_theme_leaves_the_others_alone(self) -> None:
        health = [fit("outside", "health", id="j1"), fit("within", "health", id="j2", contests="j1")]
        assert read(FIT, judged(*health, fit("within", "water"))).value == Choice.of("within")
        assert read(FIT, judged(*health, fit("partial", "water"))).value == Choice.among(
            ["within", "partial"]
        )
        assert read(FIT, judged(*health, fit("outside", "water"))).value == ANY_FIT

    def test_not_asked_per_theme(self) -> None:
        themed = Judgement("good", "yes", WHO, BEFORE, theme="health")
        assert read(GOOD, judged(themed)).value == Choice.among(["yes", "no"])
        assert read(GOOD, judged(evolve(themed, theme=""))).value == Choice.of("yes")

    def test_of_another_question(self) -> None:
        assert read(GOOD, judged(fit("within"))).value == Choice.among(["yes", "no"])

    def test_a_flawed_judgement_may_have_said_anything(self) -> None:
        assert read(FIT, judged(fit("within")), flaws=["judgement"]).value == ANY_FIT


def contribution(
    contributor: str,
    amount: str | None,
    *,
    form: Form = Form.CASH,
    stage: Stage = Stage.PAID,
    purpose: Purpose = Purpose.PROJECT,
    currency: str = "EUR",
    on: date | None = None,
    corrects: str = "",
) -> Contribution:
    money = None if amount is None else Money.parse(amount, currency)
    return Contribution(contributor, purpose, form, stage, money, on, corrects)


def spent(*several: Contribution, complete: bool = True) -> Project:
    attested = [Completeness(WHO, ON, of="contributions")] if complete else []
    return Project("p", WATER, contributions=several, completeness=attested)


PAID: Final = SumFact("sum", WATER, Selection(stage=["paid"]))


class TestSums:
    def test_exact_when_all_is_valued_and_listed(self) -> None:
        project = spent(contribution("city", "30000"), contribution("university", "0.01"))
        assert read(PAID, project).value == Range.exactly(3_000_001)
        assert read(PAID, spent()).value == Range.exactly(0)

    def test_at_least_when_not(self) -> None:
        some = contribution("city", "30000")
        assert read(PAID, spent(some, complete=False)).value == Range(3_000_000)
        unvalued = contribution("university", None, form=Form.IN_KIND)
        fact = read(PAID, spent(some, unvalued))
        assert fact.value == Range(3_000_000)
        assert [one.why for one in fact.possible] == [Why.NOT_VALUED]

    def test_stages_forms_and_purposes_are_never_added_together(self) -> None:
        project = spent(
            contribution("city", "1", stage=Stage.PLEDGED),
            contribution("city", "2", stage=Stage.COMMITTED),
            contribution("city", "4"),
            contribution("city", "8", form=Form.IN_KIND),
            contribution("city", "16", purpose=Purpose.CORE),
        )
        for where, cents in (
            (Selection(stage=["pledged"]), 100),
            (Selection(stage=["committed"]), 200),
            (Selection(stage=["paid"], form=["cash"], purpose=["project"]), 400),
            (Selection(stage=["paid"], form=["in-kind"]), 800),
            (Selection(purpose=["core"]), 1600),
        ):
            assert read(SumFact("sum", WATER, where), project).value == Range.exactly(cents)

    def test_another_currency_is_not_added(self) -> None:
        project = spent(contribution("city", "10"), contribution("city", "10", currency="USD"))
        assert read(PAID, project).value == Range(1000)
        assert [one.why for one in read(PAID, project).possible] == [Why.OTHER_CURRENCY]
        dollars = SumFact("sum", WATER, Selection(stage=["paid"]), currency="USD")
        assert read(dollars, project).value == Range(1000)

    def test_a_correction_lowers(self) -> None:
        project = spent(contribution("city", "10"), contribution("city", "-3", corrects="c1"))
        assert read(PAID, project).value == Range.exactly(700)

    def test_an_unknown_contributor_never_makes_it_less(self) -> None:
        members = SumFact("sum", WATER, Selection(member=True))
        project = spent(contribution("city", "10"), contribution("nobody", "5"), contribution("police", "2"))
        fact = read(members, project)
        assert fact.value == Range(1000)
        assert [one.why for one in fact.left_out] == [Why.NOT_A_MEMBER]
        assert [one.why for one in fact.possible] == [Why.UNKNOWN_PARTY]

    def test_paid_later(self) -> None:
        assert read(PAID, spent(contribution("city", "10", on=AFTER))).value == Range.exactly(0)
        assert read(PAID, spent(contribution("city", "10", on=AFTER)), on=AFTER).value == Range.exactly(1000)

    def test_a_flawed_record_may_have_been_a_correction(self) -> None:
        assert read(PAID, spent(contribution("city", "10")), flaws=["contribution"]).value == Range(0)

    def test_the_number_of_contributors(self) -> None:
        paying = CountFact("n", WATER, of="contributions", where=Selection(stage=["paid"]))
        project = spent(
            contribution("city", "1"),
            contribution("city", "2"),
            contribution("university", "1"),
            contribution("museum", "1", stage=Stage.PLEDGED),
        )
        assert read(paying, project).value == Range.exactly(2)


def given(value: Known, *, period: Period | None = None, fact: str = "g") -> GivenValue:
    return GivenValue(fact, value, Source("minutes"), period or Period())


OPTIONS: Final = (Option("a", WATER), Option("b", WATER))


class TestGiven:
    @pytest.mark.parametrize(
        ("definition", "unknown", "value", "of_another_type"),
        [
            pytest.param(GivenFact("g", WATER), UNKNOWN, MET, Range.exactly(1), id="truth"),
            pytest.param(
                GivenFact("g", WATER, "choice", OPTIONS), Choice.among("ab"), Choice.of("a"), MET, id="choice"
            ),
            pytest.param(
                GivenFact("g", WATER, "choice", OPTIONS),
                Choice.among("ab"),
                Choice.of("b"),
                Choice.of("c"),
                id="option",
            ),
            pytest.param(GivenFact("g", WATER, "count"), Range(0), Range(2, 3), MET, id="count"),
            pytest.param(
                GivenFact("g", WATER, "days"), Range(0), Range.exactly(28), Choice.of("a"), id="days"
            ),
            pytest.param(GivenFact("g", WATER, "money"), Range(0), Range(100), NOT_MET, id="money"),
        ],
    )
    def test_what_is_supplied(
        self, definition: GivenFact, unknown: Known, value: Known, of_another_type: Known
    ) -> None:
        def known(*several: GivenValue, on: date = ON) -> Known:
            return read(definition, Project("p", WATER, given=several), on=on).value

        assert known() == unknown
        assert known(given(value)) == value
        assert known(given(value), given(value)) == value
        assert known(given(of_another_type)) == unknown
        assert known(given(value), given(of_another_type)) == unknown
        assert known(given(value, fact="other")) == unknown
        assert known(given(value, period=Period(last=BEFORE))) == unknown
        assert known(given(value, period=Period(last=BEFORE)), on=BEFORE) == value

    def test_two_values_leave_it_open_and_are_shown(self) -> None:
        fact = read(GivenFact("g", WATER), Project("p", WATER, given=[given(MET), given(NOT_MET)]))
        assert fact.value is UNKNOWN
        assert [one.why for one in fact.possible] == [Why.CONTESTED, Why.CONTESTED]


class TestSelection:
    def test_lists_and_not_one_text(self) -> None:
        with pytest.raises(TypeError, match="not the one text"):
            Selection(role="executing")
        assert Selection(role=["b", "a"]) == Selection(role={"a", "b"})
        assert Selection(attribute={"country": ["NL"]}) == Selection(attribute=[("country", ("NL",))])


class TestReader:
    def test_the_same_records_read_twice_give_the_same_facts(self) -> None:
        facts = (count(), CountFact("m", WATER, where=Selection(member=True)))
        by = reader(*facts)
        projects = [
            taking_part("museum", executing("museum", certainty=Certainty.UNCERTAIN)),
            taking_part(executing("museum", certainty=Certainty.DISPUTED)),
            taking_part(executing(named="museum"), complete=False),
            taking_part(Participation("museum", "sponsor")),
        ]
        for project in (*projects, *reversed(projects)):
            assert by.read(project) == reader(*facts).read(project)

    def test_evidence_names_the_record_the_party_and_why(self) -> None:
        project = taking_part(
            executing(named="Law School", id="r1"), "police", Participation("city", "endorses")
        )
        fact = read(count(Selection(member=True, role=COUNTED)), project)
        (one,) = fact.counted
        assert (one.record, one.key, one.why) == ("r1", "university", Why.COUNTED)
        assert one.name == "Universiteit van Waterstad (Law School)"
        assert fact.records == ("r1",)
        assert {each.key: each.why for each in fact.left_out} == {
            "police": Why.NOT_A_MEMBER,
            "city": Why.ROLE,
        }

    def test_a_dated_name_is_what_it_was_called_on_the_day(self) -> None:
        old = read(count(), taking_part("university"), on=date(2019, 6, 1))
        assert [one.name for one in old.counted] == ["Rijksuniversiteit"]


class TestPlaces:
    """Places in a project that are alike in all but one thing."""

    def test_the_order_of_places_that_differ_only_in_certainty_never_matters(self) -> None:
        sure, unsure = Participation("a", "lead"), Participation("a", "lead", certainty=Certainty.UNCERTAIN)
        assert Project("p", WATER, participations=[sure, unsure]) == Project(
            "p", WATER, participations=[unsure, sure]
        )

    def test_each_place_has_a_record_of_its_own(self) -> None:
        twice = [
            Participation("a", "lead"),
            Participation("a", "executing"),
            Participation("a", "host", id="x"),
        ]
        records = Project("p", WATER, participations=twice).records
        assert sorted(records) == ["p/a", "p/a#2", "x"]


class TestContributors:
    """A contribution by somebody who may or may not be a member may or may not count."""

    def test_a_contributor_whose_membership_is_disputed_is_possible(self) -> None:
        paid = Contribution("stranger", Purpose.PROJECT, Form.CASH, Stage.PAID, Money(100))
        fact = CountFact("payers", WATER, of="contributions", where=Selection(member=True))
        assert read(fact, Project("p", WATER, contributions=[paid])).value == Range(0, 1)


def test_a_title_may_be_one_plain_name_as_in_a_file() -> None:
    project = Project("p", "Duinhuis")

    assert project == Project("p", Text.same("Duinhuis"))
    assert project.title["nl"] == "Duinhuis"
