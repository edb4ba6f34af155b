"""The pieces of a bank file in their row: looking something up, and the one change that each edit is.

A change exchanges neighbouring pieces. It is made only of pieces that load to what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from civicsquiz.bank.editing import emit, lines, mapping, tree
from civicsquiz.bank.editing.meaning import Unmade, checked, loads, nodes
from civicsquiz.bank.editing.pieces import Form, Piece
from civicsquiz.bank.editing.tree import Node

Ways = Callable[[str, Node], Iterator[str]]
"""Several texts that an entry could have, the best first."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """The pieces from `at` on, before and after."""

    at: int
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry is: the piece, and which of its entries."""

    at: int
    number: int = 0


class Row:
    """The pieces of one file. `newline` ends new lines."""

    def __init__(self, pieces: Sequence[Piece], newline: str) -> None:
        self.pieces = list(pieces)
        self.newline = newline

    @property
    def text(self) -> str:
        return "".join([piece.text for piece in self.pieces])

    def meant(self) -> dict[str, Any]:
        """The data that the text should load to."""
        meant: dict[str, Any] = {}
        for piece in self.pieces:
            if piece.form is Form.WHOLE:
                meant[piece.name] = piece.data
            elif piece.form is Form.OPENING:
                meant[piece.name] = {} if piece.name == "sources" else []
            elif piece.form is Form.ENTRY and piece.name == "sources":
                meant[piece.name].update(piece.data)
            elif piece.form is Form.ENTRY:
                meant[piece.name].append(piece.data)
        return meant

    def listed(self, name: str) -> Iterator[tuple[Spot, dict[str, Any]]]:
        """The entries of a list of the bank that are mappings."""
        for at, piece in enumerate(self.pieces):
            if piece.name == name:
                for number, entry in enumerate(_entries(piece)):
                    if isinstance(entry, dict):
                        yield Spot(at, number), entry

    def cards(self) -> dict[str, tuple[int, dict[str, Any]]]:
        """The cards of the sources, and the piece that each is in."""
        return {
            name: (at, card)
            for at, piece in enumerate(self.pieces)
            if piece.name == "sources" and isinstance(piece.data, dict)
            for name, card in piece.data.items()
        }

    def carry_out(self, change: Change) -> None:
        self.pieces[change.at : change.at + len(change.before)] = change.after

    def take_back(self, change: Change) -> None:
        self.pieces[change.at : change.at + len(change.after)] = change.before

    def exchange(self, at: int, count: int, *pieces: Piece) -> Change:
        return Change(at, tuple(self.pieces[at : at + count]), pieces)

    def in_entry(self, spot: Spot, values: dict[str, Any], ways: Ways) -> Change:
        """The entry of a list changed so that it has these values."""
        piece = self.pieces[spot.at]
        node = nodes(piece)[spot.number]
        data = values if piece.form is Form.ENTRY else _put(piece.data, spot.number, [values])
        return self.exchange(spot.at, 1, self._best(spot.at, ways(piece.text, node), data))

    def in_card(self, name: str, values: dict[str, Any], ways: Ways) -> Change:
        """A source's card changed so that it has these values."""
        at, _ = self.cards()[name]
        piece = self.pieces[at]
        root = tree.read(piece.text)
        if root is not None and piece.form is Form.WHOLE:
            root = root.get(piece.name)
        node = root.get(name) if root else None
        if node is None or node.pairs is None:
            raise Unmade(f"the card of “{name}” is no mapping")
        data = {**piece.data, name: values}
        return self.exchange(at, 1, self._best(at, ways(piece.text, node), data))

    def in_topics(self, values: dict[str, Any], ways: Ways) -> Change:
        """The names of topics changed so that they are these; Unmade where the bank names none."""
        at = next((at for at, piece in enumerate(self.pieces) if piece.name == "topics"), -1)
        root = tree.read(self.pieces[at].text) if at >= 0 else None
        node = root.get("topics") if root else None
        if node is None or not node.pairs:
            raise Unmade("no topic has a name yet")
        return self.exchange(at, 1, self._best(at, ways(self.pieces[at].text, node), values))

    def _best(self, at: int, texts: Iterator[str], data: Any) -> Piece:
        """The piece in the place of another, with the first of the texts that loads to `data`."""
        piece, after = self.pieces[at], self.after(at)
        for text in texts:
            if loads(piece, text, data, after):
                return Piece(piece.form, text, piece.name, data, piece.column)
        raise Unmade("that would not be read back as it is meant")

    def after(self, at: int) -> str:
        """The empty lines and comments that stand after a piece."""
        following = self.pieces[at + 1 : at + 2]
        return following[0].text if following and following[0].form is Form.BETWEEN else ""

    def replaced(self, spot: Spot, values: dict[str, Any]) -> Change:
        """The entry of a list written anew."""
        piece = self.pieces[spot.at]
        if piece.form is Form.ENTRY:
            end = "" if lines.ended(piece.text) else self.newline
            texts = (text.removesuffix(end) for text in self.written(piece, values))
            return self.exchange(spot.at, 1, self._best(spot.at, texts, values))
        node = nodes(piece)[spot.number]
        text = piece.text[: node.start] + emit.flow(values) + piece.text[node.end :]
        return self.exchange(
            spot.at, 1, checked(piece, text, _put(piece.data, spot.number, [values]))
        )

    def removed(self, spot: Spot) -> Change:
        """Without an entry of a list, and the empty lines that set it apart."""
        piece = self.pieces[spot.at]
        if piece.form is Form.WHOLE:
            spans = [(node.start, node.end) for node in nodes(piece)]
            text = mapping.cut(piece.text, spans, spot.number)
            return self.exchange(
                spot.at, 1, checked(piece, text, _put(piece.data, spot.number, []))
            )
        mates = [at for at, each in enumerate(self.pieces) if each.name == piece.name]
        if len(mates) == 2:
            return self._emptied(*mates)
        if spot.at == mates[-1]:
            first = spot.at - self._is_empty(spot.at - 1)
            return self.exchange(first, spot.at + 1 - first)
        if self.pieces[spot.at + 1].form is not Form.BETWEEN:
            return self.exchange(spot.at, 1)
        rest = _without_empty_lines(self.pieces[spot.at + 1].text)
        return self.exchange(spot.at, 2, *([Piece(Form.BETWEEN, rest)] if rest else []))

    def _emptied(self, opening: int, entry: int) -> Change:
        """A key whose only entry is taken out. Rejections are not kept empty, unless with a comment."""
        piece = self.pieces[opening]
        between = self.pieces[opening + 1 : entry]
        if piece.name == "rejected" and piece.text.strip() == "rejected:" and not between:
            first = opening - self._is_empty(opening - 1)
            return self.exchange(first, entry + 1 - first)
        root = tree.read(piece.text)
        if root is None or not root.pairs:
            raise Unmade(f"“{piece.name}” stands in a way that is not edited")
        _, value = root.pairs[0]
        data: Any
        none, data = ("{}", {}) if piece.name == "sources" else ("[]", [])
        text = f"{piece.text[: value.end]} {none}{piece.text[value.end :]}"
        whole = checked(Piece(Form.WHOLE, "", piece.name), text, data)
        return self.exchange(opening, entry + 1 - opening, whole, *between)

    def _is_empty(self, at: int) -> bool:
        """Whether a piece is nothing but empty lines."""
        return self.pieces[at].form is Form.BETWEEN and not self.pieces[at].text.strip()

    def entry(self, name: str, column: int, data: Any, after: str = "") -> Piece:
        """A new entry of a list, or of the sources, to stand before such empty lines and comments."""
        made = Piece(Form.ENTRY, "", name, data, column)
        for text in self.written(made, data):
            if loads(made, text, data, after):
                return Piece(Form.ENTRY, text, name, data, column)
        raise Unmade("that would not be read back as it is meant")

    def written(self, piece: Piece, data: Any) -> Iterator[str]:
        """An entry in the place of a piece: in the style of the shipped banks, and on one line."""
        if piece.name == "sources":
            ((key, card),) = data.items()
            yield self.newline.join((*emit.pair(key, card, piece.column), ""))
            yield f"{' ' * piece.column}{emit.member(key, card)}{self.newline}"
        else:
            yield self.newline.join((*emit.entry(data, piece.column), ""))
            yield f"{' ' * piece.column}- {emit.flow(data)}{self.newline}"


def _entries(piece: Piece) -> list[Any]:
    if piece.form is Form.ENTRY:
        return [piece.data]
    return piece.data if isinstance(piece.data, list) else []


def _put(values: list[Any], at: int, new: list[Any]) -> list[Any]:
    return [*values[:at], *new, *values[at + 1 :]]


def _without_empty_lines(text: str) -> str:
    """A text without the empty lines that it begins with."""
    at = 0
    while at < len(text):
        stop = lines.end_of(text, at)
        if text[at:stop].strip():
            break
        at = stop
    return text[at:]
