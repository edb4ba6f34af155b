"""Files that somebody else made: bounded, decoded, and refused in words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.errors import FileError
from civicsquiz.source import files

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def refusal(path: Path) -> FileError:
    with pytest.raises(FileError) as refused:
        files.read_bytes(path)
    assert refused.value.path == path
    assert refused.value.mend
    assert str(refused.value).startswith(f"{path}: ")
    return refused.value


def test_an_ordinary_file_is_read_whole(tmp_path: Path) -> None:
    """Every byte, as it is; through a link too."""
    path = tmp_path / "a"
    path.write_bytes(bytes(range(256)) * 9)
    assert files.read_bytes(path) == bytes(range(256)) * 9
    path.write_bytes(b"")
    assert files.read_bytes(path) == b""


def test_what_is_not_there(tmp_path: Path) -> None:
    """In a folder that is there or not, under a file, or at the end of a dead link."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    for name in ("nowhere", "no/where", "dead"):
        assert refusal(tmp_path / name).problem == "is not there"
    under = refusal(tmp_path / "file" / "below")
    assert under.problem.startswith(("cannot be read", "is not there"))
    assert under.mend == "check the path"


def test_a_folder(tmp_path: Path) -> None:
    """It names what would do."""
    assert (refusal(tmp_path).problem, refusal(tmp_path).mend) == ("is a folder", "name a file")


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody will ever write into it."""
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").problem == "is a device or a pipe"


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_not_opened(device: str, tmp_path: Path) -> None:
    """By its own name or through a link."""
    (tmp_path / "link").symlink_to(device)
    assert refusal(Path(device)).problem == "is a device or a pipe"
    assert refusal(tmp_path / "link").problem == "is a device or a pipe"


@pytest.mark.parametrize("over", [1, 2**20])
def test_a_file_over_the_bound(tmp_path: Path, over: int) -> None:
    """Sparse or not, it is not read; the sentence says a size over the bound."""
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(files.LARGEST + over)
    assert refusal(path).problem == "is 33 MiB large"
    assert "at most 32 MiB" in refusal(path).mend


def test_a_file_at_the_bound(tmp_path: Path) -> None:
    """It is read."""
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(files.LARGEST)
    assert len(files.read_bytes(path)) == files.LARGEST


def test_a_file_that_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound holds for what is read, whatever the file said of itself."""
    path = tmp_path / "growing"
    path.write_bytes(b"12345")
    monkeypatch.setattr(files, "LARGEST", 4)
    status = path.stat()

    def small(_: Path) -> os.stat_result:
        return os.stat_result((*status[:6], 1, *status[7:]))

    monkeypatch.setattr(Path, "stat", small)
    assert refusal(path).problem == "grew while it was read"


def test_a_nul_byte_in_a_path() -> None:
    """It names no file; the sentence can still be shown."""
    assert refusal(Path("a\0b")).mend == "check the path"


@posix
def test_a_link_to_itself_and_a_name_too_long(tmp_path: Path) -> None:
    """The system's own reason is told."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "symbolic links" in refusal(tmp_path / "loop").problem
    assert "too long" in refusal(tmp_path / ("a" * 300)).problem


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the permissions are what to look at."""
    path = tmp_path / "secret"
    path.write_bytes(b"x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path).problem == "cannot be read (Permission denied)"
    assert refusal(path).mend == "check its permissions"


# ---- decoding -----------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_text_is_decoded(text: str) -> None:
    """Line ends as they are, with or without a byte order mark."""
    assert files.decode(text.encode("utf-8"), "a") == text
    assert files.decode(text.encode("utf-8-sig"), "a") == text


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_other_encodings_are_refused(name: str) -> None:
    """With a byte order mark by name, without one for the NUL characters in them."""
    with pytest.raises(FileError) as refused:
        files.decode("id: a\n".encode(name), "a.yaml")
    expected = "UTF-16 or UTF-32" if name in ("utf-16", "utf-32") else "a NUL character"
    assert expected in refused.value.problem


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1), (b"ab\xff", 1, 3), (b"a\nb\xc3\nc", 2, 2), ("é\n日本".encode() + b"\xe6x", 2, 3),
        (b"a\r\nb\r\n\xff", 3, 1), (b"a\rb\xff", 2, 2), (b"\xef\xbb\xbfab\xff", 1, 3), (b"\xed\xa0\x80", 1, 1),
        (b"\xc0\x80", 1, 1), (b"a\xf5\x80\x80\x80", 1, 2),
    ],
)  # fmt: skip
def test_a_byte_that_is_no_text_is_placed(data: bytes, line: int, column: int) -> None:
    """Line and column as an editor counts them: in characters, a byte order mark not counted."""
    with pytest.raises(FileError) as refused:
        files.decode(data, "a.txt")
    assert (refused.value.line, refused.value.column) == (line, column)
    assert str(refused.value).startswith(f"a.txt:{line}:{column}: ")


@pytest.mark.parametrize(
    ("data", "line", "column"), [(b"\0", 1, 1), (b"a\nbc\0", 2, 3), (b"\xef\xbb\xbfa\0", 1, 2)]
)
def test_a_nul_character_is_placed(data: bytes, line: int, column: int) -> None:
    """It may end the text for somebody further on."""
    with pytest.raises(FileError) as refused:
        files.decode(data, "a.txt")
    assert refused.value.problem == "a NUL character"
    assert (refused.value.line, refused.value.column) == (line, column)
