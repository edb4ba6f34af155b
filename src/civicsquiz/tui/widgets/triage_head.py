"""The line at the top of triage: how far one is, and under it what was done last."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.draft.ledger import Done
from civicsquiz.draft.triage import Triage
from civicsquiz.tui import text
from civicsquiz.tui.widgets.top_line import TopLine

_LEAST = 12
"""So much of the title is worth more than the words of the count."""


class TriageHead(TopLine):
    """The bank's title with the counts, as many words of them as there is room for, and a note."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._said = title
        self._forms: tuple[str, ...] = ("",)
        self._note = Content("")

    def tell(self, triage: Triage, note: Content) -> None:
        """Show how far a sitting is, and say something under it."""
        self._forms = tuple(_forms(triage))
        self._note = note
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        fitting = (form for form in self._forms if len(form) + 2 + _LEAST <= width)
        right = text.styled(next(fitting, ""), text.QUIET)
        first = text.between(text.styled(self._said, text.BOLD), right, width)
        note = text.wrapped(self._note, width) if self._note else []
        return [first, *note, Content("")]


def _forms(triage: Triage) -> list[str]:
    """The count, ever shorter."""
    done = triage.ledger.tally
    accepted, rejected = done[Done.ACCEPTED] + done[Done.EDITED], done[Done.REJECTED]
    if triage.current is None:
        where = f"{triage.ledger.judged} judged"
    else:
        where = f"{triage.ledger.judged + 1} of {triage.ledger.judged + triage.left}"
    skipped = f" · {triage.skipped} skipped" if triage.skipped else ""
    return [
        f"{where} · {accepted} accepted · {rejected} rejected{skipped}",
        f"{where} · {accepted} ✓ · {rejected} ✗{skipped}",
        f"{where} · {accepted} ✓ · {rejected} ✗",
        where,
    ]
