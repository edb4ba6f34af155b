"""Statements of any subject: what stands before the finite verb, the verb, and what follows it.

“The lawsuit | was | filed in the District Court”, “Voters in Maine | approved | the measure in 2016”. A
question puts its word in the place of one of its parts; nothing else is changed, so that the grammar is
the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.clauses import HEDGES, predicate_end
from civicsquiz.draft.language.finite import LONGEST_SUBJECT, finite_at, is_adverb
from civicsquiz.draft.language.tokens import Token, tokens

_OUT = frozenset(
    """whereas who which that whose whom when where while because although though if unless after before since
    as than he she it they this these those there i we you what how why either neither not""".split()
)
"""Words that a subject may not hold: it would have a verb of its own, or lean on something."""
_BETWEEN = frozenset(
    "also then later first initially recently once again subsequently since still both".split()
)
_JOINS = frozenset(
    "and or but that which who whom whose to when where while because if as after before by".split()
)
_AND = re.compile(r",? (?:and|but|or) (?:also |then |later |initially |subsequently )?(\w+)")
_OPENERS = frozenset(
    "in on among back as during after by since under at however also for throughout before following historically traditionally within through with upon until".split()
)
_NEGATIVE = frozenset("not never no n't neither nor hardly rarely".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in a sentence; offsets count in the sentence, ends are exclusive.

    `auxiliary` is the word that moves in a question (“was”, “has”); where there is none, `verb` is the
    finite verb, whose base form goes with “did” or “does”. `rest` begins behind the auxiliary, or
    behind the finite verb.
    """

    adjunct: tuple[int, int]
    subject: tuple[int, int]
    auxiliary: str
    verb: verbs.Verb
    tense: str
    rest: tuple[int, int]
    named: bool = False
    """Whether the subject begins with a name, and so keeps its capital."""


def statement_of(text: str, names_start: Sequence[int] = ()) -> Statement | None:
    """The statement with which a sentence begins, or None where it is built in another way.

    `names_start` are the offsets where names begin: such a word keeps its capital.
    """
    said = tokens(text)
    begin, adjunct = _past_adjunct(said)
    if begin >= len(said):
        return None
    at = finite_at(said, begin)
    if at <= begin or at - begin > LONGEST_SUBJECT:
        return None
    subject = said[begin:at]
    while subject and (subject[-1].lower in _BETWEEN or is_adverb(subject[-1])):
        subject = subject[:-1]
    if not subject or not _is_subject(subject):
        return None
    span = (subject[0].start, subject[-1].end)
    found = _with_verb(text, said, at, span, adjunct)
    return replace(found, named=span[0] in names_start) if found else None


def _past_adjunct(said: Sequence[Token]) -> tuple[int, tuple[int, int]]:
    """Where the subject begins behind “In 1964,”, and the phrase before it."""
    if not said or said[0].lower not in _OPENERS:
        return 0, (0, 0)
    for at, token in enumerate(said[:12]):
        if token.text == "," and not (at + 1 < len(said) and said[at + 1].text.isdigit()):
            if any(_told_by(each) for each in said[:at]):
                return len(said), (0, 0)
            return at + 1, (said[0].start, token.start)
    return len(said), (0, 0)


def _told_by(token: Token) -> bool:
    form = verbs.form(token.lower)
    return form is not None and not token.capital and bool(form.kinds & {"past", "third"})


def _is_subject(subject: Sequence[Token]) -> bool:
    if any(token.lower in _OUT for token in subject) or any(map(_like_verb, subject, subject[1:])):
        return False
    return subject[-1].lower not in (
        "of",
        "in",
        "the",
        "a",
        "an",
        "and",
        "or",
        "for",
        "to",
        "on",
        "at",
        "by",
        "with",
        "from",
    )


def _like_verb(token: Token, after: Token) -> bool:
    """Whether a word may be a verb that is not in the list: “mentioned the House”."""
    begins = (
        after.lower in ("the", "a", "an", "its", "their", "his", "her", "that") or after.capital
    )
    return begins and not token.capital and token.lower.endswith("ed")


def _with_verb(
    text: str, said: Sequence[Token], at: int, subject: tuple[int, int], adjunct: tuple[int, int]
) -> Statement | None:
    token = said[at]
    form = verbs.form(token.lower)
    spans: tuple[tuple[int, int], ...] = ()
    end = _one_verb(text, token.end, predicate_end(text, token.end, spans))
    ahead = [each for each in said[at + 1 :] if each.start < end]
    if not ahead and form and form.kinds >= {"past"} and said[at - 1].lower.endswith("s"):
        return Statement(adjunct, subject, "", form.verb, "past", (token.end, token.end))
    if (
        not ahead
        or ahead[0].text in ",;:"
        or ahead[0].lower in _NEGATIVE
        or ahead[0].lower in HEDGES
    ):
        return None
    if form and form.verb.base in ("be", "have"):
        main = _main(ahead, "participle")
        if any(each.lower in _NEGATIVE for each in ahead[:3]):
            return None
        bare = verbs.form(ahead[0].lower)
        if main is None and bare and bare.kinds == {"base"}:
            return None  # “is lead by”: no English
        if main is None:
            return Statement(adjunct, subject, "", form.verb, "copula", (token.end, end))
        return Statement(adjunct, subject, token.text, main, "auxiliary", (token.end, end))
    if token.lower in verbs.MODALS:
        main = _main(ahead, "participle" if ahead[0].lower in ("be", "have") else "base")
        if main is None or token.lower in ("may", "might", "could", "would", "should"):
            return None
        return Statement(adjunct, subject, token.text, main, "auxiliary", (token.end, end))
    if form and form.kinds == {"base"}:
        return Statement(adjunct, subject, "", form.verb, "plural", (token.end, end))
    if (
        form is None
        or not form.kinds & {"past", "third"}
        or _reduced(form, ahead, named=said[at - 1].capital)
    ):
        return None
    tense = "third" if "third" in form.kinds else "past"
    return Statement(adjunct, subject, "", form.verb, tense, (token.end, end))


def _one_verb(text: str, start: int, end: int) -> int:
    """Where the first of several joined predicates ends: “… signed the bill | and left”."""
    for found in _AND.finditer(text, start, end):
        form = verbs.form(found[1].lower())
        if found[1].lower() in verbs.MODALS or (form and form.kinds & {"past", "third", "plural"}):
            return found.start()
        if text[found.start()] == ",":
            return found.start()
    return end


def _main(ahead: Sequence[Token], kind: str) -> verbs.Verb | None:
    """The verb that an auxiliary goes with."""
    for token in ahead[:4]:
        if token.lower in ("be", "been", "being") or token.lower in _BETWEEN or is_adverb(token):
            continue
        form = verbs.form(token.lower)
        return form.verb if form and kind in form.kinds and not token.capital else None
    return None


def _reduced(form: verbs.Form, ahead: Sequence[Token], *, named: bool) -> bool:
    """Whether the verb may be a participle: “the law signed by the mayor | forbids …”. Right behind a
    name it is none but before “by”."""
    if "participle" not in form.kinds:
        return False
    if ahead and ahead[0].lower == "by":
        return True
    if named:
        return False
    for at, other in enumerate(ahead):
        found = verbs.form(other.lower)
        finite = other.lower in verbs.MODALS or (
            found is not None
            and (found.verb.base in ("be", "have", "do") or "third" not in found.kinds)
            and bool(found.kinds & {"past", "third", "plural"})
            and not found.kinds & {"base", "participle"}
        )
        if finite and not other.capital:
            before = {each.lower for each in ahead[:at]}
            return not before & _JOINS
    return False
