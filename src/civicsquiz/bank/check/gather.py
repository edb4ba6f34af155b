"""From the paths that somebody names to the bank files behind them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from civicsquiz.bank import files
from civicsquiz.bank.pack_head import refuse_pack
from civicsquiz.errors import FileError
from civicsquiz.source import files as raw

SUFFIXES = (".yaml", ".yml")


@dataclass
class Gathered:
    """Bank files in the order of the paths named, each once; and why a path cannot be used."""

    files: list[Path] = field(default_factory=list)
    problems: list[FileError] = field(default_factory=list)


def gather(paths: Sequence[Path], *, if_any: bool = False) -> Gathered:
    """The bank files at `paths`: each file named, and those below each folder that carry the marker
    `civicsquiz:` or cannot be read, so that nobody can tell. A folder without one is a problem, but with
    `if_any`."""
    found = Gathered()
    known: set[Path] = set()
    for path in paths:
        if not path.exists():
            found.problems.append(FileError(path, "is not there", "check the path"))
            continue
        try:
            refuse_pack(path)
            below = list(_below(path)) if path.is_dir() else [path]
        except FileError as error:
            found.problems.append(error)
            continue
        if not below and not if_any:
            found.problems.append(
                FileError(
                    path, "has no banks in it",
                    "name a folder with .yaml files that begin with “civicsquiz: 1”",
                )
            )  # fmt: skip
        for file in below:
            real = file.resolve()
            if real not in known:
                known.add(real)
                found.files.append(file)
    return found


def _below(folder: Path) -> Iterator[Path]:
    """The banks below a folder, in the order of their names. Links to folders are not followed."""

    def fail(error: OSError) -> None:
        raise FileError(
            Path(error.filename or folder), f"cannot be listed ({error.strerror})",
            "check its permissions",
        ) from None  # fmt: skip

    for place, folders, names in os.walk(folder, onerror=fail):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and path.exists() and _may_be_bank(path):
                yield path


def _may_be_bank(path: Path) -> bool:
    try:
        data = raw.read_bytes(path)
    except FileError:
        return True
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return files.is_bank(data.decode("utf-16" if utf_16 else "utf-8-sig", errors="replace"))
