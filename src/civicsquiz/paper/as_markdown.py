"""Worksheets and keys as Markdown, to be read as it is or turned into something else."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.paper import wording
from civicsquiz.paper.answers import Solution, Wrong, solution
from civicsquiz.paper.extras import Extras
from civicsquiz.paper.forms import Form, Lead, Row, form_of
from civicsquiz.paper.markup import for_markdown as plain
from civicsquiz.paper.markup import marked, paragraphs, strong
from civicsquiz.paper.versions import Sheet
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import Feedback
from civicsquiz.study.passages import Quoted

_LEADS = {Lead.NOTHING: "", Lead.BOX: "☐ ", Lead.BLANK: "…… "}
_LINE = "…" * 24


def worksheet(sheet: Sheet, extras: Extras) -> str:
    """The worksheet as a text of one line a paragraph."""
    return _joined([*_top(sheet, wording.version(sheet)), *_sheet(sheet, extras)])


def answer_key(sheet: Sheet, shelf: Shelf) -> str:
    """The key to that worksheet, likewise."""
    return _joined([*_top(sheet, wording.key_version(sheet), "Answer key: "), *_key(sheet, shelf)])


def _joined(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _top(sheet: Sheet, version: str, kind: str = "") -> Iterator[str]:
    yield f"# {kind}{plain(sheet.bank.title)}"
    yield plain(version)
    yield from _text(sheet.bank.as_of or "")
    yield from _text(wording.content_note(sheet))


def _text(text: str) -> Iterator[str]:
    """Paragraphs of text; a line that ends in one stays a line."""
    for lines in paragraphs(text):
        yield "\\\n".join(map(plain, lines))


def _sheet(sheet: Sheet, extras: Extras) -> Iterator[str]:
    if extras.read_first or extras.words:
        yield f"## {wording.READ_FIRST}"
        yield from map(plain, extras.read_first)
    if extras.words:
        yield f"### {wording.WORDS_TO_KNOW}"
        yield "\n".join(f"- **{plain(term)}:** {plain(entry)}" for term, entry in extras.words)
    yield "   ".join(f"{name} {'…' * length}" for name, length in wording.WRITTEN.items())
    yield f"## {wording.QUESTIONS}"
    for number, question in enumerate(sheet.questions, 1):
        yield f"### Question {number}"
        yield from _text(question.item.stem)
        yield from _form(form_of(question))
    if extras.discussion:
        yield f"## {wording.DISCUSSION}"
        yield from _text(extras.discussion.question)
        yield f"*{wording.DISCUSSION_NOTE}*"
        for side in extras.discussion.sides:
            yield from _text(side.view)
            if side.starters:
                yield "\n".join(f"- {plain(starter)}" for starter in side.starters)


def _form(form: Form) -> Iterator[str]:
    yield f"*{form.instruction}*"
    if form.line:
        yield f"Answer: {_LINE} {plain(form.unit)}".rstrip()
    elif form.choices:
        cells = [_row(row) for row in form.rows], [_row(row) for row in form.choices]
        height = max(map(len, cells))
        left, right = (column + [""] * (height - len(column)) for column in cells)
        lines = [f"| {one} | {other} |" for one, other in zip(left, right, strict=True)]
        yield "\n".join(["|  |  |", "| --- | --- |", *lines])
    else:
        yield "\n".join(f"- {_row(row)}" for row in form.rows)


def _row(row: Row) -> str:
    label = f"**{row.label}** " if row.label else ""
    aside = f" ({plain(row.aside)})" if row.aside else ""
    return f"{_LEADS[row.lead]}{label}{plain(row.text)}{aside}"


def _key(sheet: Sheet, shelf: Shelf) -> Iterator[str]:
    solutions = [solution(question, shelf) for question in sheet.questions]
    yield f"## {wording.GLANCE}"
    yield "\n".join(f"- {at}: {strong(each.brief)}" for at, each in enumerate(solutions, 1))
    for number, each in enumerate(solutions, 1):
        yield f"## Question {number} ({each.question.item.id})"
        yield from _solution(each)


def _solution(solved: Solution) -> Iterator[str]:
    question, told = solved.question, solved.told
    articles, law = wording.parted(told)
    yield from _text(question.item.stem)
    yield "\n".join(f"- {strong(f'{label} {text}'.strip())}" for label, text in solved.answer)
    yield from _text(solved.also)
    yield from _text(told.rationale)
    if solved.wrong:
        yield f"{wording.WRONG}:"
        yield "\n".join(f"- {_wrong(wrong)}" for wrong in solved.wrong)
    if not told.passages:
        yield wording.NO_PASSAGE
    for quoted in articles:
        yield from _passage(quoted, told)
    for name, text in ((wording.BECAUSE, told.because), (wording.BACKGROUND, told.background)):
        first, *rest = _text(text) if text else [""]
        if first:
            yield f"*{name}:* {first}"
            yield from rest
    for quoted in law:
        yield from _passage(quoted, told)


def _wrong(wrong: Wrong) -> str:
    text = f"{plain(wrong.text)}{wrong.colon} {plain(wrong.why)}".rstrip()
    return f"**{wrong.label}** {text}" if wrong.label else text


def _passage(quoted: Quoted, told: Feedback) -> Iterator[str]:
    yield f"{plain(wording.passage_heading(quoted))}:"
    yield f"> {marked(quoted.text, wording.marks(quoted))}"
    yield plain(wording.cited(quoted, told))
