"""Definitions set beside a term: “TERM, a GENUS that …,” / “TERM—the …—” / “TERM, or …,”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from civicsquiz.bank.check.words import singular
from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.phrases import Found, known
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.quoted import inside

_APPOSED = re.compile(
    r"(?<=[a-z\)])(?P<mark>, or |, |—|: )(?=(?:an?|the|any) [a-z])|(?<=[a-z\)])(?P<bare>, or |—|, |: )(?=[a-z-]+s? )"
)

_SUBORDINATE = frozenset(
    "if when while although though as because since once after before with in under until unless for at by on during despite without".split()
)
_NAMING = frozenset(
    "concept idea practice power principle doctrine policy system process notion theory method tactic form act crime right".split()
)
_BOUNDARY = frozenset(
    "of in by with through to from for as is are called known and or on using under via into that concept equate have has need include includes require requires involve involves was were between about than without against be been at during".split()
)


_GOES_ON = re.compile(r",? (?:which|who|that) ")
_PLAIN = 10
"""Fewer words say too little by themselves where the sentence goes on to say more of the thing."""


def apposed(sentence: Sentence) -> Iterator[Found]:
    """“TERM, a GENUS that …,” / “TERM—the …—” / “TERM, or …,”."""
    text = sentence.text
    for match in _APPOSED.finditer(text):
        mark = match["mark"] or match["bare"]
        if inside(sentence.quoted, match.start(), match.end()):
            continue
        term, span = _term_before(text, match.start(), mark)
        if not term or (
            match["bare"]
            and mark in (", ", ": ")
            and not (known(term) or _several(text, match.end()))
        ):
            continue
        start = match.end()
        end = _apposition_end(text, start, mark)
        if end < 0:
            continue
        definition = genus.defining(text[start:end], term, short=mark != ", ", known=known(term))
        if mark == ", or " and len(definition.split()) < 4:
            continue
        cut_short = len(definition.split()) < _PLAIN and _GOES_ON.match(
            text, start + len(definition)
        )
        if definition and not cut_short and not _listed(text, match.start(), definition):
            yield Found(
                term,
                span,
                definition,
                (start, start + len(definition)),
                "",
                f"apposed{mark.strip()}",
            )
            return


def _several(text: str, start: int) -> bool:
    """Whether a plural genus begins at `start`: “, citizens … who”."""
    words = text[start:].split()[:6]
    return (
        bool(words)
        and (words[0].endswith("s") or words[0] == "people")
        and singular(words[0]) in genus.GENERA
        and bool({"who", "that", "which", "whose"} & set(words[1:]))
    )  # fmt: skip


def _listed(text: str, end: int, definition: str) -> bool:
    """Whether what looks like an apposition is one of a list: its beginning stands before it, too."""
    begins = " ".join(definition.split()[:2])
    head = genus.head_of(definition)
    again = [word for word in definition.split() if singular(word) == head]
    first = text.find(",") >= end and text.split(" ", 1)[0].lower() in _SUBORDINATE
    return begins in text[:end] or len(again) > 1 or first


def _term_before(text: str, end: int, mark: str) -> tuple[str, tuple[int, int]]:
    """The term that ends at `end`: all back to a word that no term has in it."""
    stretch = text[max(0, end - 80) : end]
    stretch = re.sub(r" \([A-Z]{2,7}\)$", lambda found: " " * len(found[0]), stretch).rstrip()
    words = list(re.finditer(r"\S+", stretch))
    taken: list[re.Match[str]] = []
    boundary = ""
    before = ""
    for at in range(len(words) - 1, -1, -1):
        word = words[at][0].lower()
        if (
            taken
            and word.endswith("ing")
            and at
            and words[at - 1][0] in ("by", "of", "in", "without", "after", "before", "for")
        ):
            boundary = word
            break
        if (
            word == "of"
            and at
            and taken
            and known(stretch[words[at - 1].start() : taken[-1].end()])
        ):
            taken[:0] = words[at - 1 : at + 1]
            boundary = words[at - 2][0].lower() if at > 1 else ""
            break
        if (
            word in _BOUNDARY
            or word in ("a", "an", "the")
            or word[-1] in ",;:—"
            or word.endswith(("’s", "'s"))
            or _finite(words, at, taken)
        ):
            boundary, before = word, words[at - 1][0].lower() if at else ""
            if not at and end < 80 and words[at][0][0].isupper() and word not in ("a", "an", "the"):
                return "", (0, 0)
            break
        taken.insert(0, words[at])
        if len(taken) > 4:
            return "", (0, 0)
    if len(plain := _behind_verb(taken)) < len(taken):
        taken, boundary, before = plain, "", "verb"
    if mark == ", " and boundary in _SUBORDINATE and (not before or before[-1] in ",;:—"):
        return "", (0, 0)
    if not taken or (not boundary and not before and len(text) > 80 and end > 80):
        return "", (0, 0)
    if boundary in ("of", "against", "from", "for", "to") and before not in _NAMING | {""}:
        return "", (0, 0)
    if boundary in ("and", "or", "without", "than") or boundary[-1:] in (",", ":"):
        return "", (0, 0)
    offset = max(0, end - 80)
    start, last = offset + taken[0].start(), offset + taken[-1].end()
    if (
        boundary == "the"
        and mark in (", ", ": ")
        and before not in ("is", "are", "called", "as")
        and not known(text[start:last])
    ):
        return "", (0, 0)
    one = boundary in ("a", "an") and len(taken) == 1 and mark == ", "
    if one and not known(text[start:last]):
        return "", (0, 0)
    return terms.term_of(text[start:last], opens=start == 0), (start, last)


def _behind_verb(taken: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words behind the last that may be the verb of what stands before it: “parties | choose floor
    managers”. The first word may be any noun (“plea bargain”)."""
    for at in range(len(taken) - 2, 0, -1):
        form = verbs.form(taken[at][0])
        if form and form.kinds & {"base", "past", "third"}:
            return taken[at + 1 :]
    return taken


def _finite(words: list[re.Match[str]], at: int, taken: list[re.Match[str]]) -> bool:
    """Whether a word before a term is a verb: “equate | democracy”."""
    form = verbs.form(words[at][0])
    if not taken or form is None or not words[at][0].islower():
        return False
    if form.kinds & {"past", "third", "participle"}:
        return True
    return "base" in form.kinds and at > 0 and words[at - 1][0] in ("to", *verbs.MODALS)


def _apposition_end(text: str, start: int, mark: str) -> int:
    """Where an apposition that begins at `start` closes; -1 where that cannot be told."""
    if (
        mark == ", or "
        and (comma := text.find(",", start)) > 0
        and not re.match(r",\s(?:and|or)\b", text[comma:])
        and not re.search(r",\s(?:and|or)\b", text[comma : comma + 120])
    ):
        return comma if not re.search(r"[;:—(]", text[start:comma]) else -1
    if mark == "—":
        close = text.find("—", start)
        if close > 0:
            return close if not re.search(r"[;:]", text[start:close]) else -1
        return len(text) - 1
    cut = re.search(r";|—|\s\(|:\s", text[start:])
    last = start + cut.start() if cut else len(text.rstrip('”" ')) - 1
    commas = [start + found.start() for found in re.finditer(",", text[start:last])]
    if not commas:
        return last
    if len(commas) == 1:
        follows = text[commas[0] + 1 :].split(maxsplit=1)[0]
        return commas[0] if follows not in ("and", "or") else last
    ahead = text[commas[-1] + 1 :].split(maxsplit=1)[0]
    if ahead in ("and", "or") and all(b - a < 40 for a, b in pairwise(commas)):
        tail = text[commas[-1] + 1 : last].split()
        return last if len(tail) <= 6 else -1
    follows = text[commas[0] + 1 :].split(maxsplit=1)[0].lower()
    if follows in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "can",
        "may",
        "will",
        "must",
        "which",
        "with",
        "but",
        "although",
        "while",
        "to",
        "in",
        "by",
    ):
        return commas[0]
    return -1
