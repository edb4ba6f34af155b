"""Searching a library: what is found, in which order, and when the index is read anew."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.often import CI

from civicsquiz.bank.models import Bank, Role, Status
from civicsquiz.errors import FileError, InvalidBank
from civicsquiz.source.cache import Cache
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.search import Hit, Kind, Progress, Search, hidden_for
from civicsquiz.study.search.hit import MOST
from civicsquiz.study.selection import question

if TYPE_CHECKING:
    from tests.study.conftest import Make
    from tests.study.search.conftest import Held, Searched

    from civicsquiz.bank.library import Entry


def library(search: Search) -> Held:
    return cast("Held", search._library)


def stems(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.text for hit in hits if hit.kind is Kind.ITEM]


def passages(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.text for hit in hits if hit.kind is Kind.PASSAGE]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


# ---- what is found ------------------------------------------------------------------------------


def test_an_item_is_found_by_its_stem_topic_and_bank(make: Make, searched: Searched) -> None:
    """With all that is needed to open it; what matches in the stem is marked."""
    bank = make.bank(
        make.choice("one", stem="Who wrote the opinion?", topic="trop"), name="cases",
        title="Three cases", topics={"trop": "Trop v. Dulles"},
    )  # fmt: skip
    search = searched(bank)
    (hit,) = (hit for hit in search.search("opinion") if hit.kind is Kind.ITEM)
    assert (hit.bank, hit.title, hit.items) == ("cases", "Three cases", ("one",))
    assert hit.path == library(search).folder / "cases.yaml"
    assert marked(hit) == ["opinion"]
    assert (hit.source, hit.citation, hit.start, hit.end) == ("", "", -1, -1)
    for query in ("dulles", "trop v. dulles", "three cases"):
        (hit,) = (hit for hit in search.search(query) if hit.kind is Kind.ITEM)
        assert hit.marks == ()


@pytest.mark.parametrize(
    "word", ["keyword", "distracting", "reasoned", "because", "backing", "whyever"]
)
def test_what_would_give_a_key_away_is_not_indexed(
    make: Make, searched: Searched, word: str
) -> None:
    """Neither the key nor a distractor, nor what is said after the answer in our words."""
    item = make.choice(
        key="Keyword", others=["Distracting", "Another"], rationale="Reasoned.",
        background="Backing.", because="Because.", evidence=(make.evidence("a passage"),),
    )  # fmt: skip
    assert searched(make.bank(item)).search(f'"{word}" ') == ()


def test_a_passage_is_found_in_its_surroundings(
    make: Make, searched: Searched, shelf: Shelf
) -> None:
    """As it stands in the source, with citation and place, and with all items that rest on it."""
    bank = make.bank(
        make.choice("one", evidence=(make.evidence("the council had seven members"),)),
        make.choice("two", evidence=(make.evidence("raised that number to nine"),)),
        make.judgement("three", evidence=(make.evidence("had seven members", Role.CONTEXT),)),
    )
    search = searched(bank, shelf=shelf)
    (hit,) = search.search("charter raised")
    assert hit.text.startswith("Under it, the council had seven members")
    assert hit.text.endswith("to nine.")
    assert marked(hit) == ["charter", "raised"]
    assert hit.items == ("one", "two", "three")
    assert hit.source == "paper"
    assert "Paper" in hit.citation
    assert 0 < hit.start < hit.end


def test_a_passage_whose_source_is_not_at_hand(make: Make, searched: Searched) -> None:
    """Is found as the bank quotes it."""
    item = make.choice("one", evidence=(make.evidence("Seven members, and no more"),))
    (hit,) = searched(make.bank(item)).search("members")
    assert (hit.text, hit.items) == ("Seven members, and no more", ("one",))
    assert (hit.start, hit.end) == (-1, -1)


def test_a_passage_of_two_banks_is_found_once(make: Make, searched: Searched) -> None:
    """And says which banks quote it."""
    banks = [
        make.bank(make.choice("one", evidence=(make.evidence("Seven members"),)), name=name)
        for name in ("first", "second", "third")
    ]
    (hit,) = searched(*banks).search("seven")
    assert {hit.title, *hit.also} == {"First", "Second", "Third"}
    assert hit.bank == hit.title.lower()


def test_drafts_and_unproven_items_are_not_found(make: Make, searched: Searched) -> None:
    """Nor what they rest on: no session asks them unless that is wished."""
    items = [
        make.choice(
            f"i{at}", status=status, stem=f"Stem {status}?",
            evidence=(make.evidence(f"passage {status}"),),
        )
        for at, status in enumerate(Status)
    ]  # fmt: skip
    hits = searched(make.bank(*items)).search("stem ") + searched(make.bank(*items)).search(
        "passage "
    )
    assert sorted(hit.text for hit in hits) == ["Stem ready?", "passage ready"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("expatriation", True), ("EXPATRIATION", True), ("éxpàtriation", True), ("expat", True),
        ("expat ", True), ("citoyens déchus", True), ("citoyens dechus", True), ("dechu", True),
        ('"loss of citizenship"', True), ('"citizenship of loss"', False), ("citizenship loss", True),
        ("loss-of-citizenship", True), ("loss zebra", True), ("zebra", False), ("patriation", False),
    ],
)  # fmt: skip
def test_words_phrases_and_beginnings(
    make: Make, searched: Searched, query: str, found: bool
) -> None:
    """Case and accents do not count, words in quotation marks stand together, and where nothing has
    all words, what has any is found."""
    stem = "Is expatriation a loss of citizenship? Les citoyens déchus."
    assert bool(stems(searched(make.bank(make.choice(stem=stem))).search(query))) is found


def test_the_best_comes_first(make: Make, searched: Searched) -> None:
    """All words before one, and a stem with the word before one whose bank has it in its title."""
    bank = make.bank(
        make.choice("some", stem="What does the charter say of the council of the town?"),
        make.choice("all", stem="How long may the mayor of the town close a bridge?"),
        make.choice("one", stem="Who is the mayor, and who was it before him for many a year?"),
    )
    other = make.bank(make.choice("title", stem="What?"), name="other", title="Of the mayor")
    search = searched(bank, other)
    assert [hit.items for hit in search.search("mayor bridge")] == [("all",)]
    found = [hit.items[0] for hit in search.search("mayor ") if hit.kind is Kind.ITEM]
    assert set(found) == {"all", "one", "title"}
    assert found[-1] == "title"


def test_no_more_than_wanted(make: Make, searched: Searched) -> None:
    """The best of them; and nothing for no word, or where none is wanted."""
    search = searched(make.bank(*(make.choice(f"i{at}", stem=f"Stem {at}?") for at in range(60))))
    assert len(search.search("stem")) == 50
    assert search.search("stem", 3) == search.search("stem")[:3]
    assert search.search("stem", 0) == search.search("") == search.search("“ — ”") == ()


def test_a_long_passage_is_cut_around_what_matches(make: Make, searched: Searched) -> None:
    """Its marks stand on the same words."""
    text = (
        f"{'Many words come first, and '.split(',', maxsplit=1)[0]} " * 20
        + "the needle "
        + "and more " * 40
    )
    (hit,) = searched(make.bank(make.choice(evidence=(make.evidence(text),)))).search("needle")
    assert len(hit.text) <= MOST
    assert marked(hit) == ["needle"]


def test_hostile_text_is_shown_and_not_obeyed(make: Make, searched: Searched) -> None:
    """Neither what a bank says nor what the index holds reaches a terminal as it is; what marks a
    match cannot be forged."""
    stem = "A \x1b[31mred\x02 word\x03\nand a \u202eturned one"
    bank = make.bank(make.choice(stem=stem), title="Bad\x1b]0;x\x07")
    (hit,) = (hit for hit in searched(bank).search("word") if hit.kind is Kind.ITEM)
    assert "\x1b" not in hit.text + hit.title
    assert "␛[31mred␂ word␃ and a" in hit.text
    assert marked(hit) == ["word"]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Search:
    """A search over the banks that come with the program."""
    from civicsquiz.bank.library import Library, Origin

    cache = Cache(tmp_path_factory.mktemp("cache"), "1")
    places = Library([(checkout / "question_banks", Origin.SHIPPED)], cache)
    search = Search(places, cache, lambda _: Shelf([checkout / "seeds"], cache))
    assert list(search.steps())
    return search


def test_the_shipped_banks_are_found(shipped: Search) -> None:
    """What everybody would look for first."""
    for query in (
        "dignity",
        "Trop v. Dulles",
        "cruel and unusual",
        "El Salvador",
        "deport citizens",
    ):
        hits = shipped.search(query)
        assert {hit.kind for hit in hits} == {Kind.ITEM, Kind.PASSAGE}
        assert all(len(hit.text) <= MOST for hit in hits)
        assert any(hit.marks for hit in hits)


def test_no_shipped_key_is_shown_while_it_is_asked(shipped: Search) -> None:
    """For every item that comes with the program: a search for its own key, its stem and its passage
    shows neither the item nor a passage of it, nor anything that has the key."""
    for entry in shipped._library.shown:
        bank = shipped._library.load(entry)
        for item in bank.asked[:: 1 if CI else 4]:
            hidden = hidden_for([question(bank, item, "1")])
            for query in (item.key_text, item.stem, item.evidence[0].selector.exact):
                for hit in shipped.search(query, hidden=hidden):
                    assert (hit.bank, item.id) not in {(hit.bank, one) for one in hit.items} or (
                        hit.bank != bank.id
                    )
                    if item.type != "true-false":
                        assert item.key_text.casefold() not in hit.text.casefold().split()


@given(query=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_fails(shipped: Search, query: str) -> None:
    """Any text at all."""
    assert len(shipped.search(query, 5)) <= 5


# ---- when the index is read anew ----------------------------------------------------------------


def steps(search: Search) -> list[Progress]:
    library(search).read_ones.clear()
    return list(search.steps())


def test_what_is_up_to_date_is_not_read(make: Make, searched: Searched) -> None:
    """Each bank is a step the first time, and there is none after that."""
    banks = [make.bank(make.choice(stem=f"Of {name}?"), name=name) for name in ("one", "two")]
    search = searched()
    for bank in banks:
        library(search).hold(bank)
    assert steps(search) == [Progress(1, 2), Progress(2, 2)]
    assert steps(search) == []
    assert library(search).read_ones == []
    assert stems(search.search("of one")) == ["Of one?"]


def test_only_what_has_changed_is_read_again(make: Make, searched: Searched) -> None:
    """Changed, new and removed banks."""
    first, second = (
        make.bank(make.choice(stem=f"Of {name}?"), name=name) for name in ("one", "two")
    )
    search = searched(first, second)
    held = library(search)
    held.hold(make.bank(make.choice(stem="Of something else?"), name="one"))
    held.hold(make.bank(make.choice(stem="Of three?"), name="three"))
    path = held.folder / "two.yaml"
    path.unlink()
    del held.held[path]
    assert len(steps(search)) == 2
    assert held.read_ones == ["one", "three"]
    assert sorted(stems(search.search('"of"'))) == ["Of something else?", "Of three?"]


def test_a_bank_that_is_not_shown_is_not_found(make: Make, searched: Searched) -> None:
    """It stays in the index as long as its file is there: another library may show it."""
    search = searched(make.bank(make.choice(stem="Of one?"), name="one"))
    ((path, bank),) = library(search).held.items()
    library(search).held.clear()
    assert steps(search) == []
    assert search.search("one") == ()
    library(search).held[path] = bank
    assert steps(search) == []
    assert stems(search.search("one")) == ["Of one?"]


def test_a_source_that_comes_or_changes_is_seen(
    make: Make, tmp_path: Path, searched: Searched
) -> None:
    """Passages stand in their surroundings as soon as the article is at hand."""
    sources = tmp_path / "sources"
    sources.mkdir()
    bank = make.bank(make.choice(evidence=(make.evidence("the council had seven members"),)))
    search = searched(bank)
    search._shelf_for = lambda _: Shelf([sources])
    steps(search)
    assert passages(search.search("council")) == ["the council had seven members"]
    article = sources / "paper.txt"
    for said in ("Under it", "Before that"):
        article.write_text(f"It was so. {said}, the council had seven members. And so on.", "utf-8")
        assert len(steps(search)) == 1
        assert passages(search.search("council")) == [f"{said}, the council had seven members."]
    assert steps(search) == []


def test_what_was_just_changed_is_read_again(
    make: Make, tmp_path: Path, searched: Searched
) -> None:
    """A file of the last two seconds could change again and look the same."""
    search = searched(make.bank(make.choice(stem="Of one?")))
    search._cache = Cache(tmp_path / "cache", "1")
    held = library(search)
    path = held.hold(make.bank(make.choice(stem="Of two?")))
    for stem in ("Of two?", "Of six?"):
        held.held[path] = make.bank(make.choice(stem=stem))
        assert len(steps(search)) == 1
        assert stems(search.search('"of"')) == [stem]


def test_a_bank_that_cannot_be_used_is_left_out(
    make: Make, searched: Searched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One with errors of form is not read each time, one that cannot be read is."""
    search = searched()
    held = library(search)
    for name in ("good", "invalid", "unreadable"):
        held.hold(make.bank(make.choice(stem=f"Of {name}?"), name=name))
    read = type(held).read

    def refuse(self: Held, entry: Entry) -> Bank:
        bank = read(self, entry)
        if entry.id == "invalid":
            raise InvalidBank("it is none")
        if entry.id == "unreadable":
            raise FileError(entry.path, "cannot be read")
        return bank

    with monkeypatch.context() as patch:
        patch.setattr(type(held), "read", refuse)
        assert len(steps(search)) == 3
        assert stems(search.search('"of"')) == ["Of good?"]
        assert len(steps(search)) == 1
        assert held.read_ones == ["unreadable"]
    steps(search)
    assert len(stems(search.search('"of"'))) == 2


def test_it_can_be_left_in_between(make: Make, searched: Searched) -> None:
    """What is done is found and stays done."""
    search = searched()
    for name in ("one", "two", "three"):
        library(search).hold(make.bank(make.choice(stem=f"Of {name}?"), name=name))
    begun = search.steps()
    assert next(begun) == Progress(1, 3)
    del begun
    assert stems(search.search('"of"')) == ["Of one?"]
    assert [progress.total for progress in steps(search)] == [2, 2]


def test_searching_while_another_thread_reads(make: Make, searched: Searched) -> None:
    """Each bank is found whole or not at all, and no thread waits for another or fails."""
    search = searched()
    for name in range(12):
        items = (make.choice(f"i{at}", stem=f"Of bank{name}?") for at in range(20))
        library(search).hold(make.bank(*items, name=f"bank{name}"))
    failed: list[BaseException] = []

    def read() -> None:
        try:
            for _ in search.steps():
                pass
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test must hear of it
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    counts = set()
    while any(thread.is_alive() for thread in threads):
        counts |= {len(stems(search.search(f"bank{name} ", 100))) for name in range(12)}
    for thread in threads:
        thread.join()
    assert failed == []
    assert counts <= {0, 20}
    assert len(stems(search.search('"of"', 1000))) == 240
