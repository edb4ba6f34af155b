"""Wrong answers that give another draft's key away are changed for others, before drafts are put together.

“The Twenty-second Amendment is about the limit of two elections as president”, shown after one question,
answers another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from civicsquiz.bank.items import Choice
from civicsquiz.bank.spelling import folded
from civicsquiz.draft.items.candidate import Candidate

_LEAST = 2
_LISTED = frozenset({"which-provision", "figure", "staple"})
"""Kinds whose wrong answers say what they are about, and so what another draft may ask."""


def cleared(kept: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each with wrong answers that no other of them asks for, where it has such."""
    keys = [folded(candidate.item.key_text) for candidate in kept]
    return [_cleared(one, {*keys[:at], *keys[at + 1 :]}) for at, one in enumerate(kept)]


def _cleared(candidate: Candidate, asked: set[str]) -> Candidate:
    item = candidate.item
    if not isinstance(item, Choice) or candidate.kind not in _LISTED:
        return candidate
    good = [option for option in item.distractors if folded(option.text) not in asked]
    missing = len(item.distractors) - len(good)
    if not missing:
        return candidate
    good += [option for option in candidate.spare if folded(option.text) not in asked][:missing]
    if len(good) < _LEAST:
        return candidate
    return replace(candidate, item=replace(item, distractors=tuple(good)))
