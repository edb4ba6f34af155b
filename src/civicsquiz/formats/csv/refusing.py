"""Tables of which it cannot be known what their columns are: guessing would give wrong keys."""

from __future__ import annotations

from collections import Counter

from civicsquiz.errors import FileError
from civicsquiz.formats.csv.headings import KEY, OPTION, TITLES, WRONG, has, nearest
from civicsquiz.formats.csv.layout import Layout
from civicsquiz.formats.safe.limits import shortened

_LOOKED_AT = 20
_LISTS = frozenset(("term", "front", "word"))
"""What the first column of a list is called; a column called “question” holds questions."""


def refuse_unclear(layout: Layout) -> None:
    """Refuse a table that does not say which answer is right.

    Raises:
        FileError: with first rows that can be read.
    """
    columns = layout.columns
    if layout.named:
        if has(columns, OPTION) and KEY not in columns:
            problem, mend = "it has options, and no column says which is right", "add one: correct"
            raise FileError(layout.name, problem, mend, line=1, column=1)
        if has(columns, WRONG) and not {KEY, "answer 1"} & set(columns):
            problem, mend = "it has wrong answers, and no column with the right one", "add: correct"
            raise FileError(layout.name, problem, mend, line=1, column=1)
    elif not layout.head.known and (width := _width(layout)) > 2:
        problem = (
            f"it has {width} columns, and its first row does not say what they are{_meant(layout)}"
        )
        mend = f"name them there ({TITLES}); docs/formats.md has all names"
        raise FileError(layout.name, problem, mend, line=layout.records[0].line, column=1)


def is_list(layout: Layout) -> bool:
    """Whether a table is a list of terms and definitions, and not from Anki."""
    if layout.head.known or not layout.records:
        return False
    if not layout.named:
        return _width(layout) == 2
    first = layout.titles[0].strip().lower()
    return layout.columns == ("question", "answer 1") and first in _LISTS


def _width(layout: Layout) -> int:
    """The columns that most of the first records have, empty ones at the end not counted."""
    widths: Counter[int] = Counter()
    for record in layout.records[:_LOOKED_AT]:
        filled = [at for at, cell in enumerate(record.cells, 1) if cell.strip()]
        widths[filled[-1] if filled else 0] += 1
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _meant(layout: Layout) -> str:
    """What a title that is like a known one may have been meant to say."""
    for cell in layout.records[0].cells[:_LOOKED_AT]:
        title = cell.strip()
        near = nearest(title) if title else ""
        if near and near != title.lower():
            return f"; the nearest to “{shortened(title, 40)}” is “{near}”"
    return ""
