"""The forms in which somebody may type what an option says, where these can all be told.

A form is told by the kind of thing that all options of an item are: numbers, numbered parts of a
law, cases, states, people. What has synonyms (a right, an idea, an office, an institution) is of no kind here:
a right answer in other words would be marked wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

Forms = tuple[str, ...]

_PARTY = r"United States|[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*"
_CASE = re.compile(rf"(?P<one>{_PARTY}) v\.? (?P<other>{_PARTY})")
_STATES = dict(
    pair.split("=")
    for pair in (
        "alabama=AL alaska=AK arizona=AZ arkansas=AR california=CA colorado=CO connecticut=CT "
        "delaware=DE florida=FL georgia=GA hawaii=HI idaho=ID illinois=IL indiana=IN iowa=IA "
        "kansas=KS kentucky=KY louisiana=LA maine=ME maryland=MD massachusetts=MA michigan=MI "
        "minnesota=MN mississippi=MS missouri=MO montana=MT nebraska=NE nevada=NV "
        "new_hampshire=NH new_jersey=NJ new_mexico=NM new_york=NY north_carolina=NC "
        "north_dakota=ND ohio=OH oklahoma=OK oregon=OR pennsylvania=PA rhode_island=RI "
        "south_carolina=SC south_dakota=SD tennessee=TN texas=TX utah=UT vermont=VT virginia=VA "
        "washington=WA west_virginia=WV wisconsin=WI wyoming=WY"
    ).split()
)
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five "
    "twenty-six twenty-seven"
).split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh"
).split()
_ROMAN = (
    "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv "
    "xxvi xxvii"
).split()
_PARTS = frozenset("amendment article section title chapter clause".split())

_TITLES = (
    "Mr", "Ms", "Mrs", "Dr", "President", "Justice", "Chief Justice", "Judge", "Senator",
    "Representative", "Governor", "Secretary", "Secretary of State", "Professor",
)  # fmt: skip
_NAME = re.compile(r"[A-Z][^\W\d_]*(?:['’][A-Z]?[^\W\d_]+)*")
_INITIAL = re.compile(r"[A-Z]\.")
_NO_NAMES = frozenset(
    "administration agency american americans amnesty army assembly association bank bar board bureau "
    "caucus center central chamber church city civil club coalition college commission committee "
    "company conference congress constitution convention corps council county court courts customs "
    "declaration democratic department district district el federal federalist federation foreign "
    "foundation free general government great group guard high house human immigration institute "
    "international iron islands joint judiciary justice justices kingdom las league legal library los "
    "military ministry national navy nations new news north office organization parliament party "
    "people police post press prison puerto republic republican review rights saint san santa school "
    "secret security senate senators service sierra society south state states supreme the times "
    "treasury tribunal union united university war watch west white world".split()
)
"""Words of institutions and places, and no names of people."""


def numbered(options: list[str]) -> list[Forms] | None:
    """“Eighth Amendment”, “Article II”: the number in words, digits and Roman numerals, also alone
    where the options differ in nothing else."""
    parts = [_part(option) for option in options]
    told = [part for part in parts if part is not None]
    if len(told) != len(options) or len({word for word, _ in told}) != 1:
        return None
    return [tuple(_as_part(word, at)) for word, at in told]


def _part(text: str) -> tuple[str, int] | None:
    """A part of a law and its number less 1."""
    words = text.removeprefix("The ").removeprefix("the ").split()
    if len(words) != 2:
        return None
    first, second = (word.casefold() for word in words)
    if second in _PARTS:
        named = first if first in _ORDINALS else None
        digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", first)
        at = _ORDINALS.index(named) if named else int(digits[1]) - 1 if digits else -1
        return (second, at) if 0 <= at < len(_ORDINALS) else None
    if first in _PARTS:
        for numerals in (_ROMAN, _CARDINALS):
            if second in numerals:
                return first, numerals.index(second)
        if re.fullmatch(r"[1-9]\d?", second) and int(second) <= len(_ROMAN):
            return first, int(second) - 1
    return None


def _as_part(word: str, at: int) -> Iterator[str]:
    before = (_ORDINALS[at], _nth(at + 1))
    behind = (_ROMAN[at], str(at + 1), _CARDINALS[at])
    for numeral in before:
        yield from (f"{numeral} {word}", numeral)
    for numeral in behind:
        yield from (f"{word} {numeral}", numeral)
    if word == "amendment":
        yield from (f"{numeral} amend" for numeral in before)


def _nth(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def cases(options: list[str]) -> list[Forms] | None:
    """“Estelle v. Gamble”: with any way of writing “versus”, or by one party that no other option
    names; never by the United States, which is a party to a thousand cases. Parties of several words
    are shortened in too many ways."""
    found = [_CASE.fullmatch(option) for option in options]
    sides = [(one["one"], one["other"]) for one in found if one]
    if len(sides) != len(options):
        return None
    parties = [party for pair in sides for party in pair]
    return [tuple(dict.fromkeys(_as_case(one, other, parties))) for one, other in sides]


def _as_case(one: str, other: str, parties: list[str]) -> Iterator[str]:
    for first, second in product(*(_party(party) for party in (one, other))):
        for sign in ("v. ", "vs. ", "versus ", "against ", "and ", ""):
            yield f"{first} {sign}{second}"
    for party in (one, other):
        if parties.count(party) == 1 and party != "United States":
            yield from (party, f"{party} case", f"{party} ruling", f"{party} decision")


def _party(party: str) -> Forms:
    return (party, "U.S.", "USA") if party == "United States" else (party,)


def states(options: list[str]) -> list[Forms] | None:
    """States of the United States, also by the two letters of the post, and shortened as far as no
    other state begins so (“Calif.”)."""
    letters = [_STATES.get(option.casefold().replace(" ", "_"), "") for option in options]
    if not all(letters):
        return None
    return [
        (option, short, f"State of {option}", f"{option} State", *_shortened(option))
        for option, short in zip(options, letters, strict=True)
    ]


def _shortened(option: str) -> Iterator[str]:
    first, _, second = option.partition(" ")
    if second:  # “N. Carolina”
        yield f"{first[0]}. {second}"
        return
    for end in range(4, len(option)):
        begin = option[:end].casefold()
        if sum(name.startswith(begin) for name in _STATES) == 1:
            yield option[:end]


def people(options: list[str]) -> list[Forms] | None:
    """People, each with a first and a last name: also by the last name alone, which no two share,
    and with a title. Double last names are left out: to know one is not to know all of it."""
    names = [_name(option) for option in options]
    told = [name for name in names if name is not None]
    last = [words[-1].casefold() for words in told]
    if len(told) != len(options) or any(
        name in {word.casefold() for word in words}
        for at, name in enumerate(last)
        for words in (*told[:at], *told[at + 1 :])
    ):
        return None
    return [tuple(dict.fromkeys(_called(words))) for words in told]


def _name(text: str) -> list[str] | None:
    words = text.split()
    if not 2 <= len(words) <= 4 or not _NAME.fullmatch(words[-1]) or len(words[-1]) < 2:
        return None
    if not all(_NAME.fullmatch(word) or _INITIAL.fullmatch(word) for word in words):
        return None
    return None if _NO_NAMES & {word.casefold() for word in words} else words


def _called(words: list[str]) -> Iterator[str]:
    *first, last = words
    given = [word for word in first if not _INITIAL.fullmatch(word)]
    full = [
        " ".join(name) for name in (words, [*given, last], [*given[:1], last], [*given[-1:], last])
    ]
    for name in (last, *full, f"{first[0][0]}. {last}", f"{last}, {' '.join(first)}"):
        yield from _spelled(name, last)
    for title, name in product(_TITLES, (last, *full)):
        yield f"{title} {name}"


def _spelled(name: str, last: str) -> Iterator[str]:
    """A name, and with the doubled letters of the last name written once: “Osof” is known."""
    yield name
    doubles = [found.start() for found in re.finditer(r"(.)\1", last)][:3]
    for kept in product((True, False), repeat=len(doubles)):
        dropped = {at for at, keep in zip(doubles, kept, strict=True) if not keep}
        yield name.replace(last, "".join(c for at, c in enumerate(last) if at not in dropped))
