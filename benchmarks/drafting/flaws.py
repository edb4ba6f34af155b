"""Flaws planted on purpose, to see whether a rater looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Item, Option


def planted(items: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Each choice with one flaw, of the four kinds in turn."""
    ways = (_wrong_key, _leaking_stem, _dangling_stem, _odd_option)
    choices = [item for item in items if isinstance(item, Choice)]
    for number, item in enumerate(choices):
        yield ways[number % len(ways)](item)


def _wrong_key(item: Choice) -> tuple[Item, str]:
    """A distractor takes the place of the key."""
    first, *others = item.distractors
    key = Option(first.id, first.text)
    other = Option(item.key.id, item.key.text, first.why)
    return replace(item, key=key, distractors=(other, *others), id=f"{item.id}-w"), "wrong-key"


def _leaking_stem(item: Choice) -> tuple[Item, str]:
    stem = f"{item.stem.rstrip('?')}, as {item.key.text} did?"
    return replace(item, stem=stem, id=f"{item.id}-l"), "leaking-stem"


def _dangling_stem(item: Choice) -> tuple[Item, str]:
    stem = f"In that case, {item.stem[:1].lower()}{item.stem[1:]}"
    return replace(item, stem=stem, id=f"{item.id}-d"), "dangling-stem"


def _odd_option(item: Choice) -> tuple[Item, str]:
    first, *others = item.distractors
    odd = Option("odd", "All of these at once", first.why)
    return replace(item, distractors=(odd, *others), id=f"{item.id}-o"), "odd-option"
