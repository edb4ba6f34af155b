"""Names that are only a part of another name: "Iowa Supreme Court", "Donald Trump Jr."."""

from __future__ import annotations

import re

_LED = frozenset({"statute", "body", "document", "war", "party"})
"""Families in which a word with a capital before the name makes it another's: "Iowa Supreme Court"."""
_PLACES = frozenset({"state", "country"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern",
    "western", "new", "british", "soviet"})  # fmt: skip
_IN_PLACES = frozenset({"city", "times", "post", "herald", "tribune", "journal", "daily", "university",
    "stock"})  # fmt: skip
"""What makes of a state's name another thing's: "New York City"."""
_OWNERS = frozenset({"state", "city", "county", "foreign", "provincial", "tribal"})
_MAY_LEAD = frozenset(
    """a an the this that these those its their his her our my your each every both all some any no
    in on at by of to from for with without under over after before since until during through
    against between among following including according concerning
    regarding such another several many most about into within unlike like despite given
    when while where if though although because as and or but nor so yet also then than once however
    what which who whose why how whether does did do has have had is are was were can could may might
    must shall should will would today later now still only even not federal former
    u.s us republican democratic senator representative president justice judge congressman
    congresswoman title section monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""What may begin a sentence before a name, or stand before it with a capital, and is no part of it."""
_MAY_FOLLOW = _MAY_LEAD | frozenset(
    """january february march april june july august september october november december""".split()
)
_OTHER_ACT = re.compile(r"s? (?:of \d{4}\b|(?:Re)?[Aa]uthorization|Amendments?\b|Advancement)")
_OF_OTHER = re.compile(r" of (?:the )?[A-Z]| for (?:the )?[A-Z]")


def part_of_more(
    text: str, tokens: list[re.Match[str]], first: int, after: int, family: str
) -> bool:
    """Whether the name in `tokens[first:after]` seems to be a part of a longer name, which is another's."""
    end = tokens[after - 1].end()
    if family in _LED:
        if _led(text, tokens, first) or (family == "body" and _OF_OTHER.match(text, end)):
            return True
        return family == "statute" and _OTHER_ACT.match(text, end) is not None
    if family in _PLACES:
        led = first > 0 and _next_to(text, tokens, first)
        follows = after < len(tokens) and _next_to(text, tokens, after)
        return (led and _word(tokens[first - 1]) in _DIRECTIONS) or (
            follows and _word(tokens[after]) in _IN_PLACES
        )
    if family == "person" and after < len(tokens) and _next_to(text, tokens, after):
        return tokens[after].group()[0].isupper() and _word(tokens[after]) not in _MAY_FOLLOW
    return False


def _led(text: str, tokens: list[re.Match[str]], first: int) -> bool:
    if first == 0 or not _next_to(text, tokens, first):
        return False
    word = _word(tokens[first - 1])
    if word in _OWNERS:
        return True
    before = tokens[first - 1].group()
    return before[0].isupper() and word not in _MAY_LEAD and before[-2:] not in ("’s", "'s")


def _next_to(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    return text[tokens[at - 1].end() : tokens[at].start()] == " "


def _word(token: re.Match[str]) -> str:
    return token.group().casefold().rstrip(".")
