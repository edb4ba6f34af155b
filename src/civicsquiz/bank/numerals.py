"""Numbers as people type them: “40,000”, “40 000”, “40k”, “forty”, “1.5 million”."""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: value for value, word in enumerate(_SMALL)}
_WORDS.update({word: 10 * tens for tens, word in enumerate(_TENS, 2)})
_WORDS.update(
    {
        f"{ten} {one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_SMALL[1:10], 1)
    }
)
_WORDS.update({"hundred": 100, "a hundred": 100, "a dozen": 12})
_SCALES = {
    "hundred": 2, "k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12,
}  # fmt: skip
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_FIGURES = re.compile(
    r"(?P<sign>[-+−]?) ?[$€£]? ?(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,15})?"
    r"(?P<part>\.\d{1,12})?(?![\d,.])(?: ?(?P<scale>k|m|bn|thousand|million|billion|trillion)\b)?"
)
_SPELLED = re.compile(
    rf"(?:{'|'.join(sorted((word.replace(' ', '[ -]') for word in _WORDS), key=len, reverse=True))})\b"
    r"(?: (?:hundred|thousand|million|billion|trillion)\b)?|a (?:thousand|million|billion)\b"
)
_COMMA_PART = re.compile(r"[-+−]?\d+,\d{1,2}(?!\d)|[-+−]?\d+,\d{4,}")
_POINT_GROUPS = re.compile(r"[-+−]?[1-9]\d{0,2}(?:\.\d{3})+(?!\d)")


class Unclear(ValueError):
    """What was typed is no number, or could be two; the sentence says what to write."""


def read_number(text: str, unit: str = "") -> Decimal:
    """The number in a typed answer, exactly; its unit may follow it.

    Digits may be parted by commas or spaces into groups of three; “k”, “thousand”, “million” and
    the like may follow; numbers up to a hundred may be written in words.

    Raises:
        Unclear: there is none, more than one, or one that could be read in two ways (“1,5”,
            “40.000”); or another unit follows.
    """
    typed = _SPACES.sub(" ", text).strip().casefold().rstrip(".")
    if _COMMA_PART.match(typed):
        raise Unclear(
            f"“{text.strip()}” could mean two things. Write 1.5 for one and a half, 1,500 for thousands."
        )
    if _POINT_GROUPS.match(typed):
        raise Unclear(
            f"“{text.strip()}” could mean two things. Write thousands with a comma, as in 40,000."
        )
    figures, spelled = _FIGURES.match(typed), _SPELLED.match(typed)
    if figures and (figures["whole"] or figures["part"]):
        value, end = _of_figures(figures), figures.end()
    elif spelled:
        value, end = _of_words(spelled[0]), spelled.end()
    else:
        raise Unclear("Type a number, such as 12 or 40,000.")
    rest = typed[end:].strip(" .")
    if rest and not _is_unit(rest, unit):
        raise Unclear(f"Type only the number, in {unit}." if unit else "Type only the number.")
    return value


def _of_figures(found: re.Match[str]) -> Decimal:
    digits = re.sub("[, ]", "", found["whole"] or "0") + (found["part"] or "")
    value = Decimal(digits).scaleb(_SCALES.get(found["scale"] or "", 0))
    return -value if found["sign"] in ("-", "−") and value else value


def _of_words(words: str) -> Decimal:
    *rest, last = words.replace("-", " ").split()
    if last in _SCALES:
        return Decimal(1 if rest in ([], ["a"]) else _WORDS[" ".join(rest)]).scaleb(_SCALES[last])
    return Decimal(_WORDS[" ".join([*rest, last])])


def _is_unit(rest: str, unit: str) -> bool:
    """Whether the words after a number are its unit, in the singular or the plural."""
    known = unit.casefold()
    if known in ("%", "percent", "per cent"):
        return rest in ("%", "percent", "per cent")
    last = known.split()[-1:]
    return rest.removesuffix("s") in {word.removesuffix("s") for word in (known, *last)}


def unmistakable(digits: str) -> str:
    """Digits that `read_number` takes as they are: one more zero where three stand behind the point."""
    return f"{digits}0" if _POINT_GROUPS.fullmatch(digits) else digits


def plain(value: Decimal) -> str:
    """A number's one way of being written down: digits, with no exponent and no zeros behind a
    decimal point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
