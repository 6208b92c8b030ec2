# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""A graph as an SVG picture, with the same in words for who cannot see it, and in a table for who wants to know.

Equal graphs give equal bytes with one version of matplotlib: places follow from sorted names, and no date is written.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from html import escape
from math import cos, pi, sin
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import networkx as nx
from attrs import frozen

from ..text import Language, Text
from .affiliations import Node
from .exchange import plain
from .graphs import Strength

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    Graph: TypeAlias = nx.Graph[Node]

MOST: Final = 120
"""More nodes than this cannot be read in one picture."""
CIRCLE: Final = 40
"""Up to so many parties stand on a circle; of more, only those around one party make a picture."""
_GAPS: Final = 8
"""Up to so many parties the pairs without a link are drawn as well."""
_LABEL: Final = 34
_ON_CIRCLE: Final = 24
_CAPTION: Final = 105
_NUMBERED: Final = 12
"""Up to so many links each has its number beside it."""
_MIDDLE: Final = 0.05
_BEHIND: Final = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.85}
_INK, _PALE, _PARTY, _PROJECT, _THEME = "#1b1b1b", "#8a8a8a", "#00629b", "#b35900", "#3d6b21"
_COLOURS: Final = {"party": _PARTY, "project": _PROJECT, "theme": _THEME}
_SHAPES: Final = {"party": "o", "project": "s", "theme": "^"}
_NO_EXTRA: Final = "pictures need matplotlib: pip install 'kennisstad_core[pictures]'"

_TITLE: Final = Text("Wie met wie werkt", "Who works with whom")
_AND_WHAT: Final = Text("Wie waaraan meedoet", "Who takes part in what")
_COUNTED: Final = Text(
    "{parties} partijen, {links} verbanden van {pairs} mogelijke.",
    "{parties} parties, {links} links of {pairs} possible.",
)
_PLACES: Final = Text(
    "{parties} partijen, {projects} projecten, {links} deelnames.",
    "{parties} parties, {projects} projects, {links} participations.",
)
_THEMES: Final = Text("{themes} thema’s.", "{themes} themes.")
_WITH: Final = Text("Verbanden met {links} andere.", "Links with {links} others.")
_ALONE: Final = Text("Zonder verband: {names}.", "Without a link: {names}.")
_STRONGEST: Final = Text(
    "Het sterkste verband: {one} en {other} ({strength}).",
    "The strongest link: {one} and {other} ({strength}).",
)
_DOTTED: Final = Text("Stippellijn: geen verband.", "Dotted: no link.")
_WIDTH: Final = Text("Dikte: {what}.", "Width: {what}.")
_AROUND: Final = Text("Met wie {name} werkt", "With whom {name} works")
STRENGTHS: Final[Mapping[str, Text]] = {
    Strength.SHARED_PROJECTS.value: Text("aantal gezamenlijke projecten", "number of projects in common"),
    Strength.NEWMAN.value: Text(
        "gezamenlijke projecten, elk verdeeld over zijn deelnemers",
        "projects in common, each shared out over its participants",
    ),
    Strength.MONEY.value: Text(
        "wat beide ten minste inleggen, in centen", "what both put in at the least, in cents"
    ),
    Strength.DAYS.value: Text("dagen samen in een project", "days together in a project"),
    "shared-meetings": Text("bijeenkomsten met mensen van beide", "meetings with people of both"),
    "shared-declarations": Text("verklaringen die beide tekenden", "declarations that both signed"),
    "shared-parties": Text("gedeelde partijen", "parties in common"),
}
"""What the strength of a link means, for a person."""


@frozen
class Picture:
    """An SVG picture, the same in words (``alt``), and its data in rows."""

    svg: str
    alt: str
    table: tuple[Mapping[str, str], ...]

    def _repr_html_(self) -> str:
        return f'<figure role="img" aria-label="{escape(self.alt, quote=True)}">{self.svg}</figure>'


def draw(graph: Graph, language: Language = "en", *, around: Node | None = None, title: str = "") -> Picture:
    """Draw parties on a circle with their links, or parties and projects as a grid of who takes part in what.

    With ``around`` that node stands in the middle, and only its own links are drawn.

    Raises:
        KeyError: when ``around`` is not in the graph.
        ModuleNotFoundError: when matplotlib is not installed.
        ValueError: for more nodes than a person can read.
    """
    words = title
    if around is not None:
        graph = _star(graph, around)
        words = words or _AROUND[language].format(name=_name(graph, around, language))
    mixed = any(node.kind == "project" for node in graph) and any(node.kind != "project" for node in graph)
    size, most = graph.number_of_nodes(), MOST if mixed else CIRCLE
    if size > most:
        raise ValueError(
            f"{size} nodes are too many to read in one picture (at most {most}): draw those around one of them with "
            "around=, or write the graph to a file for Gephi or Cytoscape"
        )
    words = words or (_AND_WHAT if mixed else _TITLE)[language]
    told = _in_words(graph, language, mixed=mixed, around=around)
    alt = f"{words}. {told}"
    return Picture(
        _svg(graph, language, words, told, mixed=mixed, around=around), alt, _table(graph, language)
    )


def _star(graph: Graph, around: Node) -> Graph:
    """A node with its own links only."""
    star: Graph = nx.Graph()
    star.graph.update(graph.graph)
    for node in sorted((around, *graph[around])):
        star.add_node(node, **graph.nodes[node])
    star.add_edges_from((around, other, data) for other, data in graph[around].items())
    return star


def _name(graph: Graph, node: Node, language: Language) -> str:
    title = graph.nodes[node].get("title")
    return title[language] if isinstance(title, Text) else node.id


def _in_words(graph: Graph, language: Language, *, mixed: bool, around: Node | None) -> str:
    parties = sum(node.kind == "party" for node in graph)
    links = graph.number_of_edges()
    said: list[str] = []
    if mixed:
        themes = sum(node.kind == "theme" for node in graph)
        own = sum("theme" not in (one.kind, other.kind) for one, other in graph.edges())
        projects = graph.number_of_nodes() - parties - themes
        said.append(_PLACES[language].format(parties=parties, projects=projects, links=own))
        if themes:
            said.append(_THEMES[language].format(themes=themes))
    else:
        size = graph.number_of_nodes()
        pairs = size * (size - 1) // 2
        shape = _COUNTED if around is None else _WITH
        said.append(shape[language].format(parties=size, links=links, pairs=pairs))
        strongest = min(
            ((min(pair), max(pair), graph.edges[pair].get("strength", 0)) for pair in graph.edges()),
            key=lambda link: (-link[2], link[0], link[1]),
            default=None,
        )
        if strongest is not None:
            one, other, strength = strongest
            said.append(
                _STRONGEST[language].format(
                    one=_name(graph, one, language),
                    other=_name(graph, other, language),
                    strength=_number(strength, language),
                )
            )
    alone = [_name(graph, node, language) for node in sorted(nx.isolates(graph))]
    if alone:
        said.append(_ALONE[language].format(names=", ".join(alone)))
    what = STRENGTHS.get(str(graph.graph.get("strength")))
    if not mixed and what is not None:
        said.append(_WIDTH[language].format(what=what[language]))
    if not mixed and around is None and _gaps(graph):
        said.append(_DOTTED[language])
    return " ".join(said)


def _number(value: float, language: Language) -> str:
    words = f"{value:.2f}".rstrip("0").rstrip(".")
    return words.replace(".", ",") if language == "nl" else words


def _gaps(graph: Graph) -> list[tuple[Node, Node]]:
    if graph.number_of_nodes() > _GAPS:
        return []
    return sorted((min(pair), max(pair)) for pair in nx.non_edges(graph))


def _table(graph: Graph, language: Language) -> tuple[Mapping[str, str], ...]:
    made = plain(graph, language)
    return tuple(
        {
            "one": str(made.nodes[one].get("label", one)),
            "other": str(made.nodes[other].get("label", other)),
            "strength": str(data.get("strength", "")),
            "projects": str(data.get("projects", "")),
        }
        for one, other, data in made.edges(data=True)
    )


# Drawing


def _svg(graph: Graph, language: Language, title: str, told: str, *, mixed: bool, around: Node | None) -> str:
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NO_EXTRA) from error
    # Text stays text, also with a dollar sign in it, and ids follow from what is drawn.
    settings: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "kennisstad_core",
        "font.size": 9,
        "text.parse_math": False,
    }
    with mpl.rc_context(settings):
        caption = wrap(told, _CAPTION)
        rows = sum(node.kind == "project" for node in graph)
        height = (2.1 + 0.24 * rows if mixed else 5.4) + 0.2 * len(caption)
        figure = Figure(figsize=(8, height))
        foot = (0.15 + 0.2 * len(caption)) / height
        axes = figure.add_axes((0.02, foot, 0.96, 1 - foot - 0.4 / height))
        axes.set_axis_off()
        figure.text(0.02, 1 - 0.25 / height, title, fontsize=11, fontweight="bold", color=_INK)
        for line, words in enumerate(reversed(caption)):
            figure.text(0.02, (0.1 + 0.2 * line) / height, words, color=_INK)
        if mixed:
            _grid(axes, graph, language)
        else:
            _circle(axes, graph, language, around)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return _accessible(out.getvalue(), title, told, language)


def _accessible(svg: str, title: str, told: str, language: Language) -> str:
    """From the SVG element on, with its title and description where a screen reader looks for them."""
    head, body = svg[svg.index("<svg") :].split(">", 1)
    words = f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"
    return f'{head} role="img" lang="{language}">{words}{body}'


def _by_name(graph: Graph, language: Language, nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (_name(graph, node, language).casefold(), node))


def _circle(axes: Axes, graph: Graph, language: Language, around: Node | None) -> None:
    nodes = _by_name(graph, language, (node for node in graph if node != around))
    if around is not None:
        nodes.sort(key=lambda node: -float(graph.edges[around, node].get("strength", 0)))
    turn = 2 * pi / max(1, len(nodes))
    places = {node: (sin(turn * index), cos(turn * index)) for index, node in enumerate(nodes)}
    if around is not None:
        places[around] = (0.0, 0.0)
    for one, other in () if around is not None else _gaps(graph):
        _line(axes, places[one], places[other], color=_PALE, linewidth=0.8, linestyle=(0, (1, 3)))
    links = sorted((min(pair), max(pair)) for pair in graph.edges())
    most = max((float(graph.edges[pair].get("strength", 1)) for pair in links), default=1.0)
    # Where no two lines of a regular figure cross.
    part = 0.5 if len(nodes) % 2 else 0.41
    for pair in links:
        strength = graph.edges[pair].get("strength", 1)
        (x, y), (z, w) = places[pair[0]], places[pair[1]]
        _line(axes, (x, y), (z, w), color=_PARTY, linewidth=0.8 + 4.2 * float(strength) / most, alpha=0.55)
        if around is None and len(links) <= _NUMBERED:
            spot = (1 - part) * x + part * z, (1 - part) * y + part * w
            words = _number(strength, language)
            axes.text(*spot, words, ha="center", va="center", fontsize=8, color=_INK, bbox=_BEHIND, zorder=4)
    for node, (x, y) in sorted(places.items()):
        _dot(axes, graph, node, x, y)
        words = _short(_name(graph, node, language), _ON_CIRCLE)
        if around is not None and node != around:
            words = f"{words} ({_number(graph.edges[around, node].get('strength', 1), language)})"
        side = "center" if abs(x) < _MIDDLE else "left" if x > 0 else "right"
        above = "center" if side != "center" else "bottom" if y > 0 else "top"
        if node == around:
            axes.text(x, y + 0.05, words, ha="center", va="bottom", color=_INK, bbox=_BEHIND, zorder=5)
        else:
            axes.text(1.06 * x, 1.06 * y, words, ha=side, va=above, color=_INK, zorder=5)
    axes.set_aspect("equal")
    axes.set_xlim(-2, 2)
    axes.set_ylim(-1.2, 1.2)


def _grid(axes: Axes, graph: Graph, language: Language) -> None:
    """A row for each project and a column for each party and theme, with a mark where they meet."""
    rows = _by_name(graph, language, (node for node in graph if node.kind == "project"))
    parties = _by_name(graph, language, (node for node in graph if node.kind == "party"))
    themes = _by_name(graph, language, (node for node in graph if node.kind == "theme"))
    places = {node: float(index) for index, node in enumerate(parties)}
    places |= {node: len(parties) + 0.5 + index for index, node in enumerate(themes)}
    right = max(places.values(), default=0.0)
    for index, node in enumerate(rows):
        y = float(-index)
        _line(axes, (-0.5, y), (right + 0.5, y), color=_PALE, linewidth=0.4, alpha=0.6)
        axes.text(-0.7, y, _short(_name(graph, node, language)), ha="right", va="center", color=_INK)
        for other in sorted(graph[node]):
            _dot(axes, graph, other, places[other], y)
    for node, x in places.items():
        name = _short(_name(graph, node, language))
        axes.text(x, 0.7, name, ha="left", va="bottom", rotation=40, rotation_mode="anchor", color=_INK)
        if not graph.degree[node]:
            _dot(axes, graph, node, x, 0.55)
    spread = max(right, 1.0)
    axes.set_xlim(-0.9 * spread - 0.7, 1.55 * spread + 0.5)
    axes.set_ylim(-len(rows) + 0.4, 1.45 / 0.24)


def _line(axes: Axes, one: tuple[float, float], other: tuple[float, float], **look: Any) -> None:
    axes.plot((one[0], other[0]), (one[1], other[1]), solid_capstyle="round", zorder=1, **look)


def _dot(axes: Axes, graph: Graph, node: Node, x: float, y: float) -> None:
    colour = _COLOURS[node.kind]
    # Whoever is linked to nobody is an open mark, so that it is seen without colour too.
    inside = colour if graph.degree[node] else "white"
    axes.plot(
        (x,), (y,), marker=_SHAPES[node.kind], markersize=7, color=colour, markerfacecolor=inside, zorder=3
    )


def _short(words: str, most: int = _LABEL) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
