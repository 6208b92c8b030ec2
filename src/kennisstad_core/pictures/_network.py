# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Partners, projects and themes as three columns of one network, drawn so that every link can be followed.

Each project is a line from the partners at its left to the themes at its right. Lines that run free cannot be told
apart any more at a dozen projects; here each link is a mark on the line of its project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, unique
from typing import Final

from attrs import frozen

from ..charter import Charters
from ..explain.render import Figure, Table
from ..explain.words import day, listing, number
from ..links.affiliations import Affiliation, Affiliations, Node, within
from ..links.registers import affiliations
from ..records.parties import Certainty
from ..records.register import Register
from ..text import Language, Text
from ..truth import UNKNOWN
from ..values import Period
from ._axis import Sample, key, mark
from ._heads import LEAN, Head, heads
from ._sheet import BLUE, FAINT, GREEN, QUIET, SMALL, Look, Shape, Sheet, lines_of, width_of

_STEP: Final = 17.0
"""Between two partners or themes: what a turned name needs."""
_ROW: Final = 15.0
_EDGE: Final = 8.0
_LISTED: Final = 10
"""More names than this nobody listens to: they are counted."""
_LABEL: Final = 220.0


@unique
class Said(Enum):
    """What the picture says, with the same parameters in both languages."""

    NAME = Text(
        "{partnership}: wie aan welke projecten meedoet, en bij welke thema’s die horen. Peildatum {day}.",
        "{partnership}: who takes part in which projects, and which themes they belong to. As of {day}.",
    )
    COUNTED = Text(
        "{projects}, {partners} en {themes}; {links}.", "{projects}, {partners} and {themes}; {links}."
    )
    PROJECTS = Text("{count} projecten", "{count} projects")
    PROJECT_ONE = Text("1 project", "1 project")
    PARTNERS = Text("{count} partners", "{count} partners")
    PARTNER_ONE = Text("1 partner", "1 partner")
    THEMES = Text("{count} thema’s", "{count} themes")
    THEME_ONE = Text("1 thema", "1 theme")
    LINKS = Text("{count} deelnames van partners", "{count} participations of partners")
    LINK_ONE = Text("1 deelname van een partner", "1 participation of a partner")
    MOST = Text("De meeste projecten heeft {name}: {count}.", "{name} has most projects: {count}.")
    IDLE = Text("Zonder project: {names}.", "Without a project: {names}.")
    THEMELESS = Text(
        "Projecten waarvan niet is vastgelegd bij welk thema ze passen: {count}.",
        "Projects of which it is not on record which theme they fit: {count}.",
    )
    NO_THEME = Text("tot nu toe bij geen thema", "no theme so far")
    UNSURE = Text("Deelnames die niet zeker zijn: {count}.", "Participations that are not certain: {count}.")
    PROJECT = Text("Project", "Project")
    WHO = Text("Partners", "Partners")
    PERHAPS = Text("Misschien", "Perhaps")
    OTHERS = Text("Anderen", "Others")
    WHICH = Text("Thema’s", "Themes")
    CONTESTED = Text("Thema’s, betwist", "Themes, contested")
    TAKES_PART = Text("partner doet mee", "partner takes part")
    NOT_CERTAIN = Text("misschien", "perhaps")
    DOUBTFUL = Text("{name} (niet zeker)", "{name} (not certain)")
    THEME = Text("hoort bij dit thema", "belongs to this theme")
    THEME_CONTESTED = Text("betwist of het daarbij hoort", "contested whether it does")
    OTHERS_TOO = Text("anderen: aantal", "others: number")
    AS = Text("{name} ({role})", "{name} ({role})")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


_MARKS: Final[Mapping[str, tuple[Shape, Look]]] = {
    "part": ("circle", Look()),
    "perhaps": ("circle", Look(fill="white")),
    "theme": ("triangle", Look(fill=GREEN, edge=GREEN)),
    "contested": ("triangle", Look(fill="white", edge=GREEN)),
}


@frozen
class _Place:
    """One party in one project on the day."""

    node: Node
    roles: tuple[str, ...]
    sure: bool


@frozen
class _Line:
    """One project on the day: its partners, its other parties, and its themes with whether they are uncontested.

    ``judged`` is whether it is on record which themes it fits, or that it fits none.
    """

    project: Node
    judged: bool
    partners: tuple[_Place, ...]
    others: tuple[_Place, ...]
    themes: tuple[tuple[Node, bool], ...]


@frozen
class _Net:
    """The network of a day, in the order in which it is drawn."""

    table: Affiliations
    partners: tuple[Node, ...]
    themes: tuple[Node, ...]
    lines: tuple[_Line, ...]
    roles: Mapping[str, Text]
    doubtful: frozenset[Node]

    def name(self, node: Node, language: Language) -> str:
        """What a node is called."""
        return self.table.title(node)[language]

    def called(self, node: Node, language: Language) -> str:
        """The same, with a word for who is not certain to be a partner."""
        name = self.name(node, language)
        return Said.DOUBTFUL.say(language, name=name) if node in self.doubtful else name


def network(charters: Charters, register: Register, language: Language, *, on: date) -> Figure | None:
    """The projects that run on a day, each as a line with a mark for every partner and every theme.

    Who takes part without being a partner is a number in the picture and a name in the table. None without a project.
    """
    net = _net(charters, register, language, on)
    if not net.lines:
        return None
    live = charters.on(on) or charters.versions
    partnership = live[-1].partnership[language] if live else register.name
    caption = Said.NAME.say(language, partnership=partnership, day=day(on, language))
    alt = " ".join(_told(net, language))
    sheet = Sheet(language)
    height = _drawn(sheet, net)
    return Figure("network", sheet.svg(height, caption, alt), alt, caption, _table(net, caption, language))


def _net(charters: Charters, register: Register, language: Language, on: date) -> _Net:
    table, days = affiliations(charters, register), Period.day(on)
    held = [one for one in table.members if one.period.meet(days) is not None]
    certain = {Node("party", one.partner) for one in held if one.certainty is Certainty.CERTAIN}
    members = {Node("party", one.partner) for one in held}
    sure = list(within(table.rows, days))
    perhaps = list(within(table.unknown, days))
    themes = {one.theme for one in table.themes if one.period.meet(days) is not None}
    themes |= {one.theme for one in table.fits if one.period.meet(days) is not None}

    def by_name(nodes: Iterable[Node]) -> tuple[Node, ...]:
        return tuple(sorted(nodes, key=lambda node: (table.title(node)[language].casefold(), node)))

    lines: list[_Line] = []
    for group in table.groups:
        if group.period.meet(days) is None:
            continue
        places = _places(sure, perhaps, group.node)
        fits = {
            one.theme: one.doubt is None for one in table.fits if one.group == group.node and on in one.period
        }
        lines.append(
            _Line(
                group.node,
                group.judged,
                tuple(one for one in places if one.node in members),
                tuple(one for one in places if one.node not in members),
                tuple((node, fits[node]) for node in by_name(fits)),
            )
        )
    ordered = by_name(themes)
    place = {node: number for number, node in enumerate(ordered)}
    lines.sort(
        key=lambda one: (
            min((place[node] for node, _ in one.themes), default=len(place)),
            table.title(one.project)[language].casefold(),
            one.project,
        )
    )
    roles = {one.id: one.title for charter in charters for one in charter.roles}
    return _Net(table, by_name(members), ordered, tuple(lines), roles, frozenset(members - certain))


def _places(sure: Iterable[Affiliation], perhaps: Iterable[Affiliation], group: Node) -> list[_Place]:
    """Everybody in a project, once each; who is certainly in it is not perhaps in it too.

    Whoever may be no partner is not certain to take part as one.
    """
    found: dict[Node, tuple[set[str], bool]] = {}
    for rows, certain in ((sure, True), (perhaps, False)):
        for row in rows:
            if row.group == group and (certain or not found.get(row.party, (set(), False))[1]):
                roles = found.setdefault(row.party, (set(), certain and row.member is not UNKNOWN))[0]
                roles.update({row.role} - {""})
    return [_Place(node, tuple(sorted(roles)), certain) for node, (roles, certain) in sorted(found.items())]


def _counted(count: int, one: Said, several: Said, language: Language) -> str:
    return one.say(language) if count == 1 else several.say(language, count=number(count, language))


def _told(net: _Net, language: Language) -> Iterator[str]:
    per = {node: sum(_sure(line, node) for line in net.lines) for node in net.partners}
    links = sum(per.values())
    yield Said.COUNTED.say(
        language,
        projects=_counted(len(net.lines), Said.PROJECT_ONE, Said.PROJECTS, language),
        partners=_counted(len(net.partners), Said.PARTNER_ONE, Said.PARTNERS, language),
        themes=_counted(len(net.themes), Said.THEME_ONE, Said.THEMES, language),
        links=_counted(links, Said.LINK_ONE, Said.LINKS, language),
    )
    most = max(per, key=lambda node: per[node], default=None)
    if most is not None and per[most] and sum(count == per[most] for count in per.values()) == 1:
        yield Said.MOST.say(language, name=net.name(most, language), count=number(per[most], language))
    idle = [net.called(node, language) for node, count in per.items() if not count]
    if idle:
        counted = Said.PARTNERS.say(language, count=number(len(idle), language))
        yield Said.IDLE.say(language, names=counted if len(idle) > _LISTED else listing(idle, language))
    unsure = sum(not one.sure for line in net.lines for one in (*line.partners, *line.others))
    for count, phrase in (
        (unsure, Said.UNSURE),
        (sum(not line.judged for line in net.lines), Said.THEMELESS),
    ):
        if count:
            yield phrase.say(language, count=number(count, language))


def _sure(line: _Line, node: Node) -> bool:
    return any(one.node == node and one.sure for one in line.partners)


# Drawing


def _drawn(sheet: Sheet, net: _Net) -> float:
    language = sheet.language
    left = {node: _EDGE + place * _STEP for place, node in enumerate(net.partners)}
    count_at = _EDGE + len(net.partners) * _STEP + 4
    label_from = count_at + (_STEP + 2 if any(line.others for line in net.lines) else 0)
    room = max(_LABEL, sheet.width - label_from - LEAN - _STEP * len(net.themes))
    names = {line.project: _label(net, line, language, room) for line in net.lines}
    right_from = label_from + max(map(_wide, names.values())) + 24
    right = {node: right_from + place * _STEP for place, node in enumerate(net.themes)}
    sheet.width = max(sheet.width, right_from + _STEP * len(net.themes) + LEAN)
    named = [Head(x, net.called(node, language)) for node, x in (*left.items(), *right.items())]
    if label_from > count_at:
        named.append(Head(count_at + 4, Said.OTHERS_TOO.say(language), color=QUIET))
    y = heads(sheet, named) + 12
    for x in (*left.values(), *right.values()):
        sheet.line(x, y - 9, x, y + _ROW * (len(net.lines) - 1) + 7, color=FAINT, width=0.5)
    for line in net.lines:
        _line(sheet, line, y, (left, right), (count_at, label_from), names[line.project])
        y += _ROW
    return key(sheet, y + 8, _key(net, language))


def _wide(told: Iterable[str]) -> float:
    return max((width_of(words, SMALL) for words in told), default=0.0)


def _label(net: _Net, line: _Line, language: Language, room: float) -> tuple[str, ...]:
    return lines_of(net.called(line.project, language), room, most=1, size=SMALL)


def _line(
    sheet: Sheet,
    line: _Line,
    y: float,
    places: tuple[Mapping[Node, float], Mapping[Node, float]],
    middle: tuple[float, float],
    told: tuple[str, ...],
) -> None:
    left, right = places
    count_at, label_from = middle
    if line.partners:
        sheet.line(min(left[one.node] for one in line.partners), y, label_from - 4, y, color=BLUE, width=0.9)
    if line.themes:
        end = label_from + _wide(told)
        sheet.line(end + 4, y, max(right[node] for node, _ in line.themes), y, color=GREEN, width=0.9)
    for one in line.partners:
        sheet.mark(left[one.node], y, *_MARKS["part" if one.sure else "perhaps"], 3.6)
    if line.others:
        sheet.box(count_at, y - 5, 9, 10, Look(fill="white", edge="white"))
        sure = sum(one.sure for one in line.others)
        count = str(sure) if sure == len(line.others) else f"{sure or ''}?"
        sheet.text(count_at + 4.5, y, count, anchor="center", size=SMALL, color=QUIET)
    sheet.lines(label_from, y, told, size=SMALL)
    for node, sure in line.themes:
        sheet.mark(right[node], y, *_MARKS["theme" if sure else "contested"], 3.6)


def _key(net: _Net, language: Language) -> Iterator[tuple[Sample, str]]:
    partners = [one for line in net.lines for one in line.partners]
    fits = [sure for line in net.lines for _, sure in line.themes]
    for there, sort, words in (
        (any(one.sure for one in partners), "part", Said.TAKES_PART),
        (any(not one.sure for one in partners), "perhaps", Said.NOT_CERTAIN),
        (any(fits), "theme", Said.THEME),
        (not all(fits), "contested", Said.THEME_CONTESTED),
    ):
        if there:
            yield mark(*_MARKS[sort], 3.6), words.say(language)


# The same in a table


def _table(net: _Net, caption: str, language: Language) -> Table:
    columns = (Said.PROJECT, Said.WHO, Said.PERHAPS, Said.OTHERS, Said.WHICH, Said.CONTESTED)
    rows = [
        (
            net.name(line.project, language),
            _people(net, (one for one in line.partners if one.sure), language),
            _people(net, (one for one in (*line.partners, *line.others) if not one.sure), language),
            _people(net, (one for one in line.others if one.sure), language),
            ", ".join(net.name(node, language) for node, sure in line.themes if sure)
            or (Said.NO_THEME.say(language) if line.judged and not line.themes else ""),
            ", ".join(net.name(node, language) for node, sure in line.themes if not sure),
        )
        for line in net.lines
    ]
    # A column of nothing takes room from those that say something.
    shown = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    heads = tuple(columns[place].say(language) for place in shown)
    return Table(caption, heads, [tuple(row[place] for place in shown) for row in rows])


def _people(net: _Net, several: Iterable[_Place], language: Language) -> str:
    return ", ".join(_person(net, one, language) for one in several)


def _person(net: _Net, one: _Place, language: Language) -> str:
    roles = [net.roles[role][language] if role in net.roles else role for role in one.roles]
    name = net.called(one.node, language)
    return Said.AS.say(language, name=name, role=listing(roles, language)) if roles else name
