"""New entries after the last one of a key, or under a key that the file does not have yet."""

from __future__ import annotations

from typing import Any

from civicsquiz.bank.editing import lines, mapping, tree
from civicsquiz.bank.editing.meaning import Unmade, checked, loads
from civicsquiz.bank.editing.pieces import Form, Piece
from civicsquiz.bank.editing.row import Change, Row

_STEP = 2
"""Columns by which entries are indented under a key that has none yet."""


def append(row: Row, name: str, values: list[Any], *, apart: bool = False) -> Change:
    """The change that puts entries after the last one of the key `name`; `apart` with an empty line
    between two. A source is a mapping of its id to its card."""
    at = max((at for at, piece in enumerate(row.pieces) if piece.name == name), default=-1)
    if at < 0:
        return _under_new_key(row, name, values, apart=apart)
    piece = row.pieces[at]
    if piece.form is not Form.WHOLE:
        made = _made(row, at, piece, values)
        closed, made = _closed(row, piece, made)
        apart = apart and _is_airy(row, at) and _can_be_set_apart(row, closed)
        return row.exchange(at, 1, closed, *_set_apart(row, made, apart=apart, first=apart))
    if piece.data:
        return _in_brackets(row, at, values)
    opening = _opened(piece)
    closed, made = _closed(row, opening, _made(row, at, opening, values))
    return row.exchange(at, 1, closed, *_set_apart(row, made, apart=apart))


def _made(row: Row, at: int, before: Piece, values: list[Any]) -> list[Piece]:
    """The entries, to be put after the piece at `at`."""
    last = len(values) - 1
    return [
        row.entry(before.name, before.column, each, row.after(at) if number == last else "")
        for number, each in enumerate(values)
    ]


def _set_apart(row: Row, made: list[Piece], *, apart: bool, first: bool = False) -> list[Piece]:
    """The entries with empty lines between them, and before the first."""
    gap = [Piece(Form.BETWEEN, row.newline)]
    return [
        part
        for number, piece in enumerate(made)
        for part in (*(gap if apart and (number or first) else ()), piece)
    ]  # fmt: skip


def _is_airy(row: Row, last: int) -> bool:
    """Whether an empty line stands before the last entry, or it is the only one."""
    before = row.pieces[last - 1]
    return before.form is not Form.ENTRY and (
        before.form is Form.OPENING or not before.text.strip() or before.text[0] in "\r\n"
    )


def _can_be_set_apart(row: Row, last: Piece) -> bool:
    """Whether an empty line after a piece would be no part of it, as it is of a text that keeps them."""
    return last.form is Form.OPENING or loads(last, last.text, last.data, row.newline)


def _in_brackets(row: Row, at: int, values: list[Any]) -> Change:
    """Entries of a list or mapping that stands in brackets."""
    piece = row.pieces[at]
    text, data = piece.text, piece.data
    for value in values:
        root = tree.read(text)
        node = root.get(piece.name) if root else None
        if node is None or not node.flow:
            raise Unmade(f"“{piece.name}” stands in a way that is not edited")
        if isinstance(data, dict):
            ((key, card),) = value.items()
            text, data = next(mapping.put(text, node, key, card, row.newline)), {**data, key: card}
        else:
            text, data = mapping.append(text, node, value), [*data, value]
    return row.exchange(at, 1, checked(piece, text, data))


def _opened(piece: Piece) -> Piece:
    """A key without entries (`items: []`, `items:`) as one that has its entries under it."""
    root = tree.read(piece.text)
    if root is None or not root.pairs:
        raise Unmade(f"“{piece.name}” stands in a way that is not edited")
    key, value = root.pairs[0]
    before = piece.text[: value.start].rstrip(" ")
    text = before + piece.text[max(value.end, len(before)) :]
    return Piece(Form.OPENING, text, piece.name, None, key.column + _STEP)


def _under_new_key(row: Row, name: str, values: list[Any], *, apart: bool) -> Change:
    """A key with its entries, put after all others, an empty line before it."""
    at = max(at for at, piece in enumerate(row.pieces) if piece.form is not Form.BETWEEN)
    column = _root_column(row)
    opening = Piece(Form.OPENING, f"{' ' * column}{name}:{row.newline}", name, None, column + _STEP)
    closed, made = _closed(row, row.pieces[at], _made(row, at, opening, values))
    gap = [Piece(Form.BETWEEN, row.newline)] if _can_be_set_apart(row, closed) else []
    return row.exchange(at, 1, closed, *gap, opening, *_set_apart(row, made, apart=apart))


def _root_column(row: Row) -> int:
    """The column in which the bank's keys stand."""
    first = next(piece.text for piece in row.pieces if piece.form in (Form.WHOLE, Form.OPENING))
    return len(first) - len(first.lstrip(" "))


def _closed(row: Row, last: Piece, made: list[Piece]) -> tuple[Piece, list[Piece]]:
    """A piece and what is put after it. Where it is the end of a file whose last line does not end,
    it gets a line end, and the new last line has none."""
    if lines.ended(last.text):
        return last, made
    text = last.text + row.newline
    if last.form is not Form.OPENING and not loads(last, text, last.data):
        raise Unmade("the last line of the file has no end", "press Enter at its end")
    tail = made[-1].text.removesuffix(row.newline)
    if loads(made[-1], tail, made[-1].data):
        made = [*made[:-1], checked(made[-1], tail, made[-1].data)]
    return Piece(last.form, text, last.name, last.data, last.column), made
