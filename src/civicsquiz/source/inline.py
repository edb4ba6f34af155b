"""A block's text as a reader sees it: no markup, nothing invisible, white space collapsed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from civicsquiz.source.content import Markup, Part
from civicsquiz.source.located import Kept, is_marked, kept
from civicsquiz.source.visible import visible

HYPHENS = "-\u2010"
_STARS = re.compile(r"\*{2,}(?!\w)|(?<!\w)\*{2,}")
_SOFT_HYPHEN = "\u00ad"
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")


@dataclass(slots=True)
class Stripped:
    """Text without markup; `places[i]` is the raw offset of character `i`, `linked` the share of
    characters that stood in links. `breaks` are the offsets of hyphens after which a line ended in
    mid-word, perhaps."""

    text: str
    places: array[int]
    linked: float = 0.0
    breaks: list[int] = field(default_factory=list)


def strip(part: Part) -> Stripped:
    """The text of a block."""
    content = part.content
    if _is_plain(content.text) and not is_marked(content.text, part.markup):
        text = content.text.strip(" ")
        first = content.text.find(text)
        return Stripped(text, content.places[first : first + len(text)])
    found = kept(content.text, part.markup, part.references)
    if part.markup is Markup.SAVED and "**" in content.text:
        found = _without_stray_stars(found)
    chars: list[str] = []
    places = array("q")
    breaks: list[int] = []
    linked = 0
    soft = -1  # how much text there was at the last soft hyphen
    newline = False  # whether a line ended since the last character that is not white space
    for at, raw_char, in_link in found:
        if raw_char == _SOFT_HYPHEN:
            soft = len(chars)
        newline = newline or raw_char == "\n"
        for char in _clean(raw_char):
            if char == " " and (not chars or chars[-1] == " "):
                continue
            if char != " ":
                if newline and len(chars) > 1 and chars[-1] == " " and char.islower():
                    if soft == len(chars) - 1:
                        chars.pop()
                        places.pop()
                    elif chars[-2] in HYPHENS and len(chars) > 2 and chars[-3].isalpha():
                        breaks.append(len(chars) - 2)
                newline = False
            chars.append(char)
            places.append(content.places[at])
            linked += in_link
    if chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    return Stripped("".join(chars), places, linked / len(chars) if chars else 0.0, breaks)


def _is_plain(text: str) -> bool:
    """Whether a text is as it will be read, as most paragraphs are."""
    return text.isprintable() and "  " not in text


def _without_stray_stars(found: Iterable[Kept]) -> Iterator[Kept]:
    """The characters without runs of asterisks that mark nothing, as a converter leaves them behind:
    "**Source: **The office". Inside a word they stand for its letters, and stay."""
    chars = list(found)
    text = "".join(char for _, char, _ in chars)
    dropped = {at for run in _STARS.finditer(text) for at in range(*run.span())}
    return (char for at, char in enumerate(chars) if at not in dropped)


def _clean(char: str) -> str:
    """One raw character as a reader sees it: any white space is a space, the invisible is gone."""
    if char.isspace():
        return " "
    if char in _DROPPED:
        return ""
    return char if char.isprintable() else visible(char)
