"""By which words a text tells which amendment it speaks of, and so which it does not.

Ours, and made to be wide: a sign names every amendment that could be argued for. Where a text has no
sign, nothing is known, and no question on an amendment is asked.
"""

from __future__ import annotations

import re

_FIRST_EIGHT = (1, 2, 3, 4, 5, 6, 7, 8)

_SIGNS: tuple[tuple[str, str, str], ...] = (
    # what stands in the text | the amendments that it speaks of | others that could be argued for
    (r"double jeopardy|twice for the same|twice (?:put )?in jeopardy|tri(?:ed|al) (?:someone |a person )?twice|prosecution twice", "5", ""),
    (r"incriminat|remain silent|witness(?:es)? against (?:him|her|them|one)sel", "5", "6"),
    (r"due process", "5 14", ""),
    (r"just compensation|eminent domain|private property", "5 14", ""),
    (r"grand jur|indictment", "5", "6"),
    (r"unreasonable search|search(?:es)? (?:and|or) seizure|warrants?\b|probable cause|searche[sd]", "4", "5"),
    (r"speedy|confront|cross-examin|public trial", "6", ""),
    (r"impartial jur", "6", "5 7"),
    (r"(?:right|assistance|access)[^.]{0,20} (?:counsel|attorney|lawyer)|assistance of (?:an )?(?:counsel|attorney|lawyer)", "6", "5"),
    (r"criminal trials|present witnesses|criminal prosecution|witnesses in", "6", "5"),
    (r"civil (?:case|dispute|suit|trial|matter|lawsuit)|questions of fact", "7", ""),
    (r"excessive|\bbail\b|\bfines\b|cruel", "8", ""),
    (r"bear arms|firearm|\bguns?\b|militia", "2", ""),
    (r"quarter(?:ing)? (?:of )?(?:soldiers|troops)|soldiers", "3", ""),
    ((r"religio|free exercise|freedom of (?:speech|the press|press|expression|assembly)|free speech|free press|peaceabl|assembl"
     r"|right to petition|petition the|\bspeech\b"), "1", ""),
    (r"slavery|enslave|\bslaves\b|involuntary servitude", "13", "14 15"),
    (r"equal protection|privileges (?:or|and) immunities|born or naturalized|citizenship|birthright", "14", "5 15"),
    (r"(?:vot|suffrage|franchise|ballot).{0,60}(?:\brac|color|African|Black|freedmen|formerly)", "15", "14 24"),
    (r"(?:\brac|color|African|Black|formerly).{0,60}(?:vot|suffrage)", "15", "14 24"),
    (r"(?:wom[ae]n|sex\b|gender).{0,60}(?:vot|suffrage|franchise)|(?:vot|suffrage|franchise).{0,60}(?:wom[ae]n|sex\b|gender)", "19", "14 15"),
    (r"income tax|tax(?:es)? on income", "16", ""),
    (r"direct election|elect(?:ion)? (?:of )?(?:U\.S\. )?senators|senators (?:be|to be|are|were)", "17", ""),
    (r"alcohol|liquor|prohibition\b(?! (?:on|of|against))", "18 21", ""),
    (r"poll tax", "24", "14 15"),
    (r"(?:eighteen|18)(?:-year|\b.{0,20}vot)|vot.{0,40}(?:eighteen|\b18\b)|voting age", "26", "14 15"),
    (r"District of Columbia|Washington, D\.?C", "23", ""),
    (r"two(?:-term| terms| four-year| elected terms)|term limit|limit.{0,30}president", "22", ""),
    ((r"presidential (?:disability|succession)|vacancy in the (?:office of )?(?:the )?vice|disab.{0,30}president"
     r"|president.{0,40}(?:disab|incapacit|unable)|line of succession"), "25", "12 20"),
    (r"reserve|not (?:explicitly |expressly |specifically )?(?:delegated|granted|given|enumerated|assigned)|powers? (?:to|of) (?:the )?states", "10", "9 11"),
    (r"not (?:listed|specified|specifically)|unenumerated", "9", "10"),
    (r"running mate|separate (?:votes|ballots)|electoral vote|electors", "12 23", "14 20"),
    (r"inaugurat|lame duck|January 20", "20", ""),
    (r"(?:congressional|salar|pay\b).{0,30}(?:raise|increase|salar|pay\b|Congress)", "27", ""),
    (r"suits? against (?:a )?states?|sued in federal court|sovereign immunity", "11", "10"),
)  # fmt: skip

_CARRIED = frozenset(range(1, 9))
"""Amendments whose rights the Fourteenth carries over to the states."""


def _numbers(text: str) -> frozenset[int]:
    return frozenset(map(int, text.split()))


_COMPILED = tuple(
    (re.compile(pattern, re.IGNORECASE), _numbers(own), _numbers(own) | _numbers(near))
    for pattern, own, near in _SIGNS
)


def may_hold(text: str) -> frozenset[int] | None:
    """The numbers of the amendments that `text` may speak of; None where nothing in it tells."""
    found = [wide for pattern, _, wide in _COMPILED if pattern.search(text)]
    if not found:
        return None
    every = frozenset[int]().union(*found)
    return every | {14} if every & _CARRIED else every


def holds(number: int, text: str) -> bool:
    """Whether what tells in `text` speaks for the amendment of that number: one sign at least speaks
    for it alone or first, and none for others only."""
    found = [(own, wide) for pattern, own, wide in _COMPILED if pattern.search(text)]
    if number == 14:
        return any(14 in own for own, _ in found)
    return any(number in own for own, _ in found) and all(number in wide for _, wide in found)
