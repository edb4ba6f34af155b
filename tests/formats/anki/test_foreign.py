"""Decks that others made."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import genanki  # type: ignore[import-untyped]
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.anki.making import BASIC, CLOZE, REVERSED, database, note, package, zipped
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats import anki
from civicsquiz.formats.anki.cloze import gaps
from civicsquiz.formats.anki.collection import opened
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Portable, Text


def shown(data: bytes) -> list[tuple[str, str, str]]:
    return [
        (one.id, one.stem.value, one.answers[0].text.value if one.answers else "")
        for one in anki.read(data, "d.apkg")[0].questions
    ]


def lost(data: bytes) -> list[str]:
    return [str(loss) for loss in anki.read(data, "d.apkg")[1]]


def marked(value: str) -> Text:
    return Text(value, Form.HTML)


def test_notes_as_anki_reads_them(conformance: Path) -> None:
    """A note type that clashes with one of the collection gets a sign more when Anki imports it."""
    folder = conformance / "anki"
    expectations = sorted((folder / "expected-anki").glob("*.json"))
    assert len(expectations) == 9
    for path in expectations:
        expected = json.loads(path.read_text("utf-8"))
        data = (folder / expected["file"]).read_bytes()
        if "error" in expected:
            with pytest.raises(FileError, match="this collection is older"):
                anki.read(data, path.name)
            continue
        notes = opened(data, path.name).notes
        found = [
            {"guid": one.guid, "type": one.type.name, "fields": one.named, "tags": list(one.tags)}
            for one in notes
        ]
        wanted = [{**one, "type": one["type"].rstrip("+_")} for one in expected["notes"]]
        assert sorted(found, key=str) == sorted(wanted, key=str), path.name
        assert len(anki.read(data, path.name)[0].questions) == expected["note_count"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("anki12.anki", "this is a deck of Anki 1"),
        ("anki12-broken.anki", "this is a deck of Anki 1"),
        ("anki12-due.anki", "this is a deck of Anki 1"),
        ("suspended12.anki", "this is a deck of Anki 1"),
        ("invalid-ords.anki", "this is a deck of Anki 1"),
        ("diffmodels1.anki", "this is a deck of Anki 1"),
        ("diffmodels2.anki", "this is a deck of Anki 1"),
        ("mnemo.db", "this is a deck of Mnemosyne"),
        ("fake.png", "this is no deck"),
        ("text-tags.txt", "this is no deck"),
    ],
)
def test_what_is_refused(conformance: Path, name: str, told: str) -> None:
    data = (conformance / "anki" / "ankitects-support" / name).read_bytes()
    with pytest.raises(FileError, match=told):
        anki.read(data, name)


def test_front_and_back() -> None:
    data = package(
        note(BASIC, "Who <i>presides</i>?", "The Chief", tags=("law", "a::b")),
        deck="Civics::Courts",
    )
    assert anki.read(data, "d.apkg") == (
        Collection(
            (
                Portable(
                    kind=Kind.SHORT,
                    stem=marked("Who <i>presides</i>?"),
                    id="g1",
                    answers=(Answer(marked("The Chief"), Decimal(1)),),
                    category=("Civics", "Courts"),
                    tags=("law", "a::b"),
                    foreign="Basic (genanki)",
                    place="note 1",
                ),
            ),
            title="Courts",
        ),
        (),
    )


def test_a_second_card_is_told() -> None:
    data = package(note(REVERSED, "q", "a"))
    assert shown(data) == [("g1", "q", "a")]
    assert lost(data) == ["g1: it has 2 cards, of which the first was read"]


def test_fields_by_the_template() -> None:
    model = genanki.Model(
        1,
        "Odd",
        fields=[{"name": name} for name in ("Extra", "Word", "Meaning", "Source", "Unseen")],
        templates=[
            {
                "name": "one",
                "qfmt": "{{#Word}}<b>{{type:Word}}</b>{{/Word}}",
                "afmt": "{{FrontSide}} {{Meaning}} {{hint:Extra}} {{Source}}",
            }
        ],
    )
    data = package(note(model, "x", "veto", "I forbid", "", "u"))
    (one,) = anki.read(data, "d.apkg")[0].questions
    assert (one.stem, one.answers[0].text, one.general) == (
        marked("veto"),
        marked("I forbid"),
        marked("x"),
    )
    assert lost(data) == ["g1: Unseen: the first card does not show it, and it was left out"]


def test_clozes() -> None:
    data = package(note(CLOZE, "{{c1::Warren::who}} wrote in {{c2::1958}}.", "See Trop."))
    assert shown(data) == [
        ("g1-1", "[who] wrote in 1958.", "Warren"),
        ("g1-2", "Warren wrote in [...].", "1958"),
    ]
    assert {one.general for one in anki.read(data, "d.apkg")[0].questions} == {marked("See Trop.")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {{c1::b}} c {{c1::d}}", [(1, "a [...] c [...]", "b, d")]),
        ("{{c2::a {{c1::b}} c}}", [(1, "a [...] c", "b"), (2, "[...]", "a b c")]),
        ("{{c1,3::a}}", [(1, "[...]", "a"), (3, "[...]", "a")]),
        ("{{c1::a}} {{c1::b", [(1, "[...] {{c1::b", "a")]),
        ("{{c0::a}} }} {{c500::b}} {{cx::c}}", []),
        ("{{c1::a::b::c}}", [(1, "[b::c]", "a")]),
    ],
)
def test_forms_of_clozes(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(gap.number, gap.stem, gap.answer) for gap in gaps(text)] == expected


def test_what_is_of_no_use_is_told() -> None:
    data = package(
        note(BASIC, "", "a", guid="e"),
        note(BASIC, "q", "", guid="n"),
        note(CLOZE, "nothing", "", guid="c"),
        note(BASIC, "[sound:x.mp3] q", 'a <IMG class="x" src="y.png">', guid="s"),
        note(BASIC, "<img src='map.png'>", "a", guid="p"),
        note(BASIC, "q", "[sound:x.mp3]", guid="r"),
    )
    assert shown(data) == [("n", "q", ""), ("s", "q", "a"), ("p", "", "a"), ("r", "q", "")]
    assert lost(data) == [
        "e: there is nothing on the front of its card",
        "n: there is no answer on the back of its card",
        "c: nothing is hidden in it",
        "s: Front: the sound “x.mp3” was left out",
        "s: Back: the picture “y.png” was left out",
        "p: Front: the picture “map.png” was left out",
        "r: Back: the sound “x.mp3” was left out",
    ]


def test_newer_forms_go_before_older_ones() -> None:
    newer, older = database(note(BASIC, "new", "a")), database(note(BASIC, "old", "a"))
    assert shown(zipped({"collection.anki2": older, "collection.anki21": newer})) == [
        ("g1", "new", "a")
    ]
    with pytest.raises(FileError, match="damaged"):
        anki.read(zipped({"collection.anki2": older, "collection.anki21b": b"x"}), "d.apkg")
    assert shown(newer) == [("g1", "new", "a")]


def test_a_collection_in_a_frame_of_zstandard() -> None:
    packed = zstandard.compress(database(note(BASIC, "q", "a")))
    assert shown(zipped({"collection.anki21b": packed})) == [("g1", "q", "a")]
    for damaged in (packed[:40], packed[:-9], packed[:4] + b"\xff" * 30 + packed[34:]):
        with pytest.raises(FileError, match=r"damaged|no SQLite database"):
            anki.read(zipped({"collection.anki21b": damaged}), "d.apkg")


def test_a_frame_that_unpacks_to_too_much() -> None:
    bomb = zstandard.compress(b"SQLite format 3\0" + bytes(200 << 20))
    with pytest.raises(FileError, match="unpacks to more than"):
        anki.read(zipped({"collection.anki21b": bomb}), "d.apkg")


@settings(max_examples=examples(100, 30), deadline=None)
@given(st.text("{}c1:,::ab", max_size=40))
def test_any_cloze_is_read(text: str) -> None:
    for gap in gaps(text):
        assert 0 < gap.number < 500
        assert "[" in gap.stem


@pytest.mark.parametrize(
    ("data", "sure"),
    [
        (package(), 1.0),
        (database(), 0.7),
        (zipped({"imsmanifest.xml": b""}), 0.0),
        (b"", 0.0),
        (b"PK\x03\x04", 0.0),
    ],
)
def test_how_surely_it_is_one(data: bytes, sure: float) -> None:
    assert anki.recognises(data) == sure
