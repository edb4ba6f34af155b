"""What a command may not write over: whatever holds, or sets, what was answered."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.errors import FileError


def refuse_own(app: App, target: Path, *, backups: bool = True) -> None:
    """Let pass a path that leads, also by a link, to none of the files that civicsquiz keeps: the
    record with what lies beside it, files that `restore` moved aside, the settings, the places of banks
    and, where `backups`, the folder of backups.

    Raises:
        FileError: it does.
    """
    record = paths.progress_file(app.env)
    beside = {
        paths.settings_file(app.env): "the file of your settings",
        paths.places_file(app.env): "the list of banks that you opened",
    }
    if why := _own(record, beside, target):
        raise FileError(target, f"is {why}", "name another file")
    if backups and _real(target).is_relative_to(_real(paths.backups_dir(app.env))):
        raise FileError(target, "is in the folder of backups", "name a file in another folder")


def _own(record: Path, beside: Mapping[Path, str], target: Path) -> str:
    real = _real(target)
    for known, what in {record: "the record itself", **beside}.items():
        if real == _real(known) or (known.exists() and real.exists() and known.samefile(real)):
            return what
    ends = r"(-(wal|shm|journal))"
    for known in {record.absolute(), _real(record)}:
        if real.parent != _real(known.parent):
            continue
        if re.fullmatch(re.escape(known.name) + ends, real.name, re.IGNORECASE):
            return "a part of the record"
        stem, suffix = re.escape(known.stem), re.escape(known.suffix)
        if re.fullmatch(f"{stem}-aside-.*{suffix}{ends}?", real.name, re.IGNORECASE):
            return "a record that was moved aside"
    return ""


def _real(path: Path) -> Path:
    """Where a path leads; unlike `Path.resolve` it does not fail for links in a circle."""
    return Path(os.path.realpath(path))
