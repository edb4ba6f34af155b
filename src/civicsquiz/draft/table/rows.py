"""The table's files: one a family, the first line names the columns, a cell may list several with "; "."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from civicsquiz.draft.table.entries import (
    Amendment,
    Article,
    Body,
    Case,
    Clause,
    Country,
    Document,
    Entry,
    Office,
    Party,
    Person,
    Right,
    State,
    Statute,
    Term,
    War,
)

_TYPES: Mapping[str, tuple[str, type[Entry]]] = {
    "cases": ("case", Case),
    "amendments": ("amendment", Amendment),
    "rights": ("right", Right),
    "clauses": ("clause", Clause),
    "articles": ("article", Article),
    "statutes": ("statute", Statute),
    "offices": ("office", Office),
    "bodies": ("body", Body),
    "documents": ("document", Document),
    "wars": ("war", War),
    "people": ("person", Person),
    "states": ("state", State),
    "countries": ("country", Country),
    "parties": ("party", Party),
    "terms": ("term", Term),
}
FAMILIES = tuple(family for family, _ in _TYPES.values())


def read() -> dict[str, tuple[Entry, ...]]:
    """Every entry by its family, in the order of the files."""
    folder = Path(__file__).parent / "data"
    read_in: dict[str, tuple[Entry, ...]] = {}
    for stem, (family, made) in _TYPES.items():
        text = (folder / f"{stem}.tsv").read_text(encoding="utf-8")
        read_in[family] = tuple(_entries(text, family, made))
    return read_in


def _entries(text: str, family: str, made: type[Entry]) -> Iterator[Entry]:
    head, *lines = text.splitlines()
    columns = head.split("\t")
    readers = [_READERS.get(column, str) for column in columns]
    finish = _FINISH.get(family, _named)
    for line in lines:
        cells = zip(columns, readers, line.split("\t"), strict=True)
        row = finish({column: reader(cell) for column, reader, cell in cells})
        yield made(family=family, **row)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def _numbers(cell: str) -> frozenset[int]:
    return frozenset(map(int, cell.split()))


_READERS: Mapping[str, Callable[[str], Any]] = {
    "also": _several,
    "short": _several,
    "law": _several,
    "roles": _several,
    "subjects": _several,
    "apart": lambda cell: frozenset(_several(cell)),
    "year": _number,
    "start": _number,
    "end": _number,
    "number": int,
    "amendment": _number,
    "amendments": _numbers,
    "near": _numbers,
}


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return row


def _amendment(row: dict[str, Any]) -> dict[str, Any]:
    number, word = row["number"], row["word"]
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
    name = f"{word} Amendment"
    also = (f"{number}{tail} Amendment", f"Amendment {_roman(number)}", f"Amendment {number}")
    return row | {"name": name, "also": (*also, name.lower()), "short": (word, f"{number}{tail}")}


def _article(row: dict[str, Any]) -> dict[str, Any]:
    numeral = row.pop("numeral")
    also = (f"Article {row['number']}", f"Art. {numeral}")
    return row | {"name": f"Article {numeral}", "also": also}


def _roman(number: int) -> str:
    """A number up to 39 in Roman numerals."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def _body(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"also": (*row["also"], row["abbr"])} if row["abbr"] else row


def _person(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"kind": row["roles"][0]}


def _country(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"kind": row.pop("region")}


_FINISH: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "amendment": _amendment,
    "article": _article,
    "body": _body,
    "country": _country,
    "person": _person,
}
