"""Telling citations from sentences, where a text says nowhere which is which.

A footnote that was flattened into its paragraph stands right behind the sentence it belongs to,
often without a space: “… in custody.Roe v. Doe, 1 U.S. 2 (1900). However, …”. What a citation is made
of (names, titles, places, numbers) is written with capitals; a sentence needs small words and a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_URL = re.compile(r"https?://|\bwww\.")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.)\S*(?:\s\([^)]{3,30}\)\.?)?")
_QUOTED = re.compile(r"“[^”]{0,400}”|\"[^\"]{0,400}\"")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LINKING = frozenset(
    "a an the of and or in on at to for from by with as but nor is: v vs ex rel example et al ed eds pp p vol no rev"
    " trans n.d see also quoted cited accessed retrieved via de la le du von van der den".split()
)
_VERBS = frozenset(
    "was were is are am be been being has had have having would could can will shall did does do may"
    " might must should became become becomes made makes make took takes take gave gives give began"
    " begins said says told argued argues held holds ruled rules found decided voted passed".split()
)
_ABBREVIATED = frozenset(
    "v vs no nos vol ed eds al mr mrs ms dr st jr sr inc co corp ltd rep sen gov gen hon prof pp p ch"
    " art sec amend cong res con stat supp cir ct dist pub assn dept univ jan feb mar apr aug sept sep"
    " oct nov dec fig".split()
)
_END = re.compile(r"[.?!][”\"’)\]]*\s+(?=[“\"‘(\[]?[^\W\d_]|[“\"‘(\[]?\d)")
_GLUED = re.compile(
    r"(?<![^\s“”‘’\"'(—–-])([^\W\d_]{1,40})[.?!]([”\"’)\]]*)(?=[“\"‘(]?[A-Z]|“|https?://|www\.)"
    r"|(?:\d|[)\]%”’\"])[.?!][”\"’)\]]*(?=[“\"‘(]?[A-Z]|“|https?://|www\.)"
    r"|[.?!][)”\"](?=[“‘(]?[A-Z])|[.?!](?=“)"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[.?!][”\"’)\]]*\s*$")
_NUMBERED = re.compile(r"\d|\bv\. |https?://|\bwww\.")


def is_citation(text: str) -> bool:
    """Whether a piece of text, as long as a sentence, is made as citations are."""
    if _URL.search(text):
        return True
    outside = _QUOTED.sub(" ", text)
    words = _WORD.findall(outside)
    if not words:
        return _is_title(text)
    small = [word for word in words if word[0].islower() and word not in _LINKING]
    if any(word in _VERBS for word in small):
        return False
    return len(small) <= (2 if len(words) >= 6 else len(words) // 3)


def address_end(text: str) -> int:
    """Where the last address of the web in a piece of text ends; 0 where there is none."""
    return max((found.end() for found in _ADDRESS.finditer(text)), default=0)


def is_numbered(text: str) -> bool:
    """Whether a text holds what nearly every citation holds: a year, a page, a case, an address."""
    return _NUMBERED.search(text) is not None


def is_titled(text: str) -> bool:
    """Whether a piece of text is written as titles are, whatever its small words."""
    words = _WORD.findall(text)
    return len(words) <= 25 and _is_title(text)


def glued(text: str) -> Iterator[int]:
    """Where a sentence has ended and something begins right behind it, without a space.

    Not inside an address, nor after an abbreviation or an initial.
    """
    for found in _GLUED.finditer(text):
        word = found.group(1)
        short = bool(word) and (len(word) == 1 or word.lower() in _ABBREVIATED)
        if short and not text.startswith("“", found.end()):
            continue
        token = text.rfind(" ", max(0, found.start() - 200), found.start()) + 1
        if not _URL.search(text, token, found.start()):
            yield found.end()


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of `text[start:end]` that end as sentences do, but for abbreviations and initials."""
    at = start
    joints = sorted({found.end() for found in _END.finditer(text, start, end)})
    breaks = list(glued(text[start:end]))
    for place in sorted({*joints, *(start + each for each in breaks)}):
        last = _LAST_WORD.search(text[max(at, place - 40) : place])
        if last and (len(last.group(1)) == 1 or last.group(1).lower() in _ABBREVIATED):
            continue
        if place > at:
            yield at, place
            at = place
    if at < end:
        yield at, end


def _is_title(quoted: str) -> bool:
    """Whether words that all stand in quotation marks are written as a title, or there are none."""
    long: list[str] = [word for word in _WORD.findall(quoted) if len(word) > 3]
    return sum(word[0].isupper() for word in long) * 2 >= len(long)
