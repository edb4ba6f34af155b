"""The verbs that a clause may turn on, in all their forms.

The list is ours (`verbs.txt`). A verb that is not in it is not seen, and then nothing is drafted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

_VOWELS = "aeiou"

MODALS = frozenset("will would can could may might must shall should".split())

_BE = {"is": "third", "are": "plural", "am": "plural", "was": "past", "were": "past"}


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: "strike", "struck", "struck", "strikes", "striking"."""

    base: str
    past: str
    participle: str
    third: str
    ing: str


@dataclass(frozen=True, slots=True)
class Form:
    """What a word may be as a verb: kinds among base, past, participle, third and ing."""

    verb: Verb
    kinds: frozenset[str]


@cache
def forms() -> dict[str, Form]:
    """Every form of every verb of the list."""
    found: dict[str, Form] = {}
    for verb in _verbs():
        named = {
            "base": verb.base,
            "past": verb.past,
            "participle": verb.participle,
            "third": verb.third,
            "ing": verb.ing,
        }
        if verb.base == "be":
            for text, kind in _BE.items():
                found[text] = Form(verb, frozenset({kind}))
            named = {"base": "be", "participle": "been", "ing": "being"}
        for text in set(named.values()):
            kinds = frozenset(kind for kind, form in named.items() if form == text)
            if text not in found:
                found[text] = Form(verb, kinds)
    return found


def form(word: str) -> Form | None:
    """What a word is as a verb, or None."""
    return forms().get(word.lower())


def _verbs() -> list[Verb]:
    text = resources.files(__package__).joinpath("verbs.txt").read_text("utf-8")
    lines = dict.fromkeys(line for line in text.splitlines() if line and line[0] != "#")
    return [_verb(*line.split()) for line in lines]


def _verb(base: str, past: str = "", participle: str = "") -> Verb:
    doubled = base + base[-1] if past.endswith(base[-1] * 2 + "ed") else base
    if base in ("cut", "get", "put", "set", "sit", "hit", "let", "run", "win", "begin", "forget",
                "shut", "forbid", "swim", "spin"):  # fmt: skip
        doubled = base + base[-1]
    return Verb(
        base,
        past or _past(base),
        participle or past or _past(base),
        "has" if base == "have" else _third(base),
        _ing(doubled),
    )


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base + "s"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")) and base != "be":
        return base[:-1] + "ing"
    return base + "ing"
