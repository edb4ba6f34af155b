"""What a bank says of an item, as labels that tags can hold: `stance:opinion`, `standard:C3_D2.His.1.9-12`.

Tags of other programs have no spaces (Anki), no brackets (GIFT), no commas (Moodle's forms). A space is
written as `_`; other signs but letters, digits and `. - ' ’ : / & ( )` as `%` and hexadecimals.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

_BARE = frozenset(".-'’:/&()")


def label(key: str, value: str) -> str:
    """The label of one value; `parted` gives both back."""
    return f"{key}:{''.join(map(_signed, value))}"


def parted(tag: str) -> tuple[str, str]:
    """Key and value of a label; the key is empty where a tag is none of ours."""
    key, colon, value = tag.partition(":")
    if not colon or not value or " " in tag:
        return "", tag
    return key, unquote(value.replace("_", " "), errors="replace")


def values(tags: Iterable[str], wanted: str) -> list[str]:
    """The values of all labels with a key, in their order."""
    return [value for key, value in map(parted, tags) if key == wanted]


def _signed(character: str) -> str:
    if character == " ":
        return "_"
    if character.isalnum() or character in _BARE:
        return character
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
