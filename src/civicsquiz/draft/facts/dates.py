"""When laws were made: amendments ratified, statutes passed, documents signed.

A sentence that names one of them and one year, where the civics table has that year for it: so it is
the table that says what happened then, and the sentence that it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.provisions import KINDS, entry_of
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.table import Amendment, Document, Entry, Statute

_YEAR = re.compile(r"(?<![\d–-])(?:1[67]|18|19|20)\d\d(?![\d–-]|s\b)")
_OF = re.compile(r"^(?:,? of | \(|, )(\d{4})\b")
_MADE = re.compile(
    r"\b(?:passed|enacted|adopted|ratified|ratification|ratifying|passage|signed|approved|became law|proposed and|wrote|written|issued"
    r"|enacting|passing|adoption|enactment|repealed|established|created|completed|in force|took effect)\b|^.{0,40}\bgave\b"
)


def extract(article: Article) -> Iterator[Fact]:
    """The laws of an article that are dated in it."""
    for sentence in article.sentences:
        if not sentence.whole or not _YEAR.search(sentence.text):
            continue
        names = [name for name in article.named(sentence) if name.kind in KINDS]
        for name in names:
            entry = entry_of(name)
            if entry is not None and (year := _year(sentence, name, names, entry)):
                yield _fact(sentence, article, name, year)


def year_of(entry: Entry) -> int | None:
    """When the table has it that a law was made."""
    if isinstance(entry, Amendment):
        return entry.year
    return entry.year if isinstance(entry, Statute | Document) else None


def _year(sentence: Sentence, name: Name, names: list[Name], entry: Entry) -> str:
    known = year_of(entry)
    text = sentence.text
    if known is None or str(known) not in text:
        return ""
    beside = _OF.match(text[name.end :])
    if (beside and beside[1] == str(known)) or str(known) in name.text:
        return str(known)
    years = set(_YEAR.findall(text))
    alone = len({one.key for one in names}) == 1 and years == {str(known)}
    return str(known) if alone and _MADE.search(text) else ""


def _fact(sentence: Sentence, article: Article, name: Name, year: str) -> Fact:
    base = sentence.start
    slots = (
        Slot("what", name.text, base + name.start, base + name.end),
        Slot("kind", name.kind.value),
        Slot("year", year),
    )
    return Fact(Frame.DATE, article.card.id, slots, base, sentence.end, sentence.number)


def kind_of(fact: Fact) -> NameKind:
    """What kind of law a fact dates."""
    return NameKind(fact["kind"])
