"""Plain text into blocks: parted by empty lines, or by every line end where nothing is wrapped.

Of Markdown that was saved as plain text, headings, the items of lists and the rows of tables are read
as what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from civicsquiz.source.content import Markup, Part, line_spans, of_lines
from civicsquiz.source.document import Kind
from civicsquiz.source.mastheads import stands_alone

_LONGEST_WRAPPED = 100
_OVER_TEXT = 6
"""Chunks, at most, that may stand over the text."""
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_BULLET = re.compile(r"[-*•‣◦][ \t]+(?=\S)")
_LABELLED = re.compile(r"\*{0,2}[A-Z][\w ()./’'-]{1,30}:\*{0,2}\s")
"""Lines one below the other that each state something: "Title: …", "Date: …"."""
_ROW = re.compile(r"\|")
_NUMBERED_ROW = re.compile(r"\|\s*\d{1,3}\.?\s*\|[^|]*\|?\s*$")
_RULE = re.compile(r"([-*_=~][ \t]*){3,}$")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]]*$")

Chunk = list[tuple[int, int]]


def parts(raw: str) -> Iterator[Part]:
    """The blocks of a plain text file."""
    chunks = _chunks(raw)
    wrapped = _is_wrapped(raw, chunks)
    for number, chunk in enumerate(chunks):
        headed = any(_HEADING.match(raw, start) for start, _ in chunk)
        given = None
        if wrapped and not headed:
            groups = _grouped(raw, chunk, over=number < _OVER_TEXT)
        else:
            groups = iter([[line] for line in chunk])
        for lines in groups:
            part = _part(raw, lines)
            given = part.given = part.given or given  # what follows a row belongs to its table
            yield part


def _grouped(raw: str, chunk: Chunk, *, over: bool) -> Iterator[Chunk]:
    """The lines of wrapped text that belong together: a paragraph, an item of a list, a row. A byline
    `over` the text, and a line that says of which day it is, stand alone."""
    group: Chunk = []
    alone = False
    for line in chunk:
        begins = _BULLET.match(raw, *line) or _ROW.match(raw, *line)
        listed = group and _LABELLED.match(raw, *line) and _LABELLED.match(raw, *group[-1])
        ended, alone = alone, over and stands_alone(raw[slice(*line)])
        if group and (begins or listed or ended or alone):
            yield group
            group = []
        group.append(line)
    yield group


def _part(raw: str, lines: Chunk) -> Part:
    start, end = lines[0]
    heading, bullet = _HEADING.match(raw, start, end), _BULLET.match(raw, start, end)
    given = None
    if _ROW.match(raw, start, end):
        given = Kind.FOOTNOTE if _NUMBERED_ROW.match(raw, start, end) else Kind.TABLE
    mark = heading or bullet
    content = of_lines(raw, [(mark.end() if mark else start, end), *lines[1:]])
    level = len(heading.group(1)) if heading else 0
    return Part(content, Markup.SAVED, level, given, bullet is not None)


def _chunks(raw: str) -> list[Chunk]:
    """Lines, without white space around them, grouped between empty lines and rules."""
    chunks: list[Chunk] = [[]]
    for start, end in line_spans(raw):
        line = raw[start:end]
        text = line.strip()
        if text and not _RULE.match(text):
            first = start + len(line) - len(line.lstrip())
            chunks[-1].append((first, first + len(text)))
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _is_wrapped(raw: str, chunks: list[Chunk]) -> bool:
    """Whether single line ends are only where a line was full.

    Not where a line is longer than anybody wraps, nor where most lines end with a sentence, or though
    the next word had room; nobody begins a paragraph in lower case, though. Two spaces at a line's
    end are Markdown's break within a paragraph.
    """
    ends = full = 0
    for chunk in chunks:
        width = max(end - start for start, end in chunk)
        if len(chunk) > 1 and any(
            end - start > _LONGEST_WRAPPED and " " in raw[start:end] for start, end in chunk
        ):
            return False
        for (start, end), (following, last) in pairwise(chunk):
            if raw.startswith("  ", end):
                continue
            ends += 1
            first = raw[following:last].split(None, 1)[0]
            fits = end - start + 1 + len(first) <= width
            sentence = _ENDS_SENTENCE.search(raw[start:end])
            full += first[0].islower() or not (fits or sentence)
    return full * 2 >= ends
