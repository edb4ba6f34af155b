"""Identifiers of QTI 2.1, which are XML names, and plain text that is read as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.formats.safe.xml_out import element, escaped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PLAIN = "civicsquiz-plain"
"""The class of an element whose text is meant as it is, its lines parted by `br`."""
HINT = "civicsquiz-hint"
GENERAL, RIGHT, PARTLY, WRONG = "general", "right", "partly", "wrong"

_OURS = "cq-"
_UNNAMED = "cq."
_KEPT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")


def identifier(name: str) -> str:
    """A name as an identifier: signs that an identifier cannot have are written by their numbers."""
    return _OURS + "".join(sign if sign in _KEPT else f".{ord(sign):x}." for sign in name)


def unnamed(about: object) -> str:
    """An identifier for what has no name; it is read as none."""
    return f"{_UNNAMED}{about}"


def name_of(ident: str) -> str:
    """The name that an identifier stands for: another program’s own, or what `identifier` was given."""
    if ident.startswith(_UNNAMED):
        return ""
    if not ident.startswith(_OURS):
        return ident
    found: list[str] = []
    for place, part in enumerate(ident.removeprefix(_OURS).split(".")):
        if place % 2 == 0:
            found.append(part)
            continue
        try:
            found.append(chr(int(part, 16)))
        except (ValueError, OverflowError):
            return ident
    return "".join(found)


def identifiers(names: list[str]) -> list[str]:
    """Identifiers for these names, each another; where a name is empty or taken, of no name."""
    used: set[str] = set()
    found = []
    for place, name in enumerate(names, 1):
        ident = identifier(name)
        if not name or ident in used:
            ident = unnamed(place)
        used.add(ident)
        found.append(ident)
    return found


def plainly(text: str, tag: str = "div") -> str:
    """A text in an element of the class `PLAIN`."""
    lines = "<br/>".join(escaped(line) for line in text.split("\n"))
    return element(tag, {"class": PLAIN}, lines)


def plain_in(block: Element) -> str:
    """The text that `plainly` was given."""
    parts = [block.text or ""]
    for each in block:
        if each.tag == "br":
            parts.append("\n")
        parts.append(each.tail or "")
    return "".join(parts)
