"""How much of anything is read from a file that somebody else made.

The bounds are far above the largest files of honest use (a package of ten thousand questions has about
20 MB of XML) and far below what would hurt a small machine.
"""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are bytes. `ratio` is what an entry may grow by when it is unpacked, from `ratio_from` on."""

    file: int = 256 * MIB
    entries: int = 50_000
    entry: int = 128 * MIB
    total: int = 256 * MIB
    ratio: int = 200
    ratio_from: int = MIB
    name: int = 500
    xml: int = 64 * MIB
    tag: int = MIB
    depth: int = 150
    elements: int = 2_000_000
    attributes: int = 2_000_000


LIMITS = Limits()

QUESTIONS = 100_000
"""More than this many questions are in no bank; a reader stops there and says so."""


def in_words(size: int) -> str:
    """A size as it is told: `3 MiB`, `512 bytes`."""
    return f"{size // MIB} MiB" if size >= MIB else f"{size} bytes"


def shortened(text: str, most: int = 80) -> str:
    """A name out of a file, short enough for one sentence."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
