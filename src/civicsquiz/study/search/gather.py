"""What of a bank can be found: the stems of its items, and the passages that they rest on.

Neither keys nor distractors, and nothing that is said after an answer in our words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import one_line
from civicsquiz.study.passages import Quoted, passages_of
from civicsquiz.study.search.hit import Kind
from civicsquiz.study.selection import question


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a search can find, whole; the fields are those of a `Hit`. `topic` is the
    topic of an item in words."""

    kind: Kind
    items: tuple[str, ...]
    text: str
    topic: str = ""
    source: str = ""
    citation: str = ""
    start: int = -1
    end: int = -1


def gather(bank: Bank, shelf: Shelf) -> Iterator[Found]:
    """All that can be found of a bank: what a session may ask, and the passages of that."""
    for item in bank.asked:
        topic = one_line(bank.topic_name(item.topic))
        yield Found(Kind.ITEM, (item.id,), one_line(item.stem), topic)
    yield from _passages(bank, shelf)


def _passages(bank: Bank, shelf: Shelf) -> Iterator[Found]:
    """Each passage once. One that a longer one of the same place shows is a part of that."""
    places: dict[tuple[str, str, str], dict[str, Found]] = {}
    for item in bank.asked:
        for quoted in passages_of(question(bank, item, ""), shelf):
            alone = "" if quoted.start >= 0 else quoted.text  # nobody knows what is around it
            place = places.setdefault((quoted.source, quoted.citation, alone), {})
            _add(place, quoted, item.id)
    for passages in places.values():
        yield from passages.values()


def _add(passages: dict[str, Found], quoted: Quoted, item: str) -> None:
    """Put a passage that `item` rests on among those of its place, by their texts."""
    new = Found(
        Kind.PASSAGE, (), one_line(quoted.text), "", quoted.source, one_line(quoted.citation),
        quoted.start, quoted.end,
    )  # fmt: skip
    items: tuple[str, ...] = (item,)
    for text in list(passages):
        if text in new.text or new.text in text:
            known = passages.pop(text)
            new = max(new, known, key=lambda one: len(one.text))
            items = (*known.items, *items)
    passages[new.text] = replace(new, items=tuple(dict.fromkeys(items)))
