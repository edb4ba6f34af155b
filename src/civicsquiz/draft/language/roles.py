"""Offices and bodies that a text on government speaks of in general: “the Speaker”, “state legislatures”.

Ours, and closed (`roles.txt`). Two roles with a common group may both be right, so that neither is ever
a distractor for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Role:
    """An office or a body. `name` is how it is shown, `asked` what a question calls its kind, `does`
    a true sentence on it, `groups` those that it overlaps with."""

    name: str
    asked: str
    does: str
    groups: frozenset[str]
    level: str
    plural: bool = False

    @property
    def short(self) -> str:
        """“The FCC”, where that is how it is called too; else empty."""
        return next((f"The {group}" for group in sorted(self.groups) if group.isupper()), "")


@cache
def roles() -> dict[str, Role]:
    """Every role by each of its forms, in small letters and without “the”."""
    found: dict[str, Role] = {}
    text = resources.files(__package__).joinpath("roles.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and line[0] != "#":
            forms, name, asked, level, groups, does = line.split("|")
            plural = name.startswith("+")
            role = Role(name.lstrip("+"), asked, does, frozenset(groups.split()), level, plural)
            found |= dict.fromkeys(forms.split(";"), role)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(roles(), key=len, reverse=True)
    return re.compile(
        rf"(?:(?:the|a|an)\s+)?({'|'.join(map(re.escape, forms))})(?=,? (?-i:[a-z]))(?! (?:of|and|or|in|to|for)\b)",
        re.IGNORECASE,
    )


@cache
def _any() -> re.Pattern[str]:
    forms = sorted(roles(), key=len, reverse=True)
    return re.compile(
        rf"(?:(?:the|a|an)\s+)?({'|'.join(map(re.escape, forms))})\b(?! of\b)", re.IGNORECASE
    )


def at(text: str, start: int, *, power: bool = False) -> tuple[Role, int, int] | None:
    """The role that stands at `start`, article included, and where it stands without the article.
    With `power`, whatever follows it; else a verb must."""
    found = (_any() if power else _pattern()).match(text, start)
    if not found:
        return None
    return roles()[found[1].lower()], found.start(1), found.end(1)


def others(role: Role) -> Iterator[Role]:
    """Roles of the same kind that overlap with it in nothing: those of its number and level first,
    then by the order of the list."""
    known = list(dict.fromkeys(roles().values()))
    here = known.index(role)
    ranked = sorted(
        known,
        key=lambda one: (
            one.plural != role.plural,
            one.level != role.level,
            abs(known.index(one) - here),
        ),
    )
    agency = role.level == "agency"
    for one in ranked:
        if one.asked == role.asked and (
            (agency and one is not role) or not one.groups & role.groups
        ):
            yield one
