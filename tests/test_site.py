# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The site of a partnership: complete, the same bytes each time, and nothing written where it should not be."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kennisstad_core.pages import PAGES, Group, open_archive
from kennisstad_core.site.descriptions import KINDS, PARTS
from kennisstad_core.site.place import SUMS, Occupied, check_free, replaced
from kennisstad_core.site.plan import file_names, plan

pytest.importorskip("pydata_sphinx_theme")

from kennisstad_core.site import Incomplete, build_site, making

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "examples" / "consortium"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "small"
    archive, problems = open_archive(SMALL)
    assert problems == ()
    build_site(archive, folder, version="0", contact="gemeente@example.org")
    return folder


def pages_of(site: Path, language: str) -> dict[str, str]:
    folder = site / language
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in folder.rglob("*.html")}


def main_of(page: str) -> str:
    return page.partition("<article")[2].partition("</article>")[0]


def test_every_kind_and_part_has_its_sentence() -> None:
    assert set(KINDS) >= {one.name for one in PAGES}
    assert set(PARTS) == set(Group)


def test_there_is_a_page_for_every_subject_in_both_languages(site: Path) -> None:
    archive, _ = open_archive(SMALL)
    expected = {f"{leaf.doc}.html" for part in plan(archive) for leaf in part.leaves}
    for language in ("nl", "en"):
        assert expected | {"index.html", "accessibility.html", "search.html"} <= set(pages_of(site, language))


def test_the_front_leads_to_each_part_and_each_part_to_each_of_its_pages(site: Path) -> None:
    pages = pages_of(site, "nl")
    for part in plan(open_archive(SMALL)[0]):
        assert f'<a class="reference internal" href="{part.doc}.html' in main_of(pages["index.html"])
        for leaf in part.leaves:
            assert f'href="{leaf.doc}.html' in main_of(pages[f"{part.doc}.html"]), leaf.doc


def test_each_page_says_its_language_and_leads_to_itself_in_the_other(site: Path) -> None:
    for language, other in (("nl", "en"), ("en", "nl")):
        for name, page in pages_of(site, language).items():
            assert re.search(rf'<html[^>]* lang="{language}"', page), name
            if name == "search.html":
                continue
            (href,) = re.findall(rf'<link rel="alternate" hreflang="{other}" href="([^"]*)"', page)
            assert (site / language / name).parent.joinpath(href).resolve() == site / other / name
            assert f'hreflang="{other}"' in page


def test_each_page_says_what_it_is_in_its_head(site: Path) -> None:
    archive, _ = open_archive(SMALL)
    for language in ("nl", "en"):
        pages = pages_of(site, language)
        for leaf in (leaf for part in plan(archive) for leaf in part.leaves):
            tags = dict(re.findall(r'<meta name="([^"]*)" content="([^"]*)"', pages[f"{leaf.doc}.html"]))
            assert tags["DCTERMS.language"] == language, leaf.doc
            assert tags["DCTERMS.modified"] == archive.on.isoformat(), leaf.doc
            assert re.fullmatch(r"[0-9a-f]{64}", tags["kennisstad.sha256"]), leaf.doc


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8")
        loaded = re.findall(r'<(?:script|img|iframe)\b[^>]*\bsrc="([^"]*)"', page)
        loaded += re.findall(r'<link\b[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]*)"', page)
        for address in loaded:
            assert not re.match(r"(?:[a-z]+:)?//", address), (file.name, address)
            assert (file.parent / address.partition("?")[0]).exists(), (file.name, address)


def test_every_link_of_a_page_leads_to_something_that_is_there(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8")
        for address in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', page):
            path, _, anchor = address.partition("#")
            target = (file.parent / path).resolve() if path else file
            assert target.is_file(), (file.name, address)
            if anchor:
                assert f'id="{anchor}"' in target.read_text("utf-8"), (file.name, address)


def test_every_table_scrolls_in_a_frame_that_the_keyboard_reaches(site: Path) -> None:
    page = pages_of(site, "nl")["index.html"]
    assert page.count("<table") == page.count('role="region" tabindex="0"') > 0


def test_the_sums_are_those_that_anybody_computes(site: Path) -> None:
    lines = (site / SUMS).read_text("utf-8").splitlines()
    told = {name: digest for digest, _, name in (line.partition("  ") for line in lines[1:])}
    assert lines[0].startswith("#")
    assert set(told) == {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()} - {
        SUMS
    }
    for name, digest in told.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest


MAKE = """
import sys
from kennisstad_core.pages import open_archive
from kennisstad_core.site import build_site
archive, _ = open_archive(sys.argv[1])
build_site(archive, sys.argv[2], version="0", contact="gemeente@example.org", jobs=int(sys.argv[3]))
"""


def test_another_folder_seed_and_number_of_jobs_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "elders" / "site"
    subprocess.run(
        [sys.executable, "-c", MAKE, str(SMALL), str(again), "2"],
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT / "src"), "TZ": "Asia/Tokyo"},
    )
    assert (again / SUMS).read_text("utf-8") == (site / SUMS).read_text("utf-8")


def test_what_is_wrong_with_the_files_is_told_on_the_front_page(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for one in SMALL.glob("*.toml"):
        (source / one.name).write_bytes(one.read_bytes())
    register = source / "register.toml"
    register.write_text(register.read_text("utf-8") + '\n[[projects]]\nid = "halve"\n', "utf-8")
    archive, problems = open_archive(source)
    assert problems
    build_site(archive, tmp_path / "site", version="0", problems=problems, languages=("nl",))
    page = (tmp_path / "site" / "nl" / "index.html").read_text("utf-8")
    assert "Wat niet te gebruiken was" in page
    assert problems[0].message.nl in page
    assert str(tmp_path) not in page


# The folder


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Occupied, match=r"mine\.txt"), replaced(tmp_path) as room:
        room.joinpath("page.html").write_text("page", "utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_what_was_made_here_is_replaced_unless_it_was_changed(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    for words in ("first", "second"):
        with replaced(folder) as room:
            (room / f"{words}.html").write_text(words, "utf-8")
    assert sorted(one.name for one in folder.iterdir()) == ["second.html", SUMS]
    (folder / "second.html").write_text("changed by hand", "utf-8")
    with pytest.raises(Occupied) as taken:
        check_free(folder)
    assert taken.value.found == ("second.html",)
    (folder / "second.html").write_text("second", "utf-8")
    check_free(folder)
    (folder / "added.txt").write_text("", "utf-8")
    with pytest.raises(Occupied):
        check_free(folder)


def test_a_failure_halfway_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with replaced(folder) as room:
        (room / "page.html").write_text("old", "utf-8")
    with pytest.raises(FileNotFoundError), replaced(folder) as room:
        (room / "page.html").write_text(Path("not there").read_text("utf-8"), "utf-8")
    assert (folder / "page.html").read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_warning_of_sphinx_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def web(*_: str) -> dict[str, object]:
        return {"html_theme": "basic", "html_static_path": ["nowhere"]}

    monkeypatch.setattr(making, "web", web)
    archive, _ = open_archive(SMALL)
    with pytest.raises(Incomplete, match="nowhere"):
        build_site(archive, tmp_path / "site", version="0", languages=("nl",))
    assert list(tmp_path.iterdir()) == []


# The names of files


def test_names_of_files_are_plain_and_never_shared() -> None:
    names = file_names(["één brug", "Een-brug", "ferry", "日本", "2025/money", "../x", "x"])
    assert names["ferry"] == "ferry"
    assert names["2025/money"] == "2025-money"
    assert len(set(names.values())) == len(names)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*", one) for one in names.values())


def test_the_order_of_ids_does_not_matter_for_their_names() -> None:
    ids = ["één", "een", "EEN", "twee"]
    assert file_names(ids) == file_names(reversed(ids))


def test_no_id_can_take_the_file_of_another_or_have_a_name_that_no_file_can_have() -> None:
    told = file_names(["a", "A"])["a"]
    ids = ["a", "A", told, file_names(["a", "A", told])["a"], "x" * 400, "x" * 401, "con", "NUL.txt"]
    names = file_names(ids)
    assert len(set(names.values())) == len(ids)
    assert max(map(len, names.values())) < 200
    assert not {"con", "nul.txt"} & set(names.values())


def test_a_name_with_markup_is_shown_as_it_is_written(tmp_path: Path) -> None:
    name = "Stad & <script>alert('x')</script>"
    register = f'[register]\nname = "{name}"\n[[projects]]\nid = "p"\ntitle = "{name}"\n'
    (tmp_path / "register.toml").write_text(register, "utf-8")
    archive, _ = open_archive(tmp_path, on=date(2025, 1, 1))
    build_site(archive, tmp_path / "site", version="0", languages=("nl",))
    for page, words in pages_of(tmp_path / "site", "nl").items():
        assert "<script>alert" not in words, page
        title = re.search("<title>(.*)</title>", words)
        assert title is not None
        assert title[1].endswith("Stad &amp; &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"), page


def test_an_archive_without_anything_is_documented(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text('[register]\nname = "leeg"\n', "utf-8")
    archive, _ = open_archive(tmp_path, on=date(2025, 1, 1))
    build_site(archive, tmp_path / "site", version="0", languages=("nl",))
    page = (tmp_path / "site" / "nl" / "index.html").read_text("utf-8")
    assert "Er is geen overeenkomst gevonden" in page
    assert "Er is geen jaar gecontroleerd." in page
