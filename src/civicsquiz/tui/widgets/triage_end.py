"""When every draft is judged: what came of it, and what to do next."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.bank.origin import Reason
from civicsquiz.draft.ledger import Done
from civicsquiz.draft.triage import Triage
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines


class Ended(Lines):
    """The summary of a sitting; `bank` is what the shell calls the bank."""

    def __init__(self, triage: Triage, bank: str) -> None:
        super().__init__()
        self._triage = triage
        self._bank = bank

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        done, reasons = self._triage.ledger.tally, self._triage.ledger.reasons
        accepted = done[Done.ACCEPTED] + done[Done.EDITED]
        edited = f", {done[Done.EDITED]} of them edited" if done[Done.EDITED] else ""
        lines = [text.styled("All drafts are judged.", text.BOLD), Content("")]
        lines += text.wrapped(f"✓ {accepted} accepted{edited}", width)
        lines += text.wrapped(f"✗ {done[Done.REJECTED]} rejected", width)
        for reason, times in sorted(reasons.items(), key=lambda one: (-one[1], _at(one[0]))):
            told = text.styled(f"{times} {reason.value.replace('-', ' ')}", text.QUIET)
            lines += text.hang("    ", told, width)
        if without := self._triage.without_passage:
            count = "1 question has" if without == 1 else f"{without} questions have"
            lines += text.wrapped(f"◇ {count} no passage: --source ARTICLE looks for one", width)
        lines += [Content(""), text.styled("Next", text.BOLD)]
        for command, what in (
            ("check", "all that is wrong or weak"),
            ("play", "as a student sees it"),
        ):
            lines += text.hang("  ", f"civicsquiz {command} {self._bank}", width)
            lines += text.hang("      ", text.styled(what, text.QUIET), width)
        return lines


def _at(reason: Reason) -> int:
    return list(Reason).index(reason)
