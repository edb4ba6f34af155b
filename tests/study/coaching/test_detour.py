"""The question on a passage, made from what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.study.coaching.ferry import coached, common, founder, option

from civicsquiz.bank.items import FindEvidence, Multiple, Order, TrueFalse
from civicsquiz.bank.models import Evidence, Item, Role, Status
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching import Detour
from civicsquiz.study.feedback import explain
from civicsquiz.study.grading import Verdict
from civicsquiz.study.question import Question

RIGHT = "Ada Marsh founded the ferry in 1871 with two boats and a crew of nine."


def after(item: Item, shelf: Shelf, *others: Item, missed: int = 2) -> Detour | None:
    coach, asked = coached(item, shelf, *others)
    return coach.after(asked, missed)


def made(item: Item, shelf: Shelf, *others: Item) -> Question:
    detour = after(item, shelf, *others)
    assert detour is not None
    assert detour.question is not None
    return detour.question


def offered(question: Question) -> set[str]:
    return {one.text for one in question.options}


def test_when_it_is_time_to_read(paper: Shelf) -> None:
    """After two misses, and after two more; as often as is set, never before the first."""
    assert [bool(after(founder(), paper, missed=missed)) for missed in range(5)] == [
        False, False, True, False, True
    ]  # fmt: skip
    coach, asked = coached(founder(), paper, misses=3)
    assert [bool(coach.after(asked, missed)) for missed in (2, 3)] == [False, True]


def test_the_passage_is_read_first(paper: Shelf) -> None:
    """It is the one that the missed question rests on, found or not."""
    for shelf in (paper, Shelf([])):
        detour = after(founder(), shelf)
        assert detour
        assert detour.reading.evidence is founder().evidence[0] or (
            detour.reading.evidence == founder().evidence[0]
        )
        assert detour.reading.question.ref == "bank/item"
    assert after(founder(evidence=()), paper) is None


def test_the_question_on_it(paper: Shelf) -> None:
    """A sentence to be found among others of the section, which prove nothing of the kind."""
    found = made(founder(), paper)
    item = found.item
    assert isinstance(item, FindEvidence)
    assert item.id == "item--evidence"
    assert item.status is Status.READY
    assert item.stem == (
        "Which of these sentences from “The ferry at Landing” bears out the answer to this: Who"
        " founded the ferry?"
    )
    assert item.key.text == RIGHT
    assert offered(found) == {
        RIGHT,
        "The town council paid for the landing, and the state paid for the lamps on both banks.",
        "The toll was five cents for a person and 20 cents for a horse.",
        "Farmers called the toll unfair, while the company called it a bargain for everybody.",
    }
    assert [one.role for one in item.evidence] == [Role.PROVES] + [Role.CANDIDATE] * 3
    assert found == made(founder(), paper)


def test_it_is_graded_and_explained(paper: Shelf) -> None:
    """As any other; the right sentence is shown in its place."""
    found = made(founder(), paper)
    item = found.item
    told = explain(found, item.key_response, paper)
    assert told.verdict is Verdict.RIGHT
    assert told.passages[0].text == RIGHT
    assert told.passages[0].proof == ""
    wrong = next(one.id for one in found.options if one.id not in item.key_ids)
    assert explain(found, (wrong,), paper).verdict is Verdict.WRONG
    assert explain(found, (wrong,), paper).chosen[0].why
    assert found.read(found.write(item.key_response)) == item.key_response


def test_what_is_not_offered(paper: Shelf) -> None:
    """What another item rests on, what has the key, what says as much, what is quoted here too."""
    other = replace(
        founder(), id="other", key=option("x"),
        evidence=(Evidence("paper", Selector("The toll was five cents for a person")),),
    )  # fmt: skip
    assert not any("five cents" in text for text in offered(made(founder(), paper, other)))
    context = founder(
        evidence=(*founder().evidence, Evidence("paper", Selector("Farmers called"), Role.CONTEXT))
    )
    assert not any("Farmers" in text for text in offered(made(context, paper)))


def test_too_few_others(article: Callable[[str], Shelf]) -> None:
    """Then there is only the passage to read."""
    text = f"It is so. {RIGHT} Why did she do it, and for whom, and with what money of her own? No."
    detour = after(founder(), article(text))
    assert detour
    assert detour.question is None


def test_where_none_is_made(paper: Shelf) -> None:
    """Of a sentence that was asked for, of an order, of a key whose parts stand apart, or in two
    sources; and of one that was made here."""
    exact = "Ada Marsh founded the ferry in 1871"
    asked = FindEvidence(
        key=option(exact), distractors=(option("The ice of 1888"), option("Nobody wrote")),
        **common(exact),
    )  # fmt: skip
    entries = option("a"), option("b"), option("c")
    apart = Multiple(
        keys=entries[:2], distractors=entries[2:],
        **{**common(""), "evidence": (Evidence("paper", Selector(exact), parts=("a",)),)},
    )  # fmt: skip
    for item in (asked, Order(entries=entries, **common(exact)), apart):
        detour = after(item, paper)
        assert detour
        assert detour.question is None
    coach, _ = coached(founder(), paper)
    assert coach.after(made(founder(), paper), 2) is None


def test_of_a_judgement(paper: Shelf) -> None:
    """The claim is named, and not how it is to be judged."""
    stem = "Ada Marsh founded the ferry with a crew of twelve. True or false?"
    item = TrueFalse(key=False, why="No.", **common("and a crew of nine", stem=stem))
    assert made(item, paper).item.stem == (
        "Which of these sentences from “The ferry at Landing” settles whether this is so: Ada Marsh"
        " founded the ferry with a crew of twelve."
    )


def test_it_has_hints_of_its_own(paper: Shelf) -> None:
    """Where it stands, what stands around it; the question that was missed is not given away."""
    coach, _ = coached(founder(), paper)
    asked = made(founder(), paper)
    found = coach.ladder(asked)
    assert [hint.kind for hint in found][:1] == ["place"]
    assert not any("Ada Marsh" in hint.text for hint in found)
    assert coach.tries(asked) >= 1
