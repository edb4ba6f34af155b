"""Plain text into blocks: parted by empty lines, or by every line end where nothing is wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from civicsquiz.source.content import Markup, Part, line_spans, of_lines

_LONGEST_WRAPPED = 100
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_RULE = re.compile(r"([-*_=~][ \t]*){3,}$")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]]*$")

Chunk = list[tuple[int, int]]


def parts(raw: str) -> Iterator[Part]:
    """The blocks of a plain text file."""
    chunks = _chunks(raw)
    wrapped = _is_wrapped(raw, chunks)
    for chunk in chunks:
        headed = any(_HEADING.match(raw, start) for start, _ in chunk)
        for lines in [chunk] if wrapped and not headed else [[line] for line in chunk]:
            start, end = lines[0]
            heading = _HEADING.match(raw, start, end)
            first = (heading.end() if heading else start, end)
            content = of_lines(raw, [first, *lines[1:]])
            yield Part(content, Markup.SAVED, len(heading.group(1)) if heading else 0)


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
