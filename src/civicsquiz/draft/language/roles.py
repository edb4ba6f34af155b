"""Offices and bodies that a text on government speaks of in general: “the Speaker”, “state legislatures”.

Ours, and closed. `apart` are groups: two roles of one group may both be right, so that neither is
ever a distractor for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Role:
    """An office or a body. `name` is how it is shown, `asked` what a question calls its kind, `does`
    a true sentence on it, `groups` those that it overlaps with."""

    name: str
    asked: str
    does: str
    groups: frozenset[str]
    plural: bool = False


_ROLES = (
    # forms | name | asked | groups | what it does
    "speaker of the house;speaker|The Speaker of the House|official|house speaker|The Speaker presides over the House",
    "house majority leader;senate majority leader;majority leader|The majority leader|official|majority|The majority leader speaks for the party with most seats in a chamber",
    "minority leader;house minority leader;senate minority leader|The minority leader|official|minority|The minority leader speaks for the party with fewer seats in a chamber",
    "president pro tempore|The president pro tempore of the Senate|official|senate protem|The president pro tempore presides over the Senate when the vice president is absent",
    "clerk of the house;clerk|The Clerk of the House|official|house clerk|The Clerk keeps the records of the House",
    "vice president|The vice president|official|executive vice|The vice president is president of the Senate",
    "president|The president|official|executive president|The president heads the executive branch",
    "governor|The governor|official|state governor|A governor heads the executive branch of a state",
    "lieutenant governor|The lieutenant governor|official|state ltgov|A lieutenant governor may take the governor’s place",
    "attorney general|The attorney general|official|executive ag|The attorney general heads the Department of Justice",
    "chief justice|The chief justice|official|court chief|The chief justice presides over the Supreme Court",
    "mayor|The mayor|official|local mayor|A mayor heads a city’s government",
    "city manager|The city manager|official|local manager|A city manager is hired by a council to run a city’s departments",
    "city council|The city council|body|local council|A city council makes a city’s laws",
    "sheriff|The sheriff|official|local sheriff|A sheriff enforces the law in a county",
    "grand jury|A grand jury|body|jury grand|A grand jury decides whether there is evidence enough to charge somebody",
    "electoral college|The Electoral College|body|elect|The Electoral College elects the president",
    "supreme court;u.s. supreme court|The Supreme Court|body|court supreme|The Supreme Court is the highest court of the United States",
    "house of representatives;house;u.s. house of representatives|The House of Representatives|body|congress house|The House is the chamber in which seats go by population",
    "senate;u.s. senate|The Senate|body|congress senate|The Senate is the chamber in which each state has two seats",
    "congress;u.s. congress|Congress|body|congress federal|Congress makes the federal laws",
    "cabinet|The cabinet|body|executive cabinet|The cabinet advises the president",
    "federal government;national government|The federal government|body|federal congress executive court agency house senate|The federal government acts for the whole country",
    "states;state governments;state legislatures|The states|body|state|The states have governments of their own|plural",
    "federal courts;courts;judicial branch;judiciary|The federal courts|body|court|Courts decide cases|plural",
    "voters;citizens;electorate|The voters|body|people|Voters choose who governs|plural",
    "local governments;counties;municipalities;county governments|Local governments|body|local|Local governments serve a city or a county|plural",
    "political parties;parties|Political parties|body|party|Parties nominate candidates|plural",
    "interest groups|Interest groups|body|interest|Interest groups press for what their members want|plural",
    "federal reserve;federal reserve board|The Federal Reserve|body|agency fed|The Federal Reserve sets the country’s monetary policy",
    "federal communications commission;fcc|The Federal Communications Commission|body|agency fcc|The FCC regulates radio, television and wire",
    "federal election commission;fec|The Federal Election Commission|body|agency fec|The FEC enforces the law on campaign money",
)  # fmt: skip


@cache
def roles() -> dict[str, Role]:
    """Every role by each of its forms, in small letters and without “the”."""
    found: dict[str, Role] = {}
    for line in _ROLES:
        forms, name, asked, groups, does, *more = line.split("|")
        role = Role(name, asked, does, frozenset(groups.split()), bool(more))
        for form in forms.split(";"):
            found[form] = role
    return found


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(roles(), key=len, reverse=True)
    return re.compile(rf"(?:(?:the|a|an)\s+)?({'|'.join(map(re.escape, forms))})(?=,? [a-z])(?! (?:of|and|or|in|to|for)\b)", re.IGNORECASE)


def at(text: str, start: int) -> tuple[Role, int, int] | None:
    """The role that stands at `start`, article included, and where it stands without the article."""
    found = _pattern().match(text, start)
    if not found:
        return None
    return roles()[found[1].lower()], found.start(1), found.end(1)


def others(role: Role) -> Iterator[Role]:
    """Roles of the same kind that overlap with it in nothing, in the order of the list; those that
    are alike in number first."""
    known = list(dict.fromkeys(roles().values()))
    here = known.index(role)
    ranked = sorted(known, key=lambda one: (one.plural != role.plural, abs(known.index(one) - here)))
    for one in ranked:
        if one.asked == role.asked and not one.groups & role.groups:
            yield one
