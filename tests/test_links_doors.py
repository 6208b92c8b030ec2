# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cross-links in and out: plain tables, files for other programs, pictures, words and the command."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kennisstad_core as kc
from kennisstad_core import network as net
from kennisstad_core.cli import main
from kennisstad_core.explain import crosslinks
from kennisstad_core.explain.crosswords import REASONS, Said
from kennisstad_core.explain.render import WIDTH, text
from kennisstad_core.links.overview import overview_of_links
from kennisstad_core.links.pictures import CIRCLE
from kennisstad_core.text import LANGUAGES, Language, Text
from kennisstad_core.values import Period

ROOT = Path(__file__).parent.parent
WATERSTAD = ROOT / "examples" / "waterstad"
ON = date(2025, 6, 1)
REGISTER = kc.load_register(WATERSTAD)
CHARTERS = kc.load_charters(WATERSTAD / "charters")
TABLE = net.affiliations(CHARTERS, REGISTER)


def rows(*several: str) -> list[dict[str, str]]:
    names = ("party", "group", "from", "through", "role", "kind", "theme")
    return [dict(zip(names, (*one.split(","), *[""] * 7), strict=False)) for one in several]


class TestTables:
    def test_a_file_with_other_columns_and_a_semicolon(self, tmp_path: Path) -> None:
        file = tmp_path / "regelingen.csv"
        file.write_text(
            "\ufeffDeelnemer;Regeling;van\nRijnstad;Afval;2025-01-01\n\nrijnstad ;Afval;2025-01-01\nVeen;Afval;\n",
            "utf-8",
        )
        table = net.read_affiliations(
            file,
            columns={"party": "Deelnemer", "group": "Regeling", "from": "van"},
            kind_of=lambda name: "village" if name == "Veen" else "town",
        )

        assert [(row.party.id, str(row.period), row.records) for row in table] == [
            ("Rijnstad", "2025-01-01..", ("line 2", "line 4")),
            ("Veen", "..", ("line 5",)),
        ]
        assert [table.kind(net.party(name)) for name in ("Rijnstad", "Veen")] == ["town", "village"]
        assert table.source == "regelingen.csv"

    def test_every_problem_at_once_with_its_line(self, tmp_path: Path) -> None:
        file = tmp_path / "bad.csv"
        file.write_text(
            "party,group,from,through,kind\n"
            ",P,,,\n"
            "A,,,,\n"
            "A,P,yesterday,,\n"
            "A,P,2025-02-01,2025-01-01,\n"
            "A,P\n"
            "A,P,,,town\n"
            "A,P,,,city\n",
            "utf-8",
        )
        with pytest.raises(kc.RegisterError) as caught:
            net.read_affiliations(file)

        assert [(one.code, one.line) for one in caught.value.problems] == [
            ("ragged-row", 6),
            ("empty", 2),
            ("empty", 3),
            ("not-a-date", 4),
            ("backward", 5),
            ("two-kinds", 8),
        ]
        assert all(one.message[language] for one in caught.value.problems for language in LANGUAGES)

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"naam,group\nA,P\n", "missing-column"),
            (b"", "missing-column"),
            (b"party,group\n\xff,P\n", "not-utf8"),
            (b'party,group\n"A,P\n', "not-csv"),
        ],
    )
    def test_a_file_that_is_no_table(self, tmp_path: Path, content: bytes, code: str) -> None:
        file = tmp_path / "bad.csv"
        file.write_bytes(content)
        with pytest.raises(kc.RegisterError) as caught:
            net.read_affiliations(file)

        assert {one.code for one in caught.value.problems} == {code}

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(kc.RegisterError, match="no-such-file"):
            net.read_affiliations(tmp_path / "none.csv")

    def test_a_column_that_tables_do_not_have(self) -> None:
        with pytest.raises(ValueError, match="colour"):
            net.read_affiliations(rows("A,P"), columns={"colour": "x"})

    def test_an_alias_is_somebodys_knowledge_and_likeness_is_not(self) -> None:
        spelled = rows("Overijssel,P", "Overrijssel,Q")

        assert len({row.party for row in net.read_affiliations(spelled)}) == 2
        table = net.read_affiliations(spelled, aliases={"overrijssel": "Overijssel"})
        assert {row.party.id for row in table} == {"Overijssel"}

    def test_themes_come_along(self) -> None:
        table = net.read_affiliations(rows("A,P,,,,,water", "B,P", "A,Q,,,,,green"))

        assert [(one.group.id, one.theme.id) for one in table.fits] == [("P", "water"), ("Q", "green")]
        assert [cell.projects for cell in net.theme_coverage(table)] == [("Q",), ("P",), (), ("P",)]

    @given(st.permutations(rows("A,P", "a ,P", "A,Q,2025-01-01", "B,P,,2025-01-31", "B,P,,2025-01-31")))
    @settings(max_examples=30)
    def test_the_order_of_rows_does_not_matter_but_for_their_numbers(
        self, several: list[dict[str, str]]
    ) -> None:
        def told(lines: Iterable[dict[str, str]]) -> list[tuple[object, ...]]:
            return [
                (row.party, row.group, row.period, len(row.records)) for row in net.read_affiliations(lines)
            ]

        assert told(several) == told(sorted(several, key=str))


GRAPHS = {
    "partners": net.partner_graph(TABLE, on=ON, strength=net.Strength.NEWMAN),
    "affiliations": net.affiliation_graph(TABLE, period=Period.year(2025), externals=True, themes=True),
    "projects": net.project_graph(TABLE, on=ON, at_least=2),
    "encounters": net.encounter_graph(CHARTERS, REGISTER),
    "nothing": net.partner_graph(net.Affiliations(())),
}


@pytest.mark.parametrize("name", GRAPHS)
class TestExchange:
    def numbers(self, made: nx.Graph[str]) -> dict[frozenset[str], float | None]:
        return {frozenset(pair): data.get("strength") for *pair, data in made.edges(data=True)}

    def expected(self, name: str) -> dict[frozenset[str], float | None]:
        graph = GRAPHS[name]
        return {
            frozenset(map(str, pair)): None if "strength" not in data else round(data["strength"], 12)
            for *pair, data in graph.edges(data=True)
        }

    def labels(self, made: nx.Graph[str]) -> dict[str, object]:
        return {node: data["label"] for node, data in made.nodes.items()}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_networkx_reads_back_the_types(self, name: str, language: Language) -> None:
        graph = GRAPHS[name]
        ml = nx.read_graphml(io.BytesIO(net.graphml(graph, language).encode()))
        xf = nx.read_gexf(io.BytesIO(net.gexf(graph, language).encode()))
        js = nx.node_link_graph(json.loads(net.node_link(graph, language)), edges="links")

        names = {str(node): graph.nodes[node]["title"][language] for node in graph}
        for made in (ml, xf, js):
            assert self.numbers(made) == self.expected(name)
            assert self.labels(made) == names

    def test_lists_of_links_and_nodes(self, name: str) -> None:
        graph = GRAPHS[name]
        edges = list(csv.DictReader(io.StringIO(net.edges_csv(graph))))
        nodes = list(csv.DictReader(io.StringIO(net.nodes_csv(graph))))

        assert {frozenset((row["source"], row["target"])) for row in edges} == set(self.expected(name))
        assert [row["id"] for row in nodes] == sorted(map(str, graph))


class TestExchangeOfOddNames:
    def test_what_xml_cannot_hold_and_what_a_spreadsheet_would_run(self) -> None:
        table = net.read_affiliations(rows("=1+1,P", "A\x00&<b>,P"))
        graph = net.partner_graph(table)

        assert len(ET.fromstring(net.graphml(graph)))
        assert len(ET.fromstring(net.gexf(graph)))
        assert "'=1+1" in net.nodes_csv(graph)


def test_files_are_equal_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib, kennisstad_core as kc; from kennisstad_core import network as net; from datetime import date;"
        "t = net.affiliations(kc.load_charters('examples/waterstad/charters'), kc.load_register('examples/waterstad'));"
        "g = net.affiliation_graph(t, on=date(2025, 6, 1), themes=True);"
        "made = [f(g) for f in (net.graphml, net.gexf, net.node_link, net.edges_csv)] + [net.draw(g).svg];"
        "print(*(hashlib.sha256(one.encode()).hexdigest() for one in made))"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


class TestPictures:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("name", GRAPHS)
    def test_it_says_in_words_what_it_shows(self, name: str, language: Language) -> None:
        graph = GRAPHS[name]
        made = net.draw(graph, language)
        tree = ET.fromstring(made.svg)
        space = "{http://www.w3.org/2000/svg}"

        assert tree.get("role") == "img"
        assert tree.get("lang") == language
        described = tree.findtext(f"{space}desc")
        assert described
        assert made.alt.endswith(described)
        assert len(made.table) == graph.number_of_edges()
        drawn = " ".join(
            made_text for one in tree.iter(f"{space}text") if (made_text := "".join(one.itertext()))
        )
        for node in list(graph)[:40]:
            assert graph.nodes[node]["title"][language][:20] in drawn

    def test_one_party_in_the_middle(self) -> None:
        graph = GRAPHS["partners"]
        made = net.draw(graph, "nl", around=net.party("de-kade"))

        assert made.alt.startswith("Met wie mbo De Kade werkt. Verbanden met 4 andere.")
        assert len(made.table) == 4

    def test_more_than_can_be_read_is_refused(self) -> None:
        table = net.read_affiliations(rows(*(f"party {index},P" for index in range(CIRCLE + 1))))

        with pytest.raises(ValueError, match="around="):
            net.draw(net.partner_graph(table))

    def test_whoever_is_alone_is_named(self) -> None:
        table = net.read_affiliations(rows("A,P", "B,P", "C,Q"))

        assert "Zonder verband: C." in net.draw(net.partner_graph(table), "nl").alt

    def test_a_dollar_sign_in_a_name_is_no_formula(self) -> None:
        table = net.read_affiliations(rows("A $x$,P", "B $y$,P"))
        drawn = ET.fromstring(net.draw(net.partner_graph(table)).svg)
        assert "A $x$" in {one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")}


class TestWords:
    def test_every_phrase_has_the_same_parameters_in_both_languages(self) -> None:
        import string

        def parameters(words: str) -> set[str]:
            return {name for _, name, _, _ in string.Formatter().parse(words) if name}

        texts = [one.value for one in Said] + list(REASONS.values())
        assert all(parameters(one.nl) == parameters(one.en) for one in texts)
        assert all(isinstance(one.value, Text) for one in net.Caution)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_page_fits_and_calls_nothing_a_violation(self, language: Language) -> None:
        both = (CHARTERS, REGISTER)
        told = overview_of_links(*both, period=Period.year(2025), externals=True)
        pages = [
            crosslinks.links_document(told, CHARTERS, language),
            crosslinks.hook_on_document(
                net.hook_on_all(*both, on=ON),
                TABLE,
                CHARTERS,
                language,
                on="x",
                short=net.short_of(*both, on=ON),
            ),
            crosslinks.impacts_document(net.what_if_all(*both, on=ON), TABLE, CHARTERS, language, on="x"),
            *(
                crosslinks.impact_document(net.withdrawal_impact(*both, name, on=ON), CHARTERS, language)
                for name in ("gemeente-waterstad", "het-getij")
            ),
        ]
        for page in map(text, pages):
            assert max(map(len, page.splitlines())) <= WIDTH
            assert not any(word in page.casefold() for word in ("overtred", "schending", "violat", "breach"))


class TestCommand:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["links", "--on", "2025-06-01"],
            ["links", "--year", "2025", "--externals", "--language", "nl"],
            ["hook-on", "--on", "2025-06-01"],
            ["hook-on", "green-roofs", "--on", "2025-06-01"],
            ["hook-on", "--partner", "Tide Museum", "--on", "2025-06-01"],
            ["what-if", "--on", "2025-06-01"],
            ["what-if", "--leaves", "Tide Museum", "--on", "2025-06-01"],
            ["what-if", "--ends", "green-roofs", "--on", "2025-06-01"],
            ["what-if", "--stops", "waterschap-zilt", "--on", "2025-06-01"],
        ],
        ids=" ".join,
    )
    @pytest.mark.parametrize("form", ["text", "csv"])
    def test_each_question(self, arguments: list[str], form: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.ask(arguments, form, capsys)

    @pytest.mark.parametrize("form", ["json", "markdown"])
    @pytest.mark.parametrize("command", ["links", "hook-on", "what-if"])
    def test_each_command_in_other_forms(
        self, command: str, form: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.ask([command, "--on", "2025-06-01"], form, capsys)

    def ask(self, arguments: list[str], form: str, capsys: pytest.CaptureFixture[str]) -> None:
        command, *rest = arguments

        assert main([command, str(WATERSTAD), *rest, "--format", form]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        if form == "json":
            assert json.loads(said.out)["kind"]
        elif form == "csv":
            assert next(csv.reader(io.StringIO(said.out)))
        else:
            assert said.out.startswith(
                "# " if form == "markdown" else ("Cross", "Dwars", "Who", "Where", "If")
            )

    @pytest.mark.parametrize(
        ("layer", "form"),
        [
            ("partners", "graphml"),
            ("affiliations", "svg"),
            ("projects", "gexf"),
            ("themes", "json"),
            ("encounters", "graphml"),
            ("declarations", "csv"),
            ("money", "csv"),
        ],
    )
    def test_each_layer(self, layer: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
        arguments = ["graph", str(WATERSTAD), "--on", "2025-06-01", "--of", layer, "--format", form]

        assert main(arguments) == 0
        said = capsys.readouterr().out
        if form in ("graphml", "gexf", "svg"):
            assert ET.fromstring(said).tag.endswith(form)

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["what-if", "--leaves", "gemeente-waterstat", "--on", "2025-06-01"], "did you mean"),
            (["what-if", "--leaves", "a", "--ends", "b", "--on", "2025-06-01"], "at most one"),
            (["hook-on", "green-roofs", "--partner", "a", "--on", "2025-06-01"], "not both"),
            (["hook-on", "green-roof", "--on", "2025-06-01"], "green-roofs"),
            (["links"], "exactly one of"),
            (["graph", "--year", "2025", "--of", "money"], "--on"),
            (["graph", "--on", "2025-06-01", "--around", "x", "--format", "svg"], "there is no party"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_what_it_refuses_in_words(
        self, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        command, *rest = arguments

        assert main([command, str(WATERSTAD), *rest]) == 2
        assert words in capsys.readouterr().err


def test_importing_the_library_or_the_command_loads_no_networkx() -> None:
    code = "import sys, kennisstad_core, kennisstad_core.cli; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
