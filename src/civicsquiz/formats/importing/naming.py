"""Ids and topics of imported items: the same for the same file, and each only once."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from civicsquiz.formats import labels
from civicsquiz.formats.portable import Portable
from civicsquiz.source.visible import one_line

_LONGEST, _CUT, _WORDS = 64, 56, 6
# “N1” and “S1” are names as “T1” is one; “Q1”, “No. 1” and “Question 1” only count.
_POSITION = re.compile(
    r"(?:n-|(?:q|no|nr|num|number|item|question|quiz|ex|exercise|task)-?)?[0-9]+"
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug(text: str, words: int = 0) -> str:
    """A text as a name in a bank; empty where no letter of it can be written plainly. `words` is how many
    of them are taken; all that have room where it is 0."""
    bare = unicodedata.normalize("NFKD", text[:2000]).lower().replace("’", "").replace("'", "")
    found = re.findall(r"[a-z0-9]+", bare.encode("ascii", "ignore").decode())
    name = "-".join(found[: words or len(found)])
    return name if len(name) <= _LONGEST else name[:_CUT].rstrip("-")


def is_slug(text: str) -> bool:
    return len(text) <= _LONGEST and _SLUG.fullmatch(text) is not None


class Names:
    """Gives out names, each once: a second one of the same kind gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def free(self, name: str) -> str:
        number = self._last.get(name, 1)
        short = name[:_CUT].rstrip("-")
        found = name if number == 1 else f"{short}-{number}"
        while found in self._taken:
            number += 1
            found = f"{short}-{number}"
        self._last[name] = number
        self._taken.add(found)
        return found


def item_id(question: Portable, stem: str, *, known: bool) -> str:
    """What a question is called in the bank: as in its file, if that says more than where it stands, or
    if it is `known` to come from a bank."""
    if known and is_slug(question.id):
        return question.id
    for name in (slug(question.id), slug(question.name, _WORDS), slug(stem, _WORDS)):
        if name and not _POSITION.fullmatch(name):
            return name
    return f"question-{hashlib.sha256(stem.encode()).hexdigest()[:8]}"


class Topics:
    """The topics of a bank out of the categories of questions. `names` has them as they are shown."""

    def __init__(self, title: str) -> None:
        self.names: dict[str, str] = {}
        self._title = title
        self._slugs: dict[str, str] = {}
        self._free = Names()

    def of(self, question: Portable) -> str:
        """The topic of a question, by its slug."""
        path = [one_line(part).strip() for part in question.category]
        if path[:1] == [self._title]:
            path = path[1:]
        name = " / ".join(filter(None, path))[:4000].strip()
        said = [one for one in labels.values(question.tags, "topic") if is_slug(one)]
        if not name:
            return said[0] if said else "general"
        if name not in self._slugs:
            wanted = said[0] if said else slug(name, _WORDS) or "topic"
            self._slugs[name] = self._free.free(wanted)
            self.names[self._slugs[name]] = name
        return self._slugs[name]


def common_title(categories: Sequence[tuple[str, ...]]) -> str:
    """What all paths begin with, where each goes on from there; else empty."""
    first = {path[0] for path in categories if path}
    deep = all(len(path) > 1 for path in categories)
    return first.pop() if len(first) == 1 and deep and categories else ""
