"""The record in one SQLite file. `docs/record.md` describes the file for whoever has only that."""

from civicsquiz.record.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
