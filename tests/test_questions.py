# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a knowledge broker asks: sure things as rows, the rest counted, and nothing from after the day."""

from __future__ import annotations

from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kennisstad_core as kc
from kennisstad_core import questions
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.explain.render import html
from kennisstad_core.facts import Why
from kennisstad_core.text import LANGUAGES

EXAMPLE = Path(__file__).parent.parent / "examples" / "waterstad"
ON = date(2025, 10, 13)
SCRIBE = kc.Person("Anna Duinker", "secretary")
SAME = kc.Text.same


@pytest.fixture(scope="module")
def charters() -> kc.Charters:
    return kc.load_charters(EXAMPLE)


@pytest.fixture(scope="module")
def register() -> kc.Register:
    return kc.load_register(EXAMPLE)


def project(name: str, parties: str, *, complete: bool = True, **more: Any) -> kc.Project:
    """A project of partners by their initial, in Waterstad."""
    names = {"g": "gemeente-waterstad", "s": "de-sluis", "z": "waterschap-zilt", "m": "het-getij"}
    first = date(2025, 1, 1)
    lists = (*LISTS, "participations") if complete else LISTS
    return kc.Project(
        name,
        SAME(name),
        more.pop("period", kc.Period(first, date(2026, 6, 30))),
        participations=[kc.Participation(names[one], "maker", period=kc.Period(first)) for one in parties],
        completeness=[kc.Completeness(SCRIBE, first, of) for of in lists],
        given=[kc.GivenValue("track", kc.Choice.of("regular"), kc.Source("form"))],
        **more,
    )


LISTS = ("interests", "responses", "results", "understandings", "dispositions", "contributions")


def test_one_member_short_is_by_the_charter_and_tells_who_could_join(charters: kc.Charters) -> None:
    held = kc.Register(
        [
            project("two", "gs"),
            project("three", "gsz"),
            project("one", "g"),
            project("open", "gs", complete=False),
        ]
    )
    found = questions.one_member_short(charters, held, on=ON)

    assert [row.subject for row in found.rows] == ["two"]
    assert {one.member for one in found.rows[0].could_join} >= {"het-getij", "waterschap-zilt"}
    assert "gemeente-waterstad" not in {one.member for one in found.rows[0].could_join}
    assert dict(found.unknown)[Why.LIST_INCOMPLETE] == 1

    stricter = charters["waterstad-2024"]
    four = Compare("partners_on_board", Relation.AT_LEAST, 4)
    clauses = [evolve(one, condition=four) if one.id == "three-partners" else one for one in stricter.clauses]
    other = questions.one_member_short(evolve(stricter, clauses=clauses), held, on=ON)
    assert [row.subject for row in other.rows] == ["three"]


def test_what_may_be_one_short_is_left_out_and_counted() -> None:
    # With one more there would be three: enough of five, and not of six, and of one membership nobody is sure.
    leiden = kc.load_charters("leiden")
    found = questions.one_member_short(leiden, kc.load_register("examples/leiden"), on=date(2025, 6, 1))

    assert found.rows == ()
    assert dict(found.unknown)[Why.DISPUTED_MEMBERSHIP] == 1


def test_interests_are_asked_of_projects_that_start_soon(charters: kc.Charters) -> None:
    soon = project("soon", "gs", period=kc.Period(date(2025, 11, 3), date(2026, 6, 30)))
    later = project("later", "gs", period=kc.Period(date(2026, 3, 1), date(2026, 6, 30)))
    said = kc.Interest("de-sluis", date(2025, 10, 1), own=True)
    found = questions.interests_open(charters, kc.Register([evolve(soon, interests=[said]), later]), on=ON)

    assert {(row.subject, row.what.en) for row in found.rows} == {
        ("soon", "gemeente Waterstad"),
        ("soon", "Hogeschool De Sluis"),
    }
    assert {row.why for row in found.rows} == {Why.NOT_RECORDED, Why.UNANSWERED}
    assert questions.interests_open(charters, kc.Register([later]), on=ON).rows == ()
    assert questions.interests_open(charters, kc.Register([later]), on=ON, weeks=30).rows != ()
    with pytest.raises(ValueError, match="weeks"):
        questions.interests_open(charters, kc.Register(), on=ON, weeks=-1)


def test_results_wait_until_they_are_understood_and_decided_on(charters: kc.Charters) -> None:
    report = kc.Result("r", SAME("Report"), date(2025, 9, 1), users=("gemeente-waterstad",))
    read = kc.Understanding("r", "gemeente-waterstad", SCRIBE, date(2025, 9, 15))
    no = kc.Disposition("r", kc.Verdict.REJECTED, SCRIBE, date(2025, 10, 20), "too dear")
    whole = project("p", "gsz", results=[report], understandings=[read], dispositions=[no])

    def whys(on: date) -> list[Why]:
        return [row.why for row in questions.results_waiting(charters, kc.Register([whole]), on=on).rows]

    assert whys(date(2025, 9, 10)) == [Why.NOT_UNDERSTOOD, Why.UNDECIDED]
    assert whys(ON) == [Why.UNDECIDED]
    assert whys(date(2025, 10, 20)) == []


def test_wishes_wait_until_somebody_answers(charters: kc.Charters) -> None:
    open_ = kc.Wish("gemeente-waterstad", date(2025, 5, 1), SAME("more shade"), id="w1")
    done = kc.Wish(
        "gemeente-waterstad",
        date(2025, 5, 1),
        SAME("a map"),
        kc.WishStatus.DECLINED,
        answered_on=date(2025, 6, 1),
        reason="there is one",
        id="w2",
    )
    held = kc.Register(wishes=[open_, done])

    def waiting(on: date, days: int = 0) -> list[str]:
        found = questions.wishes_without_follow_up(charters, held, on=on, days=days)
        return sorted(one for row in found.rows for one in row.records)

    assert waiting(ON) == ["w1"]
    assert waiting(date(2025, 5, 15)) == ["w1", "w2"]
    assert waiting(date(2025, 5, 15), days=30) == []
    assert waiting(date(2025, 4, 1)) == []


def test_paces_that_collide_are_named_together(charters: kc.Charters, register: kc.Register) -> None:
    (row,) = questions.colliding_paces(charters, register, on=ON).rows

    assert row.subject == "harbour-park"
    assert all(name in row.what.en for name in ("mbo De Kade", "gemeente Waterstad", "Waterschap Zilt"))


QUESTIONS = (
    questions.one_member_short,
    questions.interests_open,
    questions.results_waiting,
    questions.colliding_paces,
    questions.wishes_without_follow_up,
)


@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda one: str(getattr(one, "__name__", "")))
def test_an_answer_is_a_table_in_both_languages_whatever_the_order(
    charters: kc.Charters, register: kc.Register, ask: Any
) -> None:
    found = ask(charters, register, on=ON)
    turned = evolve(register, projects=register.projects[::-1], wishes=register.wishes[::-1])

    assert ask(charters, turned, on=ON) == found
    for language in LANGUAGES:
        table = found.table(language)
        assert len(table) == len(found.rows)
        assert all(len(row) == 8 for row in table)
        assert sum(int(next(reversed(row.values()))) for row in found.remainder(language)) == found.left_out
    assert all(row.records for row in found.rows)


@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda one: str(getattr(one, "__name__", "")))
def test_an_answer_shows_itself_with_every_row_and_with_what_was_left_out(
    charters: kc.Charters, register: kc.Register, ask: Any
) -> None:
    found = ask(charters, register, on=ON)
    for language in LANGUAGES:
        shown = html(found.document(language))
        assert shown.count("<tr>") == (len(found.rows) + 1 if found.rows else 0)
        assert all(escape(row.subject_title[language]) in shown for row in found.rows)
        assert (f": {found.unknown[0][1]}" in shown) if found.unknown else True
    assert 'lang="en"' in found._repr_html_()


@pytest.mark.parametrize("ask", QUESTIONS, ids=lambda one: str(getattr(one, "__name__", "")))
def test_without_an_agreement_in_force_nothing_is_said(
    charters: kc.Charters, register: kc.Register, ask: Any
) -> None:
    assert ask(charters, register, on=date(2010, 1, 4)).rows == ()


def test_what_changed_is_told_between_two_days(charters: kc.Charters, register: kc.Register) -> None:
    changed = questions.changed_since(charters, register, since=date(2025, 9, 1), on=ON)

    assert ("harbour-film", "waterstad-keurmerk", "eigen-kracht") in {
        (one.project, one.before, one.after) for one in changed.turns
    }
    assert ("results", "moth-count") in changed.records
    assert changed.findings
    for since, on in ((ON, ON), (date(2024, 12, 1), ON)):
        with pytest.raises(ValueError, match="two days of one year"):
            questions.changed_since(charters, register, since=since, on=on)
