"""The library: which banks there are, what hides what, and a cache that never matters."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path

import pytest

from civicsquiz.bank import files, kept, zipped
from civicsquiz.bank.library import Library, Origin, bank_files
from civicsquiz.bank.models import Bank
from civicsquiz.errors import FileError, InvalidBank, UnknownBank
from civicsquiz.source.cache import Cache

BANK = """\
civicsquiz: 1
id: {id}
title: {title}
language: en
licence: CC-BY-4.0
sources:
  courier: {{label: Report on the bridge}}
items:
  - id: who-may-close-it
    type: choice
    topic: bridge
    stance: attributed
    holder: {{name: the mayor, also: [Olu Berg]}}
    accuracy: loose
    stem: According to the mayor, who may close the bridge?
    key: The council
    distractors:
      - {{text: The engineer, why: She reports to the council.}}
      - {{text: The state, why: It owns another bridge.}}
    rationale: The charter gives the bridge to the council.
    evidence:
      - {{source: courier, exact: The council may close it, prefix: "said: ", role: proves}}
      - {{source: courier, exact: It was closed in 1950, role: context}}
    allow: {{O6: It is as short as it can be.}}
    standards: [C3 D2.Civ.4.9-12]
  - id: it-was-closed
    type: true-false
    topic: bridge
    stance: fact
    status: draft
    formerly: [closed]
    stem: The bridge was closed in 1950. True or false?
    key: true
    distractors: [{{text: false, why: It was.}}]
    rationale: It was closed for a year.
    evidence: [{{source: courier, exact: It was closed in 1950}}]
"""


def write(path: Path, name: str = "bridge", title: str = "A bridge") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BANK.format(id=name, title=title), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two banks, one of them in a folder below, among other files."""
    write(tmp_path / "banks" / "bridge.yaml")
    write(tmp_path / "banks" / "more" / "Mill.YML", "mill")
    (tmp_path / "banks" / "notes.yaml").write_text("title: no bank\n", encoding="utf-8")
    (tmp_path / "banks" / "readme.txt").write_text("civicsquiz: 1\n", encoding="utf-8")
    (tmp_path / "banks" / ".yaml").write_text("civicsquiz: 1\n", encoding="utf-8")
    return tmp_path / "banks"


# ---- which there are ----------------------------------------------------------------------------


def test_a_folder_is_walked_for_files_with_the_marker(folder: Path) -> None:
    """In the order of their paths; a file that is named counts without one."""
    assert list(bank_files(folder)) == [folder / "bridge.yaml", folder / "more" / "Mill.YML"]
    assert list(bank_files(folder / "notes.yaml")) == [folder / "notes.yaml"]
    assert list(bank_files(folder / "nowhere")) == []


def test_the_first_place_hides_the_later_ones(folder: Path, tmp_path: Path) -> None:
    """By the id in the file, whatever the file is called; the hidden ones are listed too."""
    mine = write(tmp_path / "mine" / "my-own.yaml", "bridge", "My bridge")
    library = Library([(mine.parent, Origin.YOURS), (folder, Origin.SHIPPED)])
    assert [(entry.id, entry.origin, entry.hidden_by) for entry in library.entries] == [
        ("bridge", Origin.YOURS, None),
        ("bridge", Origin.SHIPPED, mine),
        ("mill", Origin.SHIPPED, None),
    ]
    assert [entry.path.name for entry in library.shown] == ["my-own.yaml", "Mill.YML"]
    assert library.load(library.find("bridge")).title == "My bridge"


def test_a_bank_is_found_by_its_id(folder: Path) -> None:
    """A wrong one gets the nearest, or all there are; hostile ones are shown and not obeyed."""
    library = Library([(folder, Origin.SET)])
    assert library.find("mill").path == folder / "more" / "Mill.YML"
    with pytest.raises(UnknownBank, match="did you mean bridge"):
        library.find("brigde")
    with pytest.raises(UnknownBank, match="there are: bridge, mill"):
        library.find("zebra")
    with pytest.raises(UnknownBank, match="there are: none"):
        Library([]).find("zebra")
    with pytest.raises(UnknownBank) as refused:
        library.find("a\x1b[31m\n")
    assert str(refused.value).startswith("no bank “a␛[31m ”")


def test_a_bank_is_found_by_its_path(folder: Path) -> None:
    """Also one that the library does not hold; its id is the one that it states."""
    library = Library([])
    entry = library.find(str(folder / "more" / "Mill.YML"))
    assert (entry.id, entry.origin) == ("mill", Origin.PATH)
    assert library.load(entry).id == "mill"
    with pytest.raises(FileError, match="is a folder"):
        library.find(f"{folder}/more/")
    missing = library.find(str(folder / "nowhere.yaml"))
    assert missing.id == "nowhere"
    with pytest.raises(FileError, match="is not there"):
        library.load(missing)


@pytest.mark.parametrize("name", ["a bank.civicsquiz", "bank.CIVICSQUIZ", "bank.yaml"])
def test_a_pack_in_place_of_a_bank_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """With or without a folder in front of it, by its name or by its bytes; not what is not there,
    and not a bank."""
    monkeypatch.chdir(tmp_path)
    library = Library([])
    with pytest.raises(UnknownBank):
        library.find("nowhere.civicsquiz")
    Path(name).write_bytes(zipped.archive({"pack.json": b""}))
    for path in (name, str(tmp_path / name)):
        with pytest.raises(FileError) as refused:
            library.find(path)
        told = f"is a pack: put it into your banks with civicsquiz add {shlex.quote(path)}"
        assert str(refused.value) == f"{path}: {told}"
    assert library.find(str(write(tmp_path / "bridge.yaml"))).id == "bridge"


def test_banks_that_cannot_be_used_stand_beside_those_that_can(folder: Path) -> None:
    """Each with its error, in place of a bank."""
    (folder / "broken.yaml").write_text("civicsquiz: 1\nid: broken\ntitle: [\n", encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"civicsquiz: 1\nid: latin\ntitle: caf\xe9\n")
    found = {entry.id: bank for entry, bank in Library([(folder, Origin.SET)]).banks()}
    assert list(found) == ["bridge", "broken", "latin", "mill"]
    assert isinstance(found["bridge"], Bank)
    assert isinstance(found["broken"], InvalidBank)
    assert isinstance(found["latin"], InvalidBank)
    assert "latin.yaml:3:11" in str(found["latin"])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_pipes_and_dead_links_are_passed_over(folder: Path) -> None:
    """And not waited for, in a folder or by their own path."""
    os.mkfifo(folder / "pipe.yaml")
    (folder / "dead.yaml").symlink_to(folder / "nowhere")
    library = Library([(folder, Origin.SET)])
    assert [entry.id for entry in library.entries] == ["bridge", "mill"]
    with pytest.raises(FileError, match="pipe"):
        library.load(library.find(str(folder / "pipe.yaml")))


def test_a_folder_that_cannot_be_listed_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next one is looked at. What lies below a folder may be closed: that is passed over."""
    closed, below = tmp_path / "closed", folder / "more"
    closed.mkdir()
    scanned = os.scandir

    def refuse(path: str) -> object:
        if str(path) in (str(closed), str(below)):
            raise PermissionError(13, "Permission denied", str(path))
        return scanned(path)

    monkeypatch.setattr(os, "scandir", refuse)
    library = Library([(closed, Origin.SET), (folder, Origin.YOURS)])
    assert [entry.id for entry in library.entries] == ["bridge"]
    assert [str(problem) for problem in library.problems] == [
        f"{closed}: cannot be listed (Permission denied)"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_links_to_folders_are_not_followed(folder: Path) -> None:
    """A folder that leads back to itself is walked once."""
    (folder / "more" / "again").symlink_to(folder)
    assert [entry.id for entry in Library([(folder, Origin.SET)]).entries] == ["bridge", "mill"]


# ---- kept ---------------------------------------------------------------------------------------


def test_a_bank_is_packed_and_unpacked(folder: Path) -> None:
    """Through JSON, nothing lost: both types, holder, evidence, status and all."""
    bank = files.load(folder / "bridge.yaml")
    assert kept.unpack(json.loads(json.dumps(kept.pack(bank)))) == bank


def test_every_shipped_bank_is_packed_and_unpacked(checkout: Path) -> None:
    """As the cache does."""
    paths = sorted((checkout / "question_banks").glob("*.yaml"))
    assert paths
    for path in paths:
        bank = files.load(path)
        assert kept.unpack(json.loads(json.dumps(kept.pack(bank)))) == bank


def load(path: Path, cache: Cache) -> Bank:
    library = Library([], cache)
    return library.load(library.find(str(path)))


def test_a_kept_bank_is_not_parsed_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither by the same library nor by the next; a file that changed is."""
    cache, path = Cache(tmp_path / "cache", "1"), folder / "bridge.yaml"
    first = load(path, cache)
    assert first == files.load(path)

    def refuse(*_: object) -> None:
        raise AssertionError("parsed again")

    with monkeypatch.context() as patch:
        patch.setattr(files, "parse", refuse)
        assert load(path, cache) == first
        with pytest.raises(AssertionError, match="parsed again"):
            load(path, Cache(tmp_path / "cache", "2"))
    write(path, title="Another bridge")
    assert load(path, cache).title == "Another bridge"


def test_a_bank_with_errors_is_not_kept(tmp_path: Path) -> None:
    """It is parsed each time, and refused each time."""
    path = tmp_path / "broken.yaml"
    path.write_text("civicsquiz: 1\n", encoding="utf-8")
    cache = Cache(tmp_path / "cache", "1")
    for _ in range(2):
        with pytest.raises(InvalidBank):
            load(path, cache)
    assert cache.get("bank", path.read_bytes()) is None


@pytest.mark.parametrize(
    "change",
    [
        {"cards": {"courier": {"id": "courier"}}}, {"cards": {"courier": 5}}, {"items": None},
        {"items": [5]}, {"items": ["ab"]}, {"items": [{}]}, {"items": [{"type": "poem"}]},
        {"formerly": None}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_kept_values_of_another_shape_count_as_none(
    folder: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    """With a digest that is right: the file is parsed again, and kept again."""
    path = folder / "bridge.yaml"
    cache = Cache(tmp_path / "cache", "1")
    cache.put("bank", path.read_bytes(), {**kept.pack(files.load(path)), **change})
    assert load(path, cache) == files.load(path)
    assert cache.get("bank", path.read_bytes()) == json.loads(
        json.dumps(kept.pack(files.load(path)))
    )


@pytest.mark.parametrize("key", ["id", "title", "cards", "items", "formerly"])
def test_kept_values_without_one_of_them_count_as_none(
    folder: Path, tmp_path: Path, key: str
) -> None:
    """None of those that a bank cannot be without is made up."""
    path = folder / "bridge.yaml"
    cache = Cache(tmp_path / "cache", "1")
    values = kept.pack(files.load(path))
    del values[key]
    cache.put("bank", path.read_bytes(), values)
    assert load(path, cache) == files.load(path)


@pytest.mark.parametrize("values", [[], {}, 7, "text", None, [[]]], ids=str)
def test_kept_values_that_are_no_bank_at_all_count_as_none(
    folder: Path, tmp_path: Path, values: object
) -> None:
    """As after a change of the program that forgot its version."""
    path = folder / "bridge.yaml"
    cache = Cache(tmp_path / "cache", "1")
    cache.put("bank", path.read_bytes(), values)
    assert load(path, cache) == files.load(path)


def test_a_damaged_or_missing_cache_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """Deleted, overwritten or in the way."""
    path = folder / "bridge.yaml"
    cache = Cache(tmp_path / "cache", "1")
    first = load(path, cache)
    (kept_file,) = (tmp_path / "cache").iterdir()
    kept_file.write_bytes(b"\xff" * 100)
    assert load(path, cache) == first
    kept_file.unlink()
    assert load(path, cache) == first
    (tmp_path / "file").write_bytes(b"")
    assert load(path, Cache(tmp_path / "file", "1")) == first
