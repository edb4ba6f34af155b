"""Names as they are compared, and names found in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from civicsquiz.draft.table.entries import Entry
from civicsquiz.draft.table.longer import part_of_more

_DROPPED = str.maketrans({"’": None, "'": None, ".": None, ",": None})
_SPACED = re.compile(r"[\s\-‐‑‒–—]+")
_FORMS = (
    (re.compile(r"\bvs\b"), "v"),
    (re.compile(r"\bunited states(?: of america)?\b"), "us"),
    (re.compile(r"&"), "and"),
    (re.compile(r"^the "), ""),
    (re.compile(r" (?:inc|llc|llp|ltd)\b"), ""),
)


def folded(name: str) -> str:
    """A name as names are compared: no case, dots, commas, apostrophes, accents, "the" or "Inc."."""
    plain = name.casefold().translate(_DROPPED)
    if not plain.isascii():
        plain = "".join(
            char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
        )
    plain = _SPACED.sub(" ", plain).strip()
    for form, instead in _FORMS:
        plain = form.sub(instead, plain)
    return plain


class Found(NamedTuple):
    """A name in a text: `text[start:end]` names the entry."""

    start: int
    end: int
    family: str
    entry: Entry


_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*|[&,]")
_GAP = re.compile(r" |\.?\s{1,2}|[\-‐‑–]|['’]\s")
_OWNED = re.compile(r"['’][sS]\Z")
_NONE: frozenset[str] = frozenset()
_MARKS = str.maketrans({"’": None, "'": None, ".": None, "&": "and"})
_UNSURE = ((("washington", 1),),)
"""Names that mean a state, a city, a government or a man: not found in running text."""

_SHORTENED = frozenset({"jr", "inc", "co", "corp", "vs", "no", "st", "assn", "art", "dr", "ltd"})
"""What a full stop may follow inside a name, besides single letters."""

_Word = tuple[str, int]
"""A word without its marks, and how it has to be written: 0 anyhow, 1 with a capital, 2 in capitals."""


class Finder:
    """Finds the names of entries in running text, the longest first, and none inside another.

    A name with a capital is found only with it, one in capitals (ICE) only in capitals.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._starting: dict[str, list[tuple[tuple[_Word, ...], Entry]]] = {}
        seen: dict[tuple[_Word, ...], Entry] = {}
        written = cache(_written)
        for entry in entries:
            for name in (entry.name, *entry.also):
                words = tuple(map(written, _TOKEN.findall(name)))
                if words not in _UNSURE and seen.setdefault(words, entry) is entry:
                    self._starting.setdefault(words[0][0], []).append((words, entry))
        for names in self._starting.values():
            names.sort(key=lambda pair: -len(pair[0]))
        self._seconds = {first: _seconds(names) for first, names in self._starting.items()}
        amendments = {
            entry.short[0]: entry for entry in seen.values() if entry.family == "amendment"
        }
        self._ordinals = {word.casefold(): entry for word, entry in amendments.items()}

    def find(self, text: str) -> list[Found]:
        """The names in a text, in its order."""
        tokens = list(_TOKEN.finditer(text))
        listed = list(self._listed(text))[::-1] if "Amendments" in text else []
        plain = [_plain(token.group()) for token in tokens]
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            start = tokens[at].start()
            if listed and listed[-1].end <= tokens[at].end():
                found.append(listed.pop())
                at += 1
                continue
            match = self._at(text, tokens, at) if self._may_begin(tokens, plain, at) else None
            if match is None:
                at += 1
                continue
            count, end, entry = match
            found.append(Found(start, end, entry.family, entry))
            at += count
        return found

    def _may_begin(self, tokens: list[re.Match[str]], plain: list[str], at: int) -> bool:
        """Whether a name may begin at a token: by it and the next, so far as no apostrophe makes them
        other words; most tokens fail here already."""
        seconds = self._seconds.get(plain[at], _NONE)
        if seconds is None or _marked(tokens[at].group()):
            return True
        if not seconds or at + 1 == len(tokens):
            return False
        return plain[at + 1] in seconds or _marked(tokens[at + 1].group())

    def _at(self, text: str, tokens: list[re.Match[str]], at: int) -> tuple[int, int, Entry] | None:
        first = tokens[at].group()
        starting = self._starting.get
        names = starting(_plain(first), ())
        if not first.isalnum() and (owner := _OWNED.sub("", first)) != first:
            names = (*starting(_plain(owner), ()), *names)  # "Biden’s" before "Bidens"
        if not names:
            return None
        small = first[0].islower()
        after = tokens[at + 1].group() if at + 1 < len(tokens) else ""
        second = {_plain(after), _plain(_OWNED.sub("", after))}
        for words, entry in names:
            if (small and words[0][1]) or (len(words) > 1 and words[1][0] not in second):
                continue  # most names fail here already
            end = _fits(text, tokens, at, words)
            if end is None:
                continue
            if part_of_more(text, tokens, at, at + len(words), entry.family):
                return None
            return len(words), end, entry
        return None

    def _listed(self, text: str) -> Iterator[Found]:
        """Amendments in a list: "the Fifth and Fourteenth Amendments"."""
        for several in _LISTED.finditer(text):
            for word in _ORDINAL.finditer(text, several.start(), several.end()):
                entry = self._ordinals.get(word.group().casefold())
                if entry is not None:
                    yield Found(word.start(), word.end(), entry.family, entry)


def _marked(token: str) -> bool:
    return "'" in token or "’" in token


def _seconds(names: Iterable[tuple[tuple[_Word, ...], Entry]]) -> frozenset[str] | None:
    """The second words of names; None where one of them has a single word."""
    found = [words[1][0] if len(words) > 1 else None for words, _ in names]
    return None if None in found else frozenset(word for word in found if word is not None)


_ORDINAL = re.compile(
    r"\b(?:Twent(?:y-|ie)(?:[A-Z]|[a-z])[a-z]+|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teenth|First|Second"
    r"|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)\b"
)
_LISTED = re.compile(
    rf"{_ORDINAL.pattern}(?:(?:, and |, or |, | and | or ){_ORDINAL.pattern}){{1,9}} Amendments\b"
)


def _fits(text: str, tokens: list[re.Match[str]], at: int, words: tuple[_Word, ...]) -> int | None:
    """Where the name ends that begins at a token; None where it does not stand there."""
    last = at + len(words) - 1
    if last >= len(tokens):
        return None
    for place, (word, capital) in enumerate(words, at):
        token = tokens[place].group()
        owned = _OWNED.search(token) if place == last and _plain(token) != word else None
        bare = token[: owned.start()] if owned else token
        if _plain(bare) != word:
            return None
        if (capital == 2 and not bare.isupper()) or (capital == 1 and bare[0].islower()):
            return None
        if place > at and not _joined(text, tokens[place - 1], tokens[place]):
            return None
        if place == last:
            end = tokens[place].start() + len(bare)
            return end + (word in _SHORTENED and text.startswith(".", end))
    return None


def _joined(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    gap = text[before.end() : after.start()]
    if not gap:
        return after.group() in "&," or before.group() in "&,"
    short = len(before.group()) == 1 or before.group().casefold() in _SHORTENED
    return _GAP.fullmatch(gap) is not None and ("." not in gap or short)


@lru_cache(maxsize=8192)
def _plain(token: str) -> str:
    if token.isascii() and token.isalnum():
        return token.casefold()
    return token.casefold().translate(_MARKS)


def _written(token: str) -> _Word:
    letters = token.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        return _plain(token), 2
    return _plain(token), int(token[0].isupper())
