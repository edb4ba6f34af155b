"""Writing a file so that nobody ever meets half of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
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


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder of just these files, whole or not at all; what was there is replaced.

    Raises:
        FileError: it cannot be written.
    """
    scratch = folder.with_name(f".{folder.name}.{os.getpid()}")
    before = folder.with_name(f".{folder.name}.{os.getpid()}.before")
    try:
        scratch.mkdir(parents=True)
        for name, data in files.items():
            write(scratch / name, data)
        if folder.exists():
            folder.rename(before)
        scratch.rename(folder)
    except OSError as error:
        raise FileError(
            folder, f"cannot be written ({error.strerror})", "check its folder"
        ) from None
    finally:
        if before.exists() and not folder.exists():
            before.rename(folder)
        for left in (scratch, before):
            shutil.rmtree(left, ignore_errors=True)
