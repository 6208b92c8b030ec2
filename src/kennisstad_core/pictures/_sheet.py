# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A white sheet in points, from the top left down, that becomes one SVG element with words for who cannot see it.

Equal sheets give equal bytes with one version of matplotlib: no date is written, ids follow from what is drawn, and no
setting of the reader's machine is used. Text stays text, so that it can be searched, copied and read aloud.
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from xml.etree import ElementTree as ET

from attrs import define, field, frozen

from ..text import Language

if TYPE_CHECKING:
    from matplotlib.artist import Artist

INK: Final = "#1b1b1b"
QUIET: Final = "#595959"
"""For words beside the data: 7 to 1 on white."""
RULE: Final = "#767676"
"""For lines that carry meaning: 4.5 to 1 on white."""
FAINT: Final = "#d5d5d5"
"""For lines that only lead the eye."""
BLUE, BROWN, GREEN = "#00629b", "#a34a00", "#3d6b21"

WIDTH: Final = 600
"""Every picture is as wide as this, in points; it is 800 pixels on a screen and scales with the page in print."""
SIZE: Final = 9.0
SMALL: Final = 8.0
_TAIL: Final = 4
"""A word that has to be broken leaves at least so many letters for the next line."""
_ASCENT: Final = 0.36
"""How far under the middle of a line its baseline is, in sizes."""
_NO_EXTRA: Final = "pictures need matplotlib: pip install 'kennisstad_core[pictures]'"
_DASHES: Final[Mapping[str, tuple[float, tuple[float, float]] | Literal["-"]]] = {
    "": "-",
    "dotted": (0, (1, 2.5)),
    "dashed": (0, (4, 2.5)),
}
_SETTINGS: Final[Mapping[Any, Any]] = {
    "font.family": "sans-serif",
    # The first comes with matplotlib and is wide, so that words fit in any other.
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "hatch.linewidth": 0.9,
    "svg.fonttype": "none",
    "svg.hashsalt": "kennisstad_core",
}
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")
_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"

Anchor: TypeAlias = Literal["left", "center", "right"]
Shape: TypeAlias = Literal["circle", "square", "diamond", "triangle", "down", "left", "right", "cross"]
Hatch: TypeAlias = Literal["", "/////", "xxxx", "....."]
Dash: TypeAlias = Literal["", "dotted", "dashed"]
Draw: TypeAlias = Callable[[float], "Artist"]


@frozen
class Look:
    """How a shape is filled and outlined; ``none`` is neither."""

    fill: str = BLUE
    edge: str = BLUE
    hatch: Hatch = ""
    width: float = 1.0
    dashed: bool = False


def plain(words: str) -> str:
    """On one line and without control characters, as in `explain.render`: XML has no place for them."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def named(*parts: str) -> str:
    """A name for a picture that is safe as the name of a file; ids that would look alike stay apart."""
    whole = "-".join(parts)
    safe = _UNSAFE.sub("-", whole)
    return safe if safe == whole else f"{safe}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


# Words that fit


@cache
def _advance(letter: str, *, bold: bool) -> float:
    """How wide a letter is, in sizes; one that the font does not have counts as a wide one."""
    try:
        from matplotlib.font_manager import FontProperties, findfont, get_font
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NO_EXTRA) from error
    weight = "bold" if bold else "normal"
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight=weight)))
    if not font.get_char_index(ord(letter)):
        return 1.1
    font.set_size(100, 72)
    return font.load_char(ord(letter)).linearHoriAdvance / 65536 / 100


def width_of(words: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide words are, in points."""
    return size * sum(_advance(one, bold=bold) for one in words)


def lines_of(
    words: str, width: float, *, most: int = 2, size: float = SIZE, bold: bool = False
) -> tuple[str, ...]:
    """Words in at most so many lines; what does not fit ends in an ellipsis, so that it is seen that more follows."""
    left = _broken(plain(words).split(), width, size, bold=bold)
    lines: list[str] = []
    while left:
        line = left.pop(0)
        while left and width_of(f"{line} {left[0]}", size, bold=bold) <= width:
            line = f"{line} {left.pop(0)}"
        if left and len(lines) == most - 1:
            return (*lines, _shortened(line, width, size, bold=bold))
        lines.append(line)
    return tuple(lines)


def _broken(several: Iterable[str], width: float, size: float, *, bold: bool) -> list[str]:
    """Words of which none is wider than a line; a long one is broken with a hyphen."""
    fitting: list[str] = []
    for word in several:
        rest = word
        while width_of(rest, size, bold=bold) > width and len(rest) > 2:
            cut = max(1, _fit(rest, width - width_of("-", size, bold=bold), size, bold=bold))
            # After a hyphen of its own a word needs no second one.
            natural = rest.rfind("-", 1, cut + 1)
            cut, mark = (natural + 1, "") if natural > 0 else (max(1, min(cut, len(rest) - _TAIL)), "-")
            fitting.append(f"{rest[:cut]}{mark}")
            rest = rest[cut:]
        fitting.append(rest)
    return fitting


def _fit(words: str, width: float, size: float, *, bold: bool) -> int:
    """How many letters fit."""
    used = 0.0
    for place, letter in enumerate(words):
        used += size * _advance(letter, bold=bold)
        if used > width:
            return place
    return len(words)


def _shortened(words: str, width: float, size: float, *, bold: bool) -> str:
    room = width - width_of("…", size, bold=bold)
    return f"{words[: _fit(words, room, size, bold=bold)].rstrip(' -,;')}…"


# The sheet


@define
class Sheet:
    """What is to be drawn, in order; the height is settled when everything is on it."""

    language: Language
    width: float = WIDTH
    _drawn: list[Draw] = field(factory=list, init=False)

    def line(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        color: str = RULE,
        width: float = 0.8,
        dash: Dash = "",
    ) -> None:
        """A line, whole unless it is to be dotted or dashed."""

        def draw(height: float) -> Artist:
            from matplotlib.lines import Line2D

            return Line2D(
                (x, to_x), (height - y, height - to_y), color=color, linewidth=width, linestyle=_DASHES[dash],
                solid_capstyle="butt", dash_capstyle="butt",
            )  # fmt: skip

        self._drawn.append(draw)

    def box(self, x: float, y: float, width: float, height: float, look: Look) -> None:
        """A rectangle from its top left."""
        self.shape(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), look)

    def shape(self, corners: Iterable[tuple[float, float]], look: Look) -> None:
        """A polygon."""
        points = tuple(corners)

        def draw(height: float) -> Artist:
            from matplotlib.patches import Polygon

            return Polygon(
                [(x, height - y) for x, y in points],
                closed=True,
                facecolor=look.fill,
                edgecolor=look.edge,
                hatch=look.hatch or None,
                linewidth=look.width,
                linestyle=_DASHES["dashed" if look.dashed else ""],
                joinstyle="miter",
            )

        self._drawn.append(draw)

    def mark(self, x: float, y: float, shape: Shape, look: Look, size: float = 3.5) -> None:
        """A mark around a point; ``size`` is from its middle to its edge."""
        match shape:
            case "circle":
                self._circle(x, y, size, look)
            case "square":
                side = 0.9 * size
                self.box(x - side, y - side, 2 * side, 2 * side, look)
            case "diamond":
                far = 1.25 * size
                self.shape(((x - far, y), (x, y - far), (x + far, y), (x, y + far)), look)
            case "triangle":
                self.shape(((x - size, y + size), (x, y - size), (x + size, y + size)), look)
            case "down":
                self.shape(((x - size, y - size), (x, y + size), (x + size, y - size)), look)
            case "left":
                self.shape(((x + size, y - size), (x - size, y), (x + size, y + size)), look)
            case "right":
                self.shape(((x - size, y - size), (x + size, y), (x - size, y + size)), look)
            case "cross":
                self.line(x - size, y - size, x + size, y + size, color=look.edge, width=1.6)
                self.line(x - size, y + size, x + size, y - size, color=look.edge, width=1.6)

    def _circle(self, x: float, y: float, size: float, look: Look) -> None:
        def draw(height: float) -> Artist:
            from matplotlib.patches import Circle

            return Circle(
                (x, height - y), size, facecolor=look.fill, edgecolor=look.edge, linewidth=look.width
            )

        self._drawn.append(draw)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: Anchor = "left",
        size: float = SIZE,
        color: str = INK,
        bold: bool = False,
        turned: float = 0.0,
    ) -> None:
        """Words on one line around the height ``y``; ``turned`` is in degrees, against the clock."""
        told = plain(words)

        def draw(height: float) -> Artist:
            from matplotlib.text import Text

            # A dollar sign is a dollar sign: nobody's title is a formula.
            return Text(
                x, height - y if turned else height - y - _ASCENT * size, told, ha=anchor, va="baseline", fontsize=size,
                color=color, fontweight="bold" if bold else "normal", rotation=turned, rotation_mode="anchor",
                parse_math=False,
            )  # fmt: skip

        if told:
            self._drawn.append(draw)

    def lines(
        self,
        x: float,
        y: float,
        several: Iterable[str],
        *,
        anchor: Anchor = "left",
        size: float = SIZE,
        color: str = INK,
        bold: bool = False,
    ) -> float:
        """Lines under one another, the first around ``y``; gives the height around which a next one would be."""
        for words in several:
            self.text(x, y, words, anchor=anchor, size=size, color=color, bold=bold)
            y += 1.25 * size
        return y

    def svg(self, height: float, title: str, told: str) -> str:
        """The sheet as one SVG element, with its title and description where a screen reader looks for them.

        Raises:
            ModuleNotFoundError: when matplotlib is not installed.
        """
        return _element(self._bytes(height), plain(title), plain(told), self.language)

    def _bytes(self, height: float) -> bytes:
        try:
            import matplotlib as mpl
            from matplotlib.figure import Figure
            from matplotlib.transforms import IdentityTransform
        except ModuleNotFoundError as error:
            raise ModuleNotFoundError(_NO_EXTRA) from error
        with mpl.rc_context(), warnings.catch_warnings():
            mpl.rcdefaults()
            mpl.rcParams.update(_SETTINGS)
            # A letter that the font here does not have is drawn by the reader's own.
            warnings.filterwarnings("ignore", message=r"Glyph \d+", category=UserWarning)
            figure = Figure(figsize=(self.width / 72, height / 72), dpi=72, facecolor="white")
            for place, draw in enumerate(self._drawn):
                artist = draw(height)
                artist.set(transform=IdentityTransform(), zorder=place + 1, clip_on=False)
                figure.add_artist(artist)
            out = io.BytesIO()
            metadata = dict.fromkeys(("Creator", "Date", "Format", "Type"))
            figure.savefig(out, format="svg", metadata=metadata, facecolor="white")
        return out.getvalue()


# The element


def _element(made: bytes, title: str, told: str, language: Language) -> str:
    root = ET.fromstring(made)
    # A style sheet would hold for every other picture on the page; what it says stands on the element itself.
    for child in [one for one in root if one.tag == f"{_NAMESPACE}metadata" or _is_style(one)]:
        root.remove(child)
    _rename(root)
    words = [ET.Element("title"), ET.Element("desc")]
    words[0].text, words[1].text = title, told
    root[:0] = words
    # Ids are of this picture only, also beside others on one page.
    digest = hashlib.sha256(ET.tostring(root)).hexdigest()[:10]
    _own_ids(root, digest)
    for name, one in zip(("title", "desc"), words, strict=True):
        one.set("id", f"{name}-{digest}")
    size = {name: root.attrib[name] for name in ("width", "height", "viewBox")}
    root.attrib.clear()
    root.attrib.update(
        {
            "xmlns": _NAMESPACE.strip("{}"),
            **size,
            "style": "stroke-linejoin: round; stroke-linecap: butt",
            "role": "img",
            "lang": language,
            "xml:lang": language,
            "aria-labelledby": f"title-{digest} desc-{digest}",
        }
    )
    ET.indent(root, "")
    return ET.tostring(root, encoding="unicode")


def _is_style(one: ET.Element) -> bool:
    return any(child.tag == f"{_NAMESPACE}style" for child in one)


def _rename(root: ET.Element) -> None:
    """One namespace, and links as in SVG 2, so that the element is the same in a page of HTML."""
    for one in root.iter():
        one.tag = one.tag.removeprefix(_NAMESPACE)
        if _LINK in one.attrib:
            one.set("href", one.attrib.pop(_LINK))


def _references(root: ET.Element) -> Iterator[str]:
    for one in root.iter():
        for value in one.attrib.values():
            if "#" in value:
                yield value


def _own_ids(root: ET.Element, digest: str) -> None:
    """Leave only the ids that something points to, each with the digest of the picture."""
    pointed = " ".join(_references(root))
    for one in root.iter():
        name = one.attrib.pop("id", None)
        if name is not None and (f"#{name})" in pointed or f"#{name} " in f"{pointed} "):
            one.set("id", f"{name}-{digest}")
    for one in root.iter():
        for key, value in one.attrib.items():
            if value.startswith("#") and key == "href":
                one.set(key, f"{value}-{digest}")
            elif "url(#" in value:
                head, rest = value.split("url(#", 1)
                name, tail = rest.split(")", 1)
                one.set(key, f"{head}url(#{name}-{digest}){tail}")
