"""Quoted words are counted once, over all banks that are checked together."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank.check import Report
from civicsquiz.bank.check.quoting import union_words
from civicsquiz.bank.check.show import as_text

TEXT = "Ada Marsh founded the ferry in 1871 with two boats and a crew of nine"


@given(st.lists(st.tuples(st.integers(0, 13), st.integers(1, 6)), max_size=8))
def test_the_union_counts_each_word_once(spans: list[tuple[int, int]]) -> None:
    """However spans of whole words overlap, a word of the article counts once."""
    words = TEXT.split()
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words) + 1)]
    pieces, covered = {}, set()
    for first, count in spans:
        last = min(first + count, len(words))
        start, end = starts[first], starts[last] - 1
        pieces[start, end] = TEXT[start:end]
        covered |= set(range(first, last))
    assert union_words(pieces) == len(covered)


def test_two_banks_share_one_bound(town: Path, checked: Callable[..., Report]) -> None:
    """The same quotations in a second bank add nothing to the words of the first."""
    first = town / "town.yaml"
    second = town / "again.yaml"
    second.write_text(first.read_text("utf-8").replace("id: town-ferry", "id: again"), "utf-8")
    (alone,) = checked(first).sources
    (both,) = checked(first, second).sources
    assert (both.id, both.words, both.allowed) == (alone.id, alone.words, alone.allowed)
    assert 0 < alone.words <= (alone.allowed or 0)


def test_what_nobody_owns_has_no_limit(town: Path, checked: Callable[..., Report]) -> None:
    """No third of the whole and no 75 words, once the card says that it is in the public domain."""
    bank, article = town / "town.yaml", (town / "report.txt").read_text("utf-8")
    exact = " ".join(article.strip().rsplit("\n\n", 1)[1].split()[:130])
    text = bank.read_text("utf-8").replace(
        "exact: Ada Marsh founded the ferry", f"exact: {json.dumps(exact)}"
    )
    bank.write_text(text, "utf-8")
    codes = {finding.code for finding in checked().findings}
    assert codes >= {"G1", "G2"}
    bank.write_text(text.replace("ferry}\n", "ferry, rights: public domain}\n", 1), "utf-8")
    report = checked()
    assert not {finding.code for finding in report.findings} & {"G1", "G2"}
    (source,) = report.sources
    assert (source.public_domain, source.allowed) == (True, None)
    assert source.words > 100
    assert f"proved against article, {source.words} words, public domain\n" in as_text(report)


def test_without_the_article_no_bound_is_known(town: Path, checked: Callable[..., Report]) -> None:
    """What may be quoted of a source that is not at hand cannot be said."""
    (town / "report.txt").unlink()
    (source,) = checked().sources
    assert source.allowed is None
    assert source.words > 0
