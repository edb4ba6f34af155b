"""K2 for questions that have “which court” or “how many” in the place of their answer.

The extractors read names, verbs and statements. Here nothing of that is used: put back into its place,
the key must stand among the words of the passage just where the words of the stem leave room for it.
"""

from __future__ import annotations

import re

from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.context import without

_WORD = re.compile(r"[^\W_]+")


def _in_place(candidate: Candidate, ground: Ground) -> str:
    word = candidate.claims.get("in_place")
    if word is None:
        return ""
    fact = candidate.fact
    passage = _words(ground.article(candidate).document.text[fact.start : fact.end])
    stem = without(candidate.item.stem)
    before, found, after = stem.partition(word)
    if not found:
        before, found, after = stem.partition(word.capitalize())
    at = _past(before, passage, 0)
    key = _words(candidate.claims["asked"])
    places = [
        place
        for place in range(max(at, 0), len(passage))
        if passage[place : place + len(key)] == key
    ]
    if not found or at < 0 or not places:
        return f"“{candidate.claims['asked']}” does not stand where it is asked for"
    if all(_past(after, passage, place + len(key)) < 0 for place in places):
        return f"the passage does not go on behind “{candidate.claims['asked']}” as the stem does"
    return ""


def _past(said: str, passage: list[str], at: int) -> int:
    """Where the words of a text end in the passage, one after another from `at` on; -1 where one of
    them is missing. A capitalised word may be missing: whole names stand for surnames."""
    for found in _WORD.finditer(said):
        try:
            at = passage.index(found[0].lower(), at) + 1
        except ValueError:
            if not found[0][0].isupper():
                return -1
    return at


def _words(text: str) -> list[str]:
    return [found[0].lower() for found in _WORD.finditer(text)]


IN_PLACE = GateRule(
    "K2",
    "key-not-in-its-place",
    "Put back into the place that the stem leaves open, the key does not stand there in the passage.",
    _in_place,
)
