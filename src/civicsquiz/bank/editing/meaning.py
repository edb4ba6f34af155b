"""Whether a piece of a file loads to what is meant."""

from __future__ import annotations

from typing import Any

from civicsquiz.bank.editing import tree
from civicsquiz.bank.editing.pieces import Form, Piece
from civicsquiz.bank.editing.tree import Node
from civicsquiz.source import safe_yaml


class Unmade(Exception):
    """An edit that cannot be made as the file stands: why, and what would mend it."""

    def __init__(self, problem: str, mend: str = "edit it by hand") -> None:
        self.mend = mend
        super().__init__(problem)


def nodes(piece: Piece) -> list[Node]:
    """The entries of a list in the text of a piece."""
    root = tree.read(piece.text)
    if root is not None and piece.form is Form.WHOLE:
        root = root.get(piece.name)
    return (root.entries if root else None) or []


def checked(piece: Piece, text: str, data: Any) -> Piece:
    """A piece in the place of another, with another text, which must load to `data`.

    Raises:
        Unmade: it does not.
    """
    if not loads(piece, text, data):
        raise Unmade("that would not be read back as it is meant")
    return Piece(piece.form, text, piece.name, data, piece.column)


def loads(piece: Piece, text: str, data: Any, after: str = "") -> bool:
    """Whether a text in the place of a piece, before empty lines and comments, loads to `data`."""
    found, problems = safe_yaml.load(text + after)
    if piece.form is Form.WHOLE:
        return not problems and bool(found == {piece.name: data})
    begins = text[: piece.column + 1]
    in_place = not begins[:-1].strip(" ") and begins[-1:].strip() != ""
    return (
        in_place and not problems and bool(found == (data if piece.name == "sources" else [data]))
    )
