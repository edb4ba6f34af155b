"""How a file of an earlier form becomes one of today's: one numbered module a step.

A step is never changed once it has been released; what has to be different comes as the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from civicsquiz.record.sqlite.migrations import m001, m002

Step = Callable[[sqlite3.Connection], None]

STEPS: Sequence[Step] = (m001.step, m002.step)
"""The first makes version 1 out of an empty file, the second version 2 out of version 1, …"""


def version(connection: sqlite3.Connection) -> int:
    """The version of the form that the file has; 0 where it has none."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the file to the latest version, in one transaction; another program may have done it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(steps, 1):
            if number > version(connection):
                step(connection)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
