"""Where what is said of a term begins and ends within its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.draft.table import table

_CUT = re.compile(
    r";|—|\.\)|\s–\s|\s\(|:\s|,?\s(?:such as|including|like the|for example|for instance|e\.g\.|i\.e\.)\b|,\s(?:which|who|where|when|although|though|while|whereas|but|so|yet|because"
    r"|since|as|however|thus|usually|often|typically|sometimes|generally|especially|particularly|rather|not|even|with|if|unless|like|whether|also|except"
    r"|making|meaning|giving|allowing|leaving|thereby|at least|regardless|instead|an? (?:\w+ ){1,3}(?:used|that|which|in|of)"
    r"|and (?:it|they|he|she|this|these|is|are|was|has|have|can|also|often|usually|its|their|in|may|must)"
    r"|is|are|was|were|has|have|can|may|will|must|does|do|did|became|had|it|they|he|she|we|that|this|these)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A definition within a sentence. `span` is where the definition stands, (-1, -1) where it was
    put together; `whole` that the sentence is about nothing else."""

    term: str
    term_span: tuple[int, int]
    definition: str
    span: tuple[int, int]
    form: str
    way: str


def exact(text: str, span: tuple[int, int], term: str) -> tuple[int, int]:
    """Where within `span` the term itself stands, without its article and marks."""
    at = text.lower().find(term.lower(), *span)
    return (at, at + len(term)) if at >= 0 else span


def known(term: str) -> bool:
    """Whether the civics table has a term."""
    return table().term(term) is not None


_SET_OFF = re.compile(
    r"—[^—]{3,90}—|, (?:including|such as|like|for example|usually|often|typically) [^,]{3,50},(?= (?:is|are|can|may|must|has|have|will)\b)"
    r"|, often those who [^,]{3,80},"
)


def without_aside(text: str, start: int) -> tuple[str, int]:
    """What is said from `start` on, and where it ends, with what is set off inside it left out."""
    aside = _SET_OFF.search(text, start)
    first = definition_end(text, start)
    if aside and first == aside.start():
        end = definition_end(text, aside.end())
        return f"{text[start : aside.start()]} {text[aside.end() : end].strip()}", end
    return text[start:first], first


def definition_end(text: str, start: int) -> int:
    """Where what is said of a term from `start` on ends: before an aside, or with the sentence."""
    last = len(text.rstrip('”"’ '))
    while last > start and text[last - 1] in ".!? ":
        last -= 1
    for found in _CUT.finditer(text, start):
        return min(found.start(), last)
    return last
