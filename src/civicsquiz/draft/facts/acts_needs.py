"""What an article must speak of as well, or must not, for a question on a detail to be asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from civicsquiz.draft.facts.lazy_pattern import LazyPattern

_FORM = re.compile(
    r"(?:first (?P<first>[1-9]\d*): )?(?:(?P<times>[1-9]\d*) times: )?(?P<pattern>.+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Need:
    """A pattern that has to stand in a text so many `times`, not overlapping, or, where it is `never` to,
    fewer; of the text its `first` characters count, or all."""

    pattern: LazyPattern
    times: int = 1
    first: int | None = None
    never: bool = False

    def met(self, text: str) -> bool:
        found = islice(self.pattern.finditer(text[: self.first]), self.times)
        return (sum(1 for _ in found) < self.times) is self.never


def needs(block: Iterable[tuple[str, str]]) -> tuple[Need, ...]:
    """The lines `needs` and `never` of a block: “needs first 600: 3 times: nomin” asks for three among the
    first 600 characters, “never first 600: nomin” for none there.

    Raises:
        ValueError: there is no pattern.
    """
    return tuple(_need(key, value) for key, value in block if key in ("needs", "never"))


def _need(key: str, value: str) -> Need:
    form = _FORM.fullmatch(value)
    if form is None:
        raise ValueError(f"“{key}” names nothing")
    first = int(form["first"]) if form["first"] else None
    return Need(LazyPattern(form["pattern"]), int(form["times"] or 1), first, key == "never")
