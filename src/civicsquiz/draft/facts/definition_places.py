"""Where the term stands that something is said of: right before it, or at the beginning."""

from __future__ import annotations

import re
from typing import NamedTuple

from civicsquiz.draft.facts import terms
from civicsquiz.draft.facts.phrases import known
from civicsquiz.draft.language import verbs

_BACK, _MOST = 70, 4
_STOPS = frozenset(
    """of in by with through to from for as is are called known and or on using under via into that be been was were between about
    than without against at during such like including has have had over between among within whose while when if because but yet so
    though although both either its not""".split()
)
_DETERMINERS = frozenset(
    "a an the any each every this its their his her our political federal state local American modern so-called".lower().split()
)


class Place(NamedTuple):
    text: str
    span: tuple[int, int]
    known: bool


def term_whole(match: re.Match[str]) -> Place | None:
    """The term of a match, where the table has it as it stands."""
    text = match["term"]
    text = text[0].lower() + text[1:]
    return Place(text, match.span("term"), True) if known(text) else None


def term_before(text: str, end: int) -> Place | None:
    """The term that ends at `end`: the longest that the table knows, where nothing tells it further
    apart (“universal manhood | suffrage”), else what stands behind the last word that no term has."""
    first = max(0, end - _BACK)
    words = [
        (first + found.start(), first + found.end())
        for found in re.finditer(r"\S+", text[first:end])
    ]
    last = len(words) - (len(words) > 1 and text[slice(*words[-1])] in _KINDS)
    tried = [(count, end) for count in range(min(5, len(words)), 0, -1)]
    if last < len(words):
        tried += [(count, words[-2][1]) for count in range(min(5, len(words)), 1, -1)]
    for count, stop in tried:
        start = words[-count][0]
        said = text[start:stop].strip('“”‘’"')
        if known(said) and not said.lower().startswith(("the ", "a ", "an ")):
            at = text.find(said, start)
            if not free(text, at):
                break
            bare = said if at else said[:1].lower() + said[1:]
            return Place(bare, (at, at + len(said)), True)
    taken = 0
    while taken < min(_MOST + 1, len(words)):
        word = text[slice(*words[-1 - taken])]
        if word.lower() in _STOPS | _DETERMINERS or word[-1] in ",;:—.)" or _finite(word):
            break
        taken += 1
    if not 0 < taken <= _MOST or taken == len(words):
        return None
    boundary = text[slice(*words[-1 - taken])].lower()
    if boundary not in _STOPS | _OPEN:
        return None
    start = words[-taken][0]
    term = terms.term_of(text[start:end])
    return Place(term, (start, end), False) if term else None


_KINDS = frozenset(
    "process approach policy method practice strategy procedure principle doctrine model idea concept".split()
)
"""What may be said behind a term without being of it."""
_OPEN = frozenset("a an the any each every political federal".split())


def free(text: str, at: int) -> bool:
    """Whether the word at `at` begins a term: nothing before it belongs to it, and it is no end of a
    name (“Articles of | Confederation”)."""
    before = text[:at].rstrip('“‘"').split()
    if (
        text[at].isupper()
        and before
        and not known(text[at:].split(",", maxsplit=1)[0].split(" ", maxsplit=1)[0])
    ):
        return False
    if not before:
        return True
    word = before[-1].strip('“‘"(').lower()
    if word == "of" and len(before) > 1 and text[at].isupper():
        return False
    if not word or word[-1] in ",;:—.)" or "—" in word:
        return True
    form = verbs.form(word)
    ahead = before[-2].lower() if len(before) > 1 else "the"
    sure = not word.endswith("ed") or ahead in _PERFECT or ahead not in _STOPS | _DETERMINERS
    # “states retained | concurrent powers”, but not “a limited | government”
    return (
        word in _STOPS | _DETERMINERS | verbs.MODALS
        or (form is not None and sure)
        or word.endswith("ing")
    )


_PERFECT = frozenset("have has had who that which they he she congress".split())


def _finite(word: str) -> bool:
    form = verbs.form(word)
    return form is not None and bool(form.kinds & {"past", "third"}) and word.islower()
