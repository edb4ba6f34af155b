"""Offices that news names people with, and how the Constitution has each filled: the list is ours, and few."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.draft.facts.acts_list import Proof
from civicsquiz.draft.law import Law


@dataclass(frozen=True)
class Seat:
    """An office: how a question names it, what those are called who have such offices, and the `way`
    in which it is filled."""

    name: str
    kind: str
    title: re.Pattern[str]
    way: str
    held: frozenset[str] = frozenset()
    """The last names of those who have held it, where states or other countries have offices of that
    name; empty where its title says whose it is."""
    department: bool = False


@dataclass(frozen=True)
class Way:
    """What is asked of an office that is filled in one way, with a place for the kind of office, and the
    words of the law that prove it."""

    ask: str
    proof: Proof
    because: str
    why: str
    wrong: tuple[tuple[str, str], ...]


WAYS = {
    "electors": Way(
        "Who casts the votes that elect a president under the Constitution?",
        Proof(
            "Electors, whom each state appoints",
            (
                Law(
                    "Article II, section 1",
                    "Each State shall appoint, in such Manner as the Legislature thereof may direct, a Number of Electors",
                    "Each state appoints electors, in the way that its legislature lays down.",
                ),
                Law(
                    "Amendment XII",
                    "The Electors shall meet in their respective states and vote by ballot for President and Vice-President",
                    "The electors meet in their own states and vote for president and for vice president.",
                ),
            ),
            re.compile(
                r"Each State shall appoint.*Electors.*Electors shall meet .* and vote by ballot for President"
            ),
        ),
        "The first of these passages says who appoints the electors, the second for whom they vote.",
        "A state has as many electors as seats in Congress.",
        (
            (
                "The voters of the whole country, counted together",
                "In 2000 and in 2016 whoever had the most votes in the country was not elected.",
            ),
            (
                "The members of the two chambers of Congress",
                "Congress counts the votes; the House chooses a president only where nobody has a majority.",
            ),
        ),
    ),
    "consent": Way(
        "How are {} appointed under the Constitution?",
        Proof(
            "By the president, with the Senate’s consent",
            (
                Law(
                    "Article II, section 2",
                    "he shall nominate, and by and with the Advice and Consent of the Senate, shall appoint Ambassadors, other public Ministers and "
                    "Consuls, Judges of the supreme Court, and all other Officers of the United States, whose Appointments are not herein otherwise "
                    "provided for",
                    "The president chooses ambassadors, judges and other high officers, and can appoint them only if the Senate agrees.",
                ),
            ),
            re.compile(
                r"he shall nominate, and by and with the Advice and Consent of the Senate, shall appoint .*all other Officers"
            ),
        ),
        "“He” is the president, and heads of departments and federal judges are officers of the United States.",
        "A majority of the senators who vote is enough.",
        (
            (
                "By the voters of the whole country",
                "No vote of the people is held on that office.",
            ),
            (
                "By the president alone",
                "The president’s choice needs the approval of one chamber of Congress.",
            ),
        ),
    ),
    "house": Way(
        "Who chooses a Speaker?",
        Proof(
            "The members of the House of Representatives",
            (
                Law(
                    "Article I, section 2",
                    "The House of Representatives shall chuse their Speaker and other Officers",
                    "The House of Representatives chooses its Speaker and its other officers.",
                ),
            ),
            re.compile(r"House of Representatives shall chuse their Speaker"),
        ),
        "To “chuse” is to choose, in the spelling of 1787.",
        "Usually each party backs a candidate of its own.",
        (
            (
                "The members of the House and the Senate together",
                "The Senate has no part in it.",
            ),
            (
                "The president, with the Senate’s consent",
                "The president and the Senate have no part in whom the other chamber chooses.",
            ),
        ),
    ),
}
"""By the ways of the seats."""

_DEPARTMENTS = (
    "the Treasury", "defense", "the interior", "agriculture", "commerce", "labor", "transportation", "energy", "education",
    "homeland security",
)  # fmt: skip


def _seat(
    name: str,
    title: str,
    way: str,
    kind: str = "",
    *,
    held: str = "",
    department: bool = False,
) -> Seat:
    return Seat(
        name,
        kind,
        re.compile(rf"(?:{title}) $"),
        way,
        frozenset(held.split()),
        department,
    )


def _department(name: str) -> Seat:
    short = name.removeprefix("the ").title()
    title = rf"{short} [Ss]ecretary|[Ss]ecretary of (?:the )?{short}"
    return _seat(
        f"United States secretary of {name}",
        title,
        "consent",
        "heads of departments",
        department=True,
    )


SEATS: tuple[Seat, ...] = (
    _seat("president of the United States", r"(?:U\.S\. |US |United States )?President", "electors"),
    _seat("United States secretary of state", r"(?:U\.S\.|United States) [Ss]ecretary of [Ss]tate|Secretary of State", "consent", "heads of departments",
          held="Kissinger Vance Muskie Haig Shultz Baker Eagleburger Christopher Albright Powell Rice Clinton Kerry Tillerson Pompeo Blinken Rubio"),
    _seat("attorney general of the United States", r"(?:U\.S\.|United States) [Aa]ttorney [Gg]eneral", "consent", "heads of departments"),
    *map(_department, _DEPARTMENTS),
    _seat("a justice of the Supreme Court", r"(?:U\.S\.|United States|US) Supreme Court (?:Associate |Chief )?Justice", "consent", "justices of the Supreme Court"),
    _seat("a United States district judge", r"(?:U\.S\.|United States) [Dd]istrict (?:Court )?[Jj]udge", "consent", "federal judges"),
    _seat("Speaker of the House", r"(?:House |U\.S\. House )Speaker|Speaker of the House", "house",
          held="O’Neill Wright Foley Gingrich Hastert Pelosi Boehner Ryan McCarthy Johnson"),
)  # fmt: skip
