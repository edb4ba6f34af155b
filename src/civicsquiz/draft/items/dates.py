"""Years that a question for a year can offer, each with what happened in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.table import Case, table

_MOST = 3
_FAR = 24
"""Years between the key and another option, at most."""


def other_years(article: Article, sentence: Sentence, year: int) -> list[tuple[str, str]]:
    """Years of the article first, then years near the key in which the civics table has something;
    none that stands in the sentence. The article gives one year for what is asked, so no other is
    right."""
    found: dict[int, str] = {}
    for other in sorted(_of_article(article), key=lambda other: (abs(other - year), other)):
        if 0 < abs(other - year) <= _FAR and str(other) not in sentence.text and other in _known():
            found.setdefault(other, _known()[other])
    for other in sorted(_known(), key=lambda other: (abs(other - year), other)):
        near = 1 < abs(other - year) <= _FAR and str(other) not in sentence.text
        if near and all(abs(other - taken) > 1 for taken in found):
            found.setdefault(other, _known()[other])
    return [(str(other), why) for other, why in sorted(list(found.items())[:_MOST])]


def _of_article(article: Article) -> Iterator[int]:
    for sentence in article.sentences:
        for token in sentence.tokens:
            if token.text.isdigit() and len(token.text) == 4 and 1600 <= int(token.text) <= 2099:
                yield int(token.text)


@cache
def _known() -> dict[int, str]:
    """What the table has for a year, as a sentence."""
    found: dict[int, str] = {}
    for entry in table().entries("statute"):
        if entry.dated and entry.about:
            found.setdefault(
                entry.dated, f"In {entry.dated} came the {entry.name}, on {entry.about}."
            )
    for entry in table().entries("person"):
        presidency = getattr(entry, "presidency", "")
        if presidency:
            begun = int(presidency[:4])
            found[begun] = f"In {begun} {entry.name} became president."
    for entry in table().entries("case"):
        if isinstance(entry, Case) and entry.year and entry.about:
            found.setdefault(
                entry.year,
                f"In {entry.year} the Supreme Court decided {entry.name.rstrip('.')}, on {entry.about}.",
            )
    return found
