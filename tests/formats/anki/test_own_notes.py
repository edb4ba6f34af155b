"""What we write: the same bytes each time, read back as it was, and nothing but text on the cards."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.formats.anki.making import zipped
from tests.formats.csv.generated import CHOICE, COLLECTIONS, QUESTIONS, VALUES, placeless
from tests.often import examples

from civicsquiz.formats import anki
from civicsquiz.formats.anki import details
from civicsquiz.formats.anki.collection import opened
from civicsquiz.formats.anki.fields import derived, explained
from civicsquiz.formats.anki.own import DETAILS, FIELDS, GENERAL
from civicsquiz.formats.anki.spelling import as_tags, bare, from_tags, hidden, spelt, unspelt
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

GENERAL_TEXT = """Warren wrote it.

Why that settles it: he signed it.

The passage that proves it: “Warren wrote”
[Essay], paragraph 3

For context: “dignity”
[Essay]

According to the essay. The source puts this loosely.

Not in the article: 356 U.S. 86.

The law itself: “nor cruel”
[Eighth Amendment]"""
BANK = Collection((CHOICE,), title="Punishment", id="punishment")


def carried(collection: Collection) -> Collection:
    """Without what Anki takes out of its fields."""
    return replace(
        collection,
        questions=tuple(
            replace(one, stem=Text(bare(one.stem.value)), general=Text(bare(one.general.value)))
            for one in collection.questions
        ),
    )


@settings(max_examples=examples(75, 20), deadline=None)
@given(COLLECTIONS.filter(lambda whole: whole.questions))
def test_a_round_trip(collection: Collection) -> None:
    expected = carried(collection)
    assume(all(one.stem for one in expected.questions))
    data, lost = anki.write(collection)
    assert bool(lost) == (expected != collection)
    assert anki.write(collection)[0] == data
    again, losses = anki.read(data, "d.apkg")
    assert losses == ()
    assert placeless(again) == expected
    assert anki.recognises(data) == 1.0


@settings(max_examples=examples(150, 40), deadline=None)
@given(QUESTIONS)
def test_all_that_fields_hold_is_text(one: Portable) -> None:
    shown = {
        **derived(one),
        **{name: spelt(part) for name, part in explained(one.general.value).items()},
        "Question": spelt(one.stem.value),
        DETAILS: hidden(details.written(one, Collection(()), first=True)),
    }
    assert set(shown) == set(FIELDS)
    for field in shown.values():
        for tag in ("<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<br>"):
            field = field.replace(tag, "")  # noqa: PLW2901
        assert "<" not in field
        assert not any(run in field for run in ("[sound:", "[anki:", "[latex]", "[$]"))


@given(VALUES)
def test_a_field_shows_the_text(text: str) -> None:
    assert unspelt(spelt(text)) == Text(bare(text))


def test_what_was_put_into_a_field_stays() -> None:
    assert unspelt("a<b>c</b>") == Text("a<b>c</b>", Form.HTML)


def test_the_parts_of_an_explanation() -> None:
    parts = explained(GENERAL_TEXT)
    assert {name: text.count("\n\n") + 1 for name, text in parts.items()} == dict(
        zip(GENERAL, (2, 2, 1, 2), strict=True)
    )
    assert parts["Passage"].startswith("The passage that proves it")
    assert parts["Stance"] == "According to the essay. The source puts this loosely."


@given(st.lists(st.sampled_from((*GENERAL_TEXT.split("\n\n"), "x", "", "\n")), max_size=8))
def test_no_part_of_an_explanation_is_lost(paragraphs: list[str]) -> None:
    general = "\n\n".join(paragraphs)
    parts = explained(general)
    assert "\n\n".join(filter(None, parts.values())) == general


def test_what_the_fields_of_each_kind_show() -> None:
    def shown(kind: Kind, *answers: Answer, pairs: tuple[Pair, ...] = ()) -> tuple[str, str, str]:
        made = derived(Portable(kind=kind, stem=Text("s"), answers=answers, pairs=pairs))
        return made["Options"], made["Answer"], made["Whys"]

    right, wrong = Answer(Text("a"), Decimal(1)), Answer(Text("b"), Decimal(0), Text("no"))
    assert shown(Kind.CHOICE, wrong, right) == (
        "<ul><li>b</li><li>a</li></ul>",
        "a",
        "<ul><li>b: no</li></ul>",
    )
    assert shown(Kind.SHORT, right, Answer(Text("c"), Decimal(1)), wrong)[:2] == (
        "",
        "<ul><li>a</li><li>c</li></ul>",
    )
    assert shown(Kind.TRUE_FALSE, Answer(Text("false"), Decimal(1)))[:2] == (
        "<ul><li>True</li><li>False</li></ul>",
        "False",
    )
    number = Answer(Text("80"), Decimal(1), least=Decimal(80), most=Decimal(81))
    assert shown(Kind.NUMBER, number)[1] == "80 (from 80 to 81)"
    steps = [Answer(Text(text)) for text in "abcdef"]
    options, answer, _ = shown(Kind.ORDER, *steps)
    assert answer == "<ol>" + "".join(f"<li>{text}</li>" for text in "abcdef") + "</ol>"
    assert options.replace("ul>", "ol>") != answer
    assert sorted(options) == sorted(answer.replace("ol>", "ul>"))
    pairs = (Pair(Text("l"), Text("r")), Pair(Text(), Text("spare")))
    options, answer, _ = shown(Kind.MATCH, pairs=pairs)
    assert answer == "<ul><li>l – r</li></ul>"
    assert "<li>l – ?</li>" in options
    assert "<li>? – spare</li>" in options


def _changed(data: bytes, change: Callable[[list[str]], object], tags: str = "") -> bytes:
    """The package after somebody has edited its first note in Anki."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(inside)
    fields = connection.execute("SELECT flds FROM notes").fetchone()[0].split("\x1f")
    change(fields)
    connection.execute("UPDATE notes SET flds = ?, tags = tags || ?", ("\x1f".join(fields), tags))
    connection.commit()
    inside = connection.serialize()
    connection.close()
    return zipped({"collection.anki2": inside, "media": b"{}"})


def _put(name: str, value: str) -> Callable[[list[str]], object]:
    return lambda fields: fields.__setitem__(FIELDS.index(name), value)


def test_what_is_changed_in_anki() -> None:
    data, _ = anki.write(BANK)
    (one,) = anki.read(_changed(data, _put("Question", "New &amp; <b>bold</b>")), "d")[0].questions
    assert one.stem == Text("New &amp; <b>bold</b>", Form.HTML)
    (one,) = anki.read(_changed(data, _put("Background", "Mine"), "leech "), "d")[0].questions
    assert one.general == Text("Warren wrote.\n\n“…”\n\nMine")
    assert one.tags == ("fact", "leech")
    collection, lost = anki.read(_changed(data, _put("Answer", "Black")), "d")
    assert placeless(collection) == BANK
    assert [str(loss) for loss in lost] == [
        "who-wrote: Answer: it was changed in Anki; it is read as it was exported"
    ]


@pytest.mark.parametrize(
    "stated",
    [
        "", "[", pytest.param("[" * 100_000, id="deep"), "{}", '{"v":2}', '{"v":1}', '{"v":1,"kind":"choice","id":1}',
        '{"v":1,"kind":"choice","answers":[["a","2","","","",""]]}', '{"v":1,"kind":"choice","answers":[["a"]]}',
        '{"v":1,"kind":"choice","points":"1e999999999"}', '{"v":1,"kind":"choice","name":"\\ud800"}',
        '{"v":1,"kind":"choice","tags":[1]}', '{"v":1,"kind":"choice","points":"NaN"}',
    ],
)  # fmt: skip
def test_details_that_we_did_not_write(stated: str) -> None:
    """Then it is a note like any other."""
    with pytest.raises(details.NotOurs):
        details.read(stated)
    (one,) = anki.read(_changed(anki.write(BANK)[0], _put(DETAILS, hidden(stated))), "d")[
        0
    ].questions
    assert (one.kind, one.stem) == (Kind.SHORT, Text("Who wrote for the Court?", Form.HTML))
    assert one.answers[0].text == Text("Earl Warren", Form.HTML)


def test_ids_are_kept_and_banks_kept_apart() -> None:
    def guids(collection: Collection) -> list[str]:
        return [note.guid for note in opened(anki.write(collection)[0], "d").notes]

    changed = replace(CHOICE, stem=Text("Other words?"), answers=())
    assert guids(replace(BANK, title="Renamed", questions=(changed,))) == guids(BANK)
    assert guids(replace(BANK, id="other")) != guids(BANK)
    twice = guids(replace(BANK, questions=(CHOICE, CHOICE, replace(CHOICE, id=""))))
    assert len(set(twice)) == 3
    assert twice[0] == guids(BANK)[0]


def test_what_is_lost_in_writing() -> None:
    one = replace(CHOICE, stem=Text("a\0\x1fb"), general=Text("<i>x</i>", Form.HTML), foreign="x")
    data, losses = anki.write(replace(BANK, questions=(one, replace(CHOICE, stem=Text()))))
    assert [(loss.item, loss.field) for loss in losses] == [
        ("who-wrote", "general"), ("who-wrote", "stem"), ("who-wrote", "foreign"), ("who-wrote", "stem"),
    ]  # fmt: skip
    assert anki.read(data, "d")[0].questions[0].stem == Text("ab")
    assert [str(loss) for loss in anki.write(Collection((), id="x"))[1]] == [
        "a deck without notes says nothing of the bank but its title"
    ]


def test_tags() -> None:
    assert as_tags(("a b", " ", "c\td", "a_b")) == ("a_b", "c_d")
    assert from_tags(("FACT", "leech"), ("fact", "gone", " ")) == ("fact", " ", "leech")


def test_an_empty_deck_has_its_title() -> None:
    data, losses = anki.write(Collection((), title="A::B"))
    assert losses == ()
    assert anki.read(data, "d") == (Collection(()), ())
