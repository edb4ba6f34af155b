"""The keys of triage, and which of them the last line says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.binding import Binding, BindingType

_QUIT = "Quit; what is judged is kept"
_SKIP = "Skip: it comes again at the end"
_ROOM = 5
"""The last line has room for six keys, of which one is that for help."""
_FIRST = ("read_again", "read_on", "accept", "next_part", "reject", "edit", "skip", "quit_triage")
_FIRST_WITH_PASSAGE = (
    "read_again", "take", "next_passage", "next_part", "read_on", "quit_triage", "edit", "reject",
    "skip",
)  # fmt: skip
SHOWN = frozenset((*_FIRST, *_FIRST_WITH_PASSAGE))
"""The actions of keys that the last line says where it has room."""

KEYS: list[BindingType] = [
    Binding("t", "take", "take", tooltip="Take this passage as the proof"),
    Binding("n", "next_passage", "next passage", tooltip="Show the next passage"),
    Binding("p", "next_part", "next part", tooltip="Show the next part without a passage"),
    Binding("a", "accept", "accept", tooltip="Accept: it may be asked from now on"),
    Binding("r", "reject", "reject", tooltip="Reject, with a reason"),
    Binding("e", "edit", "edit", tooltip="Edit, and accept with it"),
    Binding("s", "skip", "skip", tooltip=_SKIP),
    Binding(
        "ctrl+r",
        "read_again",
        "read again",
        key_display="Ctrl+R",
        tooltip="Read the file again",
    ),
    Binding("space", "read_on", "more", key_display="Space", tooltip="Show the rest, read on"),
    Binding("u", "undo", "undo", show=False, tooltip="Take back what was done last"),
    Binding("o", "open_source", "open", show=False, tooltip="Open the article at the passage"),
    Binding("q", "quit_triage", "quit", tooltip=_QUIT),
    Binding("r", "reject_quietly", "reject", show=False, tooltip="Reject, with a reason"),
    Binding("e", "edit_quietly", "edit", show=False, tooltip="Edit, and accept with it"),
    Binding("s", "skip_quietly", "skip", show=False, tooltip=_SKIP),
    Binding("q", "quit_quietly", "quit", show=False, tooltip=_QUIT),
    Binding("escape", "stay", "quit", show=False),
]


def in_line(can: Callable[[str], bool], *, proposed: bool) -> Sequence[str]:
    """The actions that the last line has room for, of those that `can` be done now; the most needed
    are others while a passage is `proposed`."""
    first = _FIRST_WITH_PASSAGE if proposed else _FIRST
    return [action for action in first if can(action)][:_ROOM]
