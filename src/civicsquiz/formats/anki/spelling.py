"""Plain text as a field of Anki's has it, and tags as Anki has them.

A field is HTML. Brackets that Anki would take for a sound or a formula are written as entities; the
formulas of MathJax are switched off by the card itself.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable

from civicsquiz.formats.portable import Form, Text

_BREAK = "<br>"
_NOT_CARRIED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What Anki takes out of a field. One of them parts the fields of a note."""
_SPELT = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": _BREAK,
        "\r": "&#13;",
        "\t": "&#9;",
    }
)
_SPECIAL = re.compile(r"[\x00-\x1f\x7f&<>\"]")
_RUN = ("[sound:", "[anki:", "[latex]", "[$]", "[$$]")


def bare(text: str) -> str:
    """A text without what no field can hold."""
    return _NOT_CARRIED.sub("", text)


def spelt(text: str) -> str:
    """A field that shows a plain text; what no field can hold is left out."""
    return _not_run(bare(text).translate(_SPELT) if _SPECIAL.search(text) else text)


def hidden(text: str) -> str:
    """A field that no card shows. Its quotation marks, of which there are many, stay."""
    return _not_run(html.escape(text, quote=False))


def _not_run(made: str) -> str:
    if "[" in made:
        for run in _RUN:
            made = made.replace(run, f"&#91;{run[1:]}")
    return made


def unspelt(field: str) -> Text:
    """The plain text that a field shows, or HTML where somebody has put more than text into it."""
    lines = field.replace(_BREAK, "\n")
    if "<" in lines:
        return Text(field, Form.HTML)
    return Text(html.unescape(lines))


def as_tags(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels as tags, which have no white space; labels of white space only have none."""
    spelt_ones = ("_".join(bare(label).split()) for label in labels)
    return tuple(dict.fromkeys(tag for tag in spelt_ones if tag))


def from_tags(tags: Iterable[str], labels: Iterable[str]) -> tuple[str, ...]:
    """The labels as they stand in the tags now: `labels` less those that were taken away in Anki, and
    what was added there."""
    left = {_folded(tag): tag for tag in tags}
    kept, known = [], set()
    for label in labels:
        tag = next(iter(as_tags((label,))), "")
        known.add(_folded(tag))
        if not tag or _folded(tag) in left:
            kept.append(label)
    return (*kept, *(tag for folded, tag in left.items() if folded not in known))


def _folded(tag: str) -> str:
    """Anki takes tags that differ in case or in how accents are stored for the same one."""
    return unicodedata.normalize("NFC", tag).casefold()
