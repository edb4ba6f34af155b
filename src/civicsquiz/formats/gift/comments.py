r"""What travels in comments: ids and tags as `// [id:x] [tag:y]`, with `\]` for a bracket in them, and
what a bank is called, in the first lines of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from civicsquiz.formats.gift.escapes import SPACE, escaped, hide, show

LONGEST_ID = 100
"""Characters that Moodle's database has for an id."""
LONGEST_TAG = 50

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_UNFIT = {"id": re.compile(r"[\x00-\x1f\x7f]"), "tag": re.compile(r"[<>`\x00-\x1f\x7f]")}
_HEAD = "// civicsquiz "


def marks(comments: Iterable[str], key: str) -> Iterator[str]:
    """The values of all `[key:value]` in comments, in order; a value holds no control characters."""
    opening = f"[{key}:"
    for comment in comments:
        if opening not in comment:
            continue
        for stretch in _CONTROL.split(comment):
            yield from _marks_in(stretch, key)


def _marks_in(text: str, key: str) -> Iterator[str]:
    opening = f"[{key}:"
    at = text.find(opening)
    while at >= 0:
        begin = at + len(opening)
        end = _end(text, begin)
        if end < 0:
            return
        unfit = _UNFIT[key].search(text, begin, end)
        if unfit:
            at = text.find(opening, unfit.end())
            continue
        if value := text[begin:end].strip(SPACE).replace("\\]", "]"):
            yield value
        at = text.find(opening, end)


def _end(text: str, begin: int) -> int:
    """Where the value that begins here ends: at the first bracket that is not escaped, else at the
    last one; -1 where there is none."""
    last, at = -1, text.find("]", begin)
    while at >= 0:
        if at == begin or text[at - 1] != "\\":
            return at
        last, at = at, text.find("]", at + 1)
    return last


def fits(value: str, key: str) -> bool:
    """Whether a value can be written as `[key:value]` and be read again."""
    return bool(value) and value == value.strip(SPACE) and not _UNFIT[key].search(value)


def mark(key: str, value: str) -> str:
    """A comment's line that holds a value. Each has its own: a backslash at the end of one would else
    hide where it ends."""
    bracketed = value.replace("]", "\\]")
    return f"// [{key}:{bracketed}]"


def heading(key: str, value: str) -> str:
    """A line at the top of a file that says what its bank is called, and the like."""
    return f"{_HEAD}{key}: {escaped(value)}"


def heading_in(comments: Iterable[str], key: str) -> str:
    """What `heading` wrote; empty where there is no such line."""
    begin = f"{_HEAD}{key}: "
    found = (line.removeprefix(begin) for line in comments if line.startswith(begin))
    return show(hide(next(found, "")))
