"""Judging drafts, by what stands in the file afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.draft.triage_bank import BANK, put, sitting
from tests.often import examples

from civicsquiz.bank.editing.forms import InvalidItem
from civicsquiz.bank.files import load
from civicsquiz.bank.models import Status
from civicsquiz.bank.origin import Origin, Reason, Rejected
from civicsquiz.draft.ledger import Done
from civicsquiz.draft.triage import Triage
from civicsquiz.errors import FileError, UsageError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return put(tmp_path)


def differing(path: Path) -> tuple[list[str], list[str]]:
    """The lines of the file that are new, and those that are gone."""
    before, after = BANK.splitlines(), path.read_text("utf-8").splitlines()
    return [line for line in after if line not in before], [
        line for line in before if line not in after
    ]


def test_drafts_come_first_and_then_the_tray(path: Path) -> None:
    assert sitting(path).queue == ["price", "stale", "tray"]


def test_what_has_no_passage_comes_last_and_only_with_sources(path: Path) -> None:
    assert sitting(path, sources=True).queue == ["price", "stale", "tray", "open"]


def test_accepting_takes_one_line_out_of_the_file(path: Path) -> None:
    sitting(path).accept()
    assert differing(path) == ([], ["    status: draft     # not judged yet"])
    item = next(item for item in load(path).items if item.id == "price")
    assert (item.status, item.origin) == (Status.READY, Origin.DRAFTED)
    assert item.draft is not None


def test_rejecting_takes_the_item_out_and_remembers_its_fact(path: Path) -> None:
    sitting(path).reject(Reason.UNFAIR)
    bank = load(path)
    assert [item.id for item in bank.items] == ["ready", "stale", "open", "tray"]
    assert bank.rejected == (Rejected("00000000000000a1", Reason.UNFAIR, "price"),)
    assert differing(path)[0] == [
        "rejected:",
        "  - {fact: 00000000000000a1, reason: unfair, id: price}",
    ]


def test_rejecting_what_was_not_drafted_remembers_nothing(path: Path) -> None:
    triage = sitting(path, sources=True)
    while triage.current and triage.current.id != "open":
        triage.skip()
    triage.reject(Reason.OTHER)
    assert load(path).rejected == ()
    assert "id: open" not in path.read_text("utf-8")


def test_editing_changes_the_keys_that_differ_and_says_who_did_it(path: Path) -> None:
    triage = sitting(path)
    triage.edit({**triage.values(), "stem": "At what price did the town clerk put one hearing?"})
    new, gone = differing(path)
    assert new == [
        "    stem: At what price did the town clerk put one hearing?",
        "    origin: edited",
    ]
    assert len(gone) == 2  # the stem, and the status with its remark; “origin: drafted” stands on
    assert triage.ledger.tally[Done.EDITED] == 1


def test_editing_nothing_is_accepting(path: Path) -> None:
    triage = sitting(path)
    triage.edit(triage.values())
    assert triage.ledger.tally == {Done.ACCEPTED: 1}
    assert "origin: edited" not in path.read_text("utf-8")


def test_editing_without_accepting_leaves_it_to_be_judged(path: Path) -> None:
    triage = sitting(path)
    triage.edit({**triage.values(), "rationale": "The clerk said so."}, accept=False)
    assert triage.queue[0] == "price"
    assert triage.ledger.judged == 0
    assert triage.current is not None
    assert (triage.current.rationale, triage.current.status) == (
        "The clerk said so.",
        Status.DRAFT,
    )


def test_what_is_no_item_is_not_written(path: Path) -> None:
    triage = sitting(path)
    with pytest.raises(InvalidItem):
        triage.edit({**triage.values(), "stem": ""})
    assert path.read_text("utf-8") == BANK
    assert not triage.can_undo


def test_an_edit_of_another_item_is_not_put_over_this_one(path: Path) -> None:
    triage = sitting(path)
    values = {**triage.values(), "rationale": "Ours."}
    triage.skip()
    for accept in (True, False):
        with pytest.raises(UsageError, match="no longer the one"):
            triage.edit(values, accept=accept)
    assert path.read_text("utf-8") == BANK


def test_a_skipped_item_comes_again_at_the_end(path: Path) -> None:
    triage = sitting(path)
    triage.skip()
    assert triage.queue == ["stale", "tray", "price"]
    assert triage.ledger.judged == 0
    triage.undo()
    assert triage.queue == ["price", "stale", "tray"]


@pytest.mark.parametrize("act", ["accept", "reject", "edit", "change", "take"], ids=str)
def test_undoing_gives_back_the_item_and_every_byte(path: Path, act: str) -> None:
    triage = sitting(path, sources=True)
    while act == "take" and triage.current and triage.current.id != "open":
        triage.skip()
    queue, before = list(triage.queue), triage.current
    changed = {**triage.values(), "rationale": "Another one."}
    acts: dict[str, Callable[[], None]] = {
        "accept": triage.accept,
        "reject": lambda: triage.reject(Reason.OTHER),
        "edit": lambda: triage.edit(changed),
        "change": lambda: triage.edit(changed, accept=False),
        "take": lambda: triage.take(triage.proposals[0]),
    }
    acts[act]()
    assert path.read_text("utf-8") != BANK
    step = triage.undo()
    assert step.item == (before.id if before else "")
    assert path.read_text("utf-8") == BANK
    assert triage.queue == queue
    assert triage.current == before
    assert triage.values().get("rationale") != "Another one."


def test_nothing_done_nothing_undone(path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to be undone"):
        sitting(path).undo()


@given(st.lists(st.sampled_from(["accept", "reject", "edit", "skip", "undo"]), max_size=12))
@pytest.mark.usefixtures("home")
def test_whatever_is_done_undoing_all_of_it_gives_the_file_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    path = put(tmp_path_factory.mktemp("bank"))
    triage = sitting(path)
    for step in steps:
        if step == "undo":
            if triage.can_undo:
                triage.undo()
        elif triage.current is not None:
            acts = {
                "accept": triage.accept,
                "reject": lambda: triage.reject(Reason.OTHER),
                "edit": lambda: triage.edit({**triage.values(), "rationale": "Ours."}),
                "skip": triage.skip,
            }
            acts[step]()
        waits = {item.id for item in load(path).items if item.status.unjudged}
        assert waits == set(triage.queue)  # what is on the disk is what is shown
    while triage.can_undo:
        triage.undo()
    assert path.read_text("utf-8") == BANK
    assert triage.queue == ["price", "stale", "tray"]


def test_two_hundred_times_there_and_back(path: Path) -> None:
    triage = sitting(path)
    for _ in range(examples(200)):
        triage.accept()
        triage.undo()
    assert path.read_bytes() == BANK.encode()


def test_another_day_goes_on_where_this_one_stopped(path: Path) -> None:
    """Nothing is kept but the file, so a sitting that was killed is one that ended."""
    first = sitting(path)
    first.accept()
    first.reject(Reason.REPEATS)
    assert sitting(path).queue == ["tray"]


def judge_elsewhere(path: Path) -> str:
    text = path.read_text("utf-8").replace("title: The new charter", "title: The charter")
    path.write_text(text, "utf-8")
    return text


@pytest.mark.parametrize("act", ["accept", "reject", "edit", "undo"])
def test_what_somebody_else_has_changed_is_not_overwritten(path: Path, act: str) -> None:
    triage = sitting(path)
    triage.accept()
    text = judge_elsewhere(path)
    queue = list(triage.queue)
    with pytest.raises(FileError, match="changed by another program"):
        {
            "accept": triage.accept,
            "reject": lambda: triage.reject(Reason.OTHER),
            "edit": lambda: triage.edit({**triage.values(), "rationale": "Ours."}),
            "undo": triage.undo,
        }[act]()
    assert path.read_text("utf-8") == text
    assert (triage.queue, triage.ledger.judged, triage.can_undo) == (queue, 1, True)
    assert triage.changed_elsewhere


def test_reading_again_goes_on_at_the_same_item(path: Path) -> None:
    triage = sitting(path)
    triage.accept()
    text = judge_elsewhere(path)
    triage.skip()
    triage.read_again()
    assert triage.queue == ["tray", "stale"]
    assert triage.bank.title == "The charter of Millbrook"
    assert (triage.ledger.judged, triage.can_undo) == (1, False)
    triage.accept()
    assert path.read_text("utf-8") == text.replace("    status: needs-editing\n", "")


def test_reading_again_leaves_out_what_was_judged_elsewhere(path: Path) -> None:
    triage = sitting(path)
    triage.skip()
    other = sitting(path)
    other.accept()
    other.accept()
    triage.read_again()
    assert triage.queue == ["tray"]
    assert triage.current is not None


def test_undoing_what_cannot_be_written_is_as_if_it_was_not_tried(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    triage = sitting(path)
    triage.reject(Reason.OTHER)
    text = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        with pytest.raises(FileError, match="may not be written"):
            triage.undo()
        with pytest.raises(FileError, match="may not be written"):
            triage.accept()
    assert path.read_bytes() == text
    triage.accept()
    triage.undo()
    triage.undo()
    assert path.read_bytes() == BANK.encode()


def test_an_undo_that_failed_can_be_done_later(path: Path) -> None:
    triage = sitting(path)
    triage.reject(Reason.OTHER)
    mine = path.read_bytes()
    path.write_bytes(mine + b"# somebody was here\n")
    with pytest.raises(FileError):
        triage.undo()
    path.write_bytes(mine)
    assert triage.undo().item == "price"
    assert path.read_bytes() == BANK.encode()


def test_what_the_article_no_longer_says_is_stale(path: Path) -> None:
    triage = sitting(path)
    assert not triage.stale
    triage.skip()
    assert triage.stale
    assert [flaw.code for flaw in triage.flaws() if flaw.error]


def test_stale_is_said_only_where_the_article_is_at_hand(path: Path) -> None:
    (path.parent / "courier.txt").unlink()
    triage = sitting(path)
    triage.skip()
    assert not triage.stale


def test_flaws_of_what_is_being_typed_name_their_place(path: Path) -> None:
    triage = sitting(path)
    assert not [flaw for flaw in triage.flaws() if flaw.error]
    values = triage.values()
    assert ("stem",) in [flaw.place for flaw in triage.flaws({**values, "stem": ""})]
    assert ("key",) in [flaw.place for flaw in triage.flaws({**values, "key": "$7,000"})]
    nowhere = {**values, "evidence": [{"source": "nowhere", "exact": "x"}]}
    assert [flaw.place for flaw in triage.flaws(nowhere)] == [("evidence", 0, "source")]


def open_item(path: Path) -> Triage:
    triage = sitting(path, sources=True)
    while triage.current and triage.current.id != "open":
        triage.skip()
    return triage


def test_without_a_passage_nothing_is_accepted(path: Path) -> None:
    triage = open_item(path)
    with pytest.raises(UsageError, match="no passage proves"):
        triage.accept()
    with pytest.raises(UsageError, match="no passage proves"):
        triage.edit({**triage.values(), "rationale": "Ours."})
    assert path.read_text("utf-8") == BANK


def test_a_passage_taken_proves_the_key_and_then_it_is_accepted(path: Path) -> None:
    triage = open_item(path)
    proposal = triage.proposals[0]
    triage.take(proposal)
    assert triage.proven
    assert triage.proposals == ()
    triage.accept()
    item = next(item for item in load(path).items if item.id == "open")
    assert item.status is Status.READY
    assert [evidence.source for evidence in item.evidence] == ["courier", "courier"]
    assert "town clerk" in item.evidence[1].selector.exact


def test_a_passage_of_a_new_source_brings_its_card(path: Path) -> None:
    text = BANK.replace("town clerk,", "treasurer,").replace("Which officer", "Which treasurer")
    path.write_text(text, "utf-8")
    report = path.parent / "report.txt"
    report.write_text("The minutes of every hearing are kept by the treasurer of Millbrook.\n")
    from tests.draft.triage_bank import TODAY

    from civicsquiz.bank.editing import BankText
    from civicsquiz.draft import gathering
    from civicsquiz.source.shelf import Shelf

    articles, _ = gathering.gathered([report], load(path))
    triage = Triage(BankText.open(path), Shelf([path.parent]), TODAY, articles)
    while triage.current and triage.current.id != "open":
        triage.skip()
    triage.take(triage.proposals[0])
    bank = load(path)
    assert list(bank.cards) == ["courier", articles[0].card.id]
    assert triage.proven
    triage.undo()
    assert path.read_text("utf-8") == text
    triage.take(triage.proposals[0])
    assert list(load(path).cards) == ["courier", articles[0].card.id]


IMPORTED = """\
civicsquiz: 1
id: imported
title: Imported
sources: {}
items:
  - id: open
    type: choice
    topic: hearings
    stance: fact
    stem: Which officer of Millbrook keeps the minutes of every hearing?
    key: The town clerk
    distractors: [The mayor, The treasurer]
    rationale: The Courier says it of the clerk.
    status: unproven
  - id: seven
    type: true-false
    topic: council
    stance: fact
    stem: The council of Millbrook has seven members. True or false?
    key: false
    rationale: It has nine.
    status: unproven
"""


def imported(folder: Path) -> tuple[Triage, Path]:
    """A bank that came without sources and passages, and an article that it does not know."""
    path = put(folder, IMPORTED)
    return sitting(path, sources=True), path


def test_what_was_imported_gets_its_passage_its_source_and_no_status(tmp_path: Path) -> None:
    triage, path = imported(tmp_path)
    with pytest.raises(UsageError, match="no passage proves"):
        triage.accept()
    triage.take(triage.proposals[0])
    assert triage.proven
    triage.accept()
    bank = load(path)
    item = bank.items[0]
    assert (item.status, [one.source for one in item.evidence]) == (Status.READY, ["courier"])
    assert bank.cards["courier"].sha256
    triage.undo()
    triage.undo()
    assert path.read_text("utf-8") == IMPORTED


def test_what_no_words_prove_is_given_a_passage_and_a_bridge_by_hand(tmp_path: Path) -> None:
    triage, path = imported(tmp_path)
    triage.skip()
    assert [one.literal for one in triage.proposals] == [False] * len(triage.proposals)
    quoted = {"source": "courier", "exact": "raised that number to nine"}
    values = {**triage.values(), "evidence": [quoted]}
    assert triage.standing(values) == "unproven"
    with pytest.raises(UsageError, match="no passage proves"):
        triage.edit(values)
    assert path.read_text("utf-8") == IMPORTED
    values["because"] = "Nine is not seven."
    assert triage.standing(values) == "bridged"
    triage.edit(values)
    bank = load(path)
    assert bank.items[1].status is Status.READY
    assert list(bank.cards) == ["courier"]
    triage.undo()
    triage.undo()
    assert path.read_text("utf-8") == IMPORTED


def test_a_quotation_that_is_typed_is_looked_for(path: Path) -> None:
    triage = sitting(path)
    values = triage.values()
    assert triage.standing(values) == "literal"

    def said(exact: str, source: str = "courier") -> list[tuple[str, tuple[str | int, ...]]]:
        typed = {**values, "evidence": [{"source": source, "exact": exact}]}
        return [(flaw.code, flaw.place) for flaw in triage.flaws(typed) if flaw.error]

    place = ("evidence", 0, "exact")
    assert said("The town clerk put the price of a hearing at $4,000") == []
    assert ("E1", place) in said("The town clerk put the price of a hearing at $5,000")
    assert ("E2", place) in said("the")
    assert said("The town clerk", "nowhere") == [("F7", ("evidence", 0, "source"))]
    unproven = [{"source": "courier", "exact": "He keeps the minutes of every hearing"}]
    assert triage.standing({**values, "evidence": unproven}) == "unproven"
    assert triage.standing({**values, "stem": ""}) is None
    assert triage.standing({**values, "evidence": [{"source": "nowhere", "exact": "x"}]}) is None


def test_after_reading_again_what_cannot_be_undone_is_said(path: Path) -> None:
    triage = sitting(path)
    triage.accept()
    triage.read_again()
    with pytest.raises(UsageError, match="before the file was read again stands"):
        triage.undo()


def test_closing_finds_nothing_wrong(path: Path) -> None:
    triage = sitting(path)
    triage.accept()
    triage.reject(Reason.UNCLEAR)
    triage.close()
    assert triage.ledger.reasons == {Reason.UNCLEAR: 1}
