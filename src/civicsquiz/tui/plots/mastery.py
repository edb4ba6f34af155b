"""Mastery by topic: a bar for each, of what is known, what is begun, and what is still to come."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.report import words
from civicsquiz.report.mastery import TopicMastery
from civicsquiz.report.tables import topic_names
from civicsquiz.tui import text

_KNOWN, _BEGUN, _OPEN = "━", "┅", "─"


def plot(told: tuple[TopicMastery, ...], width: int, rows: int) -> list[Content]:  # noqa: ARG001
    """A line for each topic, or two where it is narrow; there is no limit to their number."""
    names = topic_names(told)
    narrow = width < text.NARROW
    figures = [_figures(one) for one in told]
    widest = max((len(figure) for figure in figures), default=0)
    room = 0 if narrow else min(max((len(name) for name in names), default=0), width // 2)
    cells = width - room - widest - 4
    lines: list[Content] = []
    for name, one, figure in zip(names, told, figures, strict=True):
        bar, said = _bar(one, cells), text.styled(figure, text.QUIET)
        label = Content(name).truncate(width if narrow else room, ellipsis=True)
        if narrow:
            lines += [label, Content("  ") + bar + Content("  ") + said]
        else:
            lines.append(label.pad_right(room - label.cell_length + 2) + bar + Content("  ") + said)
    return [*lines, Content(""), *_legend(width)]


def _figures(one: TopicMastery) -> str:
    recall = "–" if one.recall is None else words.percent(one.recall)
    return f"{recall:>4}  {one.begun} of {one.items}"


def _bar(one: TopicMastery, cells: int) -> Content:
    begun = round(cells * one.begun / one.items)
    begun = max(begun, 1) if one.begun else 0
    known = min(begun, round(cells * one.expected))
    return (
        text.styled(_KNOWN * known, text.BOLD)
        + text.styled(_BEGUN * (begun - known), text.QUIET)
        + text.styled(_OPEN * (cells - begun), text.RULE)
    )


def _legend(width: int) -> list[Content]:
    said = (
        text.styled(_KNOWN, text.BOLD)
        + text.styled(f" known today   {_BEGUN} begun, likely forgotten   ", text.QUIET)
        + text.styled(_OPEN, text.RULE)
        + text.styled(" not begun", text.QUIET)
    )
    told = "The figures: the recall of what is begun, and how many items are."
    return [*text.wrapped(said, width), *text.wrapped(text.styled(told, text.QUIET), width)]
