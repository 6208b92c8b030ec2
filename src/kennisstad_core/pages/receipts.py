# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a stranger recomputes what stands in these pages: one hash by hand, a receipt by command, and every digest."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, unique

from ..canonical import canonical, digest
from ..explain.render import Block, Code, Document, Heading, Items, Paragraph, Ref, Table, Target, Words
from ..explain.render import Item as Point
from ..explain.words import begin, day
from ..receipts import of_decision, of_report
from ..receipts.contents import charter_content, provisions
from ..text import Language, Text
from .archive import Archive
from .leads import year_ref


@unique
class Said(Enum):
    """What the page says, with the same parameters in both languages."""

    TITLE = Text("Zelf narekenen", "Recompute it yourself")
    WHAT = Text(
        "Deze bladzijde laat zien hoe iemand die ons niet gelooft, nagaat dat de beslissingen en rapporten in deze "
        "documentatie volgen uit de overeenkomst en het register, naar de stand van {on}. Zij bewijst niet dat het "
        "register klopt met de werkelijkheid: dat moet een mens nagaan.",
        "This page shows how somebody who does not trust us checks that the decisions and reports in this "
        "documentation follow from the agreement and the register, as of {on}. It does not prove that the register "
        "agrees with reality: a person has to look into that.",
    )
    HASH = Text("Wat een controlegetal is", "What a digest is")
    HASH_WHAT = Text(
        "Een controlegetal is de SHA-256 van één stuk JSON: sleutels op alfabet, geen spaties, UTF-8, één regeleinde "
        "aan het eind. Wie het stuk heeft, rekent het getal na met gereedschap dat op elke computer staat; verandert "
        "er één teken, dan komt er een ander getal uit.",
        "A digest is the SHA-256 of one piece of JSON: keys in alphabetical order, no spaces, UTF-8, one line feed at "
        "the end. Whoever has the piece recomputes the number with tools that every computer has; if one character "
        "changes, another number comes out.",
    )
    BY_HAND = Text("Eén getal met de hand", "One number by hand")
    BY_HAND_WHAT = Text(
        "Neem bijvoorbeeld ‘{part}’ uit {charter}. Kopieer deze opdracht in een terminal (op macOS heet sha256sum "
        "‘shasum -a 256’):",
        "Take for instance ‘{part}’ of {charter}. Copy this command into a terminal (on macOS sha256sum is called "
        "‘shasum -a 256’):",
    )
    BY_HAND_ANSWER = Text(
        "Er moet komen te staan (en dit getal staat ook in elk bewijsstuk dat op deze versie rust, bij "
        "‘{part}’):",
        "It should say (and this number also stands in each receipt that rests on this version, at ‘{part}’):",
    )
    NO_EXAMPLE = Text(
        "Er is geen overeenkomst om een voorbeeld uit te nemen.", "There is no agreement to take one from."
    )
    RECEIPT = Text("Een beslissing narekenen", "Recompute a decision")
    RECEIPT_WHAT = Text(
        "Van elke beslissing en elk rapport is een bewijsstuk te maken. Daarin staan het hele antwoord en de "
        "controlegetallen van alles waarop het rust. In deze opdrachten is REGISTER de map met het register, en "
        "{project} het kenmerk van een project.",
        "A receipt can be made of every decision and every report. In it stand the whole answer and the digests of "
        "everything it rests on. In these commands REGISTER is the folder with the register, and {project} the id of a "
        "project.",
    )
    MAKE = Text("Maak het bewijsstuk van een beslissing:", "Make the receipt of a decision:")
    REDO = Text(
        "Reken zijn controlegetal na en vergelijk het met het getal in de tabel hieronder:",
        "Recompute its digest, and compare it with the number in the table below:",
    )
    VERIFY = Text(
        "Laat het hele antwoord opnieuw maken uit overeenkomst en register; elk verschil wordt genoemd:",
        "Have the whole answer made anew from agreement and register; every difference is named:",
    )
    YEAR_RECEIPT = Text("Van het rapport van een jaar gaat het zo:", "For the report of a year:")
    CONFIDENCE = Text(
        "Wat in vertrouwen is gezegd, staat in geen enkel bewijsstuk, ook niet als controlegetal.",
        "What was told in confidence is in no receipt, not even as a digest.",
    )
    DIGESTS = Text("Alle controlegetallen", "All digests")
    DIGEST = Text("Controlegetal (SHA-256)", "Digest (SHA-256)")
    VERSIONS = Text(
        "Versies van de overeenkomst, zoals bekend op {on}", "Versions of the agreement, as known on {on}"
    )
    VERSION = Text("Versie", "Version")
    DECISIONS = Text("Bewijsstukken van beslissingen", "Receipts of decisions")
    PROJECT = Text("Project", "Project")
    JUDGED_ON = Text("Peildatum", "Reference date")
    YEARS = Text("Bewijsstukken van rapporten", "Receipts of reports")
    YEAR = Text("Jaar", "Year")
    KNOWN = Text("Bekend tot en met", "Known up to and including")
    NO_DECISIONS = Text(
        "Er zijn geen projecten, dus geen beslissingen.", "There are no projects, so no decisions."
    )
    NO_YEARS = Text("Er is nog geen jaar gecontroleerd.", "No year was audited yet.")

    def say(self, language: Language, **words: str) -> str:
        """The phrase with its parameters filled in."""
        text: Text = self.value
        return text[language].format(**words)


def receipts_document(archive: Archive, _: str, language: Language) -> Document:
    """How to recompute a hash, a decision and a year, and the digests they should give."""
    return Document(language, tuple(_blocks(archive, language)))


def _blocks(archive: Archive, language: Language) -> Iterator[Block]:
    on = day(archive.on, language)
    yield Heading(1, Said.TITLE.say(language), Target("page", "receipts"))
    yield Paragraph(Said.WHAT.say(language, on=on))
    yield Heading(2, Said.HASH.say(language))
    yield Paragraph(Said.HASH_WHAT.say(language))
    yield Heading(2, Said.BY_HAND.say(language))
    yield from _by_hand(archive, language)
    yield Heading(2, Said.RECEIPT.say(language))
    yield from _commands(archive, language)
    yield Heading(2, Said.DIGESTS.say(language))
    yield from _digests(archive, language)


def example(archive: Archive) -> tuple[str, str, str] | None:
    """A short part of the newest version that a shell takes as it is: the version, its name, and its one line.

    An outcome if there is one: it says more to a reader than a word of the charter.
    """
    for charter in reversed(archive.charters.versions):
        parts = provisions(charter_content(charter, archive.on))
        lines = ((canonical(part).decode().rstrip("\n"), name) for name, part in parts.items() if part)
        plain = [
            (not name.startswith("outcomes/"), len(line), name, line)
            for line, name in lines
            if "'" not in line and "/" in name
        ]
        if plain:
            *_, name, line = min(plain)
            return charter.id, name, line
    return None


def _by_hand(archive: Archive, language: Language) -> Iterator[Block]:
    found = example(archive)
    if found is None:
        yield Paragraph(Said.NO_EXAMPLE.say(language))
        return
    charter, part, line = found
    title = archive.charters[charter].title[language]
    yield Paragraph(Said.BY_HAND_WHAT.say(language, part=part, charter=title))
    yield Code((f"printf '%s\\n' '{line}' | sha256sum",))
    yield Paragraph(Said.BY_HAND_ANSWER.say(language, part=part))
    parts = provisions(charter_content(archive.charters[charter], archive.on))
    yield Code((f"{digest(parts[part])}  -",))


def _commands(archive: Archive, language: Language) -> Iterator[Block]:
    first = next(iter(archive.register.projects), None)
    name, on = ("PROJECT", archive.on) if first is None else (first.id, archive.judged_on(first.id))
    yield Paragraph(Said.RECEIPT_WHAT.say(language, project=name))
    yield Paragraph(Said.MAKE.say(language))
    yield Code((f"kennisstad receipt REGISTER {name} --on {on.isoformat()} --output receipt.json",))
    yield Paragraph(Said.REDO.say(language))
    yield Code((r"""sed 's/"digest":"[0-9a-f]*",//' receipt.json | sha256sum""",))
    yield Paragraph(Said.VERIFY.say(language))
    yield Code(("kennisstad verify receipt.json REGISTER",))
    if archive.years:
        year = archive.years[-1]
        known = archive.report(year).on
        upto = (
            "" if known is None or known == archive.report(year).period.last else f" --on {known.isoformat()}"
        )
        yield Paragraph(Said.YEAR_RECEIPT.say(language))
        yield Code((f"kennisstad receipt REGISTER --year {year}{upto} --output receipt.json",))
    yield Items((Point(Said.CONFIDENCE.say(language)),))


def _digests(archive: Archive, language: Language) -> Iterator[Block]:
    head = Said.DIGEST.say(language)
    versions: list[tuple[Words, ...]] = [
        (Ref(Target("charter", one.id), one.title[language]), digest(charter_content(one, archive.on)))
        for one in archive.charters
    ]
    if versions:
        caption = Said.VERSIONS.say(language, on=day(archive.on, language))
        yield Table(caption, (Said.VERSION.say(language), head), versions)
    decisions: list[tuple[Words, ...]] = []
    for project in archive.register.projects:
        receipt = of_decision(archive.decision(project.id), archive.charters, archive.register)
        title = Ref(Target("decision", project.id), begin(project.title[language]))
        decisions.append((title, day(receipt.on, language), receipt.digest))
    if decisions:
        columns = (Said.PROJECT.say(language), Said.JUDGED_ON.say(language), head)
        yield Table(Said.DECISIONS.say(language), columns, decisions)
    else:
        yield Paragraph(Said.NO_DECISIONS.say(language))
    years: list[tuple[Words, ...]] = []
    for year in archive.years:
        receipt = of_report(archive.report(year), archive.charters, archive.register)
        years.append((year_ref(year), day(receipt.on, language), receipt.digest))
    if years:
        columns = (Said.YEAR.say(language), Said.KNOWN.say(language), head)
        yield Table(Said.YEARS.say(language), columns, years)
    else:
        yield Paragraph(Said.NO_YEARS.say(language))
