"""Waiting until a file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from civicsquiz.source.signature import Signature, signature

EVERY = 0.3
"""Seconds between two looks."""

_MOST = 2000
"""So many files of a folder are looked at."""


def looks(
    paths: Iterable[Path], sleep: Callable[[float], None] = time.sleep
) -> Iterator[tuple[Path, ...]]:
    """At once with nothing, then after each change with the files that changed: saved, put there or
    taken away. Of a folder all files directly in it are watched, of a file those beside it too, for its
    sources may lie there. Looks at the disk `EVERY` so often and costs next to nothing: nothing that the
    system would have to tell, which it does not for network drives."""
    watched = tuple(dict.fromkeys(paths))
    before = _seen(watched)
    yield ()
    while True:
        sleep(EVERY)
        now = _seen(watched)
        if now != before:
            changed = {
                name for name in before.keys() | now.keys() if before.get(name) != now.get(name)
            }
            before = now
            yield tuple(sorted(changed))


def _seen(paths: tuple[Path, ...]) -> dict[Path, Signature]:
    found: dict[Path, Signature] = {}
    for folder in dict.fromkeys(
        path if path.is_dir() else path.absolute().parent for path in paths
    ):
        try:
            files = sorted(folder.iterdir())[:_MOST]
        except OSError:
            continue
        for file in files:
            if file.name.startswith((".", "~")) or file.name.endswith("~"):
                continue  # what editors put beside a file while they save it
            try:
                state = file.stat()
            except OSError:
                continue
            found[file] = signature(state)
    return found
