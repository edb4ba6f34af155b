"""Which offices and bodies stand beside another as wrong answers: of its rank, and without its power.

A grand jury beside the federal government is no choice. An office that has no family here is not asked
about.
"""

from __future__ import annotations

import re

from civicsquiz.draft.language import roles

_SPEAKER, _CHIEF = "The Speaker of the House", "The chief justice"
_PRO_TEM, _VICE = "The president pro tempore of the Senate", "The vice president"
_COURT, _CABINET = "The Supreme Court", "The cabinet"
_HOUSE, _SENATE = "The House of Representatives", "The Senate"

_BESIDE = {
    "The president": (_SPEAKER, _CHIEF, _PRO_TEM),
    _VICE: (_SPEAKER, _CHIEF, "The majority leader"),
    _SPEAKER: (_VICE, _CHIEF, _PRO_TEM),
    _PRO_TEM: (_SPEAKER, _CHIEF, "The whip"),
    "The whip": (_SPEAKER, _PRO_TEM, _VICE),
    "The majority leader": (_VICE, _PRO_TEM, _CHIEF),
    "The minority leader": (_VICE, _PRO_TEM, _CHIEF),
    _CHIEF: ("The attorney general", "The president", _SPEAKER),
    "The attorney general": ("The secretary of state", _CHIEF, _SPEAKER),
    "The solicitor general": (_CHIEF, _SPEAKER, "The secretary of state"),
    "The secretary of state": ("The attorney general", _CHIEF, _SPEAKER),
    "The Clerk of the House": (_SPEAKER, "The majority leader", _VICE),
    "Congress": (_COURT, _CABINET, "The National Security Council"),
    _HOUSE: (_COURT, "The National Security Council", _CABINET),
    _SENATE: (_COURT, _CABINET, "The National Security Council"),
    _COURT: (_SENATE, _HOUSE, _CABINET),
    "The Electoral College": (_COURT, _SENATE, _CABINET),
    _CABINET: (_COURT, _SENATE, "The Electoral College"),
    "The National Security Council": (_COURT, _SENATE, "The Electoral College"),
    "The governor": ("The mayor", "The sheriff", "The county clerk"),
    "Governors": ("Mayors", "Sheriffs", "Federal judges"),
}
_OF_ONE_CHAMBER = {
    _HOUSE: re.compile(r"\b(?:impeach\w*|revenue|by population|every two years|two-year)\b"),
    _SENATE: re.compile(
        r"\b(?:confirm\w*|treat(?:y|ies)|advice and consent|filibuster\w*|cloture|tr(?:y|ies) impeach\w*|six-year)\b"
    ),
}
"""What one chamber does and the other does not: there the other is the best wrong answer."""


def rival_chamber(role: roles.Role, predicate: str) -> str:
    """The other chamber, where `predicate` is what only this one does; else empty."""
    telling = _OF_ONE_CHAMBER.get(role.name)
    if telling is None or not telling.search(predicate):
        return ""
    return _SENATE if role.name == _HOUSE else _HOUSE


def beside(role: roles.Role, predicate: str) -> list[roles.Role]:
    """The wrong answers for a role of which `predicate` is said; fewer than two where none are known."""
    known = {one.name: one for one in roles.roles().values()}
    if role.level == "agency":
        return list(roles.others(role))
    names = list(_BESIDE.get(role.name, ()))
    if chamber := rival_chamber(role, predicate):
        names.insert(0, chamber)
    return [known[name] for name in names]
