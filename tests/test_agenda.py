# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next agenda of a body: what comes on it and why, what stays away, and how it reads in both languages."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

import kennisstad_core as kc
from kennisstad_core import cli
from kennisstad_core.agenda import ROW_COLUMNS, Agenda, Candidate, Ground, NoAgenda, Point, Reason
from kennisstad_core.explain.agenda import REASONS, agenda_document
from kennisstad_core.explain.render import text

DAY: Final = timedelta(days=1)
WATERSTAD: Final = Path(__file__).parent.parent / "examples" / "waterstad"
NOVEMBER: Final = date(2025, 11, 27)
SECRETARY: Final = kc.Person("Iris Voorbeeld", "secretaris")
BODY: Final = "table"
SECRET: Final = "wil het gebouw verkopen"

CHARTER: Final = """
id = "plain"
partnership = "Proefverbond"
title = { nl = "Proef", en = "Trial" }
first = 2024-01-01
last = 2026-12-31
partners = [{ id = "a", name = "Alfa" }, { id = "b", name = "Bèta" }, { id = "c", name = "Gamma" }]
memberships = [{ partner = "a" }, { partner = "b" }, { partner = "c", certainty = "disputed" }]
themes = [
  { id = "water", title = { nl = "Water", en = "Water." } },
  { id = "work", title = { nl = "Werk", en = "Work" } },
]
roles = [
  { id = "doing", title = { nl = "doet", en = "does" } },
  { id = "watching", title = { nl = "kijkt", en = "looks" } },
]
bodies = [
  { id = "table", title = { nl = "tafel", en = "table" } },
  { id = "board", title = { nl = "bestuur", en = "board" } },
]
agenda = [
  { id = "fresh", kind = "new", title = { nl = "Nieuw", en = "New" } },
  { id = "course", kind = "progress", title = { nl = "Koers", en = "Course" } },
  { id = "aboard", kind = "join", title = { nl = "Aan boord", en = "Aboard" } },
  { id = "round", title = { nl = "Rondvraag", en = "Any other business" } },
]

[[facts]]
name = "inside"
kind = "count"
of = "participations"
distinct = "party"
where = { member = true, role = ["doing"] }
label = { nl = "het aantal partners", en = "the number of partners" }

[[facts]]
name = "fit"
kind = "judgement"
per_theme = true
label = { nl = "het oordeel", en = "the judgement" }
options = [{ id = "in", title = { nl = "in", en = "inside" } }, { id = "out", title = { nl = "uit", en = "outside" } }]

[[facts]]
name = "missed"
kind = "derived"
derive = "missed_cycles"
subject = "body"
body = "table"
every = 28
label = { nl = "overgeslagen", en = "missed" }

[[facts]]
name = "late"
kind = "derived"
derive = "drifts"
subject = "body"
body = "table"
every = 28
label = { nl = "laat", en = "late" }

[[facts]]
name = "never"
kind = "derived"
derive = "purposes_never_covered"
subject = "body"
body = "table"
label = { nl = "nooit", en = "never" }

[[clauses]]
id = "rhythm"
title = { nl = "Elke vier weken", en = "Every four weeks" }
text = { nl = "De tafel komt elke vier weken.", en = "The table comes every four weeks." }
subject = "body"
force = "practice"
condition = { kind = "compare", fact = "missed", relation = "at_most", value = 0 }

[[clauses]]
id = "lateness"
title = { nl = "Later dan vier weken", en = "Later than four weeks" }
text = { nl = "Er zat meer tussen.", en = "More time went by." }
subject = "body"
force = "remark"
family = "pace"
condition = { kind = "compare", fact = "late", relation = "at_least", value = 1 }

[[clauses]]
id = "not-of-pace"
title = { nl = "Ook later", en = "Later too" }
text = { nl = "Er zat meer tussen.", en = "More time went by." }
subject = "body"
force = "remark"
condition = { kind = "compare", fact = "late", relation = "at_least", value = 1 }

[[clauses]]
id = "covered"
title = { nl = "Alles komt aan bod", en = "All comes up" }
text = { nl = "Alles komt in een jaar aan bod.", en = "All comes up in a year." }
subject = "body"
force = "practice"
condition = { kind = "compare", fact = "never", relation = "at_most", value = 0 }
"""
MARCH: Final = date(2025, 3, 6)


@pytest.fixture(scope="module")
def charters(tmp_path_factory: pytest.TempPathFactory) -> kc.Charters:
    place = tmp_path_factory.mktemp("charter") / "charter.toml"
    place.write_text(CHARTER, "utf-8")
    return kc.load_charters(place)


def words(same: str) -> kc.Text:
    return kc.Text(same, f"the {same}")


def project(name: str, *doing: str, **more: Any) -> kc.Project:
    places = [kc.Participation(one, "doing") for one in doing]
    return kc.Project(name, words(name), participations=[*places, *more.pop("participations", ())], **more)


def on(charters: kc.Charters, day: date = MARCH, **records: Any) -> Agenda:
    return kc.next_agenda(charters, kc.Register(**records), on=day)


def found(made: Agenda, section: str) -> list[tuple[Ground, str]]:
    return [(one.ground, one.about) for one in made.section(section).points]


def item(about: str, purpose: str = "fresh", **more: Any) -> kc.AgendaItem:
    return kc.AgendaItem(BODY, purpose, words("punt"), more.pop("day", date(2025, 2, 1)), about, **more)


def held(*days: date) -> list[kc.Meeting]:
    return [kc.Meeting(BODY, day) for day in days]


# What is new


def test_what_nobody_took_up_yet_is_new(charters: kc.Charters) -> None:
    challenge = kc.Challenge("heat", "a", words("hitte"), date(2024, 5, 1))
    asked = kc.Challenge("flood", "a", words("water"), date(2024, 5, 1))
    later = kc.Challenge("noise", "a", words("lawaai"), MARCH + DAY)
    question = kc.ResearchQuestion("q", "flood", words("hoe"), date(2025, 1, 1))
    idea = kc.Milestone(kc.LifecycleStage.IDEA, date(2025, 2, 1))
    begun = kc.Milestone(kc.LifecycleStage.STARTED, date(2025, 2, 2))
    projects = [
        project("one", challenges=[challenge, asked, later], research_questions=[question]),
        project("idea", milestones=[idea]),
        project("begun", milestones=[idea, begun]),
        project("over", challenges=[evolve(challenge, id="old")], period=kc.Period(None, date(2025, 1, 1))),
    ]
    wishes = [
        kc.Wish("board", date(2023, 1, 1), words("wens"), id="old-wish"),
        kc.Wish(
            "a", date(2025, 1, 1), words("wens"), kc.WishStatus.DECLINED, reason="te duur", id="answered"
        ),
    ]

    made = on(charters, projects=projects, wishes=wishes)
    assert found(made, "fresh") == [
        (Ground.CHALLENGE, "heat"),
        (Ground.IDEA, "idea"),
        (Ground.WISH, "old-wish"),
    ]
    (_, _, wish) = made.section("fresh").points
    assert (wish.subject, wish.subject_title) == ("board", kc.Text("bestuur", "board"))
    assert (Ground.CHALLENGE, "noise") in found(on(charters, MARCH + DAY, projects=projects), "fresh")
    assert "idea" not in [about for _, about in found(made, "aboard")]  # not before it is a project


# How it goes


def test_findings_and_what_is_to_know_of_pace_come_up(charters: kc.Charters) -> None:
    attested = kc.Completeness(SECRETARY, date(2025, 3, 1), "meetings", kc.Period.year(2025))

    made = on(
        charters,
        date(2025, 4, 30),
        meetings=held(date(2025, 1, 9), date(2025, 4, 1)),
        completeness=[attested],
    )

    assert found(made, "course") == [(Ground.FINDING, "table/rhythm"), (Ground.TO_KNOW, "table/lateness")]
    finding = made.section("course").points[0]
    assert (finding.status, finding.subject) == (kc.Status.NOT_MET, "table")
    assert finding.records == ("table/2025-01-09",)
    assert made.undetermined == 0


def test_what_cannot_be_determined_is_counted_and_no_point(charters: kc.Charters) -> None:
    made = on(charters, date(2025, 12, 31), meetings=held(date(2025, 1, 9)))

    assert found(made, "course") == []
    assert made.undetermined == 4


def test_a_deferred_result_comes_back_on_its_day(charters: kc.Charters) -> None:
    result = kc.Result("report", words("rapport"), date(2024, 12, 1))
    deferred = kc.Disposition(
        "report", kc.Verdict.DEFERRED, SECRETARY, date(2025, 1, 5), "eerst de begroting", "a", MARCH
    )
    decided = kc.Disposition("report", kc.Verdict.ADOPTED, SECRETARY, date(2025, 3, 7), "goed")
    projects = [project("one", results=[result], dispositions=[deferred, decided])]

    assert found(on(charters, MARCH - DAY, projects=projects), "course") == []
    assert found(on(charters, MARCH, projects=projects), "course") == [(Ground.RESULT_DUE, deferred.record)]
    assert found(on(charters, MARCH + DAY, projects=projects), "course") == []


# What to join


def candidates(made: Agenda, name: str) -> tuple[Candidate, ...]:
    return next((one.candidates for one in made.section("aboard").points if one.about == name), ())


def test_members_who_are_not_in_it_may_join_those_with_a_reason_first(charters: kc.Charters) -> None:
    fits = kc.Judgement("fit", "in", SECRETARY, date(2025, 1, 1), "water")
    interest = kc.Interest("b", date(2025, 1, 1), words("schoon water"), own=True, theme="water", id="clean")
    one = project("one", judgements=[fits])
    made = on(charters, projects=[one], interests=[interest])

    assert candidates(made, "one") == (
        Candidate("b", "Bèta", (Reason.INTEREST,), ("clean",)),
        Candidate("a", "Alfa", (Reason.MEMBER,)),
    )
    for judgement in (
        evolve(fits, theme="work"),
        evolve(fits, verdict="out"),
        evolve(fits, on=MARCH + DAY),
    ):
        other = on(charters, projects=[evolve(one, judgements=[judgement])], interests=[interest])
        assert [who.reasons for who in candidates(other, "one")] == [(Reason.MEMBER,)] * 2


def test_a_judgement_that_was_replaced_says_nothing_of_the_theme(charters: kc.Charters) -> None:
    first = kc.Judgement("fit", "in", SECRETARY, date(2025, 1, 1), "water", id="first")
    second = kc.Judgement("fit", "out", SECRETARY, date(2025, 1, 2), "water", id="second", supersedes="first")
    interest = kc.Interest("b", date(2025, 1, 1), theme="water")

    made = on(charters, projects=[project("one", judgements=[first, second])], interests=[interest])
    assert [who.reasons for who in candidates(made, "one")] == [(Reason.MEMBER,)] * 2


def test_who_intends_or_looks_on_has_a_reason(charters: kc.Charters) -> None:
    places = [
        kc.Participation("a", "watching", id="on-the-side"),
        kc.Participation("b", "doing", stage=kc.Firmness.INTENTION, id="soon"),
    ]
    made = on(charters, projects=[project("one", participations=places)])

    assert candidates(made, "one") == (
        Candidate("b", "Bèta", (Reason.INTENDS,), ("soon",)),
        Candidate("a", "Alfa", (Reason.OTHER_ROLE,), ("on-the-side",)),
    )


def test_who_is_in_is_to_be_in_or_may_be_no_member_is_not_asked(charters: kc.Charters) -> None:
    later = kc.Participation("b", "doing", period=kc.Period(MARCH + DAY))
    started = kc.Period(date(2024, 6, 1))

    assert candidates(on(charters, projects=[project("one", "a", "b")]), "one") == ()
    to_come = project("one", "a", participations=[later], period=started)
    assert candidates(on(charters, projects=[to_come]), "one") == ()
    maybe = kc.Participation("b", "doing", certainty=kc.Certainty.UNCERTAIN)
    assert candidates(on(charters, projects=[project("one", "a", participations=[maybe])]), "one") == ()


def test_projects_that_start_come_before_those_that_run(charters: kc.Charters) -> None:
    wanting = [kc.Participation("b", "watching")]
    projects = [
        project("runs", "a", period=kc.Period(date(2024, 1, 1))),
        project("runs-wanted", "a", participations=wanting, period=kc.Period(date(2024, 1, 1))),
        project("starts-late", "a", period=kc.Period(date(2025, 9, 1))),
        project("started", "a", period=kc.Period(date(2025, 2, 20))),
        project("over", "a", period=kc.Period(None, MARCH - DAY)),
    ]

    made = on(charters, projects=projects, meetings=held(date(2025, 2, 6)))
    assert found(made, "aboard") == [
        (Ground.STARTS, "started"),
        (Ground.STARTS, "starts-late"),
        (Ground.RUNS, "runs-wanted"),
        (Ground.RUNS, "runs"),
    ]


# Items on record


def test_an_open_item_is_carried_over(charters: kc.Charters) -> None:
    items = [item("", "round", id="old"), item("", "round", id="new", day=date(2025, 2, 20))]

    made = on(charters, agenda_items=items, meetings=held(date(2025, 2, 6)))
    assert found(made, "round") == [(Ground.CARRIED_OVER, "old"), (Ground.ADDED, "new")]


def deferred(about: str, until: date | None, **more: Any) -> kc.AgendaItem:
    return item(
        about,
        status=kc.ItemStatus.DEFERRED,
        decided_on=date(2025, 2, 6),
        by=SECRETARY,
        reason="eerst geld",
        until=until,
        **more,
    )


WISH: Final = kc.Wish("a", date(2025, 1, 1), words("wens"), id="wish")


def test_a_deferred_item_stays_away_until_its_day_and_takes_the_place_of_what_it_is_about(
    charters: kc.Charters,
) -> None:
    waiting = deferred("wish", MARCH)

    before = on(charters, MARCH - DAY, wishes=[WISH], agenda_items=[waiting])
    assert found(before, "fresh") == []
    assert before.kept == (waiting,)
    after = on(charters, MARCH, wishes=[WISH], agenda_items=[waiting])
    assert found(after, "fresh") == [(Ground.BACK, "wish")]
    assert after.section("fresh").points[0].reason == "eerst geld"
    assert after.kept == ()
    assert found(on(charters, wishes=[WISH], agenda_items=[deferred("wish", None)]), "fresh") == [
        (Ground.BACK, "wish")
    ]


def test_a_dropped_item_stays_gone_with_its_reason(charters: kc.Charters) -> None:
    dropped = item(
        "wish", status=kc.ItemStatus.DROPPED, decided_on=date(2025, 2, 20), by=SECRETARY, reason="bestaat al"
    )

    assert found(on(charters, date(2025, 2, 19), wishes=[WISH], agenda_items=[dropped]), "fresh") == [
        (Ground.ADDED, "wish")
    ]
    for day in (date(2025, 2, 20), MARCH, date(2026, 6, 1)):
        made = on(charters, day, wishes=[WISH], agenda_items=[deferred("wish", MARCH), dropped])
        assert found(made, "fresh") == []
        assert made.kept == (dropped,)


def test_what_is_dropped_from_one_section_may_come_up_in_another(charters: kc.Charters) -> None:
    dropped = item("one", "aboard", status=kc.ItemStatus.DROPPED, reason="klein houden")
    idea = kc.Milestone(kc.LifecycleStage.IDEA, date(2025, 2, 1))

    assert found(on(charters, projects=[project("one", "a")], agenda_items=[dropped]), "aboard") == []
    made = on(charters, projects=[project("one", "a", milestones=[idea])], agenda_items=[dropped])
    assert found(made, "fresh") == [(Ground.IDEA, "one")]


def test_an_accepted_item_is_done_and_hides_nothing(charters: kc.Charters) -> None:
    accepted = item("wish", status=kc.ItemStatus.ACCEPTED, decided_on=date(2025, 2, 6), by=SECRETARY)

    made = on(charters, wishes=[WISH], agenda_items=[accepted])
    assert found(made, "fresh") == [(Ground.WISH, "wish")]
    assert made.kept == ()


def test_an_item_for_a_section_that_is_not_there_comes_last(charters: kc.Charters) -> None:
    assert found(on(charters, agenda_items=[item("", "elsewhere", id="it")]), "round") == [
        (Ground.ADDED, "it")
    ]


def test_items_of_another_body_or_a_later_day_are_not_on_it(charters: kc.Charters) -> None:
    items = [evolve(item("", id="x"), body="board"), item("", day=MARCH + DAY, id="y")]

    assert all(not one.points for one in on(charters, agenda_items=items).sections)


# When


def test_the_agenda_says_when_this_one_was_due_and_when_the_next_is(charters: kc.Charters) -> None:
    recess = kc.Recess(kc.Period(date(2025, 3, 24), date(2025, 4, 6)), date(2025, 3, 1), SECRETARY)
    plan = kc.Meeting(BODY, date(2025, 4, 10), kc.MeetingStatus.PLANNED)
    meetings = [*held(date(2025, 1, 30), MARCH), plan]

    made = on(charters, meetings=meetings, recesses=[recess])
    assert made.since == meetings[0]
    assert made.due is not None
    assert made.due.on == date(2025, 2, 27)
    assert made.following is not None
    assert (made.following.on, made.following.recess, made.following.planned) == (
        date(2025, 4, 3),
        recess,
        plan,
    )
    assert on(charters, meetings=meetings[1:], recesses=[recess]).following == made.following
    assert on(charters).due is None


# Refusals


def test_a_charter_without_sections_is_refused_in_both_languages(charters: kc.Charters) -> None:
    bare = evolve(charters["plain"], agenda=())

    with pytest.raises(NoAgenda, match="names no sections") as refused:
        kc.next_agenda(bare, kc.Register(), on=MARCH)
    assert "noemt geen onderdelen" in refused.value.text.nl
    assert isinstance(refused.value, ValueError)
    assert isinstance(refused.value, kc.KennisstadError)


def test_it_must_be_clear_by_which_version_and_for_which_body(charters: kc.Charters) -> None:
    with pytest.raises(NoAgenda, match="not exactly one version"):
        kc.next_agenda(charters, kc.Register(), on=date(2027, 1, 1))
    with pytest.raises(NoAgenda, match="no body ‘nobody’"):
        kc.next_agenda(charters, kc.Register(), on=MARCH, body="nobody")
    charter = charters["plain"]
    silent = evolve(
        charter, facts=[one for one in charter.facts if one.name != "never"], clauses=charter.clauses[:2]
    )
    with pytest.raises(NoAgenda, match="choose out of: board, table"):
        kc.next_agenda(silent, kc.Register(), on=MARCH)
    assert kc.next_agenda(silent, kc.Register(), on=MARCH, body="board").body == "board"


# Nothing confidential


hidden = st.sampled_from(["a", "b", "c"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(hidden, st.booleans(), st.booleans()), max_size=5))
def test_nothing_confidential_comes_on_an_agenda(
    charters_once: kc.Charters, several: list[tuple[str, bool, bool]]
) -> None:
    """With or without confidential interests, and whatever they say, the agenda is the same."""
    fits = kc.Judgement("fit", "in", SECRETARY, date(2025, 1, 1), "water")
    interests = [
        kc.Interest(
            holder,
            date(2025, 1, 1),
            words(SECRET),
            own,
            visibility=kc.Visibility.CONFIDENTIAL,
            theme="water",
            note=SECRET,
        )
        for holder, own, _ in several
    ]
    own = [one for one, (_, _, inside) in zip(interests, several, strict=True) if inside]
    shared = [one for one, (_, _, inside) in zip(interests, several, strict=True) if not inside]
    plain = [project("one", judgements=[fits])]
    with_secrets = [evolve(plain[0], interests=own)]

    made = on(charters_once, projects=with_secrets, interests=shared)
    assert made == on(charters_once, projects=plain)
    assert SECRET not in repr(made)
    assert SECRET not in text(agenda_document(made, "nl"))


@pytest.fixture(scope="module")
def charters_once(charters: kc.Charters) -> Shown:
    return Shown(charters.versions)


class Shown(kc.Charters):
    """The same charters, that hypothesis can show in a line."""

    def __repr__(self) -> str:
        return "charters"


# In words, and by the command


@pytest.fixture(scope="module")
def waterstad() -> Agenda:
    charters, register = kc.load_charters(WATERSTAD), kc.load_register(WATERSTAD)
    return kc.next_agenda(charters, register, on=NOVEMBER)


def test_what_was_said_in_confidence_is_not_for_a_meeting(waterstad: Agenda) -> None:
    """Of three parties two said openly that they were not passed over: a number would tell who was."""
    points = [point for section in waterstad.sections for point in section.points]
    records = [record for one in points for record in (*one.records, *(each.record for each in one.concerns))]

    assert "bicycle-ferry/nobody-overlooked" not in {one.about for one in points}
    assert not [one for one in records if "in confidence" in one]


def test_what_is_to_be_known_of_many_is_told_once_and_only_of_what_is_to_come(waterstad: Agenda) -> None:
    told = " ".join(text(agenda_document(waterstad, "nl")).split())

    assert told.count("[i] Termijn loopt midden in het project af - ") == 1
    assert "Watertoren open [water-tower/season-ends]: gemeente Waterstad (" in told
    assert "termijn loopt af tijdens het plan, 31 juli 2025" not in told


def test_an_empty_section_says_that_nothing_is_recorded(charters: kc.Charters) -> None:
    made = on(charters)

    assert text(agenda_document(made, "nl")).count("Niets vastgelegd.") == 4
    assert text(agenda_document(made, "en")).count("Nothing recorded.") == 4


SMALL: Final[dict[str, Any]] = {
    "projects": [
        project(
            "kade",
            "a",
            period=kc.Period(date(2025, 4, 1)),
            participations=[kc.Participation("b", "watching", id="kade-b")],
            results=[kc.Result("rapport", words("rapport"), date(2024, 12, 1))],
            dispositions=[
                kc.Disposition(
                    "rapport",
                    kc.Verdict.DEFERRED,
                    SECRETARY,
                    date(2025, 1, 5),
                    "eerst de begroting",
                    "a",
                    MARCH,
                )
            ],
        ),
        project("sluis", "b", period=kc.Period(date(2024, 1, 1))),
    ],
    "wishes": [WISH],
    "agenda_items": [
        item("", "round", id="boten"),
        item(
            "sluis/oud",
            status=kc.ItemStatus.DROPPED,
            decided_on=date(2025, 2, 6),
            by=SECRETARY,
            reason="te oud",
        ),
        deferred("kaart", date(2025, 6, 1), id="kaart-later"),
    ],
    "meetings": [*held(date(2025, 1, 30)), kc.Meeting(BODY, date(2025, 4, 10), kc.MeetingStatus.PLANNED)],
    "recesses": [
        kc.Recess(
            kc.Period(date(2025, 3, 24), date(2025, 4, 6)), date(2025, 3, 1), SECRETARY, reason="verbouwing"
        )
    ],
    "completeness": [kc.Completeness(SECRETARY, date(2025, 3, 1), "meetings", kc.Period.year(2025))],
}


def test_the_agenda_reads_in_dutch(charters: kc.Charters) -> None:
    assert text(agenda_document(on(charters, **SMALL), "nl")) == snapshot("""\
Proefverbond: agenda van 6 maart 2025 (tafel)
=============================================
De vorige bijeenkomst was op 30 januari 2025. Volgens het ritme was deze
uiterlijk op 27 februari 2025 aan de beurt; dat is 7 dagen geleden. De volgende
is uiterlijk op 3 april 2025 aan de beurt. Dat is in een reces, van 24 maart
2025 t/m 6 april 2025. Reden: verbouwing. Gepland is 10 april 2025.

Nieuw
-----
- Wens [wish]
  - Wens van Alfa (1 januari 2025), zonder vervolg.

Koers
-----
- Rapport [rapport/deferred/2025-01-05]
  - Resultaat van ‘kade’, uitgesteld tot 6 maart 2025: eerst de begroting.
- Tafel
  [i] Later dan vier weken [table/lateness]
      - Het gaat om: tafel (rand van de periode, dus een ondergrens, 31 december
        2024 t/m 30 januari 2025, verwacht op 28 januari 2025, 30 dagen); tafel
        (volgende bijeenkomst nog niet gehouden, 30 januari 2025 t/m 6 maart
        2025, verwacht op 27 februari 2025, 35 dagen).

Aan boord
---------
- Kade [kade]
  - Begin: 1 april 2025.
  - Bèta: doet al mee in een andere rol.
- Lopende projecten waar nog partners bij kunnen; belangstelling is niet
  vastgelegd
  - sluis [sluis]: Alfa

Rondvraag
---------
- Punt [boten]
  - Aangedragen op 1 februari 2025.

Uitgesteld of geschrapt
-----------------------
- Punt [sluis/oud]
  - Op 6 februari 2025 geschrapt door Iris Voorbeeld (secretaris): te oud.
- Punt [kaart]
  - Op 6 februari 2025 uitgesteld tot 1 juni 2025 door Iris Voorbeeld
    (secretaris): eerst geld.\
""")


def test_the_agenda_reads_in_english(charters: kc.Charters) -> None:
    assert text(agenda_document(on(charters, **SMALL), "en")) == snapshot("""\
Proefverbond: agenda of 6 March 2025 (table)
============================================
The last meeting was on 30 January 2025. By the rhythm this one was due on 27
February 2025 at the latest; that is 7 days ago. The next one is due on 3 April
2025 at the latest. That is in a recess, from 24 March 2025 through 6 April
2025. Reason: verbouwing. Planned is 10 April 2025.

New
---
- The wens [wish]
  - Wish of Alfa (1 January 2025), without a follow-up.

Course
------
- The rapport [rapport/deferred/2025-01-05]
  - Result of ‘the kade’, deferred until 6 March 2025: eerst de begroting.
- Table
  [i] Later than four weeks [table/lateness]
      - This concerns: table (edge of the period, so a lower bound, 31 December
        2024 through 30 January 2025, due on 28 January 2025, 30 days); table
        (next meeting not held yet, 30 January 2025 through 6 March 2025, due on
        27 February 2025, 35 days).

Aboard
------
- The kade [kade]
  - Start: 1 April 2025.
  - Bèta: takes part in another role already.
- Running projects that partners could still join; no interest is on record
  - the sluis [sluis]: Alfa

Any other business
------------------
- The punt [boten]
  - Brought up on 1 February 2025.

Deferred or dropped
-------------------
- The punt [sluis/oud]
  - Dropped on 6 February 2025 by Iris Voorbeeld (secretaris): te oud.
- The punt [kaart]
  - Deferred on 6 February 2025 until 1 June 2025 by Iris Voorbeeld
    (secretaris): eerst geld.\
""")


def test_every_reason_and_ground_has_words_in_both_languages(waterstad: Agenda) -> None:
    assert set(REASONS) == set(Reason)
    dutch, english = (text(agenda_document(waterstad, language)) for language in ("nl", "en"))
    assert dutch != english
    assert "{" not in dutch + english


def test_of_pace_only_what_is_still_to_come_is_on_the_agenda() -> None:
    charters, register = kc.load_charters(WATERSTAD), kc.load_register(WATERSTAD)
    made = kc.next_agenda(charters, register, on=date(2025, 10, 31))
    ending = [
        (point.subject, each.on)
        for section in made.sections
        for point in section.points
        if point.about.endswith("/season-ends")
        for each in point.concerns
    ]

    assert ("care-route", date(2026, 3, 18)) in ending
    # The season of the college ended in July: in the audit of the year, and nothing to talk over in October.
    assert "night-moths" not in {subject for subject, _ in ending}
    assert all(day is not None and day >= date(2025, 10, 31) for _, day in ending)


def test_the_agenda_of_waterstad_fills_every_section(waterstad: Agenda) -> None:
    points = {one.id: {point.ground for point in one.points} for one in waterstad.sections}

    assert points["fresh"] >= {Ground.CHALLENGE, Ground.WISH}
    assert points["afloat"] >= {Ground.FINDING, Ground.BACK}
    assert points["come-aboard"] == {Ground.RUNS}
    assert points["round"] == {Ground.CARRIED_OVER}
    assert {one.id for one in waterstad.kept} == {"item-film", "item-map"}
    assert {one.about for one in waterstad.section("fresh").points}.isdisjoint({"map-of-trials"})


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(["agenda", str(WATERSTAD), *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_prints_the_agenda(capsys: pytest.CaptureFixture[str], waterstad: Agenda) -> None:
    code, out, err = run(capsys, "--for", "2025-11-27", "--language", "nl")

    assert (code, err) == (0, "")
    assert out == text(agenda_document(waterstad, "nl")) + "\n"
    assert max(map(len, out.splitlines())) <= 80


def test_the_agenda_as_data(capsys: pytest.CaptureFixture[str], waterstad: Agenda) -> None:
    _, out, _ = run(capsys, "--for", "2025-11-27", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert tuple(rows[0]) == ROW_COLUMNS
    assert len(rows) == sum(len(one.points) for one in waterstad.sections) + len(waterstad.kept)
    assert {"dropped", "deferred"} <= {one["ground"] for one in rows}

    _, out, _ = run(capsys, "--for", "2025-11-27", "--format", "json")
    tree = json.loads(out)
    assert (tree["kind"], tree["body"], tree["on"]) == ("agenda", "project-table", "2025-11-27")
    again = run(capsys, "--for", "2025-11-27", "--format", "json")[1]
    assert again == out

    _, out, _ = run(capsys, "--for", "2025-11-27", "--format", "markdown")
    assert out.startswith("# Waterstad Alliance: agenda of 27 November 2025 (project table)\n")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--for", "2018-01-01"), "not exactly one version"),
        (("--for", "2020-01-01"), "names no sections"),
        (("--for", "2025-11-27", "--body", "x"), "no body ‘x’"),
        (("--for", "soon"), "not a date"),
    ],
)
def test_the_command_says_what_is_wrong(
    more: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *more)

    assert (code, out) == (2, "")
    assert said in err


def test_a_point_is_a_plain_value(waterstad: Agenda) -> None:
    point = waterstad.section("fresh").points[0]

    assert isinstance(point, Point)
    assert evolve(point) == point
    with pytest.raises(KeyError):
        waterstad.section("nothing")
