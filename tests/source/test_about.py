"""What an article states of itself, and nothing that it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from civicsquiz.source import reading
from civicsquiz.source.about import card_of, language_of
from civicsquiz.source.card import Card

LEAD = (
    "The council of Millbrook met on Tuesday to hear what the town’s oldest bridge would cost, and"
    " nobody in the room expected the answer that the engineer gave them."
)


def card(raw: str, name: str = "a.txt") -> Card:
    return card_of(reading.read(raw.encode(), Path(name)), Path(name))


def test_a_labelled_line_states_the_most() -> None:
    """Publisher and rights in one value; the title before the title block."""
    raw = f"SOURCE: The Mill, CC BY 2.5. TITLE: U.S. bridge stays. DATE: 2019-02-25\n\nMonday, February 25, 2019\n\n{LEAD}\n"
    found = card(raw)
    assert (found.title, found.publisher, found.date) == (
        "U.S. bridge stays",
        "The Mill",
        "2019-02-25",
    )
    assert (found.rights, found.author, found.url) == ("CC BY 2.5", None, None)


def test_lines_of_a_report() -> None:
    """Each label on its own line, an address for the source, and nobody's words."""
    raw = (
        "SOURCE: Bridge Office, US government work, public domain.\n\n# The Bridge\n\n"
        "**Publication Date:** 04/20/2026\n**Author(s):** Abara, Ines\n"
        f"**Source:** https://example.org/b?x=1\n\n{LEAD}\n"
    )
    found = card(raw)
    assert found.public_domain
    assert (found.publisher, found.author) == ("Bridge Office", "Abara, Ines")
    assert (found.date, found.url) == ("2026-04-20", "https://example.org/b?x=1")


def test_blocks_of_news() -> None:
    """Title, byline and date line."""
    found = card(
        f"## The bridge of Millbrook stays\n\nFEBRUARY 5, 2025 · 3:35 PM ET\n\nBy Ines Abara\n\n{LEAD}\n"
    )
    assert (found.title, found.author) == ("The bridge of Millbrook stays", "Ines Abara")
    assert found.date == "2025-02-05"


def test_what_is_not_stated_is_none() -> None:
    """The name of the file stands in as label; two dates are none."""
    found = card(f"{LEAD}\n", "Über die Brücke (2).txt")
    assert found == Card("uber-die-brucke-2", "Über die Brücke (2)", sha256=found.sha256)
    both = f"May 3, 1788\n\n{LEAD}\n\nMay 9, 1788\n\n{LEAD}\n"
    assert card(both).date is None


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("a" * 90, "a" * 39),
        ("what-the-council-of-the-town-said-of-the-bridge", "what-the-council-of-the-town-said-of"),
        ("橋", "article"),
        ("..", "article"),
    ],
)
def test_ids_are_slugs_cut_at_a_word(stem: str, slug: str) -> None:
    """Whatever the file is called."""
    found = card(LEAD, f"{stem}.txt").id
    assert found == slug
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found)


GERMAN = "Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke nicht abgerissen wird, und das ist für die meisten Leute eine gute Nachricht, weil sie auf dem Weg zur Arbeit über die Brücke gehen."
FRENCH = "Le conseil de la ville a décidé mardi que le vieux pont ne sera pas démoli, et c’est une bonne nouvelle pour la plupart des gens qui le traversent tous les jours avec leurs enfants."
LATIN = "Gallia omnia divisa partes tres quarum unam incolunt Belgae aliam Aquitani tertiam qui ipsorum lingua Celtae nostra Galli appellantur hi omnes lingua institutis legibus inter sese differunt"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LEAD, "en"), (LEAD.upper(), "en"), (GERMAN, "de"), (FRENCH, "fr"), (LATIN, "other"),
        ("議会は火曜日に橋を残すことを決めた。町の人々はこの決定を喜んでいる。", "other"),
        ("A bridge stays.", None), ("1 2 3", None),
    ],
)  # fmt: skip
def test_the_language_is_told_by_its_small_words(text: str, language: str | None) -> None:
    """Too few words tell nothing."""
    assert language_of(reading.read(text.encode(), Path("a.txt"))) == language
