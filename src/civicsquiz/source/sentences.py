"""The sentences of a block of running text.

`sentencex` keeps "Trop v. Dulles", "U.S. citizens" and quotations whole where other splitters break
them; it is imported only when a document is at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_GOES_ON = re.compile(
    r"(?:^|[\s(“\"‘'])(?:Ms|Mx|Mses|Mmes|Messrs|Govs|Atty|Amb|Spc|Ft|Ste)\.\s*$|\b[DRI]-[A-Z]\.$"
)
"""“Ms. Rice”, “R-S.C.”: what the splitter takes for the end of a sentence."""


_SHORT = 12
"""Characters at the end of a sentence in which such a word stands."""


def spans(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Where the sentences of `text` begin and end, each with the white space behind it."""
    import sentencex  # type: ignore[import-untyped]

    first = at = 0
    for sentence in sentencex.segment(language, text):
        at += len(sentence)
        if language != "en" or not _goes_on(sentence):
            yield first, at
            first = at
    if first < at:
        yield first, at


def _goes_on(sentence: str) -> bool:
    end = len(sentence.rstrip())
    return sentence[end - 1 : end] == "." and bool(_GOES_ON.search(sentence, max(0, end - _SHORT)))


def around(text: str, start: int, end: int, language: str = "en") -> tuple[int, int]:
    """The span of the whole sentences of `text` that `text[start:end]` stands in."""
    first, last = 0, len(text)
    for begin, at in spans(text, language):
        if begin <= start < at:
            first = begin
        if begin < end <= at:
            last = begin + len(text[begin:at].rstrip())
            break
    return first, max(last, end)
