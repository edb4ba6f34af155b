"""What a learner can set, in one TOML file; docs/review.md explains every key.

All keys are optional, and without a file everything is as below. Nothing is guessed: a key that is
not known, or a value that cannot be, is an error with its place and its mend.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from civicsquiz.errors import FileError
from civicsquiz.record.cards import AGAIN, EASY, GOOD, HARD
from civicsquiz.record.memory import LONGEST_INTERVAL

RATINGS = {"again": AGAIN, "hard": HARD, "good": GOOD, "easy": EASY}
"""The ratings as they are written in the file."""


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """`[review]`: how often and how much.

    `retention` is the probability of recall at which an item is due. A leech is an item that has
    lapsed `leech_lapses` times. With `type_known_choices` a choice item that is known is asked as
    `short`, where its key allows. `weights` are the 21 of FSRS-6; empty are its own.
    """

    retention: float = 0.9
    new_per_day: int = 20
    reviews_per_day: int = 200
    leech_lapses: int = 8
    longest_interval: int = LONGEST_INTERVAL
    fuzz: bool = False
    type_known_choices: bool = True
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingRules:
    """`[rating]`: the table from which `study.rating` has its ratings.

    From a mark of `partial_from` on, what is not all right is rated `partial`, below it Again. A
    right answer is quick where it took less than `quick_share` of the learner's usual time, which is
    known after `quick_after` right answers.
    """

    partial_from: float = 0.5
    partial: int = HARD
    hint: int = HARD
    second_try: int = HARD
    guess: int = HARD
    right: int = GOOD
    certain_and_quick: int = EASY
    quick_is_easy: bool = True
    quick_share: float = 0.5
    quick_after: int = 20


@dataclass(frozen=True, slots=True)
class CertaintySettings:
    """`[certainty]`: whether one says how sure one is, before each answer."""

    ask: bool = False


@dataclass(frozen=True, slots=True)
class TutorSettings:
    """`[tutor]`: what a try, a hint or a look-up takes off the mark, and after how many misses on a
    topic there is something to read."""

    penalty: float = 1 / 3
    misses_before_reading: int = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set."""

    review: ReviewSettings = ReviewSettings()
    rating: RatingRules = RatingRules()
    certainty: CertaintySettings = CertaintySettings()
    tutor: TutorSettings = TutorSettings()


def load(path: Path) -> Settings:
    """The settings in a file, or the defaults where there is none.

    Raises:
        FileError: it cannot be read or is no TOML, or a section, key or value in it cannot be.
    """
    try:
        path.stat()
    except FileNotFoundError:
        return Settings()
    except OSError:
        pass  # the reading says why
    from civicsquiz.source.files import decode, read_bytes

    return parse(decode(read_bytes(path), path), path)


def parse(text: str, path: Path) -> Settings:
    """The settings in the text of a file; `path` is for its errors.

    Raises:
        FileError: as for `load`.
    """
    file = _File(path, text)
    sections: dict[str, Any] = {}
    for name, table in file.read().items():
        if name not in _SECTIONS:
            file.refuse(f"there is no section [{name}]", f"there are {_list(_SECTIONS)}", name)
        if not isinstance(table, Mapping):
            file.refuse(f"{name} is a section", f"write [{name}] above its keys", name)
        made, checks = _SECTIONS[name]
        values = {}
        for key, value in table.items():
            if key not in checks:
                problem = f"[{name}] has no key {key}"
                file.refuse(problem, f"it has {_list(checks)}", name, key)
            try:
                values[key] = checks[key](value)
            except ValueError as error:
                file.refuse(f"{name}.{key} cannot be that", str(error), name, key)
        sections[name] = made(**values)
    return Settings(**sections)


_Check = Callable[[Any], Any]
"""Gives back the value as the settings hold it, or raises ValueError with what would do."""


def _number(least: float, most: float) -> _Check:
    def check(value: Any) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not least <= value <= most:
            raise ValueError(f"write a number from {least} to {most}")
        return float(value)

    return check


def _count(least: int, most: int) -> _Check:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"write a whole number from {least} to {most}")
        return value

    return check


def _switch(value: Any) -> bool:
    if value is not True and value is not False:
        raise ValueError("write true or false")
    return value


def _rating(value: Any) -> int:
    if not isinstance(value, str) or value not in RATINGS:
        raise ValueError("write " + ", ".join(f'"{name}"' for name in RATINGS))
    return RATINGS[value]


def _weights(value: Any) -> tuple[float, ...]:
    if value == []:
        return ()
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 21 or any(
        isinstance(one, bool) or not isinstance(one, int | float) or not math.isfinite(one)
        for one in numbers
    ):
        raise ValueError("write the 21 numbers of FSRS-6, or leave it out")
    from civicsquiz.study.scheduling import check_weights

    try:
        check_weights(numbers)
    except ValueError as error:
        raise ValueError(" ".join(str(error).split())) from None
    return tuple(float(one) for one in numbers)


_SECTIONS: dict[str, tuple[Callable[..., Any], dict[str, _Check]]] = {
    "review": (
        ReviewSettings,
        {
            "retention": _number(0.7, 0.99),  # as Anki allows
            "new_per_day": _count(0, 9999),
            "reviews_per_day": _count(0, 9999),
            "leech_lapses": _count(1, 99),
            "longest_interval": _count(1, LONGEST_INTERVAL),
            "fuzz": _switch,
            "type_known_choices": _switch,
            "weights": _weights,
        },
    ),
    "rating": (
        RatingRules,
        {
            "partial_from": _number(0, 1),
            "partial": _rating,
            "hint": _rating,
            "second_try": _rating,
            "guess": _rating,
            "right": _rating,
            "certain_and_quick": _rating,
            "quick_is_easy": _switch,
            "quick_share": _number(0, 1),
            "quick_after": _count(1, 1000),
        },
    ),
    "certainty": (CertaintySettings, {"ask": _switch}),
    "tutor": (
        TutorSettings,
        {"penalty": _number(0, 1), "misses_before_reading": _count(1, 99)},
    ),
}


def keys() -> dict[str, tuple[str, ...]]:
    """The keys that there are, by section."""
    return {name: tuple(checks) for name, (_, checks) in _SECTIONS.items()}


def _list(names: Mapping[str, Any]) -> str:
    return ", ".join(names)


_HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"\s*([\w.-]+|\"[^\"]*\"|'[^']*')\s*=")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")


class _File:
    """The text of the file, which knows its own lines."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def read(self) -> dict[str, Any]:
        import tomllib

        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise FileError(self.path, "is nested too deeply", "write it flat") from None
        except ValueError as error:  # also a whole number of thousands of digits
            place = _AT.search(str(error))
            problem = _AT.sub("", str(error)).strip()
            line, column = (int(place[1]), int(place[2])) if place and place[1] else (0, 0)
            mend = "write it as docs/review.md shows"
            raise FileError(self.path, f"is no TOML ({problem})", mend, line, column) from None

    def refuse(self, problem: str, mend: str, section: str, key: str = "") -> NoReturn:
        """Raise the error of a section, or of a key in it."""
        line = self._line(section, key)
        raise FileError(self.path, problem, mend, line, 1 if line else 0)

    def _line(self, section: str, key: str) -> int:
        """Where it stands, counted from 1; 0 where it is not found (a table may also be written in
        one line)."""
        here: tuple[str, ...] = ()
        wanted = (section, key) if key else (section,)
        for number, line in enumerate(self.text.split("\n"), 1):
            if header := _HEADER.fullmatch(line):
                here = (_bare(header[1]),)
                if here == wanted:
                    return number
            elif (found := _KEY.match(line)) and (*here, *_bare(found[1]).split(".")) == wanted:
                return number
        return 0


def _bare(name: str) -> str:
    return name.strip("\"'")
