"""Laws, cases, clauses and documents of which a sentence says what the table of civics says of them.

Most of the words of the table's line must stand in the sentence that names the thing; then the sentence
proves what the line says, and a question can be asked in the words of the table, which are reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.provisions import entry_of
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.table import Case, Clause, Document, Entry, Statute, table

_KINDS = frozenset({NameKind.CASE, NameKind.STATUTE, NameKind.CLAUSE, NameKind.DOCUMENT})
_WORD = re.compile(r"[a-z][a-z’-]{2,}|\d+")
_SMALL = frozenset(
    """the and for with from into over under that this who whose which what when where whether not may can has had have was
    were are its their his her out all any one two other than more most about between against within after before
    states state law laws couples united federal government americans american people""".split()
)
_ACT = re.compile(r"(?:[A-Z][\w’-]+ )+(?:Act|Law|Bill)s?\b")
_LEAST, _SHARE = 2, 0.6
_LONGEST = 420


def extract(article: Article) -> Iterator[Fact]:
    """One fact for each thing of the table, out of the sentence that says most of its line."""
    best: dict[str, tuple[int, Fact]] = {}
    for sentence in article.sentences:
        if len(sentence.text) > _LONGEST or not sentence.whole:
            continue
        for name in article.named(sentence):
            entry = _entry(name) if name.kind in _KINDS else None
            if entry is None or inside(sentence.quoted, name.start, name.end):
                continue
            said = proven(entry, sentence, name, article.named(sentence))
            if said and said > best.get(entry.name, (0,))[0]:
                best[entry.name] = (said, _fact(article, sentence, name, entry))
    yield from (fact for _, fact in best.values())


def _entry(name: Name) -> Entry | None:
    return table().case(name.text) if name.kind is NameKind.CASE else entry_of(name)


def proven(entry: Entry, sentence: Sentence, name: Name, names: Sequence[Name]) -> int:
    """How many of the words of the entry's line the sentence has outside the names of such things; 0
    where too few."""
    if not isinstance(entry, Case | Statute | Clause | Document) or not entry.about:
        return 0
    text = sentence.text
    if stance.judging(text) or stance.attributed(text[: name.start]):
        return 0
    if any(other.kind is name.kind and other.key != name.key for other in names):
        return 0  # its words may be of the other
    rest_text = text
    for other in sorted(names, key=lambda one: -one.start):
        if other.kind in _KINDS:
            rest_text = f"{rest_text[: other.start]} {rest_text[other.end :]}"
    rest = telling(_ACT.sub(" ", rest_text))
    line = telling(entry.about)
    both = len(line & rest)
    if isinstance(entry, Document) and both < _WHOLE * len(line):
        return 0  # what a document is has to be said whole
    if len(line) <= _FEW and both < len(line):
        return 0  # a ban on what is said of contraceptives is none on their use
    core = telling(_LATER.split(entry.about, maxsplit=1)[0])
    if core and core.isdisjoint(rest):
        return 0  # when it was, and not what it is about
    return both if both >= _LEAST and both >= _SHARE * len(line) else 0


_FEW, _WHOLE = 3, 0.8
_LATER = re.compile(r" (?:after|during|before|against|since|by|in) ")


def telling(text: str) -> set[str]:
    """The beginnings of the words of a text, without the small ones."""
    return {word[:5] for word in _WORD.findall(text.lower()) if word not in _SMALL}


def _fact(article: Article, sentence: Sentence, name: Name, entry: Entry) -> Fact:
    base = sentence.start
    slots = (
        Slot("about", entry.about),
        Slot("family", entry.family),
        Slot("what", entry.name),
        Slot("form", name.text, base + name.start, base + name.end),
    )
    return Fact(Frame.KNOWN, article.card.id, slots, sentence.start, sentence.end, sentence.number)
