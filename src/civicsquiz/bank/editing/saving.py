"""A file that is replaced whole or not at all, and only where nobody else has changed it."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from civicsquiz.errors import FileError
from civicsquiz.source import files


def replace(path: Path, data: bytes, known: bytes) -> None:
    """Put `data` into the file at `path`, if what is in it is still `known`. Its mode stays; a link
    stays a link, and what it leads to is replaced.

    Raises:
        FileError: somebody else has changed or removed the file, or it cannot be written.
    """
    target = path.resolve()
    if files.read_bytes(path) != known:
        raise FileError(
            path, "was changed by another program since it was read",
            "open it anew; nothing of it has been overwritten",
        )  # fmt: skip
    if not os.access(target, os.W_OK):
        raise FileError(path, "may not be written to", "check its permissions")
    scratch = target.with_name(f".{target.name[:100]}.{os.getpid()}")
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
        with scratch.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.chmod(mode)
        scratch.replace(target)
    except OSError as error:
        _remove(scratch)
        reason = error.strerror or str(error)
        raise FileError(path, f"cannot be written ({reason})", "check its folder") from None
    _settle(target.parent)


def _remove(scratch: Path) -> None:
    with contextlib.suppress(OSError):
        scratch.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system lets folders be opened."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
