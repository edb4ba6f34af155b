"""What happened, with one named thing in it that can be asked for: where, when, which law, which body.

“The lawsuit was filed in the District Court” holds a court; “Congress approved the treaty in 1978” a
year. The sentence must hold just one name of the kind that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import balanced, inside
from civicsquiz.draft.language.statements import Statement, statement_of

PLAIN = {
    NameKind.COURT: "court",
    NameKind.COMMITTEE: "committee",
    NameKind.AGENCY: "agency",
    NameKind.STATUTE: "law",
    NameKind.AMENDMENT: "amendment",
    NameKind.CLAUSE: "clause of the Constitution",
    NameKind.STATE: "state",
    NameKind.COUNTRY: "country",
    NameKind.DOCUMENT: "document",
    NameKind.PARTY: "party",
    NameKind.LEGISLATURE: "body",
    NameKind.WAR: "war",
    NameKind.CASE: "case",
}
"""Kinds of names that can be asked for, and what a question calls them."""

_PREPOSITION = re.compile(
    r"\b(in|to|by|from|with|against|under|before|through|at|for|of|into|during|on|over)\s+(?:the\s+|an?\s+)?$"
)
_YEAR = re.compile(r"\b(in|until|since|by)\s+((?:1[6-9]|20)\d\d)\b(?!\s*(?:[–-]|election|case|census|presidential|budget|midterm|general|ruling))")
_WORDY = frozenset(
    "say tell argue claim note add explain believe think feel want hope fear suggest describe call seem appear mention quote speak ask".split()
)
_EVERYWHERE = frozenset({"United States", "U.S.", "US", "America", "Congress", "House", "Constitution", "U.S. Constitution"})
"""Names that nearly every article has."""


def extract(article: Article) -> Iterator[Fact]:
    """The events of an article."""
    for sentence in article.sentences:
        if sentence.whole and 40 < len(sentence.text) < 400 and not sentence.quoted:
            yield from _of(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    text = sentence.text
    if stance.attributed(text) or stance.judging(text) or stance.doubting(text) or stance.blaming(text):
        return
    names = article.named(sentence)
    statement = statement_of(text)
    if statement is None or statement.verb.base in _WORDY or not balanced(text):
        return
    start, end = statement.rest
    seen: set[NameKind] = set()
    for name in names:
        if not (start <= name.start and name.end <= end) or name.kind not in PLAIN:
            continue
        if name.key in _EVERYWHERE or name.kind in seen or sum(other.kind is name.kind for other in names) > 1:
            continue
        seen.add(name.kind)
        yield from _named(sentence, article, statement, name)
    years = _YEAR.findall(text)
    if len(years) == 1 and (found := _YEAR.search(text, start, end)):
        yield _fact(sentence, article, statement, "year", found[2], found.span(2), found.span(), found[1])


def _named(
    sentence: Sentence, article: Article, statement: Statement, name: Name
) -> Iterator[Fact]:
    text = sentence.text
    start, end = statement.rest
    after = text[name.end : name.end + 2]
    if after[:1] in ("'", "’", "-") or re.match(r"\s?(?:\(|and\b|or\b)", text[name.end :]) or re.match(r"\s[A-Za-z]", after) and re.match(
        r"\s(?:[a-z]+(?:ing|ed|tion|ment)|case|law|bill|ruling|decision|members?|officials?|governor|senator|policy|court|legislature|judges?|leaders?|voters?|clauses?)\b",
        text[name.end :],
    ):  # fmt: skip
        return  # the name belongs to what follows it
    before = text[start : name.begins]
    found = _PREPOSITION.search(before)
    if found:
        if found[1] in ("of", "on", "over"):
            return
        yield _fact(sentence, article, statement, name.kind.value, name.text,
                    (name.start, name.end), (start + found.start(), name.end), found[1])  # fmt: skip
    elif not statement.auxiliary and not before.strip().removesuffix("the").strip():
        yield _fact(sentence, article, statement, name.kind.value, name.text,
                    (name.start, name.end), (start, name.end), "")  # fmt: skip


def _fact(
    sentence: Sentence,
    article: Article,
    statement: Statement,
    kind: str,
    key: str,
    span: tuple[int, int],
    cut: tuple[int, int],
    preposition: str,
) -> Fact:
    base = sentence.start
    slots = [
        Slot("asked", key, base + span[0], base + span[1]),
        Slot("kind", kind),
        Slot("preposition", preposition),
        Slot("cut", sentence.text[slice(*cut)], base + cut[0], base + cut[1]),
        Slot("subject", sentence.text[slice(*statement.subject)], base + statement.subject[0], base + statement.subject[1]),
        Slot("verb", statement.verb.base),
    ]
    return Fact(Frame.EVENT, article.card.id, tuple(slots), base, sentence.end, sentence.number)


def in_quotation(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a span of a sentence stands in quotation marks."""
    return inside(sentence.quoted, start, end)
