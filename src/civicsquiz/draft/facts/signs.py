"""By which words a text tells which amendment it speaks of, and so which it does not.

Ours, and made to be wide: a sign names every amendment that could be argued for. Where a text has no
sign, nothing is known, and no question on an amendment is asked.
"""

from __future__ import annotations

import re

_FIRST_EIGHT = (1, 2, 3, 4, 5, 6, 7, 8)

_SIGNS: tuple[tuple[str, tuple[int, ...]], ...] = (
    (r"double jeopardy|twice for the same|twice (?:put )?in jeopardy|tried? (?:someone |a person )?twice|prosecution twice", (5,)),
    (r"self-incriminat|incriminat|remain silent|witness(?:es)? against (?:him|her|them|one)sel", (5,)),
    (r"due process", (5, 14)),
    (r"just compensation|eminent domain|private property", (5, 14)),
    (r"grand jur|indictment", (5,)),
    (r"unreasonable search|searches? and seizure|warrants?\b|probable cause|searche[sd]", (4,)),
    (r"speedy|impartial jur|(?:right|assistance|access)[^.]{0,20} (?:counsel|attorney|lawyer)|assistance of (?:an )?(?:counsel|attorney|lawyer)"
     r"|confront|cross-examin|criminal trials|public trial|present witnesses|criminal prosecution", (6,)),
    (r"civil (?:case|dispute|suit|trial|matter|lawsuit)|questions of fact", (7,)),
    (r"excessive|\bbail\b|\bfines\b|cruel", (8,)),
    (r"bear arms|firearm|\bguns?\b|militia", (2,)),
    (r"quarter(?:ing)? (?:of )?(?:soldiers|troops)|soldiers", (3,)),
    (r"religio|free exercise|freedom of (?:speech|the press|expression|assembly)|free speech|free press|peaceabl|assembl"
     r"|right to petition|petition the|\bspeech\b|freedom of press", (1,)),
    (r"slavery|enslave|\bslaves\b|involuntary servitude", (13,)),
    (r"equal protection|privileges (?:or|and) immunities|born or naturalized|citizenship|birthright", (14,)),
    (r"(?:vot|suffrage|franchise|ballot).{0,60}(?:\brac|color|African|Black|freedmen|formerly)|(?:\brac|color|African|Black|formerly).{0,60}(?:vot|suffrage)", (15, 14)),
    (r"(?:wom[ae]n|sex|gender).{0,60}(?:vot|suffrage|franchise)|(?:vot|suffrage|franchise).{0,60}(?:wom[ae]n|sex\b|gender)", (19,)),
    (r"income tax|tax(?:es)? on income", (16,)),
    (r"direct election|elect(?:ion)? (?:of )?(?:U\.S\. )?senators|senators (?:be|to be|are|were)", (17,)),
    (r"alcohol|liquor|[Pp]rohibition\b(?! (?:on|of|against))", (18, 21)),
    (r"poll tax", (24,)),
    (r"(?:eighteen|18)(?:-year|\b.{0,20}vot)|vot.{0,40}(?:eighteen|\b18\b)|voting age", (26,)),
    (r"District of Columbia|Washington, D\.?C", (23,)),
    (r"two(?:-term| terms| four-year| elected terms)|term limit|limit.{0,30}president", (22,)),
    (r"presidential (?:disability|succession)|vacancy in the (?:office of )?(?:the )?vice|disab.{0,30}president|president.{0,40}(?:disab|incapacit|unable)|line of succession", (25, 20)),
    (r"reserve|not (?:delegated|granted|given|enumerated)|powers? (?:to|of) (?:the )?states", (10, 9)),
    (r"not (?:listed|specified|specifically)|unenumerated", (9, 10)),
    (r"running mate|separate (?:votes|ballots)|electoral vote|electors", (12, 23)),
    (r"inaugurat|lame duck|January 20", (20,)),
    (r"(?:congressional|salar|pay).{0,30}(?:raise|increase|salar|pay|Congress)", (27,)),
    (r"suits? against (?:a )?states?|sued in federal court|sovereign immunity", (11,)),
)  # fmt: skip

_COMPILED = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(numbers)) for pattern, numbers in _SIGNS
)


def may_hold(text: str) -> frozenset[int] | None:
    """The numbers of the amendments that `text` may speak of; None where nothing in it tells."""
    found = [numbers for pattern, numbers in _COMPILED if pattern.search(text)]
    if not found:
        return None
    every = frozenset().union(*found)
    return every | ({14} if every & set(_FIRST_EIGHT) else set())


def holds(number: int, text: str) -> bool:
    """Whether everything in `text` that tells speaks for the amendment of that number."""
    found = [numbers for pattern, numbers in _COMPILED if pattern.search(text)]
    if number == 14:
        return any(14 in numbers for numbers in found)
    return bool(found) and all(number in numbers for numbers in found)
