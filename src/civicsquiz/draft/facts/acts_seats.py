"""Offices that news names people with, and how each is filled: the list is ours, and few."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Seat:
    """An office: how a question names it, `way` in which it is filled, and the rule that says so."""

    name: str
    title: re.Pattern[str]
    way: str
    rule: str
    then: re.Pattern[str]
    """What must stand behind the name."""
    held: frozenset[str] = frozenset()
    """The last names of those who have held it, where states or other countries have offices of that
    name; empty where its title says whose it is."""
    department: bool = False


_HEADS = "Article II of the Constitution lets the president appoint {} with the advice and consent of the Senate."
_DEPARTMENTS = (
    "the Treasury", "defense", "the interior", "agriculture", "commerce", "labor", "transportation", "energy", "education",
    "homeland security",
)  # fmt: skip
_STAFF = "Those who work for the president in the White House need no consent of the Senate."
_ELECTORS = "Article II of the Constitution and the Twelfth Amendment leave the choice to electors from each state."
_LEADERS = "The senators of each party choose its leader."
_DISTRICT = "Article I of the Constitution lets the people choose the House, and by federal law each district elects one member."


def _seat(
    name: str,
    title: str,
    way: str,
    rule: str,
    *,
    then: str = "",
    held: str = "",
    department: bool = False,
) -> Seat:
    return Seat(
        name,
        re.compile(rf"(?:{title}) $"),
        way,
        rule,
        re.compile(then),
        frozenset(held.split()),
        department,
    )


def _department(name: str) -> Seat:
    short = name.removeprefix("the ").title()
    title = rf"{short} [Ss]ecretary|[Ss]ecretary of (?:the )?{short}"
    return _seat(f"United States secretary of {name}", title, "consent", _HEADS.format("the heads of departments"), department=True)  # fmt: skip


_STATES = (
    r"Ala\.|Alaska|Ariz\.|Ark\.|Calif?\.|Colo\.|Conn\.|Del\.|Fla\.|Ga\.|Hawaii|Idaho|Ill\.|Ind\.|Iowa|Kan\.|Kans\.|Ky\.|La\.|Maine|Mass\.|Md\.|Mich\.|Minn\."
    r"|Miss\.|Mo\.|Mont\.|N\.C\.|N\.D\.|N\.H\.|N\.J\.|N\.M\.|N\.Y\.|Neb\.|Nev\.|Ohio|Okla\.|Ore\.|Pa\.|R\.I\.|S\.C\.|S\.D\.|Tenn\.|Tex\.|Texas|Utah|Va\.|Vt\."
    r"|W\.Va\.|Wash\.|Wis\.|Wyo\.|[A-Z]{2}\b"
)
_OF = rf",? \(?[RDI]-(?:{_STATES})"
"""The party and the state behind the name of a member of Congress; a state’s own lawmaker has a town there."""

SEATS: tuple[Seat, ...] = (
    _seat("president of the United States", r"(?:U\.S\. |US |United States )?President", "electors", _ELECTORS),
    _seat("United States secretary of state", r"(?:U\.S\.|United States) [Ss]ecretary of [Ss]tate|Secretary of State", "consent", _HEADS.format("the heads of departments"),
          held="Kissinger Vance Muskie Haig Shultz Baker Eagleburger Christopher Albright Powell Rice Clinton Kerry Tillerson Pompeo Blinken Rubio"),
    _seat("attorney general of the United States", r"(?:U\.S\.|United States) [Aa]ttorney [Gg]eneral", "consent", _HEADS.format("the heads of departments")),
    *map(_department, _DEPARTMENTS),
    _seat("director of the FBI", r"FBI [Dd]irector", "consent", "By federal law the president appoints the director of the FBI with the advice and consent of the Senate."),
    _seat("director of the CIA", r"CIA [Dd]irector", "consent", "By federal law the president appoints the director of the CIA with the advice and consent of the Senate."),
    _seat("a justice of the Supreme Court", r"(?:U\.S\.|United States|US) Supreme Court (?:Associate |Chief )?Justice", "consent", _HEADS.format("judges of the Supreme Court")),
    _seat("a United States district judge", r"(?:U\.S\.|United States) [Dd]istrict (?:Court )?[Jj]udge", "consent", _HEADS.format("federal judges")),
    _seat("White House press secretary", r"White House [Pp]ress [Ss]ecretary", "alone", _STAFF),
    _seat("White House chief of staff", r"White House [Cc]hief of [Ss]taff", "alone", _STAFF),
    _seat("national security adviser to the president", r"(?:White House|U\.S\.|Trump’s|Trump's|Obama’s|Obama's|President’s|president’s|president's) [Nn]ational [Ss]ecurity [Aa]dvis[eo]r", "alone", _STAFF),
    _seat("Speaker of the House", r"(?:House |U\.S\. House )Speaker|Speaker of the House", "house", "Article I of the Constitution says that the House of Representatives chooses its Speaker.",
          held="O’Neill Wright Foley Gingrich Hastert Pelosi Boehner Ryan McCarthy Johnson"),
    _seat("majority leader of the Senate", r"Senate [Mm]ajority [Ll]eader", "larger", _LEADERS, held="Byrd Dole Mitchell Lott Daschle Frist Reid McConnell Schumer Thune"),
    _seat("minority leader of the Senate", r"Senate [Mm]inority [Ll]eader", "smaller", _LEADERS, held="Byrd Dole Daschle Lott Reid McConnell Schumer"),
    _seat("a United States senator", r"U\.S\. [Ss]en(?:ator|\.)", "state", "By the Seventeenth Amendment the people of each state elect its senators."),
    _seat("a United States senator", r"Sen(?:ator|\.)", "state", "By the Seventeenth Amendment the people of each state elect its senators.", then=_OF),
    _seat("a member of the House of Representatives", r"U\.S\. Rep(?:resentative|\.)", "district", _DISTRICT),
    _seat("a member of the House of Representatives", r"Rep(?:resentative|\.)", "district", _DISTRICT, then=_OF),
    _seat("governor of {}", r"[Gg]overnor|Gov\.", "governor", "In all fifty states the voters elect the governor."),
)  # fmt: skip
