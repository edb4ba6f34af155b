"""Waiting until a file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from civicsquiz.source.watching import seen

EVERY = 0.3
"""Seconds between two looks."""
_SETTLING, _MOST = 0.05, 10
"""Some editors empty a file before they write it: seconds after which one looks again whether it is whole,
and how often at most."""


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
            for _ in range(_MOST):
                earlier = now
                sleep(_SETTLING)
                if (now := seen(watched)) == earlier:
                    break
            changed = {one for one in before.keys() | now.keys() if before.get(one) != now.get(one)}
            before = now
            yield tuple(sorted(changed))
