"""Rows of a table with options, and a key that names one of them, as rows of our own table.

The key is a letter (`B`), a number (`2`), the text of an option, or several of these. A key that could be
two different options is none: a row without a sure key is no question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from civicsquiz.formats.csv.headings import KEY, OPTION, WRONG, has
from civicsquiz.formats.safe.limits import shortened

_LETTERS = "abcdefghij"
_NAMED = re.compile(r"(?:option|choice|answer)?\s{0,3}([a-j]|[0-9]{1,4})")
_LED = re.compile(r"([a-j]|[0-9]{1,4})[.):]\s{0,9}(\S[\s\S]*)")
_PARTED = re.compile(r"[,;|/&]|\band\b")
_MOST = 50
_CHOICES = frozenset(("multiple choice", "multiple-choice", "mc", "mcq", "single choice"))
"""What other programs call a choice, with one right answer or several."""
_SHARES = Decimal("0.00001")


class Unusable(Exception):
    """A row that is no question; says why."""


def counts_from_zero(keys: Iterable[str]) -> bool:
    """Whether any key of a table is 0: then its numbers do not count from 1."""
    return any(key.strip() == "0" for key in keys)


def listed_in(columns: Sequence[str]) -> str:
    """What a table lists in columns that are not ours: `option`, `wrong`, or nothing."""
    return next((listed for listed in (OPTION, WRONG) if has(columns, listed)), "")


def resolved(cells: Mapping[str, str], listed: str, *, from_zero: bool) -> Mapping[str, str]:
    """The cells of a row under our own names; `listed` is what its table lists.

    Raises:
        Unusable: which option is right cannot be known.
    """
    if listed == OPTION:
        return _with_options(cells, from_zero=from_zero)
    return _with_wrongs(cells) if listed == WRONG else cells


def _with_options(cells: Mapping[str, str], *, from_zero: bool) -> dict[str, str]:
    options = _listed(cells, OPTION)
    if len(options) < 2:
        raise Unusable("it has fewer than two options")
    key = cells.get(KEY, "").strip()
    if not key:
        raise Unusable("which option is right is not said")
    right = _right(key, options, from_zero=from_zero)
    found = {name: cell for name, cell in cells.items() if not name.startswith(f"{OPTION} ")}
    del found[KEY]
    _typed(found)
    share = (Decimal(1) / len(right)).quantize(_SHARES).normalize()
    for number, text in options.items():
        found[f"answer {number}"] = text
        found[f"mark {number}"] = str(share) if number in right else "0"
    return found


def _with_wrongs(cells: Mapping[str, str]) -> dict[str, str]:
    if not cells.get("answer 1", "").strip():
        raise Unusable("which answer is right is not said")
    wrongs = _listed(cells, WRONG)
    found = {name: cell for name, cell in cells.items() if not name.startswith(f"{WRONG} ")}
    _typed(found)
    last = max(_listed(found, "answer"), default=1)
    found.update({f"answer {last + number}": text for number, text in wrongs.items()})
    return found


def _typed(cells: dict[str, str]) -> None:
    if " ".join(cells.get("type", "").lower().split()) in _CHOICES:
        del cells["type"]


def _listed(cells: Mapping[str, str], listed: str) -> dict[int, str]:
    """The texts of a numbered list, by their numbers."""
    found = {
        int(name[len(listed) + 1 :]): cell
        for name, cell in cells.items()
        if name.startswith(f"{listed} ") and name[len(listed) + 1 :].isdigit() and cell.strip()
    }
    return dict(sorted(found.items()))


def _right(key: str, options: Mapping[int, str], *, from_zero: bool) -> set[int]:
    """The numbers of the options that a key names."""
    folded = {number: _folded(text) for number, text in options.items()}
    told = f"its key “{shortened(' '.join(key[:400].split()), 40)}”"
    meant = _meant(key, folded, from_zero=from_zero)
    if len(meant) == 1:
        return meant
    if meant:
        raise Unusable(f"{told} could be more than one of its options")
    parts = [part for part in _PARTED.split(key[:2000], _MOST) if part.strip()]
    found = [_meant(part, folded, from_zero=from_zero) for part in parts]
    if len(parts) < 2 or any(len(one) != 1 for one in found):
        raise Unusable(f"{told} is none of its options")
    return set().union(*found)


def _meant(key: str, folded: Mapping[int, str], *, from_zero: bool) -> set[int]:
    """The numbers of all options that a text could mean."""
    wanted = _folded(key)
    found = {number for number, text in folded.items() if text == wanted}
    if sign := _NAMED.fullmatch(wanted.strip(" ().:[]")):
        found.add(_number(sign.group(1), from_zero=from_zero))
    elif (led := _LED.fullmatch(wanted)) and not found:
        number = _number(led.group(1), from_zero=from_zero)
        if folded.get(number, "") == led.group(2):
            found.add(number)
    return found & folded.keys()


def _number(sign: str, *, from_zero: bool) -> int:
    if sign in _LETTERS:
        return _LETTERS.index(sign) + 1
    return 0 if from_zero else int(sign)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
