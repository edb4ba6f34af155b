"""The lines that stand before the records of Anki's text files.

After Anki's manual, “Text Files: File Headers”, and what Anki 26.9 does with each: names are taken in any
case, signs that spreadsheets append are taken off where only one word can stand, and what cannot be
understood counts as a comment.
"""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.formats.csv.table import COLUMNS, parted

DELIMITERS = {"tab": "\t", "pipe": "|", "semicolon": ";", "colon": ":", "comma": ",", "space": " "}
"""By their names, in the order in which Anki looks for them."""
_TRAILING = "".join(DELIMITERS.values())
_LINES = 1_000
"""More lines than this are no header."""
_HTML = {"true": True, "false": False}
_NUMBERED = ("guid column", "notetype column", "deck column", "tags column")
_KNOWN = ("separator", "html", "tags", "columns", "notetype", "deck", *_NUMBERED)


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines say. `delimiter` and `html` are None and `columns` is empty where they say nothing;
    columns count from 1, and 0 is none. The records begin at `end`, in line `line`. `known` is how many
    lines Anki understands."""

    delimiter: str | None = None
    html: bool | None = None
    tags: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    notetype: str = ""
    deck: str = ""
    guid_column: int = 0
    notetype_column: int = 0
    deck_column: int = 0
    tags_column: int = 0
    end: int = 0
    line: int = 1
    known: int = 0

    @property
    def taken(self) -> frozenset[int]:
        """The columns that are no fields of a note."""
        return frozenset(
            (self.guid_column, self.notetype_column, self.deck_column, self.tags_column)
        )


def headed(text: str) -> Head:
    """What the lines at the beginning of a text say."""
    said: dict[str, str] = {}
    html: bool | None = None
    delimiter: str | None = None
    columns: tuple[str, ...] = ()
    at, line, known = 0, 1, 0
    while at < len(text) and line <= _LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        first = at == 0 and text.startswith("tags:")
        if not (first or text.startswith("#", at)):
            break
        key, colon, value = text[at if first else at + 1 : end].removesuffix("\r").partition(":")
        key = key.strip().lower()
        if colon and key in _KNOWN:
            known += 1
            if key == "separator":
                delimiter = _delimiter(value) or delimiter
            elif key == "html":
                html = _HTML.get(value.rstrip(_TRAILING).lower(), html)
            elif key == "columns":
                columns = parted(value, delimiter or "\t")
            elif key not in _NUMBERED or _number(value):
                said[key] = value
        at, line = min(end + 1, len(text)), line + 1
    numbers = {key: _number(said.get(key, "")) for key in _NUMBERED}
    return Head(
        delimiter=delimiter,
        html=html,
        tags=tuple(said.get("tags", "").split()),
        columns=columns,
        notetype=said.get("notetype", "").strip(),
        deck=said.get("deck", "").strip(),
        guid_column=numbers["guid column"],
        notetype_column=numbers["notetype column"],
        deck_column=numbers["deck column"],
        tags_column=numbers["tags column"],
        end=at,
        line=line,
        known=known,
    )


def _delimiter(value: str) -> str | None:
    named = DELIMITERS.get(value.strip().rstrip(_TRAILING).lower())
    if named:
        return named
    return value[0] if value and value[0] in _TRAILING else None


def _number(value: str) -> int:
    digits = value.strip().rstrip(_TRAILING).removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 6):
        return 0
    return int(digits) if int(digits) <= COLUMNS else 0
