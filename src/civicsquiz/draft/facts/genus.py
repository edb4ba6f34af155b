"""What a definition is made of: a term, and a phrase that says what kind of thing it is and which.

“a law that punishes somebody without a trial” has the genus “law”, and what follows tells which
laws. The genera are a closed list: a phrase with another head is not taken for a definition.
"""

from __future__ import annotations

import re

from civicsquiz.bank.check.words import content_words, singular
from civicsquiz.draft.facts import definition_genera, definition_wording
from civicsquiz.draft.facts.definition_genera import OF, RELATING
from civicsquiz.draft.facts.definition_wording import (
    BEHIND,
    GUESSING,
    LOADED,
    NAMING,
    NEUTRAL,
    YEAR,
    complete,
    generic_dangling,
    judging,
    plain,
    unowned,
)
from civicsquiz.draft.facts.terms import NO_TERM
from civicsquiz.draft.language import verbs
from civicsquiz.draft.table import table

GENERA = definition_genera.GENERA
"""The nouns that a definition may turn on."""
FEWEST, MOST = 4, 30
"""Words of a definition."""


def defining(
    text: str,
    term: str,
    *,
    short: bool = False,
    known: bool = False,
    near: bool = False,
    doing: bool = False,
) -> str:
    """`text` as a definition of `term`, or nothing where it is none that stands by itself. With
    `short`, three words are enough, and nothing need follow the genus. A term that is `known` may
    share words with its definition: whether that tells it is the question's matter. With `near`, what
    the table says of the term stands for a genus of the list; with `doing`, it may be what is done."""
    said = _AND_IS.sub(r"\1", _EXAMPLE.sub("", text.strip().rstrip(",.;: ")))
    words = said.split()
    if not (3 if short else FEWEST) <= len(words) <= MOST:
        return ""
    doing = doing and _doing(words)
    those = words[0] in _WHO and words[1] == "who"
    if not (doing or those or _has_genus(words, short=short) or (near and _near(term, words))):
        return ""
    if len(content_words(said)) < (2 if short else _TELLING):
        return ""
    if YEAR.search(said) or GUESSING.search(said):
        return ""
    if not plain(said) or unowned(said) or words[0] in _SUBORDINATE or NAMING.search(said):
        return ""
    participle = len(words) > 1 and singular(words[1]) in GENERA and words[0].endswith("ed")
    if not (those or participle) and words[0].lower() in RELATING | (NO_TERM - {"any", "all"}):
        return ""
    if (words[0].endswith("ing") and not doing) or (not those and _verb(words[0])):
        return ""
    if (not known and shares_words(term, said, head=head_of(said))) or LOADED.search(
        NEUTRAL.sub("", said)
    ):
        return ""
    if not complete(said) or judging(said) or generic_dangling(said):
        return ""
    return "" if words[-1] in _OPEN_ENDS or _NO_PREDICATE.search(said) else said


def _verb(word: str) -> bool:
    """Whether a phrase that begins with a word begins with a verb: “protect employees”."""
    found = verbs.form(word)
    return (
        found is not None
        and bool(found.kinds & {"base", "third"})
        and singular(word) not in GENERA
        and "participle" not in found.kinds
    )


_WHO = frozenset("those people individuals persons someone somebody anyone".split())
_EXAMPLE = re.compile(r", (?:(?:like|such as|including) [^,]*|among other things)$")
_OPEN_ENDS = frozenset(
    """of to and or in by for on at as than with from between among against into based related due according that which who whose
    the a an such including""".split()
)
_NO_PREDICATE = re.compile(r"\b(?:that|which|who),? (?:by|in|with|through|when|if|while) [^,]*$")
"""“parties that, by agreeing to work together”: the clause has no verb yet."""
_AND_IS = re.compile(
    r"^((?:(?!\b(?:that|which|who|whose|where)\b).)*?),? and (?:is|are|was|were|can|may|has|have)\b.*$"
)
"""“taxes levied on imports | and are designed to …”: a second predicate, where no clause has opened."""
_SUBORDINATE = frozenset(
    "although though while whereas when where wherein whereby meaning nor if unless because since even especially including called known named".split()
)
_TELLING = 3
"""Telling words of a definition, at least."""


def _doing(words: list[str]) -> bool:
    """Whether a phrase begins with what is done: “choosing candidates of one party only”."""
    form = verbs.form(words[0])
    return form is not None and "ing" in form.kinds and len(words) > FEWEST and words[1] != "of"


_OPENS = frozenset("a an the any".split())


def _near(term: str, words: list[str]) -> bool:
    """Whether a phrase begins like one with a noun, and the table says of the term something of it."""
    entry = table().term(term)
    first = verbs.form(words[0])
    if entry is None or (words[0] not in _OPENS and (first is not None or words[0].endswith("ly"))):
        return False
    return not telling(entry.about).isdisjoint(telling(" ".join(words)))


def _has_genus(words: list[str], *, short: bool) -> bool:
    """Whether the head of the phrase is a genus, with something behind it that tells which."""
    head, inner, followed = _head(words)
    if followed:
        return head in GENERA and not any(map(_past, inner))
    return short and head in GENERA and len(words) >= 2


def _head(words: list[str]) -> tuple[str, list[str], bool]:
    """The head noun of a noun phrase in the singular, the words before it, and whether anything is
    said behind it. What is a form, kind or set of something has the head of the something."""
    at = begin = 1 if words[:1] and words[0].lower() in ("a", "an", "the", "any", "all") else 0
    while at < len(words) and at - begin <= 6:
        word = words[at].lower().strip(",")
        if at > begin and (word in RELATING or _participle(words, at)):
            if words[at - 1][0].isupper():
                return "", [], False
            head = singular(words[at - 1].lower().strip(","))
            if word != "of" or head not in OF:
                return head, words[begin : at - 1], True
            begin = at + 1
        at += 1
    if at - begin > 6 or not words:
        return "", [], False
    return singular(words[-1].lower().strip(",")), words[begin:-1], False


def _past(word: str) -> bool:
    """Whether a word is a verb in the past before another noun: then it is a clause, no phrase."""
    found = verbs.form(word)
    return (
        found is not None
        and "past" in found.kinds
        and word not in ("elected", "appointed", "limited", "written")
    )


def _participle(words: list[str], at: int) -> bool:
    """Whether a participle right behind a genus goes on: “a document | filed by …”."""
    found = verbs.form(words[at])
    if found is None or singular(words[at - 1].lower()) not in GENERA:
        return False
    ahead = words[at + 1].lower() if at + 1 < len(words) else ""
    return "ing" in found.kinds or ("participle" in found.kinds and ahead in BEHIND)


def head_of(text: str) -> str:
    """The genus of a definition: the head noun of its phrase, in the singular."""
    return _head(text.split())[0]


def shares_words(term: str, text: str, head: str = "") -> bool:
    """Whether a term and a text have a word in common, also with another ending: “elect”, “election”.
    A term may end with the genus, `head`: “sunshine laws” are laws."""
    if head and " " in term and singular(term.rsplit(maxsplit=1)[-1].lower()) == head:
        term = term.rpartition(" ")[0]
    theirs = {_stem(word) for word in content_words(text)}
    return any(_stem(word) in theirs for word in content_words(term))


def _stem(word: str) -> str:
    return word[:5]


_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")


def telling(text: str) -> set[str]:
    """The telling words of a text, so that forms of one word are the same: “voting”, “votes”."""
    return {_ENDING.sub("", word)[:5] for word in content_words(text)}


generic = definition_wording.generic
"""A definition as the gate reads it."""
