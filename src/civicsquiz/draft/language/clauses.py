"""The simplest clauses of English, told by form: a subject, a finite verb, and the rest.

“[In 1958,] Chief Justice Earl Warren [, for the plurality,] wrote that …”. Where a sentence is built
in any other way there is no clause, and nothing is drafted from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.names import Name
from civicsquiz.draft.language.quoted import inside, quoted
from civicsquiz.draft.language.tokens import Token, tokens
from civicsquiz.draft.language.words import SPEECH

_LEADING = frozenset(
    """in on at by during after before since under from throughout following within upon over for to as
    initially originally eventually finally later historically traditionally today currently recently ultimately
    however moreover furthermore also meanwhile additionally nationally similarly indeed thus therefore
    instead consequently nevertheless nonetheless subsequently yesterday monday tuesday wednesday thursday
    friday saturday sunday early late reportedly earlier""".split()
)
"""What a phrase before the subject may begin with."""

HEDGES = frozenset(
    "reportedly allegedly apparently supposedly purportedly possibly perhaps probably likely".split()
)

_ADVERBS = frozenset(
    "also since then later first once again thus therefore initially now still once subsequently".split()
)
_LONGEST_ADJUNCT = 24
_LONGEST_APPOSITION = 22
_CUT = re.compile(
    r"(?:,\s+(?:which|who|whose|whom|where|when|while|whereas|although|though|but|yet|so|saying|stating|adding|arguing"
    r"|noting|claiming|according|because|since|as|with|leading|causing|making|meaning|thus|thereby|and (?:he|she|it|they|the|a|an|in)"
    r"|despite|including|even|especially|such as|e\.g|i\.e|if|unless|until|before|after|following|citing|making|giving|leaving|allowing)\b"
    r"|;|\s[—–]|—|:|\s\()"
)
_NEGATIVE = frozenset(
    {"not", "never", "neither", "nor", "no", "n't", "hardly", "barely", "rarely", "cannot"}
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence; all offsets count in the sentence, ends are exclusive.

    `adjunct` is what stands before the subject (without its comma), `subject` the name, `verb` the
    finite verb as it stands, and `predicate` all from the verb to the end, or to where what follows
    is an aside. `auxiliary` says that the finite verb is one, and `main` is then the verb that it
    goes with.
    """

    adjunct: tuple[int, int]
    subject: Name
    verb: Token
    main: verbs.Verb
    auxiliary: bool
    predicate: tuple[int, int]
    negative: bool
    hedged: bool


def clause_of(text: str, names: Sequence[Name]) -> Clause | None:
    """The clause with which a sentence begins, where its subject is a name."""
    said = tokens(text)
    spans = quoted(text)
    subject, adjunct = _subject(said, names)
    if subject is None or inside(spans, subject.start, subject.end):
        return None
    if text[subject.end : subject.end + 1] in ("'", "’"):
        return None  # “Smith’s lawyer”: somebody else is meant
    at = _after(said, subject.end)
    at = _past_apposition(said, at)
    hedged = any(token.lower in HEDGES for token in said[: at + 3])
    while at < len(said) and (
        said[at].lower in _ADVERBS or said[at].lower in HEDGES or _adverb(said[at])
    ):
        at += 1
    if at >= len(said) or not said[at].word or said[at].capital:
        return None
    verb = said[at]
    main, auxiliary, negative = _verb_group(said, at)
    if main is None or inside(spans, verb.start, verb.end):
        return None
    return Clause(
        adjunct,
        subject,
        verb,
        main,
        auxiliary,
        (verb.start, predicate_end(text, verb.end, spans)),
        negative,
        hedged,
    )


def _adverb(token: Token) -> bool:
    return (
        token.lower.endswith("ly")
        and len(token.text) > 4
        and token.lower not in ("apply", "supply", "rely", "reply", "family")
    )


def _subject(said: Sequence[Token], names: Sequence[Name]) -> tuple[Name | None, tuple[int, int]]:
    """The name that the sentence begins with, after a phrase in front of it."""
    if not said:
        return None, (0, 0)
    begin = 1 if said[0].lower == "the" else 0
    first = said[begin].start if begin < len(said) else 0
    for name in names:
        if first in (name.begins, name.start):
            return name, (0, 0)
    if said[0].lower not in _LEADING:
        return None, (0, 0)
    comma = next((at for at, token in enumerate(said[:_LONGEST_ADJUNCT]) if token.text == ","), 0)
    while comma and _dated(said, comma):
        comma = next(
            (
                at
                for at, token in enumerate(said[:_LONGEST_ADJUNCT])
                if token.text == "," and at > comma
            ),
            0,
        )
    if not comma or comma + 1 >= len(said) or _finite(said[:comma]):
        return None, (0, 0)
    start = said[comma + 1]
    if start.lower == "the" and comma + 2 < len(said):
        start = said[comma + 2]
    for name in names:
        if start.start in (name.begins, name.start):
            return name, (said[0].start, said[comma].start)
    return None, (0, 0)


def _dated(said: Sequence[Token], comma: int) -> bool:
    """Whether the comma stands in a date (“June 26, 2015”) or between a place and its state."""
    before, after = said[comma - 1], said[comma + 1] if comma + 1 < len(said) else said[comma]
    return before.text.isdigit() and len(after.text) == 4 and after.text.isdigit()


def _finite(said: Sequence[Token]) -> bool:
    """Whether a finite verb may stand among these words."""
    for token in said:
        if token.lower in verbs.MODALS:
            return True
        found = verbs.form(token.lower)
        if found and found.kinds & {"past", "third", "plural"} and not token.capital:
            return True
    return False


def _after(said: Sequence[Token], end: int) -> int:
    return next((at for at, token in enumerate(said) if token.start >= end), len(said))


def _past_apposition(said: Sequence[Token], at: int) -> int:
    """Past “, a professor of law,” and “(R-TX)” right after the subject."""
    if at < len(said) and said[at].text == "(":
        close = next((n for n in range(at, min(at + 14, len(said))) if said[n].text == ")"), None)
        if close is not None:
            at = close + 1
    if at + 1 < len(said) and said[at].text == ",":
        last = min(len(said), at + _LONGEST_APPOSITION)
        close = next((n for n in range(at + 1, last) if said[n].text == ","), None)
        if close is not None and said[at + 1].lower not in ("and", "or", "but"):
            inner = said[at + 1 : close]
            if any(token.lower in SPEECH for token in inner[-2:] if inner):
                return len(said)  # “, she said,”
            listed = len(inner) == 1 or inner[0].capital
            if not listed:
                return close + 1
        return len(said)
    return at


def _verb_group(said: Sequence[Token], at: int) -> tuple[verbs.Verb | None, bool, bool]:
    """The main verb of a finite verb group that begins at `at`, whether it has an auxiliary, and
    whether it is denied."""
    first = said[at]
    found = verbs.form(first.lower)
    negative = False
    if first.lower in verbs.MODALS or (found and found.verb.base in ("be", "have", "do")):
        ahead = at + 1
        while ahead < len(said) and (
            said[ahead].lower in _NEGATIVE or said[ahead].lower in _ADVERBS or _adverb(said[ahead])
            or said[ahead].lower in ("be", "been", "being", "have")
        ):  # fmt: skip
            negative |= said[ahead].lower in _NEGATIVE
            ahead += 1
        main = verbs.form(said[ahead].lower) if ahead < len(said) else None
        if main and main.kinds & {"participle", "base", "ing"} and not said[ahead].capital:
            return main.verb, True, negative
        if found and found.verb.base in ("be", "have") and "base" not in found.kinds:
            return found.verb, False, negative
        return None, True, negative
    if found is None or not found.kinds & {"past", "third"}:
        return None, False, False
    if at + 1 < len(said) and said[at + 1].lower in _NEGATIVE:
        negative = True
    return found.verb, False, negative


def predicate_end(text: str, start: int, spans: Sequence[tuple[int, int]]) -> int:
    """Where the predicate ends: at the sentence's end, or where an aside begins."""
    last = len(text.rstrip())
    while last > start and text[last - 1] in ".!? ":
        last -= 1
    for found in _CUT.finditer(text, start):
        if found.start() >= last:
            break
        if not inside(tuple(spans), found.start(), found.start() + 1):
            return found.start()
    return last
