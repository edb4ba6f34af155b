"""Which kind of table a text is, and how it is parted.

Anki takes the first delimiter, in its order, that stands anywhere in the first 8 KiB. Here one that parts
the first records alike goes before it, so that a colon in a question does not tear a table with
commas; and a table with a header is parted by what gives it a header.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from civicsquiz.errors import FileError
from civicsquiz.formats.csv.columns import SCALARS
from civicsquiz.formats.csv.decoding import decoded
from civicsquiz.formats.csv.headers import DELIMITERS, Head, headed
from civicsquiz.formats.csv.headings import columns_of, named
from civicsquiz.formats.csv.table import Record, Table
from civicsquiz.formats.safe.limits import QUESTIONS

_LOOKED_AT = 8 << 10
_LONG = 512 << 10
_OURS = ",".join(SCALARS)
_FEW = 20
_LOOKED_AT_FOR_MARKUP = 5
"""So many records decide whether there is HTML in them, as with Anki."""
_OTHERS = ("<?", "<!", "<quiz", "<questestinterop", "<assessment", "<item", "$CATEGORY:")
"""How files of XML and of GIFT begin."""
_TELLING = 64 << 10


@dataclass(frozen=True, slots=True)
class Layout:
    """A table that is ready to be read. `columns` are our names of the columns where it is `named`, or
    the titles that Anki's header gives them; of a named table the header is no longer in `records`.
    `titles` are the header as it stands. `more` is whether there were more records than are read; `open`
    is the line of a quotation mark that nothing closes."""

    name: str
    head: Head
    delimiter: str
    html: bool
    named: bool
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    records: tuple[Record, ...] = field(repr=False)
    more: bool = False
    open: int = 0


def lies(text: str, name: str) -> Layout:
    """How a table lies in its text. FileError where there is nothing in it."""
    head = headed(text)
    delimiter = head.delimiter or sniffed(text, head, name)
    beginning = _firsts(text, head, delimiter, name)
    is_named = head.end == 0 and bool(beginning) and named(beginning[0])
    # Anki leaves out what begins with `#` wherever it stands; in a table with a header it is a row.
    table = Table(text[head.end :], delimiter, name, comments=not is_named, first_line=head.line)
    records, more = _taken(table)
    if not head.known and table.loose and delimiter == DELIMITERS["tab"]:
        # Quizlet quotes nothing: its quotation marks are the text's own.
        table = replace(table, quoting=False)
        records, more = _taken(table)
    if not text.strip():
        raise FileError(name, "there are no records in it", "export it once more")
    titles = tuple(records.pop(0).cells) if is_named else ()
    html = head.html
    if html is None:
        html = not is_named and any(
            _marked_up(cell) for one in records[:_LOOKED_AT_FOR_MARKUP] for cell in one.cells
        )
    return Layout(
        name=name,
        head=head,
        delimiter=delimiter,
        html=html,
        named=is_named,
        columns=columns_of(titles) if is_named else head.columns,
        titles=titles or head.columns,
        records=tuple(records),
        more=more,
        open=table.open,
    )


def sniffed(text: str, head: Head, name: str = "") -> str:
    """What parts the cells of a text that does not say it."""
    looked_at = _looked_at(text, head)
    present = [sign for sign in DELIMITERS.values() if sign in looked_at]
    parts = {sign: _firsts(text, head, sign, name) for sign in present}
    if head.end == 0:
        for sign, records in parts.items():
            if sign != DELIMITERS["space"] and records and named(records[0]):
                return sign
    for sign, records in parts.items():
        widths = {len(cells) for cells in records}
        if sign != DELIMITERS["space"] and len(widths) == 1 and widths != {1}:
            return sign
    return present[0] if present else DELIMITERS["space"]


def likeness(data: bytes) -> float:
    """How surely bytes are a table: 1 is certain, 0 is something else."""
    try:
        text = decoded(_beginning(data), "")
        head = headed(text)
        if head.known:
            return 0.95
        sign = sniffed(text, head)
        records = _firsts(text, head, sign, "")
    except FileError:
        return 0.0
    if text.lstrip().startswith(_OTHERS) or not records or sign == DELIMITERS["space"]:
        return 0.0
    if head.end == 0 and named(records[0]):
        ours = sum(1 for name in columns_of(records[0]) if name)
        return 0.98 if ours > 2 and ours == len(records[0]) else 0.8
    widths = [len(cells) for cells in records]
    alike = min(widths) == max(widths) >= 2
    if sign == DELIMITERS["tab"]:
        most = sum(1 for width in widths if width > 1) * 3 > len(widths) * 2
        return 0.6 if alike else 0.3 if most else 0.05
    return 0.3 if alike and len(records) > 1 and sign != DELIMITERS["colon"] else 0.05


def _beginning(data: bytes) -> bytes:
    """Whole lines from the beginning, or all there is."""
    if len(data) <= _TELLING:
        return data
    end = data.rfind(b"\n", 0, _TELLING)
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data[: end if end > 0 and not wide else _TELLING]


def _looked_at(text: str, head: Head) -> str:
    """The beginning by which a table is judged. A header of ours may be long."""
    return text[head.end : head.end + (_LONG if text.startswith(_OURS) else _LOOKED_AT)]


def _firsts(text: str, head: Head, sign: str, name: str) -> list[list[str]]:
    """The cells of the first whole records in the beginning of a text."""
    looked_at = _looked_at(text, head)
    table = Table(looked_at, sign, name, comments=True)
    try:
        records = [one.cells for one in itertools.islice(table.records(), _FEW + 1)]
    except FileError:  # so many columns that it is no table by this sign
        return []
    cut = head.end + len(looked_at) < len(text) and len(records) <= _FEW
    return records[:-1] if cut and len(records) > 1 else records[:_FEW]


def _taken(table: Table) -> tuple[list[Record], bool]:
    records = list(itertools.islice(table.records(), QUESTIONS + 2))
    return records[: QUESTIONS + 1], len(records) > QUESTIONS + 1


def _marked_up(cell: str) -> bool:
    begin = cell.find("<")
    return begin >= 0 and cell.find(">", begin) >= 0
