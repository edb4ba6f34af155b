"""The law that ships: its passages, what they are cited by, and the items that quote them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from civicsquiz.bank import files as bank_files
from civicsquiz.source import guide
from civicsquiz.source.guide import Guide
from civicsquiz.source.shelf import Placed, Shelf

LONGEST = 75
CONSTITUTION = r"U\.S\. Constitution, (Article [IVX]+|Amendment [IVX]+)(, section \d)?"
STATUTE = r"\d+ U\.S\.C\. § \d+(\([0-9A-Za-z]\))*|[\w ]+, Pub\. L\. \d+-\d+, § \d+(\([a-z]\))?"
CASE = r".+ v\. .+, \d+ U\.S\. \d+(, \d+(-\d+)?)? \(\d{4}\)( \((plurality opinion|\w+, J\., concurring)\))?"


@pytest.fixture(scope="module")
def law(checkout: Path) -> Guide:
    return guide.parse((checkout / "seeds/law.md").read_text("utf-8"), "law.md")


def test_every_passage_is_short_and_says_where_it_stands(law: Guide) -> None:
    """By a citation that can be looked up: of the Constitution, of a statute, of an opinion."""
    for passage in law.passages:
        assert len(passage.text.split()) <= LONGEST, passage.citation
        assert re.fullmatch(f"{CONSTITUTION}|{STATUTE}|{CASE}", passage.citation), passage.citation


def test_first_the_constitution_then_statutes_then_opinions(law: Guide) -> None:
    """Statutes by title and section, opinions by year."""
    citations = [passage.citation for passage in law.passages]
    kinds = [0 if re.fullmatch(CONSTITUTION, each) else 2 if re.fullmatch(CASE, each) else 1
             for each in citations]  # fmt: skip
    assert kinds == sorted(kinds)
    assert set(kinds) == {0, 1, 2}
    sections = [tuple(map(int, found)) for found in
                re.findall(r"^(\d+) U\.S\.C\. § (\d+)", "\n".join(citations), re.MULTILINE)]  # fmt: skip
    assert sections == sorted(sections)
    years = re.findall(r" U\.S\. .*\((\d{4})\)", "\n".join(citations))
    assert years == sorted(years)


def test_what_the_shipped_items_quote_of_the_law_stands_there(checkout: Path) -> None:
    """Item for item, with a citation; and their cards let as much be quoted as is useful."""
    shelf = Shelf([checkout / "seeds"])
    for path in sorted((checkout / "question_banks").glob("*.yaml")):
        bank = bank_files.load(path)
        for item in bank.items:
            for evidence in item.evidence:
                if evidence.source != "law":
                    continue
                assert bank.cards["law"].public_domain, bank.id
                found = shelf.source(bank.cards["law"]).find(evidence.selector)
                assert isinstance(found, Placed), (bank.id, item.id, found)
                assert found.citation
