"""Rows of a table whose columns have our names, as questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from civicsquiz.formats.csv.columns import ANSWER, BANK, HINT, PAIR
from civicsquiz.formats.csv.formulas import bared
from civicsquiz.formats.csv.headings import KEY, nearest
from civicsquiz.formats.csv.layout import Layout
from civicsquiz.formats.csv.options import Unusable, counts_from_zero, listed_in, resolved
from civicsquiz.formats.csv.table import Record, parted
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text
from civicsquiz.formats.safe.limits import QUESTIONS, shortened

_PARTS = "/"
_LONGEST = 40
"""Digits of a number before or after its point."""
_GUESSED = 50
"""Of so many unknown columns it is guessed what they were to be."""
_YES = ("yes", "true", "1", "x")


def questions_of_rows(layout: Layout) -> tuple[Collection, tuple[Loss, ...]]:
    """The question of each row that is one, and what is of the whole table where a row says it."""
    losses = list(_unknown(layout))
    if layout.more or len(layout.records) > QUESTIONS:
        losses.append(Loss("", "", f"after {QUESTIONS} rows nothing more was read"))
    if layout.open:
        losses.append(
            Loss(f"line {layout.open}", "", "no quotation mark closes the one that opens here")
        )
    if not layout.records and "type" not in layout.columns:
        losses.append(Loss("", "", "there is nothing under its first row"))
    whole: Mapping[str, str] = {}
    found = []
    listed = listed_in(layout.columns)
    at = layout.columns.index(KEY) if KEY in layout.columns else len(layout.columns)
    from_zero = counts_from_zero("".join(record.cells[at : at + 1]) for record in layout.records)
    for record in layout.records[:QUESTIONS]:
        cells = _cells(record, layout, losses)
        if cells.get("type") == BANK:
            whole = cells
            continue
        try:
            ours = resolved(cells, listed, from_zero=from_zero)
            found.append(_question(ours, f"line {record.line}"))
        except Unusable as why:
            losses.append(Loss(f"line {record.line}", "", str(why)))
    collection = Collection(
        tuple(found),
        title=whole.get("name", ""),
        description=whole.get("feedback", ""),
        language=whole.get("language", ""),
        topics=parted(whole.get("tags", "")),
        id=whole.get("id", ""),
    )
    return collection, tuple(losses)


def _unknown(layout: Layout) -> Iterator[Loss]:
    """The columns that are none of ours, some of them with the name that may have been meant."""
    unknown = [
        title
        for title, ours in zip(layout.titles, layout.columns, strict=True)
        if title.strip() and not ours
    ]
    for at, title in enumerate(unknown):
        near = nearest(title) if at < _GUESSED else ""
        meant = f"; the nearest that is known is “{near}”" if near else ""
        yield Loss("", shortened(title), f"there is no such column, and it was left out{meant}")


def _cells(record: Record, layout: Layout, losses: list[Loss]) -> dict[str, str]:
    """The filled cells of a row by our names of their columns; of two of one name the first counts."""
    cells: dict[str, str] = {}
    for name, cell in zip(layout.columns, record.cells, strict=False):
        if name and cell and name not in cells:
            cells[name] = bared(cell)
    if any(record.cells[len(layout.columns) :]):
        losses.append(
            Loss(
                f"line {record.line}",
                "",
                "it has more cells than the header; the rest was left out",
            )
        )
    return cells


def _question(cells: Mapping[str, str], place: str) -> Portable:
    kind = _kind(cells)
    try:
        form = Form(cells.get("markup", "plain"))
    except ValueError:
        raise Unusable(f"there is no markup “{shortened(cells['markup'])}”") from None

    def text(name: str) -> Text:
        return Text(cells[name], form) if cells.get(name) else Text()

    if not cells.get("question"):
        raise Unusable("there is no question in it")
    return Portable(
        kind=kind,
        stem=text("question"),
        id=cells.get("id", ""),
        name=cells.get("name", ""),
        answers=tuple(
            Answer(
                text=text(f"answer {number}"),
                fraction=_fraction(cells, number),
                feedback=text(f"why {number}"),
                least=_decimal(cells, f"least {number}"),
                most=_decimal(cells, f"most {number}"),
                id=cells.get(f"answer id {number}", ""),
            )
            for number in _numbers(cells, ANSWER)
        ),
        pairs=tuple(
            Pair(
                text(f"left {number}"),
                text(f"right {number}"),
                cells.get(f"left id {number}", ""),
                cells.get(f"right id {number}", ""),
            )
            for number in _numbers(cells, PAIR)
        ),
        general=text("feedback"),
        right=text("if right"),
        partly=text("if partly"),
        wrong=text("if wrong"),
        case_sensitive=cells.get("case", "").strip().lower() in _YES,
        category=parted(cells.get("topic", ""), _PARTS),
        tags=parted(cells.get("tags", "")),
        hints=tuple(text(f"hint {number}") for number in _numbers(cells, HINT)),
        points=_decimal(cells, "points"),
        foreign=cells.get("foreign type", ""),
        place=place,
    )


def _kind(cells: Mapping[str, str]) -> Kind:
    stated = cells.get("type", "").strip().lower()
    if stated:
        try:
            return Kind(stated)
        except ValueError:
            raise Unusable(f"there is no type “{shortened(stated)}”") from None
    if any(f"left {number}" in cells for number in _numbers(cells, PAIR)):
        return Kind.MATCH
    marks = [_fraction(cells, number) for number in _numbers(cells, ANSWER)]
    if len(marks) < 2:
        return Kind.SHORT
    return Kind.CHOICE if sum(1 for mark in marks if mark > 0) < 2 else Kind.MULTIPLE


def _numbers(cells: Mapping[str, str], names: tuple[str, ...]) -> list[int]:
    """The numbers of those entries of a list that have anything in any of their columns."""
    found = set()
    for title in cells:
        name, _, number = title.rpartition(" ")
        if name in names and number.isdigit():
            found.add(int(number))
    return sorted(found)


def _fraction(cells: Mapping[str, str], number: int) -> Decimal:
    """The share of the mark. Where no answer of a row has one, the first is right."""
    stated = _decimal(cells, f"mark {number}")
    if stated is not None:
        if abs(stated) > 1:
            raise Unusable(f"mark {number} is not from -1 to 1")
        return stated
    first = number == 1 and not any(title.startswith("mark ") for title in cells)
    return Decimal(1) if first else Decimal(0)


def _decimal(cells: Mapping[str, str], name: str) -> Decimal | None:
    stated = cells.get(name, "").strip()
    if not stated:
        return None
    try:
        value = Decimal(stated) if len(stated) < 100 else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        raise Unusable(f"{name} is no number")
    return value
