"""What an article must speak of as well, or must not, for a question on a detail to be asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

_FORM = re.compile(
    r"(?:first (?P<first>\d+): )?(?:(?P<times>\d+) times: )?(?P<pattern>.+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Need:
    """A pattern that has to stand in a text so many `times`, not overlapping, or never where they are none;
    of the text its `first` characters count, or all."""

    pattern: re.Pattern[str]
    times: int = 1
    first: int | None = None

    def met(self, text: str) -> bool:
        found = self.pattern.finditer(text[: self.first])
        return sum(1 for _ in islice(found, max(1, self.times))) == self.times


def needs(block: Iterable[tuple[str, str]]) -> tuple[Need, ...]:
    """The lines `needs` and `never` of a block: “needs first 600: 3 times: nomin” asks for three among the
    first 600 characters, “never first 600: nomin” for none there.

    Raises:
        ValueError: there is no pattern, or what is never there has a number of times.
    """
    return tuple(_need(key, value) for key, value in block if key in ("needs", "never"))


def _need(key: str, value: str) -> Need:
    form = _FORM.fullmatch(value)
    pattern = form and re.compile(form["pattern"])
    if form is None or pattern is None:
        raise ValueError(f"“{key}” names nothing")
    if key == "never" and form["times"]:
        raise ValueError(f"“{key} {value}”: never is no number of times")
    times = 0 if key == "never" else int(form["times"] or 1)
    return Need(pattern, times, int(form["first"]) if form["first"] else None)
