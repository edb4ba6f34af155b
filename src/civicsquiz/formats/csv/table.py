"""Records of cells out of text and into it, after RFC 4180.

Read as spreadsheets and Anki read: a cell may be in quotation marks only from its first sign on, what
stands between its end and the next delimiter belongs to it, empty lines are no records, and lines end
with CR, LF or both. The time that a text takes grows as its length does, whatever stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import MIB

COLUMNS = 20_000
"""Of one record."""
CELL = 8 * MIB
"""Characters of one cell."""
_TOO_LONG = "it has a cell of more than 8 million characters"
_REMARKS = 100_000
_LINE_ENDS = re.compile(r"[\r\n]+")
_QUOTE = '"'
_ENDS = "\r\n"


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record; `line` is where it begins, from 1."""

    line: int
    cells: list[str]


@dataclass(slots=True)
class Table:
    """A text to be read record by record. `quoting` is whether quotation marks enclose cells, `comments`
    whether records that begin with `#` are none. `first_line` is the number of its first line.

    After reading, `loose` is the first line with a quotation mark that closes a cell too early, and `open`
    the line of one that nothing closes; both are 0 where there is none.
    """

    text: str
    delimiter: str
    name: str
    quoting: bool = True
    comments: bool = False
    first_line: int = 1
    loose: int = field(default=0, init=False)
    open: int = field(default=0, init=False)

    def records(self) -> Iterator[Record]:
        """FileError where a record or a cell is out of bounds."""
        text, at, length = self.text, 0, len(self.text)
        plain = re.compile(f"[^{re.escape(self.delimiter)}{_ENDS}]*")
        line, remarks = self.first_line, 0
        while at < length:
            sign = text[at]
            if sign in _ENDS:
                end = _line_ends_after(text, at)
                line += _lines(text[at:end])
                at = end
                continue
            if self.comments and sign == "#":
                at = _line_end(text, at)
                remarks += 1
                if remarks > _REMARKS:
                    raise self._refusal(line, f"it has more than {_REMARKS} comments")
                continue
            began = line
            cells: list[str] = []
            while True:
                cell, after = self._cell(plain, at, line)
                if len(cell) > CELL:
                    raise self._refusal(line, _TOO_LONG)
                if len(cells) == COLUMNS:
                    raise self._refusal(line, f"it has more than {COLUMNS} columns")
                cells.append(cell)
                line += _lines(cell)
                at = after
                if at >= length or text[at] in _ENDS:
                    break
                at += 1
            yield Record(began, cells)

    def _cell(self, plain: re.Pattern[str], at: int, line: int) -> tuple[str, int]:
        """The cell that begins at a place, and the place of what ends it."""
        text = self.text
        if not (self.quoting and text.startswith(_QUOTE, at)):
            found = plain.match(text, at)
            return (found.group(), found.end()) if found else ("", at)
        parts: list[str] = []
        at += 1
        while True:
            close = text.find(_QUOTE, at)
            if close < 0:
                self.open = self.open or line
                return "".join((*parts, text[at:])), len(text)
            parts.append(text[at:close])
            at = close + 1
            if not text.startswith(_QUOTE, at):
                break
            parts.append(_QUOTE)
            at += 1
            if len(parts) > CELL:
                raise self._refusal(line, _TOO_LONG)
        found = plain.match(text, at)
        if found and found.group():
            self.loose = self.loose or line
            parts.append(found.group())
            at = found.end()
        return "".join(parts), at

    def _refusal(self, line: int, problem: str) -> FileError:
        return FileError(self.name, problem, "look whether it is a table", line=line, column=1)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _line_ends_after(text: str, at: int) -> int:
    found = _LINE_ENDS.match(text, at)
    return found.end() if found else at


def _lines(cell: str) -> int:
    """How many lines end in a cell."""
    if "\r" not in cell:
        return cell.count("\n")
    return cell.count("\n") + cell.count("\r") - cell.count("\r\n")


def written(rows: Iterable[Iterable[str]], delimiter: str = ",") -> str:
    """Records as text: lines end with CR LF, and cells are quoted where they have to be."""
    return "".join(f"{joined(row, delimiter)}\r\n" for row in rows)


def joined(cells: Iterable[str], delimiter: str = ",") -> str:
    """One record without its end. No cells give nothing, one empty cell gives two quotation marks."""
    listed = list(cells)
    if listed == [""]:
        return '""'
    return delimiter.join(_quoted(cell, delimiter) for cell in listed)


def parted(text: str, delimiter: str = ",") -> tuple[str, ...]:
    """The cells that `joined` made one text of."""
    return next((tuple(one.cells) for one in Table(text, delimiter, "").records()), ())


def _quoted(cell: str, delimiter: str) -> str:
    needed = any(sign in cell for sign in (_QUOTE, "\r", "\n", delimiter)) or cell != cell.strip()
    return f'"{cell.replace(_QUOTE, _QUOTE * 2)}"' if needed else cell
