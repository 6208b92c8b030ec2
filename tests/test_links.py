# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cross-links: the worked cases, laws over generated registers, and obvious computations to compare with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import cast

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import fixtures_charter as fx
from fixtures_charter import FIVE, GL, HL, MBO, NAT, ON, UL, agreement, executing, project, register
from kennisstad_core import network as net
from kennisstad_core.charter import Charters, Word
from kennisstad_core.errors import UnknownName
from kennisstad_core.facts import Why
from kennisstad_core.files import load_charters, load_register
from kennisstad_core.findings import Status
from kennisstad_core.links import hook_on
from kennisstad_core.records import (
    Benefit,
    Certainty,
    Contribution,
    Declaration,
    Firmness,
    Form,
    Interest,
    Meeting,
    Participation,
    Person,
    Project,
    Purpose,
    Register,
    Signatory,
    Stage,
    Visibility,
    Wish,
)
from kennisstad_core.text import Text
from kennisstad_core.truth import Truth
from kennisstad_core.values import ALWAYS, Money, Period

CHARTER = agreement()
POL = "pol"


def ids(nodes: Iterable[net.Node]) -> list[str]:
    return [node.id for node in nodes]


def linked(found: net.Reply[net.Pair]) -> set[frozenset[str]]:
    return {frozenset((one.one.id, one.other.id)) for one in found if one.projects}


def pair(one: str, other: str) -> frozenset[str]:
    return frozenset((one, other))


T24 = register(
    project((UL, HL, GL), id="i1", complete=False),
    project((GL, NAT), id="i2"),
    project(
        (
            executing(HL, period=Period(None, date(2024, 12, 31))),
            executing(MBO, period=Period(date(2025, 1, 1))),
        ),
        id="i3",
    ),
)


class TestT24:
    table = net.affiliations(CHARTER, T24)
    both_years = Period(date(2024, 1, 1), date(2025, 12, 31))

    def test_four_of_ten_pairs(self) -> None:
        found = net.pairs(self.table, period=self.both_years)

        assert len(found) == 10
        assert linked(found) == {pair(UL, HL), pair(UL, GL), pair(HL, GL), pair(GL, NAT)}

    def test_a_predecessor_and_its_successor_are_not_linked(self) -> None:
        graph = net.partner_graph(self.table, period=self.both_years)

        assert not graph.has_edge(net.party(HL), net.party(MBO))
        assert ids(nx.isolates(graph)) == [MBO]

    def test_the_municipality_is_the_articulation_point(self) -> None:
        graph = net.partner_graph(self.table, on=ON)

        assert ids(nx.articulation_points(graph)) == [GL]

    def test_shared_out_strengths(self) -> None:
        graph = net.partner_graph(self.table, period=self.both_years, strength=net.Strength.NEWMAN)
        strengths = {pair(one.id, other.id): data["strength"] for one, other, data in graph.edges(data=True)}

        assert strengths == {pair(UL, HL): 0.5, pair(UL, GL): 0.5, pair(HL, GL): 0.5, pair(GL, NAT): 1.0}

    def test_what_rests_on_one_project_and_whose_list_is_not_attested(self) -> None:
        found = net.single_project_links(self.table, on=ON)

        assert len(found) == 4
        assert found.cautions == (net.Caution.LISTS_INCOMPLETE,)
        assert found[0].records == ("i1/gl", "i1/hl")


class TestT02:
    """The city criminologist: university, municipality and police; three members could hook on."""

    held = register(project((UL, GL, POL), id="criminologist", fit="partial", profile="good"))

    def test_the_candidates(self) -> None:
        found = net.hook_on_candidates(CHARTER, self.held, "criminologist", on=ON)

        assert sorted(ids(one.party for one in found)) == sorted([HL, NAT, MBO])
        assert all(net.Because.LIFTS in one.because for one in found)

    def test_it_is_one_member_short(self) -> None:
        (one,) = net.one_short(CHARTER, self.held, on=ON)

        assert (one.needed, ids(one.could_join), one.certain) == (1, sorted([HL, NAT, MBO]), True)
        assert one.clauses == ("three-of-five",)

    def test_perhaps_one_is_enough_while_a_membership_is_disputed(self) -> None:
        # Of six members it asks four, of five three: the public records of Leiden leave open which of the two it is.
        charters, held = load_charters("leiden"), load_register("examples/leiden")
        short = {one.project.id: one for one in net.short_of(charters, held, on=ON)}
        one = short["city-criminologist"]

        assert (one.needed, one.perhaps, one.certain) == (2, 1, True)
        assert "city-criminologist" in {each.project.id for each in net.one_short(charters, held, on=ON)}
        assert (short["biodivercities"].perhaps, short["biodivercities"].certain) == (0, False)

    def test_whoever_declared_an_interest_goes_first(self) -> None:
        interests = (
            Interest(NAT, date(2025, 3, 1), Text.same("x"), own=True, id="declared"),
            Interest(MBO, date(2025, 3, 1), Text.same("y"), id="noted by others"),
        )
        held = register(evolve(self.held.projects[0], interests=interests))
        found = net.hook_on_candidates(CHARTER, held, "criminologist", on=ON)

        assert found[0].party.id == NAT
        assert found[0].reasons[0] == net.Reason(net.Because.INTEREST, ("criminologist",), ("declared",))
        assert [(one.why, one.records) for one in found.unknown] == [(Why.UNCONFIRMED, ("noted by others",))]

    def test_before_it_was_declared_it_is_no_reason(self) -> None:
        interests = (Interest(NAT, date(2025, 7, 1), Text.same("x"), own=True),)
        unsaid = Interest(MBO, date(2025, 7, 1), Text.same("y"))
        held = register(evolve(self.held.projects[0], interests=(*interests, unsaid)))
        found = net.hook_on_candidates(CHARTER, held, "criminologist", on=ON)

        assert not any(net.Because.INTEREST in one.because for one in found)
        assert not found.unknown

    def test_a_confidential_interest_is_counted_and_shown_nowhere(self) -> None:
        hidden = Interest(
            NAT, date(2025, 3, 1), Text.same("secret"), own=True, visibility=Visibility.CONFIDENTIAL
        )
        held = register(evolve(self.held.projects[0], interests=(hidden,)))
        found = net.hook_on_candidates(CHARTER, held, "criminologist", on=ON)

        assert found.withheld == 1
        assert not any(net.Because.INTEREST in one.because for one in found)

    def test_a_project_nobody_knows(self) -> None:
        with pytest.raises(UnknownName, match="criminologist"):
            net.hook_on_candidates(CHARTER, self.held, "criminologists", on=ON)


class TestT08:
    """The museum alone: it can be joined, by everyone else."""

    held = register(project((NAT,), id="solo", fit="within", profile="good"))

    def test_two_more_are_needed(self) -> None:
        (one,) = net.short_of(CHARTER, self.held, on=ON)

        assert (one.needed, ids(one.involved)) == (2, [NAT])
        assert sorted(ids(one.could_join)) == sorted([UL, HL, MBO, GL])

    def test_each_candidate_would_be_its_first_link(self) -> None:
        found = net.hook_on_candidates(CHARTER, self.held, "solo", on=ON)

        assert len(found) == 4
        assert all(net.Because.CONNECTS in one.because for one in found)


class TestWhoCounts:
    """Affiliations follow the same records as decisions, and leave the same out."""

    def affiliations(self, *places: Participation) -> net.Affiliations:
        return net.affiliations(CHARTER, register(project(places)))

    def test_a_name_in_other_spelling_and_a_unit_are_the_party(self) -> None:
        table = self.affiliations(executing(named="gemeente  LEIDEN"), executing("ul-law"))

        assert ids(row.party for row in table) == [GL, UL]
        assert not table.unknown

    def test_a_body_is_never_a_party(self) -> None:
        table = self.affiliations(executing("core"), executing(named="Core Organisation"), executing(GL))

        assert ids(row.party for row in table) == [GL]
        assert [row.doubt for row in table.left_out] == [Why.BODY, Why.BODY]

    def test_what_is_not_certain_is_beside_it(self) -> None:
        table = self.affiliations(
            executing(UL, certainty=Certainty.UNCERTAIN),
            executing(named="somebody"),
            Participation(NAT),
            executing(HL, stage=Firmness.INTENTION),
            Participation(MBO, "support"),
            executing(GL),
        )

        assert ids(row.party for row in table) == [GL]
        assert {row.doubt for row in table.unknown} == {
            Why.UNCERTAIN,
            Why.UNRESOLVED_NAME,
            Why.UNKNOWN_ROLE,
        }
        assert {row.doubt for row in table.left_out} == {Why.INTENTION, Why.ROLE}

    def test_an_uncertain_link_is_perhaps_one(self) -> None:
        table = self.affiliations(executing(UL, certainty=Certainty.UNCERTAIN), executing(GL))
        found = {pair(one.one.id, one.other.id): one for one in net.missing_pairs(table, on=ON)}

        assert found[pair(UL, GL)].perhaps == ("p/gl", "p/ul")
        assert found[pair(NAT, GL)].perhaps == ()
        assert net.missing_pairs(table, on=ON).left_out == 1

    def test_three_projects_of_three_cannot_link_five_partners(self) -> None:
        # The fewest sets of three that hold every pair of five are four: the covering number C(5, 3, 2).
        five = (UL, HL, NAT, MBO, GL)
        several = (
            project((UL, HL, NAT), id="a"),
            project((UL, MBO, GL), id="b"),
            project((HL, MBO, GL), id="c"),
            project((NAT, MBO, GL), id="d"),
        )
        for count in range(5):
            missing = net.missing_pairs(net.affiliations(CHARTER, register(*several[:count])), on=ON)
            unavoidable = net.Caution.UNAVOIDABLE in missing.cautions
            assert unavoidable == (3 * count < len(five) * (len(five) - 1) / 2)
            assert missing.rows or not unavoidable

    def test_a_confirmed_place_links_nobody_before_the_project_starts(self) -> None:
        starts = Period(date(2025, 7, 1))
        places = [
            executing(one, period=starts, stage=Firmness.CONFIRMED, confirmed_on=date(2025, 5, 1))
            for one in (UL, GL)
        ]
        table = net.affiliations(CHARTER, register(evolve(project(places), period=starts)))

        assert not linked(net.pairs(table, on=ON))
        assert linked(net.pairs(table, on=date(2025, 7, 1))) == {pair(UL, GL)}

    def test_a_disputed_member_is_unknown_among_members_and_certain_among_all(self) -> None:
        disputed = [
            evolve(one, certainty=Certainty.DISPUTED) if one.partner == UL else one
            for one in CHARTER.memberships
        ]
        table = net.affiliations(
            agreement(memberships=disputed), register(project((executing(UL), executing(GL))))
        )

        assert {one.why for one in net.pairs(table, on=ON).unknown} == {Why.DISPUTED_MEMBERSHIP}
        assert not linked(net.pairs(table, on=ON))
        assert linked(net.pairs(table, on=ON, externals=True)) == {pair(UL, GL)}

    def test_outsiders_are_a_layer_of_their_own(self) -> None:
        table = self.affiliations(executing(GL), executing(POL))

        assert net.party(POL) not in net.partner_graph(table, on=ON)
        assert net.partner_graph(table, on=ON, externals=True).has_edge(net.party(GL), net.party(POL))
        assert {row.party.id: row.member for row in table} == {GL: Truth.MET, POL: Truth.NOT_MET}

    def test_a_partner_and_a_project_of_one_name_do_not_collide(self) -> None:
        graph = net.affiliation_graph(net.affiliations(CHARTER, register(project((GL, UL), id=GL))), on=ON)

        assert net.Node("party", GL) in graph
        assert net.Node("project", GL) in graph
        assert nx.is_bipartite(graph)


# Generated registers

DAYS = [date(2025, 1, 1) + timedelta(days=count) for count in range(10)]
SPANS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda two: Period(min(two), max(two)))
PLACES = st.lists(
    st.tuples(st.sampled_from([*FIVE, POL]), st.one_of(st.just(ALWAYS), SPANS)).map(
        lambda place: executing(place[0], period=place[1])
    ),
    max_size=5,
)


@st.composite
def registers(draw: st.DrawFn, most: int = 4) -> Register:
    projects = [
        evolve(project(draw(PLACES), id=f"p{index}"), period=draw(st.one_of(st.just(ALWAYS), SPANS)))
        for index in range(draw(st.integers(0, most)))
    ]
    return register(*projects)


def present(held: Register, day: date) -> dict[str, set[str]]:
    """Who is in which project on a day: nothing but dates."""
    return {
        whole.id: {one.party for one in whole.participations if day in one.period and day in whole.period}
        for whole in held.projects
    }


class TestLaws:
    @given(registers())
    @settings(max_examples=100)
    def test_links_over_a_period_are_those_of_its_days(self, held: Register) -> None:
        table = net.affiliations(CHARTER, held)
        of_days = {
            frozenset(two)
            for day in DAYS
            for there in present(held, day).values()
            for two in combinations(sorted(there), 2)
        }

        found = net.pairs(table, period=Period(DAYS[0], DAYS[-1]), externals=True)

        assert linked(found) == of_days

    @given(registers())
    @settings(max_examples=100)
    def test_days_together_are_counted_as_by_hand(self, held: Register) -> None:
        graph = net.partner_graph(
            net.affiliations(CHARTER, held),
            period=Period(DAYS[0], DAYS[-1]),
            strength=net.Strength.DAYS,
            externals=True,
        )
        by_hand = Counter(
            two
            for day in DAYS
            for two in {
                frozenset(each)
                for there in present(held, day).values()
                for each in combinations(sorted(there), 2)
            }
        )

        assert {
            pair(one.id, other.id): data["strength"] for one, other, data in graph.edges(data=True)
        } == by_hand

    @given(registers())
    @settings(max_examples=100)
    def test_spells_of_a_link_are_the_days_on_which_it_is_there(self, held: Register) -> None:
        window = Period(DAYS[0], DAYS[-1])
        table = net.affiliations(CHARTER, held)
        spells = net.link_history(table, period=window, externals=True)

        for day in DAYS:
            there = {pair(one.one.id, one.other.id) for one in spells if day in one.period}
            assert there == linked(net.pairs(table, on=day, externals=True))

    @given(registers(), st.sampled_from(DAYS))
    @settings(max_examples=100)
    def test_shared_out_strengths_add_up_to_projects_with_others(self, held: Register, day: date) -> None:
        graph = net.partner_graph(
            net.affiliations(CHARTER, held), on=day, strength=net.Strength.NEWMAN, externals=True
        )
        there = present(held, day).values()

        for node in graph:
            total = sum(Fraction(data["strength"]).limit_denominator(60) for data in graph[node].values())
            assert total == sum(node.id in several and len(several) > 1 for several in there)

    @given(registers(), st.sampled_from(DAYS), st.randoms(use_true_random=False))
    @settings(max_examples=50)
    def test_order_never_matters(self, held: Register, day: date, chance: Random) -> None:
        projects = list(held.projects)
        chance.shuffle(projects)
        shuffled = evolve(held, projects=projects)
        one, other = (net.affiliations(CHARTER, each) for each in (held, shuffled))

        assert one == other
        assert net.graphml(net.affiliation_graph(one, on=day)) == net.graphml(
            net.affiliation_graph(other, on=day)
        )

    @given(registers(), st.sampled_from(DAYS), st.permutations(FIVE))
    @settings(max_examples=50)
    def test_relabelling_members_permutes_the_links(
        self, held: Register, day: date, order: list[str]
    ) -> None:
        names = dict(zip(FIVE, order, strict=True))

        def renamed(whole: Project) -> Project:
            places = [evolve(one, party=names.get(one.party, one.party)) for one in whole.participations]
            return evolve(whole, participations=places)

        before = linked(net.pairs(net.affiliations(CHARTER, held), on=day))
        after = evolve(held, projects=[renamed(one) for one in held.projects])

        assert linked(net.pairs(net.affiliations(CHARTER, after), on=day)) == {
            frozenset(names[each] for each in two) for two in before
        }

    @given(registers())
    @settings(max_examples=50)
    def test_existing_and_missing_pairs_are_all_pairs_once(self, held: Register) -> None:
        table = net.affiliations(CHARTER, held)
        existing, missing = net.existing_pairs(table, on=ON), net.missing_pairs(table, on=ON)

        assert len(existing) + len(missing) == 10
        assert set(net.single_project_links(table, on=ON)) <= set(existing)

    @given(registers(), st.sampled_from(FIVE))
    @settings(max_examples=50)
    def test_what_if_equals_never_having_had_the_places(self, held: Register, gone: str) -> None:
        impact = net.withdrawal_impact(CHARTER, held, gone, on=ON)
        without = [
            evolve(whole, participations=[one for one in whole.participations if one.party != gone])
            for whole in held.projects
        ]
        left = linked(net.pairs(net.affiliations(CHARTER, evolve(held, projects=without)), on=ON))
        now = linked(net.pairs(net.affiliations(CHARTER, held), on=ON))

        assert {pair(*ids(two)) for two in impact.lost} == now - left

    @given(registers())
    @settings(max_examples=50)
    def test_whoever_is_pivotal_takes_the_project_below_when_it_leaves(self, held: Register) -> None:
        on = DAYS[4]
        counts = {name: there & set(FIVE) for name, there in present(held, on).items()}
        live = {one.id for one in held.projects if one.period.last is None or on <= one.period.last}
        expected = {
            (name, who) for name, there in counts.items() if name in live and len(there) == 3 for who in there
        }
        found = {
            (one.project.id, who.id)
            for one in net.pivotal(CHARTER, held, on=on)
            if one.clause == "three-of-five"
            for who in one.pivotal
        }
        # Whoever is confirmed for a project that is still to start counts for the clause already.
        started = {one.id for one in held.projects if on in one.period}

        assert {each for each in found if each[0] in started} == {
            each for each in expected if each[0] in started
        }

    @given(registers())
    @settings(max_examples=30)
    def test_connecting_takes_one_less_than_there_are_parts(self, held: Register) -> None:
        table = net.affiliations(CHARTER, held)
        graph = net.partner_graph(table, on=ON)
        steps = net.connecting(CHARTER, held, on=ON)
        inside = [there & set(FIVE) for there in present(held, ON).values() if there & set(FIVE)]

        assert len(steps) == (nx.number_connected_components(graph) - 1 if inside else 0)


class TestQuestions:
    def test_theme_coverage_and_unlinked_themes(self) -> None:
        both = evolve(
            project((GL, NAT), id="b"),
            judgements=[
                fx.judgement("theme_fit", "within", theme="health"),
                fx.judgement("theme_fit", "partial", theme="biodiversity"),
                fx.judgement("theme_fit", "wholly-outside", theme="heritage"),
            ],
        )
        table = net.affiliations(
            CHARTER, register(project((GL, UL), id="a", fit="within", theme="heritage"), both)
        )
        cells = {(one.party.id, one.theme.id): one.projects for one in net.theme_coverage(table, on=ON)}

        assert len(cells) == 15
        assert cells[GL, "health"] == cells[NAT, "biodiversity"] == ("b",)
        assert cells[UL, "heritage"] == ("a",)
        assert cells[NAT, "heritage"] == ()
        assert {(one.one.id, one.other.id): one.parties for one in net.unlinked_themes(table, on=ON)} == {
            ("biodiversity", "heritage"): (GL,),
            ("health", "heritage"): (GL,),
        }
        assert net.theme_graph(table, on=ON).edges[net.theme("biodiversity"), net.theme("health")][
            "projects"
        ] == ("b",)

    def test_a_project_that_nobody_judged_is_said_to_be_so(self) -> None:
        table = net.affiliations(CHARTER, register(project((GL, UL))))

        assert net.Caution.THEMES_NOT_RECORDED in net.theme_coverage(table, on=ON).cautions
        assert net.Caution.THEMES_NOT_RECORDED not in net.pairs(table, on=ON).cautions

    def test_dependence(self) -> None:
        table = net.affiliations(
            CHARTER,
            register(project((GL, UL), id="a"), project((GL, UL, HL), id="b"), project((GL,), id="c")),
        )
        most, least = net.dependence(table, GL, on=ON)

        assert (most.other.id, most.projects, most.only_two) == (UL, ("a", "b"), ("a",))
        assert (most.share, most.newman) == (Fraction(1), Fraction(3, 4))
        assert (least.other.id, least.share, least.newman) == (HL, Fraction(1, 2), Fraction(1, 4))
        with pytest.raises(UnknownName):
            net.dependence(table, "nobody", on=ON)

    def test_rests_on_one_of_a_kind(self) -> None:
        seven = agreement(fx.SEVEN)
        table = net.affiliations(
            seven,
            register(project((GL, UL, "m6"), id="a"), project((HL, MBO), id="b")),
        )
        assert not net.rests_on_one(table, "university", on=ON).rows
        (one,) = net.rests_on_one(table, "municipality", on=ON)

        assert (one.project.id, one.party.id, one.parties, one.records) == ("a", GL, 3, ("a/gl",))

    def test_one_sided_benefits(self) -> None:
        city = Benefit(GL, "city", Text.same("x"), on=date(2025, 1, 1))
        held = register(
            project((GL, UL), id="a", benefits=[city]),
            project((GL, UL), id="b", benefits=[city, Benefit(UL, "institutions", Text.same("y"))]),
            project((GL, UL), id="c"),
        )
        (one,) = net.one_sided_benefits(net.affiliations(CHARTER, held), held, on=ON)

        assert (one.project.id, one.side, one.holders, one.silent) == ("a", "city", (GL,), (UL,))

    def test_wanted_topics(self) -> None:
        def stake(
            holder: str, theme: str, *, own: bool = True, visibility: Visibility = Visibility.OPEN
        ) -> Interest:
            return Interest(
                holder, date(2025, 1, 1), Text.same("x"), own=own, visibility=visibility, theme=theme
            )

        held = evolve(
            register(
                project((GL, UL), id="a", fit="within", theme="health"),
                project((NAT,), id="b", fit="within", theme="heritage"),
            ),
            interests=(
                *(stake(one, "health") for one in (GL, UL)),
                *(stake(one, "heritage") for one in (NAT, UL)),
                stake(MBO, "heritage", own=False),
                stake(GL, "housing"),
                stake(HL, "housing", visibility=Visibility.CONFIDENTIAL),
            ),
            wishes=(Wish(UL, date(2025, 2, 1), Text.same("x"), theme="housing", id="wish"),),
        )
        heritage, housing = net.wanted_topics(CHARTER, held, on=ON)

        assert (heritage.topic, ids(heritage.parties), heritage.alone) == ("heritage", [NAT, UL], ("b",))
        assert (housing.topic, ids(housing.parties)) == ("housing", [GL, UL])
        assert "wish" in housing.records
        found = net.wanted_topics(CHARTER, held, on=ON)
        assert (found.withheld, [one.why for one in found.unknown]) == (1, [Why.UNCONFIRMED])

    def test_an_answer_is_not_a_yes_or_no(self) -> None:
        with pytest.raises(TypeError, match="rows"):
            bool(net.pairs(net.Affiliations(())))

    def test_a_register_is_no_table_of_parties_yet(self) -> None:
        held = Register()
        with pytest.raises(TypeError, match=r"network.affiliations\(charters, register\), not of a Register"):
            net.partner_graph(cast("net.Affiliations", held), on=ON)
        with pytest.raises(TypeError, match="a charter is wanted, as load_charters gives, not a Register"):
            net.affiliations(cast("Charters", held), cast("Register", CHARTER))  # the two in the wrong order

    def test_a_day_and_a_period_are_not_both_given(self) -> None:
        with pytest.raises(TypeError, match="not both"):
            net.pairs(net.Affiliations(()), on=ON, period=Period.year(2025))


class TestLayers:
    def test_meeting_and_signing_make_no_collaboration(self) -> None:
        held = evolve(
            register(),
            meetings=(
                Meeting(
                    "core-body", date(2025, 1, 1), attendance={GL: 2, UL: 1, NAT: 0, POL: 3}, all_counted=True
                ),
                Meeting("core-body", date(2025, 2, 1), attendance={GL: 1, "somebody": 1}),
            ),
            declarations=(Declaration("d", Text.same("d"), date(2025, 1, 1)),),
            signatories=tuple(Signatory("d", one, date(2025, 1, 1)) for one in (GL, HL, POL)),
        )
        met = net.encounter_graph(CHARTER, held, period=Period.year(2025))
        signed = net.declaration_graph(CHARTER, held, on=ON)

        assert [(one.id, other.id) for one, other in met.edges] == [(GL, UL)]
        assert met.edges[net.party(GL), net.party(UL)]["strength"] == 1
        assert {one.why for one in met.graph["unknown"]} == {Why.LIST_INCOMPLETE, Why.UNKNOWN_PARTY}
        assert [(one.id, other.id) for one, other in signed.edges] == [(GL, HL)]
        assert net.party(POL) in net.declaration_graph(CHARTER, held, on=ON, externals=True)
        assert not linked(net.pairs(net.affiliations(CHARTER, held), on=ON))

    def test_who_has_hardly_met_whom(self) -> None:
        held = evolve(
            register(),
            meetings=tuple(
                Meeting("core-body", day, attendance=dict.fromkeys(there, 1), all_counted=True)
                for day, there in ((DAYS[0], (GL, UL)), (DAYS[1], (GL, UL, NAT)))
            ),
        )
        found = net.hardly_met(CHARTER, held)

        assert len(found) == 10
        assert (ids((found[9].one, found[9].other)), len(found[9].meetings)) == ([GL, UL], 2)
        assert not found[0].meetings

    def test_money_is_never_added_across_stages(self) -> None:
        def paid(who: str, cents: int | None, stage: Stage) -> Contribution:
            form = Form.IN_KIND if cents is None else Form.CASH
            return Contribution(who, Purpose.PROJECT, form, stage, None if cents is None else Money(cents))

        whole = evolve(
            project((GL, UL, NAT), id="a"),
            contributions=(
                paid(GL, 5_000, Stage.COMMITTED),
                paid(GL, 2_000, Stage.PAID),
                paid(UL, 3_000, Stage.COMMITTED),
                paid(NAT, None, Stage.COMMITTED),
            ),
        )
        table = net.affiliations(CHARTER, register(whole))
        graph = net.money_graph(table, on=ON)
        between = net.partner_graph(table, on=ON, strength=net.Strength.MONEY)

        assert graph.edges[net.party(GL), net.project("a")]["strength"] == 5_000
        assert net.party(NAT) not in graph
        assert [(one.id, other.id, data["strength"]) for one, other, data in between.edges(data=True)] == [
            (GL, UL, 3_000)
        ]
        kind = net.money_graph(table, on=ON, form=Form.IN_KIND)
        assert kind.edges[net.party(NAT), net.project("a")]["unvalued"] == 1
        assert "strength" not in kind.edges[net.party(NAT), net.project("a")]


class TestWhatIf:
    held = register(
        project((UL, HL, GL), id="three", fit="within", profile="good"),
        project((GL, NAT), id="two", fit="within", profile="good"),
    )

    def test_a_member_leaves(self) -> None:
        impact = net.withdrawal_impact(CHARTER, self.held, "Gemeente Leiden", on=ON)

        assert ids(impact.below) == ["three", "two"]
        fell = {(one.project.id, one.clause): one.remaining for one in impact.falls}
        assert fell["three", "three-of-five"] == (HL, UL)
        assert fell["two", "collaboration"] == (NAT,)
        assert [pair(*ids(two)) for two in impact.lost] == [pair(GL, HL), pair(GL, NAT), pair(GL, UL)]
        assert ids(impact.isolated) == [NAT]
        assert impact.parts == (2, 3)

    def test_what_cannot_be_told_is_not_below(self) -> None:
        held = register(project((UL, HL, GL), id="open", complete=False))
        impact = net.withdrawal_impact(CHARTER, held, GL, on=ON)

        assert {one.becomes for one in impact.falls} == {Status.UNDETERMINED}
        assert not impact.below

    def test_the_threshold_is_the_charters(self) -> None:
        lower = agreement(threshold=2)
        impact = net.withdrawal_impact(lower, self.held, HL, on=ON)

        assert not impact.below
        assert ids(net.withdrawal_impact(CHARTER, self.held, HL, on=ON).below) == ["three"]

    def test_each_in_turn(self) -> None:
        found = {one.party.id: one for one in net.what_if_all(CHARTER, self.held, on=ON)}

        assert {name: ids(one.below) for name, one in found.items()} == {
            GL: ["three", "two"],
            HL: ["three"],
            UL: ["three"],
            NAT: ["two"],
            MBO: [],
        }
        assert [name for name, one in found.items() if one.splits] == [GL]

    def test_nothing_changes_before_the_day(self) -> None:
        later = date(2026, 1, 1)
        charters, held = net.after(CHARTER, self.held, net.PartyLeaves(GL), on=later)

        for day in (ON, date(2025, 12, 31)):
            before = net.pairs(net.affiliations(CHARTER, self.held), on=day)
            assert linked(net.pairs(net.affiliations(charters, held), on=day)) == linked(before)
        assert not any(GL in two for two in linked(net.pairs(net.affiliations(charters, held), on=later)))

    def test_a_project_ends(self) -> None:
        impact = net.what_if(CHARTER, self.held, net.ProjectEnds("two"), on=ON)

        assert [pair(*ids(two)) for two in impact.lost] == [pair(GL, NAT)]
        assert not impact.falls

    def test_a_funder_stops(self) -> None:
        def paid(cents: int, stage: Stage, on: date) -> Contribution:
            return Contribution(
                UL, Purpose.PROJECT, Form.CASH, stage, Money(cents), on, id=f"{stage.value} {cents}"
            )

        whole = evolve(
            project((HL, GL, Participation(UL, "funding")), id="a"),
            contributions=(
                paid(9_000, Stage.COMMITTED, date(2025, 1, 1)),
                paid(2_500, Stage.PAID, date(2025, 3, 1)),
                paid(6_000, Stage.PAID, date(2025, 8, 1)),
            ),
        )
        money_only = net.what_if(CHARTER, register(whole), net.FunderStops(UL), on=ON)
        place_too = net.what_if(CHARTER, register(whole), net.FunderStops(UL, ("funding",)), on=ON)

        assert [(one.amount, one.stage) for one in money_only.uncovered] == [(Money(6_500), Stage.COMMITTED)]
        assert not money_only.below
        assert ids(place_too.below) == ["a"]


class TestSmallestSets:
    def test_the_team_that_lifts_most(self) -> None:
        held = register(
            project((UL, HL), id="a"),
            project((UL, HL), id="b"),
            project((NAT, GL), id="c"),
            project((NAT,), id="d"),
        )
        one, two, three = net.lifting_teams(CHARTER, held, on=ON)

        assert (ids(one.parties), ids(one.projects)) == ([MBO], ["a", "b", "c"])
        assert ids(two.projects) == ["a", "b", "c", "d"]
        assert three.projects == two.projects

    def test_as_many_as_trying_every_team(self) -> None:
        held = register(
            project((UL,), id="a"),
            project((UL, HL), id="b"),
            project((NAT, MBO), id="c"),
            project((), id="d"),
        )
        members = {one.id: {place.party for place in one.participations} for one in held.projects}
        for size, found in enumerate(net.lifting_teams(CHARTER, held, on=ON), start=1):
            best = max(
                sum(len(there | set(team)) >= 3 for there in members.values())
                for team in combinations(FIVE, size)
            )
            assert len(found.projects) == best

    def test_a_team_that_was_searched_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        # The municipality lifts one by itself, and stands in the way of the pair that would lift three.
        held = register(project((UL, HL), id="a"), *(project((GL,), id=name) for name in "bcd"))
        exact = net.lifting_teams(CHARTER, held, on=ON, most=2)
        monkeypatch.setattr(hook_on, "EXACT_TEAMS", 4)
        searched = net.lifting_teams(CHARTER, held, on=ON, most=2)

        assert [len(one.projects) for one in exact] == [1, 4]
        assert [len(one.projects) for one in searched] == [1, 1]
        assert net.Caution.NOT_PROVEN not in exact.cautions
        assert net.Caution.NOT_PROVEN in searched.cautions


class TestSeveralPartnerships:
    def test_a_party_is_one_and_projects_stay_apart(self) -> None:
        one, other = (
            net.affiliations(CHARTER, evolve(register(project(there, id="p")), name=name))
            for name, there in (("east", (GL, UL)), ("west", (GL, NAT)))
        )
        table = net.together(one, other)

        assert linked(net.pairs(table, on=ON)) == {pair(GL, UL), pair(GL, NAT)}
        assert ids(group.node for group in table.groups) == ["east/p", "west/p"]
        assert net.together(other, one).rows == table.rows
        joined = net.together(one, other, same={NAT: UL})
        assert linked(net.pairs(joined, on=ON)) == {pair(GL, UL)}
        with pytest.raises(ValueError, match="name of its own"):
            net.together(one, one)


class TestNothing:
    """An empty network, and one in which nobody works with anybody, have answers too."""

    @pytest.mark.parametrize(
        "held", [register(), register(project((), id="a")), register(project((GL,), id="a"))]
    )
    def test_every_question(self, held: Register) -> None:
        table = net.affiliations(CHARTER, held)

        assert len(net.missing_pairs(table, on=ON)) == 10
        assert not net.link_history(table).rows
        assert not net.connecting(CHARTER, held, on=ON).rows or held.projects[0].participations
        assert not net.one_short(CHARTER, held, on=ON).rows
        assert len(net.what_if_all(CHARTER, held, on=ON)) == 5
        assert net.graphml(net.partner_graph(table, on=ON))
        assert not net.wanted_topics(CHARTER, held, on=ON).rows

    def test_no_charter_at_all(self) -> None:
        table = net.affiliations(None, register(project((POL, "ext2"))))

        assert not net.pairs(table, on=ON).rows
        assert linked(net.pairs(table, on=ON, externals=True)) == {pair(POL, "ext2")}

    def test_a_table_without_rows(self) -> None:
        assert not net.pairs(net.Affiliations(())).rows
        assert net.partner_graph(net.Affiliations(())).number_of_nodes() == 0


def test_a_body_of_an_earlier_version_is_none_either() -> None:
    later = agreement(id="later", period=Period(date(2028, 1, 1)))
    renamed = evolve(later, bodies=(Word("office", fx.both("bureau", "office")),))
    table = net.affiliations(
        Charters((CHARTER, renamed)), register(project((executing("core"), executing(GL))))
    )

    assert not linked(net.pairs(table, on=ON, externals=True))


def test_the_person_behind_a_record_is_in_no_answer() -> None:
    table = net.affiliations(CHARTER, T24)

    assert Person("A. de Vries").name not in f"{table!r}{net.pairs(table).table()}"
