"""Pairing prompts with options: prompts by number, arrow or click, options by letter or click."""

from __future__ import annotations

from string import ascii_lowercase

from textual.binding import Binding
from textual.content import Content

from civicsquiz.study.answering.pairing import letter
from civicsquiz.study.question import Question
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.rows import Row, Rows, hint

_GAP = 3
_PROMPT = len(" ▸ 1b  ")
_OPTION = len("b  ")


class Pairing(Rows):
    """Prompts with numbers and options with letters, side by side where there is room. `pairs` has
    the letter of each prompt that is paired, by its number. The arrows stand on the prompt that the
    next letter belongs to."""

    BINDINGS = [
        Binding("number", "name_keys", "pair", tooltip="Pair by letter, or by a click"),
        *(Binding(one, f"pair('{one}')", f"Pair with {one}", show=False)
          for one in ascii_lowercase if one not in "jk"),
        Binding("j", "pair('j')", "Pair with j", show=False),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "pair('k')", "Pair with k", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.pairs: dict[int, str] = {}

    def show(self, question: Question, text: str) -> None:
        super().show(question, text)
        self.set_reactive(Pairing.highlighted, self._open or 1)

    def take(self, text: str) -> None:
        self.pairs = {int(pair[:-1]): pair[-1] for pair in text.split()}

    @property
    def response_text(self) -> str:
        return " ".join(f"{number}{self.pairs[number]}" for number in sorted(self.pairs))

    @property
    def count(self) -> int:
        return len(self.question.prompts)

    @property
    def letters(self) -> frozenset[str]:
        return frozenset(map(letter, range(1, len(self.question.options) + 1)))

    @property
    def keys(self) -> str:
        return f"a–{letter(len(self.question.options))}"

    @property
    def _open(self) -> int:
        """The next prompt without a letter, from the one under the arrows on; 0 if there is none."""
        numbers = range(1, self.count + 1)
        after = [number for number in numbers if number > self.highlighted]
        return next((number for number in [*after, *numbers] if number not in self.pairs), 0)

    def pick(self, key: str) -> None:
        """A number goes to a prompt, a letter pairs it; the letter that it has opens it again."""
        if key.isdigit():
            self.highlighted = int(key)
        elif self.pairs.get(self.highlighted) == key:
            self._open_again(self.highlighted)
        else:
            self.pairs.pop(self.highlighted, None)  # what is paired last is taken back first
            self.pairs[self.highlighted] = key
            self._go_to(self._open or self.highlighted)

    def action_pair(self, key: str) -> None:
        self.pick(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return parameters[0] in self.letters if action == "pair" else True

    @property
    def can_take_back(self) -> bool:
        return bool(self.pairs)

    def take_back(self) -> None:
        """Open the prompt under the arrows, or where that is open the one that was paired last."""
        here = self.highlighted
        self._open_again(here if here in self.pairs else list(self.pairs)[-1])

    def _open_again(self, number: int) -> None:
        del self.pairs[number]
        self._go_to(number)

    def _go_to(self, number: int) -> None:
        self.highlighted = number
        self.stepped()

    def in_sight(self, rows: list[Row], key: str) -> tuple[int, int]:
        """With a prompt as many of the options as there is room for."""
        first, last = super().in_sight(rows, key)
        if last < first:
            return first, last
        return first, max(last, min(len(rows), first + self._room) - 1)

    def draw(self, width: int, rows: int) -> list[Row]:  # noqa: ARG002
        if width < text.NARROW:
            both = [*self._prompts(width), Row(Content("")), *self._options(width)]
        else:
            left = self._split(width)
            both = _beside(self._prompts(left), self._options(width - left - _GAP), left + _GAP)
        return [*both, *hint(self._told(), width)]

    def _split(self, width: int) -> int:
        """How wide the prompts stand where options stand beside them: so that both take few rows."""
        prompts = [Content(option.text).cell_length for option in self.question.prompts]
        options = [Content(option.text).cell_length for option in self.question.options]

        def height(left: int) -> int:
            right = width - left - _GAP
            return max(
                sum(-(-length // (left - _PROMPT - 2)) for length in prompts),
                sum(-(-length // (right - _OPTION - 2)) for length in options),
            )

        return min(range(24, width - 24, 4), key=lambda left: (height(left), abs(2 * left - width)))

    def _prompts(self, width: int) -> list[Row]:
        shown: list[Row] = []
        for number, prompt in enumerate(self.question.prompts, 1):
            key = text.styled(f"{self.pairs.get(number, ' ')}  ", text.BOLD)
            lines = text.hang(self.lead(number) + key, prompt.text, width)
            shown += self.numbered(number, lines, width)
        return shown

    def _options(self, width: int) -> list[Row]:
        shown: list[Row] = []
        for at, option in enumerate(self.question.options, 1):
            key = letter(at)
            used = [str(number) for number in sorted(self.pairs) if self.pairs[number] == key]
            told = Content(option.text)
            if used:
                told = told.stylize(text.QUIET) + text.styled(f"  ({', '.join(used)})", text.QUIET)
            lead = text.styled(f"{key}  ", f"bold {text.ACCENT}")
            shown += [Row(line, ((0, key),)) for line in text.hang(lead, told, width)]
        return shown

    def _told(self) -> str:
        here = self.highlighted
        told = f"{len(self.pairs)} of {self.count} paired."
        if here in self.pairs:
            return f"{told} Another letter changes {here}."
        return f"{told} Which letter belongs to {here}?"


def _beside(left: list[Row], right: list[Row], column: int) -> list[Row]:
    """Two blocks of lines side by side, the second from a column on."""
    blank = Row(Content(""))
    shown: list[Row] = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else blank
        two = right[at] if at < len(right) else blank
        gap = " " * max(0, column - one.content.cell_length)
        keys = (*(one.keys or ((0, ""),)), *((begin + column, key) for begin, key in two.keys))
        shown.append(Row(one.content + Content(gap) + two.content, keys))
    return shown
