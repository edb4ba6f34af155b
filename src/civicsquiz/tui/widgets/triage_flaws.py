"""What the rules say of a draft."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from civicsquiz.draft.judging import Flaw
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines

_WARNING, _ERROR = "bold $warning", "bold $error"


def flaw_lines(flaws: Sequence[Flaw], width: int, *, brief: bool = False) -> list[Content]:
    """What the rules say, each with a sign and a word; `brief` gives each one line."""
    lines: list[Content] = []
    for flaw in flaws:
        sign = text.styled("✗ error ", _ERROR) if flaw.error else text.styled("! weak  ", _WARNING)
        lead = sign + text.styled(f"{flaw.code}  ", text.QUIET)
        mend = text.styled(f": {flaw.mend}", text.QUIET) if flaw.mend else Content("")
        said = text.hang(lead, Content(flaw.message) + mend, width)
        lines += text.clipped(said, 1, width) if brief else said
    return lines


class Flaws(Lines):
    """The findings on one field, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._flaws: tuple[Flaw, ...] = ()
        self.display = False

    def show(self, flaws: Sequence[Flaw]) -> None:
        """Show these, and no others."""
        if self._flaws != tuple(flaws):
            self._flaws = tuple(flaws)
            self.display = bool(flaws)
            self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        return flaw_lines(self._flaws, width)
