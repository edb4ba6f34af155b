"""Which format a file is in."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

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


def packed(*names: str) -> bytes:
    """A zip of such entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


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
    ("data", "name", "told"),
    [
        (b"", "a.gift", "is empty"),
        (b"\xef\xbb\xbf \n", "a", "is empty"),
        (b"\x89PNG\r\n\x1a\nxxx", "a.gift", "is a PNG picture, and no file of questions"),
        (b"%PDF-1.7\n", "a.pdf", "is a PDF, and no file of questions"),
        (packed("[Content_Types].xml", "word/document.xml"), "a.docx", "is a Word document"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "a.zip", "save the sheet as “CSV UTF-8”"),
        (packed("../evil", "imsmanifest.xml"), "a.zip", "../evil leads out of the archive"),
        (packed("../evil"), "a.apkg", "../evil leads out of the archive"),
        (packed("a")[:40], "a", "its directory is damaged"),
        (b"<!DOCTYPE quiz [<!ENTITY a 'b'>]><quiz></quiz>", "a.xml", "a document type"),
        (b"<html><body>x</body></html>", "a.html", "it begins with <html>, not <quiz>"),
        (b"<assessmentIt", "a", "its XML is broken"),
        ("Qui est là? {=é ~b}".encode("latin-1"), "a.txt", ":1:10: is not UTF-8"),
        ("question,answer\né,b".encode("latin-1"), "a.csv", "is not UTF-8"),
        (b"\xff\xfe\x00", "a.txt", "no text in UTF-16"),
        (b"Who?\n{=a\0 ~b}\n", "a.gift", ":2:1: it has a NUL, which no text has"),
        (b"Dear all,\nthe minutes.\n", "a.gift", "is in no format that is read: say which one it is with --from"),
    ],
)  # fmt: skip
def test_what_is_of_no_format_is_refused_with_what_is_wrong(
    data: bytes, name: str, told: str
) -> None:
    with pytest.raises(FileError) as refused:
        recognising.recognise(data, name)
    assert told in str(refused.value)
    assert str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)


@settings(max_examples=examples(100, 20), deadline=None)
@given(st.binary(max_size=60), st.sampled_from(("a.zip", "a.apkg", "a.xml", "a.csv", "a")))
def test_any_bytes_are_recognised_or_refused(data: bytes, name: str) -> None:
    for begin in (b"", b"PK\x03\x04", b"<", b"\xff\xfe", b"SQLite format 3\0"):
        with contextlib.suppress(FileError):
            assert recognising.recognise(begin + data, name) in FORMATS


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
