"""What the rules say of an item, below it or beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from civicsquiz.bank.finding import Finding, Severity
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines

_ROWS = 5
"""At most so many rows are taken from the question; `whole` takes what is needed."""


class Findings(Lines):
    """The findings with the lines of the file that they are of, the errors first."""

    def __init__(self, findings: Sequence[Finding], *, name: str = "") -> None:
        super().__init__(id="findings")
        self._findings = sorted(
            findings, key=lambda one: (one.severity is not Severity.ERROR, one.line)
        )
        self._file = name
        self.whole = False

    @property
    def folded(self) -> bool:
        """Whether there is more than is shown."""
        return not self.whole and len(self._all(self.size.width or 76)) > _ROWS

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        found = self._all(width)
        if self.whole or len(found) <= _ROWS:
            return found
        return [*found[: _ROWS - 1], text.styled(f"… {len(self._findings)} in all: w", text.QUIET)]

    def _all(self, width: int) -> list[Content]:
        rule = text.styled("─" * width, text.QUIET)
        if not self._findings:
            return [rule, text.styled("✓ ", "bold $success") + Content("Nothing is wrong with it.")]
        found = [rule]
        for one in self._findings:
            error = one.severity is Severity.ERROR
            sign = text.styled("✗ " if error else "! ", "bold $error" if error else "bold $warning")
            lead = sign + text.styled(f"line {one.line}  {one.code}  ", text.QUIET)
            mend = text.styled(f": {one.mend}", text.QUIET) if one.mend else Content("")
            found += text.hang(lead, Content(one.message) + mend, width)
        return found
