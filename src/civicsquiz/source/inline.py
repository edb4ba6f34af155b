"""A block's text as a reader sees it: no markup, nothing invisible, white space collapsed."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from civicsquiz.source.content import Part
from civicsquiz.source.located import kept
from civicsquiz.source.visible import visible

HYPHENS = "-\u2010"
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
    found = kept(content.text, part.markup, part.references)
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


def _clean(char: str) -> str:
    """One raw character as a reader sees it: any white space is a space, the invisible is gone."""
    if char.isspace():
        return " "
    if char in _DROPPED:
        return ""
    return char if char.isprintable() else visible(char)
