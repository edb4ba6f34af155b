"""What the disk does to the cache never matters."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.source.cache import Cache

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def entry(folder: Path) -> Path:
    """The only file in the cache's folder."""
    (found,) = folder.iterdir()
    return found


@given(value=JSON)
def test_what_was_put_is_got(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    """Any JSON value, lone surrogates in its texts included."""
    cache = Cache(tmp_path_factory.getbasetemp() / "cache", "1")
    cache.put("kind", b"content", value)
    assert cache.get("kind", b"content") == value


def test_other_content_kinds_and_versions_have_their_own(tmp_path: Path) -> None:
    """What a stale version of the program kept is not met again."""
    cache = Cache(tmp_path, "1")
    cache.put("kind", b"content", [1])
    assert cache.get("kind", b"other") is None
    assert cache.get("other", b"content") is None
    assert Cache(tmp_path, "2").get("kind", b"content") is None
    assert Cache(tmp_path, "1").get("kind", b"content") == [1]
    assert Cache(tmp_path / "nowhere", "1").get("kind", b"content") is None


@pytest.mark.parametrize(
    "damage",
    [b"", b"\n", b"{}", b"no digest\n[1]", b"\xff\xfe\n\xff", b"a" * 64 + b"\n[1]", b"\0" * 100],
)
def test_a_damaged_entry_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    """And is written anew."""
    cache = Cache(tmp_path, "1")
    cache.put("kind", b"content", [1])
    entry(tmp_path).write_bytes(damage)
    assert cache.get("kind", b"content") is None
    cache.put("kind", b"content", [1])
    assert cache.get("kind", b"content") == [1]


@pytest.mark.parametrize("cut", [0, 1, 64, 65, 66, 70])
def test_half_an_entry_counts_as_none(tmp_path: Path, cut: int) -> None:
    """As a full disk or a lost current leaves it."""
    cache = Cache(tmp_path, "1")
    cache.put("kind", b"content", ["some", "values"])
    entry(tmp_path).write_bytes(entry(tmp_path).read_bytes()[:cut])
    assert cache.get("kind", b"content") is None


@pytest.mark.parametrize("payload", [b"[" * 100_000, b"nonsense", b"\xff", b"9" * 5000])
def test_a_right_digest_over_what_is_no_json_counts_as_none(tmp_path: Path, payload: bytes) -> None:
    """Also where reading it would go deeper than Python does."""
    cache = Cache(tmp_path, "1")
    cache.put("kind", b"content", [1])
    entry(tmp_path).write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
    assert cache.get("kind", b"content") is None


def test_a_folder_in_the_place_of_an_entry_is_no_trouble(tmp_path: Path) -> None:
    """Nothing is got, nothing can be put, and no scratch file is left behind."""
    cache = Cache(tmp_path, "1")
    cache.put("kind", b"content", [1])
    path = entry(tmp_path)
    path.unlink()
    (path / "inside").mkdir(parents=True)
    assert cache.get("kind", b"content") is None
    cache.put("kind", b"content", [1])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_a_pipe_in_the_place_of_an_entry_is_not_waited_for(tmp_path: Path) -> None:
    """It counts as none."""
    cache = Cache(tmp_path, "1")
    cache.put("kind", b"content", [1])
    path = entry(tmp_path)
    path.unlink()
    os.mkfifo(path)
    assert cache.get("kind", b"content") is None


def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    """A file stands where it should be."""
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    for folder in (tmp_path / "cache", tmp_path / "cache" / "below"):
        cache = Cache(folder, "1")
        cache.put("kind", b"content", [1])
        assert cache.get("kind", b"content") is None
    assert (tmp_path / "cache").read_text("utf-8") == "in the way"


def test_a_folder_that_cannot_be_written_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, or one that may only be read."""
    cache = Cache(tmp_path, "1")

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    cache.put("kind", b"content", [1])
    assert cache.disk_time() is None
    assert list(tmp_path.iterdir()) == []
    assert cache.get("kind", b"content") is None


def test_threads_that_put_the_same_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Each writes a file of its own, and what is got is whole at any time."""
    cache, value = Cache(tmp_path, "1"), ["some", "values"] * 2000
    cache.put("kind", b"content", value)
    damaged: list[object] = []

    def put() -> None:
        for _ in range(60):
            cache.put("kind", b"content", value)
            if (got := cache.get("kind", b"content")) != value:
                damaged.append(got)

    threads = [threading.Thread(target=put) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert damaged == []
    assert len(list(tmp_path.iterdir())) == 1


def test_the_disks_own_time(tmp_path: Path) -> None:
    """It is that of files written before and after, and asking leaves nothing behind."""
    cache = Cache(tmp_path / "cache", "1")
    (tmp_path / "before").touch()
    now = cache.disk_time()
    (tmp_path / "after").touch()
    assert now is not None
    assert (tmp_path / "before").stat().st_mtime_ns <= now
    assert now <= (tmp_path / "after").stat().st_mtime_ns
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_file_of_somebody_elses_is_of_one_version(tmp_path: Path) -> None:
    """Its ending stays, and asking for it makes nothing."""
    file = Cache(tmp_path / "cache", "1").file("search.db")
    assert (file.parent, file.suffix) == (tmp_path / "cache", ".db")
    assert file.name.startswith("search-")
    assert file == Cache(tmp_path / "cache", "1").file("search.db")
    assert file != Cache(tmp_path / "cache", "2").file("search.db")
    assert not file.parent.exists()
