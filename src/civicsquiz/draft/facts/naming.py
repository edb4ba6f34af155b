"""Where a name in a statement begins with its titles, and names of bodies that are longer than they are known by."""

from __future__ import annotations

import re

from civicsquiz.draft.facts.telling import Telling
from civicsquiz.draft.language import words
from civicsquiz.draft.language.names import Name, NameKind

_BODY = re.compile(
    r"(?:[Tt]he )?(?P<name>(?:[A-Z][\w.’-]*)(?: (?:of |and |for |on |the |& )*[A-Z][\w.’-]*)* (?P<of>Committee|Commission|Court|Agency))"
)
_BODY_KINDS = {
    "Committee": NameKind.COMMITTEE,
    "Commission": NameKind.AGENCY,
    "Court": NameKind.COURT,
    "Agency": NameKind.AGENCY,
}


def body_of(told: Telling) -> tuple[NameKind, tuple[int, int]] | None:
    """A body whose name the names of the sentence have only a part of: “the House Oversight and Reform
    Committee”."""
    start, end = told.statement.subject
    found = _BODY.fullmatch(told.text, start, end)
    if not found or any((name.start, name.end) == found.span("name") for name in told.names):
        return None
    return _BODY_KINDS[found["of"]], found.span("name")


_BEFORE_TITLE = re.compile(r"\b(?:to|by|against|for|from|with) ")
OF_TITLES = words.PERSON_NOUNS | {
    "of",
    "and",
    "from",
    "for",
    "the",
    "former",
    "incumbent",
    "archbishop",
    "correspondent",
}
"""Small words in what stands before a person's name."""


def begins_with_title(name: Name, text: str, least: int) -> int:
    """Where a name begins with all that stands before it as a title, not before `least`."""
    if name.kind is not NameKind.PERSON:
        return name.begins
    for found in _BEFORE_TITLE.finditer(text, least, name.begins):
        said = text[found.end() : name.begins].split()
        if all(word[0].isupper() or word in OF_TITLES for word in said):
            return found.end()
    return name.begins
