"""Whatever is written as QTI 2.1 without a loss is read as it was."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.qti12.questions import BANK, FULL, HOSTILE, bare, questions
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats.portable import Answer, Collection, Kind, Portable, Text
from civicsquiz.formats.qti21 import read, recognises, write
from civicsquiz.formats.qti21.spelling import identifier, name_of
from civicsquiz.formats.safe.archive import Archive, pack


@settings(max_examples=examples(200))
@given(questions())
def test_what_is_written_without_a_loss_is_read(question: Portable) -> None:
    data, losses = write(Collection((question,)))
    if question.kind is Kind.ESSAY:
        assert losses
        return
    back, told = read(data, "bank.zip")
    if not losses:
        assert not told
        assert [bare(each) for each in back.questions] == [bare(question)]


@pytest.mark.parametrize("collection", [BANK, HOSTILE], ids=["bank", "hostile"])
def test_a_bank_comes_back(collection: Collection) -> None:
    data, losses = write(collection)
    assert losses == ()
    back, told = read(data, "bank.zip")
    assert told == ()
    assert [bare(each) for each in back.questions] == [bare(each) for each in collection.questions]
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


@given(st.text())
def test_any_name_is_an_identifier(name: str) -> None:
    ident = identifier(name)
    assert name_of(ident) == name
    assert ident[0].isalpha()
    assert set(ident) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.")


def question(kind: Kind, *answers: Answer, **more: object) -> Portable:
    return Portable(kind=kind, stem=Text("?"), id="q", answers=answers, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lost", "field", "told"),
    [
        (question(Kind.NUMBER, Answer(Text("many"), FULL, least=Decimal(1), most=Decimal(9))), "answers", "figure many"),
        (question(Kind.CHOICE, Answer(Text("a\0"), FULL)), "answers", "XML cannot hold"),
        (question(Kind.ORDER, Answer(Text("a"), feedback=Text("b"))), "feedback", "for its entries"),
        (question(Kind.ESSAY), "", "kind essay"),
    ],
)  # fmt: skip
def test_what_is_lost_is_told(lost: Portable, field: str, told: str) -> None:
    losses = write(Collection((lost,)))[1]
    assert [loss.field for loss in losses] == [field]
    assert told in losses[0].told


def test_known_wrong_answers_travel() -> None:
    told = question(Kind.SHORT, Answer(Text("a"), FULL), Answer(Text("b"), Decimal(0), Text("no")))
    data, losses = write(Collection((told,)))
    assert losses == ()
    assert read(data, "bank.zip")[0].questions[0].answers == told.answers


def test_an_order_is_not_given_away_by_the_file() -> None:
    archive = Archive(write(BANK)[0], "bank.zip")
    item = archive.read("items/item00008.xml").decode()
    places = [item.index(f'simpleChoice identifier="{name}"') for name in ("cq-a", "cq-b")]
    assert places == sorted(places)
    assert item.index("<value>cq-b</value>") < item.index("<value>cq-a</value>")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<quiz/>", "this is no item of QTI 2.1"),
        (b"<assessmentTest/>", "give the package"),
        (b"<!DOCTYPE assessmentItem><assessmentItem/>", "document type"),
        (pack([("a.txt", b"")]), r"no QTI 2\.1 in this archive"),
        (b"", "XML is broken"),
    ],
)
def test_what_is_no_qti(data: bytes, told: str) -> None:
    with pytest.raises(FileError, match=told):
        read(data, "bank.zip")


def test_a_broken_item_is_named_and_the_others_are_read() -> None:
    archive = Archive(write(BANK)[0], "bank.zip")
    files = {name: archive.read(name) for name in archive.names}
    files["items/item00001.xml"] = b"<!DOCTYPE assessmentItem><assessmentItem/>"
    del files["items/item00002.xml"]
    collection, losses = read(pack(files.items()), "bank.zip")
    assert len(collection.questions) == len(BANK.questions) - 2
    assert {loss.item for loss in losses} == {"items/item00001.xml", "items/item00002.xml"}


def test_it_is_recognised() -> None:
    assert recognises(write(BANK)[0]) == 1
    assert recognises(b"<assessmentItem/>") == 1
    assert recognises(b"<questestinterop/>") == 0
    assert recognises(b"PK\x03\x04 imsmanifest.xml") == 0
