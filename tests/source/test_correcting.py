"""Corrections of what a block is: applied by their words, kept on cards, refused where they fit nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from civicsquiz.errors import InvalidGuide
from civicsquiz.source import guide, kept, reading
from civicsquiz.source.card import Card, Correction, as_values, corrections_of
from civicsquiz.source.correcting import CorrectionError, block_of, corrected, selector_for
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf

LEAD = (
    "The council of Millbrook met on Tuesday to hear what the oldest bridge of the town would cost."
)
ROW = "Two men and a lamp stand on the bridge after the rain of the spring."
CITED = "The court said so in 1907.Abara v. Okoro, 384 U.S. 436 (1966). It is the law of the town."
RAW = f"What the bridge costs the town\n\n{LEAD}\n\n{ROW}\n\n{CITED}\n\n{LEAD} Again.\n"


@pytest.fixture
def document() -> Document:
    return reading.read(RAW.encode(), Path("a.txt"))


def correction(exact: str, kind: Kind, prefix: str = "") -> Correction:
    return Correction(Selector(exact, prefix), kind)


def kinds(document: Document) -> list[tuple[str, int]]:
    return [(str(block.kind), block.paragraph) for block in document.blocks]


def test_a_correction_changes_the_kind_and_the_paragraphs_after_it(document: Document) -> None:
    """The text and its offsets stay, and what is no longer body is no longer counted."""
    assert kinds(document) == [("title", 0), ("body", 1), ("body", 2), ("body", 3), ("body", 4)]
    found = corrected(document, [correction("Two men and a lamp", Kind.CAPTION)])
    assert kinds(found) == [("title", 0), ("body", 1), ("caption", 0), ("body", 2), ("body", 3)]
    assert (found.text, found.runs, found.sha256) == (document.text, document.runs, document.sha256)
    assert found.body_words == document.body_words - len(ROW.split())
    assert found.asides == document.asides != ()


def test_notes_are_looked_for_in_what_becomes_running_text(document: Document) -> None:
    """And forgotten in what is none any more."""
    none = corrected(document, [correction("It is the law", Kind.FOOTNOTE)])
    assert none.asides == ()
    assert corrected(none, [correction("It is the law", Kind.BODY)]) == document


def test_the_later_of_two_counts(document: Document) -> None:
    """And none at all changes nothing."""
    both = [correction("Two men", Kind.CAPTION), correction("after the rain", Kind.BODY)]
    assert corrected(document, both) == document
    assert corrected(document, []) is document


@pytest.mark.parametrize(
    ("exact", "problem"),
    [
        (
            "Three men and a lamp",
            "do not stand in the article; the nearest is “cost. Two men and a lamp”",
        ),
        ("The council of Millbrook", "stand in 2 blocks: say which with prefix or suffix"),
        ("spring. The court", "run over two blocks"),
    ],
)
def test_one_that_fits_no_one_block_is_named(document: Document, exact: str, problem: str) -> None:
    """With what is wrong with it."""
    with pytest.raises(CorrectionError) as refused:
        corrected(document, [correction(exact, Kind.TABLE)])
    assert problem in str(refused.value)
    assert f"“{exact}” to table" in str(refused.value)


def test_words_that_stand_twice_in_one_block_are_enough(document: Document) -> None:
    """They say which block is meant."""
    found = corrected(document, [correction("the", Kind.BODY, "bridge costs")])
    assert found.blocks[0].kind is Kind.BODY
    twice = reading.read(b"The lamp is a lamp, they say.\n", Path("a.txt"))
    assert corrected(twice, [correction("lamp", Kind.CAPTION)]).blocks[0].kind is Kind.CAPTION


def test_a_selector_for_each_block(document: Document) -> None:
    """Also where a block begins as another does, or says the same."""
    same = reading.read(f"{RAW}\n{ROW}\n\n{LEAD}\n\n{ROW}\n".encode(), Path("a.txt"))
    for each in (document, same):
        for block in each.blocks:
            selector = selector_for(each, block)
            assert block_of(each, Correction(selector, Kind.BODY)) == block
    assert selector_for(document, document.blocks[2]) == Selector("Two men and a")


VALUES = {"exact": "Two men", "kind": "link list"}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("caption", "is not a list"),
        ([["exact"]], "is not a set of keys"),
        ([{"exact": "Two men"}], "without “exact” and “kind”"),
        ([{"kind": "caption"}], "without “exact” and “kind”"),
        ([{**VALUES, "why": "so"}], "with other keys"),
        ([{**VALUES, "kind": "picture"}], "“picture”, which is no kind of block"),
    ],
)
def test_values_that_are_no_corrections(values: object, told: str) -> None:
    """Each fault in words."""
    with pytest.raises(ValueError, match=told):
        corrections_of(values)


def test_values_are_read_back() -> None:
    """With and without what stands around."""
    values = [VALUES, {**VALUES, "prefix": "a", "suffix": "b"}]
    assert [as_values(each) for each in corrections_of(values)] == [
        dict(
            sorted(each.items(), key=lambda pair: "exact prefix suffix kind".split().index(pair[0]))
        )
        for each in values
    ]


def of_card(document: Document, kinds: Sequence[Correction]) -> guide.Guide:
    card = Card("mill", "The mill", sha256=document.sha256, kinds=tuple(kinds))
    return guide.build(document, card, "en", [(document.blocks[1].start, document.blocks[1].end)])


def test_a_guide_keeps_them(document: Document) -> None:
    """In its front matter, and in the cache."""
    built = of_card(
        document, [correction('Two "men" \\ and', Kind.LINK_LIST), correction("x", Kind.BODY, "y")]
    )
    assert guide.parse(guide.render(built), "mill.md") == built
    assert kept.unpack_guide(kept.pack(built)) == built
    wrong = guide.render(built).replace('kind: "link list"', "kind: picture")
    with pytest.raises(InvalidGuide, match="“kinds” has a correction to “picture”"):
        guide.parse(wrong, "mill.md")


def test_the_shelf_applies_them(document: Document, tmp_path: Path) -> None:
    """A card's own, else its guide's; one that fits nothing is a problem, and the others hold."""
    (tmp_path / "a.txt").write_bytes(RAW.encode())
    caption = correction("Two men", Kind.CAPTION)
    plain = Card("mill", "The mill", sha256=document.sha256)
    assert Shelf([tmp_path]).source(plain).document == document
    shelf = Shelf([tmp_path])
    wrong = replace(plain, kinds=(correction("Nobody stands", Kind.TABLE), caption))
    assert shelf.source(wrong).document == corrected(document, [caption])
    assert ["Nobody stands" in str(problem) for problem in shelf.problems] == [True]
    (tmp_path / "mill.md").write_text(guide.render(of_card(document, [caption])), encoding="utf-8")
    assert Shelf([tmp_path]).source(plain).document == corrected(document, [caption])
