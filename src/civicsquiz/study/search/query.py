"""What somebody types into a search, and what the index is asked for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_LONGEST = 400
_MOST_PARTS = 24
_OPEN_FROM = 3
"""From so many letters on, the last word may be the beginning of another."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | {"\0": " "})
_PART = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')
_COMMON = frozenset(
    "a about an and are as at be but by did do does for from had has have he her his i in is it its"
    " not of on or she that the their they this to was we were what when where which who why with"
    " you".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together in what is looked for; the last of them may be the beginning of a
    word where the part is `open`."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression in the syntax of SQLite's FTS5. What matches it need not be `ranked` where it
    consists of words that stand nearly everywhere: that takes long, and says nothing."""

    expression: str
    ranked: bool = True


def parts(query: str) -> tuple[Part, ...]:
    """The parts of a query: what stands between quotation marks, and every other word.

    The last word is open as long as nothing follows it. Nothing that is typed is an error: what holds
    no letter or digit is passed over, and so is what is too long.
    """
    text = query[:_LONGEST].encode("utf-8", "replace").decode().translate(_QUOTES)
    found: list[Part] = []
    for match in _PART.finditer(text):
        phrase, word = match.groups()
        said = " ".join((word if phrase is None else phrase).split())
        if letters := _letters(said):
            is_last = phrase is None and match.end() == len(text)
            found.append(Part(said, open=is_last and letters >= _OPEN_FROM))
    return tuple(found[:_MOST_PARTS])


def asked(query: str) -> tuple[Asked, ...]:
    """What to ask the index, one after the other until something is found: for all parts of the
    query; for words that begin like all of them; like any of them. Common words count only where
    there are no others, and then together, as a phrase. Nothing where the query has no words."""
    found = parts(query)
    telling = [part for part in found if part.text.lower() not in _COMMON]
    if found and not telling:
        return (Asked(_quoted(Part(" ".join(part.text for part in found))), ranked=False),)
    begun = [replace(part, open=_letters(part.text) >= _OPEN_FROM) for part in telling]
    expressions = [
        " AND ".join(map(_quoted, telling)),
        " AND ".join(map(_quoted, begun)),
        " OR ".join(map(_quoted, begun)),
    ]
    return tuple(Asked(expression) for expression in dict.fromkeys(expressions) if expression)


def _quoted(part: Part) -> str:
    """A string of FTS5, in which nothing has a meaning."""
    return f'"{part.text}"{" *" if part.open else ""}'


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
