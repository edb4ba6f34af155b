"""The Constitution that ships: whole, in order, spelled as it was, each passage with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from civicsquiz.source import guide
from civicsquiz.source.guide import Guide, Summary

ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII".split()
SECTIONS = {"I": 10, "II": 4, "III": 3, "IV": 4}
PLACE = r"U\.S\. Constitution, (?:Preamble|(Article|Amendment) ([IVX]+)(?:, section (\d+))?)"


@pytest.fixture(scope="module")
def constitution(checkout: Path) -> Guide:
    return guide.parse((checkout / "seeds/constitution.md").read_text("utf-8"), "constitution.md")


def place(citation: str) -> tuple[int, int, int]:
    """What sorts citations: the preamble, the articles, the amendments, each by section."""
    found = re.fullmatch(PLACE, citation)
    assert found, citation
    kind, number, section = found.groups()
    if kind is None:
        return 0, 0, 0
    return 1 + (kind == "Amendment"), ROMAN.index(number) + 1, int(section or 0)


def test_every_article_section_and_amendment_is_there_in_order(constitution: Guide) -> None:
    places = [place(each.citation) for each in constitution.passages]
    assert places == sorted(places)
    assert {number for kind, number, _ in places if kind == 1} == set(range(1, 8))
    assert {number for kind, number, _ in places if kind == 2} == set(range(1, 28))
    for article, last in SECTIONS.items():
        there = {
            section
            for kind, number, section in places
            if (kind, number) == (1, ROMAN.index(article) + 1)
        }
        assert there == set(range(1, last + 1)), article


def test_its_words_are_those_of_1787(constitution: Guide) -> None:
    """The number of words is that of two transcriptions which were compared word by word."""
    articles = [each.text for each in constitution.passages if place(each.citation)[0] < 2]
    words = [word for text in articles for word in re.findall(r"[^\s—]+", text)]
    assert len(words) == 4323
    text = " ".join(articles)
    for spelled in (
        "chuse",
        "Controul",
        "defence",
        "encreased",
        "Behaviour",
        "Labour",
        "it’s inspection",
    ):
        assert spelled in text, spelled
    assert not re.search(r"\b(?:choose|control|increased|behavior|labor)\b", text)


def test_what_no_longer_holds_is_said_before_it(constitution: Guide) -> None:
    """In the summary before it, with what took its place."""
    superseded = {
        "Representatives and direct Taxes shall": "Fourteenth Amendment",
        "The Senate of the United States shall ": "Seventeenth Amendment",
        "The Congress shall assemble at least o": "Twentieth Amendment",
        "The Electors shall meet in their respe": "Twelfth Amendment",
        "No Person held to Service or Labour in": "Thirteenth Amendment",
        "In Case of the Removal of the Presiden": "Twenty-fifth Amendment",
        "After one year from the ratification o": "Twenty-first Amendment",
    }
    first: dict[str, str] = {}
    said = ""
    for block in constitution.blocks:
        if isinstance(block, Summary):
            said = block.text
        else:
            first.setdefault(block.text[:38], said)
    for begins, by in superseded.items():
        assert by in first[begins], begins


def test_what_the_law_quotes_of_it_stands_in_it_too(constitution: Guide, checkout: Path) -> None:
    """Both guides have one text, and one place for it."""
    law = guide.parse((checkout / "seeds/law.md").read_text("utf-8"), "law.md")
    quoted = [each for each in law.passages if each.citation.startswith("U.S. Constitution")]
    assert len(quoted) > 5
    for one in quoted:
        there = [
            each.citation for each in constitution.passages if one.text.rstrip(".") in each.text
        ]
        assert one.citation in there, one.text
