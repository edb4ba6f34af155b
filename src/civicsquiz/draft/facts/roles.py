"""What an office or a body does, in general: “The Clerk of the House presides until a Speaker is elected”.

Only in the present tense, for in the past “the president” is a person and what Congress did once it
does no more; or of what it was given. And only what is said without doubt, condition or judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.language import roles, stance, verbs
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import HEDGES, predicate_end
from civicsquiz.draft.language.tokens import tokens

_ADJUNCT = re.compile(r"^((?:Under|In|Upon|After|During|At|By|Today|Typically|Generally|For)\b[^,;:“\"]{2,90}), ")
_ADVERB = re.compile(r"(?:also|then|typically|usually|generally|formally|ultimately|directly|alone)\s+")
_GIVEN = re.compile(r"(?:was|were) (?:also )?(?:given|granted|assigned|entrusted with)\b")
_EMPTY = frozenset(
    "be have do want need like seem appear tend try continue begin start feel think believe hope face live vary differ say argue play".split()
)
_POWER = re.compile(r"(?:has|have) (?:the )?(?:sole |exclusive |final )?(?:power|authority|right|responsibility|duty) (?:to|of|over)\b")


def extract(article: Article) -> Iterator[Fact]:
    """What offices and bodies do, by the article."""
    for sentence in article.sentences:
        if sentence.whole and len(sentence.text) < 500 and not sentence.quoted:
            yield from _of(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    text = sentence.text
    before = _ADJUNCT.match(text)
    found = roles.at(text, before.end() if before else 0)
    if found is None:
        return
    role, start, end = found
    adjunct = adjunct_of(before[1] if before else "")
    if adjunct.kind is Adjunct.UNSAFE or _is_somebody(role, article):
        return
    at = end + 1
    if adverb := _ADVERB.match(text, at):
        at = adverb.end()
    verb = _verb(text, at, plural=role.plural, past=bool(_GIVEN.match(text, at)))
    if verb is None:
        return
    whole = text[at : predicate_end(text, at + 1, sentence.quoted)]
    if verb.base in _EMPTY and not _POWER.match(whole) and not _passive(whole):
        return
    predicate = cut(whole, role.name)
    if not predicate or stance.attributed(text[at + len(whole) :]):
        return
    base = sentence.start
    slots = [
        Slot("subject", role.name, base + start, base + end),
        Slot("kind", "office"),
        Slot("verb", verb.base),
        Slot("predicate", predicate, base + at, base + at + len(predicate)),
    ]
    if adjunct.kind is Adjunct.KEPT:
        slots.append(Slot("when", adjunct.text))
    yield Fact(
        Frame.ACTION, article.card.id, tuple(slots), base, base + at + len(predicate), sentence.number
    )


def _is_somebody(role: roles.Role, article: Article) -> bool:
    """Whether the article tells of one holder of the office, so that “the president” is that one."""
    if role.asked != "official":
        return False
    title = role.name.removeprefix("The ").lower()
    holders = {name.key for _, name in article.names.all() if title in name.title.lower()}
    return len(holders) in (1, 2)


def _verb(text: str, at: int, *, plural: bool, past: bool) -> verbs.Verb | None:
    """The verb of a statement in the present, or in the `past` too."""
    said = tokens(text[at : at + 60])
    if not said or said[0].lower in HEDGES or not said[0].word:
        return None
    first = said[0].lower
    if first in ("must", "may", "can", "cannot", "shall"):
        second = said[1].lower if len(said) > 1 else ""
        form = verbs.form(second)
        return form.verb if form and "base" in form.kinds and first in ("must", "may", "can", "shall") else None
    form = verbs.form(first)
    if form is None:
        return None
    wanted = {"base", "plural"} if plural else {"third"}
    if len(said) > 1 and said[1].lower in ("not", "no", "never"):
        return None
    wanted |= {"past"} if past else set()
    return form.verb if form.kinds & wanted else None


def _passive(whole: str) -> bool:
    """“is elected by …”."""
    said = tokens(whole[:60])
    form = verbs.form(said[1].lower) if len(said) > 1 else None
    return said[0].lower in ("is", "are", "was", "were") and form is not None and "participle" in form.kinds
