"""What holds of every guide of the law that ships: it stands in for no article, and is all of its source."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from civicsquiz.source import guide
from civicsquiz.source.guide import Guide
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Placed, Proof, Shelf


@pytest.fixture(params=["law", "constitution", "statutes", "opinions"])
def law(request: pytest.FixtureRequest, checkout: Path) -> Guide:
    name = request.param
    found = guide.parse((checkout / f"seeds/{name}.md").read_text("utf-8"), f"{name}.md")
    assert (found.card.id, found.card.sha256, found.card.public_domain) == (name, None, True)
    return found


def test_offsets_hash_and_words_are_of_its_own_passages(law: Guide) -> None:
    """Of the passages, parted by one empty line, and of nothing else."""
    text = "\n\n".join(passage.text for passage in law.passages)
    assert [text[each.start : each.end] for each in law.passages] == [
        each.text for each in law.passages
    ]
    assert law.canonical_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert law.body_words == len(text.split())


def test_every_passage_is_found_by_its_own_words(law: Guide, checkout: Path) -> None:
    """In one place, with its citation: no passage hides another."""
    source = Shelf([checkout / "seeds"]).source(law.card)
    assert source.proof is Proof.GUIDE
    for passage in law.passages:
        found = source.find(Selector(passage.text))
        assert isinstance(found, Placed), passage.citation
        assert (found.start, found.text, found.citation) == (
            passage.start, passage.text, passage.citation,
        )  # fmt: skip
