"""What is drafted out of the shipped guides, on a fresh clone: their passages, and nothing else.

To make the file again, delete it, run this test, and read what has changed.
"""

from __future__ import annotations

from pathlib import Path

from tests.draft.charter import TODAY

from civicsquiz import paths
from civicsquiz.bank.files import parse, usable
from civicsquiz.bank.models import Status
from civicsquiz.draft import merging
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import draft
from civicsquiz.draft.law import IDS, whole
from civicsquiz.draft.opening import opened

GOLDEN = Path(__file__).parent / "golden" / "guides.yaml"
NAMES = ("independent", "legal-essay", "npr", "truthout", "unsigned-summary")


def guides() -> list[Article]:
    return [opened(paths.shipped_seeds() / f"{name}.md") for name in NAMES]


def test_the_drafts_of_the_shipped_guides_are_those_that_were_read() -> None:
    articles = guides()
    made, merged = merging.new_bank("guides", "Guides", draft(articles, TODAY), articles)
    if not GOLDEN.exists():
        GOLDEN.write_text(made, "utf-8")
        raise AssertionError("the golden file was written: read it, and run again")
    assert made == GOLDEN.read_text("utf-8")
    assert merged.added


def test_every_quotation_is_a_part_of_a_passage_and_no_summary_is_drafted_from() -> None:
    bank = usable(parse(GOLDEN.read_bytes(), GOLDEN))
    passages = {
        article.card.id: [passage.text for passage in article.guide.passages]
        for article in (*guides(), *map(whole, IDS))
        if article.guide
    }
    for item in bank.items:
        assert item.status in (Status.DRAFT, Status.NEEDS_EDITING)
        for evidence in item.evidence:
            assert any(evidence.selector.exact in text for text in passages[evidence.source])
