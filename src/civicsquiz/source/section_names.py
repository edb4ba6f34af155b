"""The names of those parts of a text that are not its running text, as all the world gives them."""

from __future__ import annotations

import re

from civicsquiz.source.document import Kind

_NAMES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.FOOTNOTE, re.compile(r"(foot|end)notes?|notes and references", re.IGNORECASE)),
    (
        Kind.REFERENCES,
        re.compile(
            r"(selected )?(references|bibliography)|works cited|literature cited|citations"
            r"|(suggested |for )?(further|additional) (reading|study|resources)|suggested readings?"
            r"|external links|notes|sources|see also|related (links|articles|news|stories|products|reports)",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.STUDY_AID,
        re.compile(
            r"(learning|lesson|chapter|section)?\s?(objectives|goals|outcomes)"
            r"|(chapter |section |end[- ]of[- ]chapter )?(review|discussion|study|comprehension"
            r"|critical thinking|essay|multiple[- ]choice|short[- ]answer|practice)"
            r" (questions|exercises|problems|activities)"
            r"|(review|check your|test your) (understanding|knowledge)|questions (for|to) \w+( \w+)?"
            r"|self[- ]?(check|test|assessment)|exercises|answer key|quiz|activities|homework",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.GLOSSARY,
        re.compile(
            r"glossary|key (terms|words|concepts|people)|vocabulary|definitions", re.IGNORECASE
        ),
    ),
    (
        Kind.METADATA,
        re.compile(
            r"disclaimer|about (the|this) (authors?|article|report|publication|series)"
            r"|author (contact )?information|acknowledg[e]?ments?|copyright( notice)?|licen[cs]ing"
            r"|attributions?|credits|version history|publication (information|history|details)"
            r"|how to cite.*|funding|conflicts? of interest|corrections?",
            re.IGNORECASE,
        ),
    ),
)
UNSURE = re.compile(
    r"notes|sources|see also|citations|definitions|corrections?|funding|goals|activities|outcomes|objectives",
    re.IGNORECASE,
)
"""Names that also head running text."""
_LONGEST_NAME = 6


def plain(text: str) -> str:
    """A heading without its number and the signs around it."""
    return re.sub(r"^[\dIVX]+(\.\d+)*[.)]?\s+", "", text).strip(" :.=#*")


def kind_named(text: str) -> Kind | None:
    """The kind of the part that a heading names; None where it names no such part."""
    name = plain(text)
    if len(name.split()) > _LONGEST_NAME:
        return None
    return next((kind for kind, names in _NAMES if names.fullmatch(name)), None)
