"""Who and what is named in an article, and of what kind.

The civics table knows the names that civics has in common; the others are told by form: a title
before them, a given name, a word like “Court” or “Act” in them. A surname by itself is the person
whose whole name stands elsewhere in the article, where only one has it. What cannot be told is of
the kind `other`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from civicsquiz.draft.language import words
from civicsquiz.draft.language.name import Name, NameKind
from civicsquiz.draft.language.rough import rough as names_of

__all__ = ["Name", "NameKind", "Names"]


class Names:
    """All names of the sentences of one article."""

    def __init__(self, texts: Sequence[str]) -> None:
        rough = [tuple(names_of(text)) for text in texts]
        self._people = _People(rough)
        self._found = [self._people.settled(names) for names in rough]

    def of(self, number: int) -> tuple[Name, ...]:
        """The names of a sentence, in order."""
        return self._found[number]

    def all(self) -> Iterator[tuple[int, Name]]:
        """Every name with the number of its sentence."""
        for number, names in enumerate(self._found):
            for name in names:
                yield number, name

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The whole names of everybody who is named, in the order of their first mention."""
        found = (name.key for _, name in self.all() if name.kind is NameKind.PERSON)
        return tuple(dict.fromkeys(key for key in found if " " in key))

    def titles(self, key: str) -> tuple[str, ...]:
        """The titles that a person is given, the most frequent first."""
        found = Counter(name.title for _, name in self.mentions(key) if name.title)
        return tuple(title for title, _ in found.most_common())

    def mentions(self, key: str) -> Sequence[tuple[int, Name]]:
        """Where something is named: the names of one key, each with the number of its sentence."""
        return self._by_key.get(key, ())

    def whole(self, key: str) -> tuple[int, Name] | None:
        """The first mention of somebody by their whole name."""
        return self._whole.get(key)

    @cached_property
    def _by_key(self) -> dict[str, list[tuple[int, Name]]]:
        found: defaultdict[str, list[tuple[int, Name]]] = defaultdict(list)
        for number, name in self.all():
            found[name.key].append((number, name))
        return dict(found)

    @cached_property
    def _whole(self) -> dict[str, tuple[int, Name]]:
        found: dict[str, tuple[int, Name]] = {}
        for number, name in self.all():
            if name.text == name.key:
                found.setdefault(name.key, (number, name))
        return found


class _People:
    """Surnames and the whole names that they stand for."""

    def __init__(self, rough: Sequence[Sequence[Name]]) -> None:
        whole: defaultdict[str, set[str]] = defaultdict(set)
        for name in (name for names in rough for name in names if name.kind is NameKind.PERSON):
            parts = _bare(name.text)
            if len(parts) > 1:
                whole[parts[-1]].add(" ".join(parts))
        self._whole = {surname: _one(names) for surname, names in whole.items()}
        for name in (name for names in rough for name in names):
            parts = _bare(name.text)
            if name.kind is NameKind.PERSON and name.title and len(parts) == 1:
                self._whole.setdefault(parts[0], parts[0])

    def settled(self, names: Sequence[Name]) -> tuple[Name, ...]:
        return tuple(map(self._settled, names))

    def _settled(self, name: Name) -> Name:
        parts = _bare(name.text)
        if not parts or name.kind not in (NameKind.PERSON, NameKind.OTHER):
            return name
        if len(parts) == 1 and (known := self._whole.get(parts[0])):
            return replace(name, kind=NameKind.PERSON, key=known)
        if name.kind is NameKind.PERSON:
            whole = self._whole.get(parts[-1]) if len(parts) > 1 else ""
            same = whole and whole.split()[0] == parts[0]
            return replace(name, key=whole if whole and same else " ".join(parts))
        return name


def _bare(text: str) -> list[str]:
    return [part for part in text.replace(",", "").split() if part.lower() not in words.SUFFIXES]


def _one(names: set[str]) -> str:
    """The one person of several forms of a name, the longest; empty where they are several people."""
    longest = max(sorted(names), key=len)
    first = longest.split()[0]
    return longest if all(name.split()[0] == first for name in names) else ""
