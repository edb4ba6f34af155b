"""The characters of a block that are text and not markup, each with its place.

markdown-it's inline tokens do not say where they stood. Its rules do know: each is wrapped so that
it leaves the span of its construct on the tokens it makes. Between constructs text stands verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from civicsquiz.source.content import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKS = re.compile(r"[\[\]*_`!<&\\]")
_BREAKING_TAG = re.compile(r"</?(br|p|div|li|tr|td|th|hr)\b", re.IGNORECASE)
_MOST_BRACKETS = 2000
"""More in one block are no links, and take long to tell from them."""
_MOST_MARKS = 20_000
"""More of all marks in one block are no markup, and take long to tell from it."""
_NOT_SAVED = ["escape", "entity", "backticks", "autolink", "html_inline"]
"""Rules that saved web pages do not follow: an ampersand or a backslash stays what it is."""

Kept = tuple[int, str, bool]
"""Offset in the block, character, whether it stands in a link."""


def kept(text: str, markup: Markup, references: dict[str, object]) -> Iterator[Kept]:
    """The characters of `text` that are text; `references` are the document's link definitions."""
    if not is_marked(text, markup):
        yield from ((at, char, False) for at, char in enumerate(text))
        return
    parser = _parser(markup)
    at = links = 0
    for token in parser.inline.parse(text, parser, {"references": references}, []):
        start, end = token.meta.get("span", (at, at + len(token.content)))
        links += token.nesting if token.type.startswith("link_") else 0
        if token.type == "text_special":
            if token.info == "escape" and token.content == token.markup:
                yield from ((place, text[place], links > 0) for place in range(start, end))
            else:
                place = end - 1 if token.info == "escape" else start
                yield from ((place, char, links > 0) for char in token.content)
        elif token.type == "text" and token.content:
            yield from ((place, text[place], links > 0) for place in range(start, end))
        elif token.type == "code_inline":
            inside = start + len(token.markup)
            inside += (end - len(token.markup) - inside - len(token.content)) // 2
            stop = inside + len(token.content)
            yield from ((place, text[place], links > 0) for place in range(inside, stop))
        elif token.type in ("softbreak", "hardbreak"):
            yield text.index("\n", start), "\n", links > 0
        elif token.type == "html_inline" and _BREAKING_TAG.match(token.content):
            yield start, " ", links > 0
        at = end


def is_marked(text: str, markup: Markup) -> bool:
    """Whether there is any markup to look for in a block."""
    if markup is Markup.NONE or not _MARKS.search(text):
        return False
    return text.count("[") <= _MOST_BRACKETS and sum(map(text.count, "*_`!<&")) <= _MOST_MARKS


def _at_end(tokens: list[Any], start: int, end: int) -> None:
    """One construct, one token."""
    tokens[-1].meta["span"] = start, end


def _each(tokens: list[Any], start: int, end: int) -> None:
    """One token for each character of a run of `*` or `_`."""
    for token, place in zip(reversed(tokens), range(end - 1, start - 1, -1), strict=False):
        token.meta["span"] = place, place + 1


def _around(tokens: list[Any], start: int, end: int) -> None:
    """A link: its text begins after the bracket."""
    opening = next(token for token in tokens if token.type == "link_open")
    opening.meta["span"] = start, start + 1
    tokens[-1].meta["span"] = start, end


def _address(tokens: list[Any], start: int, end: int) -> None:
    """An address between `<` and `>`."""
    tokens[-2].meta["span"] = start + 1, end - 1
    _around(tokens, start, end)


def _told(rule: Callable[[Any, bool], bool], mark: Callable[[list[Any], int, int], None]) -> Any:
    """`rule`, leaving on its tokens where they stood."""

    def tried(state: Any, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if len(state.tokens) > before and not silent:
            mark(state.tokens[before:], start, state.pos)
        return True

    return tried


@cache
def _parser(markup: Markup) -> MarkdownIt:
    from markdown_it import MarkdownIt, rules_inline

    parser = MarkdownIt("commonmark")
    for name, rule, mark in (
        ("newline", rules_inline.newline, _at_end),
        ("escape", rules_inline.escape, _at_end),
        ("backticks", rules_inline.backtick, _at_end),
        ("emphasis", rules_inline.emphasis.tokenize, _each),
        ("link", rules_inline.link, _around),
        ("image", rules_inline.image, _at_end),
        ("autolink", rules_inline.autolink, _address),
        ("html_inline", rules_inline.html_inline, _at_end),
        ("entity", rules_inline.entity, _at_end),
    ):
        parser.inline.ruler.at(name, _told(rule, mark))
    parser.disable("fragments_join")
    if markup is Markup.SAVED:
        parser.disable(_NOT_SAVED)
    return parser
