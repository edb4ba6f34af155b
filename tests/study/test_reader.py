"""What the banks of a library quote, and the stops of a reader."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

from civicsquiz.bank.library import Library, Origin
from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Proof, Shelf
from civicsquiz.study.feedback import explain
from civicsquiz.study.quotations import Quotations, QuotedSource
from civicsquiz.study.reader import all_stops, by_place, page_of, stop_alone, stop_at, stops_of
from civicsquiz.study.selection import question

BANKS = Path(__file__).resolve().parents[1] / "banks"
TOWN = BANKS / "town"
EIGHT, CHARTER = TOWN / "eight-types.yaml", TOWN / "town-charter.yaml"


def gathered(folder: Path = TOWN, *extra: Path) -> Quotations:
    """What two banks on one article quote, with `folder` at hand."""
    library = Library([(path, Origin.SET) for path in (EIGHT, CHARTER, *extra)])
    quotations = Quotations(library, lambda _path: Shelf([folder]))
    list(quotations.steps())
    return quotations


def bank_at(path: Path) -> Bank:
    library = Library([(path, Origin.SET)])
    return library.load(library.shown[0])


def text_of(quoted: QuotedSource, at: int) -> str:
    return all_stops(quoted)[at].words


def test_two_banks_on_one_article_are_one_source() -> None:
    """Passages come in the article's order, those that overlap as one, each with its items."""
    article, pamphlet = gathered().sources
    assert (article.source.proof, pamphlet.source.proof) == (Proof.ARTICLE, Proof.ABSENT)
    starts = [passage.start for passage in article.passages]
    assert starts == sorted(starts)
    assert all(
        a.end <= b.start for a, b in zip(article.passages, article.passages[1:], strict=False)
    )
    texts = [text_of(article, at) for at in range(len(article.passages))]
    at = texts.index("raised that number to nine")
    assert {item.ref for item in article.passages[at].items} == {
        "eight-types/seats", "eight-types/numbers-of-the-town", "town-charter/members-of-the-council",
    }  # fmt: skip
    assert (article.items, pamphlet.items) == (12, 2)


def test_drafts_and_wrong_sentences_rest_on_nothing() -> None:
    """An item that is never asked does not count, nor does a sentence that was only offered."""
    article, _ = gathered().sources
    refs = {item.ref for passage in article.passages for item in passage.items}
    assert "town-charter/still-a-draft" not in refs
    offered = "He keeps the minutes of every hearing, and said that twelve were held last year."
    assert offered not in [text_of(article, at) for at in range(len(article.passages))]


def test_a_guide_and_its_article_have_the_same_passages() -> None:
    """Offsets count alike, so what can be placed in the guide has the article's spans."""
    guide, _ = gathered(BANKS / "guides").sources
    article, _ = gathered().sources
    assert guide.source.proof is Proof.GUIDE
    spans = {(passage.start, passage.end) for passage in guide.passages}
    assert spans
    for start, end in spans:
        assert any(one.start <= start and end <= one.end for one in article.passages)


def test_a_source_that_is_not_at_hand_is_its_quotations() -> None:
    """Each stands alone, and can be stopped at."""
    _, pamphlet = gathered().sources
    stops = all_stops(pamphlet)
    assert [stop.words for stop in stops] == [
        "What one council has made, the next may unmake.",
        "This charter will raise the taxes of every household in Millbrook.",
    ]
    assert {stop.page.parts for stop in stops} == {stops[0].page.parts}


def test_steps_can_be_shared_by_threads(tmp_path: Path) -> None:
    """However many go through it, each bank counts once; one that cannot be used is passed over."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("civicsquiz: 1\nid: broken\n", "utf-8")
    library = Library([(path, Origin.SET) for path in (EIGHT, broken, CHARTER)])
    quotations = Quotations(library, lambda _path: Shelf([TOWN]))
    steps: list[tuple[int, int]] = []
    threads = [Thread(target=lambda: steps.extend(quotations.steps())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(steps) == [(1, 3), (2, 3), (3, 3)]
    assert [source.items for source in quotations.sources] == [12, 2]
    assert list(quotations.steps()) == []


@pytest.mark.parametrize("item", ["members-of-the-council", "repeal-of-the-rule"])
def test_stops_of_feedback(item: str) -> None:
    """One for each passage of the feedback; its words are among what the banks quote."""
    bank, shelf = bank_at(CHARTER), Shelf([TOWN])
    (found,) = [one for one in bank.items if one.id == item]
    passages = explain(question(bank, found, "1"), (), shelf).passages
    quotations = gathered()
    for stop, quoted in zip(stops_of(bank, passages, shelf), passages, strict=True):
        marked = " … ".join(quoted.text[start:end] for start, end in quoted.marks)
        assert stop.words == marked if marked else stop.words in quoted.text
        source = quotations.of(stop.page.source)
        assert source is not None
        refs = {item.ref for at in stop.among(source) for item in source.passages[at].items}
        assert f"town-charter/{item}" in refs


def test_stops_as_they_stand_on_their_pages() -> None:
    """Whatever their order was: by their place, one page after the other as they were met."""
    article, pamphlet = (all_stops(source) for source in gathered().sources)
    mixed = (pamphlet[1], *reversed(article), pamphlet[0])
    assert by_place(mixed) == (*pamphlet, *article)


def test_a_stop_by_its_place() -> None:
    """Where words stand in a source at hand, and as the bank has them where they do not."""
    bank, shelf = bank_at(CHARTER), Shelf([TOWN])
    article, pamphlet = gathered().sources
    passage = article.passages[2]
    stop = stop_at(bank, "courier", passage.start, passage.end, shelf)
    assert stop.among(article) == (2,)
    alone = stop_alone(bank, "pamphlet", ["taxes-in-the-pamphlet"], "raise the taxes …", shelf)
    assert alone.words == text_of(pamphlet, 1)
    assert alone.among(pamphlet) == (1,)
    assert alone.page.alone


def test_pages() -> None:
    """A page says what is missing, and calls our summaries ours."""
    article, pamphlet = gathered().sources
    assert page_of(article.source).note == ""
    assert "not at hand" in page_of(pamphlet.source, ["x"]).note
    guide, _ = gathered(BANKS / "guides").sources
    page = page_of(guide.source)
    assert any(part.ours for part in page.parts)
    assert all(part.start < 0 for part in page.parts if part.ours)
