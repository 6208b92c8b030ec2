# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documentation of a partnership in a project of Sphinx: what is built, linked, rebuilt and refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import evolve, fields
from sphinx.application import Sphinx
from sphinx.testing.util import SphinxTestApp

from kennisstad_core.explain.render import (
    Blank,
    Code,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Target,
)
from kennisstad_core.pages import PAGES, open_archive
from kennisstad_core.sphinxext.asking import DIRECTIVES, KINDS
from kennisstad_core.sphinxext.directives import DecisionDirective
from kennisstad_core.sphinxext.domain import GovernanceDomain
from kennisstad_core.sphinxext.nodes import held, numbers

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
DOCS = HERE.parent / "docs"
pytest_plugins = ["sphinx.testing.fixtures"]

Making: TypeAlias = Callable[..., SphinxTestApp]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the files of the research call."""
    return copied("governance", tmp_path / "project")


def copied(root: str, folder: Path, example: str = "consortium") -> Path:
    shutil.copytree(HERE / "roots" / f"test-{root}", folder)
    shutil.copytree(EXAMPLES / example, folder / "partnership")
    return folder


def build(make: Making, folder: Path, builder: str = "html", **told: Any) -> SphinxTestApp:
    app = make(builder, srcdir=folder, **told)
    app.build()
    app.cleanup()  # so that the next one can be made
    return app


def warnings(app: SphinxTestApp) -> list[str]:
    """What was warned of, with places from the folder of the project."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
    return [line.replace(f"{app.srcdir}/", "") for line in plain.splitlines()]


def every_page(example: str, folder: Path, most: int) -> Path:
    """A project with a page for every kind of page there is, of some subjects of each."""
    only(copied("governance", folder, example), "Pages\n=====\n\n.. toctree::\n   :glob:\n\n   pages/*\n")
    (folder / "pages").mkdir()
    archive, _ = open_archive(folder / "partnership")
    for page in PAGES:
        subjects = [""] if page.subjects is None else [one for one, _ in page.subjects(archive)][:most]
        for number, subject in enumerate(subjects):
            path = folder / "pages" / f"{page.name}-{number}.rst"
            path.write_text(f".. governance:{page.name}:: {subject}\n", "utf-8")
    return folder


def only(folder: Path, page: str) -> Path:
    """A project with one page."""
    for path in folder.glob("*.rst"):
        path.unlink()
    (folder / "index.rst").write_text(page, "utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


# What is built


@pytest.mark.parametrize(
    "builder", ["html", "singlehtml", "dirhtml", "text", "latex", "man", "texinfo", "xml"]
)
def test_every_form_is_built_without_a_warning(make_app: Making, project: Path, builder: str) -> None:
    app = build(make_app, project, builder, confoverrides={"nitpicky": True})
    assert warnings(app) == []


def test_a_decision_is_a_section_with_its_own_anchor(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "tides.html").read_text("utf-8")
    assert '<section id="decision-tide-sensors">\n' in page
    assert "<h1>TideSensors" in page
    assert (
        '<span aria-hidden="true" class="mark" data-status="satisfied">[+]</span> Three independent' in page
    )


def test_a_section_stands_a_level_deeper_within_another(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "engines.html").read_text("utf-8")
    assert "<h2>QuietEngines" in page
    assert "<h3>Is het consortium breed genoeg?" in page


def test_a_part_in_another_language_says_so(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    assert '<section id="decision-quiet-engines" lang="nl">' in (app.outdir / "engines.html").read_text(
        "utf-8"
    )
    assert 'lang="nl"' not in (app.outdir / "tides.html").read_text("utf-8")


def test_a_heading_within_a_note_is_one_without_a_section(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "engines.html").read_text("utf-8")
    note = page[page.index('class="admonition note"') :]
    assert re.search(r"<h\d class=\"rubric\"[^>]*>GlassMemory", note)
    assert "<section" not in note[: note.index("</div>")]


def test_without_a_title_the_place_remains(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    page = (app.outdir / "memory.html").read_text("utf-8")
    assert "<h2>GlassMemory" not in page
    assert '<p id="decision-glass-memory">Joint research call' in page


def test_in_markdown_and_in_dutch(make_app: Making, tmp_path: Path) -> None:
    pytest.importorskip("myst_parser")
    app = build(make_app, copied("governance-myst", tmp_path / "project"), confoverrides={"nitpicky": True})
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text("utf-8")
    assert "<h2>TideSensors" in page
    assert (
        'href="#decision-tide-sensors"><span class="xref governance governance-decision">TideSensors</span></a>'
        in page
    )
    assert re.search(r"<h\d class=\"rubric\"[^>]*>QuietEngines", page)


def test_a_period_is_accounted_for_as_a_year(make_app: Making, project: Path) -> None:
    only(
        project,
        ".. governance:audit:: 2025-01-01..2025-06-30\n\nSee :governance:year:`2025-01-01..2025-06-30`.\n",
    )
    app = build(make_app, project, confoverrides={"nitpicky": True})
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text("utf-8")
    assert "report of findings for the period 1 January 2025 through 30 June 2025<" in page
    assert "<h2>Three independent entities" in page
    assert page.count('class="blank" role="group"') == 2 * 3


# Where words lead


def links(page: str) -> list[tuple[str, str]]:
    found = re.findall(
        r'<a class="reference internal" href="([^"]*)"[^>]*><span class="xref[^>]*>(.*?)</span></a>', page
    )
    return [(href, re.sub("<[^>]+>", "", words)) for href, words in found]


def test_roles_lead_to_places_and_take_their_titles(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    assert links((app.outdir / "words.html").read_text("utf-8")) == [
        ("agreement.html#clause-consortium-call-three-entities", "Three independent entities"),
        ("agreement.html#clause-consortium-call-one-coordinator", "Exactly one coordinator"),
        ("agreement.html#clause-consortium-call-three-countries", "the countries"),
        ("facts.html#fact-consortium-call-countries", "The number of countries"),
        ("agreement.html#charter-consortium-call", "Conditions for taking part in the call"),
        ("engines.html#decision-quiet-engines", "the quiet ones"),
        ("memory.html#decision-glass-memory", "GlassMemory"),
    ]


def test_a_bare_clause_is_that_of_the_newest_version_that_has_it(make_app: Making, tmp_path: Path) -> None:
    folder = copied("governance", tmp_path / "project", "waterstad")
    for page in folder.glob("*.rst"):
        page.unlink()
    (folder / "index.rst").write_text(
        ".. governance:charter:: waterstad-2024\n\n.. governance:charter:: waterstad-2019\n\n"
        "See :governance:clause:`touches-a-theme` and :governance:clause:`waterstad-2019/touches-a-theme`.\n",
        "utf-8",
    )
    app = build(make_app, folder)
    assert [href for href, _ in links((app.outdir / "index.html").read_text("utf-8"))][-2:] == [
        "#clause-waterstad-2024-touches-a-theme",
        "#clause-waterstad-2019-touches-a-theme",
    ]


def test_words_of_a_page_that_lead_nowhere_are_plain(make_app: Making, project: Path) -> None:
    (project / "facts.rst").write_text("Facts\n=====\n", "utf-8")
    edit(project / "words.rst", ":governance:fact:`countries`", "countries")
    app = build(make_app, project, confoverrides={"nitpicky": True})
    assert warnings(app) == []
    page = (app.outdir / "agreement.html").read_text("utf-8")
    assert "the number of countries" in page.casefold()
    assert "facts.html#" not in page


@pytest.mark.parametrize("example", ["consortium", "waterstad"])
def test_whatever_a_page_leads_to_has_one_place(example: str) -> None:
    """What leads nowhere is shown as plain words without a warning, so it is looked for here."""
    archive, _ = open_archive(EXAMPLES / example)
    places: list[Target] = []
    leads: set[Target] = set()
    for page in PAGES:
        for subject in [""] if page.subjects is None else [one for one, _ in page.subjects(archive)]:
            made = page.make(archive, subject, "nl")
            places += [
                one.target for one in made.blocks if isinstance(one, Heading) and one.target is not None
            ]
            leads |= set(targets(made.blocks))
    assert leads - set(places) == set()
    assert len(places) == len(set(places))


def targets(part: object) -> Iterator[Target]:
    """Everything that words lead to, however deep."""
    if isinstance(part, Ref):
        yield part.target
    elif isinstance(part, tuple):
        for one in part:
            yield from targets(one)
    elif isinstance(part, Paragraph | Items | Item | Table | Figure):
        for field in fields(type(part)):
            yield from targets(getattr(part, field.name))


def test_a_role_that_leads_nowhere_is_told_with_the_nearest_name(make_app: Making, project: Path) -> None:
    edit(project / "words.rst", ":governance:fact:`countries`", ":governance:fact:`cuontries`")
    assert warnings(build(make_app, project)) == []
    app = build(make_app, project, freshenv=True, confoverrides={"nitpicky": True})
    assert warnings(app) == [
        "words.rst:4: WARNING: no page shows the fact ‘cuontries’; perhaps ‘countries’ is meant [ref.fact]"
    ]


def test_the_index_of_clauses_has_a_place_and_a_name(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    assert '<a class="reference internal" href="governance-clauses.html">' in (
        app.outdir / "index.html"
    ).read_text("utf-8")
    page = (app.outdir / "governance-clauses.html").read_text("utf-8")
    assert "<h1>Index of clauses</h1>" in page
    entries = re.findall(r'<a href="([^"]*)"><code class="xref">(.*?)</code></a> <em>\((.*?)\)', page)
    assert entries == [
        (
            "agreement.html#clause-consortium-call-one-coordinator",
            "Exactly one coordinator",
            "consortium-call",
        ),
        ("agreement.html#clause-consortium-call-three-countries", "From three countries", "consortium-call"),
        (
            "agreement.html#clause-consortium-call-three-entities",
            "Three independent entities",
            "consortium-call",
        ),
    ]


def test_the_index_has_a_dutch_name_in_a_dutch_project(make_app: Making, project: Path) -> None:
    app = build(make_app, project, confoverrides={"language": "nl"})
    page = (app.outdir / "governance-clauses.html").read_text("utf-8")
    assert "<h1>Index van bepalingen</h1>" in page
    assert "Drie zelfstandige organisaties (bepaling)" in (app.outdir / "genindex.html").read_text("utf-8")


def test_an_accent_or_a_quotation_mark_makes_no_other_letter(make_app: Making, project: Path) -> None:
    charter = project / "partnership" / "charter.toml"
    edit(charter, 'en = "Exactly one coordinator"', "en = '‘Únique’ coordinator'")
    edit(charter, 'en = "From three countries"', 'en = "Under three flags"')
    page = (build(make_app, project).outdir / "governance-clauses.html").read_text("utf-8")
    assert re.findall(r"<strong>(\w)</strong></td>", page) == ["T", "U"]
    assert page.index("Under three flags") < page.index("‘Únique’ coordinator")


def test_places_are_found_by_searching_and_by_other_projects(make_app: Making, project: Path) -> None:
    app = build(make_app, project)
    found = {
        (role, name): (title, docname)
        for name, title, role, docname, _, _ in app.env.domains["governance"].get_objects()
    }
    assert found["clause", "consortium-call/three-entities"] == ("Three independent entities", "agreement")
    assert found["decision", "quiet-engines"] == ("QuietEngines", "engines")
    assert '"clause"' in (app.outdir / "searchindex.js").read_text("utf-8")
    assert (app.outdir / "objects.inv").exists()


def test_two_places_for_the_same_are_told(make_app: Making, project: Path) -> None:
    (project / "facts.rst").write_text("Facts\n=====\n\n.. governance:charter:: consortium-call\n", "utf-8")
    app = build(make_app, project)
    told = [one for one in warnings(app) if one.endswith("[governance.twice]")]
    assert (
        "facts.rst:4: WARNING: the agreement ‘consortium-call’ is on page ‘agreement’ too; "
        "give one of them :no-index: [governance.twice]"
    ) in told
    edit(project / "facts.rst", "consortium-call\n", "consortium-call\n   :no-index:\n")
    assert warnings(build(make_app, project)) == []


# Which pages are built again


def test_the_files_are_read_once_for_each_build(
    make_app: Making, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def counting(path: str | Path, **told: Any) -> object:
        opened.append(path)
        return open_archive(path, **told)

    monkeypatch.setattr("kennisstad_core.sphinxext.reading.open_archive", counting)
    build(make_app, project)
    assert len(opened) == 1
    build(make_app, project)
    assert len(opened) == 2


def read_again(make: Making, folder: Path, **told: Any) -> list[str]:
    """The pages that a build reads."""
    app = make("html", srcdir=folder, **told)
    read: list[str] = []

    def note(_app: Sphinx, docname: str, _source: list[str]) -> None:
        read.append(docname)

    app.connect("source-read", note)
    app.build()
    app.cleanup()
    assert warnings(app) == []
    return sorted(read)


def test_an_edit_rebuilds_the_pages_that_show_it(make_app: Making, project: Path) -> None:
    assert read_again(make_app, project) == [
        "agreement",
        "engines",
        "facts",
        "index",
        "memory",
        "tides",
        "words",
    ]
    assert read_again(make_app, project) == []
    edit(project / "partnership" / "register.toml", 'title = "TideSensors"', 'title = "Tides"')
    assert read_again(make_app, project) == ["tides"]
    assert "<h1>Tides<" in (project / "_build/html/tides.html").read_text("utf-8")
    assert read_again(make_app, project) == []


def test_a_touch_rebuilds_nothing(make_app: Making, project: Path) -> None:
    read_again(make_app, project)
    for path in (project / "partnership").iterdir():
        path.touch()
    assert read_again(make_app, project) == []


def test_an_edit_that_shows_nowhere_rebuilds_nothing(make_app: Making, project: Path) -> None:
    read_again(make_app, project)
    with (project / "partnership" / "register.toml").open("a", encoding="utf-8") as file:
        file.write("# checked\n")
    assert read_again(make_app, project) == []


def test_an_edited_clause_rebuilds_what_shows_it(make_app: Making, project: Path) -> None:
    read_again(make_app, project)
    edit(
        project / "partnership" / "charter.toml",
        'en = "Exactly one coordinator"',
        'en = "One coordinator only"',
    )
    assert read_again(make_app, project) == ["agreement", "engines", "facts", "index", "memory", "tides"]
    # The page with roles shows the clause by its title, and is written again without being read.
    assert "One coordinator only" in (project / "_build/html/words.html").read_text("utf-8")


def test_a_page_that_comes_to_be_is_linked_from_the_others(make_app: Making, project: Path) -> None:
    (project / "agreement.rst").write_text("Agreement\n=========\n", "utf-8")
    build(make_app, project)
    assert "agreement.html#clause" not in (project / "_build/html/facts.html").read_text("utf-8")
    (project / "agreement.rst").write_text(".. governance:charter:: consortium-call\n", "utf-8")
    assert read_again(make_app, project) == ["agreement"]
    assert "agreement.html#clause" in (project / "_build/html/facts.html").read_text("utf-8")


# In parallel


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {".buildinfo", "environment.pickle"}
    }


def test_in_parallel_the_same_bytes(make_app: Making, tmp_path: Path) -> None:
    alone = every_page("waterstad", tmp_path / "alone", most=1)
    together = every_page("waterstad", tmp_path / "together", most=1)
    told: dict[str, Any] = {"confoverrides": {"nitpicky": True}}
    assert len(read_again(make_app, alone, **told)) == len(PAGES) + 1
    assert read_again(make_app, together, parallel=2, **told) == []  # by this process, that is
    assert contents(alone / "_build" / "html") == contents(together / "_build" / "html")


# What cannot be made


@pytest.mark.parametrize(
    ("directive", "message"),
    [
        (
            ".. governance:decision:: tide-sensor",
            (
                "there is no ‘tide-sensor’ under ‘Decisions’; perhaps ‘tide-sensors’ is meant; "
                "possible: glass-memory, quiet-engines, soft-robots, tide-sensors"
            ),
        ),
        (
            ".. governance:charter::",
            "‘Agreement’ is about one subject: say which; possible: consortium-call",
        ),
        (".. governance:facts:: entities", "‘Facts’ is one page about everything, and not about ‘entities’"),
        (
            ".. governance:decision:: tide-sensors\n   :length: lines",
            "‘lines’ is not possible for :length:; perhaps ‘line’ is meant; possible: line, clauses, full",
        ),
        (
            ".. governance:decision:: tide-sensors\n   :on: 2025-02-30",
            "‘2025-02-30’ for :on: is not a date; write it like 2025-12-31",
        ),
        (
            ".. governance:decision:: tide-sensors\n   :language: fr",
            "‘fr’ is not possible for :language:; possible: nl, en",
        ),
    ],
    ids=["subject", "no-subject", "not-about", "length", "day", "language"],
)
def test_what_is_asked_wrongly_is_told_at_its_line(
    make_app: Making, project: Path, directive: str, message: str
) -> None:
    only(project, f"Page\n====\n\nWords.\n\n{directive}\n")
    app = build(make_app, project)
    name = directive.split()[1].rstrip(":")
    assert warnings(app) == [f"index.rst:6: WARNING: {name}: {message} [governance.missing]"]
    page = (app.outdir / "index.html").read_text("utf-8")
    assert f"Something is missing here: {message}." in page
    title = KINDS[DIRECTIVES[name.removeprefix("governance:")]].title.en
    assert f"<h2>{title}" in page  # so that a page of its own has one


def test_a_name_in_a_role_of_another_kind_leads_nowhere(make_app: Making, project: Path) -> None:
    edit(project / "words.rst", ":governance:fact:`countries`", ":governance:partner:`countries`")
    (told,) = warnings(build(make_app, project, confoverrides={"nitpicky": True}))
    assert told == "words.rst:4: WARNING: no page shows the partner ‘countries’ [ref.partner]"


def test_every_page_is_made_from_flawed_files_too(make_app: Making, tmp_path: Path) -> None:
    folder = every_page("waterstad", tmp_path / "project", most=2)
    edit(folder / "partnership" / "charters" / "waterstad-2024.toml", "condition =", "condtion =")
    edit(folder / "partnership" / "projects.csv", "green-roofs", "green roofs")
    told = warnings(build(make_app, folder, "text"))
    kinds = {re.findall(r"\[[a-z.]+\]$", one)[0] for one in told}
    assert kinds == {"[governance.files]", "[governance.missing]"}


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (
            {"governance_path": "partnershop"},
            "‘partnershop’, as governance_path says in conf.py, does not exist; perhaps ‘partnership’ is meant",
        ),
        (
            {"governance_path": ""},
            "governance_path does not say in conf.py where the register or the agreement is",
        ),
        (
            {"governance_on": "31-12-2025"},
            "‘31-12-2025’ for governance_on is not a date; write it like 2025-12-31",
        ),
        (
            {"governance_years": ["20x5"]},
            "‘20x5’ for governance_years is not a year; write it like 2025",
        ),
    ],
    ids=["path", "no-path", "day", "year"],
)
def test_a_wrong_setting_is_told_where_it_is_needed(
    make_app: Making, project: Path, told: dict[str, Any], message: str
) -> None:
    only(project, "Page\n====\n\n.. governance:facts::\n")
    app = build(make_app, project, confoverrides=told)
    assert warnings(app) == [f"index.rst:4: WARNING: governance:facts: {message} [governance.missing]"]


def test_every_problem_of_the_files_is_told_once(make_app: Making, project: Path) -> None:
    register = project / "partnership" / "register.toml"
    edit(register, 'role = "affiliated"', 'role = "affiliate"')
    edit(register, 'title = "GlassMemory"', 'titel = "GlassMemory"')
    app = build(make_app, project)
    files = [one for one in warnings(app) if one.endswith("[governance.files]")]
    assert len(files) == len(set(files)) == 3
    assert all(re.match(r"partnership/register\.toml:\d+: WARNING: [a-z-]+: ", one) for one in files)
    page = (app.outdir / "tides.html").read_text("utf-8")
    assert "Errors were found in the files of this partnership (3)." in page


def test_mending_the_files_mends_the_pages(make_app: Making, project: Path) -> None:
    register = project / "partnership" / "register.toml"
    edit(register, 'role = "affiliated"', 'role = "affiliate"')
    assert warnings(build(make_app, project)) != []
    # Told again, though no page is read again.
    assert [one for one in warnings(build(make_app, project)) if "governance.files" in one] != []
    edit(register, 'role = "affiliate"', 'role = "affiliated"')
    assert warnings(build(make_app, project)) == []
    assert "Errors were found" not in (project / "_build/html/tides.html").read_text("utf-8")


def test_a_warning_is_an_error_when_asked(make_app: Making, project: Path) -> None:
    only(project, "Page\n====\n\n.. governance:decision:: nobody\n")
    app = build(make_app, project, warningiserror=True)
    assert app.statuscode == 1


# Its parts


def test_a_picture_is_a_file_with_words_and_words_alone_where_it_cannot_be_shown(
    make_app: Making, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table("Numbers", ("Year", "Number"), (("2025", "3"),))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    drawn = Document(
        "en", (Heading(1, "Drawn"), Figure("bars", svg, "Three in 2025", "Numbers a year", table))
    )
    monkeypatch.setitem(KINDS, "facts", evolve(KINDS["fact"], make=lambda *_: drawn))
    monkeypatch.setitem(KINDS, "fact", evolve(KINDS["fact"], make=lambda *_: drawn))
    only(project, ".. governance:facts::\n")
    app = build(make_app, project)
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text("utf-8")
    (source,) = re.findall(r'<img alt="Three in 2025" class="governance" src="([^"]*)"', page)
    assert (app.outdir / source).read_text("utf-8") == svg
    assert '<th scope="col" class="head stub"><p>Year</p></th>' in page
    assert '<th scope="row" class="stub"><p>2025</p></th>' in page
    app = build(make_app, project, "latex")
    assert warnings(app) == []
    paper = next(app.outdir.glob("*.tex")).read_text("utf-8")
    assert "Three in 2025" in paper
    assert "includegraphics" not in paper.partition("begin{document}")[2]
    words = (build(make_app, project, "text").outdir / "index.txt").read_text("utf-8")
    assert words.split("\n\n")[1:3] == ["Three in 2025", "Numbers"]


def test_room_to_write_in_is_a_labelled_group(
    make_app: Making, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Document("en", (Heading(1, "Judge"), Blank("Judgement <1>", 2), Code(("$ one", "two"))))
    monkeypatch.setitem(KINDS, "fact", evolve(KINDS["fact"], make=lambda *_: asked))
    only(project, ".. governance:facts::\n")
    page = (build(make_app, project).outdir / "index.html").read_text("utf-8")
    assert (
        '<div class="blank" role="group" aria-label="Judgement &lt;1&gt;"><p>Judgement &lt;1&gt;</p><br><br></div>'
        in page
    )
    words = (build(make_app, project, "text").outdir / "index.txt").read_text("utf-8")
    assert words.count("_" * 60) == 2
    assert "   $ one\n   two" in words


def test_recorded_words_are_shown_as_they_stand(make_app: Making, project: Path) -> None:
    edit(
        project / "partnership" / "register.toml",
        'title = "TideSensors"',
        'title = "\'t \\"Getij\\" -- *hier*"',
    )
    page = (build(make_app, project).outdir / "tides.html").read_text("utf-8")
    assert "<h1>'t &quot;Getij&quot; -- *hier*<" in page


# Its documentation


def test_the_guide_builds_as_it_is_written(make_app: Making, tmp_path: Path) -> None:
    pytest.importorskip("myst_parser")
    guide = (DOCS / "how-to" / "embed-governance-in-sphinx.md").read_text("utf-8")
    (tmp_path / "examples").symlink_to(EXAMPLES)
    written = re.compile(r"^```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    for name, text in written.findall(guide):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    app = build(make_app, tmp_path / "pages", confoverrides={"nitpicky": True})
    assert warnings(app) == []
    page = (app.outdir / "index.html").read_text("utf-8")
    assert ("agreement.html#clause-waterstad-2024-three-partners", "Three partners on board") in links(page)


def test_the_reference_tells_of_all_directives_roles_and_settings() -> None:
    page = (DOCS / "reference" / "sphinx.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    assert set(DIRECTIVES) == set(re.findall(r"`governance:(\w+)`", sections["Directives"]))
    assert set(GovernanceDomain.roles) == set(re.findall(r"`governance:(\w+)`", sections["Roles"]))
    options = DecisionDirective.option_spec or {}
    assert set(options) == set(re.findall(r"^\| `:([a-z-]+):`", sections["Directives"], re.MULTILINE))


@pytest.mark.parametrize(
    ("column", "aligned"),
    [
        (("€ 0,00", "ten minste € 15.000,50", "nog niet bekend"), True),
        (("1", "1.137"), True),
        (("-€5.00", "at least €7.00", "none"), True),
        (("2025", "2025"), False),
        (("art. 3", "art. 4"), False),
        (("geen", "geen"), False),
        (("3", "300 uren"), False),
    ],
)
def test_numbers_stand_under_each_other(column: tuple[str, ...], aligned: bool) -> None:
    assert numbers(column) is aligned


def test_no_line_breaks_a_day_or_an_amount() -> None:
    hard = "\N{NO-BREAK SPACE}"

    assert held("op 3 februari 2025, € 25.000,00") == f"op 3{hard}februari{hard}2025, €{hard}25.000,00"
