"""What the transcripts share: scripts of what is typed, and the comparison with a file in `golden/`.

A transcript whose file is missing is written, and its test fails until somebody has read it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parent / "golden"


def typed(script: str) -> list[str]:
    """The lines of a script: commas (or semicolons, where it has any) and newlines part them."""
    lines = (line for line in script.strip("\n").split("\n") if line.strip())
    comma = ";" if ";" in script else ","
    return [part.strip() for line in lines for part in line.split(comma)]


def compare(name: str, transcript: str) -> None:
    """Fail unless the transcript is what the file of this name holds."""
    path = GOLDEN / f"{name}.txt"
    if not path.exists():
        path.write_text(transcript, encoding="utf-8")
        pytest.fail(f"{path.name} has been written: read it")
    assert transcript == path.read_text(encoding="utf-8")
