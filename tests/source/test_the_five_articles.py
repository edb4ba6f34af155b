"""The five articles themselves, where they are at hand. No sentence of them is in this file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.source import reading, safe_yaml
from civicsquiz.source.document import Document
from civicsquiz.source.selector import Found, Selector, find

WORDS = [1434, 971, 318, 529, 774]
KINDS: list[dict[str, int]] = [
    {"body": 14, "heading": 3, "caption": 1},
    {"body": 31},
    {"body": 5, "heading": 5, "title": 1, "link list": 1, "navigation": 1},
    {"body": 11, "title": 1, "standfirst": 1, "caption": 1, "navigation": 1, "fund-raising": 7},
    {"body": 23, "heading": 3, "title": 1, "date": 1, "byline": 1, "caption": 1, "credit": 1,
     "related": 2, "navigation": 35},
]  # fmt: skip
ORDER = [
    ["body", "heading", "body", "caption"],
    ["body"],
    ["heading", "body", "title", "link list", "navigation"],
    ["navigation", "title", "standfirst", "caption", "body", "fund-raising"],
    ["title", "date", "byline", "caption", "credit", "body", "related", "body", "heading", "body",
     "navigation"],
]  # fmt: skip


@pytest.fixture(scope="module")
def articles(seeds: Path) -> dict[str, Document]:
    """By file name, in order."""
    return {path.name: reading.read_file(path) for path in sorted(seeds.glob("*.txt"))}


@pytest.mark.parametrize("number", range(5))
def test_kinds_and_words(articles: dict[str, Document], number: int) -> None:
    """How many blocks of each kind, in which order the kinds first come, and how much is body."""
    document = list(articles.values())[number]
    assert document.body_words == WORDS[number]
    assert dict(Counter(str(block.kind) for block in document.blocks)) == KINDS[number]
    kinds = [str(block.kind) for block in document.blocks]
    at = 0
    for kind in ORDER[number]:
        at = kinds.index(kind, at)


def test_no_words_are_taken_for_notes(articles: dict[str, Document]) -> None:
    """None of the five has any within its paragraphs."""
    assert not any(document.asides for document in articles.values())


def test_offsets_lead_back_to_the_files(articles: dict[str, Document], seeds: Path) -> None:
    """Character for character."""
    for name, document in articles.items():
        raw = (seeds / name).read_text("utf-8")
        for block in document.blocks:
            for at in range(block.start, block.end):
                assert document.text[at] in (" ", raw[document.raw_offset(at)])


def quoted(item: dict[str, Any]) -> list[dict[str, Any]]:
    return [item, *item.get("also", [])]


@pytest.mark.parametrize("name", ["questions.yaml", "more-items.yaml"])
def test_every_worked_selector_resolves_to_its_raw_offsets(
    articles: dict[str, Document], seeds: Path, name: str
) -> None:
    """The worked items state where each quotation stands in the raw file."""
    path = seeds.parent / name
    if not path.is_file():
        pytest.skip(f"{name} is not beside the articles")
    items, problems = safe_yaml.load(path.read_text("utf-8"))
    assert problems == []
    checked = 0
    for item in items:
        for evidence in quoted(item):
            stated, document = evidence["selector"], articles[evidence["source"]]
            selector = Selector(
                stated["exact"], stated.get("prefix") or "", stated.get("suffix") or ""
            )
            found = find(document.text, selector)
            assert isinstance(found, Found), (item["id"], found)
            start, end = document.raw_offset(found.start), document.raw_offset(found.end - 1) + 1
            assert (start, end) == (int(stated["start"]), int(stated["end"])), item["id"]
            checked += 1
    assert checked >= len(items)
