"""The guides and banks that ship: both modes place every quotation alike, within the bounds.

What is of the law stands in for no article, and has tests of its own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from civicsquiz.bank import files as bank_files
from civicsquiz.bank.models import Bank
from civicsquiz.source import guide, reading
from civicsquiz.source.document import Document
from civicsquiz.source.guide import Guide
from civicsquiz.source.shelf import Placed, Proof, Shelf

LONGEST = 75


@pytest.fixture(scope="module")
def banks(checkout: Path) -> list[Bank]:
    found = [bank_files.load(path) for path in sorted((checkout / "question_banks").glob("*.yaml"))]
    assert len(found) >= 5
    return found


@pytest.fixture(scope="module")
def guides(checkout: Path) -> list[Guide]:
    found = [
        guide.parse(path.read_text("utf-8"), path.name)
        for path in sorted((checkout / "seeds").glob("*.md"))
        if path.name not in ("law.md", "constitution.md", "statutes.md", "opinions.md")
    ]
    assert len(found) == 5
    return found


def spans(banks: list[Bank], shelf: Shelf, proof: Proof) -> dict[str, tuple[int, int, int, str]]:
    """Where each quotation of an article stands: by item and number, its span, paragraph and text."""
    placed = {}
    for bank in banks:
        for item in bank.items:
            for number, evidence in enumerate(item.evidence):
                if evidence.source == "law":
                    continue
                source = shelf.source(bank.cards[evidence.source])
                assert source.proof is proof
                found = source.find(evidence.selector)
                name = f"{bank.id}/{item.id} {number}"
                assert isinstance(found, Placed), (name, found)
                placed[name] = found.start, found.end, found.paragraph, found.text
    return placed


def test_every_quotation_is_placed_in_a_guide(banks: list[Bank], checkout: Path) -> None:
    """With no article at hand."""
    assert len(spans(banks, Shelf([checkout / "seeds"]), Proof.GUIDE)) >= 45


def test_guide_and_article_give_the_same_spans(
    banks: list[Bank], checkout: Path, seeds: Path
) -> None:
    """Item for item; the document is known by its hash."""
    alone, both = Shelf([checkout / "seeds"]), Shelf([seeds, checkout / "seeds"])
    assert spans(banks, alone, Proof.GUIDE) == spans(banks, both, Proof.ARTICLE)
    cards = {card.id: card for bank in banks for card in bank.cards.values() if card.id != "law"}
    assert {both.source(card).matched_by for card in cards.values()} == {"sha256"}
    assert both.problems == []


def test_the_articles_match_by_their_passages_when_saved_otherwise(
    banks: list[Bank], checkout: Path, seeds: Path, tmp_path: Path
) -> None:
    """With CR LF every byte order differs, and every span is the same."""
    for path in seeds.glob("*.txt"):
        text = path.read_bytes().replace(b"\n", b"\r\n")
        (tmp_path / path.name).write_bytes(text)
    alone, both = Shelf([checkout / "seeds"]), Shelf([tmp_path, checkout / "seeds"])
    assert spans(banks, alone, Proof.GUIDE) == spans(banks, both, Proof.ARTICLE)
    cards = {card.id: card for bank in banks for card in bank.cards.values() if card.id != "law"}
    assert {both.source(card).matched_by for card in cards.values()} == {"passages"}


def test_no_more_is_quoted_than_may_be(guides: list[Guide]) -> None:
    """A third of the body's words at most, and no passage of over 75."""
    for each in guides:
        words = [len(passage.text.split()) for passage in each.passages]
        assert max(words) <= LONGEST, each.card.id
        assert sum(words) * 3 <= each.body_words, each.card.id
        assert each.card.sha256


def test_the_guides_agree_with_their_articles(guides: list[Guide], seeds: Path) -> None:
    """Hashes, words, and each passage with its paragraph."""
    documents: dict[str, Document] = {}
    for path in seeds.glob("*.txt"):
        document = reading.read_file(path)
        documents[document.sha256] = document
    for each in guides:
        document = documents[each.card.sha256 or ""]
        assert each.canonical_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
        assert each.body_words == document.body_words
        for passage in each.passages:
            block = document.block_at(passage.start)
            assert document.text[passage.start : passage.end] == passage.text
            assert passage.end <= block.end
            assert passage.paragraph == block.paragraph


def test_the_shipped_guides_are_written_as_they_are_read(checkout: Path) -> None:
    """Byte for byte, so that nothing in them is unsaid by the form."""
    for path in (checkout / "seeds").glob("*.md"):
        text = path.read_text("utf-8")
        assert guide.render(guide.parse(text, path.name)) == text
