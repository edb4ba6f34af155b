"""Drafts that go together: none gives another's key away, and no two ask the same.

The rules of `bank.check` on banks as a whole, over the drafts as if all were accepted. Of two that are
not for one bank the better stays.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.run import between
from civicsquiz.bank.models import Bank, Status
from civicsquiz.draft.gate.rule import Ground, Refused
from civicsquiz.draft.gate.run import sources_of
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.law import quoted_in

_NUMBERED = re.compile(r"[“\"]?\bdraft-(\d+)\b[”\"]?")


def apart(
    candidates: Sequence[Candidate], ground: Ground, today: datetime.date
) -> tuple[list[Candidate], list[Refused]]:
    """The candidates without those that do not go with a better one, and these with the reason."""
    kept = sorted(candidates, key=lambda one: (-one.relevance, one.fact.source, one.fact.start))
    left: list[Refused] = []
    of_law = quoted_in(one.item for one in candidates)
    context = Context(sources_of(ground, of_law), today)
    while found := _worst(kept, context):
        candidate, code, said = found
        kept.remove(candidate)
        left.append(Refused(candidate, code, said))
    for refused in tuple(left):  # what was in its way may itself have gone
        if _worst([*kept, refused.candidate], context) is None:
            kept.append(refused.candidate)
            left.remove(refused)
    order = {id(one): at for at, one in enumerate(candidates)}
    return sorted(kept, key=lambda one: order[id(one)]), left


def _worst(kept: Sequence[Candidate], context: Context) -> tuple[Candidate, str, str] | None:
    """The least of the candidates that a rule objects to, with the rule's code and words."""
    if len(kept) < 2:
        return None
    cards = {name: source.card for name, source in context.sources.items()}
    items = tuple(
        replace(one.item, id=f"draft-{at}", status=Status.READY) for at, one in enumerate(kept)
    )
    bank = Bank(id="drafts", title="Drafts", cards=cards, items=items)
    fresh = replace(context, _kept={}, _standings={})
    found: list[tuple[int, str, str]] = []
    numbers = {item.id: at for at, item in enumerate(items)}
    for rule, remark in between(bank, fresh):
        if remark.place[:1] != ("items",):
            continue
        concerned = [
            int(remark.place[1]),
            *(numbers[name] for name in remark.concerns if name in numbers),
        ]
        found.append((max(concerned), rule.code, remark.message))
    if not found:
        return None
    at, code, said = max(found, key=lambda one: one[0])
    told = _NUMBERED.sub(lambda name: f"“{kept[int(name[1])].item.stem}”", said)
    return kept[at], code, told
