"""A draft to be judged: the question, its passage, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from civicsquiz.draft.judging import Flaw
from civicsquiz.tui import text
from civicsquiz.tui.answered import passages
from civicsquiz.tui.answered.folding import Folding
from civicsquiz.tui.widgets.lines import Lines
from civicsquiz.tui.widgets.triage_beside import beside
from civicsquiz.tui.widgets.triage_question import answers
from civicsquiz.tui.widgets.triage_shown import Shown

BESIDE = 112
"""From so many cells on, the article stands beside the question."""
_GAP = 5
_STEPS = 5
_WARNING, _ERROR = "bold $warning", "bold $error"


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
        lines: list[Content] = []
        for step in range(1 if self.whole else _STEPS):
            lines = list(_page(shown, width, step))
            if len(lines) <= rows:
                more = len(lines) < rows and bool(shown.stops)
                return ([*lines, _OPENS] if more else lines), step
        return lines, 0 if self.whole else _STEPS - 1


def _page(shown: Shown, width: int, step: int) -> Iterator[Content]:
    """Everything one under the other. Each step folds more away: reasons and findings to one line,
    the passage to its proving words, all passages but the first."""
    parts = [
        _question(shown, width, step),
        _reasons(shown, width, step),
        _passages(shown, width, step),
        _flaws(shown, width, brief=step > 0),
    ]
    blank = [] if step > 3 else [Content("")]
    first = True
    for part in parts:
        if part:
            yield from [] if first else blank
            yield from part
            first = False


def _question(shown: Shown, width: int, step: int) -> list[Content]:
    state = text.wrapped(text.styled(shown.state, _WARNING), width) if shown.state else []
    stem = text.wrapped(text.styled(shown.question.item.stem, text.BOLD), width)
    blank = [] if step > 3 else [Content("")]
    return [*state, *stem, *blank, *answers(shown.question, width, brief=step > 1)]


def _reasons(shown: Shown, width: int, step: int) -> list[Content]:
    """How the source holds the claim, and why the key is right."""
    told, item = shown.feedback, shown.question.item
    standing = " · ".join(word for word in (told.stance, told.accuracy, told.as_of) if word)
    lines = text.hang(text.styled("Stance  ", text.QUIET), standing, width)
    further = (
        ("Why     ", told.rationale),
        ("Because ", told.because),
        ("Not in the article: ", told.background),
        *(("Hint    ", hint) for hint in item.hints),
    )
    for lead, words in further:
        if words:
            said = text.hang(text.styled(lead, text.QUIET), words, width)
            lines += text.clipped(said, 1, width) if step > 0 else said
    return lines


def _passages(shown: Shown, width: int, step: int) -> list[Content]:
    bare = replace(shown.feedback, stance="", accuracy="", as_of="")
    folding = Folding(0) if step < 2 else Folding(5) if step < 4 else Folding(6, 1)
    parts = passages.evidence(bare, width, folding, plain=False)
    lines = _heading(shown, width)
    for at, part in enumerate(parts):
        lines += [*([Content("")] if at and step < 1 else []), *map(_opening, part)]
    return lines


def _opening(line: Content) -> Content:
    """A line of a passage: a click on it opens the article there."""
    return line.stylize(Style.from_meta({"@click": "screen.open_source"}))


def _heading(shown: Shown, width: int) -> list[Content]:
    if not shown.proposed:
        return []
    return text.wrapped(text.styled(shown.proposed, text.BOLD), width)


def _flaws(shown: Shown, width: int, *, brief: bool) -> list[Content]:
    return flaw_lines(shown.flaws, width, brief=brief)


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


def _side_by_side(shown: Shown, width: int, rows: int) -> list[Content]:
    """The question at the left, its article at the right, a line between them."""
    room = (width - _GAP) // 2
    left = [*_question(shown, room, 0), Content(""), *_reasons(shown, room, 0)]
    if shown.flaws:
        left += [Content(""), *_flaws(shown, room, brief=False)]
    height = max(len(left), rows - 1)
    right = [*_heading(shown, room)]
    right += map(_opening, beside(shown.feedback, shown.stops, room, height - len(right) - 1))
    right += [_OPENS] if shown.stops else []
    rule = text.styled("  │  ", text.RULE)
    return [
        _at(left, row).pad_right(max(0, room - _at(left, row).cell_length)) + rule + _at(right, row)
        for row in range(max(len(left), len(right)))
    ]


def _at(lines: Sequence[Content], row: int) -> Content:
    return lines[row] if row < len(lines) else Content("")
