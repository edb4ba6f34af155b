"""What tells a changed file from one that is as it was, without reading it."""

from __future__ import annotations

import os

Signature = tuple[int, int, int, int]
"""Size, time of the last change of the content, inode, and time of the last change of anything (on
Windows: of its making), both times in nanoseconds. A file that was changed, put in another's place,
or set back to an earlier time has another one."""

SETTLED_AFTER = 2_000_000_000
"""No disk counts time in coarser steps (FAT: two seconds)."""


def signature(found: os.stat_result) -> Signature:
    """The signature of a file, out of its `stat`."""
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns


def settled(one: Signature, now: int) -> bool:
    """Whether a file that had this signature at the time `now`, or later, must have another as soon
    as it is changed after that. One that was changed just before `now` can be changed again within
    the same step of the disk's clock. `now` is that clock's time (`Cache.disk_time`)."""
    return max(one[1], one[3]) + SETTLED_AFTER < now
