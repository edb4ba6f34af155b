"""A passage in its source."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from civicsquiz.source.card import Card
from civicsquiz.source.guide import Guide, Passage, Summary, render
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import explain
from civicsquiz.study.opening import Opened, open_passage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.study.conftest import Make

SEVEN = "the council had seven members"


def opened(make: Make, shelf: Shelf, *exact: str) -> Opened:
    item = make.choice(evidence=tuple(make.evidence(words) for words in exact))
    question = make.question(item)
    (quoted,) = explain(question, (), shelf).passages
    return open_passage(question.bank, quoted, shelf)


def test_in_the_article(make: Make, shelf: Shelf) -> None:
    """With the article at hand all of it is there, opened at the marked paragraph."""
    found = opened(make, shelf, "raised that number to nine", SEVEN)
    part = found.parts[found.at]
    assert (len(found.parts), found.at, found.note) == (3, 1, "")
    assert (part.kind, part.paragraph) == ("body", 2)
    assert [part.text[a:b] for a, b in part.marks] == [SEVEN, "raised that number to nine"]
    assert [other.marks for other in found.parts if other is not part] == [(), ()]


def test_in_the_guide(make: Make, tmp_path: Path) -> None:
    """With the guide alone its passages are there in order, and our summaries are told apart."""
    text = f"Under it, {SEVEN}"
    guide = Guide(
        make.bank().cards["paper"], "en", "0" * 64, 90,
        (Summary("They met."), Passage(120, 120 + len(text), 2, text), Passage(300, 305, 3, "Words")),
    )  # fmt: skip
    (tmp_path / "paper.md").write_text(render(guide), encoding="utf-8")
    found = opened(make, Shelf([tmp_path]), SEVEN)
    assert [part.ours for part in found.parts] == [True, False, False]
    assert found.at == 1
    assert found.parts[1].marks == ((10, len(text)),)
    assert "not at hand" in found.note


def test_in_the_law(make: Make, tmp_path: Path) -> None:
    """Each passage has a citation of its own, and no article is missed that there never was."""
    citations = ("Charter of Millbrook, Article I", "Charter of Millbrook, Article II")
    words = ("No mill turns.", SEVEN)
    passages = (
        Passage(0, 14, 0, words[0], citations[0]),
        Passage(16, 16 + len(SEVEN), 0, words[1], citations[1]),
    )
    digest = hashlib.sha256("\n\n".join(words).encode()).hexdigest()
    card = Card("paper", "The charter itself", rights="public domain")
    guide = Guide(card, "en", digest, 8, (passages[0], Summary("Then the council."), passages[1]))
    (tmp_path / "law.md").write_text(render(guide), encoding="utf-8")
    found = opened(make, Shelf([tmp_path]), SEVEN)
    assert [(part.kind, part.citation) for part in found.parts] == [
        ("passage", citations[0]), ("our summary", ""), ("passage", citations[1]),
    ]  # fmt: skip
    assert (found.at, found.citation) == (2, citations[1])
    assert found.parts[2].marks == ((0, len(SEVEN)),)
    assert "article" not in found.note


def test_nowhere(make: Make) -> None:
    """Without the source there is the quotation, and a sentence that says what it is."""
    found = opened(make, Shelf([]), SEVEN)
    assert [part.text for part in found.parts] == [SEVEN]
    assert found.note == "This is the quotation as the bank has it: not checked here."
