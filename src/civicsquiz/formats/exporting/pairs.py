"""What a match loses in formats that hold a set of left and a set of right sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.formats.portable import Pair, Portable


def lost(question: Portable, asked: Sequence[Pair], spare: Sequence[Pair]) -> Iterator[str]:
    """What does not come back of the pairs: `asked` are those with a left side, `spare` the right sides
    that are left over."""
    left_over = [(one.right_id, one.right) for one in spare]
    if [*asked, *spare] != list(question.pairs) or len(set(left_over)) != len(left_over):
        yield "what belongs to nothing stands last, each once"
    if any(not one.right for one in question.pairs) or any(one.left_id for one in spare):
        yield "a side of a pair is empty"
    if set(left_over) & {(one.right_id, one.right) for one in asked}:
        yield "what is right for a left side cannot be left over too"
    if not asked:
        yield "nothing is asked for"
