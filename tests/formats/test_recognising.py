"""Which format a file is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz import paths
from civicsquiz.bank import files
from civicsquiz.errors import FileError, UsageError
from civicsquiz.formats import exporting, recognising, registry
from civicsquiz.formats.registry import FORMATS

FIXTURES = {
    "gift": ("gift/pygiftparser-rgmf", "*.txt"),
    "aiken": ("aiken", "*.txt"),
    "moodle-xml": ("moodle-xml", "*.xml"),
    "qti12": ("qti12/canvas-items", "*multiple*.xml"),
    "qti21": ("qti21", "choice*.xml"),
    "anki": ("anki", "*.apkg"),
    "csv": ("csv", "*.csv"),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", sorted(paths.shipped_banks().glob("*.yaml")), ids=lambda p: p.stem)
def test_what_we_write_is_recognised_whatever_it_is_called(name: str, path: Path) -> None:
    data, _ = registry.load(name).write(exporting.collection(files.load(path)).collection)
    for called in ("quiz", "quiz.txt", "quiz.csv", "quiz.zip", "quiz.xml"):
        assert recognising.recognise(data, called) == name


@pytest.mark.parametrize("name", FIXTURES)
def test_what_others_write_is_recognised(name: str, conformance: Path) -> None:
    folder, pattern = FIXTURES[name]
    found = sorted((conformance / folder).rglob(pattern))
    assert found
    for path in found:
        assert recognising.recognise(path.read_bytes(), "file") == name, path.name


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 1000, b"Dear all,\nplease find the minutes below.\n", b"%PDF-1.7\n", b"\xff\xfe\x00"]
)  # fmt: skip
def test_what_is_of_no_format_is_refused_with_the_mend(data: bytes) -> None:
    with pytest.raises(FileError, match="--from"):
        recognising.recognise(data, "minutes.gift")


def test_a_name_settles_only_what_the_content_leaves_open(monkeypatch: pytest.MonkeyPatch) -> None:
    likely = {"gift": 0.5, "csv": 0.5, "aiken": 0.3}
    monkeypatch.setattr(recognising, "_surely", lambda known, _: likely.get(known, 0.0))
    assert recognising.recognise(b"x", "words.csv") == "csv"
    assert recognising.recognise(b"x", "words.gift") == "gift"
    assert recognising.recognise(b"x", "words.aiken") == "gift"
    likely["aiken"] = 0.9
    assert recognising.recognise(b"x", "words.csv") == "aiken"


def test_a_format_that_is_none_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="gift, aiken, moodle-xml, qti12, qti21, anki, csv"):
        registry.load("word")


@pytest.mark.parametrize("about", FORMATS.values(), ids=lambda about: about.name)
def test_each_format_says_what_it_is(about: registry.About) -> None:
    assert about.told
    assert about.suffixes[0].startswith(".")
    form = registry.load(about.name)
    assert all(callable(getattr(form, name)) for name in ("read", "write", "recognises"))
