"""Records that are a front and a back: Anki's text files, Quizlet's export, tables without a header.

Columns are given out as Anki gives them to its note type “Basic”: what the header names, then front, back,
tags. Where the header says that other columns are a note's own fields, they go into the feedback.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from civicsquiz.formats.anki import media
from civicsquiz.formats.anki.cloze import gaps
from civicsquiz.formats.csv.columns import column
from civicsquiz.formats.csv.layout import Layout
from civicsquiz.formats.csv.table import Record
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Portable, Text
from civicsquiz.formats.safe.limits import LIMITS, QUESTIONS

TAGS = 1_000
"""Of one note."""
_NOTE_TYPE = "Basic"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand in a record, from 0; None where nowhere."""

    front: int
    back: int | None
    tags: int | None
    others: tuple[int, ...]
    guid: int | None
    notetype: int | None
    deck: int | None
    lost: tuple[int, ...]


def questions_of_cards(layout: Layout) -> tuple[Collection, tuple[Loss, ...]]:
    """One question for each record that has a front, and one for each gap of a cloze."""
    columns = _columns(layout)
    losses = [
        Loss("", f"column {at + 1}", "it is no field of a note and was left out")
        for at in columns.lost
    ]
    if layout.more or len(layout.records) > QUESTIONS:
        losses.append(Loss("", "", f"after {QUESTIONS} records nothing more was read"))
    if not layout.records:
        losses.append(Loss("", "", "there are no records in it"))
    if layout.open:
        losses.append(
            Loss(f"line {layout.open}", "", "no quotation mark closes the one that opens here")
        )
    found: list[Portable] = []
    read = size = 0
    for record in layout.records[:QUESTIONS]:
        found.extend(_questions(record, columns, layout, losses))
        size += sum(len(one.stem.value) for one in found[read:])
        read = len(found)
        if read > QUESTIONS or size > LIMITS.total:
            losses.append(Loss(f"line {record.line}", "", "after this nothing more was read"))
            break
    return Collection(tuple(found), title=layout.head.deck), tuple(losses)


def _columns(layout: Layout) -> _Columns:
    head = layout.head
    width = len(layout.columns) or (len(layout.records[0].cells) if layout.records else 0)
    free = [at for at in range(width) if at + 1 not in head.taken]
    names = {column(layout.columns[at]): at for at in reversed(free) if at < len(layout.columns)}
    by_name = head.notetype_column == 0 and bool({"question", "answer 1"} & set(names))
    front = names.get("question") if by_name else None
    back = names.get("answer 1") if by_name else None
    tags = head.tags_column - 1 if head.tags_column else names.get("tags") if by_name else None
    rest = [at for at in free if at not in (front, back, tags)]
    if front is None:
        front = rest.pop(0) if rest else 0
    if back is None and rest:
        back = rest.pop(0)
    own_fields = bool(head.notetype or head.notetype_column or head.guid_column or by_name)
    if rest and tags is None and not own_fields:
        tags = rest.pop(0)
    return _Columns(
        front=front,
        back=back,
        tags=tags,
        others=tuple(rest) if own_fields else (),
        guid=head.guid_column - 1 if head.guid_column else None,
        notetype=head.notetype_column - 1 if head.notetype_column else None,
        deck=head.deck_column - 1 if head.deck_column else None,
        lost=() if own_fields else tuple(rest),
    )


def _questions(
    record: Record, columns: _Columns, layout: Layout, losses: list[Loss]
) -> Iterator[Portable]:
    cells, place = record.cells, f"line {record.line}"
    form = Form.HTML if layout.html else Form.PLAIN

    def cell(at: int | None) -> str:
        return cells[at] if at is not None and at < len(cells) else ""

    (front, no_front), (back, no_back) = (
        media.bare(cell(columns.front)),
        media.bare(cell(columns.back)),
    )
    losses.extend(Loss(place, "", told) for told in (*no_front, *no_back))
    if not front.strip() or (no_front and not media.says_something(Text(front, form))):
        losses.append(Loss(place, "", "there is no question in it"))
        return
    if no_back and not media.says_something(Text(back, form)):
        losses.append(Loss(place, "", "left out: without that nothing is left of its answer"))
        return
    beyond = max(len(layout.columns), len(layout.records[0].cells))
    if any(cells[beyond:]):
        losses.append(Loss(place, f"column {beyond + 1}", "the first record has no such column"))
    others = [text for at in columns.others if (text := media.bare(cell(at)).value)]
    name = cell(columns.guid)
    kind = cell(columns.notetype) or layout.head.notetype
    deck = cell(columns.deck) or layout.head.deck
    common = Portable(
        kind=Kind.SHORT,
        stem=Text(front, form),
        id=name,
        category=tuple(part for part in deck.split("::") if part),
        tags=tuple(
            dict.fromkeys((*layout.head.tags, *cell(columns.tags).split(None, TAGS)[:TAGS]))
        ),
        foreign=kind or _NOTE_TYPE,
        place=place,
    )
    hidden = gaps(front)
    if hidden:
        others = [text for text in (back, *others) if text]
    general = _text(("<br>" if layout.html else "\n").join(others), form)
    for gap in hidden:
        numbered = f"{name}-{gap.number}" if name and len(hidden) > 1 else name
        yield _with(common, Text(gap.stem, form), Text(gap.answer, form), general, numbered)
    if not hidden:
        if not back.strip():
            losses.append(Loss(place, "", "there is no answer in it"))
        yield _with(common, common.stem, _text(back, form), general, name)


def _with(common: Portable, stem: Text, answer: Text, general: Text, name: str) -> Portable:
    return Portable(
        kind=common.kind,
        stem=stem,
        id=name,
        answers=(Answer(answer, Decimal(1)),) if answer.value.strip() else (),
        general=general,
        category=common.category,
        tags=common.tags,
        foreign=common.foreign,
        place=common.place,
    )


def _text(value: str, form: Form) -> Text:
    return Text(value, form) if value else Text()
