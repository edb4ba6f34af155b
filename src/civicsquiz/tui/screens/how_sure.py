"""How sure one was, and how that went: marks by certainty of a test, and calibration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.record.certainty import Certainty
from civicsquiz.report import words
from civicsquiz.report.calibration import Calibration, calibrate
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.statistics import CalibrationPlot
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.study.certainty import Marked
    from civicsquiz.study.session import Outcome

_SCHEME = (
    "Right: 1, 2 or 3 points, the surer you said you were the more. Wrong: 0, −2 or −6. Where you said "
    "nothing it counts as a guess."
)
_ROOMY = 16
"""With so many rows the plot has room for the words of each level."""
_NOTHING = 0.0005
"""A bonus smaller than this is none."""


class HowSureScreen(PageScreen[None]):
    """Over `outcomes` under the `title` of their session; `marked` is what a test came to by certainty,
    None where certainty gives no marks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("escape", "leave", "back", key_display="Esc", tooltip="Back to the results"),
        Binding("q,c,b,enter", "leave", "back", show=False),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, outcomes: Sequence[Outcome], marked: Marked | None) -> None:
        super().__init__()
        self._title = title
        self._marked = marked
        answers = [(one.raw, one.certainty) for one in outcomes if one.response]
        self._calibration = calibrate(answers)

    def head(self) -> TopLine:
        return TopLine(self._title, "How sure you were")

    def body(self) -> Iterable[Widget]:
        if self._marked:
            yield Marks(self._marked)
            yield Prose(_SCHEME, classes="quiet")
        yield CalibrationPlot(self._calibration)
        yield Levels(self._calibration)

    def on_mount(self) -> None:
        self.back_to_top()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.more_below if action == "read_on" else True

    def action_read_on(self) -> None:
        self.action_scroll_page(1)
        self.call_after_refresh(self.refresh_bindings)

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        self.app.pop_screen()


class Levels(Lines):
    """What came of each certainty, in words, where the plot has no room for them."""

    def __init__(self, told: Calibration) -> None:
        super().__init__()
        self._told = told

    def lines(self, width: int, rows: int) -> list[Content]:
        if not self._told.said.n or (width >= text.NARROW and rows >= _ROOMY):
            return []
        lines = []
        for level in self._told.levels:
            name = Certainty(level.certainty).words
            lead = text.styled(f"{name.capitalize()}: ", text.BOLD)
            lines += [Content(""), *text.wrapped(lead + Content(words.judged(level, name)), width)]
        return lines


class Marks(Lines):
    """The points of a test, and what is known by them."""

    def __init__(self, marked: Marked) -> None:
        super().__init__(classes="marks")
        self._marked = marked

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        told = self._marked
        most = 3 * told.asked
        head = text.styled(f"{signed(told.total)} of {most} points", text.BOLD)
        mean = text.styled(f"   {signed(told.mean, 2)} a question, from −6 to 3", text.QUIET)
        right = f"{words.percent(told.accuracy)} right"
        if abs(told.bonus) < _NOTHING:
            known = f"{right}, and judged as well as one certainty for all would."
        else:
            why = (
                "judging well how sure you were"
                if told.bonus > 0
                else "being sure of what was wrong"
            )
            sign = "and" if told.bonus > 0 else "less"
            share = words.percent(abs(told.bonus))
            known = f"{right}, {sign} {share} for {why}: {percent(told.adjusted)} in all."
        return [*text.wrapped(head + mean, width), *text.wrapped(known, width)]


def signed(points: float, places: int = 1) -> str:
    """Points as they are read, with a real minus: "−2", "1.5"."""
    return f"{round(points, places):g}".replace("-", "−")


def percent(share: float) -> str:
    """A share that can be below 0."""
    return words.percent(share) if share >= 0 else f"−{words.percent(-share)}"
