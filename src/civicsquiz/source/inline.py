"""A block's text without its inline markup, each character with its place in the raw file."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from civicsquiz.source.visible import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKS = re.compile(r"[\[\]*_`!<&\\]")
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")
_BROKEN = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class Stripped:
    """Text without markup; `places[i]` is the raw offset of character `i`, `linked` the share of
    characters that stood in links."""

    text: str
    places: array[int]
    linked: float


def strip(raw: str, start: int, end: int, *, markdown: bool) -> Stripped:
    """The text of the block `raw[start:end]`.

    With `markdown` all inline rules of CommonMark apply; without it only those that saved web
    pages carry (links, images, emphasis), so that an ampersand or a backslash stays what it is.
    """
    chars: list[str] = []
    places = array("q")
    linked = 0
    for place, in_link in _kept(raw, start, end, markdown):
        for char in _clean(raw[place]):
            if char == " " and (not chars or chars[-1] == " "):
                continue
            if char != " " and _breaks_word(chars, places, raw, place):
                chars.pop()
                places.pop()
            chars.append(char)
            places.append(place)
            linked += in_link
    if chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    return Stripped("".join(chars), places, linked / len(chars) if chars else 0.0)


def _breaks_word(chars: list[str], places: array[int], raw: str, place: int) -> bool:
    """Whether the space just kept stands for a line end in mid-word ("non-⏎citizens")."""
    return (
        len(chars) > 2
        and chars[-1] == " "
        and raw[places[-1]] in "\r\n"
        and raw[place].islower()
        and bool(_BROKEN.search("".join(chars[-3:-1])))
    )


def _clean(char: str) -> str:
    """One raw character as a reader sees it: any white space is a space, the invisible is gone."""
    if char.isspace():
        return " "
    if char in _DROPPED:
        return ""
    return char if char.isprintable() else visible(char)


def _kept(raw: str, start: int, end: int, markdown: bool) -> Iterator[tuple[int, bool]]:
    """Raw offsets of the characters that are text, each with whether it stands in a link."""
    if not _MARKS.search(raw, start, end):
        yield from ((place, False) for place in range(start, end))
        return
    at = start
    in_link = 0
    for token in _parser(markdown).parseInline(raw[start:end])[0].children or ():
        if token.type == "link_open":
            in_link += 1
        elif token.type == "link_close":
            in_link -= 1
        elif token.type in ("softbreak", "hardbreak"):
            found = _line_end(raw, at, end)
            yield found, bool(in_link)
            at = found + 1
        elif token.type in ("text", "code_inline", "text_special") and token.content:
            written = token.markup if token.type == "text_special" else token.content
            found = raw.find(written, at, end)
            if found < 0:
                continue
            if token.type == "text_special":
                found += len(written) - 1 if written.startswith("\\") else 0
                yield found, bool(in_link)
                at = found + (1 if written.startswith("\\") else len(written))
            else:
                yield from ((place, bool(in_link)) for place in range(found, found + len(written)))
                at = found + len(written)


def _line_end(raw: str, at: int, end: int) -> int:
    found = re.compile(r"\r?\n|\r").search(raw, at, end)
    return found.start() if found else at


@cache
def _parser(markdown: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    parser.disable("text_join")
    if not markdown:
        parser.disable(["escape", "entity", "backticks", "autolink", "html_inline"])
    return parser
