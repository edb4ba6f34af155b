"""How fast the drafter reads, beside the sentence splitter alone in the same run."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import draft, facts_of
from civicsquiz.draft.opening import opened
from civicsquiz.source.document import Kind

_ROUNDS = 5


def main(paths: Sequence[Path]) -> None:
    """Print sentences a second of drafting and of splitting, their ratio, and bytes per fact."""
    import sentencex  # type: ignore[import-untyped]

    articles = [opened(path) for path in paths]
    texts = [
        article.document.text_of(block)
        for article in articles
        for block in article.document.blocks
        if block.kind is Kind.BODY
    ]
    sentences = sum(len(article.sentences) for article in articles)
    facts = [fact for article in articles for fact in facts_of(article)]

    def split() -> None:
        for text in texts:
            list(sentencex.segment("en", text))

    def drafted() -> None:
        for article in articles:
            draft([Article(article.card, article.document)], datetime.date(2026, 1, 1))

    times = {name: _best(work) for name, work in (("split", split), ("draft", drafted))}
    size = sum(
        sys.getsizeof(fact) + sum(sys.getsizeof(slot) + len(slot.text) for slot in fact.slots)
        for fact in facts
    )
    print(f"{len(articles)} articles, {sentences} sentences, {len(facts)} facts")
    print(f"splitting alone  {sentences / times['split']:10,.0f} sentences a second")
    print(f"drafting         {sentences / times['draft']:10,.0f} sentences a second (aim 2,000)")
    print(f"ratio            {times['split'] / times['draft']:10.3f} of the splitter (aim 0.1)")
    print(f"facts            {size / max(1, len(facts)):10,.0f} bytes each")


def _best(work: Callable[[], None]) -> float:
    """The least time of several rounds, in seconds: what else the machine does only adds to it."""
    found = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)
