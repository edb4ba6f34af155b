"""The names of one sentence by themselves: those of the civics table, and those told by form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from civicsquiz.draft.language import words
from civicsquiz.draft.language.name import Name, NameKind
from civicsquiz.draft.language.persons import person, title_before
from civicsquiz.draft.language.runs import JOINING, end_of, head_kind, runs
from civicsquiz.draft.language.tokens import Token, lowered, tokens
from civicsquiz.draft.table import table

_OF_TABLE = {
    "case": NameKind.CASE,
    "amendment": NameKind.AMENDMENT,
    "clause": NameKind.CLAUSE,
    "statute": NameKind.STATUTE,
    "document": NameKind.DOCUMENT,
    "war": NameKind.WAR,
    "state": NameKind.STATE,
    "country": NameKind.COUNTRY,
    "party": NameKind.PARTY,
    "person": NameKind.PERSON,
}


_NO_NAME = words.DEMONYMS | words.TITLES
"""What names nothing where it stands alone."""


def rough(text: str) -> Iterator[Name]:
    """The names of a sentence by themselves."""
    known = [
        (start, end, _kind_of(family, entry), entry)
        for start, end, family, entry in table().names(text)
    ]
    known = [one for one in known if one[2] is not None]
    at = 0
    found: list[Name] = []
    for run in runs(tokens(text)):
        start, end = run[0].start, run[-1].end
        while at < len(known) and known[at][1] <= start:
            found.append(_known(text, *known[at]))
            at += 1
        if at < len(known) and known[at][0] < end:
            if known[at][0] <= start and known[at][1] >= end:
                continue
            if _inside_longer(run, text, known[at][0], known[at][1]):
                at += 1
            else:
                continue
        name = _named(run, text)
        if name:
            found.append(name)
    found += [_known(text, *one) for one in known[at:]]
    yield from _apart(sorted(found, key=lambda name: (name.start, -name.end)))


def _apart(names: Sequence[Name]) -> Iterator[Name]:
    last = -1
    for name in names:
        if name.start >= last:
            yield name
            last = name.end


def _kind_of(family: str, entry: object) -> NameKind | None:
    if family == "body":
        return _kind_of_body(getattr(entry, "name", ""))
    return _OF_TABLE.get(family)


@cache
def _kind_of_body(name: str) -> NameKind:
    return head_kind([lowered(part) for part in name.split()]) or NameKind.AGENCY


def _known(text: str, start: int, end: int, kind: NameKind | None, entry: object) -> Name:
    name = str(getattr(entry, "name", text[start:end]))
    title, whole = "", -1
    if kind is NameKind.PERSON:
        title, whole = title_before(text, start)
    return Name(start, end, text[start:end], kind or NameKind.OTHER, name, title, whole)


def _inside_longer(run: Sequence[Token], text: str, start: int, end: int) -> bool:
    """Whether a known name is only a part of a longer one: “Montana” in “Montana Native Vote”."""
    kind = head_kind([token.lower for token in run])
    return kind is not None or bool(person(run, text)) or run[0].start < start or end < run[-1].end


def _named(run: Sequence[Token], text: str) -> Name | None:
    """What a run of capitals names."""
    run = list(run)
    while run and run[-1].lower in JOINING:
        run.pop()
    first = not text[: run[0].start].strip("“\"‘'( ") if run else False
    if not run or (first and len(run) == 1 and run[0].lower in words.DEMONYMS):
        return None
    if found := person(run, text):
        return found
    start, end = run[0].start, end_of(run[-1])
    said = text[start:end]
    kind = head_kind([token.lower for token in run])
    if kind is None and len(run) == 1 and run[0].lower in _NO_NAME:
        return None
    return Name(start, end, said, kind or NameKind.OTHER, said)
