"""An article of our own to draft from, and what is made of it. All names in it are made up, except
those of the law."""

from __future__ import annotations

import datetime
from pathlib import Path

from civicsquiz.draft.article import Article
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read

TODAY = datetime.date(2026, 1, 1)

TEXT = """SOURCE: Examples, CC0. TITLE: Rights of the accused in short

Rights of the accused in short

The Fifth Amendment protects people against being tried twice for the same crime, which is called double jeopardy. In Gideon v. Wainwright (1963), the Supreme Court ruled that states must provide lawyers for defendants who cannot afford them.

In Mapp v. Ohio (1961), the Supreme Court held that evidence from an unlawful search may not be used in state courts. In Miranda v. Arizona (1966), the Supreme Court ruled that suspects must be told of their rights before the police question them.

The Seventh Amendment guarantees the right to a jury trial in many civil cases. Congress makes the federal laws.
"""

LATER = TEXT.replace("(1963)", "(in the year 1963)").replace(
    "The Seventh Amendment guarantees the right to a jury trial in many civil cases.",
    "The Seventh Amendment secures juries in civil cases where much money is at stake.",
)
"""A newer version: the passage on the Seventh Amendment is another."""


def article(text: str = TEXT, name: str = "rights.txt") -> Article:
    document = read(text.encode(), Path(name))
    return Article(card_of(document, Path(name)), document)
