"""What Anki itself makes of our packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from tests.formats.anki.making import CLOZE, database, note
from tests.formats.csv.generated import CHOICE, HOSTILE, placeless

from civicsquiz.formats import anki
from civicsquiz.formats.anki.writing import WHEN
from civicsquiz.formats.portable import Collection, Text

pytest.importorskip("anki", reason="the anki package is not installed: it reads our decks")
BANK = Collection(
    (CHOICE, replace(CHOICE, id="second", stem=Text("Second?"))),
    title="Punishment",
    description="A bank.",
    language="en",
    topics=("Trop",),
    id="punishment",
)


@dataclass
class Real:
    """A new collection of Anki's."""

    collection: Any
    folder: Path

    def takes(self, data: bytes) -> tuple[int, int, int]:
        """How many notes it says are new, updated and there already."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        path = self.folder / "deck.apkg"
        path.write_bytes(data)
        log = self.collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        ).log
        assert not [*log.missing_notetype, *log.missing_deck, *log.empty_first_field]
        return len(log.new), len(log.updated), len(log.duplicate)

    def gives(self, *, legacy: bool) -> bytes:
        from anki.collection import ExportAnkiPackageOptions

        path = self.folder / "out.apkg"
        self.collection.export_anki_package(
            out_path=str(path), options=ExportAnkiPackageOptions(legacy=legacy), limit=None
        )
        return path.read_bytes()

    @property
    def notes(self) -> list[Any]:
        return [
            self.collection.get_note(number)
            for number in self.collection.db.list("SELECT id FROM notes ORDER BY id")
        ]


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Real]:
    from anki.collection import Collection as Anki

    collection = Anki(str(tmp_path / "collection.anki2"))
    yield Real(collection, tmp_path)
    collection.close()


def test_the_second_import_adds_nothing(real: Real) -> None:
    data, _ = anki.write(BANK)
    assert real.takes(data) == (2, 0, 0)
    assert real.takes(data) == (0, 0, 2)
    assert [len(one.cards()) for one in real.notes] == [1, 1]
    assert real.collection.fix_integrity()[1]
    assert len(real.notes) == 2
    assert [one.name for one in real.collection.decks.all_names_and_ids()] == [
        "Default",
        "Punishment",
    ]


def test_changed_words_update_the_note(real: Real) -> None:
    real.takes(anki.write(BANK)[0])
    before = [one.id for one in real.notes]
    changed = replace(BANK, questions=(replace(CHOICE, stem=Text("Who, then?")), BANK.questions[1]))
    assert real.takes(anki.write(changed, when=WHEN + 1)[0])[0] == 0
    assert [one.id for one in real.notes] == before
    assert [one["Question"] for one in real.notes] == ["Who, then?", "Second?"]


def test_another_bank_comes_beside_it(real: Real) -> None:
    real.takes(anki.write(BANK)[0])
    assert real.takes(anki.write(replace(BANK, id="other", title="Other"))[0]) == (2, 0, 0)
    assert len(real.notes) == 4
    names = [one["name"] for one in real.collection.models.all()]
    assert names.count("civicsquiz question") == 1


def test_the_card(real: Real) -> None:
    one = replace(CHOICE, stem=Text("Is <script>1 < 2</script> {{Answer}} [sound:x.mp3]?"))
    real.takes(anki.write(replace(BANK, questions=(one,)))[0])
    (card,) = real.notes[0].cards()
    assert (
        "Is &lt;script&gt;1 &lt; 2&lt;/script&gt; {{Answer}} &#91;sound:x.mp3]?" in card.question()
    )
    assert "Earl Warren</li>" in card.question()
    assert "He joined" not in card.question()
    assert '<div class="answer">Earl Warren</div>' in card.answer()
    assert "Hugo Black: He joined the opinion." in card.answer()
    assert not card.question_av_tags()
    assert [one.tags for one in real.notes] == [["fact"]]


def test_hostile_text_comes_back_out_of_anki(real: Real) -> None:
    """Anki takes out control characters, as is told, and composes others; all else stays."""
    texts = [text for text in HOSTILE if text not in ("e\u0301", "\x1b[31m")]
    questions = tuple(
        replace(CHOICE, id=f"i-{at}", stem=Text(f"{text}x"), general=Text(f"x{text}"))
        for at, text in enumerate(texts)
    )
    whole = replace(BANK, questions=questions)
    assert real.takes(anki.write(whole)[0])[0] == len(texts)
    again, lost = anki.read(real.gives(legacy=True), "out.apkg")
    assert lost == ()
    for one, wanted in zip(placeless(again).questions, questions, strict=True):
        assert one == wanted


def test_a_collection_of_todays_anki(real: Real, tmp_path: Path) -> None:
    from anki.collection import Collection as Anki

    real.takes(anki.write(BANK)[0])
    cloze = real.collection.new_note(real.collection.models.by_name("Cloze"))
    cloze["Text"] = "{{c1::Warren}} wrote"
    real.collection.add_note(cloze, real.collection.decks.id("Civics::Courts"))
    real.collection.close()
    data = (tmp_path / "collection.anki2").read_bytes()
    real.collection = Anki(str(tmp_path / "collection.anki2"))
    again, lost = anki.read(data, "collection.anki2")
    assert lost == ()
    assert placeless(replace(again, questions=again.questions[:2])) == BANK
    last = again.questions[2]
    assert (last.stem.value, last.category, last.foreign) == (
        "[...] wrote",
        ("Civics", "Courts"),
        "Cloze",
    )


def test_the_newest_form_of_a_package(real: Real) -> None:
    """Compressed, and of the newest schema: what Anki exports unless it is told otherwise."""
    real.takes(anki.write(BANK)[0])
    again, lost = anki.read(real.gives(legacy=False), "out.apkg")
    assert lost == ()
    assert placeless(again) == BANK


def test_clozes_as_anki_makes_cards_of_them(real: Real) -> None:
    """As many questions as Anki has cards."""
    texts = (
        "{{c1::a}} {{c2::b}}", "{{c2::a {{c1::b}} c}}", "{{c3::a::hint}} {{c3::b}}", "{{c1::a}} {{c1::b", "{{c1,2::a}}",
    )  # fmt: skip
    for at, text in enumerate(texts):
        one = real.collection.new_note(real.collection.models.by_name("Cloze"))
        one["Text"] = text
        real.collection.add_note(one, 1)
        questions = anki.read(database(note(CLOZE, text, "", guid=str(at))), "d")[0].questions
        assert len(questions) == len(one.cards()), text
