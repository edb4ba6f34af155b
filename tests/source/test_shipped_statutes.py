"""The statutes and the opinions that ship, which drafts quote: each passage with its citation, in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from civicsquiz.draft.law import OPINIONS, STATUTES
from civicsquiz.source import guide
from civicsquiz.source.guide import Guide

LONGEST = 150
PLACES = {
    STATUTES: r"(?P<title>\d+) U\.S\.C\. § (?P<section>\d+)(?P<letters>[a-zA-Z]*)(-(?P<part>\d+)[a-z]?)?(\([0-9A-Za-z]+\))*",
    OPINIONS: r".+ v\. .+, \d+ U\.S\. \d+(, \d+([-–]\d+)?)? \((?P<year>\d{4})\)",
}


@pytest.fixture(params=[STATUTES, OPINIONS])
def law(request: pytest.FixtureRequest, checkout: Path) -> Guide:
    name = request.param
    return guide.parse((checkout / f"seeds/{name}.md").read_text("utf-8"), f"{name}.md")


def test_every_passage_is_short_and_says_where_it_stands(law: Guide) -> None:
    for passage in law.passages:
        assert re.fullmatch(PLACES[law.card.id], passage.citation), passage.citation
        assert len(passage.text.split()) <= LONGEST, passage.citation


def test_they_stand_in_the_order_of_their_citations(law: Guide) -> None:
    """Statutes by title and section, opinions by year."""
    order: list[tuple[int, ...] | tuple[int, int, str, int]] = []
    for passage in law.passages:
        found = re.fullmatch(PLACES[law.card.id], passage.citation)
        assert found
        said = found.groupdict()
        order.append(
            (int(said["year"]),)
            if law.card.id == OPINIONS
            else (int(said["title"]), int(said["section"]), said["letters"], int(said["part"] or 0))
        )
    assert order == sorted(order)


def test_the_code_is_that_of_a_day(checkout: Path) -> None:
    """Which its summary names too."""
    text = (checkout / f"seeds/{STATUTES}.md").read_text("utf-8")
    card = guide.parse(text, "statutes.md").card
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", card.date or "")
    assert f"as it stood on July {int((card.date or '')[-2:])}, {(card.date or '')[:4]}" in text
