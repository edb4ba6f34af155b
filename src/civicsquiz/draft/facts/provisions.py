"""What amendments, clauses, statutes and founding documents do, by the article.

“The Sixth Amendment guarantees the right to a speedy trial”: a provision, and what is said of it, in
the source's own words and without doubt or judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import clause_of
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import table

KINDS = {
    NameKind.AMENDMENT: "amendment",
    NameKind.CLAUSE: "clause",
    NameKind.STATUTE: "law",
    NameKind.DOCUMENT: "document",
}
_VERBS = frozenset(
    """protect guarantee prohibit forbid ban require give grant allow permit establish create provide abolish extend
    limit bar define outline list set make end prevent authorize empower reserve apply ensure secure restrict divide
    impose declare state repeal lower raise change replace deny recognize regulate lead lay reduce prevent outlaw
    overturn expand strengthen mandate direct enable address specify call enumerate""".split()
)
_HINTS = ("Amendment", "Act", "Clause", "clause", "Constitution", "Articles", "Declaration", "Bill of Rights", "Federalist",
          "Compact", "Carta", "Law", "Resolution", "Ordinance", "Plan", "Compromise")  # fmt: skip
_GENERAL = frozenset({"Constitution", "U.S. Constitution", "United States Constitution"})


def extract(article: Article) -> Iterator[Fact]:
    """The provisions of an article."""
    for sentence in article.sentences:
        if sentence.whole and len(sentence.text) < 600 and any(hint in sentence.text for hint in _HINTS):
            yield from _of(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    clause = clause_of(sentence.text, article.named(sentence))
    if clause is None or clause.subject.kind not in KINDS or clause.negative or clause.hedged:
        return
    subject = clause.subject
    if clause.main.base not in _VERBS or subject.key in _GENERAL:
        return
    adjunct = adjunct_of(sentence.text[slice(*clause.adjunct)])
    if adjunct.kind is Adjunct.UNSAFE:
        return
    whole = sentence.text[slice(*clause.predicate)]
    predicate = cut(whole, "")
    if not predicate or stance.attributed(sentence.text[clause.predicate[1] :]):
        return
    if _SAME.search(predicate) and subject.kind is NameKind.AMENDMENT:
        return
    base, start = sentence.start, clause.predicate[0]
    name = _name(subject.text, subject.kind)
    if not name:
        return
    slots = [
        Slot("provision", name, base + subject.start, base + subject.end),
        Slot("kind", subject.kind.value),
        Slot("verb", clause.main.base),
        Slot("predicate", predicate, base + start, base + start + len(predicate)),
    ]
    if adjunct.kind is Adjunct.KEPT:
        slots.append(Slot("when", adjunct.text))
    yield Fact(
        Frame.PROVISION, article.card.id, tuple(slots), base, base + start + len(predicate), sentence.number
    )


_SAME = re.compile(r"\b(?:Amendments?|Clause)\b")


def _name(text: str, kind: NameKind) -> str:
    """The provision as the civics table knows it; empty where it does not."""
    known = table()
    find = {
        NameKind.AMENDMENT: known.amendment,
        NameKind.CLAUSE: known.clause,
        NameKind.STATUTE: known.statute,
        NameKind.DOCUMENT: known.document,
    }[kind]
    return text if find(text) is not None else ""
