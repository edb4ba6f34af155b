"""What was answered wrong by somebody who was certain."""

from __future__ import annotations

from typing import Any

from tests.study.reviewing.things import bank, choice

from civicsquiz.bank.library import Library
from civicsquiz.bank.models import Status
from civicsquiz.record.events import Event, EventType
from civicsquiz.study.reviewing.at_hand import AtHand
from civicsquiz.study.reviewing.confident import confident_queue, confidently_wrong


def answer(
    uuid: str, item: str, mark: float = 0.0, certainty: int | None = 3, **more: Any
) -> Event:
    values: dict[str, Any] = {"response": ("x",)} | more
    return Event(
        uuid, "learner", "session", EventType.ANSWERED, "2026-01-01T00:00:00.000Z", 0,
        item=item, mark=mark, certainty=certainty, **values,
    )  # fmt: skip


def about(uuid: str, type_: EventType, refers_to: str) -> Event:
    return Event(
        uuid, "learner", "session", type_, "2026-01-01T00:00:00.000Z", 0, refers_to=refers_to
    )


def test_the_latest_answer_decides() -> None:
    """Wrong and certain, and not since mended, nor answered in doubt; the latest first."""
    log = [
        answer("1", "a"),
        answer("2", "mended"), answer("3", "b"), answer("4", "mended", mark=1.0),
        answer("5", "doubted"), answer("6", "doubted", certainty=1),
        answer("7", "unsaid", certainty=None), answer("8", "half", mark=0.5), answer("9", "a"),
        answer("10", "late", mark=1.0), answer("11", "late", mark=0.4),
    ]  # fmt: skip
    assert confidently_wrong(log) == ("late", "a", "b")


def test_answers_that_do_not_stand_are_passed_over() -> None:
    """Taken back, and let stand again; and where none was given."""
    log = [answer("1", "a"), answer("2", "a", mark=1.0), about("3", EventType.UNDONE, "2")]
    assert confidently_wrong(log) == ("a",)
    assert confidently_wrong([*log, about("4", EventType.REDONE, "2")]) == ()
    assert confidently_wrong([answer("1", "a"), about("2", EventType.UNDONE, "1")]) == ()
    assert confidently_wrong([answer("1", "a"), answer("2", "a", certainty=None, response=())]) == (
        "a",
    )


def test_a_renamed_item_is_one_item() -> None:
    """Its answers under the earlier name are of the past."""
    later = answer("2", "bank/new", mark=1.0, detail={"formerly": ["bank/old"]})
    assert confidently_wrong([answer("1", "bank/old"), later]) == ()
    undone = about("3", EventType.UNDONE, "2")
    assert confidently_wrong([answer("1", "bank/old"), later, undone]) == ("bank/new",)


def test_what_is_held_does_not_grow_with_the_log() -> None:
    """Of an item that was answered a thousand times the latest answers count."""
    log = (answer(str(at), "a", mark=float(at < 999)) for at in range(1000))
    assert confidently_wrong(log) == ("a",)
    back = [answer(str(at), "a", mark=float(at < 50)) for at in range(60)]
    back += [about(f"u{at}", EventType.UNDONE, str(at)) for at in range(59, 49, -1)]
    assert confidently_wrong(back) == ()


def test_a_queue_of_what_may_be_asked() -> None:
    """At most so many; gone items and drafts are left out; banks and topics narrow it down."""
    hand = AtHand(Library([]))
    items = [choice("a"), choice("b", status=Status.DRAFT), choice("c", topic="votes"), choice("d")]
    hand.take(bank(*items, name="one"))
    hand.take(bank(choice("a"), name="two"))
    wrong = ["one/x", "one/b", "one/c", "two/a", "one/a", "one/c", "gone/a"]
    assert [one.ref for one in confident_queue(wrong, hand)] == ["one/c", "two/a", "one/a"]
    assert [one.ref for one in confident_queue(wrong, hand, 1)] == ["one/c"]
    assert [one.ref for one in confident_queue(wrong, hand, banks={"two"})] == ["two/a"]
    assert [one.ref for one in confident_queue(wrong, hand, topics=["votes"])] == ["one/c"]
