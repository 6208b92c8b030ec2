# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDF of a partnership: tagged as PDF/UA asks, readable in full, and the same bytes each time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

try:
    import weasyprint
except (ImportError, OSError) as error:  # an OSError is how it says that Pango is missing
    pytest.skip(f"NO PDF WAS CHECKED: {error}", allow_module_level=True)
pytest.importorskip("pydata_sphinx_theme")

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

assert weasyprint.__version__

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "examples" / "consortium"
MAKE = """
import sys
from kennisstad_core.pages import open_archive
from kennisstad_core.site import build_site
archive, _ = open_archive(sys.argv[1])
(paper,) = build_site(archive, sys.argv[2], version="0", languages=("nl",), pdf=True).papers
print(paper.path, paper.pages)
"""


def make(folder: Path, seed: str, source: Path = SMALL) -> tuple[Path, int]:
    done = subprocess.run(
        [sys.executable, "-c", MAKE, str(source), str(folder)],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder.parent,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "TZ": "Asia/Tokyo"},
    )
    assert done.stderr == ""
    path, _, pages = done.stdout.strip().rpartition(" ")
    return Path(path), int(pages)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    return make(tmp_path_factory.mktemp("paper") / "site", "1")


def tags(reader: PdfReader) -> Iterator[DictionaryObject]:
    waiting: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, ArrayObject):
            waiting += one
        elif isinstance(one, DictionaryObject):
            if "/S" in one:
                yield one
            if "/K" in one:
                waiting.append(one["/K"])


def test_it_is_tagged_and_says_what_it_is(paper: tuple[Path, int]) -> None:
    path, pages = paper
    reader = PdfReader(path)
    root: Any = reader.root_object
    assert len(reader.pages) == pages
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert reader.metadata is not None
    assert reader.metadata.title
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()
    assert len(reader.outline) > 0


def test_headings_tables_and_pictures_are_what_they_are(paper: tuple[Path, int]) -> None:
    found = list(tags(PdfReader(paper[0])))
    kinds = {str(one["/S"]) for one in found}
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Caption", "/Link"} <= kinds
    assert [one for one in found if str(one["/S"]) == "/Figure" and not one.get("/Alt")] == []
    headers = [one for one in found if str(one["/S"]) == "/TH"]
    assert headers
    assert [one for one in headers if "/A" not in one] == []  # whether it names a row or a column


def test_every_letter_has_a_shape(paper: tuple[Path, int]) -> None:
    """Glyph 0 of a font is the box for a letter that it does not have."""
    shown = 0
    for page in PdfReader(paper[0]).pages:
        content = page.get_contents()
        assert content is not None
        for text in re.findall(rb"<([0-9a-fA-F]+)>", content.get_data()):
            glyphs = [text[at : at + 4] for at in range(0, len(text), 4)]
            assert b"0000" not in glyphs
            shown += len(glyphs)
    assert shown > 1000


def test_what_is_on_the_pages_is_on_paper(paper: tuple[Path, int]) -> None:
    words = " ".join(page.extract_text() for page in PdfReader(paper[0]).pages)
    assert "Wat deze documentatie niet beslist" in words
    assert "Inhoud" in words


def test_another_folder_and_seed_give_the_same_bytes(paper: tuple[Path, int], tmp_path: Path) -> None:
    again, _ = make(tmp_path / "elders", "2")
    assert again.read_bytes() == paper[0].read_bytes()


def test_a_name_with_markup_takes_no_file_of_this_machine_along(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not to be published", "utf-8")
    source = tmp_path / "source"
    shutil.copytree(SMALL, source)
    charter = source / "charter.toml"
    name = f"Stad <link rel=attachment href='{secret.as_uri()}'>"
    charter.write_text(
        charter.read_text("utf-8").replace("Gezamenlijke onderzoeksoproep", name), "utf-8", newline="\n"
    )
    reader = PdfReader(make(tmp_path / "site", "1", source)[0])
    assert dict(reader.attachments) == {}
    assert reader.metadata is not None
    assert reader.metadata.author == name
