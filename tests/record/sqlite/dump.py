"""Writes a record as it is kept in `versions/`."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from civicsquiz.record.exporting import as_json
from civicsquiz.record.sqlite import SqliteStore

VERSIONS = Path(__file__).parent / "versions"


def dump(path: Path) -> str:
    """A record as SQL, with the two numbers in its head."""
    with closing(sqlite3.connect(path)) as connection:
        lines = [*connection.iterdump()]
        for name in ("application_id", "user_version"):
            ((value,),) = connection.execute(f"PRAGMA {name}").fetchall()
            lines.append(f"PRAGMA {name} = {value};")
    return "\n".join(lines) + "\n"


def load(sql: str, path: Path) -> None:
    """Make a record out of what `dump` gave."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


if __name__ == "__main__":
    file, name = Path(sys.argv[1]), sys.argv[2]
    (VERSIONS / f"{name}.sql").write_text(dump(file), encoding="utf-8")
    exported = "".join(as_json(SqliteStore.reading(file).events()))
    (VERSIONS / f"{name}.json").write_text(exported, encoding="utf-8")
