"""What `import` and `export` have in common: their options, what they refuse, and saying what was lost."""

from __future__ import annotations

import argparse
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.formats.loss import Loss

LOST = 3
"""The exit status of a command with --strict that lost something."""
_NAMED, _ALIKE = 4, 3
_QUOTED = re.compile("“[^“”]*”|\\([^()]*\\)")


def format_name(text: str) -> str:
    """A format as a user types it, in any case, for argparse."""
    from civicsquiz.formats.registry import FORMATS

    name = text.strip().casefold()
    if name in FORMATS:
        return name
    from difflib import get_close_matches

    near = [
        known for known in FORMATS if name and (known.startswith(name) or name.startswith(known))
    ]
    near = near or get_close_matches(name, FORMATS, 1)
    meant = f" (did you mean {' or '.join(near)}?)" if near else ""
    told = f"there is no format “{text}”{meant}: take one of {', '.join(FORMATS)}"
    raise argparse.ArgumentTypeError(told)


def add(parser: argparse.ArgumentParser) -> None:
    """The options of both commands."""
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument(
        "--losses",
        action="store_true",
        help="each loss on a line of its own, none of them counted up",
    )
    parser.add_argument(
        "--strict", action="store_true", help="exit with 3 where anything was lost (it is written)"
    )


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse a file that would be written over, and what is none.

    Raises:
        FileError, UsageError: with what to name instead.
    """
    if str(path) == "-":
        raise UsageError("name a file with -o: nothing is written to standard output")
    if path.is_dir():
        raise FileError(path, "is a folder", "name a file in it")
    if path.exists() and not force:
        raise FileError(path, "is there already", "take another name, or --force to write over it")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of another program.

    Raises:
        FileError: not there, no ordinary file, or larger than any that is read.
    """
    from civicsquiz.formats.safe.limits import LIMITS, in_words

    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileError(path, "is a folder", "name a file")
        if not stat.S_ISREG(found.st_mode):
            raise FileError(path, "is a device or a pipe", "name an ordinary file")
        if found.st_size > LIMITS.file:
            told = f"is {in_words(found.st_size)} large"
            raise FileError(path, told, f"split it; at most {in_words(LIMITS.file)} are read")
        with path.open("rb") as file:
            data = file.read(LIMITS.file + 1)
    except FileNotFoundError:
        raise FileError(path, "is not there", "check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        mend = "check its permissions" if isinstance(error, PermissionError) else "check the path"
        raise FileError(path, f"cannot be read ({reason})", mend) from None
    if len(data) > LIMITS.file:
        raise FileError(path, "grew while it was read", "try again")
    return data


def tell(app: App, losses: Sequence[Loss], *, each: bool) -> None:
    """Say what was lost: with `each` one by one, else one line for all items that lost the same."""
    if losses:
        output.say(app, "Not carried over:")
    for line in map(str, losses) if each else grouped(losses):
        output.say(app, f"  {one_line(line)}")


def grouped(losses: Iterable[Loss]) -> list[str]:
    """Losses as lines, those of the whole file first. Where many differ only in what they quote, some are
    said and the others are counted."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for loss in losses:
        kind = (loss.field, _QUOTED.sub("“”", loss.told))
        found.setdefault(kind, {}).setdefault(loss.told, {}).setdefault(loss.item)
    lines = []
    for (field, _), told in sorted(found.items(), key=lambda pair: not _of_the_file(pair[1])):
        shown = list(told) if len(told) <= _ALIKE + 1 else list(told)[:_ALIKE]
        lines += [_line(field, sentence, told[sentence]) for sentence in shown]
        if rest := list(told)[len(shown) :]:
            items = dict.fromkeys(item for sentence in rest for item in told[sentence])
            lines.append(_line(field, f"{len(rest)} more like this", items))
    return lines


def _of_the_file(told: Mapping[str, Mapping[str, None]]) -> bool:
    return any("" in items for items in told.values())


def _line(field: str, told: str, items: Iterable[str]) -> str:
    of = named([item for item in items if item])
    return (f"{field}: {told}" if field else told) + (f" ({of})" if of else "")


def named(items: Sequence[str]) -> str:
    """Some of the names, and how many more there are."""
    if len(items) <= _NAMED + 1:
        return ", ".join(items)
    return f"{', '.join(items[:_NAMED])} and {len(items) - _NAMED} more"


def counted(number: int, noun: str) -> str:
    """A number of things: `1 question`, `2 questions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def left_out(losses: Iterable[Loss]) -> frozenset[str]:
    """The questions that a format has no place for at all."""
    whole = (loss for loss in losses if loss.item and not loss.field)
    return frozenset(loss.item for loss in whole if loss.told.startswith("left out"))


def status(losses: Sequence[Loss], *, strict: bool) -> int:
    """The exit status of a command that has done its work."""
    return LOST if strict and losses else 0
