"""Parts of a text that have a name of their own and are not its running text.

A textbook's learning objectives and review questions, an article's notes and list of references, what
a publisher says of itself: each begins at a heading with a name that all the world gives it, and ends
where the next part begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from civicsquiz.source.citing import is_citation, is_numbered
from civicsquiz.source.document import Kind
from civicsquiz.source.section_names import UNSURE, kind_named, plain


@dataclass(frozen=True, slots=True)
class Lines:
    """What telling parts apart needs to know of the blocks: their texts, the levels of their
    headings (0: none), and which shares of them are links."""

    texts: Sequence[str]
    levels: Sequence[int]
    linked: Sequence[float]


_BEGINS_TEXT = re.compile(
    r"(executive |chapter |section )?summary|introduction|abstract|background|conclusions?|overview"
    r"|appendix\b.*|chapter \w+\b.*|part \w+\b.*|main text",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(table of )?contents|tables|figures|appendi(x|x?es|ces)|on this page"
    r"|in this (article|report|section|chapter)|jump to\b.*",
    re.IGNORECASE,
)
_ABLE = re.compile(
    r"(by|at) the end of this (section|chapter|lesson|unit|module)\b|(students|you) will be able to:?$"
    r"|after (reading|studying|completing) this (section|chapter|lesson|unit|module)\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(analy[sz]e|apply|appraise|argue|assess|calculate|categori[sz]e|characteri[sz]e|cite|classify"
    r"|compare|compute|construct|contrast|create|critique|debate|define|demonstrate|derive|describe"
    r"|determine|develop|differentiate|discuss|distinguish|draw|estimate|evaluate|examine|explain"
    r"|explore|give|identify|illustrate|indicate|interpret|investigate|judge|justify|label|learn"
    r"|list|locate|match|name|outline|predict|recall|recogni[sz]e|relate|review|sketch|solve|state"
    r"|summari[sz]e|synthesi[sz]e|trace|understand|use|weigh|write)\b",
    re.IGNORECASE,
)
_LONGEST_AIM = 45
_AIMS = re.compile(r"(objectives|goals|outcomes)$", re.IGNORECASE)
"""A part of aims has none but those: the text may go on below it without another heading."""
_TABLE_NOTE = re.compile(r"(sources?|notes?|key|legend)\s?:|[a-z]\.\s|[*†‡§]\s?\w", re.IGNORECASE)
_NOTE = re.compile(r"(Sources?|Notes?):\s")
_ENTRY = re.compile(
    r"[^\s].{2,160}?[.)]\s(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} (?:\d{1,2}, )?)?(?:1[5-9]|20)\d\d[a-z]?\.\s[A-Z“\"‘]"
    r"|[A-Z][\w’'-]+, .{1,120}\((?:1[5-9]|20)\d\d[^)]{0,20}\)\. "
    r"|[A-Z][\w’'-]+, [A-Z].{5,250}: [A-Z][^:]{2,60}, (?:1[5-9]|20)\d\d\.$"
)
_LONGEST_ENTRY = 70
_QUESTION = re.compile(r"\(?\d{1,3}[.)]\s.*\?\W{0,3}$")
_CHOICE = re.compile(r"\(?[a-fA-F][.)]\s")
_BEGINS_BOOK = re.compile(r"START OF (THE|THIS) PROJECT GUTENBERG EBOOK")
_ENDS_BOOK = re.compile(r"END OF (THE|THIS) PROJECT GUTENBERG EBOOK")
_RUNNING = (Kind.BODY, Kind.HEADING)


def settle(lines: Lines, kinds: list[Kind]) -> None:
    """Give the blocks of such parts their kinds, in place."""
    _contents(lines, kinds)
    _aims(lines, kinds)
    _named(lines, kinds)
    _table_notes(lines, kinds)
    _entries(lines, kinds)
    _questions(lines, kinds)
    _framed(lines, kinds)


def _contents(lines: Lines, kinds: list[Kind]) -> None:
    """A list of what is in the text, each entry a link."""
    for at, text in enumerate(lines.texts):
        if kinds[at] is Kind.HEADING and _CONTENTS.fullmatch(plain(text)):
            after = at + 1
            while after < len(kinds) and lines.linked[after] > 0.8:
                kinds[after] = Kind.LINK_LIST
                after += 1
            if after > at + 1:
                kinds[at] = Kind.NAVIGATION


def _aims(lines: Lines, kinds: list[Kind]) -> None:
    """What a reader is promised to have learned: a sentence that says so, and a list of aims."""
    for at, text in enumerate(lines.texts):
        if kinds[at] in _RUNNING and len(text.split()) <= _LONGEST_AIM and _ABLE.search(text):
            kinds[at] = Kind.STUDY_AID
            if at and kinds[at - 1] is Kind.HEADING and kind_named(lines.texts[at - 1]):
                kinds[at - 1] = Kind.STUDY_AID
            for after in range(at + 1, len(kinds)):
                aim = lines.texts[after]
                if kinds[after] not in _RUNNING or lines.levels[after] or not _AIM.match(aim):
                    break
                if len(aim.split()) > _LONGEST_AIM:
                    break
                kinds[after] = Kind.STUDY_AID


def _named(lines: Lines, kinds: list[Kind]) -> None:
    """From a heading with a known name to where the next part begins."""
    for at, text in enumerate(lines.texts):
        kind = kind_named(text) if kinds[at] in (Kind.HEADING, Kind.NAVIGATION) else None
        if kind is None:
            continue
        end = _end(lines, kinds, at)
        if _AIMS.search(plain(text)):
            end = next((each for each in range(at + 1, end) if _is_prose(lines.texts[each])), end)
        inside = range(at + 1, end)
        if UNSURE.fullmatch(plain(text)) and not _bears_out(lines, kinds, kind, inside):
            continue
        if not any(kinds[place] in (*_RUNNING, Kind.LINK_LIST, Kind.TABLE) for place in inside):
            continue
        listed = kind in (Kind.FOOTNOTE, Kind.REFERENCES)
        changed = (*_RUNNING, Kind.LINK_LIST, Kind.TABLE) if listed else _RUNNING
        if kinds[at] is Kind.HEADING:
            kinds[at] = kind
        for place in inside:
            if kinds[place] in changed:
                kinds[place] = kind


def _end(lines: Lines, kinds: list[Kind], at: int) -> int:
    """Where the part that the heading at `at` names has ended."""
    level, shouted = lines.levels[at], lines.texts[at].isupper()
    for after in range(at + 1, len(kinds)):
        if kinds[after] is not Kind.HEADING:
            continue
        name = plain(lines.texts[after])
        if lines.levels[after] and (not level or lines.levels[after] <= level):
            return after
        if not lines.levels[after] and (
            _BEGINS_TEXT.fullmatch(name)
            or kind_named(name) is not None
            or (name.isupper() and len(name) > 3 and (shouted or " " in name))
        ):
            return after
    return len(kinds)


def _bears_out(lines: Lines, kinds: list[Kind], kind: Kind, inside: range) -> bool:
    """Whether what stands under a name that means several things is of this kind."""
    texts = [lines.texts[at] for at in inside if kinds[at] is not Kind.NAVIGATION]
    if kind in (Kind.REFERENCES, Kind.FOOTNOTE):
        fitting = sum(
            lines.linked[at] > 0.5 or (is_numbered(lines.texts[at]) and _is_short(lines.texts[at]))
            for at in inside
            if kinds[at] is not Kind.NAVIGATION
        )
    else:
        fitting = sum(_AIM.match(text) is not None and _is_short(text) for text in texts)
    return bool(texts) and fitting * 3 >= 2 * len(texts)


def _is_prose(text: str) -> bool:
    """Whether a paragraph is no aim: it is long, and does not begin as aims do."""
    return len(text.split()) > _LONGEST_AIM and not _AIM.match(text)


def _is_short(text: str) -> bool:
    return len(text.split()) <= _LONGEST_ENTRY


def _table_notes(lines: Lines, kinds: list[Kind]) -> None:
    """The source and the notes under a table."""
    noted = False
    for at, text in enumerate(lines.texts):
        if kinds[at] is Kind.TABLE:
            noted = True
        elif kinds[at] in _RUNNING and ((noted and _TABLE_NOTE.match(text)) or _NOTE.match(text)):
            kinds[at] = Kind.FOOTNOTE
        else:
            noted = False


def _entries(lines: Lines, kinds: list[Kind]) -> None:
    """A list of books and articles that no heading announces."""
    found = [
        at for at, text in enumerate(lines.texts)
        if kinds[at] is Kind.BODY and _is_short(text) and _ENTRY.match(text) and is_citation(text)
    ]  # fmt: skip
    if len(found) < 2:
        return
    for before, after in zip(found, [*found[1:], len(kinds)], strict=True):
        kinds[before] = Kind.REFERENCES
        for at in range(before + 1, min(after, before + 12)):
            cited = kinds[at] is Kind.BODY and is_citation(lines.texts[at])
            if kinds[at] is not Kind.LINK_LIST and not (cited and is_numbered(lines.texts[at])):
                break
            kinds[at] = Kind.REFERENCES


def _questions(lines: Lines, kinds: list[Kind]) -> None:
    """Numbered questions one after the other, with the answers to choose from."""
    group: list[int] = []
    for at in range(len(kinds) + 1):
        text = lines.texts[at] if at < len(kinds) and kinds[at] in _RUNNING else ""
        if _QUESTION.match(text) or (group and _CHOICE.match(text)):
            group.append(at)
            continue
        if sum(_QUESTION.match(lines.texts[each]) is not None for each in group) > 1:
            for each in group:
                kinds[each] = Kind.STUDY_AID
        group = []


def _framed(lines: Lines, kinds: list[Kind]) -> None:
    """What Project Gutenberg puts before and after the text of a book."""
    first = [at for at, text in enumerate(lines.texts) if _BEGINS_BOOK.search(text)]
    last = [at for at, text in enumerate(lines.texts) if _ENDS_BOOK.search(text)]
    if first and last and first[0] < last[-1]:
        for at in (*range(first[0] + 1), *range(last[-1], len(kinds))):
            kinds[at] = Kind.METADATA
