"""Definitions that come before their term: “DEFINITION is called TERM”, “a GENUS called TERM, which …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts import definition_wording as wording
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.phrases import Found, definition_end, known
from civicsquiz.draft.language import verbs

_ADVERB = r"(?:(?:generally|usually|typically|essentially|basically|often|sometimes|commonly|also|simply|formally|more formally|better|officially|now|most often|otherwise|frequently|then|popularly|collectively|informally) )?"
_CALLED = rf"{_ADVERB}(?:called|known as|referred to as|termed|described as|labeled)"
_NAMED = re.compile(
    rf"(?P<def>[A-Z][^;:()—]{{15,220}}?),? (?:is|are) {_CALLED} (?P<term>(?:an?|the)? ?[“\"]?[A-Za-z][^,;:()—.]{{2,40}})"
)
_CALLED_WHICH = re.compile(
    rf"\b(?P<genus>(?:an?|[Tt]he) (?:[\w-]+ ){{0,3}}?[\w-]+|[a-z]+s(?= (?:known|called))),? (?P<by>{_CALLED}|such as|of) (?P<term>[“\"]?[a-z][a-z’' -]{{2,40}}[”\"]?),[”\"]? "
    r"(?P<rel>(?:in which|under which|by which|through which|whereby|which) .+)"
)
_CALLED_AFTER = re.compile(
    rf",? {_CALLED} (?P<term>(?:an?|the)? ?[“\"]?[a-z][a-z’' -]{{2,40}}?)(?=[,.;”\"]|$| (?:because|to|in|and) )"
)
_NAMING = frozenset(
    "concept idea practice power principle doctrine policy system process notion theory method tactic right strategy writ crime".split()
)
"""What a term is said to be behind “of”: “the practice of …”."""


def named(sentence: Sentence, begin: int) -> Iterator[Found]:
    """“DEFINITION is called TERM”, “DEFINITION, called TERM, …”."""
    text = sentence.text
    match = _NAMED.match(text, begin)
    if match:
        term = terms.term_of(match["term"])
        start, end = match.span("def")
        if text[start:end].startswith("Such "):
            start += 5
        said = text[start:end]
        definition = (
            genus.defining(_small(said), term, known=known(term), near=True, doing=True)
            if term
            else ""
        )
        if definition and not re.search(r", (?:and|but|so) |\b(?:this|these)\b", said):
            yield Found(term, match.span("term"), definition, (start, end), "", "named")
            return
    for match in _CALLED_AFTER.finditer(text):
        before = re.search(
            r"(?:^|\b(?:of|is|are|in|by|for|through|to|create[ds]?|establish(?:ed|es)?|with|has|have|had|used|use) )((?:an?|the|[A-Z][a-z]+) [^,;:()—.]{10,160}|[A-Z][a-z]+ [^,;:()—.]{10,160})$",
            text[max(0, match.start() - 200) : match.start()],
        )
        if not before or (match.start() > 200 and before.start() == 0):
            continue
        term = terms.term_of(match["term"])
        offset = max(0, match.start() - 200)
        start, end = offset + before.start(1), offset + before.end(1)
        said = text[start:end]
        said = _small(said)
        definition = genus.defining(said, term, known=known(term)) if term else ""
        if definition and not wording.ends_like_verb(said.split()[-1]):
            yield Found(term, match.span("term"), definition, (start, end), "", "called")
            return


def _small(said: str) -> str:
    """A text with a small first letter, but for letters that stand for words: “PACs”."""
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]


def called_which(sentence: Sentence) -> Iterator[Found]:
    """“a GENUS called TERM, which …”."""
    text = sentence.text
    for match in _CALLED_WHICH.finditer(text):
        term = terms.term_of(match["term"])
        if match["by"] == "of" and match["genus"].split()[-1] not in _NAMING:
            continue
        kind = re.split(r" (?=(?:an?|the) )", match["genus"][:1].lower() + match["genus"][1:])[-1]
        if (
            not term
            or (match["genus"][0] == "T" and match.start())
            or (match.start() and text[match.start() - 1] != " ")
        ):
            continue
        start = match.start("rel")
        end = definition_end(text, start)
        rel = text[start:end]
        if rel.split()[0] == "which" and not (
            (form := verbs.form(rel.split()[1])) and form.kinds & {"third", "base", "plural"}
        ):
            continue
        definition = genus.defining(f"{kind} {rel}", term, known=known(term))
        if definition:
            yield Found(term, match.span("term"), definition, (-1, -1), "", "which")
            return
