"""Why a draft is rejected: eight reasons, one key each."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from civicsquiz.bank.origin import Reason
from civicsquiz.tui import text
from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.pick_list import PickList

WORDS = {
    Reason.WRONG_KEY: ("k", "The key is wrong"),
    Reason.OTHER_ANSWER_RIGHT: ("a", "Another answer is right too"),
    Reason.NOT_IMPORTANT: ("n", "Not worth knowing, or not to the point"),
    Reason.UNCLEAR: ("u", "Unclear, or badly worded"),
    Reason.OUT_OF_CONTEXT: ("c", "Not clear without the article"),
    Reason.UNFAIR: ("f", "Unfair to somebody, or teaches an opinion as a fact"),
    Reason.REPEATS: ("d", "Asks what another question asks"),
    Reason.OTHER: ("o", "Something else"),
}
"""Each reason's key and words, in the order shown."""


class _Reasons(PickList):
    """Nothing is picked before somebody has chosen: Enter, pressed once too often, is no reason."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "select" and self.highlighted is None:
            return False
        return super().check_action(action, parameters)


class ReasonsScreen(ModalScreen[Reason | None]):
    """Returns the reason, or None where the draft stays. `remembered` says whether its fact is known,
    so that it will not be drafted again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"pick('{reason.value}')", told, show=False)
            for reason, (key, told) in WORDS.items()
        ),
        Binding("escape", "dismiss(None)", "keep it", key_display="Esc"),
        Binding("q", "dismiss(None)", "keep it", show=False),
    ]

    def __init__(self, *, remembered: bool = True) -> None:
        super().__init__()
        self._remembered = remembered

    def compose(self) -> ComposeResult:
        told = (
            "It will not be drafted again." if self._remembered else "It is taken out of the file."
        )
        with Vertical(classes="window"):
            yield Prose(f"Why does it go? {told}")
            yield _Reasons(
                *(
                    Option(
                        text.styled(f"{key}  ", f"bold {text.ACCENT}") + Content(words), id=reason
                    )
                    for reason, (key, words) in WORDS.items()
                ),
                enter="reject",
            )
            yield KeyLine()

    def on_mount(self) -> None:
        reasons = self.query_one(_Reasons)
        reasons.focus()
        reasons.highlighted = None

    @on(OptionList.OptionHighlighted)
    def _chosen(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.action_pick(str(event.option_id))

    def action_pick(self, reason: str) -> None:
        self.dismiss(Reason(reason))
