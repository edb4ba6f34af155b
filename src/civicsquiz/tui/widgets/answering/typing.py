"""Typing a word or a number into a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.content import Content
from textual.keys import REPLACED_KEYS
from textual.widgets import Input, Static

from civicsquiz.bank.items import Number
from civicsquiz.source.visible import one_line
from civicsquiz.study.answering.manner import LONGEST
from civicsquiz.study.question import Question
from civicsquiz.tui.widgets.answering.answering import Answering
from civicsquiz.tui.widgets.keys_in_order import KeysInOrder


class Field(KeysInOrder, Input):
    """One line of text. Whatever is pasted, nothing that a terminal would obey gets in; Enter is
    the screen's."""

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False)
        self.cursor_blink = False
        del self._bindings.key_to_bindings["enter"]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """A slash is a character too, though Textual does not find it by the name of its key."""
        return key in REPLACED_KEYS or super().check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        """All lines as one, as far as there is room."""
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split()), *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        room = LONGEST - len(self.value) + abs(end - start)
        super().replace(one_line(text)[:room], start, end)


class Typing(Answering):
    """A field, with the unit of a number beside it."""

    TYPED: ClassVar[bool] = True

    def __init__(self) -> None:
        self._field = Field()
        self._unit = Static(markup=False, id="unit")
        self._had_text = self._settled = False
        super().__init__(self._field, self._unit)

    def show(self, question: Question, text: str) -> None:
        item = question.item
        unit = item.unit if isinstance(item, Number) else ""
        self._unit.update(Content(unit))
        self._unit.display = bool(unit)
        self._field.placeholder = (
            "Type a number" if isinstance(item, Number) else "Type your answer"
        )
        with self._field.prevent(Input.Changed):
            self._field.value = text
        self._field.cursor_position = len(text)
        self._had_text = self._settled = bool(text)

    def settle(self) -> None:
        self._settled = True

    def tried(self, texts: Sequence[str]) -> None:
        """Nothing of it is kept in the field: what was wrong would have to be deleted first."""
        if self.response_text in texts:
            with self._field.prevent(Input.Changed):
                self._field.value = ""
            self._had_text = self._settled = False

    @property
    def response_text(self) -> str:
        return self._field.value

    @property
    def target(self) -> Field:
        return self._field

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Told only where there is something after nothing, or the other way round, and at the
        first change to what has been kept."""
        event.stop()
        had_text, self._had_text = self._had_text, bool(self.response_text)
        if self._settled or had_text != self._had_text:
            self._settled = False
            self.changed()
