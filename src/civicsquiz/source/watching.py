"""What lies in a folder now, to be compared with what lies there later."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from civicsquiz.source.signature import Signature, signature

_MOST = 2000
"""So many files of a folder are looked at."""


def seen(paths: Iterable[Path]) -> dict[Path, Signature]:
    """The files of these folders, directly in them, and of the folders of these files, for the sources
    of a bank may lie beside it; each with what tells it from a changed one. What editors put beside a
    file while they save it is left out, and so is what cannot be looked at."""
    found: dict[Path, Signature] = {}
    folders = [path if path.is_dir() else path.absolute().parent for path in paths]
    for folder in dict.fromkeys(folders):
        try:
            files = sorted(folder.iterdir())[:_MOST]
        except OSError:
            continue
        for file in files:
            if file.name.startswith((".", "~")) or file.name.endswith("~"):
                continue
            try:
                found[file] = signature(file.stat())
            except OSError:
                continue
    return found
