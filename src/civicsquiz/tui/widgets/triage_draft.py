"""A draft to be judged: the question, its passage, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from civicsquiz.tui import text
from civicsquiz.tui.answered import passages
from civicsquiz.tui.answered.folding import Folding
from civicsquiz.tui.widgets.lines import Lines
from civicsquiz.tui.widgets.triage_beside import beside
from civicsquiz.tui.widgets.triage_flaws import flaw_lines
from civicsquiz.tui.widgets.triage_question import answers
from civicsquiz.tui.widgets.triage_shown import Shown

BESIDE = 112
"""From so many cells on, the article stands beside the question."""
_GAP = 5
_BAR = "┃"
_WHOLE = Folding(0)
_WARNING = "bold $warning"
_AROUND = (16, 12, 9, 6)


def link(told: str, action: str, style: str = text.ACCENT) -> Content:
    """Words that can be clicked: `action` is one of the screen's."""
    linked = Style.from_meta({"@click": f"screen.{action}"})
    return text.styled(told, style).stylize(linked)


_OPENS = Content("  ") + link("o opens the article here", "open_source")


class Draft(Lines):
    """Folded no further than the rows that there are ask for; `whole` unfolds all."""

    shown: reactive[Shown | None] = reactive(None, layout=True)
    whole: reactive[bool] = reactive(False, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self._set: tuple[object, list[Content], int] | None = None

    def watch_shown(self) -> None:
        self.whole = False

    @property
    def folded(self) -> bool:
        """Whether something is folded away that `whole` would show."""
        return self._set is not None and self._set[2] > 0

    async def on_click(self, event: events.Click) -> None:
        """A click on a passage opens the article there."""
        at = event.get_content_offset(self)
        lines = self._set[1] if self._set else []
        if at is not None and at.y < len(lines) and _BAR in lines[at.y].plain[: at.x + 1]:
            await self.run_action("screen.open_source")

    def lines(self, width: int, rows: int) -> list[Content]:
        """Asked several times for each frame: kept as long as nothing changes."""
        if self.shown is None:
            return []
        wanted = (self.shown, self.whole, width, rows)
        if self._set is None or self._set[0] != wanted:
            self._set = wanted, *self._fitting(self.shown, width, rows)
        return self._set[1]

    def _fitting(self, shown: Shown, width: int, rows: int) -> tuple[list[Content], int]:
        if width >= BESIDE:
            return _side_by_side(shown, width, rows), 0
        steps = _folds(shown)
        lines: list[Content] = []
        for step, fold in enumerate(steps[:1] if self.whole else steps):
            lines = list(_page(shown, width, fold))
            if len(lines) <= rows:
                more = len(lines) < rows and bool(shown.stops)
                return ([*lines, _OPENS] if more else lines), step
        return lines, 0 if self.whole else len(steps) - 1


@dataclass(frozen=True, slots=True)
class _Fold:
    """How far all is folded: the `passages` as after an answer, the `findings` to one line each, and
    where that is not enough no empty lines. What a student will be told is never cut. A passage that
    is only proposed has so many rows for itself and what stands `around` it; 0 is for itself alone."""

    passages: Folding = _WHOLE
    findings: bool = False
    around: int = 0
    tight: bool = False


class Passages(Lines):
    """The passages of a draft alone, to be looked at while it is edited."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        return _passages(self._shown, width, _Fold())


def _folds(shown: Shown) -> list[_Fold]:
    """Ever more folded away."""
    proving = len(passages.proving(shown.feedback))
    fewer = [Folding(6, number) for number in range(proving - 1, 0, -1)]
    around = _AROUND if shown.proposed and shown.stops else ()
    return [
        *(_Fold(around=rows) for rows in around),
        *(
            _Fold(findings=True, around=rows, tight=tight)
            for tight in (False, True)
            for rows in around
        ),
        _Fold(),
        _Fold(Folding(5)),
        _Fold(Folding(5), findings=True),
        _Fold(Folding(5), findings=True, tight=True),
        *(_Fold(one, findings=True, tight=True) for one in fewer),
    ]


def _page(shown: Shown, width: int, fold: _Fold) -> Iterator[Content]:
    """Everything one under the other."""
    parts = [
        _question(shown, width, fold),
        _reasons(shown, width),
        _passages(shown, width, fold),
        flaw_lines(shown.flaws, width, brief=fold.findings),
    ]
    first = True
    for part in parts:
        if part:
            yield from [] if first or fold.tight else [Content("")]
            yield from part
            first = False


def _question(shown: Shown, width: int, fold: _Fold) -> list[Content]:
    blank = [] if fold.tight else [Content("")]
    state = text.wrapped(text.styled(shown.state, _WARNING), width) if shown.state else []
    stem = text.wrapped(text.styled(shown.question.item.stem, text.BOLD), width)
    told = answers(shown.question, width)
    return [*state, *(blank if state else []), *stem, *blank, *told]


def _reasons(shown: Shown, width: int) -> list[Content]:
    """How the source holds the claim, why the key is right, and what a passage says in plain words."""
    told, item = shown.feedback, shown.question.item
    standing = " · ".join(word for word in (told.stance, told.accuracy, told.as_of) if word)
    lines = text.hang(text.styled("Stance  ", text.QUIET), standing, width)
    further = (
        ("Why     ", told.rationale),
        ("Because ", told.because),
        *(("Plain   ", one.plain) for one in told.passages if one.plain),
        ("Not in the article: ", told.background),
        *(("Hint    ", hint) for hint in item.hints),
    )
    for lead, words in further:
        if words:
            lines += text.hang(text.styled(lead, text.QUIET), words, width)
    return lines


def _passages(shown: Shown, width: int, fold: _Fold) -> list[Content]:
    if fold.around:
        return [*_heading(shown, width), *beside(shown.feedback, shown.stops, width, fold.around)]
    bare = replace(shown.feedback, stance="", accuracy="", as_of="")
    parts = passages.evidence(bare, width, fold.passages, plain=False)
    lines = _heading(shown, width)
    for at, part in enumerate(parts):
        lines += [*([Content("")] if at and not fold.tight else []), *part]
    return lines


def _heading(shown: Shown, width: int) -> list[Content]:
    if not shown.proposed:
        return []
    lines = text.wrapped(text.styled(shown.proposed, text.BOLD), width)
    if shown.share:
        style = _WARNING if shown.over else text.QUIET
        lines += text.wrapped(text.styled(shown.share, style), width)
    return lines


def _side_by_side(shown: Shown, width: int, rows: int) -> list[Content]:
    """The question at the left, its article at the right, a line between them."""
    room = (width - _GAP) // 2
    left = [*_question(shown, room, _Fold()), Content(""), *_reasons(shown, room)]
    if shown.flaws:
        left += [Content(""), *flaw_lines(shown.flaws, room)]
    height = max(len(left), rows - 1)
    right = [*_heading(shown, room)]
    right += beside(shown.feedback, shown.stops, room, height - len(right) - 1)
    right += [_OPENS] if shown.stops else []
    rule = text.styled("  │  ", text.RULE)
    return [
        _at(left, row).pad_right(max(0, room - _at(left, row).cell_length)) + rule + _at(right, row)
        for row in range(max(len(left), len(right)))
    ]


def _at(lines: Sequence[Content], row: int) -> Content:
    return lines[row] if row < len(lines) else Content("")
