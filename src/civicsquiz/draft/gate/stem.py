"""Rules on the stem that need the drafter's English."""

from __future__ import annotations

import re

from civicsquiz.draft.facts.fact import Frame
from civicsquiz.draft.facts.genus import generic
from civicsquiz.draft.facts.predicates import known
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.context import titled, told_by_title, without
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.quoted import balanced, quoted
from civicsquiz.draft.language.spoken import leans

_ARTICLE = re.compile(r"(?i)\bthe article\b")
"""The source of an item, which stands beside it with its card."""

_ASKING = re.compile(
    r"(?i)\b(?:which (?:\w+ )?of these|these (?:\w+ )?(?:documents|cases|people|persons|terms|words|meanings|offices|statements|laws|events|amendments|sentences|parties|powers|quotations)"
    r"|the (?:earliest|latest|first) first)\b"
)
"""What a stem says of its own options."""

LISTED = frozenset({"figure", "staple"})
"""Kinds whose stems stand in a list of ours, word for word."""
_LAW = frozenset({Frame.CASE, Frame.PROVISION})
_PHRASE = 240
"""Characters of a quoted phrase, at most."""


def _dangling(candidate: Candidate, ground: Ground) -> str:
    stem = candidate.item.stem
    if candidate.kind in LISTED or "rule" in candidate.claims:
        return ""  # its words are ours
    if titled(stem):
        stem = told_by_title(without(stem), ground.article(candidate))
    if "definition" in candidate.claims:
        stem = generic(stem)
    stem = _ARTICLE.sub("Publisher", _ASKING.sub("", stem))
    own = stem
    law = candidate.fact.frame in _LAW
    for start, end in reversed(quoted(stem)):
        if law and end - start < _PHRASE:
            own = f"{own[:start]}Words{own[end:]}"
            continue
        if word := leans(stem[start + 1 : end - 1]):
            return f"“{word}” leans on what stands outside the stem"
        own = own[:start] + own[end:]
    word = dangling(known(own) if law else own, own=True)
    return f"“{word}” leans on what stands outside the stem" if word else ""


DANGLING = GateRule(
    "S2",
    "leans-outside",
    "The stem has a pronoun, a pointing word, a relative date or a “the …” whose meaning stands "
    "outside it.",
    _dangling,
)


def _length(candidate: Candidate, _ground: Ground) -> str:
    count = len(candidate.item.stem.split())
    return "" if 6 <= count <= 42 else f"the stem has {count} words"


LENGTH = GateRule("S3", "stem-length", "A drafted stem has 6 to 42 words.", _length)


def _balanced(candidate: Candidate, _ground: Ground) -> str:
    texts = [candidate.item.stem, *(option.text for option in candidate.item.options)]
    return next((f"“{text}” has half a pair of marks" for text in texts if not balanced(text)), "")


BALANCED = GateRule(
    "S4",
    "half-a-pair",
    "Quotation marks and brackets come in pairs in stem and options.",
    _balanced,
)
