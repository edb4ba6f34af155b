"""Questions of which each part has its place, matches and orders, as the values of a bank's item."""

from __future__ import annotations

from typing import Any

from civicsquiz.formats.importing.fitting import Fit, NoPlace
from civicsquiz.formats.importing.options import bare, brief, counted, id_, named, option, said
from civicsquiz.formats.portable import Portable

_MOST_LEFT_OVER = 4
_PAIRS, _ENTRIES = range(2, 9), range(3, 8)


def match(question: Portable, fit: Fit) -> dict[str, Any]:
    pairs, rights, over = [], {}, []
    for pair in question.pairs:
        if not pair.left:
            over.append(pair)
            continue
        left = named(fit.line(pair.left, "key"), pair.left_id, fit)
        right = named(fit.line(pair.right, "key"), pair.right_id, fit)
        rights[id_(right)] = right
        pairs.append((left, right))
    if len(pairs) not in _PAIRS:
        raise NoPlace(f"has {counted(len(pairs), 'pair')}; two to eight are possible")
    if len({id_(left) for left, _ in pairs}) < len(pairs):
        raise NoPlace("two left sides are the same")
    left_over: dict[str, dict[str, str]] = {}
    for pair in over:
        text = fit.line_or_none(pair.right, "distractors")
        spare = named(text or "", pair.right_id, fit)
        if text is None:
            continue
        if id_(spare) in rights or id_(spare) in left_over:
            fit.lose("distractors", f"“{brief(pair.right)}” stands twice, and is left out once")
        elif len(left_over) == _MOST_LEFT_OVER:
            fit.lose("distractors", f"“{brief(pair.right)}” is one too many, and is left out")
        else:
            left_over[id_(spare)] = spare
    key = [{"left": bare(left), "right": bare(right)} for left, right in pairs]
    return said(type="match", key=key, distractors=list(map(bare, left_over.values())))


def order(question: Portable, fit: Fit) -> dict[str, Any]:
    entries = [option(answer, fit, "key") for answer in question.answers]
    if len(entries) not in _ENTRIES:
        raise NoPlace(f"has {counted(len(entries), 'entry')}; three to seven are possible")
    if len({id_(entry) for entry in entries}) < len(entries):
        raise NoPlace("two entries are the same")
    for answer in question.answers:
        if answer.feedback:
            fit.lose("why", "what is said of an entry is left out")
    return {"type": "order", "key": list(map(bare, entries))}
