# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words that lead somewhere, pictures, exact lines and room to write, in the three forms of `explain.render`."""

from __future__ import annotations

import pytest

from kennisstad_core.explain import render
from kennisstad_core.explain.render import (
    Blank,
    Block,
    Code,
    Document,
    Figure,
    Item,
    Items,
    Paragraph,
    Ref,
    Table,
    Target,
    joined,
    said,
)

FERRY = Ref(Target("project", "bicycle-ferry"), "The <bicycle> ferry")
FIGURE = Figure(
    "rhythm", "<svg/>", "Two meetings & a gap.", "Rhythm", Table("Meetings", ("Day",), (("1 May",),))
)


def _three(*blocks: Block) -> tuple[str, str, str]:
    made = Document("en", blocks)
    return render.text(made), render.markdown(made), render.html(made)


def test_words_that_lead_somewhere_are_read_as_they_stand() -> None:
    line = ("See ", FERRY, " of 2025")
    assert said(line) == "See The <bicycle> ferry of 2025"
    assert said(joined((FERRY, "and more"))) == "The <bicycle> ferry, and more"
    text, markdown, html = _three(Paragraph(line), Items((Item(line),)), Table("T", ("A",), ((line,),)))
    assert text.count(said(line)) == 3
    assert markdown.count(r"See The \<bicycle\> ferry of 2025") == 3
    assert html.count("See The &lt;bicycle&gt; ferry of 2025") == 3


@pytest.mark.parametrize("drawn", ["\x1b[31mred", "red\r", "\nred"])
def test_a_part_of_a_line_cannot_draw_on_the_screen(drawn: str) -> None:
    made = Paragraph(("so ", drawn, " it is"))
    assert said(made.text).isprintable()
    assert "red" in said(made.text)


def test_a_picture_without_pictures_is_its_words_and_its_table() -> None:
    text, markdown, html = _three(FIGURE)
    for form in (text, markdown):
        assert "Two meetings" in form
        assert "1 May" in form
        assert "svg" not in form
    assert 'alt="Two meetings &amp; a gap."' in html
    assert html.index("<figure>") < html.index("1 May")


def test_exact_lines_keep_their_spaces() -> None:
    text, markdown, html = _three(Code(("sha256sum  -c <f>", "f: OK")))
    assert "    sha256sum  -c <f>\n    f: OK" in text
    assert "    sha256sum  -c <f>\n    f: OK" in markdown
    assert "<pre>sha256sum  -c &lt;f&gt;\nf: OK</pre>" in html


def test_room_to_write_has_a_name_and_lines() -> None:
    text, markdown, html = _three(Blank("Right of reply", 2))
    assert text.splitlines()[0] == "Right of reply"
    assert text.count("_" * render.WIDTH) == 2
    assert markdown.count(r"\_" * 60) == 2
    assert 'aria-label="Right of reply"' in html
