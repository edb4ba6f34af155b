"""Who did what: a named subject, and what is said of it in the source's own words.

“[In 1958,] the Supreme Court | struck down a law that …”. The predicate must be understood by
itself, and the sentence must neither argue, doubt, deny nor pass on what somebody says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.facts.quotations import whole_name
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import Clause, clause_of
from civicsquiz.draft.language.names import NameKind

_EMPTY = frozenset(
    """be have do say tell argue claim believe think want hope wish feel ask respond reply comment note add seem appear
    know mean go come get like need look continue remain begin start try state mention explain remark insist suggest
    see hear meet travel arrive attend visit sit stand die live marry play return speak talk call describe congratulate
    praise criticize attack blame accuse quote tweet observe welcome thank join stop keep turn let put face suffer
    enjoy experience lack expect appeal plan consider want differ vary
    help work act move serve propose express initiate seek spend own earn grow study graduate teach face struggle win lose run""".split()
)
"""Verbs of which a sentence with a name gives nothing that is worth asking, or nothing certain."""

_KINDS = frozenset(
    {
        NameKind.PERSON, NameKind.COURT, NameKind.LEGISLATURE, NameKind.COMMITTEE, NameKind.AGENCY,
        NameKind.ORGANIZATION, NameKind.PARTY, NameKind.STATE, NameKind.COUNTRY,
    }
)  # fmt: skip

_TOO_WIDE = frozenset(
    {
        "Supreme Court",
        "Court",
        "United States",
        "House",
        "Department",
        "Congress",
        "Senate",
        "House of Representatives",
    }
)
"""Whose doings are told of so often that asking for them asks nothing, or that are several."""

_DEFINITE = re.compile(
    r"(?:(?:has|have|had|was|were|is|are) )?(?:also |later |then |\w+ly )*[a-z]+(?: (?:to|by|with|against|over|for|in|on|of|from|down|up|out))? "
    r"(?:the (?!right|power|ability|use|number|idea|issue)|[A-Z])"
)
"""A verb with a definite object, or with one that has a name."""

_UNSURE = frozenset("may might could would should".split())
_UNIQUE = re.compile(
    r"(?:is|was|are|were|became|remains?|has become) the (?:[a-z-]+ )?(?:first|only|last|sole|final|\w+est|most|least|highest-ranking)\b"
)
"""Being the first or the only one is worth asking, where being something is not."""


def extract(article: Article) -> Iterator[Fact]:
    """The actions of an article."""
    for sentence in article.sentences:
        if sentence.whole and len(sentence.text) < 600:
            yield from _of(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    names = article.named(sentence)
    clause = clause_of(sentence.text, names) if any(name.kind in _KINDS for name in names) else None
    if clause is None or not _plain(clause, sentence):
        return
    adjunct = adjunct_of(sentence.text[slice(*clause.adjunct)])
    if adjunct.kind is Adjunct.UNSAFE:
        return
    start = clause.predicate[0]
    person = clause.subject.kind is NameKind.PERSON
    predicate = cut(sentence.text[slice(*clause.predicate)], clause.subject.key, person=person)
    if not predicate:
        return
    end = start + len(predicate)
    subject = clause.subject
    if subject.key in _TOO_WIDE or not (person or _only_one(predicate)):
        return
    base = sentence.start
    slots = [
        Slot("subject", subject.key, base + subject.start, base + subject.end),
        Slot("kind", subject.kind.value),
        Slot("verb", clause.main.base),
        Slot("predicate", predicate, base + start, base + end),
    ]
    if adjunct.kind is Adjunct.KEPT:
        slots.append(Slot("when", adjunct.text))
    also: tuple[tuple[int, int], ...] = ()
    if subject.kind is NameKind.PERSON and subject.text != subject.key:
        whole = whole_name(article, subject.key)
        if whole is None:
            return
        also = (whole,)
    begin = base + (subject.begins if adjunct.kind is not Adjunct.KEPT else clause.adjunct[0])
    yield Fact(
        Frame.ACTION, article.card.id, tuple(slots), begin, base + end, sentence.number, also=also
    )


def _only_one(predicate: str) -> bool:
    """Whether a predicate can be true of one only. Many states pass a law on voting; the first to do
    so is one, and so is who passed the Voting Rights Act."""
    found = _DEFINITE.match(predicate)
    return bool(found or _UNIQUE.match(predicate))


def _plain(clause: Clause, sentence: Sentence) -> bool:
    """Whether the clause says plainly what was done."""
    if clause.negative or clause.hedged or clause.subject.kind not in _KINDS:
        return False
    predicate = sentence.text[slice(*clause.predicate)]
    if clause.main.base in _EMPTY and not _UNIQUE.match(predicate):
        return False
    if clause.verb.lower in _UNSURE:
        return False
    return not stance.attributed(sentence.text[clause.predicate[1] :])
