"""What may be read of a `why` before the answer: the part that denies.

A `why` is written to be read afterwards, and often goes on to say what is right in other words ("The
essay points to judges"). What a sentence means is not known here, so the rules are of form. Kept is
what denies, and what is said of the wrong answer itself. Dropped is what compares it with the right
one, what says something of the source or of what is asked that is no denial, years, and, where
the answer is a number, any other number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number
from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.words import content, related, words
from civicsquiz.study.search.wording import in_digits

_SUBJECT = 4
"""So many words at the beginning of a clause say what it is about."""

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘'(]?[A-Z])(?<!\b[A-Z]\. )(?<!\bv\. )")
_CLAUSE = re.compile(r"(?:,|;) (?=(?:and|but|while|whereas|so|or|nor|not)\b)")
_DENIES = re.compile(
    r"\b(?:no|not|none|nothing|nobody|never|neither|nor|cannot|without|unlike)\b|n[’']t\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:too|also|as well|than|another|instead|rather|in fact|actually|points? to|asks? for"
    r"|the ones? (?:that|who|which|whose|with)|that is meant"
    r"|opposite|reverse|contrary|vice versa|swapped|other way)\b",
    re.IGNORECASE,
)
"""Words by which a wrong answer is set against the right one."""

_COMPARES = re.compile(
    r"\b(?:grav|heavi|high|larg|small|wid|great|old|young|new|long|short|light|harsh|strong|weak|few"
    r"|bigg|low|broad|narrow|bett|hard|mild|rich|poor|strict|clos|near|farth|furth|earli)er\b"
    r"|\b(?<!no )(?:more|less|worse)\b",
    re.IGNORECASE,
)
_RECKONS = re.compile(
    r"\b(?:times|half|twice|double|doubled|triple|third|quarter|tenth|digits?|fold|minus|plus"
    r"|subtract\w*|counts? from)\b",
    re.IGNORECASE,
)
"""Words by which a wrong number says how to reckon the right one."""

_YEAR = re.compile(r"(?<!\()\b(?:1[0-9]|20)\d\d\b")
"""A year; one in brackets is that of a case that is cited."""

_ABOUT = re.compile(r"^[“\"‘']?(?:It|That|This|These|Those|Such|They|He|She|His|Her|Their|Its)\b")
_OF_IT = re.compile(
    r"\b(?:him|her|them|this|these|those|such|quotes it|that (?:word|name|figure|phrase|term))\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"^(?:It|They|That|This|These|Those|He|She)\b|\b(?:do|does|did|is|was) not[.]$")
"""How a sentence begins or ends that is nothing without the one before it."""

_SOURCE = frozenset(
    "essay article articles summary report reporter author writer text source passage passages"
    " quotation quotations question statute amendment both".split()
)


@dataclass(frozen=True, slots=True)
class Denial:
    """What is left of a `why`, and whether that is all of it."""

    text: str
    whole: bool


def denial(item: Item, answer: str, why: str) -> Denial:
    """Of `why` the wrong `answer` of `item` is wrong, what denies; empty where nothing does."""
    if not why.strip() or _rules_out_more(item, answer, why):
        return Denial("", whole=not why.strip())
    kept: list[str] = []
    dropped = False
    for sentence in _SENTENCE.split(why.strip()):
        said = "" if dropped and _LEANS.search(sentence) else _left(item, answer, sentence)
        dropped = dropped or not said
        if said:
            kept.append(said)
    text = " ".join(kept)
    return Denial(text, whole=words(text) == words(why))


def is_number(item: Item, answer: str) -> bool:
    """Whether what is asked for is a number, or turns on one."""
    return isinstance(item, Number) or any(char.isdecimal() for char in answer)


def _rules_out_more(item: Item, answer: str, why: str) -> bool:
    """Whether the same is said of another option that begins alike: “They agree: Monday”."""
    lead, colon, _ = answer.partition(":")
    if not colon or not isinstance(item, (Choice, FindEvidence, Multiple, Match)):
        return False
    return any(
        other.text != answer and other.text.startswith(f"{lead}:") and other.why == why
        for other in item.distractors
    )


def _left(item: Item, answer: str, sentence: str) -> str:
    """The sentence, as far as its first clause that tells; one with a concession is kept whole or
    not at all."""
    if _YEAR.search(sentence) and not _shown(item, answer, _YEAR.findall(sentence)):
        return ""
    if is_number(item, answer) and (
        _RECKONS.search(sentence) or _new_number(item, answer, sentence)
    ):
        return ""
    said = ""
    for clause, link in _clauses(sentence):
        if not _denies(item, answer, clause, first=not said):
            if link.lower() in ("but", "while", "whereas") or not said:
                return ""
            return f"{said.rstrip(' ,;')}."
        said += clause
    return said.strip()


def _clauses(sentence: str) -> Iterator[tuple[str, str]]:
    """The clauses with what parts them, each with the word that joins it to the one before."""
    starts = [0, *(found.start() for found in _CLAUSE.finditer(sentence)), len(sentence)]
    for start, end in pairwise(starts):
        clause = sentence[start:end]
        yield clause, clause.lstrip(",; ").partition(" ")[0] if start else ""


def _denies(item: Item, answer: str, clause: str, *, first: bool) -> bool:
    if _POINTS.search(clause):
        return False
    if _COMPARES.search(clause):
        return isinstance(
            item, Number
        )  # of what is typed, too little rules out much and leaves much
    if _DENIES.search(clause):
        return True
    if _OF_IT.search(clause) or (first and _ABOUT.search(clause)):
        return True
    subject = content(" ".join(words(clause.lstrip(",; "))[:_SUBJECT]))
    asked = content(item.stem)
    if any(related(word, own) for word in subject for own in content(answer)):
        return True
    return not any(word in _SOURCE or any(related(word, one) for one in asked) for word in subject)


def _shown(item: Item, answer: str, figures: list[str]) -> bool:
    """Whether all the figures can be read anyway."""
    seen = words(f"{item.stem} {answer}")
    return all(figure in seen for figure in figures)


def _new_number(item: Item, answer: str, sentence: str) -> bool:
    seen = in_digits(words(f"{item.stem} {answer}"))
    written = in_digits([word for word in words(sentence) if word != "one"])
    return any(word.isdecimal() and word not in seen for word in written)
