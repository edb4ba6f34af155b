"""Whether what is answered can be kept, and what is said where it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from civicsquiz.errors import CivicsquizError, FileError
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text

if TYPE_CHECKING:
    from civicsquiz.tui.builder import Builder


def check(builder: Builder) -> None:
    """Open the record, and read what is set.

    Raises:
        CivicsquizError: one of them cannot be used.
    """
    _ = builder.settings, builder.learner


def switch_certainty(builder: Builder) -> str:
    """Have it asked how sure one is before each answer, or not, until the program ends; what is so
    from here on, in a sentence.

    Raises:
        FileError: what is set cannot be read.
    """
    from dataclasses import replace

    settings = builder.settings
    asked = not settings.certainty.ask
    builder.set_for_now(replace(settings, certainty=replace(settings.certainty, ask=asked)))
    if asked:
        return "Certainty on: before each answer say how sure you are, F1 to F3."
    return "Certainty off: you are not asked how sure you are."


def told(error: CivicsquizError) -> Content:
    """What is wrong, what mends it, and what happens until then."""
    lead = text.styled("No record  ", "bold $error")
    return lead + Content(f"{_sentence(error)} Until then nothing you answer is kept.")


def _sentence(error: CivicsquizError) -> str:
    if not isinstance(error, FileError):
        return one_line(str(error))
    from civicsquiz.record.sqlite.trouble import WITHOUT

    line = f", line {error.line}," if error.line else ""
    mend = f": {error.mend.removesuffix(WITHOUT)}" if error.mend else ""
    return f"{_short(error.path)}{line} {one_line(f'{error.problem}{mend}').rstrip('.')}."


def _short(path: Path) -> str:
    """A path as its owner writes it."""
    try:
        return one_line(f"~/{path.relative_to(Path.home()).as_posix()}")
    except (ValueError, RuntimeError):
        return one_line(str(path))
