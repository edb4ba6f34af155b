"""Selection: which items of which banks are asked, and in what order. Pure.

The order depends on the seed and the items alone: they are sorted by `ordering.rank`, then those
that get in each other's way are moved apart (`spacing`). That is done for each `BLOCK` items by
themselves, so that a short quiz out of a long bank costs little.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence

from civicsquiz.bank.models import Bank, Content, Item, Status
from civicsquiz.errors import UsageError
from civicsquiz.record.revisions import revision_of
from civicsquiz.study.ordering import arrange, arrange_prompts, rank
from civicsquiz.study.question import Question
from civicsquiz.study.relations import relations
from civicsquiz.study.spacing import spaced

BLOCK = 200

_Pair = tuple[Bank, Item]


def select(
    banks: Sequence[Bank],
    *,
    seed: str,
    count: int | None = None,
    topics: Collection[str] = (),
    types: Collection[str] = (),
    items: Collection[str] = (),
    without: Collection[Content] = (),
    unproven: bool = False,
) -> tuple[Question, ...]:
    """The questions of a quiz, in order; never empty.

    `topics`, `types` and `items` narrow it down, each to what any of its values names; an item is
    named by its id, an earlier id, or "bank-id/item-id". Items whose content note names one of
    `without` are left out. `count`, from 1 on, takes the first of the order. Drafts are never asked, and
    unproven items only with `unproven`.

    Raises:
        UsageError: a value that names nothing, or nothing is left to ask.
    """
    pairs = [(bank, item) for bank in banks for item in bank.items]
    if items:
        pairs = _named(pairs, items, unproven=unproven)
    askable = [(bank, item) for bank, item in pairs if _may_be_asked(item, unproven=unproven)]
    if not askable:
        raise UsageError(_why_nothing(pairs))
    wanted = askable
    if topics:
        _must_exist("topic", topics, {item.topic for _, item in askable})
        wanted = [(bank, item) for bank, item in wanted if item.topic in topics]
    if types:
        _must_exist("type", types, {item.type for _, item in askable})
        wanted = [(bank, item) for bank, item in wanted if item.type in types]
    if not wanted:
        raise UsageError(
            f"No question on {' or '.join(sorted(topics))} is {' or '.join(sorted(types))}."
        )
    if without:
        wanted = [pair for pair in wanted if not set(without).intersection(pair[1].content)]
        if not wanted:
            raise UsageError("Without the questions that are left out there is none to ask.")
    wanted.sort(key=lambda pair: rank(seed, _ref(*pair)))
    needed = len(wanted) if count is None else min(count, len(wanted))
    ordered: list[_Pair] = []
    while len(ordered) < needed:
        block = wanted[len(ordered) : len(ordered) + BLOCK]
        order = spaced(len(block), relations([item for _, item in block]))
        ordered += [block[index] for index in order]
    return tuple(question(bank, item, seed) for bank, item in ordered[:needed])


def without_passage(bank: Bank) -> int:
    """How many questions of a bank are asked on request only, for no passage proves them."""
    return sum(item.status is Status.UNPROVEN for item in bank.items)


def told_unproven(bank: Bank) -> str:
    """That some questions of a bank are not asked, in a sentence; empty where all are."""
    count = without_passage(bank)
    if not count:
        return ""
    return f"{count} without a passage {'is' if count == 1 else 'are'} not asked (--unproven asks them)."


def question(bank: Bank, item: Item, seed: str) -> Question:
    """One item as this seed shows it."""
    ref = _ref(bank, item)
    return Question(
        bank, item, arrange(item, ref, seed), revision_of(item, bank.language),
        arrange_prompts(item, ref, seed),
    )  # fmt: skip


def _ref(bank: Bank, item: Item) -> str:
    return f"{bank.id}/{item.id}"


def _may_be_asked(item: Item, *, unproven: bool) -> bool:
    return item.status is Status.READY or (unproven and item.status is Status.UNPROVEN)


def _named(pairs: Sequence[_Pair], names: Collection[str], *, unproven: bool) -> list[_Pair]:
    found: dict[str, list[_Pair]] = {name: [] for name in names}
    for bank, item in pairs:
        for own in (item.id, *item.formerly):
            for name in {own, f"{bank.id}/{own}"} & found.keys():
                found[name].append((bank, item))
    known = {item.id for _, item in pairs if _may_be_asked(item, unproven=unproven)}
    for name, matches in found.items():
        if not matches:
            raise UsageError(_unknown("item", name, known))
        for _, item in matches:
            if not _may_be_asked(item, unproven=unproven):
                raise UsageError(f"The item “{name}” {_NOT_ASKED[item.status]}.")
    chosen = {_ref(*pair) for matches in found.values() for pair in matches}
    return [pair for pair in pairs if _ref(*pair) in chosen]


_NOT_ASKED = {
    Status.DRAFT: "is a draft, which is never asked",
    Status.NEEDS_EDITING: "is a draft that needs editing, which is never asked",
    Status.UNPROVEN: "has no passage that proves it, and is asked only with --unproven",
}


def _why_nothing(pairs: Sequence[_Pair]) -> str:
    if not pairs:
        return "There is no question to ask: the bank is empty."
    if any(item.status is Status.UNPROVEN for _, item in pairs):
        return (
            "There is no question to ask: the items have no passage that proves them. With --unproven"
            " they are asked all the same."
        )
    return "There is no question to ask: all items are drafts. Judge them first with “civicsquiz triage”."


def _must_exist(kind: str, wanted: Iterable[str], known: set[str]) -> None:
    for name in wanted:
        if name not in known:
            raise UsageError(_unknown(kind, name, known))


def _unknown(kind: str, name: str, known: set[str]) -> str:
    """The sentence for a name that names nothing: the nearest one, or what there is."""
    close = difflib.get_close_matches(name.lower(), sorted(known), n=1)
    if close:
        return f"No {kind} “{name}”: did you mean {close[0]}?"
    listed = sorted(known)
    more = f" and {len(listed) - 12} more" if len(listed) > 12 else ""
    return f"No {kind} “{name}”: there is {', '.join(listed[:12])}{more}."
