"""Who and what is named in an article, and of what kind.

The civics table knows the names that civics has in common; the others are told by form: a title
before them, a given name, a word like “Court” or “Act” in them. A surname by itself is the person
whose whole name stands elsewhere in the article, where only one has it. What cannot be told is of
the kind `other`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources

from civicsquiz.draft.language import words
from civicsquiz.draft.language.tokens import Token, tokens
from civicsquiz.draft.table import table


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    COURT = "court"
    LEGISLATURE = "legislature"
    COMMITTEE = "committee"
    AGENCY = "agency"
    ORGANIZATION = "organization"
    PARTY = "party"
    STATE = "state"
    COUNTRY = "country"
    PLACE = "place"
    CASE = "case"
    AMENDMENT = "amendment"
    CLAUSE = "clause"
    STATUTE = "statute"
    DOCUMENT = "document"
    WAR = "war"
    EVENT = "event"
    OFFICE = "office"
    OTHER = "other"


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

_BY_HEAD = (
    (words.COURTS, NameKind.COURT),
    (words.COMMITTEES, NameKind.COMMITTEE),
    (words.STATUTES, NameKind.STATUTE),
    (words.DOCUMENTS, NameKind.DOCUMENT),
    (words.LEGISLATURES, NameKind.LEGISLATURE),
    (words.PARTIES, NameKind.PARTY),
    (words.AGENCIES, NameKind.AGENCY),
    (words.ORGANIZATIONS, NameKind.ORGANIZATION),
    (words.PLACES, NameKind.PLACE),
    (words.EVENTS, NameKind.EVENT),
)

_CONTRACTED = re.compile(r"(?:n't|'(?:m|re|ve|ll|d)|^(?:it|that|there|what|who|he|she|let)'s)$")
_JOINING = frozenset({"of", "for", "on", "and", "the", "&"})
_OPENS = frozenset({"of", "for", "on"})
_OF_OFFICE = _OPENS | {"from", "to"}
_PARTICLES = frozenset(
    {"de", "la", "del", "van", "von", "der", "bin", "al", "da", "di", "ibn", "el"}
)
_INSTITUTION = frozenset().union(*(heads for heads, _ in _BY_HEAD)) | {
    "secretary", "bank", "director", "minister", "clerk", "bill", "speaker", "chief", "president",
    "chairman", "court", "articles", "federation", "state", "united", "representatives",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence, from `start` to `end` (offsets in the sentence; no title, no “’s”).

    `key` is what is named, in the fullest form that the article has: equal for “Judge Marrero” and
    “Victor Marrero”. `title` is what stands right before a person's name, `whole` where the title,
    or “the”, begins.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    key: str
    title: str = ""
    whole: int = -1

    @property
    def begins(self) -> int:
        """Where the name begins with its title."""
        return self.start if self.whole < 0 else self.whole


class Names:
    """All names of the sentences of one article."""

    def __init__(self, texts: Sequence[str]) -> None:
        rough = [tuple(_rough(text)) for text in texts]
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

    @property
    def people(self) -> tuple[str, ...]:
        """The whole names of everybody who is named, in the order of their first mention."""
        found = (name.key for _, name in self.all() if name.kind is NameKind.PERSON)
        return tuple(dict.fromkeys(key for key in found if " " in key))

    def titles(self, key: str) -> tuple[str, ...]:
        """The titles that a person is given, the most frequent first."""
        found = Counter(name.title for _, name in self.all() if name.key == key and name.title)
        return tuple(title for title, _ in found.most_common())


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


def _rough(text: str) -> Iterator[Name]:
    """The names of a sentence by themselves."""
    known = [
        (start, end, _kind_of(family, entry), entry)
        for start, end, family, entry in table().names(text)
    ]
    known = [one for one in known if one[2] is not None]
    at = 0
    found: list[Name] = []
    for run in _runs(tokens(text)):
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
        kind = _head_kind([Token(part, 0, 0) for part in getattr(entry, "name", "").split()])
        return kind or NameKind.AGENCY
    return _OF_TABLE.get(family)


def _known(text: str, start: int, end: int, kind: NameKind | None, entry: object) -> Name:
    name = str(getattr(entry, "name", text[start:end]))
    title, whole = "", -1
    if kind is NameKind.PERSON:
        title, whole = _title_before(text, start)
    return Name(start, end, text[start:end], kind or NameKind.OTHER, name, title, whole)


def _title_before(text: str, start: int) -> tuple[str, int]:
    """The title right before a known person's name, and where it begins."""
    before = _before(text, start)
    at = len(before)
    while (
        at
        and (before[at - 1].capital or before[at - 1].text == "of")
        and before[at - 1].text[-1] not in "’"
    ):
        at -= 1
    taken = before[at:]
    while taken and (taken[0].lower in words.OPENERS or taken[0].text == "of"):
        taken = taken[1:]
    if not taken or (
        taken[-1].lower not in words.TITLES
        and not any(token.lower in words.TITLES for token in taken)
    ):
        return "", -1
    return text[taken[0].start : taken[-1].end], taken[0].start


def _inside_longer(run: Sequence[Token], text: str, start: int, end: int) -> bool:
    """Whether a known name is only a part of a longer one: “Montana” in “Montana Native Vote”."""
    kind = _head_kind(run)
    return kind is not None or bool(_person(run, text)) or run[0].start < start or end < run[-1].end


def _runs(said: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words with capitals, with the small words that join them."""
    at = 0
    while at < len(said):
        if not _begins(said, at):
            at += 1
            continue
        run = [said[at]]
        at += 1
        while at < len(said):
            if _possessive(run[-1]):
                break
            token = said[at]
            if token.word and token.capital and (token.lower not in words.OPENERS or _inner(token)):
                run.append(token)
                at += 1
            elif taken := _joined(run, said, at):
                run += said[at : at + taken]
                at += taken
            else:
                break
        yield run


def _inner(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _begins(said: Sequence[Token], at: int) -> bool:
    token = said[at]
    if not (token.word and token.capital) or _CONTRACTED.search(token.lower):
        return False
    if token.lower in words.OPENERS or token.lower in words.MONTHS:
        return token.text.isupper() and len(token.text) > 1 and token.lower not in words.OPENERS
    return True


def _possessive(token: Token) -> bool:
    return token.lower.endswith(("'s", "s'"))


def _joined(run: Sequence[Token], said: Sequence[Token], at: int) -> int:
    """How many tokens from `at` on belong to the run because of small words between capitals."""
    token = said[at]
    ahead = said[at + 1] if at + 1 < len(said) else None
    if ahead is None:
        return 0
    capital = ahead.word and ahead.capital and ahead.lower not in words.OPENERS
    if token.lower in _PARTICLES and capital and len(run) <= 2:
        return 2
    if token.text == "," and ahead.lower in words.SUFFIXES:
        return 2
    if token.lower in ("v.", "vs.", "v") and capital:
        return 2
    titled = run[-1].lower in words.TITLES
    if titled and token.lower in ("from", "to"):
        third = said[at + 2] if at + 2 < len(said) else None
        the = ahead.lower == "the" and third is not None and third.word and third.capital
        return 2 if capital else 3 if the else 0
    if token.lower not in _JOINING:
        return 0
    opened = any(part.lower in _OPENS for part in run)
    if token.lower in ("and", "&") and any(_given(part) for part in (*run[1:], ahead)):
        return 0
    institution = any(part.lower.removesuffix("'s") in _INSTITUTION for part in run)
    if token.lower in _OPENS and (institution or titled) and run[-1].lower not in _OPENS:
        if capital:
            return 2
        third = said[at + 2] if at + 2 < len(said) else None
        return 3 if ahead.lower == "the" and third and third.word and third.capital else 0
    if (
        token.lower in ("and", "&")
        and capital
        and opened
        and institution
        and ahead.lower not in words.TITLES
    ):
        return 2
    return 0


def _named(run: Sequence[Token], text: str) -> Name | None:
    """What a run of capitals names."""
    run = [token for token in run]
    while run and run[-1].lower in _JOINING:
        run.pop()
    first = not text[: run[0].start].strip("“\"‘'( ") if run else False
    if not run or (first and len(run) == 1 and run[0].lower in words.DEMONYMS):
        return None
    if person := _person(run, text):
        return person
    start, end = run[0].start, _end(run[-1])
    said = text[start:end]
    kind = _head_kind(run)
    if kind is None and len(run) == 1 and run[0].lower in words.DEMONYMS | words.TITLES:
        return None
    return Name(start, end, said, kind or NameKind.OTHER, said)


def _end(token: Token) -> int:
    return token.end - 2 if token.lower.endswith("'s") else token.end


def _head_kind(run: Sequence[Token]) -> NameKind | None:
    """The kind that the head of a name tells: the last word before the first “of”, else the last."""
    parts = [token.lower.removesuffix("'s") for token in run]
    cut = next((at for at, part in enumerate(parts) if part in _OPENS), len(parts))
    if any(part in ("v.", "vs.") for part in parts):
        return NameKind.CASE
    if parts[-2:] == ["white", "house"]:
        return NameKind.AGENCY
    for head in (parts[cut - 1] if cut else "", parts[-1]):
        for heads, kind in _BY_HEAD:
            if head in heads:
                return kind
    return None


def _person(run: Sequence[Token], text: str) -> Name | None:
    """The person whom a run of capitals names, with or without a title."""
    titled = [at for at, token in enumerate(run) if token.lower in words.TITLES]
    cut = titled[-1] + 1 if titled else 0
    if titled:
        cut = _after_office(run, cut)
    name = run[cut:]
    later = next((at for at in range(1, len(name)) if _given(name[at])), 0)
    if cut and later and not _given(name[0]) and _leads(name[later - 1]):
        cut, name = cut + later, name[later:]
    if not 1 <= len(name) <= 5 or any(token.lower in _OPENS for token in name):
        return None
    if any(token.text == "v." or token.lower.removesuffix("'s") in _NOT_IN_NAMES for token in name):
        return None
    if len(name) == 1 and titled and run[titled[-1]].lower in ("democrat", "republican"):
        return None
    start, end = name[0].start, _end(name[-1])
    said = text[start:end]
    title = text[run[0].start : run[cut - 1].end] if cut else ""
    if not title:
        title, begins = _plain_title(text, start)
        if not title and (len(name) == 1 or not (_given(name[0]) or _told(name, text, end))):
            return _person_within(run, text)
        return Name(start, end, said, NameKind.PERSON, said, title, begins if title else -1)
    if len(name) == 1 and name[0].lower in words.DEMONYMS:
        return None
    return Name(start, end, said, NameKind.PERSON, said, title, run[0].start)


_PLACES_END = frozenset("states kingdom nations america union house senate".split())
"""The last words of places and bodies that an office is of: “of the United States | Joe Biden”."""

_NOT_IN_NAMES = _INSTITUTION - {"state", "united", "bank", "day", "post"} | {
    "united", "states", "amendment", "american", "national", "article", "section", "title", "chapter",
    "figure", "table", "force", "forces", "democrats", "republicans", "federalists",
}  # fmt: skip


def _after_office(run: Sequence[Token], cut: int) -> int:
    """Past what an office is of: “Secretary of State | Mike Pompeo”."""
    while cut + 1 < len(run) and run[cut].lower in _OF_OFFICE:
        cut += 3 if run[cut + 1].lower == "the" else 2
        if cut < len(run) and run[cut].lower in ("and", "&"):
            cut += 2
    return cut


def _given(token: Token) -> bool:
    return token.text.replace("’", "'").removesuffix("'s") in given()


def _person_within(run: Sequence[Token], text: str) -> Name | None:
    """The person with whom a run ends: “NPR | Nina Totenberg”, “Iran | Brian Hook”."""
    at = next((at for at in range(1, len(run) - 1) if _given(run[at])), 0)
    before, name = run[:at], run[at:]
    if not at or len(name) > 4 or not all(_leads(token) for token in before[-1:]):
        return None
    if any(
        token.lower in _OPENS or token.lower.removesuffix("'s") in _NOT_IN_NAMES for token in name
    ):
        return None
    start, end = name[0].start, _end(name[-1])
    return Name(start, end, text[start:end], NameKind.PERSON, text[start:end])


def _leads(token: Token) -> bool:
    """Whether a word may stand right before a name and be no part of it."""
    if (token.text.isupper() and len(token.text) > 1) or token.lower in _PLACES_END:
        return True
    return bool(table().country(token.text) or table().state(token.text))


_FAR = 160
"""Characters before a name in which its title may begin."""


def _before(text: str, start: int) -> list[Token]:
    """The last tokens before a place; no token is cut in two."""
    first = text.find(" ", start - _FAR) + 1 if start > _FAR else 0
    return [Token(t.text, t.start + first, t.end + first) for t in tokens(text[first:start])]


def _plain_title(text: str, start: int) -> tuple[str, int]:
    """A title in small letters right before a name: “professor”, “former federal prosecutor”."""
    before = _before(text, start)
    if not before or before[-1].lower not in words.PERSON_NOUNS or before[-1].end + 1 != start:
        return "", -1
    at = len(before) - 1
    while at and before[at - 1].word and not (
        before[at - 1].lower in (words.OPENERS - {"former"}) | words.SPEECH
        or before[at - 1].lower.endswith("'s")
    ) and len(before) - at < 4:  # fmt: skip
        at -= 1
    return text[before[at].start : start - 1], before[at].start


def _told(name: Sequence[Token], text: str, end: int) -> bool:
    """Whether what follows a name tells a person: “said”, “, a professor”, “, 43,”."""
    if any(token.lower in words.DEMONYMS for token in name):
        return False
    after = tokens(text[end : end + 60])
    if after and after[0].lower in words.SPEECH:
        return True
    if len(after) > 1 and after[0].text == "," and after[1].lower in words.SPEECH:
        return len(name) == 2
    if len(after) > 2 and after[0].text == ",":
        return any(token.lower in words.PERSON_NOUNS for token in after[1:6]) and after[1].lower in (
            "a", "an", "the", "who", "director", "president", "professor",
        )  # fmt: skip
    return False


@cache
def given() -> frozenset[str]:
    """Given names that tell a person."""
    text = resources.files(__package__).joinpath("given_names.txt").read_text("utf-8")
    return frozenset(
        name for line in text.splitlines() if not line.startswith("#") for name in line.split()
    )
