"""Texts of a foreign question made to fit a bank: plain, visible, not too long. What did not fit is kept count of."""

from __future__ import annotations

from civicsquiz.formats import markup
from civicsquiz.formats.portable import Text
from civicsquiz.source.visible import one_line, visible

LONGEST = 4000
"""Characters of a text in a bank (`bank/schema/values.py`)."""
LONGEST_ANSWER = 200
"""Characters of an answer that is typed."""


class NoPlace(Exception):
    """The question has no place in a bank; the text says why, to follow its place in the file."""


class Fit:
    """The texts of one question. `lost` has field and sentence of everything that was left out; `ids` says
    whether the ids of the options are a bank's own."""

    def __init__(self, *, ids: bool = False) -> None:
        self.ids = ids
        self.lost: list[tuple[str, str]] = []

    def lose(self, field: str, told: str) -> None:
        if (field, told) not in self.lost:
            self.lost.append((field, told))

    def text(self, text: Text, field: str) -> str:
        """A text of several lines, cut at a space where it is too long."""
        found = self._plain(text, field)
        if len(found) <= LONGEST:
            return found
        self.lose(field, f"is longer than {LONGEST:,} characters, and is cut")
        return f"{found[: LONGEST - 2].rpartition(' ')[0] or found[: LONGEST - 2]} …"

    def whole(self, text: Text, field: str) -> str:
        """A text that may not be cut.

        Raises:
            NoPlace: it is too long, or nothing is in it.
        """
        found = self._plain(text, field)
        return _checked(found, field, LONGEST)

    def line(self, text: Text, field: str, longest: int = LONGEST) -> str:
        """A text of one line that may not be cut.

        Raises:
            NoPlace: it is too long, or nothing is in it.
        """
        found = self._plain(text, field, flat=True)
        return _checked(found, field, longest)

    def line_or_none(self, text: Text, field: str, longest: int = LONGEST) -> str | None:
        """A text of one line, or None, with the reason among the losses."""
        try:
            return self.line(text, field, longest)
        except NoPlace as reason:
            self.lose(field, f"{reason}; it is left out")
            return None

    def _plain(self, text: Text, field: str, *, flat: bool = False) -> str:
        bare, lost = markup.plain(text)
        for told in lost:
            self.lose(field, f"lost {told}")
        bare = bare.replace("\r\n", "\n").replace("\r", "\n").expandtabs(1)
        if flat and "\n" in bare:
            bare = " ".join(bare.split())
        clean = one_line(bare) if flat else visible(bare)
        if clean != bare:
            self.lose(field, "had control characters, which are shown as signs")
        return clean.strip()


def _checked(found: str, field: str, longest: int) -> str:
    if not found:
        raise NoPlace(f"“{field}” is empty")
    if len(found) > longest:
        raise NoPlace(f"“{field}” is longer than {longest:,} characters")
    return found
