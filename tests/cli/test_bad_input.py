"""Bad input, through the commands that a person gives: one line each, no traceback, no hang.

What a path may lead to is tried in a process of its own, because a pipe might never end.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")

# What a file may hold: name -> bytes, and a word that its line must have.
CONTENTS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "broken YAML": (b"civicsquiz: 1\ntitle: [a\nid: b: c\n", "not YAML"),
    "not a bank": (b"- a\n- b\n", "not a bank"),
    "another version": (b"civicsquiz: 7\n", "version"),
    "a wrong type": (b"civicsquiz: 1\nid: x\ntitle: []\nitems: {}\nsources: []\n", "title"),
    "an unknown key": (b"civicsquiz: 1\nid: x\ntitle: X\ndescriptoin: x\n", "did you mean"),
    "a duplicate key": (b"civicsquiz: 1\nid: x\nid: y\n", "twice"),
    "anchors": (b"civicsquiz: 1\na: &a [x,x]\nb: [*a,*a]\n", "anchor"),
    "a merge": (b"civicsquiz: 1\na: &a {b: c}\nd: {<<: *a}\n", "anchor"),
    "brackets": (b"civicsquiz: 1\na: " + b"[" * 100_000, "nested"),
    "depth": (b"civicsquiz: 1\na: " + b"[" * 3000 + b"]" * 3000, "nested"),
    "an object": (b"civicsquiz: 1\na: !!python/object/apply:os.system [true]\n", "tag"),
    "5,000 digits": (b"civicsquiz: " + b"9" * 5000 + b"\n", "version"),
    "a date": (
        b"civicsquiz: 1\nid: x\ntitle: X\nitems: []\nsources: {s: {label: S, date: 2025-02-30}}\n",
        "no such date",
    ),
    "not UTF-8": (b"civicsquiz: 1\ntitle: \xff\xfe\n", "UTF-8"),
    "UTF-16": ("civicsquiz: 1\n".encode("utf-16"), "UTF-16"),
    "NUL": (b"civicsquiz: 1\ntitle: a\x00b\n", ":2:9"),
    "ESC": (b"civicsquiz: 1\ntitle: a\x1b[31mb\n", "U+001B"),
}  # fmt: skip


def missing(path: Path) -> None:
    """Nothing is made."""


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(33 * 2**20)


# What a path may lead to: how it is made, and a word that its line must have.
PLACES: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (missing, "not there"),
    "folder": (folder, "folder"),
    "pipe": (pipe, "pipe"),
    "device": (zeros, "device"),
    "large": (large, "MiB"),
}


def run(*arguments: str | Path) -> CompletedProcess[str]:
    """The real program, with nothing on standard input; it fails where it does not end."""
    return subprocess.run(
        [sys.executable, "-m", "civicsquiz", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=15,
        check=False,
    )


def assert_told(ran: CompletedProcess[str], name: str, word: str) -> None:
    """One line or more, each short, that name the file and say what is wrong with it."""
    told = ran.stdout + ran.stderr
    assert name in told
    assert word in told
    assert "Traceback" not in told
    assert "\x1b" not in told
    assert max(map(len, told.splitlines())) < 600


@pytest.mark.parametrize("what", CONTENTS)
def test_play_says_what_is_wrong_with_a_file(command: Command, tmp_path: Path, what: str) -> None:
    """Status 2, nothing on standard output: nothing was asked."""
    data, word = CONTENTS[what]
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    ran = command("play", path, "--plain")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert all(line.startswith("civicsquiz: ") for line in ran.stderr.splitlines())
    assert_told(ran, "bad.yaml", word)


@pytest.mark.parametrize("what", CONTENTS)
def test_check_says_what_is_wrong_with_a_file(command: Command, tmp_path: Path, what: str) -> None:
    """A file that cannot be used is a finding: status 1."""
    data, word = CONTENTS[what]
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    ran = command("check", path)
    assert ran.returncode == 1
    assert_told(ran, "bad.yaml", word)


@posix
@pytest.mark.parametrize("what", PLACES)
def test_play_says_what_a_path_leads_to(tmp_path: Path, what: str) -> None:
    """One line, status 2, and no waiting for a pipe or a device to end."""
    make, word = PLACES[what]
    path = tmp_path / "bad.yaml"
    make(path)
    ran = run("play", path, "--plain")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert_told(ran, "bad.yaml", word)


@posix
@pytest.mark.parametrize("what", PLACES)
def test_check_says_what_a_path_leads_to(tmp_path: Path, what: str) -> None:
    """A path that is not there is status 2; a folder has no banks in it; the rest are findings."""
    make, word = PLACES[what]
    path = tmp_path / "bad.yaml"
    make(path)
    ran = run("check", path)
    assert ran.returncode in ({2} if what == "missing" else {1, 2})
    assert_told(ran, "bad.yaml", "no bank" if what == "folder" else word)


@posix
@pytest.mark.parametrize("what", PLACES)
def test_source_show_says_what_a_path_leads_to(tmp_path: Path, what: str) -> None:
    """One line, status 2."""
    make, word = PLACES[what]
    path = tmp_path / "bad.txt"
    make(path)
    ran = run("source", "show", path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert_told(ran, "bad.txt", word)


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("bad.txt", b"", "no text"),
        ("bad.txt", b" \n\n\t\n", "no text"),
        ("bad.txt", b"A sentence.\n\xff\n", "UTF-8"),
        ("bad.txt", "A sentence.".encode("utf-16"), "UTF-16"),
        ("bad.txt", b"A\x00 sentence.", "NUL"),
        ("bad.docx", b"PK\x03\x04", "damaged"),
        ("bad.odt", b"PK\x03\x04", ".txt"),
        ("bad.md", b"---\n---\n", "no text"),
    ],
)
def test_source_show_says_what_is_wrong_with_a_file(
    command: Command, tmp_path: Path, name: str, data: bytes, word: str
) -> None:
    """One line, status 2; `source add` takes the same files and refuses them alike."""
    path = tmp_path / name
    path.write_bytes(data)
    for name_of_command in ("show", "add"):
        ran = command("source", name_of_command, path)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.count("\n") == 1
        assert_told(ran, name, word)


@posix
@pytest.mark.parametrize("arguments", [["play", "--plain"], ["check"], ["source", "show"]])
def test_a_hostile_file_name_is_shown_and_not_obeyed(tmp_path: Path, arguments: list[str]) -> None:
    """ESC and a newline in a path come out as signs, and the line stays one."""
    path = tmp_path / "a\x1b]0;owned\x07\nb.yaml"
    path.write_bytes(b"civicsquiz: 1\n\xff")
    ran = run(*arguments, path)
    assert ran.returncode in (1, 2)
    assert_told(ran, "a␛]0;owned␇ b.yaml", "")


@posix
def test_a_folder_of_oddities_is_listed(tmp_path: Path) -> None:
    """A pipe, a device and a broken link among the banks neither hang nor end the list."""
    for name, make in (("pipe.yaml", pipe), ("zero.yaml", zeros)):
        make(tmp_path / name)
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "bank.yaml").write_bytes(b"civicsquiz: 1\n")
    ran = subprocess.run(
        [sys.executable, "-m", "civicsquiz", "banks"],
        env={**os.environ, "CIVICSQUIZ_BANKS": str(tmp_path)},
        capture_output=True, encoding="utf-8", timeout=15, check=False,
    )  # fmt: skip
    assert ran.returncode == 0
    assert "bank.yaml" in ran.stdout
    assert "eighth-amendment" in ran.stdout
