# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""One joint pace: the worked cases, windows against a brute force over days, conflicts against every subset."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import chain, combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from fixtures_alignment import (
    GL,
    HL,
    LISTS,
    NAT,
    ON,
    UL,
    assessment,
    attested,
    charters,
    counted,
    project,
    statuses,
    taking_part,
)
from kennisstad_core import pacing
from kennisstad_core.cli import main
from kennisstad_core.explain.pacing import PACE_COLUMNS, explain_pace, pace_rows
from kennisstad_core.facts import Why
from kennisstad_core.facts.windows import common, conflicts, covers, merged
from kennisstad_core.records import (
    Agreement,
    AgreementKind,
    Interest,
    InterestTranslation,
    PaceStatement,
    Participation,
    Term,
    TermKind,
    Visibility,
)
from kennisstad_core.records.register import Flaw

SUMMER = kc.Period(date(2025, 6, 1), date(2025, 8, 31))


def pace(party: str, first: date, last: date, **more: Any) -> PaceStatement:
    return PaceStatement(party, kc.Period(first, last), **more)


T19 = project(
    (UL, GL, HL),
    period=kc.Period(date(2025, 9, 1), date(2027, 6, 30)),
    paces=[
        pace(UL, date(2026, 9, 1), date(2027, 6, 30)),
        pace(GL, date(2025, 10, 1), date(2026, 3, 18), basis="election day"),
        pace(HL, date(2025, 9, 1), date(2026, 7, 1)),
    ],
)
COUNCIL = Term(
    "council", GL, TermKind.POLITICAL, kc.Period(date(2022, 3, 17), date(2026, 3, 18)), basis="election day"
)
LATER = date(2025, 12, 1)


def test_T19_conflicting_pairs_are_named_and_the_term_is_shown() -> None:
    found = assessment(T19, on=LATER, terms=[COUNCIL])
    assert counted(found, "pace_conflicts") == {"gl+ul", "hl+ul"}
    stands = statuses(found)
    assert stands["pace_conflicts"] == "info"
    assert stands["terms_ending_inside_plan"] == "info"
    assert found.fact("terms_ending_inside_plan").records == ("council",)
    assert stands["pace_not_agreed"] == "not-met"
    made = Agreement(AgreementKind.PACE, date(2025, 11, 1), period=kc.Period(date(2026, 1, 1)))
    agreed = assessment(evolve(T19, agreements=[made]), on=LATER, terms=[COUNCIL])
    assert statuses(agreed)["pace_not_agreed"] == "satisfied"


def test_T19_for_people() -> None:
    register = kc.Register([T19], terms=[COUNCIL])
    assert pacing.joint_windows(charters(), register, "p", on=LATER) == ()
    several = pacing.conflicts(charters(), register, "p", on=LATER)
    assert [one.names for one in several] == [("GL", "UL"), ("HL", "UL")]
    # Only the university can solve it by itself: the other two fit.
    nearest, *others = pacing.suggestions(charters(), register, "p", on=LATER)
    assert (nearest.party, nearest.days) == (UL, -167)
    assert nearest.fits == kc.Period(date(2026, 3, 18), date(2026, 3, 18))
    assert {one.party for one in others} <= {UL}
    longer = pacing.suggestions(charters(), register, "p", on=LATER, days=28)
    assert [(one.party, one.days, str(one.fits)) for one in longer] == [(UL, -194, "2026-02-19..2026-03-18")]


def test_T20_a_window_is_a_proposal_and_no_agreement() -> None:
    window = kc.Period(date(2026, 1, 10), date(2026, 2, 28))
    case = project(
        (UL, GL),
        period=kc.Period(date(2025, 9, 1), date(2026, 6, 30)),
        paces=[
            pace(UL, date(2025, 9, 1), date(2026, 2, 28)),
            pace(GL, date(2026, 1, 10), date(2026, 6, 30)),
        ],
    )
    found = assessment(case, on=LATER)
    assert statuses(found)["pace_not_agreed"] == "not-met"
    assert [(one.why, one.period) for one in found.fact("pace_not_agreed").left_out] == [
        (Why.PROPOSED, window)
    ]
    assert pacing.joint_windows(charters(), kc.Register([case]), "p", on=LATER) == (window,)


def test_three_may_collide_while_every_two_fit() -> None:
    def days(party: str, *spans: tuple[int, int]) -> list[PaceStatement]:
        return [pace(party, date(2025, 9, first), date(2025, 9, last)) for first, last in spans]

    case = project(
        (UL, GL, HL),
        paces=[*days(UL, (1, 4), (11, 14)), *days(GL, (1, 4), (21, 24)), *days(HL, (11, 24))],
    )
    found = assessment(case)
    assert counted(found, "pace_conflicts") == {"gl+hl+ul"}
    assert len(found.fact("pace_conflicts").counted) == 5


def test_an_agreement_outside_a_stated_window_stands_with_a_remark() -> None:
    case = project(
        (UL, GL),
        paces=[
            pace(UL, date(2025, 1, 1), date(2025, 12, 31)),
            pace(GL, date(2025, 6, 15), date(2025, 9, 30)),
        ],
        agreements=[Agreement(AgreementKind.PACE, date(2025, 2, 1), period=SUMMER)],
    )
    found = assessment(case)
    assert statuses(found)["pace_not_agreed"] == "satisfied"
    assert statuses(found)["parties_outside_agreed_pace"] == "info"
    assert counted(found, "parties_outside_agreed_pace") == {GL}
    moved = Agreement(AgreementKind.PACE, date(2025, 3, 1), period=evolve(SUMMER, first=date(2025, 7, 1)))
    later = assessment(evolve(case, agreements=[*case.agreements, moved]))
    assert statuses(later)["parties_outside_agreed_pace"] == "not-applicable"


def test_who_stated_nothing_leaves_conflicts_open_and_is_named() -> None:
    case = project((UL, GL), paces=[pace(UL, date(2025, 1, 1), date(2025, 3, 1))])
    found = assessment(case)
    assert statuses(found)["pace_conflicts"] == "undetermined"
    assert statuses(found)["parties_without_pace"] == "not-met"
    assert counted(found, "parties_without_pace") == {GL}
    unsure = evolve(case, completeness=attested(one for one in LISTS if one != "paces"))
    assert statuses(assessment(unsure))["parties_without_pace"] == "undetermined"


def test_who_left_and_who_is_unsure_do_not_settle_a_conflict() -> None:
    winter = pace(HL, date(2025, 1, 1), date(2025, 2, 1))
    paces = [pace(UL, date(2025, 7, 1), date(2025, 9, 1)), winter]
    left = Participation(HL, "executing", period=kc.Period(None, date(2025, 5, 1)))
    case = project(participations=[*taking_part((UL,)), left], paces=paces)
    assert statuses(assessment(case))["pace_conflicts"] == "not-applicable"
    unsure = Participation(HL, "executing", certainty=kc.Certainty.UNCERTAIN)
    case = project(participations=[*taking_part((UL,)), unsure], paces=paces)
    assert statuses(assessment(case))["pace_conflicts"] == "undetermined"


def test_a_term_counts_only_inside_the_plan() -> None:
    plan = kc.Period(date(2025, 1, 1), date(2025, 12, 31))
    attests = [kc.Completeness(attested()[0].by, date(2025, 1, 1), "terms")]
    for last, status in (
        (date(2024, 12, 31), "not-applicable"),
        (date(2025, 1, 1), "info"),
        (date(2025, 12, 30), "info"),
        (date(2025, 12, 31), "not-applicable"),
    ):
        term = Term("t", UL, TermKind.ACADEMIC, kc.Period(date(2024, 9, 1), last), basis="academic year")
        found = assessment(project(period=plan), terms=[term], completeness=attests)
        assert statuses(found)["terms_ending_inside_plan"] == status, last
    open_plan = project(period=kc.Period(date(2025, 1, 1)))
    term = Term("t", UL, TermKind.ACADEMIC, kc.Period(None, date(2025, 8, 31)), basis="academic year")
    assert statuses(assessment(open_plan, terms=[term]))["terms_ending_inside_plan"] == "undetermined"
    nobodys = evolve(term, partner=NAT)
    found = assessment(project(period=plan), terms=[nobodys], completeness=attests)
    assert statuses(found)["terms_ending_inside_plan"] == "not-applicable"


def test_a_statement_that_could_not_be_read_may_be_a_window() -> None:
    found = assessment(T19, on=LATER, flaws=[Flaw("x", "pace", "not-a-date", "p")])
    assert statuses(found)["pace_conflicts"] == "undetermined"


# Windows

FIRST = date(2025, 1, 1)
SPAN = 24
offsets = st.integers(0, SPAN - 1)


@st.composite
def windows(draw: st.DrawFn, longest: int = SPAN) -> tuple[kc.Period, ...]:
    several = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(offsets)
        last = min(first + draw(st.integers(0, longest - 1)), SPAN - 1)
        several.append(kc.Period(FIRST + timedelta(first), FIRST + timedelta(last)))
    return tuple(several)


DAYS = [FIRST + timedelta(one) for one in range(-1, SPAN + 1)]
held = st.dictionaries(st.sampled_from("abcdef"), windows(), min_size=1, max_size=6)


def days_of(several: Iterable[kc.Period]) -> set[date]:
    return {day for day in DAYS for one in several if day in one}


def as_days(several: Mapping[str, Iterable[kc.Period]]) -> set[date]:
    return set(DAYS).intersection(*(days_of(one) for one in several.values()))


@given(held)
@settings(max_examples=200, deadline=None)
def test_the_joint_window_is_what_a_brute_force_over_days_finds(
    several: dict[str, tuple[kc.Period, ...]],
) -> None:
    found = common(several.values())
    assert days_of(found) == as_days(several)
    assert merged(found) == found


@given(windows(), windows())
@settings(max_examples=100, deadline=None)
def test_windows_merge_and_cover_by_days(
    several: tuple[kc.Period, ...], others: tuple[kc.Period, ...]
) -> None:
    one = merged(several)
    assert days_of(one) == days_of(several)
    assert all(
        before.last is not None and after.first is not None and before.last + timedelta(1) < after.first
        for before, after in pairwise(one)
    )
    assert covers(several, others[0]) is (days_of(others[:1]) <= days_of(several))


def test_windows_without_ends() -> None:
    until, after = kc.Period(None, date(2025, 1, 9)), kc.Period(date(2025, 1, 10))
    assert merged([after, until]) == (kc.Period(),)
    assert common([[until], [kc.Period(date(2025, 1, 5))]]) == (
        kc.Period(date(2025, 1, 5), date(2025, 1, 9)),
    )
    assert conflicts({"a": [until], "b": [after]}).sets == (frozenset("ab"),)
    assert conflicts({}).sets == ()


def subsets(names: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(1, len(names) + 1))


@given(held)
@settings(max_examples=200, deadline=None)
def test_conflict_sets_are_all_the_minimal_ones(several: dict[str, tuple[kc.Period, ...]]) -> None:
    bad = {
        frozenset(names)
        for names in subsets(sorted(several))
        if not as_days({one: several[one] for one in names})
    }
    expected = {one for one in bad if not any(other < one for other in bad)}
    found = conflicts(several)
    assert found.complete
    assert set(found.sets) == expected
    assert len(found.sets) == len(expected)


@given(held)
@settings(max_examples=50, deadline=None)
def test_beyond_the_limit_what_is_named_is_still_minimal_and_that_is_said(
    several: dict[str, tuple[kc.Period, ...]],
) -> None:
    every = set(conflicts(several).sets)
    some = conflicts(several, limit=0)
    assert set(some.sets) <= every
    assert some.complete is not bool(every)
    assert bool(some.sets) is bool(every)
    assert {one for one in every if len(one) == 2} <= set(some.sets)


def test_many_parties_with_many_windows_stay_within_bounds() -> None:
    # Thirteen pairs, each of which leaves a day of its own free: 2 ** 13 smallest sets, far beyond the limit.
    pairs = 13
    day = [date(2025, 1, 1) + timedelta(2 * one) for one in range(pairs)]
    several = {
        f"{side}{pair:02}": [kc.Period.day(day[one]) for one in range(pairs) if one != pair]
        for pair in range(pairs)
        for side in "ab"
    }
    found = conflicts(several)
    assert not found.complete
    assert [len(one) for one in found.sets] == [pairs]


def test_conflicts_beyond_the_limit_leave_the_count_open(monkeypatch: pytest.MonkeyPatch) -> None:
    from kennisstad_core.facts import pace as module

    monkeypatch.setattr(module, "conflicts", partial(conflicts, limit=0))
    fact = assessment(T19, on=LATER).fact("pace_conflicts")
    assert isinstance(fact.value, kc.Range)
    assert (fact.value.low, fact.value.high) == (2, None)
    assert Why.NOT_ALL_SOUGHT in fact.open


# Suggestions


def brute_moves(several: Mapping[str, tuple[kc.Period, ...]], length: int) -> dict[tuple[str, bool], int]:
    """By party and way: the fewest days that one of its windows moves for so many days on end to fit everyone."""
    best: dict[tuple[str, bool], int] = {}
    for party, own in several.items():
        others = as_days({one: spans for one, spans in several.items() if one != party})
        for one in merged(own):
            for by in range(-2 * SPAN, 2 * SPAN + 1):
                moved = {day + timedelta(by) for day in days_of([one])}
                good = moved & others
                if any(all(day + timedelta(step) in good for step in range(length)) for day in good):
                    way = (party, by > 0)
                    if way not in best or abs(by) < abs(best[way]):
                        best[way] = by
    return best


@given(st.dictionaries(st.sampled_from([UL, GL, HL]), windows(longest=4), min_size=2), st.integers(1, 4))
@settings(max_examples=100, deadline=None)
def test_suggestions_are_the_nearest_that_a_brute_force_finds(
    several: dict[str, tuple[kc.Period, ...]], length: int
) -> None:
    case = project(
        several, paces=[PaceStatement(who, one) for who, spans in several.items() for one in spans]
    )
    register = kc.Register([case])
    joint = pacing.joint_windows(charters(), register, "p", on=ON, days=length)
    moves = pacing.suggestions(charters(), register, "p", on=ON, days=length)
    if joint:
        assert moves == ()
        return
    assert {(one.party, one.days > 0): one.days for one in moves} == brute_moves(several, length)
    for move in moves:
        assert move.fits.first is not None
        assert move.fits.last is not None
        assert (move.fits.last - move.fits.first).days + 1 >= length
        spans = [one for one in merged(several[move.party]) if one != move.window]
        shifted = kc.Period(
            *(end and end + timedelta(move.days) for end in (move.window.first, move.window.last))
        )
        after = common([*(several[who] for who in several if who != move.party), [*spans, shifted]])
        assert any(one.meet(move.fits) == move.fits for one in after)
    assert [abs(one.days) for one in moves] == sorted(abs(one.days) for one in moves)


# For people


def _told() -> pacing.Pace:
    interests = [
        Interest(UL, date(2025, 1, 2), kc.Text("Scripties op tijd", "Theses in time"), own=True),
        Interest(GL, date(2025, 1, 2), kc.Text.same("geheim"), own=True, visibility=Visibility.CONFIDENTIAL),
    ]
    put = InterestTranslation(interests[0].record, GL, date(2025, 2, 1), kc.Text("Op tijd", "On time"), ON)
    open_ = evolve(put, to=HL, confirmed_on=None, text=kc.Text.same("niet bevestigd"))
    parties = taking_part((UL, GL, HL, NAT))
    case = evolve(T19, participations=parties, interests=interests, translations=[put, open_])
    return pacing.pace_of(charters(), kc.Register([case], terms=[COUNCIL]), "p", on=LATER)


def test_a_pace_is_told_in_both_languages() -> None:
    told = _told()
    assert told.silent == ("NAT",)
    dutch, english = explain_pace(told, "nl"), explain_pace(told, "en")
    for words in (
        "GL en UL hebben geen dag gemeen.",
        "Belang van UL: Scripties op tijd.",
        "vertrouwelijk belang",
    ):
        assert words in " ".join(dutch.split()), dutch
    for words in (
        "GL and UL have no day in common.",
        "Interest of UL: Theses in time. - Put for GL: On time.",
        "UL moves 167 days earlier",
        "The political term of GL ends on 18 March 2026 (election day).",
        "No agreement on the pace is on record.",
        "Not stated yet: NAT.",
    ):
        assert words in " ".join(english.split()), english
    assert "niet bevestigd" not in dutch
    assert "geheim" not in dutch + english + repr(told)


def test_a_pace_in_rows() -> None:
    rows = list(pace_rows(_told()))
    assert all(tuple(row) == PACE_COLUMNS for row in rows)
    assert [row["what"] for row in rows].count("conflict") == 2
    assert {row["parties"] for row in rows if row["what"] == "conflict"} == {"gl|ul", "hl|ul"}


def test_misuse_is_refused() -> None:
    register = kc.Register([T19])
    with pytest.raises(LookupError, match="no project 'q'"):
        pacing.pace_of(charters(), register, "q", on=ON)
    with pytest.raises(ValueError, match="one version of the charter is in force"):
        pacing.pace_of(charters(), register, "p", on=date(2020, 1, 1))
    with pytest.raises(ValueError, match="at least one day"):
        pacing.suggestions(charters(), register, "p", on=ON, days=0)
    assert json.loads(kc.dumps(T19))["paces"]


# The command

WATERSTAD = Path(__file__).parent.parent / "examples" / "waterstad"


def run(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["pace", str(WATERSTAD), *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_shows_three_that_collide_and_who_could_move(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("harbour-park", "--on", "2025-12-31", "--days", "28", capsys=capsys)
    assert (code, err) == (0, "")
    said = " ".join(out.split())
    assert "mbo De Kade, gemeente Waterstad and Waterschap Zilt have no day in common" in said
    assert "mbo De Kade moves 120 days earlier" in said
    assert max(map(len, out.splitlines())) <= 80
    assert run("harbour-park", "--on", "2025-12-31", "--days", "28", capsys=capsys)[1] == out


def test_the_command_hands_over_data(capsys: pytest.CaptureFixture[str]) -> None:
    where = ("bicycle-ferry", "--on", "2025-10-31")
    tree = json.loads(run(*where, "--format", "json", capsys=capsys)[1])
    assert (tree["kind"], tree["outside"]) == ("pace", ["Waterschap Zilt"])
    rows = run(*where, "--format", "csv", capsys=capsys)[1].splitlines()
    assert rows[0] == ",".join(PACE_COLUMNS)
    assert sum(row.startswith("agreed,") for row in rows) == 1
    page = run(*where, "--format", "markdown", "--language", "nl", capsys=capsys)[1]
    assert page.startswith("# Het tempo van Het fietsveer\n")
    assert "De afspraak staat, al gaat ze verder dan de eigen opgave van Waterschap Zilt." in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("harbour-park", "--on", "2025-12-31", "--days", "0"), "a window has at least one day"),
        (("harbour-prk", "--on", "2025-12-31"), "did you mean ‘harbour-park’"),
        (("harbour-park", "--on", "2010-01-01"), "not exactly one version of the charter"),
        (("harbour-park", "--on", "yesterday"), "is not a date"),
    ],
)
def test_the_command_refuses_in_words_that_help(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(*words, capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err
