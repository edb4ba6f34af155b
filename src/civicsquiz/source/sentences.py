"""The sentences of a block of running text.

`sentencex` keeps "Trop v. Dulles", "U.S. citizens" and quotations whole where other splitters break
them; it is imported only when a document is at hand.
"""

from __future__ import annotations


def around(text: str, start: int, end: int, language: str = "en") -> tuple[int, int]:
    """The span of the whole sentences of `text` that `text[start:end]` stands in."""
    import sentencex  # type: ignore[import-untyped]

    first, last, at = 0, len(text), 0
    for sentence in sentencex.segment(language, text):
        begin, at = at, at + len(sentence)
        if begin <= start < at:
            first = begin
        if begin < end <= at:
            last = begin + len(sentence.rstrip())
            break
    return first, max(last, end)
