"""What the quiz and looking back have in common: an explained answer, to be read on and opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.explained import Explained

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome


class ExplainingScreen(PageScreen[None]):
    """Shows an `Explained` over `bank`, whose passages `shelf` opens."""

    WORDS_ALONE: ClassVar[bool] = True
    shelf: Shelf

    @property
    def bank(self) -> Bank:
        """The bank of the question on the screen."""
        raise NotImplementedError

    @property
    def explained_outcome(self) -> Outcome | None:
        """The outcome on the screen, if there is one."""
        return self.query_one(Explained).outcome

    def glossary_texts(self) -> Sequence[str]:
        """All texts that are shown now."""
        outcome = self.explained_outcome
        if outcome is None:
            return ()
        told, question = outcome.feedback, outcome.question
        options = [text for option in question.options for text in (option.text, option.why)]
        return [
            question.item.stem, *(prompt.text for prompt in question.prompts), *options,
            *(chosen.why for chosen in told.chosen), *(chosen.text for chosen in told.answer),
            told.rationale, told.because, told.background,
            *(passage.text for passage in told.passages),
            *(passage.plain for passage in told.passages),
        ]  # fmt: skip

    @property
    def more_to_read(self) -> bool:
        """Whether something is folded away, or stands below."""
        return self.query_one(Explained).folded or self.more_below

    @property
    def has_passages(self) -> bool:
        """Whether there is a passage to be opened: an unproven item has none."""
        outcome = self.explained_outcome
        return outcome is not None and bool(outcome.feedback.passages)

    @property
    def has_plain_words(self) -> bool:
        """Whether a passage on the screen can be had in plain words."""
        outcome = self.explained_outcome
        return outcome is not None and any(one.plain for one in outcome.feedback.passages)

    def action_plain(self) -> None:
        """Show the plain words, or hide them, from here on."""
        explained = self.query_one(Explained)
        explained.plain = not explained.plain
        self.call_after_refresh(self.refresh_bindings)

    def action_read_on(self) -> None:
        """First unfold what was folded away for want of rows, then scroll."""
        explained = self.query_one(Explained)
        if explained.folded:
            explained.whole = True
            self.call_after_refresh(self._scroll_on)
        else:
            self._scroll_on()

    def _scroll_on(self) -> None:
        self.action_scroll_page(1)
        self.call_after_refresh(self.refresh_bindings)

    def action_open_source(self) -> None:
        from civicsquiz.study.reader import by_place, stops_of
        from civicsquiz.tui.answered import in_order
        from civicsquiz.tui.screens.reader import ReaderScreen

        if self.explained_outcome is not None and self.has_passages:
            passages = in_order(self.explained_outcome.feedback)
            stops = stops_of(self.bank, passages, self.shelf)
            in_place = by_place(stops)
            self.app.push_screen(ReaderScreen(in_place, in_place.index(stops[0])))
