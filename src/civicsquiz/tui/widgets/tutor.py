"""What a tutor says while a question is asked: what was tried, hints, and what help costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from civicsquiz.study.tries import price_in_marks
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from civicsquiz.study.coaching import Hint
    from civicsquiz.study.session import Attempt

_BLANK = "____"
_NOT_YET, _PARTLY = "✗ Not yet", "◐ Not yet"


class Tried(Lines):
    """The latest try that was not right, with what can be said of it, and how many came before."""

    def __init__(self) -> None:
        super().__init__()
        self._attempts: tuple[Attempt, ...] = ()

    def show(self, attempts: Sequence[Attempt]) -> None:
        """Show the last of them; nothing where there is none."""
        self._attempts = tuple(attempts)
        self.display = bool(attempts)
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        if not self._attempts:
            return []
        latest = self._attempts[-1]
        said = text.styled(_PARTLY if latest.mark > 0 else _NOT_YET, "bold $warning")
        under = ""
        if width >= text.NARROW:
            said, under = said + Content("   "), " " * (said.cell_length + 3)
            lines = text.hang(said, latest.share, width) if latest.share else []
        else:
            lines = [said, *(text.wrapped(latest.share, width) if latest.share else [])]
        for chosen, why in latest.whys:
            lead = under if lines else said
            lines += text.hang(lead, text.styled(chosen, text.BOLD), width)
            if why:
                lines += text.hang(under, why, width)
        return lines or [said]


class Hints(Lines):
    """The newest hint in full, those before it in a line each; `whole` shows all in full."""

    whole: reactive[bool] = reactive(False, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self.hints: tuple[Hint, ...] = ()

    def show(self, hints: Sequence[Hint]) -> None:
        """Show these; nothing where there is none."""
        if self.hints != tuple(hints):
            self.hints = tuple(hints)
            self.whole = False
        self.display = bool(hints)
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        lines: list[Content] = []
        for number, hint in enumerate(self.hints, 1):
            lead = text.styled(f"Hint {number}   ", f"bold {text.ACCENT}")
            title = lead + text.styled(hint.title, text.BOLD)
            if self.whole or number == len(self.hints):
                lines += [*([Content("")] if lines else []), *_whole(title, hint, width)]
            else:
                told = title + Content(f"   {' '.join(hint.text.split())}").stylize(text.QUIET)
                lines.append(told.truncate(width, ellipsis=True))
        return lines


def _whole(title: Content, hint: Hint, width: int) -> list[Content]:
    """A hint under its title; words of a source are set off like every passage, with where from."""
    lines = text.wrapped(title, width)
    for at, paragraph in enumerate(hint.text.split("\n\n")):
        told = _with_blanks(paragraph)
        if hint.citation:
            gap = [text.barred(Content(""), width)[0]] if at else []
            lines += [*gap, *text.barred(told, width)]
        else:
            lines += [*([Content("")] if at else []), *text.wrapped(told, width)]
    if hint.citation:
        lines += text.hang("  ", text.styled(hint.citation, text.QUIET), width)
    return lines


def _with_blanks(told: str) -> Content:
    """What is masked stands out as something to be filled in."""
    content = Content(told)
    at = told.find(_BLANK)
    while at >= 0:
        content = content.stylize(f"bold {text.ACCENT}", at, at + len(_BLANK))
        at = told.find(_BLANK, at + len(_BLANK))
    return content


def costs(tries: int, left: int, price: float, *, hint: str, look_up: str, looked_up: bool) -> str:
    """What help costs, before it is asked for: of `tries` in all, of which `left` are left, and of the
    mark, the share `price`. `hint` and `look_up` are the keys, empty where there is no such help."""
    marks = price_in_marks(price)
    cost = f"a try and {marks}" if left > 1 else f"{marks}, not this try"
    told = []
    if left == 1 and tries > 1:
        told.append("This is your last try.")
    if hint and look_up and not looked_up:
        told.append(f"{hint} gives a hint, {look_up} looks it up: each costs {cost}.")
    else:
        if hint:
            told.append(f"{hint} gives a hint: it costs {cost}.")
        if look_up:
            paid = " again, which is paid for" if looked_up else f": it costs {cost}"
            told.append(f"{look_up} looks it up{paid}.")
    return " ".join(told)
