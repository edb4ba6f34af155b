"""In what order things are folded away where rows are short.

At 80x24 the outcome, the key and the proving words are on the screen. So first the other options
go; then background shrinks to one line; rationale to two; the passages to their proving words and a
line each side; citations to one line; what only gives context, and the law itself, is left to the
source's own screen. Where an answer has parts, more goes: one passage after the other, the first
last; then why each part was wrong, and when the question comes back; what was answered instead; and at last, where a line has room
for it, every part stands on one line, and the rationale under the passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_ALL = 99
_LAST, _LAST_WITH_PARTS = 6, 9


@dataclass(frozen=True, slots=True)
class Folding:
    """How much is folded away: each step of the order above includes those before it. `passages` is
    how many passages that prove there may be, `spare` how many rows more than its one the
    background may have."""

    step: int
    passages: int = _ALL
    spare: int = 0

    @property
    def others(self) -> bool:
        return self.step < 1

    @property
    def quotation_lines(self) -> int:
        """Of a sentence that was chosen; the right one follows as a passage."""
        return _ALL if self.step < 1 else 2

    @property
    def background_lines(self) -> int:
        return _ALL if self.step < 2 else 1 + self.spare

    @property
    def rationale_lines(self) -> int:
        return _ALL if self.step < 3 else 2

    @property
    def whole_passages(self) -> bool:
        return self.step < 4

    @property
    def whole_citations(self) -> bool:
        return self.step < 5

    @property
    def context(self) -> bool:
        return self.step < 6

    @property
    def all_but_context(self) -> bool:
        return self.step < 7

    @property
    def coming_back(self) -> bool:
        """Whether it is said when the question comes back."""
        return self.step < 7

    @property
    def why_of_parts(self) -> bool:
        return self.step < 7

    @property
    def instead_of_parts(self) -> bool:
        return self.step < 8

    @property
    def whole_parts(self) -> bool:
        return self.step < 9


def foldings(parts: int, proving: int, *, wide: bool) -> Iterator[Folding]:
    """Ever more folded away, for an answer of so many parts (0 where it is one) with so many
    passages that prove; `wide` is whether a part has room on one line."""
    for step in range(_LAST + 1):
        yield Folding(step)
    if parts:
        for passages in range(proving - 1, 0, -1):
            yield Folding(_LAST, passages)
        for step in range(_LAST + 1, _LAST_WITH_PARTS + wide):
            yield Folding(step, 1)
