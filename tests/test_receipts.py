# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receipts: what they hold can be hashed again by anybody, and whatever differs from them is named."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import kennisstad_core as kc
from kennisstad_core import receipts
from kennisstad_core.explain import render
from kennisstad_core.files import charters_of
from kennisstad_core.files.schema import FOLDER
from kennisstad_core.receipts import differences as v
from kennisstad_core.receipts.contents import Shelf
from kennisstad_core.receipts.making import of_one_day
from kennisstad_core.receipts.receipt import CONFIDENTIAL, seal
from kennisstad_core.receipts.redacting import NotRedactable, persons, redact
from kennisstad_core.receipts.shape import SHAPE, schema_text
from kennisstad_core.receipts.words import difference, verification_document
from kennisstad_core.records import Visibility
from kennisstad_core.text import LANGUAGES

ROOT = Path(__file__).parent.parent
ON = date(2025, 6, 1)
YEAR = kc.Period.year(2025)
CARE = "care-route"


@cache
def waterstad() -> tuple[kc.Charters, kc.Register]:
    folder = ROOT / "examples" / "waterstad"
    told = charters_of(folder)
    assert told is not None
    charters = kc.load_charters(told)
    return charters, kc.load_register(folder, charters)


@cache
def decided(project: str = CARE) -> receipts.Receipt:
    charters, register = waterstad()
    return receipts.of_decision(kc.decide(charters, register, project, on=ON), charters, register)


@cache
def reported() -> receipts.Receipt:
    charters, register = waterstad()
    return receipts.of_report(kc.audit(charters, register, period=YEAR), charters, register)


def tool(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name.upper()} IS NOT HERE: that it gives the same hash was not checked")
    return path


# The form


def test_the_schema_beside_the_code_is_of_this_code() -> None:
    path = FOLDER / "receipt.schema.json"
    how = "run: python -c 'from kennisstad_core.receipts.shape import main; main()'"

    assert path.read_text("utf-8") == schema_text(), how
    Draft202012Validator.check_schema(SHAPE)


@pytest.mark.parametrize("make", [decided, reported])
def test_a_receipt_fits_its_schema_and_comes_back_equal(make: Any) -> None:
    receipt = make()
    text = receipts.dumps(receipt)

    assert list(Draft202012Validator(SHAPE).iter_errors(json.loads(text))) == []
    assert receipts.loads(text) == receipt
    assert text.endswith("}\n")
    assert text.count("\n") == 1


@pytest.mark.parametrize("make", [decided, reported])
def test_an_honest_receipt_verifies(make: Any) -> None:
    verification = receipts.verify(make(), *waterstad())

    assert verification.verifies
    assert all(isinstance(one, v.NotComparable) for one in verification.differences)


def test_every_project_of_the_examples_verifies() -> None:
    charters, register = waterstad()
    for project in register.projects:
        receipt = decided(project.id)
        assert receipts.verify(receipt, charters, register).verifies, project.id


def test_an_audit_of_one_day_is_made_again_as_one() -> None:
    charters, register = waterstad()
    for report in (
        kc.audit(charters, register, on=ON),
        kc.audit(charters, register, period=kc.Period.day(ON)),
        kc.audit(charters, register, period=YEAR, on=ON),
    ):
        receipt = receipts.of_report(report, charters, register)
        assert (receipt.period is None) is of_one_day(report)
        assert receipts.verify(receipt, charters, register).verifies


def test_a_project_without_a_charter_on_the_day_has_a_receipt_too() -> None:
    charters, register = waterstad()
    receipt = receipts.of_decision(
        kc.decide(charters, register, CARE, on=date(2000, 1, 1)), charters, register
    )

    assert receipt.charters == ()
    assert receipts.verify(receipt, charters, register).verifies


def test_a_decision_on_a_project_that_is_in_no_register_has_a_receipt_but_cannot_be_made_again() -> None:
    charters, register = waterstad()
    alone = evolve(register[CARE], id="alone")
    receipt = receipts.of_decision(kc.decide(charters, alone, on=ON), charters, kc.Register())

    assert receipts.verify(receipt, charters, register).differences == (v.SubjectMissing("alone"),)
    with pytest.raises(LookupError, match="alone"):
        receipts.of_decision(evolve(kc.decide(charters, alone, on=ON), basis=None), charters, register)


# Redone with the tools that everybody has


def shell(command: str, folder: Path) -> str:
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout


def test_sha256sum_gives_the_digest(tmp_path: Path) -> None:
    tool("sha256sum")
    receipts.write_receipt(decided(), tmp_path / "r.json")

    without = shell("""sed 's/"digest":"[0-9a-f]*",//' r.json | sha256sum""", tmp_path)

    assert without.split()[0] == decided().digest


def test_jq_gives_the_digest_of_the_receipt_and_of_any_part(tmp_path: Path) -> None:
    tool("jq")
    tool("sha256sum")
    receipts.write_receipt(decided(), tmp_path / "r.json")

    assert shell("jq -cS 'del(.digest)' r.json | sha256sum", tmp_path).split()[0] == decided().digest
    for part in ("result", "findings", "records"):
        told = shell(f"jq -cS .{part} r.json | sha256sum", tmp_path).split()[0]
        assert told == receipts.digest(decided().tree[part])


def test_the_evidence_is_checked_by_sha256sum(tmp_path: Path) -> None:
    tool("sha256sum")
    charters, register = waterstad()

    names = receipts.write_evidence((decided(), reported()), charters, register, tmp_path)

    shell("sha256sum --quiet --strict -c SHA256SUMS", tmp_path)
    assert sorted(names) == sorted(
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    )
    hashes = {line.split()[0] for line in (tmp_path / "SHA256SUMS").read_text().splitlines()}
    for receipt in (decided(), reported()):
        named = {receipt.digest, *(one.sha256 for one in receipt.records)}
        named |= {
            sha for one in receipt.charters for sha in (one.sha256, *(part.sha256 for part in one.parts))
        }
        assert named <= hashes


def test_evidence_written_again_holds_nothing_of_before(tmp_path: Path) -> None:
    charters, register = waterstad()
    mine = tmp_path / "mine.txt"
    mine.write_text("kept")
    first = receipts.write_evidence((decided("green-roofs"),), charters, register, tmp_path)
    second = receipts.write_evidence((decided(),), charters, register, tmp_path)

    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert set(second) < {*first, *second}
    assert left == {*second, "mine.txt"}


def test_evidence_beside_a_list_of_somebody_else_leaves_his_files(tmp_path: Path) -> None:
    charters, register = waterstad()
    (tmp_path / "records").mkdir()
    for name in ("records/mine.csv", "records/mine.json"):
        (tmp_path / name).write_text("kept")
    (tmp_path / "SHA256SUMS").write_bytes(
        b"".join(b"%064d  records/%s\n" % (0, name) for name in (b"mine.csv", b"mine.json", b"\xff"))
    )
    receipts.write_evidence((decided(),), charters, register, tmp_path)

    assert (tmp_path / "records/mine.csv").read_text() == "kept"
    assert (tmp_path / "records/mine.json").read_text() == "kept"


def test_evidence_of_an_id_that_no_file_can_be_called_by_is_written(tmp_path: Path) -> None:
    charters, register = waterstad()
    long = evolve(register, projects=[evolve(register[CARE], id="x" * 400)])
    decision = kc.decide(charters, long, "x" * 400, on=date(2025, 6, 1))
    names = receipts.write_evidence(
        (receipts.of_decision(decision, charters, long),), charters, long, tmp_path
    )

    assert max(len(part) for name in names for part in name.split("/")) < 200


def test_evidence_that_is_not_as_it_was_is_not_written(tmp_path: Path) -> None:
    charters, register = waterstad()

    with pytest.raises(receipts.EvidenceMissing, match=r"clauses/three-partners\."):
        receipts.write_evidence((decided(),), amended("three-partners"), register, tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LookupError, match="records/"):
        receipts.write_evidence((decided(),), charters, kc.Register(), tmp_path)


# What differs is named


def amended(clause: str, **changes: Any) -> kc.Charters:
    """The charters with other words in one clause of the version in force."""
    charters, _ = waterstad()
    return kc.Charters(
        evolve(
            one,
            clauses=[
                evolve(each, **(changes or {"text": kc.Text("anders", "otherwise")}))
                if each.id == clause
                else each
                for each in one.clauses
            ],
        )
        if ON in one.period
        else one
        for one in charters
    )


def with_project(project: kc.Project) -> kc.Register:
    _, register = waterstad()
    return evolve(register, projects=[project if one.id == project.id else one for one in register.projects])


def kinds(found: receipts.Verification) -> set[str]:
    return {type(one).__name__ for one in found.differences}


def test_an_edited_clause_is_named() -> None:
    _, register = waterstad()
    found = receipts.verify(decided(), amended("three-partners"), register)

    assert not found.verifies
    assert v.ProvisionChanged("waterstad-2024", "clauses/three-partners") in found.differences
    assert not any(isinstance(one, v.FactDiffers) for one in found.differences)


def test_an_edited_clause_that_is_not_about_this_project_is_named_too() -> None:
    charters, register = waterstad()
    clause = next(one for one in charters["waterstad-2024"].clauses if one.subject == "body")
    found = receipts.verify(decided(), amended(clause.id), register)

    assert found.differences == (v.ProvisionChanged("waterstad-2024", f"clauses/{clause.id}"),)


def test_the_members_and_the_order_of_clauses_are_part_of_a_version() -> None:
    charters, register = waterstad()
    version = charters["waterstad-2024"]
    sooner = evolve(
        version.memberships[0], period=kc.Period(date(2024, 2, 1), version.memberships[0].period.last)
    )
    other = evolve(version, memberships=[sooner, *version.memberships[1:]])
    turned = evolve(version, statements=[*reversed(version.statements)], sources=[*reversed(version.sources)])
    assert turned != version

    def differences(one: kc.Charter) -> tuple[receipts.Difference, ...]:
        several = kc.Charters([each for each in charters if each.id != one.id] + [one])
        return receipts.verify(decided(), several, register).differences

    assert v.ProvisionChanged("waterstad-2024", "members") in differences(other)
    assert any(isinstance(one, v.ProvisionChanged) for one in differences(turned))


def test_a_version_that_is_gone_is_named() -> None:
    charters, register = waterstad()
    old = kc.Charters([charters["waterstad-2019"]])

    assert v.VersionMissing("waterstad-2024") in receipts.verify(decided(), old, register).differences


def test_a_changed_fact_is_named_with_the_record_behind_it() -> None:
    charters, register = waterstad()
    project = register[CARE]
    gone = evolve(
        project, participations=[one for one in project.participations if one.party != "gemeente-waterstad"]
    )
    found = receipts.verify(decided(), charters, with_project(gone))

    assert v.RecordMissing("participations", CARE, "care-route/gemeente-waterstad") in found.differences
    assert any(
        isinstance(one, v.FactDiffers) and one.fact == "partners_on_board" for one in found.differences
    )
    assert "ResultDiffers" in kinds(found)


def test_a_record_that_says_the_same_in_other_words_is_named() -> None:
    charters, register = waterstad()
    project = register[CARE]
    noted = evolve(
        project,
        judgements=[evolve(one, reason="achteraf bedacht") for one in project.judgements],
    )
    found = receipts.verify(decided(), charters, with_project(noted))

    assert kinds(found) == {"RecordChanged"}
    assert not found.verifies


def test_a_record_that_came_in_afterwards_is_named() -> None:
    charters, register = waterstad()
    project = register[CARE]
    more = evolve(
        project, participations=[*project.participations, kc.Participation("het-getij", "executing")]
    )
    found = receipts.verify(decided(), charters, with_project(more))

    assert v.RecordAdded("participations", CARE, "care-route/het-getij") in found.differences


def test_an_organisation_from_outside_is_a_record_as_well() -> None:
    charters, register = waterstad()
    others = {
        key.key for one in kc.decide(charters, register, "green-roofs", on=ON).facts for key in one.counted
    }
    outside = next(one for one in register.external_parties if one.id in others)
    changed = evolve(
        register,
        external_parties=[
            evolve(one, kind="x") if one is outside else one for one in register.external_parties
        ],
    )
    found = receipts.verify(decided("green-roofs"), charters, changed)

    assert v.RecordChanged("external_parties", "", outside.id) in found.differences


def test_a_project_that_is_gone_is_named() -> None:
    charters, register = waterstad()
    without = evolve(register, projects=[one for one in register.projects if one.id != CARE])

    assert receipts.verify(decided(), charters, without).differences == (v.SubjectMissing(CARE),)
    assert v.RecordMissing("participations", CARE, "care-route/gemeente-waterstad") in (
        receipts.verify(reported(), charters, without).differences
    )


def test_another_version_of_the_library_is_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    charters, register = waterstad()
    receipt = decided()
    monkeypatch.setattr(kc, "__version__", "99.0")
    found = receipts.verify(receipt, charters, register)

    assert found.verifies
    assert [type(one) for one in found.differences] == [v.EngineDiffers]


def test_every_record_behind_a_fact_is_in_the_receipt() -> None:
    """What evidence calls by a name that no record goes by is a member, or something that is missing or derived."""
    charters, register = waterstad()
    report = kc.audit(charters, register, period=YEAR)
    answers: list[kc.Decision | kc.Assessment] = [*report.decisions, *report.assessments]
    shelf = Shelf(register, register.projects)
    lists = "participations|contributions|interests|results"
    derived = re.compile(
        rf"membership/.+|agenda/.+|.+/\d{{4}}(-(Q|H)?\d+)?|.+/seat/.+|.+/meetings|.+/({lists})|.+/joint-window/.+"
        r"|.+/in confidence/\d+|[^/]+"
    )
    unknown = {
        one.record
        for answer in answers
        for fact in answer.facts
        for one in (*fact.counted, *fact.possible, *fact.left_out)
        if not shelf.find(one.record) and not derived.fullmatch(one.record)
    }

    assert unknown == set()


# An amendment, and what happens later, leave it as it was (law 9)


def later(charters: kc.Charters, on: date) -> kc.Charters:
    """The charters after an amendment: the version in force was closed, its members left, and there is a next one."""
    *before, last = charters.versions
    end = date(on.year, 6, 30)

    def closed(period: kc.Period) -> kc.Period:
        return kc.Period(period.first, end if period.last is None or period.last > end else period.last)

    newcomer = kc.Partner("nieuwkomer", "Nieuwkomer")
    old = evolve(
        last,
        period=closed(last.period),
        partners=[*last.partners, newcomer],
        memberships=[
            *(evolve(one, period=closed(one.period)) for one in last.memberships),
            kc.Membership("nieuwkomer", kc.Period(date(on.year, 2, 1), None)),
        ],
    )
    new = evolve(
        last,
        id="next",
        period=kc.Period(date(on.year, 7, 1), None),
        partnership=kc.Text("Anders", "Otherwise"),
    )
    return kc.Charters([*before, old, new])


def busier(register: kc.Register, on: date) -> kc.Register:
    """The register after a while: things ended, and things happened, all after the day."""
    from kennisstad_core.records import Firmness

    def project(one: kc.Project) -> kc.Project:
        ended = [
            evolve(two, period=kc.Period(two.period.first, on), stage=Firmness.ENDED)
            if two.period.last is None and two.stage is Firmness.ACTIVE
            else two
            for two in one.participations
        ]
        joined = kc.Participation("het-getij", "executing", period=kc.Period(on, None))
        outsider = kc.Participation(named="Iemand van later", confirmed_on=on, period=kc.Period(on, None))
        judged = kc.Judgement("theme_link", "core", kc.Person("Later"), on, theme="climate-water")
        return evolve(
            one,
            participations=[*ended, joined, outsider],
            judgements=[*one.judgements, judged],
        )

    new = kc.Project("a-new-one", kc.Text("Nieuw", "New"), kc.Period(on, None))
    return evolve(
        register,
        projects=[*map(project, register.projects), new],
        meetings=[*register.meetings, kc.Meeting("steering-table", on)],
    )


def test_an_amendment_and_later_records_leave_old_receipts_as_they_were() -> None:
    charters, register = waterstad()
    after = date(2026, 9, 1)
    new, more = later(charters, after), busier(register, after)

    for receipt in (reported(), *(decided(one.id) for one in register.projects)):
        found = receipts.verify(receipt, new, more)
        assert found.verifies, (receipt.subject, found.differences[:5])


def test_a_list_that_is_attested_afterwards_and_changes_no_fact_is_no_difference() -> None:
    charters, register = waterstad()
    project = register[CARE]
    attested = kc.Completeness(kc.Person("Later"), date(2026, 1, 5), of="benefits", period=YEAR)
    more = with_project(evolve(project, completeness=[*project.completeness, attested]))

    assert receipts.verify(decided(), charters, more).differences == ()
    without = with_project(evolve(project, completeness=()))
    assert project.completeness
    assert "RecordMissing" in kinds(receipts.verify(decided(), charters, without))


def test_only_what_was_used_is_named() -> None:
    named = {(one.table, one.project) for one in decided().records}

    assert {project for _, project in named} <= {CARE, ""}
    assert ("meetings", "") not in named


# Tampering


@settings(max_examples=60)
@given(st.data())
def test_no_byte_of_a_receipt_can_be_changed_unseen(data: st.DataObject) -> None:
    raw = bytearray(receipts.dumps(decided()).encode())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))

    try:
        changed = receipts.loads(raw.decode())
    except ValueError:
        return
    assert not changed.sound
    assert v.ReceiptDamaged(changed.digest, changed.recomputed) in (
        receipts.verify(changed, *waterstad()).differences
    )


def forged(change: Mapping[str, Any]) -> receipts.Receipt:
    """A receipt of which somebody changed the content and made the digest anew."""
    tree = json.loads(decided().body)
    tree.pop("redactions")
    return seal({**tree, **change})


def test_a_forger_who_makes_the_digest_anew_is_found_out_by_recomputing() -> None:
    receipt = decided()
    outcomes = json.loads(json.dumps(receipt.tree["outcomes"]))
    outcomes[0]["outcome"] = "aboard-and-signed"
    fake = forged({"outcomes": outcomes})

    found = receipts.verify(fake, *waterstad())

    assert fake.sound
    assert v.FindingDiffers(
        "project", CARE, "", "aboard-and-signed", receipt.tree["outcomes"][0]["outcome"]
    ) in (found.differences)


@pytest.mark.parametrize("part", ["facts", "outcomes", "findings", "charters", "records"])
def test_something_that_stands_there_twice_does_not_pass(part: str) -> None:
    told = decided().tree[part]

    assert not receipts.verify(forged({part: [*told, told[0]]}), *waterstad()).verifies


@pytest.mark.parametrize("part", ["title", "facts", "outcomes", "findings", "result", "charters", "records"])
def test_nothing_in_a_receipt_goes_uncompared(part: str) -> None:
    """Change any one text in a part, and make the digest anew."""
    for path, changed in list(_changes(decided().tree[part]))[::37]:
        found = receipts.verify(forged({part: changed}), *waterstad())
        assert not found.verifies, (part, path)


@pytest.mark.parametrize("put", [{"redacted": "geheim", "places": 1}, None])
def test_nothing_can_be_put_in_as_if_it_were_left_out(put: object) -> None:
    result = decided().tree["result"]
    facts = result["facts"]
    first = {**facts[0], "counted": [*facts[0]["counted"], put]}

    for changed in ({**result, "more": put}, {**result, "facts": [first, *facts[1:]]}):
        assert not receipts.verify(forged({"result": changed}), *waterstad()).verifies


def _changes(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The value with one text changed, for each text in it."""
    match value:
        case str():
            yield path, "0" * 64 if re.fullmatch("[0-9a-f]{64}", value) else f"{value}x"
        case dict():
            for name, one in value.items():
                yield from ((where, {**value, name: new}) for where, new in _changes(one, f"{path}.{name}"))
        case list():
            for index, one in enumerate(value):
                for where, new in _changes(one, f"{path}[{index}]"):
                    yield where, [*value[:index], new, *value[index + 1 :]]
        case _:
            pass


# What is read


@pytest.mark.parametrize("nested", [600, 900])
def test_what_is_too_deep_to_be_an_answer_is_refused(nested: int) -> None:
    inner: Any = 1
    for _ in range(nested):
        inner = [inner]
    tree = {**json.loads(receipts.dumps(decided())), "result": {"a": inner}}
    text = json.dumps(tree, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"

    with pytest.raises(receipts.NoReceipt, match="too-deep"):
        receipts.loads(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-json"),
        ("[]", "wrong-type"),
        ("{}", "missing-field"),
        ('{"kind":"receipt","kind":"receipt"}', "duplicate-key"),
        ("[" * 20_000, "too-deep"),
    ],
    ids=range(5),
)
def test_what_is_no_receipt_is_refused_in_words(text: str, code: str) -> None:
    with pytest.raises(receipts.NoReceipt) as refused:
        receipts.loads(text)
    assert code in {one.code for one in refused.value.problems}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": 2}, "not-an-option"),
        ({"format": True}, "not-an-option"),
        ({"of": "rumour"}, "not-an-option"),
        ({"on": "2025-02-30"}, "not-a-date"),
        ({"subject": ""}, "empty-text"),
        ({"subject": 3}, "wrong-type"),
        ({"more": 1}, "unknown-field"),
        ({"result": {"a": 1.5}}, "wrong-type"),
        ({"result": {"a": {"redacted": "x"}}}, "missing-field"),
        ({"result": {"a": {"redacted": "x", "places": 0}}}, "wrong-type"),
        ({"redactions": [{"ground": "x", "places": 1}]}, "redactions-miscounted"),
        ({"digest": "abc"}, "not-a-hash"),
        ({"period": {"first": "2025-01-01", "last": "2025-12-31"}}, "unknown-field"),
        ({"of": "report", "period": {"first": "2025-12-31", "last": "2025-01-01"}}, "period-runs-backward"),
        ({"of": "report", "period": {"first": "2024-01-01", "last": "2024-12-31"}}, "not-an-option"),
        ({"charters": {}}, "wrong-type"),
        ({"title": {"nl": "x"}}, "missing-field"),
    ],
)
def test_a_receipt_of_another_shape_is_refused_by_reader_and_schema(
    change: dict[str, Any], code: str
) -> None:
    tree = {**json.loads(receipts.dumps(decided())), **change}
    text = receipts.canonical(tree).decode() if "result" not in change else json.dumps(tree)

    with pytest.raises(receipts.NoReceipt) as refused:
        receipts.loads(text)
    assert code in {one.code for one in refused.value.problems}
    if not {code, *change} & {"not-a-date", "redactions-miscounted", "result", "period"}:
        assert list(Draft202012Validator(SHAPE).iter_errors(tree))


@pytest.mark.parametrize("way", ["crlf", "blank", "pretty", "unsorted"])
def test_a_receipt_written_otherwise_is_told_so(way: str) -> None:
    text = receipts.dumps(decided())
    tree = json.loads(text)
    rewritten = {
        "crlf": text.replace("\n", "\r\n"),
        "blank": f"{text}\n",
        "pretty": json.dumps(tree, indent=2, sort_keys=True, ensure_ascii=False),
        "unsorted": json.dumps(dict(reversed(tree.items())), separators=(",", ":"), ensure_ascii=False)
        + "\n",
    }[way]

    with pytest.raises(receipts.NoReceipt) as refused:
        receipts.loads(rewritten)
    assert [one.code for one in refused.value.problems] == ["not-canonical"]


# What is not shown


def secretive() -> kc.Register:
    """The register with an interest told in confidence, by a holder that nothing else is about."""
    _, register = waterstad()
    project = register["bicycle-ferry"]
    interest = kc.Interest(
        "zwijgende-buren",
        date(2025, 1, 7),
        kc.Text("Zwijgzaam", "Zwijgzaam"),
        own=True,
        visibility=Visibility.CONFIDENTIAL,
        represented_by="zwijgende-vereniging",
        theme="zwijgend-thema",
        id="zwijgend-belang",
        note="Zwijgzaam",
    )
    told = [
        evolve(interest, on=date(2025, 1, 8), id=""),
        interest,
    ]
    answers = [
        kc.InterestResponse("zwijgend-belang", date(2025, 2, 1), kc.Person("A"), id="zwijgend-antwoord"),
        kc.InterestResponse("interest/zwijgende-buren/2025-01-08", date(2025, 2, 1), kc.Person("A")),
    ]
    statement = kc.HolderStatement(
        "zwijgende-buren", date(2025, 3, 1), True, visibility=Visibility.CONFIDENTIAL, id="zwijgend-woord"
    )
    return with_project(
        evolve(
            project,
            interests=[*project.interests, *told],
            responses=[*project.responses, *answers],
            statements=[*project.statements, statement],
        )
    )


def test_what_is_confidential_is_counted_and_nothing_more(tmp_path: Path) -> None:
    charters, _ = waterstad()
    register = secretive()
    report = kc.audit(charters, register, period=YEAR)
    assert "zwijgende-buren" in kc.dumps(report), "the facts do not look at it, so this tests nothing"

    receipt = receipts.of_report(report, charters, register)
    receipts.write_evidence((receipt,), charters, register, tmp_path)
    found = receipts.verify(receipt, charters, register)
    before = next(one.places for one in reported().redactions if one.ground == CONFIDENTIAL)
    places = next(one.places for one in receipt.redactions if one.ground == CONFIDENTIAL)

    said = "".join(path.name + path.read_text("utf-8") for path in sorted(tmp_path.rglob("*.json")))
    assert "zwijg" not in (said + repr(receipt) + repr(found)).casefold()
    assert places > before
    assert found.verifies
    assert v.NotComparable(CONFIDENTIAL, places) in found.differences


def test_confidential_records_of_the_example_are_in_no_receipt() -> None:
    _, register = waterstad()
    told: list[kc.Interest | kc.HolderStatement] = []
    for project in register.projects:
        told += [*project.interests, *project.statements]
    hidden = [one for one in told if one.visibility is Visibility.CONFIDENTIAL]
    names = {name for one in hidden for name in (one.record, one.id) if name}
    assert names
    text = receipts.dumps(reported())
    assert [name for name in names if f'"{name}"' in text] == []


GROUND = "Woo, artikel 5.1, tweede lid, onder e"


def test_names_are_left_out_by_one_switch_and_the_rest_verifies(tmp_path: Path) -> None:
    charters, register = waterstad()
    names = persons(register)
    for whole in (decided(), reported()):
        assert any(name in receipts.dumps(whole) for name in names), "no name in it, so this tests nothing"
        receipt = redact(whole, charters, register, names=GROUND)
        found = receipts.verify(receipt, charters, register)

        assert not any(name in receipts.dumps(receipt) for name in names)
        assert receipts.loads(receipts.dumps(receipt)) == receipt
        assert receipt.digest != whole.digest
        assert found.verifies
        assert GROUND in {one.ground for one in found.differences if isinstance(one, v.NotComparable)}
        assert list(Draft202012Validator(SHAPE).iter_errors(json.loads(receipts.dumps(receipt)))) == []

        receipts.write_evidence((receipt,), charters, register, tmp_path)
        said = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.json"))
        assert not any(name in said for name in names)


def test_a_hash_that_gives_a_name_away_goes_with_it() -> None:
    """Who knows a judgement but for the name could try names until the hash fits."""
    charters, register = waterstad()
    receipt = redact(decided(), charters, register, names=GROUND)
    judged = [one for one in receipt.records if one.table == "judgements"]
    hidden = [one for one in receipt.tree["records"] if one["table"] == "judgements"]

    assert judged
    assert {one.sha256 for one in judged} == {""}
    assert all(one["sha256"] == {"redacted": GROUND, "places": 1, "guessable": True} for one in hidden)
    assert all(one.sha256 for one in receipt.records if one.table == "participations")


def test_a_redacted_receipt_still_tells_what_differs() -> None:
    charters, register = waterstad()
    receipt = redact(decided(), charters, register, names=GROUND)
    project = register[CARE]
    fewer = evolve(project, judgements=project.judgements[1:], participations=project.participations[1:])
    found = receipts.verify(receipt, charters, with_project(fewer))

    assert {"RecordMissing", "FactDiffers", "NotComparable"} <= kinds(found)


def test_a_place_is_left_out_with_what_would_give_it_away() -> None:
    charters, register = waterstad()
    whole = decided()
    facts = whole.tree["result"]["facts"]
    index = next(index for index, one in enumerate(facts) if one["name"] == "partners_on_board")
    receipt = redact(whole, charters, register, paths={f"result.facts[{index}].value": "geheim"})
    marker = {"redacted": "geheim", "places": 1}

    assert receipt.tree["result"]["facts"][index]["value"] == marker
    assert receipt.tree["facts"][index]["value"] == marker
    behind = {one["record"] for one in facts[index]["counted"]}
    assert {one.id for one in receipt.records if not one.sha256} >= behind
    assert receipts.verify(receipt, charters, register).verifies


def test_words_that_are_left_out_are_so_everywhere_and_codes_are_not() -> None:
    charters, register = waterstad()
    whole = decided()
    facts = whole.tree["result"]["facts"]
    index = next(index for index, one in enumerate(facts) if one["name"] == "partners_on_board")
    one = facts[index]["counted"][0]
    receipt = redact(whole, charters, register, paths={f"result.facts[{index}].counted[0]": "geheim"})
    text = receipts.dumps(receipt)

    assert f'"name":"{one["name"]}"' in receipts.dumps(whole)
    assert f'"{one["name"]}"' not in text
    assert '"why":"counted"' in text
    assert receipts.verify(receipt, charters, register).verifies


def test_what_was_left_out_is_not_said_to_be_the_same() -> None:
    charters, register = waterstad()
    whole = decided()
    for path, hidden in (
        ("result.facts[0].value", ""),
        ("outcomes[0].outcome", "Ook een uitkomst is weggelaten"),
    ):
        found = receipts.verify(redact(whole, charters, register, paths={path: "geheim"}), charters, register)
        words = render.text(verification_document(found, "nl"))

        assert found.verifies
        assert not found.in_full
        assert "Voor zover het te lezen is, klopt het bewijsstuk" in words
        assert hidden in words
        assert ("uitkomst is weggelaten" in words) is bool(hidden)
    assert receipts.verify(whole, charters, register).in_full
    assert receipts.verify(reported(), charters, register).in_full


@pytest.mark.parametrize("path", ["on", "subject", "result.nothing", "records[0].sha256", "digest", ""])
def test_what_a_receipt_cannot_do_without_is_not_left_out(path: str) -> None:
    with pytest.raises(NotRedactable, match="nothing to hide"):
        redact(decided(), *waterstad(), paths={path: "geheim"})


@pytest.mark.parametrize("ground", [" ", CONFIDENTIAL])
def test_a_redaction_says_its_ground(ground: str) -> None:
    with pytest.raises(ValueError, match="on which ground"):
        redact(decided(), *waterstad(), names=ground)


# The same every time


@pytest.mark.parametrize(("seed", "locale"), [("0", "C"), ("4711", "tr_TR.UTF-8")])
def test_the_same_data_give_the_same_bytes(seed: str, locale: str) -> None:
    code = (
        "import sys, kennisstad_core as kc\n"
        "from datetime import date\n"
        "from attrs import evolve\n"
        "from kennisstad_core import receipts\n"
        "charters = kc.load_charters('examples/waterstad')\n"
        "register = kc.load_register('examples/waterstad', charters)\n"
        "register = evolve(register, projects=register.projects[::-1], meetings=register.meetings[::-1])\n"
        "report = kc.audit(charters, register, period=kc.Period.year(2025))\n"
        "sys.stdout.write(receipts.of_report(report, charters, register).digest)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Pacific/Apia"},
    )

    assert done.stdout == reported().digest


def test_a_receipt_is_a_plain_value() -> None:
    assert decided() == receipts.loads(receipts.dumps(decided()))
    assert hash(decided()) == hash(receipts.loads(receipts.dumps(decided())))
    assert CARE not in repr(decided())
    assert (decided().subject, decided().on, decided().of) == (CARE, ON, "decision")
    assert reported().period == YEAR
    assert decided().engine == kc.__version__


# Written whole or not at all


def test_a_receipt_that_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "r.json"
    place.write_text("before")

    def fail(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        receipts.write_receipt(decided(), place)

    assert place.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["r.json"]


@pytest.mark.skipif(os.name != "posix", reason="pipes and links with a name are of POSIX")
def test_a_receipt_goes_through_a_pipe_and_behind_a_link_and_takes_the_place_of_neither(
    tmp_path: Path,
) -> None:
    whole = receipts.dumps(decided())
    behind, link, pipe = (tmp_path / name for name in ("behind.json", "link.json", "pipe"))
    link.symlink_to(behind)
    receipts.write_receipt(decided(), link)
    assert link.is_symlink()
    assert behind.read_text("utf-8") == whole

    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        receipts.write_receipt(decided(), pipe)
        assert reader.communicate()[0].decode() == whole
    assert pipe.is_fifo()


def test_no_receipt_is_half_written_at_any_moment(tmp_path: Path) -> None:
    """Stopped by a limit on the size of a file after any number of bytes, as by a full disk."""
    resource = pytest.importorskip("resource")
    size = len(receipts.dumps(decided()).encode())
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from kennisstad_core.receipts.writing import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "place, data = Path(sys.argv[1]), b'x' * 600\n"
        "for most in range(0, 600, 7):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))\n"
        "    try:\n"
        "        write_whole(place, data)\n"
        "    except OSError:\n"
        "        continue\n"
        "    raise SystemExit(f'written within {most} bytes')\n"
    )
    place = tmp_path / "r.json"
    place.write_text("before")
    assert size > 600
    assert resource.RLIMIT_FSIZE >= 0
    subprocess.run([sys.executable, "-c", code, str(place)], check=True, cwd=ROOT)

    assert place.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["r.json"]


# In words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_difference_has_words(language: kc.Language) -> None:
    every: list[receipts.Difference] = [
        v.ReceiptDamaged("a", "b"),
        v.SubjectMissing("p"),
        v.VersionMissing("c"),
        v.VersionAdded("c"),
        *(v.ProvisionChanged("c", part) for part in ("", "members", "heading", "clauses/x", "sources/y")),
        v.ProvisionChanged("c", "facts/x", now=False),
        v.ProvisionChanged("c", "facts/x", before=False),
        v.RecordMissing("projects", "", "r"),
        v.RecordChanged("judgements", "p", "r"),
        v.RecordAdded("unheard-of", "p", "r"),
        *(
            v.FactDiffers("project", "p", "f", was, "", unit)
            for was, unit in (
                ("1", ""),
                ("125000", "EUR"),
                ('{"high":3,"low":2}', ""),
                ('{"low":2}', "days"),
                ("true", ""),
                ('{"truth":"unknown"}', ""),
                ('"core"', ""),
                ('["core","edge"]', ""),
            )
        ),
        v.FindingDiffers("project", "p", "", "a", "undetermined"),
        v.FindingDiffers("project", "p", "?q", "satisfied", ""),
        v.FindingDiffers("project", "p", "c", "not-met", "satisfied"),
        v.ResultDiffers(("a",)),
        v.ResultDiffers(tuple("abcdefghijk")),
        v.EngineDiffers("a", "b"),
        *(v.NotComparable(ground, places) for ground in (CONFIDENTIAL, "x") for places in (1, 2)),
    ]
    said = [difference(one)[language] for one in every]

    assert len(set(said)) == len(said)
    assert all(one.endswith((".", "x")) and "{" not in one for one in said)
    page = verification_document(receipts.Verification(decided(), tuple(every)), language)
    assert len(page.blocks) > 4


def test_a_hash_is_of_bytes_that_can_be_written_down() -> None:
    assert receipts.digest({"b": 1, "a": "é"}) == hashlib.sha256('{"a":"é","b":1}\n'.encode()).hexdigest()
    with pytest.raises(TypeError, match="fraction"):
        receipts.canonical({"a": [1.5]})
    with pytest.raises(ValueError, match="surrogates"):
        receipts.canonical("\ud800")
