"""Whatever is written as QTI 1.2 without a loss is read as it was, and Canvas’s profile holds."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.qti12.questions import BANK, FULL, HOSTILE, NONE, bare, questions
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats.portable import Answer, Collection, Kind, Portable, Text
from civicsquiz.formats.qti12 import read, recognises, write
from civicsquiz.formats.safe.archive import Archive, pack
from civicsquiz.formats.safe.xml import parse

ONE = Decimal(1)


@settings(max_examples=examples(200))
@given(questions())
def test_what_is_written_without_a_loss_is_read(question: Portable) -> None:
    data, losses = write(Collection((question,)))
    back, told = read(data, "bank.zip")
    if not losses:
        assert not told
        assert [bare(each) for each in back.questions] == [bare(question, ONE)]


@pytest.mark.parametrize("collection", [BANK, HOSTILE], ids=["bank", "hostile"])
def test_a_bank_comes_back(collection: Collection) -> None:
    data, losses = write(collection)
    assert losses == ()
    back, told = read(data, "bank.zip")
    assert told == ()
    assert [bare(each) for each in back.questions] == [
        bare(each, ONE) for each in collection.questions
    ]
    assert (back.title, back.description, back.language) == (
        collection.title,
        collection.description,
        collection.language,
    )


@settings(max_examples=examples(50))
@given(st.lists(questions(), max_size=4))
def test_the_same_bytes_every_time(questions: list[Portable]) -> None:
    collection = Collection(tuple(questions), title="A title")
    assert write(collection) == write(collection)
    if questions:
        assert recognises(write(collection)[0]) == 1


def document(collection: Collection) -> bytes:
    archive = Archive(write(collection)[0], "bank.zip")
    return next(
        archive.read(name)
        for name in archive.names
        if name.endswith(".xml")
        and name.split("/")[-1] not in ("imsmanifest.xml", "assessment_meta.xml")
    )


@pytest.mark.parametrize("collection", [BANK, HOSTILE], ids=["bank", "hostile"])
def test_the_document_is_valid(conformance: Path, tmp_path: Path, collection: Collection) -> None:
    """By the schema of Common Cartridge 1.0. Its profile knows neither matches nor orders nor numbers,
    which Canvas needs; the schema, which is that of the whole QTI 1.2, holds them."""
    if shutil.which("xmllint") is None:
        pytest.skip("xmllint is not installed")
    schema = conformance / "xsd" / "moodle-cc10" / "domainProfile_4" / "ims_qtiasiv1p2.xsd"
    file = tmp_path / "bank.xml"
    file.write_bytes(document(collection))
    command = ["xmllint", "--nonet", "--noout", "--schema", str(schema), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


def test_the_package_is_as_canvas_wants_it() -> None:
    archive = Archive(write(BANK)[0], "bank.zip")
    manifest = parse(archive.read("imsmanifest.xml"), "manifest")
    types = [each.get("type") for each in manifest.iter() if each.tag.endswith("}resource")]
    assert types[0] == "imsqti_xmlv1p2"
    hrefs = [each.get("href") for each in manifest.iter() if each.tag.endswith("}file")]
    assert set(hrefs) == set(archive.names) - {"imsmanifest.xml"}
    assert b"<fieldentry>numerical_question</fieldentry>" in document(BANK)


def test_a_number_in_digits_that_are_the_same() -> None:
    """Canvas takes a number for exact where value and bounds are one text."""
    text = document(BANK).decode()
    assert (
        '<or><varequal respident="response1">5</varequal><and><vargte respident="response1">5</vargte>'
        in text
    )
    assert (
        '<vargte respident="response1">3.13</vargte><varlte respident="response1">3.15</varlte>'
        in text
    )


def question(kind: Kind, *answers: Answer, **more: object) -> Portable:
    return Portable(kind=kind, stem=Text("?"), id="q", answers=answers, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lost", "field", "told"),
    [
        (question(Kind.SHORT, Answer(Text("a"), FULL), Answer(Text("b"), NONE, Text("no"))), "misses", "would take them for right"),
        (question(Kind.SHORT, Answer(Text("a"), FULL), Answer(Text("b"), Decimal("0.5"))), "fraction", "full marks"),
        (question(Kind.NUMBER, Answer(Text("80"), FULL, least=Decimal(80), most=Decimal(81))), "answers", "takes its bounds"),
        (question(Kind.NUMBER, Answer(Text("*"), FULL)), "answers", "no number"),
        (question(Kind.CHOICE, Answer(Text("a\0"), FULL)), "answers", "XML cannot hold"),
        (question(Kind.CHOICE, Answer(Text("a"), FULL), partly=Text("half")), "partly", "nothing"),
        (question(Kind.MULTIPLE, Answer(Text("a"), Decimal("0.7")), Answer(Text("b"), Decimal("0.3"))), "fraction", "share the mark"),
        (question(Kind.ESSAY), "", "kind essay"),
    ],
)  # fmt: skip
def test_what_is_lost_is_told(lost: Portable, field: str, told: str) -> None:
    losses = write(Collection((lost,)))[1]
    assert [loss.field for loss in losses] == [field]
    assert told in losses[0].told


def test_known_wrong_answers_never_look_right() -> None:
    lost = question(Kind.SHORT, Answer(Text("a"), FULL), Answer(Text("bad"), NONE, Text("no")))
    assert b"bad" not in document(Collection((lost,)))


def test_two_items_of_one_id() -> None:
    pair = (question(Kind.CHOICE, Answer(Text("a"), FULL)),) * 2
    data, losses = write(Collection(pair))
    assert "another item has it" in losses[0].told
    assert [each.id for each in read(data, "bank.zip")[0].questions] == ["q", ""]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<quiz/>", "this is no QTI 1.2"),
        (b"<!DOCTYPE questestinterop><questestinterop/>", "document type"),
        (pack([("a.txt", b"")]), "no QTI 1.2 in this archive"),
        (pack([("imsmanifest.xml", b"<manifest><resources/>")]), "XML is broken"),
        (pack([("inner.zip", pack([("a", b"")]))]), "no QTI 1.2 in this archive"),
        (b"", "XML is broken"),
    ],
)
def test_what_is_no_qti(data: bytes, told: str) -> None:
    assert recognises(data) == 0 or b"questest" in data
    with pytest.raises(FileError, match=told):
        read(data, "bank.zip")


def test_a_reference_out_of_the_archive_leads_nowhere() -> None:
    manifest = b"""<manifest><resources><resource identifier="r" type="imsqti_xmlv1p2">
    <file href="../../../etc/passwd"/><file href="/etc/hostname"/></resource></resources></manifest>"""
    with pytest.raises(FileError, match="no QTI"):
        read(pack([("imsmanifest.xml", manifest)]), "bank.zip")
