"""Acts of presidents and authors that the table of civics knows both ends of.

“President Obama signed the Affordable Care Act”, “nominated by President Reagan”, “Paine wrote Common
Sense”. Only where the table confirms it: the law became law, the justice took the seat, and the order was
made in a year in which that president was in office; the document is the author's by the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.table import Document, Person, Statute, table

_LINKS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "signed": (
        re.compile(r" (?:then |later |also |finally )?signed (?:into law )?(?:the )?(?:\d{4} )?"),
        re.compile(
            r"(?: \([^()]{1,40}\))?(?: of \d{4})?(?:,| was)? (?:[a-z]+ (?:[\w’]+ ){0,6})?signed (?:into law )?(?:in \d{4} )?by (?:then-)?(?:[Pp]resident )?"
        ),
    ),
    "nominated": (
        re.compile(r"(?: (?:later |also )?(?:nominated|appointed)|(?:’s|'s) (?:nomination|appointment|nominee|choice) of|(?:’s|'s) nominee,) (?:Justice |Judge )?"),
        re.compile(r",? (?:who (?:was|had been) )?(?:nominated|appointed) (?:to the (?:Supreme )?Court )?(?:in \d{4} )?by (?:Republican |Democratic )?(?:[Pp]resident )?"),
    ),
    "issued": (
        re.compile(r" (?:then |later |also |finally )?(?:issued|signed) (?:the )?(?:\d{4} )?"),
        re.compile(r"(?:,| was)? issued by (?:[Pp]resident )?"),
    ),
    "wrote": (
        re.compile(r",? (?:then |later |also )?(?:wrote|authored|penned|published) (?:[a-z]+ ){0,4}?(?:in )?(?:the )?"),
        re.compile(r",? (?:which was )?(?:written|authored|penned) (?:in \d{4} )?by "),
    ),
}  # fmt: skip
"""How somebody is joined to the thing: the person first, and the thing first."""

_LONGEST = 420


def extract(article: Article) -> Iterator[Fact]:
    """The acts of an article that the table confirms."""
    for sentence in article.sentences:
        if len(sentence.text) > _LONGEST or not sentence.whole or sentence.quoted:
            continue
        names = article.named(sentence)
        people = [name for name in names if name.kind is NameKind.PERSON and person_of(name)]
        for name in people:
            for other in names:
                if other is not name:
                    yield from _of(sentence, article, name, other)


def person_of(name: Name) -> Person | None:
    """Somebody whom the table knows by the fullest form that the article has."""
    return table().person(name.key) or table().person(name.key, allow_short=True)


def _of(sentence: Sentence, article: Article, name: Name, other: Name) -> Iterator[Fact]:
    who = person_of(name)
    act, what = _act(who, other) if who else ("", "")
    if not who or not act:
        return
    forth, back = _LINKS[act]
    text = sentence.text
    first, last = sorted((name, other), key=lambda one: one.start)
    between = text[first.end : last.begins if last is other else last.start]
    link = forth if first is name else back
    if not link.fullmatch(between) or stance.doubting(text[: first.start]) or "not" in between:
        return
    base = sentence.start
    slots = (
        Slot("act", act),
        Slot("who", who.name, base + name.start, base + name.end),
        Slot("what", what, base + other.start, base + other.end),
        Slot("form", other.text),
    )
    whole = first is other or not between.startswith(" ")
    start, end = (0, len(text)) if whole else (first.begins, last.end)
    yield Fact(Frame.KNOWN, article.card.id, slots, base + start, base + end, sentence.number)


def _act(who: Person, other: Name) -> tuple[str, str]:
    """What somebody can have done to what is named, and its name by the table; empty where nothing."""
    known = table()
    if other.kind is NameKind.STATUTE and isinstance(law := known.statute(other.text), Statute):
        return ("signed", law.name) if law.year and in_office(who, law.year) else ("", "")
    if other.kind is NameKind.DOCUMENT and isinstance(
        document := known.document(other.text), Document
    ):
        if document.kind == "presidential order":
            sure = bool(document.year) and in_office(who, document.year or 0)
            return ("issued", document.name) if sure else ("", "")
        return ("wrote", document.name) if who.name in document.about else ("", "")
    if other.kind is NameKind.PERSON and (justice := person_of(other)) and justice.bench:
        year = int(justice.bench[:4])
        return ("nominated", justice.name) if in_office(who, year) else ("", "")
    return "", ""


def in_office(who: Person, year: int) -> bool:
    """Whether somebody was president in some part of a year."""
    for span in filter(None, who.presidency.split(", ")):
        first, _, last = span.partition("–")
        if int(first) <= year <= int(last or 9999):
            return True
    return False
