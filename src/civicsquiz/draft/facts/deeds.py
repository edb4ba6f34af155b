"""What a thing that civics has a word for does: “Closed primaries limit voting to members of the party”.

The subject is an entry of the civics table with siblings: a term, a body, an office. The sentence is in the
present tense, or the subject is a body or a document of the past, and it neither argues nor doubts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import HEDGES, predicate_end
from civicsquiz.draft.language.tokens import tokens
from civicsquiz.draft.table import table

_ADJUNCT = re.compile(r"^((?:Under|In|Upon|After|During|At|By|Today|Typically|Generally|For)\b[^,;:“\"]{2,70}), ")
_DETERMINER = re.compile(r"(?:The|the|A|a|An|an)\s+")
_ADVERB = re.compile(r"(?:also|then|typically|usually|generally|formally|ultimately|directly|often)\s+")
_FAMILIES = frozenset({"term", "body", "office"})
_EMPTY = frozenset(
    """have do want need like seem appear tend try continue begin start feel think believe hope face live vary differ say argue
    play come go get become remain mean exist happen occur depend relate belong""".split()
)
_BEING = re.compile(r"(?:is|are) (?:the (?:only|first|last|highest|largest|smallest|lowest|most|oldest|sole)\b|[a-z]+ed\b|[a-z]+en\b|held\b|made\b|set\b)")


def extract(article: Article) -> Iterator[Fact]:
    """What the terms, bodies and offices of an article do."""
    for sentence in article.sentences:
        if sentence.whole and 40 < len(sentence.text) < 420 and not sentence.quoted:
            yield from _of(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    text = sentence.text
    before = _ADJUNCT.match(text)
    at = before.end() if before else 0
    if determiner := _DETERMINER.match(text, at):
        at = determiner.end()
    found = next(
        (one for one in table().names(text[:140]) if one.start == at and one.family in _FAMILIES), None
    )
    if found is None:
        return
    adjunct = adjunct_of(before[1] if before else "")
    if adjunct.kind is Adjunct.UNSAFE:
        return
    start = found.end + 1
    if text[found.end : start] != " ":
        return
    if adverb := _ADVERB.match(text, start):
        start = adverb.end()
    plural = determiner is None and text[found.start : found.end].rstrip().endswith("s")
    verb = _verb(text, start, plural=plural)
    if verb is None:
        return
    whole = text[start : predicate_end(text, start + 1, sentence.quoted)]
    if verb.base in _EMPTY or (verb.base == "be" and not _BEING.match(whole)):
        return
    predicate = cut(whole, text[found.start : found.end])
    if not predicate or stance.attributed(text[start + len(whole) :]):
        return
    base = sentence.start
    slots = [
        Slot("subject", text[found.start : found.end], base + found.start, base + found.end),
        Slot("kind", "table"),
        Slot("plural", "yes" if plural else "no"),
        Slot("verb", verb.base),
        Slot("predicate", predicate, base + start, base + start + len(predicate)),
    ]
    if adjunct.kind is Adjunct.KEPT:
        slots.append(Slot("when", adjunct.text))
    yield Fact(
        Frame.ACTION, article.card.id, tuple(slots), base, base + start + len(predicate), sentence.number
    )


def _verb(text: str, at: int, *, plural: bool) -> verbs.Verb | None:
    """The verb of a statement in the present."""
    said = tokens(text[at : at + 60])
    if not said or said[0].lower in HEDGES or not said[0].word or said[0].capital:
        return None
    first, second = said[0].lower, said[1].lower if len(said) > 1 else ""
    if second in ("not", "no", "never", "rarely", "hardly"):
        return None
    if first in ("must", "can", "may"):
        form = verbs.form(second)
        return form.verb if form and "base" in form.kinds and first != "may" else None
    form = verbs.form(first)
    wanted = {"base", "plural"} if plural else {"third"}
    return form.verb if form and form.kinds & wanted else None
