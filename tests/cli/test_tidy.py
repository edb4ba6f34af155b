"""`tidy`: writes only what is not tidy, and with --check nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Command = Callable[..., CompletedProcess[str]]

LOOSE = "civicsquiz: 1\ntitle: 'A bank'   # ours\nid: bank\n"
TIDY = "civicsquiz: 1\nid: bank\ntitle: A bank  # ours\n"


def test_a_folder(command: Command, tmp_path: Path) -> None:
    loose, tidy = tmp_path / "loose.yaml", tmp_path / "tidy.yaml"
    loose.write_text(LOOSE)
    tidy.write_text(TIDY)
    before = tidy.stat().st_mtime_ns
    done = command("tidy", "--check", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, f"{loose}: is not tidy\n")
    assert loose.read_text() == LOOSE
    done = command("tidy", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, f"{loose}: laid out\n")
    assert loose.read_text() == TIDY
    assert tidy.stat().st_mtime_ns == before
    assert command("tidy", "--check", str(tmp_path)).stdout == "All tidy.\n"


def test_nothing_is_half_done(command: Command, tmp_path: Path) -> None:
    """Where one file is no YAML, none is written."""
    loose = tmp_path / "a.yaml"
    loose.write_text(LOOSE)
    (tmp_path / "b.yaml").write_text("civicsquiz: 1\ntitle: [\n")
    done = command("tidy", str(tmp_path))
    assert done.returncode == 2
    assert "b.yaml:2:9: " in done.stderr
    assert loose.read_text() == LOOSE
    assert command("tidy", str(tmp_path / "none.yaml")).returncode == 2
