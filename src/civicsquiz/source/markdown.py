"""Markdown into blocks, by the CommonMark rules with tables."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import islice
from typing import Any

from civicsquiz.source.content import Content, Markup, Part, line_spans, of_lines
from civicsquiz.source.document import Kind

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*(\r\n?|\n)(?=[A-Za-z_][^\r\n:]*:(\s|\Z)).*?[\r\n](---|\.\.\.)[ \t]*(?=[\r\n]|\Z)",
    re.DOTALL,
)

Spans = list[tuple[int, int]]


def parts(raw: str) -> Iterator[Part]:
    """The blocks of a Markdown file. Front matter, comments and blocks of HTML are none."""
    from markdown_it import MarkdownIt

    if front := _FRONT_MATTER.match(raw):
        raw = re.sub(r"[^\r\n]", " ", front.group()) + raw[front.end() :]
    spans = line_spans(raw)
    environment: dict[str, Any] = {}
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
    tokens = parser.parse(raw, environment)
    references = environment.get("references", {})
    level = set_off = 0
    cell: int | None = None  # where the next cell of a table row is looked for
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1:]) if token.nesting > 0 else 0
        elif token.type in ("list_item_open", "list_item_close", "blockquote_open",
                            "blockquote_close"):  # fmt: skip
            set_off += token.nesting
        elif token.type in ("tr_open", "tr_close"):
            cell = spans[token.map[0]][0] if token.nesting > 0 and token.map else None
        elif token.type == "inline" and token.map and cell is not None:
            content = _cell(raw, cell, spans[token.map[0]][1], token.content)
            cell = content.places[-1] + 1 if content.places else cell
            yield Part(content, Markup.MARKDOWN, 0, Kind.TABLE, references=references)
        elif token.type == "inline" and token.map:
            content = _lines(raw, spans, token.map[0], token.content)
            yield Part(content, Markup.MARKDOWN, level, None, set_off > 0, references)
        elif token.type in ("fence", "code_block") and token.map:
            first = token.map[0] + (token.type == "fence")
            content = _lines(raw, spans, first, token.content)
            yield Part(content, Markup.NONE, 0, Kind.CODE)


def _lines(raw: str, spans: Spans, first: int, text: str) -> Content:
    """A block's own lines found again in the raw lines from `first` on, past the marks of
    quotations and lists."""
    found = []
    for line, (start, end) in zip(text.split("\n"), islice(spans, first, None), strict=False):
        own = line.strip()
        at = raw.rfind(own, start, end)
        if own and at >= 0:
            found.append((at, at + len(own)))
    return of_lines(raw, found)


def _cell(raw: str, start: int, end: int, text: str) -> Content:
    """A table cell found again in its row; a bar in it was written with a backslash."""
    written = text.replace("|", "\\|")
    at = raw.find(written, start, end) if text else -1
    if at < 0:
        return Content("", array("q"))
    bars = [bar.start() for bar in re.finditer(r"\\\|", written)]
    places = array("q", (at + offset for offset in range(len(written)) if offset not in bars))
    return Content(text, places)
