"""Questions as a table of our own: one row each, UTF-8, RFC 4180, nothing that a spreadsheet runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from civicsquiz.formats.csv.columns import ANSWER, BANK, HINT, LAST, NUMBERED, PAIR, SCALARS
from civicsquiz.formats.csv.formulas import shielded
from civicsquiz.formats.csv.table import joined, written
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Portable, Text

_PARTS = "/"
_NUL = "\0"


def write(collection: Collection) -> tuple[bytes, tuple[Loss, ...]]:
    """The bytes of the table and what it cannot hold."""
    losses: list[Loss] = []
    rows = [dict(_bank(collection))] if _of_the_whole(collection) else []
    rows.extend(dict(_cells(one, losses)) for one in collection.questions)
    if any(_NUL in value for row in rows for value in row.values()):
        for row in rows:
            losses.extend(
                Loss(row.get("id", ""), key, "a NUL, which no text has, was left out")
                for key, value in row.items()
                if _NUL in value
            )
    titles = _titles(rows)
    lines = [titles, *([row.get(title, "") for title in titles] for row in rows)]
    text = written([shielded(cell.replace(_NUL, "")) for cell in line] for line in lines)
    return text.encode(), tuple(losses)


def _of_the_whole(collection: Collection) -> bool:
    return replace(collection, questions=()) != Collection(())


def _bank(collection: Collection) -> Iterator[tuple[str, str]]:
    yield "id", collection.id
    yield "type", BANK
    yield "name", collection.title
    yield "feedback", collection.description
    yield "language", collection.language
    yield "tags", joined(collection.topics)


def _cells(one: Portable, losses: list[Loss]) -> Iterator[tuple[str, str]]:
    """The cells of a question by the names of their columns."""
    forms = {text.form for text in _texts(one) if text}
    if len(forms) > 1:
        losses.append(
            Loss(
                one.id, "", "its texts are in different markup, which the table does not tell apart"
            )
        )
    if not one.stem:
        losses.append(Loss(one.id, "question", "it is empty, and a row without one is not read"))
    yield "id", one.id
    yield "type", one.kind.value
    yield "topic", joined(one.category, _PARTS)
    yield "name", one.name
    yield "question", one.stem.value
    for number, answer in enumerate(one.answers, start=1):
        yield from _numbered(ANSWER, number, _of_answer(answer))
    for number, pair in enumerate(one.pairs, start=1):
        cells = (pair.left.value, pair.right.value, pair.left_id, pair.right_id)
        yield from _numbered(PAIR, number, cells)
        if not any(cells):
            losses.append(Loss(one.id, f"pair {number}", "it is empty"))
    for number, hint in enumerate(one.hints, start=1):
        yield from _numbered(HINT, number, (hint.value,))
        if not hint:
            losses.append(Loss(one.id, f"hint {number}", "it is empty"))
    yield "feedback", one.general.value
    yield "if right", one.right.value
    yield "if partly", one.partly.value
    yield "if wrong", one.wrong.value
    yield "points", "" if one.points is None else str(one.points)
    yield "case", "yes" if one.case_sensitive else ""
    yield "tags", joined(one.tags)
    only = next(iter(forms)) if len(forms) == 1 else Form.PLAIN
    yield "markup", "" if only is Form.PLAIN else only.value
    yield "foreign type", one.foreign if one.kind in _FOREIGN else ""


_FOREIGN = (Kind.CLOZE, Kind.ESSAY, Kind.DESCRIPTION, Kind.OTHER)


def _of_answer(answer: Answer) -> tuple[str, ...]:
    return (
        answer.text.value,
        str(answer.fraction),
        answer.feedback.value,
        "" if answer.least is None else str(answer.least),
        "" if answer.most is None else str(answer.most),
        answer.id,
    )


def _numbered(
    names: tuple[str, ...], number: int, cells: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    return ((f"{name} {number}", cell) for name, cell in zip(names, cells, strict=True))


def _texts(one: Portable) -> Iterator[Text]:
    yield from (one.stem, one.general, one.right, one.partly, one.wrong, *one.hints)
    for answer in one.answers:
        yield from (answer.text, answer.feedback)
    for pair in one.pairs:
        yield from (pair.left, pair.right)


def _titles(rows: list[dict[str, str]]) -> list[str]:
    """The columns that any row fills, in their order; the first ones are always there."""
    filled = {title for row in rows for title, cell in row.items() if cell}
    titles = list(SCALARS)
    for group in NUMBERED:
        numbers = sorted(
            {int(title.rpartition(" ")[2]) for title in filled if title.rpartition(" ")[0] in group}
        )
        titles.extend(
            f"{name} {number}"
            for number in numbers
            for name in group
            if f"{name} {number}" in filled
        )
    titles.extend(title for title in LAST if title in filled)
    return titles
