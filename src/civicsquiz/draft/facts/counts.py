"""How many: a figure with what it counts, told as a fact.

“The House passed | two | articles of impeachment”, “members are elected for | two|-year terms”, “at
least | 15% | of the vote”. Only what is worth counting in civics, and only where one figure counts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.telling import Telling, tellings
from civicsquiz.draft.language.figures import NUMBER, value_of

_COUNTED = (
    "votes|delegates|seats|states|justices|judges|senators|representatives|presidents|lawmakers|members|articles|amendments|committees"
    "|pardons|commutations|electors|ballots|districts|counties|branches|chambers|houses|signatures|governors|democrats|republicans"
    "|candidates|subpoenas|bills|laws|lawsuits|employees|workers|voters|polling stations|polling places|women|people|citizens|attorneys general"
    "|commissioners|electoral votes|terms|readings|clauses|rights|parties|countries|nations|tribes|agencies|departments|treaties|immigrants|refugees|soldiers|troops"
    "|sponsors|hearings|witnesses|resolutions|vetoes|nominees|jurors|officers"
)
_COUNT = re.compile(
    rf"(?<![\w$€£.,-])(?:(?:a total of|only|just|exactly|all) )?(?P<number>{NUMBER}) (?P<what>(?:[A-Za-z][\w.-]* ){{0,3}}?(?:{_COUNTED}))\b(?! (?:and|or)\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![\w$€£.,-])(?P<number>\d+(?:\.\d+)?)(?:%| percent)(?= of| [a-z])(?P<what> of (?:the )?[a-z]+(?: [a-z]+)?)?"
)
_TALLY = re.compile(
    r"(?:,| (?:by|on|in|with))? (?:a )?(?:vote of |margin of )?(?P<number>\d{1,3}(?:[–-]|(?: |-)to(?: |-))\d{1,3})(?: votes?)?(?=$|[ .,;])"
)
_VOTED = re.compile(
    r"\b(?:vote|votes|voted|passed|approved|confirmed|ruled|decided|adopted|rejected|ratified)\b"
)
_FRACTION = re.compile(
    r"(?<![-\w])(?:an? simple majority|a majority|two-thirds|three-fifths|three-fourths|three-quarters|one-third|half)(?= of (?:the |all |both )?(?!its|his|her|their|them|those)[A-Za-z])",
    re.IGNORECASE,
)
_SURVEY = re.compile(
    r"\b(?:found|polls?|polled|surveys?|surveyed|study|studies|analysis|Pew|Gallup|respondents|estimates?)\b"
)
"""What counts opinions, and is old by next year."""
_ABOUT = re.compile(
    r"\b(?:more|less|fewer|over|under|about|nearly|almost|around|roughly|just)(?: than)? $",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?P<number>one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen)-year terms?\b"
)
_UNSURE = re.compile(
    r"\b(?:the|these|those|his|her|its|their|other|another|first|last|next|over|under|nearly|almost|than|up to|some|fewer|between|every|per|’s|'s|between|and|or|to|from|number|title|chapter|section|article|rule)(?: \w+)? $",
    re.IGNORECASE,
)
_BETWEEN = frozenset(
    "of to and or in that who which for the by from with at on year years day days months weeks minutes hours".split()
)
_LEAST = re.compile(r"\bat least $", re.IGNORECASE)
_NEEDS = re.compile(r"\b(?:needed|required|requires?|needs?|must)\b")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in a plain text: where the words stand that a question takes out, and what it puts in."""

    start: int
    end: int
    number: str
    what: str
    asked: str


def extract(article: Article) -> Iterator[Fact]:
    """The counts of an article, at most one a sentence."""
    for sentence in article.sentences:
        if not re.search(
            r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)\b",
            sentence.text,
        ):
            continue
        for told in tellings(sentence, article):
            found = count_of(told)
            if found is None:
                continue
            at = told.text.index(found.number, found.start)
            start, end = told.plain.back(at, at + len(found.number))
            base = sentence.start
            slots = (
                Slot("asked", found.number, base + start, base + end),
                Slot("what", found.what),
                Slot("subject", told.text[slice(*told.statement.subject)]),
                Slot("verb", told.statement.verb.base),
            )
            yield Fact(Frame.QUANTITY, article.card.id, slots, base, sentence.end, sentence.number)
            break


def count_of(told: Telling) -> Count | None:
    """The one count in what a sentence tells; None where there is none, or more than one."""
    start, end = told.statement.subject[0], told.end
    if told.statement.auxiliary in ("has", "have"):
        return None  # “two presidents have been impeached”: by now there may be more
    found = [*_counts(told.text, start, end)]
    return found[0] if len(found) == 1 else None


def _counts(text: str, start: int, end: int) -> Iterator[Count]:
    for found in _TERM.finditer(text, start, end):
        before = text[start : found.start()]
        yield (
            Count(
                found.start(),
                found.end(),
                found["number"],
                "years of a term",
                f"{found[0].rsplit('-', 1)[1][5:]} of how many years",
            )
            if not before.endswith("the ")
            else Count(0, 0, "", "", "")
        )
    for found in _TALLY.finditer(text, start, end):
        if _VOTED.search(text, start, end):
            yield Count(
                found.start(),
                found.end(),
                found["number"],
                "votes for and against",
                _by_what(text[start:end]),
            )
    for found in _FRACTION.finditer(text, start, end):
        if _ABOUT.search(text[start : found.start()]):
            continue
        asked = "what majority" if found[0].lower().endswith("majority") else "what share"
        yield Count(found.start(), found.end(), found[0], "", asked)
    for found in () if _SURVEY.search(text) else _SHARE.finditer(text, start, end):
        if not _UNSURE.search(text[start : found.start()]) and _threshold(
            text, start, found.start()
        ):
            number = found[0][: len(found[0]) - len(found["what"] or "")]
            yield Count(
                found.start(),
                found.start() + len(number),
                number,
                "percent" + (found["what"] or ""),
                "what percentage",
            )
    for found in _COUNT.finditer(text, start, end):
        between = found["what"].split()[:-1]
        if value_of(found["number"]) is None or any(word.lower() in _BETWEEN for word in between):
            continue
        if _UNSURE.search(text[start : found.start()] if found.start() > start else ""):
            continue
        if "delegates" in found["what"].lower() and not _NEEDS.search(text, start):
            continue  # how many one primary has is worth no question; how many are needed is
        if _threshold(text, start, found.start()):
            yield Count(
                found.start(), found.end("number"), found["number"], found["what"], "how many"
            )


def _by_what(text: str) -> str:
    """How to ask for a tally: of a vote one does not ask by what vote it passed."""
    return (
        " with what result"
        if re.match(r"(?:the |a )?(?:[\w-]+ )?vote\b", text, re.IGNORECASE)
        else " by what vote"
    )


def _threshold(text: str, start: int, at: int) -> bool:
    """Whether “at least” before a figure, if it stands there, makes it a threshold that is asked for."""
    return not _LEAST.search(text[start:at]) or bool(_NEEDS.search(text, start))
