"""What happened, with one named thing in it that can be asked for: who did it, where, under which law, when.

“The lawsuit was filed in the District Court” holds a court; “Congress approved the treaty in 1978” a
body and a year. What is asked must be the only one of its kind in what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.naming import OF_TITLES, begins_with_title, body_of
from civicsquiz.draft.facts.quotations import whole_name
from civicsquiz.draft.facts.telling import Telling, tellings
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.names import Name, NameKind

ASKED = {
    NameKind.PERSON: "who",
    NameKind.COURT: "which court",
    NameKind.COMMITTEE: "which committee",
    NameKind.AGENCY: "which agency",
    NameKind.ORGANIZATION: "which organization",
    NameKind.STATUTE: "which law",
    NameKind.AMENDMENT: "which amendment",
    NameKind.CLAUSE: "which clause",
    NameKind.STATE: "which state",
    NameKind.COUNTRY: "which country",
    NameKind.DOCUMENT: "which document",
    NameKind.PARTY: "which party",
    NameKind.WAR: "which war",
    NameKind.CASE: "which case",
}
"""Kinds of names that can be asked for, and how a question asks for one."""

_SUBJECTS = frozenset(ASKED) - {
    NameKind.DOCUMENT,
    NameKind.WAR,
    NameKind.CASE,
    NameKind.STATE,
    NameKind.COUNTRY,
}
_OBJECTS = frozenset(ASKED) - {NameKind.ORGANIZATION}
_EVERYWHERE = frozenset(
    {
        "United States",
        "U.S.",
        "US",
        "America",
        "Constitution",
        "U.S. Constitution",
        "United States Constitution",
    }
)
"""Names that nearly every article has."""
_PREPOSITION = re.compile(
    r"\b((?:behest|behalf|request|leadership) of|in|to|by|from|with|against|under|before|through|at|for|into|during)\s+(?:the\s+)?$"
)
_YEAR = re.compile(
    r"\b(?:in|until|since)\s+((?:1[6-9]|20)\d\d)\b(?!\s*(?:[–-]|election|case|census|presidential|budget|midterm|general|ruling|and\b|or\b|to\b))"
)
_HELD = re.compile(
    r"\s?(?:[’'-]|\(|/|(?:and|or|of|that|who|which|to)\b|(?!where\b|when\b|as\b|in\b|on\b|at\b|by\b|for\b|with\b|from\b|under\b|during\b|after\b|before\b|over\b|against\b|until\b|through\b|about\b|because\b|following\b)[A-Za-z])"
)
"""What follows a name of which the name is only a part."""
_TAIL = re.compile(r"(?: in [A-Z][a-z]+)?")
_OF_A_YEAR = frozenset(
    """become pass ratify adopt approve sign found establish create elect rule strike decide abolish outlaw legalize impeach
    resign take include declare enact repeal win amend begin introduce reject overturn uphold appoint confirm""".split()
)
"""What happens in one year, and is worth knowing by it."""
_NEAR = 14
_OTHER_DEED = re.compile(
    r"\bto [a-z]+|\b(?:that|which|who|trial|election|decision|ruling|case|attack)\b"
)
_OF_IT = re.compile(r" (?:of|to) the (?:U\.S\. |US |United States )?Constitution$")
_AHEAD = 9
"""Words behind what is asked for, at most, so that the question does not end far from its word."""
_NO_VERB = frozenset("be have include make take get give become".split())


def extract(article: Article) -> Iterator[Fact]:
    """The events of an article."""
    for sentence in article.sentences:
        if not article.named(sentence):
            continue
        seen: set[tuple[str, str]] = set()
        for told in tellings(sentence, article):
            for fact in _of(told, article):
                if (fact["asked"], fact["way"]) not in seen:
                    seen.add((fact["asked"], fact["way"]))
                    yield fact


def _of(told: Telling, article: Article) -> Iterator[Fact]:
    rest = told.statement.rest
    once = _done_once(told)
    body = body_of(told)
    if body and once:
        yield _fact(told, article, "subject", body[0].value, body[1])
    for name in told.names:
        alone = sum(other.kind is name.kind for other in told.names) == 1
        if name.key in _EVERYWHERE or not _unbroken(name):
            continue
        if name.kind in _SUBJECTS and once and _is_whole(name, told):
            yield _fact(told, article, "subject", name.kind.value, (name.start, name.end))
        elif (
            name.kind in _OBJECTS
            and alone
            and rest[0] <= name.start
            and name.end <= rest[1]
            and _stands_free(name, told)
        ):
            yield _fact(told, article, "object", name.kind.value, (name.start, name.end))
    years = _YEAR.findall(told.text)
    found = _YEAR.search(told.text, rest[0], rest[1])
    if (
        len(years) == 1
        and found
        and _of_the_verb(told.statement.verb.base, told.text[rest[0] : found.start()])
    ):
        yield _fact(told, article, "year", "year", found.span(1))


_ALSO = re.compile(
    r"\b(?:also|too|as well|another|likewise|similarly|again|both|either|other|others)\b"
)
_OWN = re.compile(r"\b(?:its|their|theirs|them|it|they)\b")
_SOLE = re.compile(r"\b(?:first|only|last|sole)\b")


def _done_once(told: Telling) -> bool:
    """Whether one alone did what is told: it was done once, and nobody is said to have done it too."""
    rest = told.text[slice(*told.statement.rest)]
    if _ALSO.search(told.sentence.text) or _OWN.search(rest) or told.statement.verb.base == "be":
        return False
    lasting = told.statement.tense in ("third", "plural", "copula") or told.statement.verb.base in (
        "have",
        "hold",
    )
    return bool(_SOLE.search(rest)) if lasting else bool(re.search(r"\b(?:the|a|an)\b|[A-Z]", rest))


def _of_the_verb(verb: str, between: str) -> bool:
    """Whether a year says when the whole was done: nothing done at another time stands before it."""
    if verb not in _OF_A_YEAR:
        return False
    return len(between.split()) <= _NEAR and ("first" in between or not _OTHER_DEED.search(between))


def _unbroken(name: Name) -> bool:
    whole = name.kind is not NameKind.PERSON or " " in name.key
    return whole and len(name.text) > 2 and not re.search(r"\d", name.text)


def _is_whole(name: Name, told: Telling) -> bool:
    """Whether a name is the whole subject, with its title and “the”."""
    start, end = told.statement.subject
    before = told.text[start : name.begins].strip().lower()
    if name.kind is NameKind.PERSON:
        said = told.text[start : name.begins].split()
        titled = all(word[0].isupper() or word in OF_TITLES for word in said)
    else:
        titled = before in ("", "the")
    return titled and bool(_TAIL.fullmatch(told.text[name.end : end]))


def _stands_free(name: Name, told: Telling) -> bool:
    """Whether a name stands behind a preposition or the verb itself, and is no part of what follows."""
    text, end = told.text, told.end
    if (_HELD.match(text[name.end : end]) and not _OF_IT.match(text[name.end : end])) or len(
        text[name.end : end].split()
    ) > _AHEAD:
        return False
    before = text[told.statement.rest[0] : begins_with_title(name, text, told.statement.rest[0])]
    if _PREPOSITION.search(before):
        return True
    said = before.strip().removesuffix(" the").removesuffix("the").split()
    if not said:
        return not told.statement.auxiliary and told.statement.verb.base not in _NO_VERB
    form = verbs.form(said[-1])
    return bool(form and form.kinds & {"past", "third", "ing"} and form.verb.base not in _NO_VERB)


def _fact(told: Telling, article: Article, way: str, kind: str, span: tuple[int, int]) -> Fact:
    base = told.sentence.start
    start, end = told.plain.back(*span)
    first, last = told.plain.back(*told.statement.subject)
    slots = (
        Slot("asked", told.text[slice(*span)], base + start, base + end),
        Slot("kind", kind),
        Slot("way", way),
        Slot("subject", told.text[slice(*told.statement.subject)], base + first, base + last),
        Slot("verb", told.statement.verb.base),
    )
    also = _whole(told, article, span) if kind == "person" else ()
    return Fact(
        Frame.EVENT,
        article.card.id,
        slots,
        base,
        told.sentence.end,
        told.sentence.number,
        also=also,
    )


def _whole(told: Telling, article: Article, span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Where the whole name of a person stands, of whom the sentence has only a part of it."""
    name = next(name for name in told.names if (name.start, name.end) == span)
    found = whole_name(article, name.key) if name.text != name.key else None
    return (found,) if found else ()
