"""What goes into a pack: the bank, and of each source what may be passed on."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from civicsquiz import paths
from civicsquiz.bank import files, packing
from civicsquiz.bank.editing import BankText
from civicsquiz.bank.packing import Packed
from civicsquiz.errors import CivicsquizError
from civicsquiz.source import guide
from civicsquiz.source.guide import Guide, Summary
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.passages import passages_of
from civicsquiz.study.selection import question

TODAY = datetime.date(2026, 1, 1)

ARTICLE = """\
The Bridge Again

The council met on Monday and heard that the bridge would not last. “It was closed in 1950, and it
was closed in 1970,” said the mayor, Olu Berg, to the council.

Nobody spoke against the closing. The engineer, Ada Park, has looked after the bridge for thirty
years, and she wants a new one to be built of stone beside the old one, with a path for walkers.
"""
BANK = """\
civicsquiz: 1
id: bridge
title: A bridge
sources:
  courier: {{label: Report on the bridge{rights}}}
items:
  - id: closed
    type: true-false
    topic: bridge
    stance: fact
    stem: The bridge was closed in 1950. True or false?
    key: true
    rationale: It was closed for a year.
    evidence: [{evidence}]
"""
CLOSED = "{source: courier, exact: It was closed in 1950}"
ENGINEER = "{source: courier, exact: 'Ada Park, has looked after the bridge for thirty years'}"


def bank(folder: Path, *evidence: str, rights: str = "") -> Path:
    """A bank file that quotes so."""
    path = folder / "bridge.yaml"
    stated = f", rights: {rights}" if rights else ""
    path.write_text(BANK.format(evidence=", ".join(evidence), rights=stated), encoding="utf-8")
    return path


def packed(path: Path, *places: Path) -> Packed:
    return packing.pack(path.read_bytes(), path, Shelf(places), TODAY)


def guide_in(made: Packed) -> Guide:
    return guide.parse(made.pack.guides["courier"].decode(), "courier.md")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article" / "bridge.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def wide(tmp_path: Path, article: Path) -> Path:
    """A guide made for a bank that quotes both, with a summary of ours in front of each."""
    folder = tmp_path / "wide"
    folder.mkdir()
    other = folder / "other"
    other.mkdir()
    long = "{source: courier, exact: '“It was closed in 1950, and it was closed in 1970,”'}"
    made = guide_in(packed(bank(other, long, ENGINEER), article.parent))
    first, second = made.blocks
    with_summaries = (Summary("Of the closing."), first, Summary("Of the engineer."), second)
    text = guide.render(replace(made, blocks=with_summaries))
    (folder / "courier.md").write_text(text, encoding="utf-8")
    return folder


def test_an_article_becomes_a_guide_of_what_is_quoted(tmp_path: Path, article: Path) -> None:
    """The article itself stays behind, though its hash goes along."""
    made = packed(bank(tmp_path, CLOSED), article.parent)
    found = guide_in(made)
    assert [block.text for block in found.blocks] == ["It was closed in 1950"]
    assert found.card.sha256 is not None
    assert (made.absent, made.lost) == ((), 0)


def test_a_guide_is_cut_down_to_the_passages_that_are_quoted(tmp_path: Path, wide: Path) -> None:
    """Those stay whole, so that they are shown as before; all summaries stay."""
    found = guide_in(packed(bank(tmp_path, CLOSED), wide))
    assert [block.text for block in found.blocks] == [
        "Of the closing.",
        "“It was closed in 1950, and it was closed in 1970,”",
        "Of the engineer.",
    ]


def test_what_a_guide_does_not_hold_is_taken_from_the_article(
    tmp_path: Path, article: Path, wide: Path
) -> None:
    """A guide that is out of date keeps its summaries and gets the passages of this bank."""
    new = "{source: courier, exact: to be built of stone}"
    path = bank(tmp_path, CLOSED, new)
    found = guide_in(packed(path, wide, article.parent))
    assert [block.text for block in found.blocks] == [
        "Of the closing.", "It was closed in 1950", "Of the engineer.", "to be built of stone"
    ]  # fmt: skip
    assert packed(path, wide).lost == 1
    assert packed(path, wide, article.parent).lost == 0


def test_a_passage_that_is_too_long_to_pass_on_is_cut_to_the_quotations(tmp_path: Path) -> None:
    """A guide that somebody wrote by hand may hold half the article as one passage."""
    long = "It was closed in 1950. " + "Nobody knows why that was. " * 20 + "It was opened."
    text = f"""\
---
civicsquiz-guide: 1
kind: guide
id: courier
label: Report on the bridge
canonical_sha256: {"0" * 64}
body_words: 900
---

## Passage 0-{len(long)}, paragraph 1

> {long}
"""
    (tmp_path / "courier.md").write_text(text, encoding="utf-8")
    overlapping = "{source: courier, exact: closed in 1950. Nobody, suffix: knows}"
    opened = "{source: courier, exact: It was opened.}"
    found = guide_in(packed(bank(tmp_path, CLOSED, overlapping, opened), tmp_path))
    assert [(passage.start, passage.text) for passage in found.passages] == [
        (0, "It was closed in 1950. Nobody"),
        (len(long) - len("It was opened."), "It was opened."),
    ]


def test_a_source_in_the_public_domain_brings_its_guide_whole(tmp_path: Path, wide: Path) -> None:
    """Anybody may copy it."""
    path = wide / "courier.md"
    text = path.read_text("utf-8").replace("rights: null", "rights: public domain")
    path.write_text(text, encoding="utf-8")
    made = packed(bank(tmp_path, CLOSED, rights="public domain"), wide)
    assert made.pack.guides["courier"].decode() == text


def test_a_source_that_is_not_at_hand_has_no_guide(tmp_path: Path) -> None:
    """The quotations travel in the bank."""
    made = packed(bank(tmp_path, CLOSED), tmp_path / "nothing")
    assert (made.pack.guides, made.absent, made.lost) == ({}, ("courier",), 0)


def test_a_quotation_that_does_not_stand_there_is_counted(tmp_path: Path, article: Path) -> None:
    """It is `check` that refuses it; here it is told."""
    path = bank(tmp_path, CLOSED, "{source: courier, exact: It was closed in 1951}")
    assert packed(path, article.parent).lost == 1
    over = "{source: courier, exact: 'said the mayor, Olu Berg, to the council. Nobody spoke'}"
    path = bank(tmp_path, CLOSED, over)
    assert packed(path, article.parent).lost == 1


WORDS = ARTICLE.split("\n\n")[1].replace("\n", " ").strip()


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        ("It was " * 38, "in closed the passage has 76 words, over 75"),
        (WORDS, "words of “Report on the bridge” are quoted in all"),
    ],
)
def test_more_than_may_be_passed_on_is_refused(
    tmp_path: Path, article: Path, exact: str, told: str
) -> None:
    """A third of the running text and 75 words, as `check` has it."""
    path = bank(tmp_path, f"{{source: courier, exact: '{exact.strip()}'}}")
    with pytest.raises(CivicsquizError, match=told):
        packed(path, article.parent)


def test_a_guide_that_holds_more_than_may_be_passed_on_is_refused(
    tmp_path: Path, wide: Path
) -> None:
    """Though the bank quotes little of it."""
    path = wide / "courier.md"
    text = path.read_text("utf-8")
    at = text.index("body_words: ")
    short = text.replace(text[at : text.index("\n", at)], "body_words: 20")
    path.write_text(short, encoding="utf-8")
    with pytest.raises(CivicsquizError, match="its guide of “courier” has 11 words"):
        packed(bank(tmp_path, CLOSED), wide)


def test_a_bank_that_does_not_load_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """With the first finding, and how many more there are."""
    path = bank(tmp_path, CLOSED)
    text = path.read_text("utf-8").replace("stem", "stern").replace("topic", "topik")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CivicsquizError) as refused:
        packed(path)
    assert str(refused.value).count("error F") == 1
    assert "more: civicsquiz check" in str(refused.value)


@pytest.mark.parametrize(
    "path", sorted(paths.shipped_banks().glob("*.yaml")), ids=lambda at: at.stem
)
def test_every_shipped_bank_shows_the_same_passages_out_of_its_pack(
    path: Path, tmp_path: Path
) -> None:
    """With their surroundings, citations and offsets, though the pack holds parts of the guides."""
    made = packed(path, paths.shipped_seeds())
    assert (made.absent, made.lost) == ((), 0)
    for name, data in made.pack.folder.items():
        (tmp_path / name).write_bytes(data)
    bank = files.load(tmp_path / path.name)
    before, after = Shelf([paths.shipped_seeds()]), Shelf([tmp_path])
    for item in bank.items:
        asked = question(bank, item, "seed")
        assert passages_of(asked, before) == passages_of(asked, after)
    assert after.problems == []


def test_drafts_stay_with_their_teacher(tmp_path: Path, article: Path) -> None:
    """A pack has the items that somebody has judged, and no passage of the others; the rest of the
    file is as it was."""
    path = bank(tmp_path, CLOSED)
    text = BankText.open(path)
    draft = {
        **text.items[0],
        "id": "park",
        "evidence": [{"source": "courier", "exact": "Ada Park"}],
    }
    before = text.data
    text.add_items([draft | {"status": "draft"}, draft | {"id": "berg", "status": "needs-editing"}])
    text.save()
    made = packed(path, article.parent)
    assert made.pack.data == before
    assert [item.id for item in made.pack.bank.items] == ["closed"]
    assert all("Ada Park" not in passage.text for passage in guide_in(made).passages)


def test_a_bank_of_drafts_is_not_packed(tmp_path: Path, article: Path) -> None:
    """One sentence, with what to do."""
    path = bank(tmp_path, CLOSED)
    text = BankText.open(path)
    text.set_key("closed", "status", "draft")
    text.save()
    with pytest.raises(CivicsquizError, match="has nothing but drafts: judge them first"):
        packed(path, article.parent)
