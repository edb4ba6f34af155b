"""One part of a source on its page, with what is quoted of it marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from civicsquiz.source.document import Kind
from civicsquiz.study.opening import Part, within
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines

Span = tuple[int, int]

_HEADINGS = (Kind.TITLE, Kind.HEADING)
_LEFT_OUT = (
    Kind.NAVIGATION, Kind.LINK_LIST, Kind.FUND_RAISING, Kind.RELATED, Kind.CREDIT, Kind.METADATA,
    Kind.REFERENCES, Kind.STUDY_AID,
)  # fmt: skip


class Block(Lines):
    """The part, with a bar beside the lines that are quoted: thin where anything is, thick and in
    the accent's colour beside the passage that one has stopped at."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self._quoted: tuple[Span, ...] = ()
        self._here: tuple[Span, ...] = ()

    def mark(self, quoted: Sequence[Span], here: Sequence[Span]) -> None:
        """Mark spans of the source: all that is `quoted`, and the passage one is `here` for."""
        quoted, here = self._inside(quoted), self._inside(here)
        if (quoted, here) != (self._quoted, self._here):
            self._quoted, self._here = quoted, here
            self.refresh()
        self.display = bool(quoted or here) or self.part.kind not in _LEFT_OUT

    def _inside(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        start = self.part.start
        return within(spans, start, start + len(self.part.text)) if start >= 0 else ()

    @property
    def stopped_at(self) -> bool:
        """Whether the passage that one has stopped at begins or goes on here."""
        return bool(self._here)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        part = self.part
        content = Content(part.text)
        if part.ours:
            told = Content(f"In short: {part.text}").stylize("italic $quiet")
            return text.hang("  ", told, width)
        if part.kind in _HEADINGS:
            content = content.stylize("bold")
        elif part.kind != Kind.BODY and not part.excerpt:
            content = content.stylize(text.QUIET)
        for first, last in self._quoted:
            content = content.stylize("on $panel", first, last)
        for first, last in self._here:
            content = content.stylize("bold on $chosen", first, last)
        lines = [self._bar(span) + line for line, span in _placed(content, width - 2)]
        if part.citation:
            lines += text.hang("  ", text.styled(part.citation, text.QUIET), width)
        return lines

    def _bar(self, span: Span) -> Content:
        """What stands beside a line that has these characters of the part."""
        if within(self._here, *span):
            return text.styled("┃ ", text.ACCENT)
        if within(self._quoted, *span) or self.part.excerpt:
            return text.styled("│ ", text.RULE)
        return Content("  ")

    def line_of_passage(self, width: int) -> int:
        """The line, from 0, on which the passage begins."""
        spans = [span for _, span in _placed(Content(self.part.text), width - 2)]
        lines = (at for at, span in enumerate(spans) if within(self._here, *span))
        return next(lines, 0)


def _placed(content: Content, width: int) -> list[tuple[Content, Span]]:
    """The lines of a text, each with where it stands in it."""
    at = 0
    lines = []
    for line in text.wrapped(content, width):
        start = max(at, content.plain.find(line.plain, at))
        at = start + len(line.plain)
        lines.append((line, (start, at)))
    return lines
