"""Plain text as it has to be written in Markdown and in HTML, to come out as what it is."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

_ALWAYS = re.compile(r"[\\`*_\[\]{}<>#|~^@]|\$(?!\d)")
_AT_TIMES = re.compile(
    r"&(?=#?\w+;)"  # an entity
    r"|:(?=//)|:(?=[\w+-]+:)|(?<=www)\.",  # links that need no brackets, and names of pictures
    re.IGNORECASE,
)
_RUN = re.compile(r"([-=+:.])\1+")
"""Rules, dashes, dots and marks that some programs make of several signs."""
_AT_START = re.compile(r"^(\d+)([.)])|^([-+=:%])")


def for_html(text: str) -> str:
    """Text for an element or an attribute."""
    return html.escape(text)


def for_markdown(text: str) -> str:
    """One line of text; what stands on several is written on one."""
    line = " ".join(text.split())
    return _at_start(_escaped(line, _signs(line), 0, len(line)))


def strong(text: str) -> str:
    """A line of text in bold, to stand alone or between spaces."""
    return f"**{for_markdown(text)}**" if text.strip() else ""


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """One line of text as Markdown, with its `spans` (ascending) in bold.

    CommonMark takes `**` for a beginning or an end only where space or punctuation stands on its
    outer side when there is no letter on its inner one: other spans stay as they are.
    """
    line = re.sub(r"\s", " ", text)
    signs = _signs(line)
    parts, end = [""], 0
    for start, stop in spans:
        parts += [_escaped(line, signs, end, start), _escaped(line, signs, start, stop)]
        end = stop
    parts += [_escaped(line, signs, end, len(line)), ""]
    for at in range(2, len(parts) - 1, 2):
        inner = parts[at].strip()
        opens = inner[:1].isalnum() or _is_outside(parts[at - 1][-1:])
        closes = inner[-1:].isalnum() or _is_outside(parts[at + 1][:1])
        if inner == parts[at] and inner and opens and closes:
            parts[at] = f"**{inner}**"
    return _at_start("".join(parts).strip())


def _is_outside(char: str) -> bool:
    """Whether a character, or none at the end of a line, ends what stands in front of it."""
    return not char or char.isspace() or unicodedata.category(char)[0] == "P"


def _signs(line: str) -> set[int]:
    """Where the signs of a line stand that would not come out as they are."""
    found = {match.start() for sign in (_ALWAYS, _AT_TIMES) for match in sign.finditer(line)}
    for run in _RUN.finditer(line):
        found.update(range(*run.span()))
    return found


def _escaped(line: str, signs: set[int], start: int, stop: int) -> str:
    return "".join(f"\\{line[at]}" if at in signs else line[at] for at in range(start, stop))


def _at_start(line: str) -> str:
    return _AT_START.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", line)


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a text, each as its lines; empty ones are left out."""
    parts = re.split(r"\n[ \t]*\n", text)
    found = [
        [" ".join(line.split()) for line in part.split("\n") if line.strip()] for part in parts
    ]
    return [lines for lines in found if lines]
