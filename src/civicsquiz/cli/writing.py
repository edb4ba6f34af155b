"""Writing a file so that nobody ever meets half of it."""

from __future__ import annotations

import os
from pathlib import Path

from civicsquiz.errors import FileError


def write(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`, whole or not at all; what was there is replaced.

    Raises:
        FileError: the folder is not there or cannot be written to.
    """
    target = path.resolve()
    scratch = target.with_name(f".{target.name[:100]}.{os.getpid()}")
    try:
        with scratch.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(target)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise FileError(path, f"cannot be written ({error.strerror})", "check its folder") from None
