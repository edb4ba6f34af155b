"""Texts of other programs as plain text, and plain text as HTML.

A bank holds plain text. What a text has besides (pictures, links, type) is named, so that nothing is
lost in silence.
"""

from __future__ import annotations

import re

from civicsquiz.formats.markup.layout import Layout
from civicsquiz.formats.markup.tags import Exactly, Tag, tokens
from civicsquiz.formats.portable import Form, Text

LONGEST_MARKDOWN = 50_000
"""Markdown that is longer, in characters, is taken as it is written."""

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_GAPS = frozenset(" \n\t\r\f\xa0")
_AT_A_TAG = re.compile(r"[ \t\r\f]*\n\s*")


def plain(text: Text) -> tuple[str, tuple[str, ...]]:
    """The plain text of a text in whatever form, and what of it was lost, in words (“a picture (map.png)”).

    Paragraphs are parted by an empty line; an entry of a list begins with a dash or its number.
    """
    match text.form:
        case Form.PLAIN:
            return text.value, ()
        case Form.MARKDOWN:
            return _from_markdown(text.value)
        case Form.HTML:
            return _from_html(text.value)
        case Form.MOODLE:
            return _from_html(text.value, lines=True)


def html(text: str) -> str:
    """HTML that shows a plain text, line by line. `plain` gives exactly the same text back."""
    first, last = len(text) - len(text.lstrip("\n")), len(text.rstrip("\n"))
    made: list[str] = []
    for at, character in enumerate(text):
        if character in _ESCAPED:
            made.append(_ESCAPED[character])
        elif character == "\n" and first <= at < last:
            made.append("<br>")
        elif character == " ":
            beside = text[at - 1 : at] in _GAPS or text[at + 1 : at + 2] in _GAPS
            at_the_edge = at in (0, len(text) - 1)
            made.append("&#x20;" if beside or at_the_edge else " ")
        else:
            made.append(f"&#x{ord(character):X};" if character in _GAPS else character)
    return "".join(made)


def _from_markdown(text: str) -> tuple[str, tuple[str, ...]]:
    if len(text) > LONGEST_MARKDOWN:
        return text, ("the layout of a long text",)
    from markdown_it import MarkdownIt

    return _from_html(MarkdownIt("commonmark").enable("table").render(text))


def _from_html(text: str, *, lines: bool = False) -> tuple[str, tuple[str, ...]]:
    """`lines` where line breaks count as such, but for those beside a tag, as in Moodle."""
    layout = Layout()
    found = list(tokens(text))
    for at, token in enumerate(found):
        if isinstance(token, Tag):
            layout.tag(token)
        elif isinstance(token, Exactly):
            layout.exact(token.text)
        elif lines:
            layout.text(_joined(token, found[at - 1 : at], found[at + 1 : at + 2]), lines=True)
        else:
            layout.text(token)
    return layout.end()


def _joined(text: str, before: list[Tag | Exactly | str], after: list[Tag | Exactly | str]) -> str:
    """Without the line breaks that stand beside a tag."""
    if before and isinstance(before[0], Tag) and (gap := _AT_A_TAG.match(text)):
        text = f" {text[gap.end() :]}"
    if after and isinstance(after[0], Tag):
        bare = text.rstrip()
        if "\n" in text[len(bare) :]:
            text = f"{bare} "
    return text
