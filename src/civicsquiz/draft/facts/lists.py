"""Closed lists with their count: “three branches: the legislative, the executive, and the judicial”.

The parts must be as many as the count says. The slots are `lead` (the clause that counts, as a
sentence without its end), `count` and `part-1`, `part-2` …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.dangling import dangling

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = re.compile(
    r"\b(?P<count>two|three|four|five|six) (?P<noun>(?:[\w’'-]+ ){0,3}?[a-z]+(?:s|ches|women|men|people))"
    r"(?P<of> (?:of|in|to|for|by|under|within) [^,:;()—]{3,60})?(?P<mark>:|—|, )"
)
_PARTING = re.compile(r",? and |, |; (?:and )?")
_LONGEST = 500
_SPOILING = re.compile(
    r"\b(?:such as|including|for example|at least|about|or more|first|other|another|more than|only|so far|to date|have been|has been"
    r"|currently|today|recent|recently|new)\b"
)


def extract(article: Article) -> Iterator[Fact]:
    """The closed lists of an article."""
    for sentence in article.sentences:
        text = sentence.text
        if len(text) > _LONGEST or not (":" in text or "—" in text or ", " in text):
            continue
        if not text[:1].isupper() or not any(f"{word} " in text.lower() for word in NUMBERS):
            continue
        for match in _COUNTED.finditer(text):
            fact = _fact(article, sentence, match) or _apposed(article, sentence, match)
            if fact:
                yield fact
                break


def _fact(article: Article, sentence: Sentence, match: re.Match[str]) -> Fact | None:
    text = sentence.text
    lead = text[: match.start("mark")]
    listed = text[match.end("mark") :]
    if match["mark"] != ":":
        close = listed.find("—") if match["mark"] == "—" else -1
        if (match["mark"] == "—" and close >= 0) or (
            match["mark"] == ", " and not listed.startswith(("the ", "namely "))
        ):
            return None
    listed = re.sub(r"\s*\([^)]*\)", "", listed).strip().rstrip(".")
    parts = parted(listed, NUMBERS[match["count"]])
    if not parts or not _sound(lead) or stance.judging(listed):
        return None
    base = sentence.start
    slots = [Slot("lead", lead, base, base + len(lead)), Slot("count", match["count"])]
    for number, part in enumerate(parts, 1):
        at = text.find(part, match.end("mark"))
        if at < 0:
            return None
        slots.append(Slot(f"part-{number}", part, base + at, base + at + len(part)))
    return Fact(
        Frame.LIST, article.card.id, tuple(slots), sentence.start, sentence.end, sentence.number
    )


_NAMES = re.compile(
    r"(?:the )?[A-Z][\w.’-]*(?: (?:of |the )*[A-Z][\w.’-]*)*(?:, (?:the )?[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)*)*,? and (?:the )?[A-Z][\w.’-]*(?: (?:of |the )*[A-Z][\w.’-]*)*(?=, )"
)


def _apposed(article: Article, sentence: Sentence, match: re.Match[str]) -> Fact | None:
    """“In two states, Nebraska and Maine, the …”: names set off in the middle; the lead is the rest."""
    text = sentence.text
    named = _NAMES.match(text, match.end("mark")) if match["mark"] == ", " else None
    if named is None:
        return None
    parts = parted(named[0], NUMBERS[match["count"]])
    rest = re.split(r"[:;—(]", text[named.end() :], maxsplit=1)[0].rstrip(". ")
    before = text[: match.start("mark")]
    lead = before + (
        rest if before.startswith(("In ", "Under ", "At ")) else rest.removeprefix(",")
    )
    if not parts or not _sound(lead):
        return None
    base = sentence.start
    slots = [Slot("lead", lead), Slot("count", match["count"])]
    at = match.end("mark")
    for number, part in enumerate(parts, 1):
        at = text.find(part, at)
        slots.append(Slot(f"part-{number}", part, base + at, base + at + len(part)))
    return Fact(
        Frame.LIST, article.card.id, tuple(slots), sentence.start, sentence.end, sentence.number
    )


def _sound(lead: str) -> bool:
    """Whether the clause that counts can be asked by itself, and is as true years later."""
    return (
        5 <= len(lead.split()) <= 34
        and not any(mark in lead for mark in '“”"();')
        and not _SPOILING.search(lead)
        and not dangling(lead)
        and not stance.judging(lead)
        and not stance.doubting(lead)
    )


def parted(listed: str, count: int) -> list[str]:
    """The parts of an enumeration, where they are just so many and of one form; else none."""
    if any(mark in listed for mark in '“”":—?!'):
        return []
    parts = [part.strip().removeprefix("and ").strip() for part in _PARTING.split(listed)]
    if len(parts) != count or any(not 1 <= len(part.split()) <= 14 for part in parts):
        return []
    if dangling(listed, own=True) or len({form_of(part) for part in parts}) != 1:
        return []
    return parts


def form_of(part: str) -> str:
    """What a part of a list is by form: “ing”, “to”, “the”, “name” or “noun”."""
    first = part.split(maxsplit=1)[0]
    if first.endswith("ing"):
        return "ing"
    if first in ("to", "the"):
        return first
    return "name" if first[0].isupper() else "noun"
