"""K3: what the civics table knows of a thing must agree with what a draft says of it."""

from __future__ import annotations

import re

from civicsquiz.draft.facts import signs
from civicsquiz.draft.facts.dates import year_of
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import Amendment, Person, table

_AMENDMENT = re.compile(r"\b([A-Z][a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) Amendment\b")
_HELD = re.compile(r"\b(?:hold|held|rule|ruled|decide|decided|find|found|conclude|concluded)\b")
_IN_YEAR = re.compile(r"\b(1[789]\d\d|20\d\d)\b")
_AS_PRESIDENT = re.compile(
    r"\b(?:vetoed|pardoned|appointed|nominated|signed (?:into law|the [A-Z])|issued [^.]{0,30}executive order|served as president|won (?:the presidency|re-?election))\b"
)


def _agrees(candidate: Candidate, _ground: Ground) -> str:
    for fact in candidate.facts:
        if said := (_case(fact) or _law(fact) or _president(fact)):
            return said
    return ""


def _case(fact: Fact) -> str:
    if fact.frame is not Frame.CASE:
        return ""
    known = table().case(fact["case"])
    if known is None:
        return ""
    if fact["year"] and known.year and int(fact["year"]) != known.year:
        return f"{known.name} was decided in {known.year}"
    if (
        known.opinion in ("plurality", "judgment")
        and fact["who"] == "court"
        and _HELD.match(fact["verb"])
    ):
        return f"in {known.name} no majority joined one opinion"
    named = {one.name for one in map(table().amendment, _AMENDMENT.findall(fact["decided"])) if one}
    law = {name for name in known.law if name.endswith("Amendment")}
    if named and law and not named & law:
        return f"{known.name} was about the {min(law)}"
    return ""


def _law(fact: Fact) -> str:
    known = table()
    if fact.frame is Frame.PROVISION and fact["kind"] == "amendment":
        entry = known.amendment(fact["provision"])
        held = signs.may_hold(fact["predicate"])
        if isinstance(entry, Amendment) and held is not None and entry.number not in held:
            return f"what is said is not what the {entry.name} is about"
    name = (
        fact["provision"]
        if fact.frame is Frame.PROVISION
        else fact["what"]
        if fact.frame is Frame.DATE
        else ""
    )
    if not name:
        return ""
    entry_year = next(
        (year for find in (known.amendment, known.statute, known.document) if (one := find(name)) and (year := year_of(one))),
        None,
    )  # fmt: skip
    told = fact["year"] or (_IN_YEAR.findall(fact["when"])[:1] or [""])[0]
    passed = (
        fact["verb"] in ("pass", "enact", "ratify", "adopt", "sign") or fact.frame is Frame.DATE
    )
    if entry_year and told and passed and int(told) != entry_year:
        return f"the {name} is of {entry_year}"
    return ""


def _president(fact: Fact) -> str:
    """Whether what only a president does is said of a year in which another one was."""
    if fact.frame is not Frame.ACTION:
        return ""
    known = table().person(fact["subject"])
    years = _IN_YEAR.findall(f"{fact['when']} {fact['predicate']}")
    if not isinstance(known, Person) or not known.presidency or len(years) != 1:
        return ""
    if _AS_PRESIDENT.search(fact["predicate"]) and not in_office(known, int(years[0])):
        return f"{known.name} was president {known.presidency}"
    return ""


def in_office(person: Person, year: int) -> bool:
    """Whether a president was in office in some part of that year."""
    for span in person.presidency.split(", "):
        first, _, last = span.partition("–")
        if int(first) <= year <= int(last or 9999):
            return True
    return False


TABLE_AGREES = GateRule(
    "K3",
    "table-differs",
    "The civics table knows the thing and has it otherwise: another year, another amendment, no majority.",
    _agrees,
)
