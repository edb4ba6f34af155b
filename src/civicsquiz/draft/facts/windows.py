"""Which sentences of a quotation can be asked about: whole ones, understood by themselves."""

from __future__ import annotations

import re

from civicsquiz.draft.facts.attribution import Attribution
from civicsquiz.draft.language import verbs, words
from civicsquiz.draft.language.quoted import Span
from civicsquiz.draft.language.spoken import leans, sentences
from civicsquiz.draft.language.tokens import tokens
from civicsquiz.draft.relevance import relevance

LEAST = 8
"""A full clause; fewer words are a phrase that anybody might have used (rule Q1)."""


MOST = 36
"""More than a question can hold."""
_SHORTEST = 4
"""Words of a sentence that says something."""


_GOES_ON = re.compile(
    r"^(?:\.|,? which\b|, (?:and|but|while|according|adding|in|at|on|during|after|before|a|an|the)\b|[!?]|$)"
)
"""What may stand behind a quotation whose speaker stands before it."""


def window_of(text: str, start: int, end: int, by: Attribution) -> Span | None:
    """The whole sentences of a quotation that are most about civics and understood by themselves."""
    if text[start] not in '“"':
        return None
    closed = text[end - 1] in '”"'
    if not closed and not (by.before and text[end - 1] in ".!?"):
        return None
    inner = text[start + 1 : end - closed]
    parts = [(first, last) for first, last in sentences(inner) if last > first]
    best: tuple[float, Span] | None = None
    for number, (first, _) in enumerate(parts):
        for upto, (_, last) in enumerate(parts[number:], number):
            words_said = inner[first:last]
            if len(words_said.split()) > MOST or "[...]" in words_said or "[…]" in words_said:
                break
            if len(words_said.split()) < LEAST or not _sound(words_said):
                continue
            if number == 0 and (by.partly or not _whole_from(inner, by)):
                continue
            if upto == len(parts) - 1 and not _whole_to(text, end, by):
                continue
            worth = relevance(words_said) - 0.01 * (upto - number)
            if best is None or worth > best[0] + 1e-9:
                best = (worth, (start + 1 + first, start + 1 + last))
    return best[1] if best else None


def _sound(said: str) -> bool:
    """Whether words can be asked about: no other quotation in them, nothing they lean on, and no
    scraps (“Period. End of story.”)."""
    if re.search(r"[“”\"]", said) or leans(said):
        return False
    return all(
        _finite(said[first:last]) and len(said[first:last].split()) >= _SHORTEST
        for first, last in sentences(said)
    )


def _finite(said: str) -> bool:
    """Whether there is a finite verb in it, so that it says something."""
    for token in tokens(said):
        lower = token.lower
        if lower in verbs.MODALS or lower.endswith(("n't", "'re", "'s", "'m", "'ve", "'ll", "'d")):
            return True
        form = verbs.form(lower)
        if form and form.kinds & {"past", "third", "plural", "base"} and not token.capital:
            return True
    return False


def _whole_from(inner: str, by: Attribution) -> bool:
    """Whether a quotation begins as a sentence or, after “that”, a clause does."""
    first = inner.lstrip("“‘'\" ")[:3]
    if first[:1].isupper() or re.match(r"\[[A-Z]", first):
        return True
    opening = tokens(inner[:120])
    if not by.that or not opening or opening[0].lower in _NO_SUBJECT:
        return False
    form = verbs.form(opening[0].lower)
    return form is None or (opening[0].lower.endswith("s") is False and "base" in form.kinds)


_NO_SUBJECT = words.SPEECH | frozenset(
    """to be been being is are was were has have had will would can could may might must shall should in on at
    for with by from of and or but not never as than into through against about over under among""".split()
)


def _whole_to(text: str, end: int, by: Attribution) -> bool:
    """Whether a quotation ends where what is said ends: it does not go on outside the marks, nor in
    another quotation behind “said X”."""
    rest = text[end:].lstrip()
    if by.before and rest:
        return bool(_GOES_ON.match(rest))
    again = re.search(r"[“\"](?=.)", text[end:])
    if again and not by.before:
        resumed = text[end + again.end() :][:1]
        return resumed.isupper() and text[end - 2] in ".!?"
    return True
