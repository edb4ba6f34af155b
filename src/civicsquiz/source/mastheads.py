"""The line over an article that says whose it is and of which day: “By Ann Lee | 02/26/2013 07:05 PM EST”,
“Fox News, 2017-02-25”, “Published February 25, 2017 | The Hill”.

Nothing in such a line may be left over: a heading that has a day in it is no masthead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.source.dates import DAY, iso_date

_LONGEST, _WIDEST = 24, 300
"""Words, and characters, of such a line, at most."""
_SAID = re.compile(
    r"\b(?:(?P<out>published|posted|issued|filed)|(?P<later>updated?|modified|revised|edited))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:(?:first|originally|last|latest) )?(?:published|posted|updated?|modified|revised|edited|issued|filed|date|dated)\b:?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
    r"|\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\(?\b(?:[ecmp][sd]?t|gmt|bst|utc|eastern(?: time)?)\b\)?"
    r"|\b\d+\s?-?min(?:ute)?s?\.? read\b|\bsection [a-z]+\b|\bpage [a-z]?\d+\b|\blisten\b\W*(?:\d+:\d\d)?"
    r"|(?<=[\s|·•,–—-])(?:on|at|in)(?=[\s|·•,–—-]|$)|^(?:on|at)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"[|·•–—,/()\n\t;:]+|\s-+\s|^-+|-+$")
_BY = re.compile(r"(?:written )?by:?\s+", re.IGNORECASE)
BYLINE = re.compile(
    r"^(By|BY|Written by)((, The(?= [A-Z])|,? (?!The |the )([A-Z][\w.’'-]*|and|of|de|for))+|:?)$"
)
"""A byline without a day, in a line of few words."""
_SMALL = frozenset({"of", "and", "the", "for", "de", "van", "von", "at", "&"})
_OUTLET = re.compile(
    r"\b(?:News|Times|Posts?|Press|Journal|Herald|Tribune|Review|Today|TODAY|Magazine|Gazette|Chronicle|Globe"
    r"|Monitor|Reuters|Radio|Television|TV|Network|Online|Wire|Report|Daily|Weekly|Examiner|Observer|Inquirer"
    r"|Dispatch|Courier|Register|Sun|Star|Mirror|Guardian|Telegraph|Independent|Politico|Hill|Atlantic"
    r"|Economist|Public Media|Beast|Intercept|Nation|Mail|Record|Bulletin|Sentinel|Ledger|Digest|Vox|Axios)\b"
    r"|^(?=.*[A-Z]{2})[A-Z\d&]{2,6}(?: [A-Z][\w.]*){0,3}$|\.(?:com|org|net|gov|edu)$"
)
_MOST_NAMED = 6
"""Words of a name, at most."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What such a line says. `date` is ISO 8601 to the day: that of publication where a later one
    stands too, None where it may be read in two ways or there is none. `updated`: the day is only that
    of a change."""

    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    updated: bool = False


def masthead(text: str) -> Masthead | None:
    """What a line says, if it is such a line and nothing else; None where it has no day."""
    if len(text) > _WIDEST or len(text.split()) > _LONGEST:
        return None
    days = list(DAY.finditer(text))
    if not days:
        return None
    left = DAY.sub(" | ", text)
    plain = _OTHERWISE.sub(" | ", left)
    found = _names([part for part in (one.strip(" .'’") for one in _PART.split(plain)) if part])
    if found is None:
        return None
    authors, outlets, unsaid = found
    if unsaid and not (outlets or plain != left or "|" in text):
        return None  # “Gettysburg Address, November 19, 1863” is a title
    published = [day for day in days if not _later(text, day)]
    return Masthead(
        ", ".join(authors or unsaid) or None,
        outlets[0] if outlets else None,
        iso_date((published or days)[0][0]),
        updated=not published,
    )


def _names(parts: list[str]) -> tuple[list[str], list[str], list[str]] | None:
    """The authors behind “By”, the outlets, and somebody of whom nothing is said; None where there is
    more than that."""
    authors: list[str] = []
    outlets: list[str] = []
    unsaid: list[str] = []
    for part in parts:
        by = _BY.match(part)
        name = part[by.end() :] if by else part
        if not _is_name(name):
            return None
        if by or (authors and not _OUTLET.search(name)):
            authors.append(name)
        else:
            (outlets if _OUTLET.search(name) else unsaid).append(name)
    if unsaid and (authors or len(unsaid) > 1 or not _is_person(unsaid[0])):
        return None
    return authors, outlets, unsaid


def stands_alone(line: str) -> bool:
    """Whether a line of the file is one of these: never the middle of a paragraph that was wrapped."""
    return bool(" " in line and BYLINE.match(line)) or masthead(line) is not None


def byline(text: str) -> Masthead:
    """Who wrote, and for whom, by a line without a day: “By Ann Lee and Bo Ray, CNN”."""
    names = _BY.sub("", f"{text} ", count=1).split(",")
    parts = [part.strip() for part in names if part.strip()]
    outlets = [part for part in parts[1:] if _OUTLET.search(part)]
    authors = [part for part in parts if part not in outlets]
    return Masthead(", ".join(authors) or None, outlets[0] if outlets else None)


def _is_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() and not word.isupper() for word in words)


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_NAMED and all(
        word[0].isupper() or word[0].isdigit() or word in _SMALL or "." in word for word in words
    )


def _later(text: str, day: re.Match[str]) -> bool:
    """Whether a day is that of a change: “Updated” is the last to be said before it."""
    said = list(_SAID.finditer(text, 0, day.start()))
    return bool(said) and said[-1]["later"] is not None
