# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The commands; each reads, writes what was asked for to standard output, and returns its exit code.

Whatever takes time to import is imported by the command that needs it, so that help is there at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..text import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..charter import Charters
    from ..governance import Report
    from ..provisions import Coverage
    from ..records.projects import Project
    from ..records.register import Register
    from ._opening import Beside

Form: TypeAlias = Literal["text", "json", "csv", "markdown"]
ReportForm: TypeAlias = Literal["text", "json", "csv", "markdown", "sarif"]
Data: TypeAlias = Literal["text", "json", "csv"]
Length: TypeAlias = Literal["line", "clauses", "full"]

FINE: Final = 0
FAULTY: Final = 2

_NOTHING_TO_SUPPOSE: Final = Text(
    "op {day} geldt niet precies één versie van de overeenkomst, dus er valt niets te veronderstellen",
    "on {day} not exactly one version of the charter is in force, so there is nothing to suppose",
)
NOT_WITHIN: Final = Text(
    "{day} valt niet in {period}; met een jaar of periode is --on de dag tot en met welke iets bekend is",
    "{day} is not in {period}; with a year or period, --on is the day up to which things are known",
)
_UNCHECKED: Final = Text(
    "De overeenkomst heeft problemen, dus het register is er niet tegen gecontroleerd.",
    "The charter has problems, so the register was not checked against it.",
)
_WITHOUT: Final = Text(
    "Bij dit register hoort geen overeenkomst, dus of rollen, feiten en bepalingen bestaan, is niet gecontroleerd.",
    "No charter goes with this register, so whether roles, facts and clauses exist was not checked.",
)
_CHARTER_READ: Final = Text(
    "Overeenkomst {id}, {period} (partners: {partners}; bepalingen: {clauses}; vragen: {questions}; uitkomsten: "
    "{outcomes}).",
    "Charter {id}, {period} (partners: {partners}; clauses: {clauses}; questions: {questions}; outcomes: {outcomes}).",
)
_REGISTER_READ: Final = Text(
    "Register {path} (projecten: {projects}; deelnames: {places}; beoordelingen: {judgements}; organisaties van "
    "buiten: {parties}).",
    "Register {path} (projects: {projects}; participations: {places}; judgements: {judgements}; external parties: "
    "{parties}).",
)
_LEDGER_READ: Final = Text(
    "Bronnenregister (voorschriften: {all}; als regel vastgelegd: {encoded}; verhalend: {narrative}; ter beoordeling: "
    "{judgement}; buiten bereik: {out}; door niemand geclaimd: {none}; gaten: {gaps}).",
    "Ledger (provisions: {all}; encoded: {encoded}; narrative: {narrative}; left to judgement: {judgement}; out of "
    "scope: {out}; claimed by nobody: {none}; gaps: {gaps}).",
)
_CASES_READ: Final = Text(
    "Uitgewerkte gevallen: {all}; met problemen: {wrong}.", "Worked cases: {all}; with problems: {wrong}."
)
_ALL_WELL: Final = Text("Geen problemen gevonden.", "No problems found.")
_IN_FULL: Final = Text(
    "Eén beslissing helemaal, met elke bepaling en elke vastlegging erachter:",
    "One decision in full, with every clause and every record behind it:",
)
_OVER_TIME: Final = Text("En hoe die in de loop van de tijd veranderde:", "And how it changed over time:")


def check(path: str, /, *, language: Language = "en", format_: Data = "text") -> int:
    """Read a register or a charter and list everything that is wrong with it.

    Each problem is one line, file:line:column first, followed by what was found and what would be right. Exits with 2
    when there are problems and with 0 when there are none.

    Args:
        path: A register, a charter, or the name of a charter that comes along.
        language: The language of the answer.
        format_: Text, or data: a JSON document, or rows for a spreadsheet.
    """
    from pathlib import Path

    from ..files.codec import unstructure
    from ..files.loading import charters_of, is_register
    from ._flawed import PROBLEM_COLUMNS, problem_lines, problem_rows
    from ._opening import beside_at, charters_at, count, records_at
    from ._terminal import data, json_data, say, sheet

    place = Path(path)
    register, remark = None, ""
    if place.exists() and is_register(place):
        beside = charters_of(place) is not None
        charters, flaws = charters_at(path, language) if beside else (None, ())
        register, others = records_at(path, None if flaws else charters)
        problems = (*flaws, *others)
        remark = "" if beside and not flaws else (_UNCHECKED if beside else _WITHOUT)[language]
    else:
        charters, problems = charters_at(path, language)
        flaws = problems
    around = beside_at(path, None if flaws else charters)
    problems = (*problems, *around.problems)
    match format_:
        case "json":
            json_data({"kind": "problems", "problems": [unstructure(one) for one in problems]})
        case "csv":
            data(sheet(PROBLEM_COLUMNS, problem_rows(problems, language)))
        case "text":
            read = [] if charters is None else list(_charters_read(charters, language))
            if register is not None:
                read.append(_register_read(register, path, language))
            if around.coverage is not None:
                read.append(_ledger_read(around.coverage, language))
            if around.cases:
                read.append(_cases_read(around, language))
            verdict = f"{count(problems, language)}." if problems else _ALL_WELL[language]
            say(problem_lines(problems, language))
            say("\n".join(_wrapped(line) for line in (*read, *([remark] if remark else []), verdict)))
    return FAULTY if problems else FINE


def _ledger_read(covered: Coverage, language: Language) -> str:
    from ..provisions import Claim

    counts = covered.by_claim
    return _LEDGER_READ[language].format(
        all=len(covered.provisions),
        encoded=counts[Claim.ENCODED],
        narrative=counts[Claim.NARRATIVE],
        judgement=counts[Claim.JUDGEMENT],
        out=counts[Claim.OUT_OF_SCOPE],
        none=counts[None],
        gaps=len(covered.gaps),
    )


def _cases_read(around: Beside, language: Language) -> str:
    ids = {one.id for one in around.cases}
    wrong = {one.record for one in around.problems} & ids
    return _CASES_READ[language].format(all=len(ids), wrong=len(wrong))


def audit(
    path: str,
    /,
    *,
    on: str | None = None,
    year: str | None = None,
    period: str | None = None,
    since: str | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: ReportForm = "text",
) -> int:
    """Audit a year or a period: what belongs, and how the work went; or decide every project on one day.

    Over a period each project is judged as of its last day in it, and the days on which it stood otherwise are named.
    Then come the clauses about money, meetings, alignment, pace, interests and results, for every subject.

    Args:
        path: A register.
        on: The day to judge, as 2025-06-01; with a year or period, the day up to which things are known.
        year: The calendar year to audit, as 2025.
        period: The period to audit, as 2025-01-01..2025-06-30.
        since: An earlier report in JSON: say only what changed since.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: a report in JSON, one row a clause in CSV, a page in Markdown, or SARIF for other tools.
    """
    from .. import __version__, governance
    from ..explain.conduct import changes_document
    from ..explain.render import markdown
    from ..files.codec import dumps
    from ..files.sarif import sarif
    from ..reports import ROW_COLUMNS
    from ._opening import day, one_time, open_register, report_at, span, stop
    from ._pages import audit_document, exit_code
    from ._terminal import data, page, say, sheet

    alone = year is None and period is None
    if alone:
        one_time(language, on=on, year=year, period=period)
    when = None if on is None else day(on, language)
    within = None if alone else span(year, period, language)
    if when is not None and within is not None and when not in within:
        raise stop(NOT_WITHIN, language, day=when, period=within)
    earlier = None if since is None else report_at(since, language)
    opened = open_register(path, charters, language)
    report = governance.audit(opened.charters, opened.register, period=within, on=when)
    if earlier is not None:
        changed = changes_document(earlier, report, opened.charters, language)
        if format_ == "markdown":
            data(markdown(changed))
        else:
            page(changed)
        return FAULTY if opened.problems else exit_code(report.decisions, report.assessments)
    match format_:
        case "json":
            data(dumps(report))
        case "sarif":
            data(sarif(report, opened.charters, language, __version__))
        case "csv":
            data(sheet(ROW_COLUMNS, report.rows()))
        case "markdown":
            data(markdown(audit_document(report, opened.charters, language)))
        case "text":
            page(audit_document(report, opened.charters, language))
            say(_hint(path, report, charters, language))
    return FAULTY if opened.problems else exit_code(report.decisions, report.assessments)


def decide(
    path: str,
    project: str,
    /,
    *,
    on: str,
    length: Length = "clauses",
    suppose: list[str] | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Decide one project on a day, and say why.

    With --suppose the decision is made as if that judgement or given fact were on record; nothing is stored, and the
    answer says in its title that it rests on a supposition.

    Args:
        path: A register.
        project: The id of a project in it.
        on: The day to judge, as 2025-06-01.
        length: One line, every clause, or everything: sources, records, readings and what would change it.
        suppose: What to suppose, as FACT=VALUE; may be given more than once, for different facts.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: a decision in JSON, one row a clause in CSV, or a page in Markdown.
    """
    from .. import explain, governance
    from ..files.codec import dumps
    from ..reports import ROW_COLUMNS
    from ..values import Period
    from ._opening import day, find_project, open_register
    from ._pages import exit_code
    from ._terminal import data, say, sheet

    when = day(on, language)
    opened = open_register(path, charters, language)
    subject = find_project(opened.register, project, language)
    supposed = suppose or []
    if supposed:
        read = (language,) if format_ in ("text", "markdown") else LANGUAGES
        subject = _supposed(opened.charters, subject, supposed, when, read, language)
    decision = governance.decide(opened.charters, opened.register, subject, on=when)
    match format_:
        case "json":
            data(dumps(decision))
        case "csv":
            rows = governance.Report(decision.partnership, Period.day(when), (decision,)).rows()
            more = {"supposed": ", ".join(supposed)} if supposed else {}
            data(sheet((*ROW_COLUMNS, *more), ({**row, **more} for row in rows)))
        case "markdown":
            data(explain.markdown(decision, language, length))
        case "text":
            say(explain.explain(decision, language, length))
    return FAULTY if opened.problems else exit_code((decision,))


def explain(
    path: str,
    project: str,
    /,
    *,
    on: str,
    suppose: list[str] | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Decide one project on a day, and say everything there is to say: the same as decide --length full.

    Args:
        path: A register.
        project: The id of a project in it.
        on: The day to judge, as 2025-06-01.
        suppose: What to suppose, as FACT=VALUE; may be given more than once, for different facts.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: a decision in JSON, one row a clause in CSV, or a page in Markdown.
    """
    return decide(
        path,
        project,
        on=on,
        length="full",
        suppose=suppose,
        charters=charters,
        language=language,
        format_=format_,
    )


def history(
    path: str,
    project: str,
    /,
    *,
    year: str | None = None,
    period: str | None = None,
    charters: str | None = None,
    language: Language = "en",
    format_: Form = "text",
) -> int:
    """Say when the outcome of a project, or the standing of a clause, changed.

    Exits with 0, whatever the outcome; with 2 when files have problems.

    Args:
        path: A register.
        project: The id of a project in it.
        year: The calendar year to look at, as 2025.
        period: The period to look at, as 2025-01-01..2025-06-30.
        charters: The charter to judge by, as a path or a name, in place of the one the register names.
        language: The language of the answer.
        format_: Text, or data: a report in JSON, one row a spell of days in CSV, or a page in Markdown.
    """
    from attrs import evolve

    from .. import governance
    from ..explain.overview import history_document
    from ..explain.render import Document, Heading, markdown
    from ..files.codec import dumps
    from ._opening import find_project, open_register, span
    from ._pages import SPELL_COLUMNS, spell_rows
    from ._terminal import data, page, sheet

    within = span(year, period, language)
    opened = open_register(path, charters, language)
    subject = find_project(opened.register, project, language)
    spells = governance.history(opened.charters, opened.register, subject.id, period=within)
    made = history_document(spells, opened.charters, language)
    titled = Document(language, (Heading(1, subject.title[language]), *made.blocks))
    match format_:
        case "json":
            alone = evolve(opened.register, projects=(subject,))
            report = governance.audit(opened.charters, alone, period=within)
            data(dumps(evolve(report, spells=((subject.id, spells),))))
        case "csv":
            data(sheet(SPELL_COLUMNS, spell_rows(subject.id, spells)))
        case "markdown":
            data(markdown(titled))
        case "text":
            page(titled)
    return FAULTY if opened.problems else FINE


# What they share


def _wrapped(words: str) -> str:
    from textwrap import fill

    from ..explain.render import WIDTH

    return fill(words, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _supposed(
    charters: Charters,
    project: Project,
    several: Iterable[str],
    on: date,
    read: tuple[Language, ...],
    language: Language,
) -> Project:
    from ..facts.supposing import Supposition, Unsupposable
    from ._opening import stop
    from ._supposing import suppose
    from ._terminal import Stop

    in_force = charters.on(on)
    if len(in_force) != 1:
        raise stop(_NOTHING_TO_SUPPOSE, language, day=on)
    try:
        return suppose(in_force[0], project, [Supposition.parse(words) for words in several], on, read)
    except Unsupposable as refused:
        raise Stop(refused.text[language]) from None


def _hint(path: str, report: Report, charters: str | None, language: Language) -> str:
    """How to see more of what was only summed up."""
    if not report.decisions:
        return ""
    one = min(
        report.decisions, key=lambda decision: len(decision.needs)
    )  # the one of which there is most to see
    more = [] if charters is None else ["--charters", charters]
    more += [] if language == "en" else ["--language", language]
    lines = [_IN_FULL[language], _typed(["explain", path, one.project], ["--on", str(one.on), *more])]
    if report.spells:
        lines += [
            _OVER_TIME[language],
            _typed(["history", path, one.project], ["--period", str(report.period), *more]),
        ]
    return "\n" + "\n".join(lines)


def _typed(words: list[str], options: list[str]) -> str:
    """A command as somebody would type it, on two lines when one is too short."""
    from shlex import join

    from ..explain.render import WIDTH

    line = f"  {join(['kennisstad', *words, *options])}"
    return line if len(line) <= WIDTH else f"  {join(['kennisstad', *words])} \\\n      {join(options)}"


def _charters_read(charters: Charters, language: Language) -> Iterator[str]:
    from ..explain.words import period

    for one in charters:
        yield _CHARTER_READ[language].format(
            id=one.id,
            period=period(one.period, language),
            partners=len(one.partners),
            clauses=len(one.clauses),
            questions=len(one.questions),
            outcomes=len(one.outcomes),
        )


def _register_read(register: Register, path: str, language: Language) -> str:
    return _REGISTER_READ[language].format(
        path=path,
        projects=len(register.projects),
        places=sum(len(one.participations) for one in register.projects),
        judgements=sum(len(one.judgements) for one in register.projects),
        parties=len(register.external_parties),
    )
