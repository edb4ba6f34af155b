"""The catalogue: a library that has not changed is listed without reading it, and never wrongly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.bank import library as module
from civicsquiz.bank.catalogue import Catalogue, Head
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.library import Entry, Library, Listed, Origin
from civicsquiz.errors import FileError
from civicsquiz.source.cache import Cache

BANK = """\
civicsquiz: 1
id: {id}
title: {title}
description: What it is about.
as_of: The articles are of 2025.
sources: {{courier: {{label: Report on the bridge}}}}
items:
"""
ITEM = """\
  - id: {id}
    type: true-false
    topic: bridge
    stance: fact
    {status}
    stem: The bridge was closed in 1950. True or false?
    key: true
    distractors: [{{text: false, why: It was.}}]
    rationale: It was closed for a year.
    evidence: [{{source: courier, exact: It was closed in 1950}}]
"""
STATUSES = ("#", "#", "status: draft", "status: unproven", "#")


def write(path: Path, name: str, title: str = "A bridge") -> Path:
    items = (ITEM.format(id=f"i{at}", status=status) for at, status in enumerate(STATUSES))
    text = BANK.format(id=name, title=title) + "".join(items)
    path.write_text(text, encoding="utf-8")
    return path


class LaterCache(Cache):
    """A cache on a disk whose clock runs an hour ahead: every file is old enough to be kept."""

    def disk_time(self) -> int | None:
        now = super().disk_time()
        return now and now + 3600 * 10**9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two banks, one that is broken, and a YAML file that is none."""
    folder = tmp_path / "banks"
    folder.mkdir()
    write(folder / "bridge.yaml", "bridge")
    write(folder / "mill.yaml", "mill", "A mill")
    (folder / "broken.yaml").write_text("civicsquiz: 1\nid: broken\nitems: []\n", "utf-8")
    (folder / "notes.yaml").write_text("title: no bank\n", encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return LaterCache(tmp_path / "cache", "1")


def library(folder: Path, cache: Cache | None) -> Library:
    return Library([(folder, Origin.YOURS)], cache)


def rows(folder: Path, cache: Cache | None) -> list[Listed]:
    return list(library(folder, cache).listed())


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The bank files that were read, for their beginning or as a whole."""
    found: list[Path] = []
    head, whole = module._read_head, Library.read

    def read_head(path: Path) -> Head:
        found.append(path)
        return head(path)

    def read_whole(self: Library, entry: Entry) -> Any:
        found.append(entry.path)
        return whole(self, entry)

    monkeypatch.setattr(module, "_read_head", read_head)
    monkeypatch.setattr(Library, "read", read_whole)
    return found


# ---- what lists say -----------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [False, True])
def test_a_row_says_what_the_bank_says(folder: Path, cache: Cache, kept: bool) -> None:
    """Title, description, date, how many items there are, are asked, are drafts; the same when it
    comes out of the cache."""
    found = rows(folder, cache)
    if kept:
        found = rows(folder, cache)
    bridge, broken, mill = found
    assert (bridge.entry.id, bridge.title, mill.title) == ("bridge", "A bridge", "A mill")
    assert (bridge.description, bridge.as_of) == ("What it is about.", "The articles are of 2025.")
    assert (bridge.items, bridge.asked, bridge.drafts, bridge.unproven) == (5, 3, 1, 1)
    assert (bridge.problem, bridge.problems) == (None, 0)
    assert broken.problem is not None
    assert broken.problem.severity is Severity.ERROR
    assert (broken.problem.path, broken.problem.line) == (str(folder / "broken.yaml"), 1)
    assert broken.problems > 1
    assert (broken.title, broken.items) == ("", 0)


def test_rows_are_those_of_the_banks(checkout: Path, cache: Cache) -> None:
    """For every bank that comes with the program, kept or not."""
    shipped = library(checkout / "question_banks", cache)
    for _ in range(2):
        for row in library(checkout / "question_banks", cache).listed():
            bank = shipped.load(row.entry)
            assert (row.title, row.description, row.as_of) == (
                bank.title, bank.description, bank.as_of or "",
            )  # fmt: skip
            assert (row.items, row.asked) == (len(bank.items), len(bank.asked))


def test_without_a_cache(folder: Path) -> None:
    """The library is listed all the same, and hidden banks are not."""
    double = write(folder / "zz.yaml", "mill", "Another mill")
    assert [row.title for row in rows(folder, None)] == ["A bridge", "", "A mill"]
    assert library(folder, None).entries[-1].path == double


def test_a_file_that_cannot_be_read_is_a_problem_that_is_not_kept(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole file is meant, and the next time it is tried again."""
    read = Library.read

    def refuse(self: Library, entry: Entry) -> Any:
        if entry.id == "mill":
            raise FileError(entry.path, "cannot be read (Input/output error)", "try again")
        return read(self, entry)

    with monkeypatch.context() as patch:
        patch.setattr(Library, "read", refuse)
        *_, mill = rows(folder, cache)
    assert mill.problem is not None
    assert (mill.problem.line, mill.problem.message) == (0, "cannot be read (Input/output error)")
    *_, mill = rows(folder, cache)
    assert (mill.title, mill.problem) == ("A mill", None)


# ---- known again --------------------------------------------------------------------------------


def test_a_library_that_has_not_changed_is_not_read(
    folder: Path, cache: Cache, read: list[Path]
) -> None:
    """Not even the beginnings of its files, nor those of YAML files that are no banks."""
    first = rows(folder, cache)
    assert folder / "notes.yaml" in read
    read.clear()
    assert rows(folder, cache) == first
    assert read == []


def test_only_what_has_changed_is_read_again(folder: Path, cache: Cache, read: list[Path]) -> None:
    """Changed, new, renamed and removed files are as they are now."""
    rows(folder, cache)
    read.clear()
    write(folder / "mill.yaml", "mill", "A windmill")
    new = write(folder / "new.yaml", "new", "A new one")
    (folder / "bridge.yaml").unlink()
    assert [row.title for row in rows(folder, cache)] == ["", "A windmill", "A new one"]
    assert set(read) == {folder / "mill.yaml", new}
    read.clear()
    assert [row.title for row in rows(folder, cache)] == ["", "A windmill", "A new one"]
    assert read == []


def test_a_change_behind_the_old_size_and_time_is_seen(folder: Path, cache: Cache) -> None:
    """As tools make it that set files back to the time of an archive."""
    path = folder / "mill.yaml"
    os.utime(path, ns=(10**18, 10**18))
    assert rows(folder, cache)[-1].title == "A mill"
    write(path, "mill", "A bill")
    os.utime(path, ns=(10**18, 10**18))
    assert rows(folder, cache)[-1].title == "A bill"


def test_what_was_just_changed_is_not_kept(folder: Path, tmp_path: Path, read: list[Path]) -> None:
    """A file of the last two seconds could change again and look the same: it is read each time."""
    cache = Cache(tmp_path / "cache", "1")
    rows(folder, cache)
    read.clear()
    assert [row.title for row in rows(folder, cache)] == ["A bridge", "", "A mill"]
    assert {folder / "bridge.yaml", folder / "mill.yaml"} <= set(read)


def test_the_same_file_changed_within_one_step_of_the_clock(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a disk's clock stands still, and a change leaves the signature as it was, it is seen."""
    monkeypatch.setattr(
        "civicsquiz.bank.catalogue.signature", lambda found: (found.st_size, 10**18, 1, 10**18)
    )
    monkeypatch.setattr(Cache, "disk_time", lambda self: 10**18 + 10**9)
    cache = Cache(tmp_path / "cache", "1")
    assert rows(folder, cache)[-1].title == "A mill"
    write(folder / "mill.yaml", "mill", "A bill")
    assert rows(folder, cache)[-1].title == "A bill"


def test_a_file_that_changes_while_it_is_read_is_read_again(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is kept under the signature from before it was read."""
    path = folder / "mill.yaml"
    listed = library(folder, cache)
    catalogue = listed._catalogue
    summary = catalogue.summary

    def changed_meanwhile(which: Path, make: Any) -> Any:
        def made(one: Path) -> Any:
            done = make(one)
            if one == path:
                write(path, "mill", "A bill")
            return done

        return summary(which, made)

    monkeypatch.setattr(catalogue, "summary", changed_meanwhile)
    assert list(listed.listed())[-1].title == "A mill"
    assert rows(folder, cache)[-1].title == "A bill"


def test_a_file_that_stands_in_for_another_for_a_while(
    folder: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of it is not kept as what the other says, even on a disk that does not note that
    a file was moved."""
    monkeypatch.setattr(
        "civicsquiz.bank.catalogue.signature",
        lambda found: (found.st_size, found.st_mtime_ns, found.st_ino, 0),
    )
    path, away = folder / "mill.yaml", folder / "away"
    listed = library(folder, cache)
    assert len(listed.entries) == 3
    path.rename(away)
    write(path, "mill", "A bill")
    assert list(listed.listed())[-1].title == "A bill"
    away.replace(path)
    assert rows(folder, cache)[-1].title == "A mill"


def test_what_is_found_at_first_is_kept_before_the_rest_is_read(
    folder: Path, cache: Cache, read: list[Path]
) -> None:
    """Finding a bank reads beginnings only; a list adds the rest, and one that ends early keeps what
    it has."""
    library(folder, cache).find("mill")
    assert len(read) == 4
    read.clear()
    begun = library(folder, cache).listed()
    next(begun)
    del begun  # as a screen that is left
    assert read == [folder / "bridge.yaml"]
    read.clear()
    rows(folder, cache)
    assert read == [folder / "broken.yaml", folder / "mill.yaml"]


def test_each_set_of_places_has_its_own(folder: Path, tmp_path: Path, cache: Cache) -> None:
    """One library does not make another forget."""
    other = tmp_path / "other"
    other.mkdir()
    write(other / "own.yaml", "own", "My own")
    for _ in range(2):
        assert len(rows(folder, cache)) == 3
        assert [row.title for row in rows(other, cache)] == ["My own"]
    assert len(list((tmp_path / "cache").glob("catalogue-*"))) == 2


def test_another_version_of_the_program_knows_nothing(
    folder: Path, tmp_path: Path, read: list[Path]
) -> None:
    """What it says of a bank may be something else."""
    rows(folder, LaterCache(tmp_path / "cache", "1"))
    read.clear()
    rows(folder, LaterCache(tmp_path / "cache", "2"))
    assert len(read) == 7


# ---- damaged ------------------------------------------------------------------------------------


def kept_file(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "cache").glob("catalogue-*")
    return found


@pytest.mark.parametrize("damage", [b"", b"\xff" * 50, b"{}", None])
def test_a_damaged_catalogue_counts_as_none(
    folder: Path, tmp_path: Path, cache: Cache, damage: bytes | None
) -> None:
    """Overwritten, cut off, deleted; it is written anew."""
    first = rows(folder, cache)
    path = kept_file(tmp_path)
    whole = path.read_bytes()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage or whole[: len(whole) // 2])
    assert rows(folder, cache) == first
    assert path.read_bytes() == whole


def leaves(values: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to every value of a catalogue, those of parts before those of the whole."""
    if isinstance(values, dict | list):
        for key, inner in values.items() if isinstance(values, dict) else enumerate(values):
            yield from leaves(inner, (*way, key))
    yield way


def replaced(values: Any, way: tuple[Any, ...], by: Any) -> Any:
    if not way:
        return by
    copy = dict(values) if isinstance(values, dict) else list(values)
    copy[way[0]] = replaced(copy[way[0]], way[1:], by)
    return copy


@pytest.mark.parametrize("rubbish", [None, 7, 7.5, "text", True, [], {}, [None] * 4, [1] * 8])
def test_values_of_another_shape_are_none(folder: Path, cache: Cache, rubbish: Any) -> None:
    """Whatever stands in place of whatever: no failure, and no row of a kind that it must not be."""
    rows(folder, cache)
    name = str(folder).encode()
    values = cache.get("catalogue", name)
    ways = list(leaves(values))
    assert len(ways) > 60
    for way in ways:
        cache.put("catalogue", name, replaced(values, way, rubbish))
        for row in rows(folder, cache):
            assert list(map(type, vars(row).values()))[:6] == [str, str, str, int, int, int]
            assert row.problem is None or isinstance(row.problem.severity, Severity)
            str(row.problem)


def test_a_catalogue_that_cannot_be_written_is_no_trouble(folder: Path, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert len(rows(folder, Cache(tmp_path / "cache", "1"))) == 3


def test_two_libraries_at_once(folder: Path, tmp_path: Path) -> None:
    """Threads that list while files change never see anything but a bank as it was once, and what
    they leave behind is right."""
    wrong: list[str] = []

    def listing() -> None:
        for _ in range(25):
            *_, mill = rows(folder, LaterCache(tmp_path / "cache", "1"))
            if mill.title not in titles:
                wrong.append(mill.title)

    titles = {f"Mill {number}" for number in range(40)}
    write(folder / "mill.yaml", "mill", "Mill 0")
    threads = [threading.Thread(target=listing) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(40):
        scratch = write(folder / "scratch", "mill", f"Mill {number}")
        scratch.replace(folder / "mill.yaml")
    for thread in threads:
        thread.join()
    assert wrong == []
    assert rows(folder, LaterCache(tmp_path / "cache", "1"))[-1].title == "Mill 39"


def test_two_programs_at_once(folder: Path, tmp_path: Path) -> None:
    """Several processes that begin with an empty cache all list the library."""
    code = """if True:
        import sys
        from pathlib import Path
        from civicsquiz.bank.library import Library, Origin
        from civicsquiz.source.cache import Cache
        for _ in range(10):
            cache = Cache(Path(sys.argv[2]), "1")
            library = Library([(Path(sys.argv[1]), Origin.YOURS)], cache)
            print([row.title for row in library.listed()])
    """
    command = [sys.executable, "-c", code, str(folder), str(tmp_path / "cache")]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
        for _ in range(3)
    ]
    said = {line for process in running for line in process.communicate()[0].splitlines()}
    assert said == {"['A bridge', '', 'A mill']"}
    assert [process.returncode for process in running] == [0, 0, 0]


def test_names_that_are_no_text(folder: Path, cache: Cache) -> None:
    """A file name with bytes that are no UTF-8 is kept and known again."""
    try:
        write(Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.yaml")), "cafe", "A café")
    except OSError:
        pytest.skip("this disk has no such names")
    assert rows(folder, cache) == rows(folder, cache)
    assert "A café" in [row.title for row in rows(folder, cache)]


def test_the_head_of_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    """A file that refuses once is tried again."""
    path = write(tmp_path / "bridge.yaml", "bridge")
    cache = LaterCache(tmp_path / "cache", "1")

    def refuse(_: Path) -> Head:
        raise PermissionError(13, "Permission denied")

    first = Catalogue(cache, [tmp_path])
    assert first.head(path, refuse) == Head(marked=False, id="")
    first.save()
    said = Head(marked=True, id="bridge")
    assert Catalogue(cache, [tmp_path]).head(path, lambda _: said) == said


def test_the_form_of_what_is_kept(folder: Path, cache: Cache, tmp_path: Path) -> None:
    """Plain JSON, an entry a file: nothing of the items is in it."""
    rows(folder, cache)
    values = json.loads(kept_file(tmp_path).read_bytes().split(b"\n", 1)[1])
    assert sorted(values) == sorted(str(path) for path in folder.iterdir())
    assert values[str(folder / "notes.yaml")][1:] == [False, "", None]
    assert "closed in 1950" not in str(values)
