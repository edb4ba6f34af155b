"""Where a word or a number must not be cut."""

from __future__ import annotations

import unicodedata

_BETWEEN_DIGITS = ".,:/'"
_BETWEEN_LETTERS = "-'"


def inside_word(text: str, at: int) -> bool:
    """Whether offset `at` of a folded text stands inside a word or a number.

    "40,000", "3.5", "can't" and "non-citizens" are each in one piece, because to cut them would
    change what is said. "Trump's" may end before its apostrophe, and a range of years at its hyphen.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _in_word(before) and _in_word(after):
        return True
    if _in_word(before):
        follows = text[at + 1 : at + 2]
        if after == "'" and follows == "s" and not _in_word(text[at + 2 : at + 3]):
            return False
        return _joined(before, after, follows)
    if _in_word(after):
        return _joined(text[at - 2 : at - 1] if at > 1 else "", before, after)
    return False


def _joined(left: str, sign: str, right: str) -> bool:
    if left.isdigit() and right.isdigit():
        return sign in _BETWEEN_DIGITS
    if left.isdigit() or right.isdigit():
        return False
    return sign in _BETWEEN_LETTERS and _in_word(left) and _in_word(right)


def _in_word(char: str) -> bool:
    """Letters, digits and what belongs to them: marks, and the joiners inside Persian words."""
    return bool(char) and (
        char.isalnum() or char in "_\u200c\u200d" or unicodedata.category(char)[0] == "M"
    )
