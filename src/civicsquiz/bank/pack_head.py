"""What tells a pack from outside, for whoever expects a bank file."""

from __future__ import annotations

import shlex
from pathlib import Path

from civicsquiz.errors import FileError

SUFFIX = ".civicsquiz"
MAGIC = b"PK\x03\x04"
"""What a zip archive with anything in it begins with."""


def is_pack(data: bytes) -> bool:
    """Whether the bytes of a file look like a pack (and not like a bank)."""
    return data.startswith(MAGIC)


def refuse_pack(path: Path) -> None:
    """Let a path pass that leads to no pack, or to nothing.

    Raises:
        FileError: it is a pack, by its name or by its bytes: it has to be added first.
    """
    try:
        if not path.is_file():  # to open a pipe is to wait for whoever writes to it
            return
        found = path.suffix.lower() == SUFFIX
        if not found:
            with path.open("rb") as file:
                found = is_pack(file.read(len(MAGIC)))
    except OSError:
        return
    if found:
        mend = f"put it into your banks with civicsquiz add {shlex.quote(str(path))}"
        raise FileError(path, "is a pack", mend)
