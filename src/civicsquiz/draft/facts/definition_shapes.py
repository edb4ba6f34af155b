"""Shapes of definitions beside the plain ones: what a relative clause, a bracket or “that is” says of a term.

“agenda setting, which is the act of …” / “docket (the list of …)” / “a referendum—that is, putting …” /
“whistleblowers, those who …” / “selective engagement—keeping …—”. For terms that the civics table knows
also looser ones: “the coattail effect, which gives …”, “Under dual federalism, the states …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts import definition_wording as wording
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.definition_places import Place, term_before, term_whole
from civicsquiz.draft.facts.known_terms import agrees, clause, predicate
from civicsquiz.draft.facts.phrases import Found, without_aside
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.table import table

_ADVERB = (
    r"(?:(?:essentially|basically|simply|typically|usually|generally|often|also|now|commonly) )?"
)
_CUE = re.compile(
    r"(?=[,—;:]| \()"  # where none begins that is seen at once
    r"(?: \([A-Z]{2,7}s?\))?"
    r"(?:"
    rf"(?P<is>, (?:which|who) (?:is|are) {_ADVERB})(?=(?:an?|the|any|those|[a-z]+) )"
    rf"|(?P<refers>, which {_ADVERB}(?:refers? to|describes?|denotes?|is defined as|are defined as) )"
    r"|(?P<consists>, which (?:consists? of|involves?) )"
    r"|(?P<that_is>(?:—|, |; )that is, )"
    r"|(?P<bracket> \()(?=(?:an?|the|any) [a-z])"
    r"|(?P<those>, |—)(?=(?:those|people|individuals|persons) who )"
    r"|(?P<in_which>(?:, |—)(?:(?P<prep>in|under|by|through) which|where|wherein|whereby) )"
    r"|(?P<when>(?: \(|, or |—)when )"
    r"|(?P<does>, (?:which|who) )(?=[a-z])"
    r"|(?P<many>, |—)(?=(?:[a-z]+ )?[a-z]+s (?:who|that|which|whose|used|designed|made up) )"
    r"|(?P<doing>—|, or |: )(?=[a-z]{3,}ing )"
    r"|(?P<beside>—|, or |: )(?=[a-z])"
    r"|(?P<comma>, )(?=(?:an?|the) [a-z])"
    r")"
)
_KNOWN_ONLY = frozenset(
    {"consists", "in_which", "does", "beside", "comma", "that_is", "doing", "when", "many"}
)
"""Shapes that say of many things what does not define them: for terms of the table only."""
_OPENS = re.compile(
    r"(?:In|Under|With|Through) (?:an? |the )?(?P<term>[a-z][a-z’ -]{3,40}), (?=[a-z])"
)
_MEANS = re.compile(
    r"(?:An? |The )?(?P<term>[A-Za-z][a-z’ -]{3,40}) (?:means|meant) (?:that )?(?=[a-z])"
)
_CONSISTS = re.compile(
    r"(?:An? |The (?:concept of )?)?(?P<term>[A-Za-z][a-z’ -]{3,40}) (?:consists? of|is made up of|are made up of|involves?) (?=[a-z])"
)
_TURNED = re.compile(
    r"(?P<def>(?:The|An?) [a-z][^,;:()—]{12,140}), or (?P<term>[a-z][a-z’ -]{3,40}), (?=[a-z]+ )"
)
_SAME_KIND = frozenset({"system", "government", "process"})


def shaped(sentence: Sentence, begin: int = 0) -> Iterator[Found]:
    """The definitions of these shapes in a sentence, those that stand first in it first; `begin` is
    where it begins behind its “However, …”."""
    text = sentence.text
    yield from _opening(sentence, begin)
    for cue in _CUE.finditer(text):
        way = cue.lastgroup if cue.lastgroup != "prep" else "in_which"
        if way is None or inside(sentence.quoted, cue.start(), cue.end()):
            continue
        term = term_before(text, cue.start())
        if term is None or (way in _KNOWN_ONLY and not term.known):
            continue
        if found := _said(text, cue, way, term):
            yield found


def _said(text: str, cue: re.Match[str], way: str, term: Place) -> Found | None:
    said, end = _stretch(text, cue, way)
    if way == "when":
        said = said.rstrip(")").partition(")")[0]
        if not clause(said, term.text) or not agrees(term.text, said):
            return None
        return Found(term.text, term.span, said, _span(text, cue.end(), said), "when", "meaning")
    if way == "in_which":
        said = said.partition("—")[0]
        if ", but " in text[end:]:
            return None
        return _situation(term, said, cue["prep"] or "in")
    if way == "does":
        return _does(term, cue.end(), said)
    definition = genus.defining(
        said,
        term.text,
        known=term.known,
        short=way in ("bracket", "beside"),
        near=term.known and way not in ("comma", "many"),
        doing=way in ("is", "refers", "that_is", "doing", "consists"),
    )
    sure = 2 if way in ("doing", "beside") and cue[way] == ", or " and definition[:2] != "th" else 1
    if not definition or (term.known and not agrees(term.text, definition, least=sure)):
        return None
    if way == "consists" and len(definition.split()) < _LEAST:
        return None
    if way == "comma" and _several(text[end:], definition):
        return None
    return Found(
        term.text,
        term.span,
        definition,
        _span(text, cue.end(), definition),
        "",
        _WAYS.get(way, way),
    )


_LEAST = 6
_WAYS = {
    "is": "which-is",
    "those": "apposed,",
    "doing": "apposed—",
    "beside": "apposed—",
    "comma": "apposed,",
    "many": "apposed,",
}
_LISTED = re.compile(r",(?: [^,]{3,60},)* (?:and|or) (?:an?|the) ")


def _several(rest: str, definition: str) -> bool:
    """Whether what is set beside a term is one of a list."""
    return bool(_LISTED.match(rest)) or bool(re.search(r", (?:and|or) ", definition))


def _stretch(text: str, cue: re.Match[str], way: str) -> tuple[str, int]:
    """What is said of the term behind a cue, and where it ends."""
    start = cue.end()
    if way == "bracket":
        end = text.find(")", start)
        return (text[start:end], end) if end > 0 else ("", start)
    if cue.group(way) == "—" and (end := text.find("—", start)) > 0:
        return text[start:end], end
    said, end = without_aside(text, start)
    if way in ("those", "many", "beside", "comma") and (comma := said.find(",")) > 0:
        return said[:comma], start + comma
    return _PLACED.sub("", said), end


_PLACED = re.compile(r", (?:in|at|on|during|by|for|as|among) [^,]*$")


def _span(text: str, start: int, definition: str) -> tuple[int, int]:
    """Where a definition stands, if it does so as it is."""
    end = start + len(definition)
    return (start, end) if text[start:end].lower() == definition.lower() else (-1, -1)


_NOW_AND_THEN = re.compile(r"\b(?:often|sometimes|usually|frequently|occasionally|may|might)\b")


def _situation(term: Place, said: str, preposition: str) -> Found | None:
    """“TERM, in which CLAUSE”: a situation in which it is so."""
    if len(said.split()) < _CLAUSE or not clause(said, term.text):
        return None
    if not agrees(term.text, said, least=2) or _NOW_AND_THEN.search(said):
        return None  # what may also happen there, and not what it is
    last = term.text.rsplit(maxsplit=1)[-1]
    entry = table().term(term.text)
    head = genus.head_of(entry.about) if entry else ""
    kind = next((one for one in (last, head) if one in _SAME_KIND), "situation")
    preposition = preposition if kind != "situation" else "in"
    definition = f"a {kind} {preposition} which {said}"
    if len(definition.split()) > genus.MOST or wording.generic_dangling(definition):
        return None
    return Found(term.text, term.span, definition, (-1, -1), "", "in-which")


_CLAUSE = 7
"""Words of a clause that tells a situation, at least."""


def _does(term: Place, start: int, said: str) -> Found | None:
    """“TERM, which VERB …”, where that has something of what the table says. What “allows them to …” is
    a power to."""
    if allowed := _ALLOWS.match(said):
        definition = genus.defining(
            f"the power to {said[allowed.end() :]}", term.text, known=True, near=True
        )
        if not definition or not agrees(term.text, definition):
            return None
        return Found(term.text, term.span, definition, (-1, -1), "", "does-which")
    if not predicate(said, term.text, plural=terms.plural(term.text)):
        return None
    return Found(term.text, term.span, said, (start, start + len(said)), "does", "does-which")


_ALLOWS = re.compile(
    r"(?:allows?|enables?|permits?|lets?|gives?) (?:them|him or her|him|it) (?:the (?:power|right|ability|authority) )?to "
)


def _opening(sentence: Sentence, begin: int) -> Iterator[Found]:
    """What a sentence begins with."""
    text = sentence.text
    if (match := _OPENS.match(text, begin)) and (term := term_whole(match)):
        said, end = without_aside(text, match.end())
        if ", but " not in text[end:] and not inside(sentence.quoted, match.end(), end):
            preposition = "under" if text.startswith("Under", begin) else "in"
            if found := _situation(term, _PLACED.sub("", said), preposition):
                yield found
    if (match := _MEANS.match(text, begin)) and (term := term_whole(match)):
        said, end = without_aside(text, match.end())
        if found := _noun(text, term, match.end(), said, "refers"):
            yield found
        elif clause(said, term.text) and agrees(term.text, said):
            yield Found(term.text, term.span, said, (match.end(), end), "when", "meaning")
    if (match := _CONSISTS.match(text, begin)) and (term := term_whole(match)):
        said, _ = without_aside(text, match.end())
        found = _noun(text, term, match.end(), said, "consists")
        if found and len(said.split()) >= _LEAST:
            yield found
    if (match := _TURNED.match(text, begin)) and (term := term_whole(match)):
        start, end = match.span("def")
        said = text[start].lower() + text[start + 1 : end]
        if found := _noun(text, term, start, said, "turned", short=True):
            yield found


def _noun(
    text: str, term: Place, start: int, said: str, way: str, *, short: bool = False
) -> Found | None:
    definition = genus.defining(said, term.text, known=True, near=True, doing=True, short=short)
    if not definition or not agrees(term.text, definition):
        return None
    return Found(term.text, term.span, definition, _span(text, start, definition), "", way)
