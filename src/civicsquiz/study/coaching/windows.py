"""What is shown of a source around the passages that prove a key: the paragraph, the sentences next to
them, and where those are hardly more than the passages, sentences of the paragraphs around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.source import sentences
from civicsquiz.source.document import Document, Kind
from civicsquiz.study.coaching.masking import Span
from civicsquiz.study.coaching.places import Spot, Stretch

_WIDEST = 4
"""So many sentences on either side are shown at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """A text of a source that begins at `start` of it. `before` and `after` say that its paragraph
    goes on there; `wider` that it has more than the paragraph of the passages."""

    text: str
    start: int
    before: bool = False
    after: bool = False
    wider: bool = False

    def shown(self, text: str) -> str:
        """What is made of its text, with the signs for what is cut off."""
        return f"{'… ' * self.before}{text}{' …' * self.after}"


def windows(stretch: Stretch, spots: Sequence[Spot], apart: Sequence[Spot]) -> Iterator[Window]:
    """The texts around `spots`, all in one paragraph, in the order in which they are to be tried: the
    whole paragraph, then what stands next to the passages, then wider and wider. No paragraph is
    entered that has one of the spots `apart`."""
    yield Window(stretch.text, stretch.start)
    yield next_to(stretch, spots)
    document = spots[0].source.document
    if document is not None:
        yield from _wider(document, stretch, spots, apart)


def next_to(stretch: Stretch, spots: Sequence[Spot]) -> Window:
    """The sentences with the passages, and one more on either side within the paragraph."""
    text, last_of_all = stretch.text, len(stretch.text)
    first, last = _proving(stretch, spots)
    if first > 1:
        first, _ = sentences.around(text, first - 1, first)
    if last + 1 < last_of_all:
        _, last = sentences.around(text, last + 1, last + 2)
    ends = last < len(text.rstrip())
    return Window(text[first:last], stretch.start + first, first > 0, ends)


def _proving(stretch: Stretch, spots: Sequence[Spot]) -> Span:
    """Where the sentences with the passages begin and end."""
    placed = [spot.placed for spot in spots if spot.placed]
    first = max(0, min(one.start for one in placed) - stretch.start)
    last = min(len(stretch.text), max(one.end for one in placed) - stretch.start)
    return sentences.around(stretch.text, first, max(last, first + 1))


def _wider(
    document: Document, stretch: Stretch, spots: Sequence[Spot], apart: Sequence[Spot]
) -> Iterator[Window]:
    """The sentences with the passages, with one of the running text on either side, and more."""
    said = list(_running(document, stretch, apart))
    first, last = (stretch.start + at for at in _proving(stretch, spots))
    own = [at for at, ((start, end), _) in enumerate(said) if start < last and end > first]
    before: Span | None = None
    for more in range(1, _WIDEST + 1):
        low, high = max(0, own[0] - more), min(len(said) - 1, own[-1] + more)
        if (low, high) == before:
            return
        before = low, high
        start, end = said[low][0][0], said[high][0][1]
        yield Window(
            document.text[start:end],
            start,
            before=low > 0 and said[low][1] == said[low - 1][1],
            after=high + 1 < len(said) and said[high][1] == said[high + 1][1],
            wider=True,
        )


def _running(
    document: Document, stretch: Stretch, apart: Sequence[Spot]
) -> Iterator[tuple[Span, int]]:
    """The sentences of the running text around a paragraph, each with where its own paragraph
    begins; it ends at a heading, and at a paragraph with one of `apart`."""
    blocks = document.blocks
    kept = [spot.placed.start for spot in apart if spot.placed]
    goes_on = [
        block.kind is Kind.BODY and not any(block.start <= at < block.end for at in kept)
        for block in blocks
    ]
    own = next(at for at, block in enumerate(blocks) if block.start == stretch.start)
    first, last = _stays(goes_on, own)
    for block in blocks[max(first, own - _WIDEST) : min(last, own + _WIDEST) + 1]:
        text, at = document.text_of(block), 0
        while at < len(text.rstrip()):
            start, end = sentences.around(text, at, at + 1)
            yield (block.start + start, block.start + end), block.start
            at = end + len(text[end:]) - len(text[end:].lstrip())


def _stays(goes_on: Sequence[bool], own: int) -> Span:
    """How far it goes on around `own`: the first and the last of the row."""
    first = last = own
    while first > 0 and goes_on[first - 1]:
        first -= 1
    while last + 1 < len(goes_on) and goes_on[last + 1]:
        last += 1
    return first, last
