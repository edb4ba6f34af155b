"""Waiting until a file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from civicsquiz.source.watching import seen

EVERY = 0.3
"""Seconds between two looks."""


def looks(
    paths: Iterable[Path], sleep: Callable[[float], None] = time.sleep
) -> Iterator[tuple[Path, ...]]:
    """At once with nothing, then after each change with the files that changed: saved, put there or
    taken away. Looks at the disk `EVERY` so often, which costs next to nothing, and asks for nothing
    that the system would have to tell, which it does not for network drives."""
    watched = tuple(paths)
    before = seen(watched)
    yield ()
    while True:
        sleep(EVERY)
        now = seen(watched)
        if now != before:
            changed = {one for one in before.keys() | now.keys() if before.get(one) != now.get(one)}
            before = now
            yield tuple(sorted(changed))
