"""Runs of capitals: where a name may stand, before it is known what it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from civicsquiz.draft.language import words
from civicsquiz.draft.language.name import NameKind
from civicsquiz.draft.language.tokens import Token

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


_KIND_OF = {head: kind for heads, kind in reversed(_BY_HEAD) for head in heads}
"""The kind that a word tells; of a word that stands in two lists that of the first."""


_CONTRACTED = re.compile(r"(?:n't|'(?:m|re|ve|ll|d)|^(?:it|that|there|what|who|he|she|let)'s)$")


JOINING = frozenset({"of", "for", "on", "and", "the", "&"})


OPENS = frozenset({"of", "for", "on"})


_PARTICLES = frozenset(
    {"de", "la", "del", "van", "von", "der", "bin", "al", "da", "di", "ibn", "el"}
)


INSTITUTION = frozenset().union(*(heads for heads, _ in _BY_HEAD)) | {
    "secretary", "bank", "director", "minister", "clerk", "bill", "speaker", "chief", "president",
    "chairman", "court", "articles", "federation", "state", "united", "representatives",
}  # fmt: skip


def runs(said: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words with capitals, with the small words that join them."""
    at = 0
    while at < len(said):
        if not said[at].capital or not _begins(said, at):
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
    if not token.word or _CONTRACTED.search(token.lower):
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
    if token.lower not in JOINING:
        return 0
    opened = any(part.lower in OPENS for part in run)
    if token.lower in ("and", "&") and any(is_given(part) for part in (*run[1:], ahead)):
        return 0
    institution = any(part.lower.removesuffix("'s") in INSTITUTION for part in run)
    if token.lower in OPENS and (institution or titled) and run[-1].lower not in OPENS:
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


def end_of(token: Token) -> int:
    return token.end - 2 if token.lower.endswith("'s") else token.end


def head_kind(said: Sequence[str]) -> NameKind | None:
    """The kind that the head of a name tells, by its words in small letters: the last before the first
    “of”, else the last."""
    parts = [word.removesuffix("'s") for word in said]
    cut = next((at for at, part in enumerate(parts) if part in OPENS), len(parts))
    if any(part in ("v.", "vs.") for part in parts):
        return NameKind.CASE
    if parts[-2:] == ["white", "house"]:
        return NameKind.AGENCY
    return (_KIND_OF.get(parts[cut - 1]) if cut else None) or _KIND_OF.get(parts[-1])


@cache
def given() -> frozenset[str]:
    """Given names that tell a person."""
    text = resources.files(__package__).joinpath("given_names.txt").read_text("utf-8")
    return frozenset(
        name for line in text.splitlines() if not line.startswith("#") for name in line.split()
    )


def is_given(token: Token) -> bool:
    return token.text.replace("’", "'").removesuffix("'s") in given()
