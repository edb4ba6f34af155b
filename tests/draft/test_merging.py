"""Drafts into a new bank file, and into one in which somebody has judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.draft.charter import LATER, TEXT, TODAY, article

from civicsquiz.bank.editing import BankText
from civicsquiz.bank.files import parse, usable
from civicsquiz.bank.models import Bank, Status
from civicsquiz.bank.origin import Origin
from civicsquiz.draft import merging
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import draft


def new(tmp_path: Path, made: Article) -> Path:
    path = tmp_path / "bank.yaml"
    text, _ = merging.new_bank("rights", "Rights", draft([made], TODAY), [made])
    path.write_text(text, "utf-8")
    return path


def load(path: Path) -> Bank:
    return usable(parse(path.read_bytes(), path))


def again(path: Path, made: Article) -> merging.Merged:
    text = BankText.open(path)
    merged = merging.merge(text, load(path), draft([made], TODAY), [made])
    text.save()
    return merged


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return new(tmp_path, article())


def test_a_new_bank_holds_drafts_that_are_never_asked(bank: Path) -> None:
    made = load(bank)
    assert len(made.items) >= 3
    assert made.asked == ()
    assert {item.origin for item in made.items} == {Origin.DRAFTED}
    assert all(item.draft and item.draft.rule.count("@") == 1 for item in made.items)


def test_drafting_again_changes_nothing(bank: Path) -> None:
    before = bank.read_bytes()
    merged = again(bank, article())
    assert merged.added == () == merged.tray
    assert merged.known == len(load(bank).items)
    assert bank.read_bytes() == before


def test_what_was_rejected_does_not_come_back(bank: Path) -> None:
    """Not even where every question about its fact is gone."""
    text = BankText.open(bank)
    first = load(bank).items[0]
    assert first.draft is not None
    same = [
        item.id for item in load(bank).items if item.draft and item.draft.fact == first.draft.fact
    ]
    with text.together():
        for name in same:
            text.remove_item(name)
        text.add_rejected(first.draft.fact, "not-important", first.id)
    text.save()
    merged = again(bank, article())
    assert merged.added == () == merged.tray
    assert merged.rejected == len(same)
    assert not {item.id for item in load(bank).items} & set(same)


def test_an_edited_and_accepted_item_stays_as_the_teacher_left_it(bank: Path) -> None:
    text = BankText.open(bank)
    name = load(bank).items[0].id
    text.change_item(name, text.item(name) | {"stem": "Which of these is it, in my own words?"})
    text.remove_key(name, "status")
    text.save()
    mine = BankText.open(bank).item_text(name)
    again(bank, article())
    assert BankText.open(bank).item_text(name) == mine


def test_what_a_newer_version_no_longer_says_is_stale_and_only_that(bank: Path) -> None:
    merged = again(bank, article(LATER))
    made = load(bank)
    quoting = {
        item.id
        for item in made.items
        if any("guarantees the right" in each.selector.exact for each in item.evidence)
    }
    cases = {
        item.id
        for item in made.items
        if any("(1963)" in each.selector.exact for each in item.evidence)
    }
    assert set(merged.stale) == quoting | cases
    assert quoting


def test_a_newer_version_changes_the_hash_on_the_card_and_adds_what_is_new(bank: Path) -> None:
    old = load(bank)
    merged = again(bank, article(LATER))
    made = load(bank)
    assert (
        made.cards["rights"].sha256 == article(LATER).document.sha256 != old.cards["rights"].sha256
    )
    assert {item.id for item in old.items} | set(merged.added) | set(merged.tray) == {
        item.id for item in made.items
    }


def test_ids_that_are_taken_are_not_given_again(bank: Path) -> None:
    text = BankText.open(bank)
    for item in load(bank).items:
        text.remove_key(item.id, "draft")
    text.save()
    again(bank, article())
    names = [item.id for item in load(bank).items]
    assert len(set(names)) == len(names)


def test_drafts_do_not_depend_on_the_order_of_the_articles() -> None:
    one, other = (
        article(),
        article(TEXT.replace("Rights of the accused", "More rights"), "more.txt"),
    )
    first = merging.new_bank("b", "B", draft([one, other], TODAY), [one, other])[0]
    second = merging.new_bank("b", "B", draft([other, one], TODAY), [one, other])[0]
    assert first == second


def test_the_statuses_of_new_items(bank: Path) -> None:
    assert {item.status for item in load(bank).items} <= {Status.DRAFT, Status.NEEDS_EDITING}


OTHER = """\
Who tries a president

The House of Representatives has the sole power of impeachment. The Senate has the sole power to try all
impeachments, and the chief justice presides when the president is tried.
"""


def test_the_topic_of_another_article_is_named_as_those_of_the_first(bank: Path) -> None:
    """Its slug alone would be shown cut: “Who tries a president in the”."""
    before = load(bank).topics
    merged = again(bank, article(OTHER, "trial.txt"))
    assert merged.added or merged.tray
    after = load(bank).topics
    assert dict(before).items() < dict(after).items()
    assert "Who tries a president" in after.values()


def test_in_a_bank_that_names_no_topic_none_is_named(bank: Path) -> None:
    text = bank.read_text("utf-8")
    start, end = text.index("topics:"), text.index("sources:")
    bank.write_text(text[:start] + text[end:], "utf-8")
    merged = again(bank, article(OTHER, "trial.txt"))
    assert merged.added or merged.tray
    assert load(bank).topics == {}
