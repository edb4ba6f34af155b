"""How many were right, and by topic as a plot."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.study.session import Mode, Session
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines


class Score(Lines):
    """What a session came to, as far as it has come."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._results = session.results()
        self._tutored = session.mode is Mode.TUTOR
        misses = self._results.misses
        self._later = sum(outcome.raw >= 1 for outcome in misses)
        self._partly = sum(0 < outcome.raw < 1 for outcome in misses)  # help may leave it no marks
        self._open = 0 if session.ended else len(session.unanswered)
        asked = [outcome.question for outcome in session.counted()]
        self._names = {one.item.topic: one.bank.topic_name(one.item.topic) for one in asked}

    def lines(self, width: int, rows: int) -> list[Content]:
        results = self._results
        share = f"{100 * results.mark / results.asked:.0f}%" if results.asked else "–"
        score = text.styled(f"{results.right} of {results.asked} {self._right()}", text.BOLD)
        open_ = "still open" if self._tutored else "still to be answered"
        told = f"   {share}" + (f"   {self._open} {open_}" if self._open else "")
        head = text.wrapped(score + text.styled(told, text.QUIET), width)
        lines = [*head, Content("")]
        names = [self._names[tally.topic] for tally in results.topics]
        cells = 20 if width >= text.NARROW else 8
        longest = min(max((len(name) for name in names), default=0), width - cells - 13)
        for name, tally in zip(names, results.topics, strict=True):
            label = Content(name).truncate(longest, ellipsis=True)
            plot = text.plot(tally.mark / tally.asked, cells)
            told = f"  {tally.right} of {tally.asked}"
            lines.append(label.pad_right(longest - label.cell_length + 2) + plot + Content(told))
        return text.clipped(lines, max(len(head) + 2, rows - 8), width)

    def _right(self) -> str:
        said = "at the first try" if self._tutored else "right"
        later = f", {self._later} later or with help" if self._later else ""
        return said + later + (f", {self._partly} partly" if self._partly else "")
