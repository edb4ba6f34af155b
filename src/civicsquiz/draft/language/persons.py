"""The person whom a run of capitals names: told by a title, a given name, or what stands behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from civicsquiz.draft.language import words
from civicsquiz.draft.language.name import Name, NameKind
from civicsquiz.draft.language.runs import INSTITUTION, OPENS, end_of, is_given
from civicsquiz.draft.language.tokens import Token, tokens
from civicsquiz.draft.table import table

_OF_OFFICE = OPENS | {"from", "to"}


_PLACES_END = frozenset(
    "states kingdom nations america union house senate york hampshire jersey mexico carolina dakota virginia island".split()
)
"""The last words of places and bodies that an office is of: “of the United States | Joe Biden”."""


_NOT_IN_NAMES = INSTITUTION - {"state", "united", "bank", "day", "post"} | {
    "united", "states", "amendment", "american", "national", "article", "section", "title", "chapter",
    "figure", "table", "force", "forces", "democrats", "republicans", "federalists",
}  # fmt: skip


_NO_TITLE = (words.OPENERS - {"former"}) | words.SPEECH
_TITLES = words.TITLES | words.PERSON_NOUNS


_FAR = 160
"""Characters before a name in which its title may begin."""


def person(run: Sequence[Token], text: str) -> Name | None:
    """The person whom a run of capitals names, with or without a title."""
    titled = [at for at, token in enumerate(run) if token.lower in words.TITLES]
    if len(run) > 2 and run[0].lower in words.PERSON_NOUNS and is_given(run[1]):
        titled = sorted({0, *titled})
    cut = titled[-1] + 1 if titled else 0
    if titled:
        cut = _after_office(run, cut)
    name = run[cut:]
    later = next((at for at in range(1, len(name)) if is_given(name[at])), 0)
    if cut and later and not is_given(name[0]) and _leads(name[later - 1]):
        cut, name = cut + later, name[later:]
    if not 1 <= len(name) <= 5 or any(token.lower in OPENS for token in name):
        return None
    if any(token.text == "v." or token.lower.removesuffix("'s") in _NOT_IN_NAMES for token in name):
        return None
    if len(name) == 1 and titled and run[titled[-1]].lower in ("democrat", "republican"):
        return None
    start, end = name[0].start, end_of(name[-1])
    said = text[start:end]
    title = text[run[0].start : run[cut - 1].end] if cut else ""
    if not title:
        title, begins = _plain_title(text, start)
        if not title and (len(name) == 1 or not (is_given(name[0]) or _told(name, text, end))):
            return _person_within(run, text)
        return Name(start, end, said, NameKind.PERSON, said, title, begins if title else -1)
    if len(name) == 1 and name[0].lower in words.DEMONYMS:
        return None
    return Name(start, end, said, NameKind.PERSON, said, title, run[0].start)


def _after_office(run: Sequence[Token], cut: int) -> int:
    """Past what an office is of: “Secretary of State | Mike Pompeo”."""
    while cut + 1 < len(run) and run[cut].lower in _OF_OFFICE:
        cut += 3 if run[cut + 1].lower == "the" else 2
        if cut < len(run) and run[cut].lower in ("and", "&"):
            cut += 2
    return cut


def _person_within(run: Sequence[Token], text: str) -> Name | None:
    """The person with whom a run ends: “NPR | Nina Totenberg”, “Iran | Brian Hook”."""
    at = next((at for at in range(1, len(run) - 1) if is_given(run[at])), 0)
    before, name = run[:at], run[at:]
    if not at or len(name) > 4 or not all(_leads(token) for token in before[-1:]):
        return None
    if any(
        token.lower in OPENS or token.lower.removesuffix("'s") in _NOT_IN_NAMES for token in name
    ):
        return None
    start, end = name[0].start, end_of(name[-1])
    return Name(start, end, text[start:end], NameKind.PERSON, text[start:end])


def _leads(token: Token) -> bool:
    """Whether a word may stand right before a name and be no part of it."""
    if (token.text.isupper() and len(token.text) > 1) or token.lower in _PLACES_END:
        return True
    return bool(table().country(token.text) or table().state(token.text))


def _before(text: str, start: int) -> tuple[Token, ...]:
    """The last tokens before a place; no token is cut in two."""
    first = text.find(" ", start - _FAR) + 1 if start > _FAR else 0
    said = tokens(text)
    return said[bisect_left(said, first, key=_start) : bisect_left(said, start, key=_start)]


_start = attrgetter("start")


def _plain_title(text: str, start: int) -> tuple[str, int]:
    """A title in small letters right before a name: “professor”, “former federal prosecutor”."""
    before = _before(text, start)
    if not before or before[-1].lower not in words.PERSON_NOUNS or before[-1].end + 1 != start:
        return "", -1
    at = len(before) - 1
    while at and before[at - 1].word and not (
        before[at - 1].lower in _NO_TITLE
        or before[at - 1].lower.endswith("'s")
    ) and len(before) - at < 4:  # fmt: skip
        at -= 1
    return text[before[at].start : start - 1], before[at].start


def title_before(text: str, start: int) -> tuple[str, int]:
    """The title right before a known person's name, and where it begins."""
    before = _before(text, start)
    at = len(before)
    while (
        at
        and (before[at - 1].capital or before[at - 1].text == "of")
        and before[at - 1].text[-1] != "’"
    ):
        at -= 1
    taken = before[at:]
    while taken and (taken[0].lower in words.OPENERS or taken[0].text == "of"):
        taken = taken[1:]
    if not taken or (
        taken[-1].lower not in words.TITLES
        and not any(token.lower in words.TITLES for token in taken)
    ):
        return _plain_title(text, start)
    return text[taken[0].start : taken[-1].end], taken[0].start


def _introduced(text: str, start: int) -> bool:
    """Whether “the” and an office stand before a name, set off by a comma: “The Speaker, Dora Quill,”."""
    before = _before(text, start)
    the = next((at for at in range(len(before) - 1, -1, -1) if before[at].lower == "the"), -1)
    while the > 0 and before[the - 1].lower == "of":
        the = next((at for at in range(the - 1, -1, -1) if before[at].lower == "the"), -1)
    said = before[the + 1 :] if the >= 0 else []
    return (
        2 <= len(said) <= 8
        and said[-1].text == ","
        and not any(token.text in ",;:" for token in said[:-1])
        and any(token.lower in _TITLES for token in said[:3])
    )


def _told(name: Sequence[Token], text: str, end: int) -> bool:
    """Whether what follows a name tells a person: “said”, “, a professor”, “, 43,”."""
    if any(token.lower in words.DEMONYMS for token in name):
        return False
    if 2 <= len(name) <= 3 and text[end : end + 1] == "," and _introduced(text, name[0].start):
        return True
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
