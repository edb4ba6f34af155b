"""Words with what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from civicsquiz.bank.models import Term
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines


class Entries(Lines):
    """Terms in bold, each with its entry, an empty line between them."""

    def __init__(
        self,
        terms: Sequence[Term] = (),
        *,
        classes: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(classes=classes, id=id)
        self._terms = tuple(terms)
        self._set: tuple[int, list[Content]] | None = None

    def show(self, terms: Sequence[Term]) -> None:
        """Show other terms."""
        self._terms = tuple(terms)
        self._set = None
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        """Asked several times for each frame, and long: kept for the width."""
        if self._set is None or self._set[0] != width:
            lines: list[Content] = []
            for term in self._terms:
                lead = text.styled(term.term, text.BOLD)
                entry = lead + (Content(f"  {term.entry}") if term.entry else Content(""))
                lines += [*([Content("")] if lines else []), *_indented(entry, width)]
            self._set = width, lines
        return self._set[1]


def _indented(content: Content, width: int) -> list[Content]:
    """Wrapped, all lines but the first set in by two."""
    first, *_ = text.wrapped(content, width)
    plain = content.plain
    at = len(first.plain)
    at += len(plain[at:]) - len(plain[at:].lstrip())
    return [first, *text.hang("  ", content[at:], width)] if plain[at:] else [first]
