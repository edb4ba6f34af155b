"""Lines that state what a text is: “Title: …”, “SOURCE: …, CC BY 4.0. DATE: 2024-05-01”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

_LABEL = (
    r"(?:original )?(?:source|title|headline|authors?(?:\(s\))?|by|byline|written by|dates?|published"
    r"|publication date|release date|(?:crs )?product (?:type|number)|report (?:no|number)|version"
    r"|topics?|subjects?|keywords?|tags?|url|link|web ?site|licen[cs]e|rights|copyright|language"
    r"|publishers?|publication|outlet|doi|isbn|issn|citation|category|section|format|accessed|retrieved"
    r"|updated|last (?:updated|modified)|referenced legislation|word count|reading time|editors?"
    r"|translator|genre|type|id|file|edition|volume|issue|pages?|course|grade(?: level)?)"
)
_LABELLED = re.compile(rf"{_LABEL}\.?\s*:\s*\S", re.IGNORECASE)
_EACH = re.compile(rf"(?:^|(?<=[.;|]\s)|(?<=\s\s))({_LABEL})\.?\s*:\s*", re.IGNORECASE)
_LONGEST = 60


def is_labelled(text: str) -> bool:
    """Whether a block is such a line."""
    return _LABELLED.match(text) is not None and len(text.split()) <= _LONGEST


def stated(text: str) -> Iterator[tuple[str, str]]:
    """What a line states: each label in small letters, with its value. Several stand in one line
    where a full stop parts them."""
    found = list(_EACH.finditer(text)) if _LABELLED.match(text) else []
    for label, after in zip_longest(found, found[1:]):
        value = text[label.end() : after.start() if after else len(text)].strip(" ;|")
        if after or label.group(1).isupper():
            value = value.removesuffix(".")
        if value:
            yield label.group(1).lower(), value
