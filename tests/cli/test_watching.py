"""`check --watch`: looks again as often as a file is saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from civicsquiz.cli import watching


def test_what_changed_is_told(tmp_path: Path) -> None:
    """Saved, put beside it, taken away; what an editor keeps beside a file is nothing."""
    bank, other = tmp_path / "bank.yaml", tmp_path / "article.txt"
    bank.write_text("one")
    whole = ""

    def look() -> None:
        nonlocal whole
        whole = bank.read_text()

    steps: Iterator[Callable[[], object]] = iter(
        [
            lambda: None,
            lambda: bank.write_text(""),  # as some editors save
            lambda: bank.write_text("another"),
            look,
            lambda: (tmp_path / ".bank.yaml.swp").write_text("x"),
            lambda: other.write_text("words"),
            lambda: None,
            other.unlink,
            lambda: None,
        ]
    )

    def pass_time(_seconds: float) -> None:
        next(steps)()

    looks = watching.looks([bank], pass_time)
    assert next(looks) == ()
    assert next(looks) == (bank,)
    assert whole == "another"
    assert next(looks) == (other,)
    assert next(looks) == (other,)


def test_a_folder(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"

    def save(_seconds: float) -> None:
        bank.write_text("one")

    looks = watching.looks([tmp_path], save)
    assert [next(looks), next(looks)] == [(), (bank,)]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to be sent")
def test_the_program(tmp_path: Path) -> None:
    """It says what is wrong, says it again when the bank is mended, and ends by Ctrl+C with what the
    last look found."""
    bank = tmp_path / "bank.yaml"
    bank.write_text("civicsquiz: 1\nid: bank\n")
    command = [sys.executable, "-m", "civicsquiz", "check", str(bank), "--watch"]
    home = {**os.environ, "CIVICSQUIZ_HOME": str(tmp_path / "home"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=home) as program:
        try:
            assert program.stdout
            lines = iter(program.stdout.readline, "")
            first = next(line for line in lines if "1 file" in line)
            assert "0 errors" not in first
            bank.write_text("civicsquiz: 1\nid: bank\ntitle: A bank\nitems: []\nsources: {}\n")
            assert "saved: bank.yaml" in next(line for line in lines if "saved" in line)
            again = next(line for line in lines if "1 file" in line)
            assert again != first
            program.send_signal(signal.SIGINT)
            assert program.wait(20) in (0, 1)
        finally:
            program.kill()  # else a failure waits for it for ever
