"""Contrasts: “X are …, while Y are …” / “Unlike X, Y …”.

Both sides are short and of one kind, so that what is said of the one is not said of the other. The
slots are `who` and `what` (a predicate as it stands), `other`, and `whose` (what the other one does,
empty after “unlike”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.dangling import dangling

_TURN = re.compile(r",? (?:while|whereas) |; by contrast, |; in contrast, |, but |; ")
_UNLIKE = re.compile(r"(?:Unlike|In contrast to) (?P<other>[^,;:()—]{3,40}), (?P<rest>.+)")
_SIDE = re.compile(
    r"(?:the |an? )?(?P<who>(?:[A-Za-z’'-]+ ){1,4}?)(?P<verb>[a-z]+)(?= )(?P<rest> .+)"
)
_LONGEST = 320
_CUT = re.compile(r"[;—(]|, (?:and|but|which|who|although|though|because|so|as|since)\b")


def extract(article: Article) -> Iterator[Fact]:
    """The contrasts of an article whose two sides are certain."""
    for sentence in article.sentences:
        text = sentence.text
        if not sentence.whole or len(text) > _LONGEST or sentence.quoted:
            continue
        if " while " in text or "whereas " in text or " contrast, " in text:
            yield from _turned(article, sentence)
        elif text.startswith(("Unlike ", "In contrast to ")):
            yield from _unlike(article, sentence)


def _turned(article: Article, sentence: Sentence) -> Iterator[Fact]:
    text = sentence.text
    for turn in _TURN.finditer(text):
        if "while" not in turn[0] and "whereas" not in turn[0] and "contrast" not in turn[0]:
            continue
        begin = _begin(text, turn.start())
        one, other = _side(text[begin : turn.start()]), _side(text[turn.end() :].rstrip(". "))
        if one is None or other is None or not _parallel(one, other):
            continue
        for mine, theirs, offset in ((one, other, begin), (other, one, turn.end())):
            fact = _fact(article, sentence, mine, theirs, offset)
            if fact:
                yield fact
        return


def _begin(text: str, end: int) -> int:
    """Where the clause that ends at `end` begins: the sentence, or what follows “that”."""
    found = text.rfind(" that ", 0, end)
    return found + 6 if found >= 0 and end - found > 30 else 0


Side = tuple[str, str, str]
"""Who, the finite verb, and the rest of the predicate."""


def _side(text: str) -> Side | None:
    """A clause of a short plain subject, a finite verb and the rest."""
    words = text.split()
    if not 4 <= len(words) <= 26:
        return None
    start = 1 if words[0].lower() in ("the", "a", "an") else 0
    for at in range(start + 1, min(start + 4, len(words) - 1)):
        word = words[at]
        form = verbs.form(word)
        if word in verbs.MODALS or (
            form and form.kinds & {"third", "plural", "past", "base"} and word.islower()
        ):
            who = " ".join(words[start:at])
            term = terms.term_of(who, opens=not start) or (
                terms.term_of(who.lower()) if start == 0 else ""
            )
            rest = " ".join(words[at + 1 :])
            return (term, word, rest) if term and not _CUT.search(rest) else None
    return None


def _parallel(one: Side, other: Side) -> bool:
    """Whether two sides are of one kind: the same number, and the same verb or one of its kind."""
    mine, theirs = verbs.form(one[1]), verbs.form(other[1])
    same = one[1] == other[1] or (mine and theirs and mine.verb is theirs.verb)
    return bool(same) and terms.plural(one[0]) == terms.plural(other[0])


def _fact(
    article: Article, sentence: Sentence, mine: Side, theirs: Side, offset: int
) -> Fact | None:
    who, verb, rest = mine
    what = f"{verb} {rest}"
    if (
        dangling(what)
        or stance.judging(what)
        or stance.doubting(what)
        or verb in ("may", "might", "could", "would")
    ):
        return None
    if re.search(r"\b(?:not|never|no|n’t|percent|\d+)\b", f"{what} {theirs[1]} {theirs[2]}"):
        return None
    if genus.shares_words(who, what) or genus.shares_words(theirs[0], what):
        return None
    at = sentence.text.find(what, offset)
    base = sentence.start
    slots = (
        Slot("who", who),
        Slot("what", what, base + at, base + at + len(what)) if at >= 0 else Slot("what", what),
        Slot("other", theirs[0]),
        Slot("whose", f"{theirs[1]} {theirs[2]}"),
    )
    return Fact(
        Frame.CONTRAST, article.card.id, slots, sentence.start, sentence.end, sentence.number
    )


def _unlike(article: Article, sentence: Sentence) -> Iterator[Fact]:
    match = _UNLIKE.match(sentence.text)
    if match is None:
        return
    other = terms.term_of(match["other"])
    side = _side(match["rest"].rstrip(". "))
    if not other or side is None or terms.plural(other) != terms.plural(side[0]):
        return
    fact = _fact(article, sentence, side, (other, "", ""), match.start("rest"))
    if fact:
        yield fact
