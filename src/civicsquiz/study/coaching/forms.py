"""What kind of thing an item asks for, as far as its form tells: what may be shown depends on it."""

from __future__ import annotations

import re

from civicsquiz.bank.items import Choice, FindEvidence, Multiple
from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.words import words

_PASSAGE = 6
"""So many words of a source in a row are a passage and no name."""

_KIND = re.compile(
    r"\b(?:what kind of (?:statement|sentence|claim|remark)"
    r"|how (?:do|does|did|is|are|was|were)\b.{0,60}\b(?:put|bring|brought|present|word|phrase)"
    r"|own (?:inference|conclusion|argument|opinion|view) rather)",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"\bof (?:these|those|the following)\b|\bthese (?:words|lines|people|statements|two|three|four)\b"
    r"|\b(?:is|was|are) (?:that|this|it|these)\?|\b(?:____|___)",
    re.IGNORECASE,
)


def of_quotations(item: Item) -> bool:
    """Whether the options are words of a source in quotation marks, two of them at least."""
    if not isinstance(item, (Choice, Multiple)):
        return False
    marked = [one for one in item.options if one.text.strip()[:1] in ("“", '"')]
    return len(marked) * 2 > len(item.options)


def of_passages(item: Item) -> bool:
    """Whether what is to be found is a passage of the source itself."""
    if isinstance(item, FindEvidence) or of_quotations(item):
        return True
    if not isinstance(item, Choice):
        return False
    key = words(item.key.text)
    quoted = (" ".join(words(one.selector.exact)) for one in item.evidence)
    return len(key) >= _PASSAGE and any(" ".join(key) in text for text in quoted)


def of_form(item: Item) -> bool:
    """Whether it asks how something is put, and not what: around a blank the form still shows."""
    return bool(_KIND.search(item.stem))


def hangs(item: Item) -> bool:
    """Whether the stem says little without its options, or asks after something before it."""
    return bool(_HANGS.search(item.stem))
