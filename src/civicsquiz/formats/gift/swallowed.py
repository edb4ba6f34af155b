"""Questions that Moodle reads as part of the one before them, because no empty line parts the two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.formats.gift.escapes import show
from civicsquiz.formats.safe.limits import shortened

_NAMED = re.compile(r"::([^\n:]{1,255})::")
_MOST = 20
"""So many are told of one question."""
_MEND = "put an empty line before the next question"


def swallowed(hidden: str) -> Iterator[tuple[int, str]]:
    """What stands in a question and looks like the next one: how many line ends go before it, and a
    sentence. `hidden` is the question after its name, with its escapes hidden."""
    end = hidden.find("}")
    if end < 0:
        return
    outside = [(0, max(hidden.find("{"), 0)), (end + 1, len(hidden))]
    names = [found for begin, stop in outside for found in _NAMED.finditer(hidden, begin, stop)]
    at = end + 1
    for told, found in enumerate(names):
        if told == _MOST:
            return
        name = shortened(show(found.group(1)).strip(), 60)
        sentence = (
            f"“::{name}::” stands in the question before it, and is read as its text: {_MEND}"
        )
        yield hidden.count("\n", 0, found.start()), sentence
    if names:
        return
    for _ in range(_MOST):
        begin = hidden.find("{", at)
        close = hidden.find("}", begin)
        if begin < 0 or close < 0:
            return
        sentence = f"a second {{…}} is read as text of the question before it: {_MEND}"
        yield hidden.count("\n", 0, begin), sentence
        at = close + 1
