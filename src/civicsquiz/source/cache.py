"""Derived data kept by the content it came from: a second start need not derive it again.

An entry belongs to the SHA-256 of some bytes (those of the file that it was derived from) and to the
program's version, so a changed file or program never meets an old entry. The folder may be deleted
at any time; a damaged entry counts as none. Two programs may use it at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from pathlib import Path
from typing import Any


class Cache:
    """JSON values in a folder, by kind and content. Never raises for what the disk does.

    What is in the folder may be of another shape than what was put: whoever gets a value makes sure
    that it can be used, and derives it again where it cannot.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version

    def get(self, kind: str, content: bytes) -> Any | None:
        """What was put for this content, or None."""
        path = self._path(kind, content)
        try:
            if not path.is_file():  # a pipe would never end
                return None
            line, payload = path.read_bytes().split(b"\n", 1)
            if line != hashlib.sha256(payload).hexdigest().encode():
                return None
            return json.loads(payload)
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, kind: str, content: bytes, value: Any) -> None:
        """Keep `value`; where the folder cannot be written, it is derived again next time."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        payload = text.encode("utf-8", "surrogatepass")
        path = self._path(kind, content)
        scratch = path.with_suffix(_nobody_elses())
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
            scratch.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                scratch.unlink()

    def disk_time(self) -> int | None:
        """The time now by the clock that stamps files, in nanoseconds since 1970; None where the
        folder cannot be written."""
        scratch = self._folder / f"time{_nobody_elses()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(b"")
            return scratch.stat().st_mtime_ns
        except OSError:
            return None
        finally:
            with contextlib.suppress(OSError):
                scratch.unlink()

    def file(self, name: str) -> Path:
        """Where a file lies that somebody else writes and reads; each version has its own."""
        stem, dot, suffix = name.partition(".")
        digest = hashlib.sha256(self._version.encode()).hexdigest()
        return self._folder / f"{stem}-{digest[:16]}{dot}{suffix}"

    def _path(self, kind: str, content: bytes) -> Path:
        digest = hashlib.sha256(self._version.encode() + b"\0" + content).hexdigest()
        return self._folder / f"{kind}-{digest[:40]}.json"


def _nobody_elses() -> str:
    """The suffix of a file that no other program or thread writes."""
    return f".{os.getpid()}-{threading.get_ident()}"
