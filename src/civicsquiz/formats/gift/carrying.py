"""What of a question GIFT can carry: each text made fit to be written, and a `Loss` where that changed it."""

from __future__ import annotations

import re

from civicsquiz.formats.gift.escapes import SPACE, escaped
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Form, Text

_NUL = "\0"
_PLACEHOLDER = re.compile(r"&&(?:0(?:92|58|35|61)|12[356]);|&&010")
"""What Moodle itself puts in the place of an escaped character while it reads."""


class LeftOut(Exception):
    """A question that cannot be written; `str()` of it says why."""


class Carrier:
    """Makes the texts of one question fit, and collects in `losses` what that cost."""

    def __init__(self, item: str) -> None:
        self._item = item
        self.losses: list[Loss] = []

    def lose(self, field: str, told: str) -> None:
        """Notes a loss, once for each field and sentence."""
        loss = Loss(self._item, field, told)
        if loss not in self.losses:
            self.losses.append(loss)

    def fit(self, value: str, field: str) -> str:
        """The text as it will be read again, before its escapes."""
        if _NUL in value:
            self.lose(field, "NUL characters were left out: Moodle reads nothing after one")
            value = value.replace(_NUL, "")
        if "\r" in value:
            self.lose(field, "carriage returns became line breaks")
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        trimmed = value.strip(SPACE)
        if trimmed != value:
            self.lose(field, "white space at its beginning or end was left out")
        if "&&" in trimmed and _PLACEHOLDER.search(trimmed):
            self.lose(
                field, "Moodle reads &&058; and its like as the character that they stand for there"
            )
        return trimmed

    def plain(self, value: str, field: str) -> str:
        """A text that has no form of its own."""
        return escaped(self.fit(value, field))

    def formed(self, text: Text, field: str, unsaid: Form | None, signs: str = "[") -> str:
        """A text with its form before it where that is not the one that goes without saying, or where
        the text begins with a sign that would be taken for more than text."""
        value = self.fit(text.value, field)
        if unsaid is None or (
            value and (text.form is not unsaid or value.startswith(tuple(signs)))
        ):
            return f"[{text.form.value}]{escaped(value)}"
        return escaped(value)
