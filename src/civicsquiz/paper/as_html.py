"""Worksheets and keys as HTML for the printer: one file each, with nothing to load and nothing to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from civicsquiz.paper import wording
from civicsquiz.paper.answers import Solution, Wrong, solution
from civicsquiz.paper.extras import Extras
from civicsquiz.paper.forms import Form, Lead, Row, form_of
from civicsquiz.paper.markup import for_html as plain
from civicsquiz.paper.markup import paragraphs
from civicsquiz.paper.versions import Sheet
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import Feedback
from civicsquiz.study.passages import Quoted
from civicsquiz.study.question import Question

_LEADS = {
    Lead.NOTHING: "",
    Lead.BOX: '<span class="box"></span>',
    Lead.BLANK: '<span class="blank"></span>',
}
_LINES_TO_WRITE = 5
_FOOT = '@page { @bottom-left { content: "FOOT"; font: 9pt Georgia, serif; } }\n'
"""What stands at the foot of every page, in case they fall apart."""


def worksheet(sheet: Sheet, extras: Extras) -> str:
    """The worksheet as a whole page."""
    lines = [
        *_top(sheet, wording.version(sheet)),
        *_notes(sheet),
        *_read_first(extras),
        '<div class="written">',
        *(f"<p>{name} <span></span></p>" for name in wording.WRITTEN),
        "</div>",
        f"<h2>{wording.QUESTIONS}</h2>",
    ]
    for number, question in enumerate(sheet.questions, 1):
        lines += _question(number, question)
    lines += _discussion(extras)
    return _page(sheet, "Worksheet", lines, "worksheet")


def answer_key(sheet: Sheet, shelf: Shelf) -> str:
    """The key to that worksheet, likewise."""
    solutions = [solution(question, shelf) for question in sheet.questions]
    lines = [
        *_top(sheet, wording.key_version(sheet), "Answer key: "),
        *_notes(sheet),
        f"<h2>{wording.GLANCE}</h2>",
        '<ul class="glance">',
        *(f"<li>{at}: <b>{plain(each.brief)}</b></li>" for at, each in enumerate(solutions, 1)),
        "</ul>",
    ]
    for number, solved in enumerate(solutions, 1):
        lines += _solved(number, solved)
    return _page(sheet, "Answer key", lines, "key")


def _page(sheet: Sheet, kind: str, lines: Iterable[str], name: str) -> str:
    style = files("civicsquiz.paper").joinpath("paper.css").read_text(encoding="utf-8")
    foot = (
        f"{sheet.bank.id} {sheet.letter} {sheet.code}"  # a slug, a letter and digits: safe in CSS
    )
    title = plain(f"{kind} {sheet.letter}: {sheet.bank.title}")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{plain(sheet.bank.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>\n{style}{_FOOT.replace('FOOT', foot)}</style>",
            "</head>",
            f'<body class="{name}">',
            *lines,
            "</body>",
            "</html>",
            "",
        ]
    )


def _top(sheet: Sheet, version: str, kind: str = "") -> Iterator[str]:
    yield f"<h1>{kind}{plain(sheet.bank.title)}</h1>"
    yield f'<p class="version">{plain(version)}</p>'


def _notes(sheet: Sheet) -> Iterator[str]:
    for text in (sheet.bank.as_of or "", wording.content_note(sheet)):
        yield from _text(text, "note")


def _text(text: str, kind: str = "") -> Iterator[str]:
    """Paragraphs of text; a line that ends in one stays a line."""
    named = f' class="{kind}"' if kind else ""
    for lines in paragraphs(text):
        yield f"<p{named}>{'<br>'.join(map(plain, lines))}</p>"


def _read_first(extras: Extras) -> Iterator[str]:
    """On a page of its own, which can be taken away before the questions."""
    if not (extras.read_first or extras.words):
        return
    yield '<section class="before">'
    yield f"<h2>{wording.READ_FIRST}</h2>"
    yield from (f"<p>{plain(part)}</p>" for part in extras.read_first)
    if extras.words:
        yield f"<h3>{wording.WORDS_TO_KNOW}</h3>"
        yield '<ul class="words">'
        for term, entry in extras.words:
            yield f"<li><b>{plain(term)}:</b> {plain(entry)}</li>"
        yield "</ul>"
    yield "</section>"


def _question(number: int, question: Question) -> Iterator[str]:
    form = form_of(question)
    yield f'<section class="question" aria-labelledby="question-{number}">'
    yield f'<h3 id="question-{number}"><span class="unseen">Question </span>{number}</h3>'
    yield from _text(question.item.stem)
    yield f'<p class="do">{form.instruction}</p>'
    yield from _form(form)
    yield "</section>"


def _form(form: Form) -> Iterator[str]:
    if form.line:
        yield f'<p class="line"><span></span> {plain(form.unit)}</p>'
        return
    if form.choices:
        yield '<div class="match">'
    for rows in filter(None, (form.rows, form.choices)):
        yield "<ul>"
        yield from map(_row, rows)
        yield "</ul>"
    if form.choices:
        yield "</div>"


def _row(row: Row) -> str:
    label = f'<span class="label">{row.label}</span>' if row.label else ""
    aside = f'<span class="aside">{plain(row.aside)}</span>' if row.aside else ""
    text = f'<span class="text">{plain(row.text)}{aside}</span>'
    return f'<li class="row">{_LEADS[row.lead]}{label}{text}</li>'


def _discussion(extras: Extras) -> Iterator[str]:
    talk = extras.discussion
    if talk is None:
        return
    yield '<section class="discussion">'
    yield f"<h2>{wording.DISCUSSION}</h2>"
    yield from _text(talk.question)
    yield f'<p class="do">{wording.DISCUSSION_NOTE}</p>'
    yield '<div class="sides">'
    for side in talk.sides:
        yield f"<div><p><b>{plain(side.view)}</b></p><ul>"
        yield from (f"<li>{plain(starter)}</li>" for starter in side.starters)
        yield "</ul></div>"
    yield "</div>"
    yield f'<div class="lines">{"<span></span>" * _LINES_TO_WRITE}</div>'
    yield "</section>"


def _solved(number: int, solved: Solution) -> Iterator[str]:
    told = solved.told
    articles, law = wording.parted(told)
    yield f'<section class="solved" aria-labelledby="question-{number}">'
    item = f'<span class="item">{plain(solved.question.item.id)}</span>'
    yield '<div class="head">'
    yield f'<h2 id="question-{number}">Question {number} {item}</h2>'
    yield from _text(solved.question.item.stem)
    yield '<ul class="answer">'
    for label, text in solved.answer:
        yield f"<li>{_labelled(label, plain(text))}</li>"
    yield "</ul>"
    yield from _text(solved.also)
    yield from _text(told.rationale)
    yield "</div>"
    if solved.wrong:
        yield f"<h3>{wording.WRONG}</h3>"
        yield '<ul class="wrong">'
        yield from map(_wrong, solved.wrong)
        yield "</ul>"
    if not told.passages:
        yield f"<p>{wording.NO_PASSAGE}</p>"
    for quoted in articles:
        yield from _passage(quoted, told)
    for name, text in ((wording.BECAUSE, told.because), (wording.BACKGROUND, told.background)):
        if text:
            yield f"<h3>{name}</h3>"
            yield from _text(text)
    for quoted in law:
        yield from _passage(quoted, told)
    yield "</section>"


def _wrong(wrong: Wrong) -> str:
    return (
        f"<li>{_labelled(wrong.label, f'{plain(wrong.text)}{wrong.colon} {plain(wrong.why)}')}</li>"
    )


def _labelled(label: str, text: str) -> str:
    return f"<b>{plain(label)}</b> {text}" if label else text


def _passage(quoted: Quoted, told: Feedback) -> Iterator[str]:
    parts, end = [], 0
    for start, stop in wording.marks(quoted):
        parts += [plain(quoted.text[end:start]), f"<mark>{plain(quoted.text[start:stop])}</mark>"]
        end = stop
    parts.append(plain(quoted.text[end:]))
    yield "<figure>"
    yield f"<p>{plain(wording.passage_heading(quoted))}:</p>"
    yield f"<blockquote>{''.join(parts)}</blockquote>"
    yield f"<figcaption>{plain(wording.cited(quoted, told))}</figcaption>"
    yield "</figure>"
