"""Passages for items without one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.draft.triage_bank import COURIER, put

from civicsquiz.bank.check.context import Proving
from civicsquiz.bank.files import load
from civicsquiz.bank.items import Match, Number, Order, Short, TrueFalse
from civicsquiz.bank.models import Bank, Item, Option, Stance, Status
from civicsquiz.draft.article import Article
from civicsquiz.draft.gathering import gathered
from civicsquiz.draft.opening import opened
from civicsquiz.draft.proposing import MOST, Lacking, Passages, Proposal
from civicsquiz.errors import FileError
from civicsquiz.source.selector import Found, find

BANK = Bank(id="town", title="Town", cards={}, items=())


def values(stem: str) -> dict[str, Any]:
    return {
        "id": "open",
        "topic": "town",
        "stance": Stance.FACT,
        "stem": stem,
        "rationale": "So it is.",
        "evidence": (),
        "status": Status.UNPROVEN,
    }


def short(stem: str, key: str, *accept: str) -> Short:
    return Short(key=key, accept=accept, **values(stem))


def article(folder: Path, text: str, name: str = "report.txt") -> Article:
    path = folder / name
    path.write_text(text, "utf-8")
    return opened(path)


def said(item: Item, *articles: Article, proving: tuple[Proving, ...] = ()) -> list[str]:
    return [one.selector.exact for one in first(item, *articles, proving=proving)]


def lacking(item: Item, *articles: Article, proving: tuple[Proving, ...] = ()) -> list[Lacking]:
    return list(Passages(articles).lacking(item, proving, BANK))


def first(
    item: Item, *articles: Article, proving: tuple[Proving, ...] = ()
) -> tuple[Proposal, ...]:
    """What is proposed for the first part that lacks a passage."""
    return lacking(item, *articles, proving=proving)[0].proposals


@pytest.fixture
def courier() -> Article:
    return opened(COURIER)


def test_the_sentence_with_the_key_and_most_of_the_stem_comes_first(courier: Article) -> None:
    item = short("What did the town clerk put at $4,000?", "the price of a hearing")
    first, *_ = said(item, courier)
    assert first == "The town clerk put the price of a hearing at $4,000."


def test_every_word_of_the_key_has_to_stand_there(courier: Article) -> None:
    assert said(short("Who put a price on hearings?", "the county clerk"), courier) == []


def test_any_accepted_form_will_do(courier: Article) -> None:
    item = short("Who put the price of a hearing at $4,000?", "the county officer", "the clerk")
    assert said(item, courier)[0].startswith("The town clerk")


def test_numbers_are_found_however_they_are_written(courier: Article) -> None:
    item = Number(
        value=Decimal(12), least=Decimal(12), most=Decimal(12), unit="hearings",
        **values("How many hearings were held last year?"),
    )  # fmt: skip
    assert "twelve were held last year" in said(item, courier)[0]


def test_a_key_alone_is_no_ground(tmp_path: Path) -> None:
    """A year stands in many sentences: one that has nothing else of the question is not proposed."""
    made = article(tmp_path, "The bridge was closed in 1921. The charter dates from 1921.")
    assert said(short("From which year is the charter?", "1921"), made) == [
        "The charter dates from 1921."
    ]


def test_two_sentences_only_where_no_single_one_will_do(tmp_path: Path) -> None:
    text = "Ada Park leads the council of the town. Her vice chair is Ben Carr."
    made = article(tmp_path, text)
    assert said(
        short("Who leads the council, and who is vice chair?", "Ada Park, Ben Carr"), made
    ) == [text]
    assert said(short("Who leads the council?", "Ada Park"), made) == [
        text.split(". ", maxsplit=1)[0] + "."
    ]


def test_two_sentences_where_the_second_says_what_is_asked(courier: Article) -> None:
    item = short("Which officer keeps the minutes of every hearing?", "the town clerk")
    first, second = said(item, courier)
    assert first.startswith(second)
    assert "He keeps the minutes" in first


def test_two_paragraphs_are_no_passage(tmp_path: Path) -> None:
    made = article(tmp_path, "Ada Park leads the council.\n\nHer vice chair is Ben Carr.")
    assert said(short("Who leads the council with a vice chair?", "Ada Park, Ben Carr"), made) == []


def test_a_quotation_is_found_again_in_its_place(tmp_path: Path) -> None:
    """Where the same sentence stands twice, the selector says which one is meant."""
    line = "The clerk keeps the minutes of the council."
    made = article(tmp_path, f"{line} They are public.\n\nSome years passed by. {line}\n")
    item = short("Who keeps the minutes of the council?", "the clerk")
    found = first(item, made)
    assert len(found) == 2
    for proposal in found:
        assert find(made.folded, proposal.selector) == Found(proposal.start, proposal.end)
        assert proposal.values()["source"] == made.card.id
        assert set(proposal.values()) >= {"exact", "prefix"} or proposal.selector.suffix


def match(stem: str, **pairs: str) -> Match:
    made = [(name.replace("_", " "), other) for name, other in pairs.items()]
    return Match(
        pairs=tuple(
            (Option(one.lower(), one), Option(other.lower(), other)) for one, other in made
        ),
        **values(stem),
    )


ASHFORD = """\
Maria Lopez, the mayor of Ashford, said on Monday that the bridge would open again before the winter. \
She had promised as much to the town in the spring.

The clerk, Daniel Ortiz, keeps the records in the council hall, and lends them out.

Ruth Ames has been the treasurer since 2019.
"""


@pytest.mark.parametrize("turned", [False, True])
def test_each_part_is_looked_for_by_itself(tmp_path: Path, turned: bool) -> None:
    """Whatever words the stem has, and on whichever side of a pair a name stands."""
    held = {"Mayor": "Maria Lopez", "Clerk": "Daniel Ortiz", "Treasurer": "Ruth Ames"}
    pairs = {name: office.lower() for office, name in held.items()} if turned else held
    item = match("Who holds which office in Ashford?", **pairs)
    found = lacking(item, article(tmp_path, ASHFORD))
    assert [one.part for one in found] == list(pairs)
    assert [one.words for one in found] == list(pairs.items())
    assert [[each.selector.exact.split(",")[0] for each in one.proposals] for one in found] == [
        ["Maria Lopez"], ["The clerk"], ["Ruth Ames has been the treasurer since 2019."],
    ]  # fmt: skip


def test_what_lacks_goes_on_behind_a_part_without_a_sentence(tmp_path: Path) -> None:
    item = match("Who holds which office?", Sheriff="Ada Park", Clerk="Daniel Ortiz")
    made = article(tmp_path, ASHFORD)
    assert [(one.part, len(one.proposals)) for one in lacking(item, made)] == [
        ("Sheriff", 0), ("Clerk", 1),
    ]  # fmt: skip
    proving = (Proving("The clerk, Daniel Ortiz", ("Clerk",)),)
    assert [one.part for one in lacking(item, made, proving=proving)] == ["Sheriff"]


def test_words_of_the_stem_pull_in_no_longer_stretch(tmp_path: Path) -> None:
    text = (
        "The clerk of Ashford, who is one of the officers of the town and holds an office in its hall, "
        "is Daniel Ortiz. He is liked. Daniel Ortiz is clerk."
    )
    item = match("Who holds which office of the officers of Ashford?", Clerk="Daniel Ortiz")
    assert said(item, article(tmp_path, text))[0] == "Daniel Ortiz is clerk."


def test_case_and_inflection_are_folded(tmp_path: Path) -> None:
    item = match("Who does what?", Voter="elects the councils")
    made = article(tmp_path, "In May the VOTERS elect the council’s members.")
    assert len(said(item, made)) == 1


def test_an_order_is_not_proven_by_words(courier: Article) -> None:
    entries = tuple(Option(text, text) for text in ("old charter", "vote", "new charter"))
    order = Order(entries=entries, **values("In what order did these come?"))
    assert lacking(order, courier) == []


def test_a_false_statement_gets_what_has_most_of_its_words(courier: Article) -> None:
    false = TrueFalse(
        key=False, **values("Under the old charter the council had five members. True or false?")
    )
    best, *_ = first(false, courier)
    assert best.selector.exact.startswith("Under the old charter")
    assert not best.literal
    taken = (Proving(best.selector.exact),)
    assert lacking(false, courier, proving=taken) == []  # but for a “because”


def test_a_true_statement_in_other_words_gets_them_too(courier: Article) -> None:
    true = TrueFalse(
        key=True, **values("Under the old charter the council counted seven seats. True or false?")
    )
    best, *_ = first(true, courier)
    assert best.selector.exact.startswith("Under the old charter")
    assert not best.literal
    other = TrueFalse(key=True, **values("Penguins sleep standing up. True or false?"))
    assert said(other, courier) == []


def test_a_true_claim_has_to_stand_there_whole(courier: Article) -> None:
    true = TrueFalse(key=True, **values("The council had seven members. True or false?"))
    assert said(true, courier)[0].startswith("Under the old charter")
    assert first(true, courier)[0].literal


def test_the_order_of_the_articles_does_not_matter(tmp_path: Path) -> None:
    one = article(tmp_path, "The clerk keeps the minutes.", "one.txt")
    two = article(tmp_path, "The clerk keeps the minutes.", "two.txt")
    item = short("Who keeps the minutes?", "the clerk")

    def found(*articles: Article) -> tuple[Proposal, ...]:
        return first(item, *articles)

    assert found(one, two) == found(two, one)
    assert len(found(one, two)) == 2


def test_no_more_than_anybody_looks_at(tmp_path: Path) -> None:
    text = " ".join(f"In year {n} the clerk kept the minutes again." for n in range(1900, 1930))
    made = article(tmp_path, text)
    assert len(said(short("Who kept the minutes?", "the clerk"), made)) == MOST


def test_long_stretches_are_not_quoted(tmp_path: Path) -> None:
    made = article(tmp_path, f"The clerk keeps the minutes{' and so on' * 40}.")
    assert said(short("Who keeps the minutes?", "the clerk"), made) == []


def test_articles_are_gathered_out_of_folders(tmp_path: Path) -> None:
    """What is no article is left out of a folder, and said where it was named."""
    bank = load(put(tmp_path))
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "more.txt").write_text("The clerk keeps the minutes of the town.", "utf-8")
    articles, problems = gathered([tmp_path], bank)
    assert {article.card.id for article in articles} >= {"courier"}
    assert len(articles) == 2
    assert [Path(str(problem).split(":")[0]).name for problem in problems] == ["empty.txt"]
    with pytest.raises(FileError):
        gathered([tmp_path / "empty.txt"], bank)


def test_an_article_of_the_bank_goes_under_its_card(tmp_path: Path) -> None:
    bank = load(put(tmp_path))
    (made,), _ = gathered([tmp_path / "courier.txt"], bank)
    assert made.card.id == "courier"
