"""Selection: what is asked, in an order that only the seed and the items decide."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank.models import Status
from civicsquiz.errors import UsageError
from civicsquiz.study.selection import BLOCK, select

if TYPE_CHECKING:
    from tests.study.conftest import Make

    from civicsquiz.bank.models import Bank


@pytest.fixture(scope="module")
def bank(make: Make) -> Bank:
    """Nine items on three topics, two of them judgements, one a draft, one unproven."""
    items = [make.choice(f"choice-{at}", topic=f"topic-{at % 3}") for at in range(5)]
    return make.bank(
        *items,
        make.judgement("yes", topic="topic-0"),
        make.judgement("no", key=False, topic="votes"),
        make.choice("unfinished", topic="drafts", status=Status.DRAFT),
        make.choice("imported", topic="votes", status=Status.UNPROVEN, formerly=("q07",)),
    )


def refs(*arguments: Any, **options: Any) -> list[str]:
    return [question.ref for question in select(*arguments, **{"seed": "1", **options})]


@given(seed=st.text(st.characters(codec="utf-8"), max_size=10), kept=st.integers(1, 12))
def test_an_order_of_all_that_may_be_asked(bank: Bank, seed: str, kept: int) -> None:
    """A quiz asks each ready item once; `count` takes the first of the same order."""
    whole = select([bank], seed=seed)
    assert sorted(question.item.id for question in whole) == sorted(i.id for i in bank.asked)
    assert select([bank], seed=seed, count=kept) == whole[:kept]


@given(order=st.permutations(range(9)))
def test_the_order_of_the_file_does_not_matter(bank: Bank, order: list[int]) -> None:
    """Moving items about in a bank changes no quiz."""
    moved = replace(bank, items=tuple(bank.items[index] for index in order))
    assert refs([moved]) == refs([bank])


def test_seeds_differ(bank: Bank) -> None:
    """Another seed gives another quiz, of the same items."""
    orders = {tuple(refs([bank], seed=str(seed))) for seed in range(20)}
    assert len(orders) > 15


def test_one_seed_one_quiz_everywhere() -> None:
    """The order does not depend on the hash seed of the process, and is the one of today."""
    code = """if True:
        import sys; sys.path.insert(0, sys.argv[1])
        from conftest import Make
        from civicsquiz.study.selection import select
        make = Make()
        items = [make.choice(f"c{at}", rationale=f"It says right of c{at + 1}. Stem of it.",
                             evidence=(make.evidence(f"group{at // 3} has its{at // 3} own{at // 3} words"),))
                 for at in range(9)]
        for question in select([make.bank(*items)], seed="7"):
            print(question.item.id, *question.shown)
    """
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for hash_seed in ("0", "1", "2", "3")
    }  # fmt: skip
    assert len(printed) == 1
    assert [
        line.split()[0] for line in printed.pop().splitlines()
    ] == "c1 c3 c6 c2 c4 c8 c0 c5 c7".split()


def test_an_item_looks_the_same_in_any_quiz(bank: Bank) -> None:
    """The order of an item's options does not depend on what else is asked."""
    whole = {question.ref: question for question in select([bank], seed="1")}
    (alone,) = select([bank], seed="1", items=["choice-3"])
    assert alone == whole[alone.ref]


def test_topics_and_types(bank: Bank) -> None:
    """Each filter lets pass what any of its values names; together they narrow it down."""
    assert sorted(refs([bank], topics=["topic-1", "votes"])) == [
        "bank/choice-1", "bank/choice-4", "bank/no",
    ]  # fmt: skip
    assert sorted(refs([bank], types=["true-false"])) == ["bank/no", "bank/yes"]
    assert refs([bank], types=["true-false"], topics=["votes"]) == ["bank/no"]


def test_items_by_name(bank: Bank, make: Make) -> None:
    """An item is named by its id, with its bank where two have it, or by an earlier id."""
    other = make.bank(make.choice("choice-1"), name="other")
    assert refs([bank], items=["choice-1"]) == ["bank/choice-1"]
    assert refs([bank, other], items=["other/choice-1"]) == ["other/choice-1"]
    assert len(refs([bank, other], items=["choice-1"])) == 2
    assert refs([bank], items=["q07"], unproven=True) == ["bank/imported"]
    assert len(refs([bank], items=["no", "bank/no", "yes"])) == 2


def test_unproven_only_on_request(bank: Bank) -> None:
    """Items without a passage are asked when that is wished, drafts never."""
    assert "bank/imported" not in refs([bank])
    assert "bank/imported" in refs([bank], unproven=True)
    assert "bank/unfinished" not in refs([bank], unproven=True)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"topics": ["vots"]}, "No topic “vots”: did you mean votes?"),
        ({"topics": ["xyz"]}, "No topic “xyz”: there is topic-0, topic-1, topic-2, votes."),
        ({"topics": ["drafts"]}, "No topic “drafts”: there is topic-0, topic-1, topic-2, votes."),
        ({"types": ["truefalse"]}, "No type “truefalse”: did you mean true-false?"),
        ({"types": ["match"]}, "No type “match”: there is choice, true-false."),
        ({"items": ["choise-3"]}, "No item “choise-3”: did you mean choice-3?"),
        ({"items": ["unfinished"]}, "The item “unfinished” is a draft, which is never asked."),
        (
            {"items": ["imported"]},
            "The item “imported” has no passage that proves it, and is asked only with --unproven.",
        ),
        (
            {"topics": ["topic-1"], "types": ["true-false"]},
            "No question on topic-1 is true-false.",
        ),
    ],
)
def test_what_names_nothing(bank: Bank, options: Any, sentence: str) -> None:
    """What cannot be carried out is said in a sentence that names the nearest, or what there is."""
    with pytest.raises(UsageError) as refused:
        select([bank], seed="1", **options)
    assert str(refused.value) == sentence


def test_long_lists_are_cut(make: Make) -> None:
    """Of hundreds of topics the sentence names a dozen, and how many more there are."""
    bank = make.bank(*(make.choice(f"c{at}", topic=f"t{at:03}") for at in range(300)))
    with pytest.raises(UsageError, match=r"t010, t011 and 288 more\.$"):
        select([bank], seed="1", topics=["zzzz"])


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.DRAFT, "all items are drafts"),
        (Status.NEEDS_EDITING, "all items are drafts"),
        (Status.UNPROVEN, "no passage that proves them"),
    ],
)
def test_a_bank_with_nothing_to_ask(make: Make, status: Status, sentence: str) -> None:
    """A bank of which nothing may be asked says why."""
    with pytest.raises(UsageError, match=sentence):
        select([make.bank(make.choice(status=status))], seed="1")
    with pytest.raises(UsageError, match="the bank is empty"):
        select([], seed="1")


@given(seed=st.integers(0, 200))
def test_items_on_one_passage_are_kept_apart(make: Make, seed: int) -> None:
    """Two of three items on one passage never follow each other with fewer than two between."""
    items = [
        make.choice(
            f"c{at}", evidence=(make.evidence(f"{at // 3} they share one passage {at // 3}"),)
        )
        for at in range(12)
    ]
    items[0:3] = [
        replace(item, evidence=(make.evidence("the council had seven members"),))
        for item in items[0:3]
    ]
    items[3:] = [
        replace(item, evidence=(make.evidence(f"number{item.id} stands alone"),))
        for item in items[3:]
    ]
    order = [int(question.item.id[1:]) for question in select([make.bank(*items)], seed=str(seed))]
    places = [order.index(at) for at in range(3)]
    assert min(abs(a - b) for a in places for b in places if a != b) > 2


def test_a_hint_comes_after_its_question(make: Make) -> None:
    """An item whose feedback shows another's key is asked after it, whatever the seed."""
    asks = make.choice("asks", key="Earl Warren", stem="Who wrote the opinion in Trop v. Dulles?")
    tells = make.choice("tells", background="In Dulles it was Earl Warren’s opinion that counted.")
    others = [make.choice(f"c{at}", evidence=(make.evidence(f"alone{at}"),)) for at in range(6)]
    for seed in range(50):
        order = refs([make.bank(tells, *others, asks)], seed=str(seed))
        assert order.index("bank/tells") - order.index("bank/asks") > 2


def test_a_long_bank(make: Make) -> None:
    """A bank of many blocks is asked whole, and a short quiz is the beginning of the long one."""
    bank = make.bank(*(make.judgement(f"j{at}") for at in range(2 * BLOCK + 50)))
    whole = refs([bank])
    assert sorted(whole) == sorted(f"bank/j{at}" for at in range(2 * BLOCK + 50))
    assert refs([bank], count=BLOCK + 1) == whole[: BLOCK + 1]
