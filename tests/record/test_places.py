"""Where banks were opened by their paths: it only helps, so nothing in the file can hurt."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from civicsquiz.errors import FileError
from civicsquiz.record.places import MOST, Place, Places

ADA, BEN = "ada", "ben"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """In a folder that is not there yet."""
    return tmp_path / "data" / "places.json"


def place(name: str, learner: str = ADA, session: str = "s", folder: str = "/banks") -> Place:
    return Place(learner, name, Path(folder) / f"{name}.yaml", session)


def test_the_newest_come_first_and_each_once(file: Path) -> None:
    """The latest session with a bank is the one that is known; another learner's are another's."""
    Places(file).remember(place("one"))
    Places(file).remember(place("two"), place("three", BEN))
    Places(file).remember(place("one", session="later"))
    assert Places(file).of(ADA) == (place("one", session="later"), place("two"))
    assert Places(file).of(BEN) == (place("three", BEN),)
    assert Places(file).of("nobody") == ()


def test_no_more_than_so_many(file: Path) -> None:
    for number in range(MOST + 20):
        Places(file).remember(place(f"bank-{number}"))
    kept = Places(file).of(ADA)
    assert [one.bank for one in kept] == [f"bank-{MOST + 19 - at}" for at in range(MOST)]


def test_a_path_of_any_bytes_comes_back(file: Path) -> None:
    path = Path(os.fsdecode(b"/b\xff nks/\xe2\x80\x9c\n.yaml"))
    Places(file).remember(Place(ADA, "bank", path, "s"))
    assert Places(file).of(ADA)[0].path == path


def test_nothing_is_written_where_nothing_is_new(file: Path) -> None:
    Places(file).remember(place("one"))
    before = file.stat()
    Places(file).remember(place("one"))
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert [one.name for one in file.parent.iterdir()] == ["places.json"]


def whole(**changed: object) -> str:
    one = {"learner": ADA, "bank": "one", "path": "/one.yaml", "session": "s", **changed}
    return json.dumps({"civicsquiz-places": 1, "places": [one]})


BROKEN = {
    "empty": "",
    "half": whole()[:40],
    "no UTF-8": "\udcff",
    "a list": "[]",
    "of another form": whole().replace("1", "2", 1),
    "no list of places": '{"civicsquiz-places": 1, "places": {"0": "x"}}',
    "a number of places": '{"civicsquiz-places": 1, "places": 5}',
    "places that are none": '{"civicsquiz-places": 1, "places": [1, null, "x", [], {}]}',
    "nested": "[" * 200_000,
    "a number without end": "1" * 9000,
    "large": whole() + " " * (3 << 20),
    "a relative path": whole(path="one.yaml"),
    "a NUL in the path": whole(path="/one\0.yaml"),
    "a long path": whole(path="/" + "x" * 5000),
    "a path that is none": whole(path=["/one.yaml"]),
    "an id that is none": whole(bank="../one"),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_passed_over_and_then_mended(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    assert Places(file).of(ADA) == ()
    Places(file).remember(place("two"))
    assert Places(file).of(ADA) == (place("two"),)


def test_what_is_no_file_is_passed_over(file: Path) -> None:
    """Nobody waits for a pipe; a folder in its place stays."""
    file.parent.mkdir()
    os.mkfifo(file)
    assert Places(file).of(ADA) == ()
    file.unlink()
    file.mkdir()
    Places(file).remember(place("one"))
    assert Places(file).of(ADA) == ()
    assert list(file.parent.iterdir()) == [file]


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    places = Places(tmp_path / "data" / "places.json")
    places.remember(place("one"))
    assert places.of(ADA) == ()


def test_forgetting_leaves_those_of_others(file: Path) -> None:
    """What is left of nobody, or cannot be read, goes altogether."""
    Places(file).forget(ADA)
    Places(file).remember(place("one"), place("two", BEN))
    Places(file).forget(ADA)
    assert ADA not in file.read_text(encoding="utf-8")
    assert Places(file).of(BEN) == (place("two", BEN),)
    Places(file).forget(BEN)
    assert not file.exists()
    file.write_text(whole()[:-5], encoding="utf-8")
    Places(file).forget(ADA)
    assert not file.exists()


def test_what_cannot_be_forgotten_is_said(file: Path) -> None:
    file.mkdir(parents=True)
    (file / "inside").touch()
    with pytest.raises(FileError, match="delete it yourself"):
        Places(file).forget(ADA)
