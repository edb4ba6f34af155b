"""The order of options: values ascend, judgements stand still, the rest is shuffled by the seed."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.ordering import arrange, rank
from civicsquiz.study.values import ascending

if TYPE_CHECKING:
    from tests.study.conftest import Make


@pytest.mark.parametrize(
    "texts",
    [
        ["1947", "1958", "1967", "1976"],
        ["4,000", "14,000", "40,000", "84,000"],
        ["100", "250", "500", "1,000"],
        ["90 percent", "120 percent", "200 percent"],
        ["More than 8,400", "More than 24,000", "More than 84,000", "More than 240,000"],
        ["$6 million", "$20 million", "$1.5 billion"],
        ["9 hundred", "1 thousand", "2 thousand"],
        ["Fourth", "Sixth", "Eighth", "Tenth"],
        ["The 4th Amendment", "The 8th Amendment", "The 14th Amendment"],
        ["The Fourth Amendment", "The Eighth Amendment", "The Fourteenth Amendment"],
        ["Five", "Seven", "Nine", "Twelve"],
        ["twenty thousand", "forty thousand", "two million"],
        ["1 year", "3 years", "10 years"],
        ["May 1787", "September 1787", "June 1788"],
        ["February 3, 2025", "February 12, 2025", "March 1, 2025"],
        ["1787-09-17", "1788-06-21", "1791-12-15"],
        ["-5", "0.5", "5"],
    ],
    ids=lambda texts: texts[0],
)
def test_values_ascend(texts: list[str]) -> None:
    """Numbers, ordinals, sums and dates are put in ascending order, whatever order they came in."""
    for given_texts in (texts, texts[::-1], texts[1:] + texts[:1]):
        order = ascending(given_texts)
        assert order is not None
        assert [given_texts[index] for index in order] == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["Earl Warren", "Hugo Black"],
        ["1958", "Earl Warren"],
        ["200 percent", "90 years"],
        ["$5", "5"],
        ["One to Rubio, one to a statement", "Two to Trump, one to a letter"],
        ["The War of 1812", "The Civil War"],
        ["1788 to 1868", "1775 to 1783"],
        ["No one", "Everyone"],
        ["They may phone a lawyer", "They work outside"],
        ["1958", "May 1958"],
    ],
    ids=lambda texts: texts[0],
)
def test_what_has_no_order_of_its_own(texts: list[str]) -> None:
    """Names, two values in one option, and values of different things are no values to order."""
    assert ascending(texts) is None


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=6), st.booleans())
def test_integers_ascend(numbers: list[int], commas: bool) -> None:
    """With or without commas, integers come out sorted."""
    texts = [f"{number:,}" if commas else str(number) for number in numbers]
    order = ascending(texts)
    assert order is not None
    assert [numbers[index] for index in order] == sorted(numbers)


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_options_can_be_looked_at(texts: list[str]) -> None:
    """No text breaks the search for values; an order is a permutation."""
    order = ascending(texts)
    assert order is None or sorted(order) == list(range(len(texts)))


def test_a_number_of_5000_digits() -> None:
    """A number that nobody can read is no value, and takes no time."""
    assert ascending(["1" * 5000, "2" * 5000]) is None


def test_rank_is_sha256() -> None:
    """Anybody can compute the order again: SHA-256 of seed, item and option with NULs between."""
    assert rank("7", "bank/item", "a") == sha256(b"7\0bank/item\0a").hexdigest()


@given(seed=st.text(st.characters(codec="utf-8"), max_size=8), keep=st.permutations(range(3)))
def test_shuffles_depend_on_seed_and_ids_alone(make: Make, seed: str, keep: list[int]) -> None:
    """However the file orders them, the options of an item are shown in one order for a seed."""
    item = make.choice(others=["one thing", "another thing", "a third thing"])
    moved = make.choice(others=[item.distractors[index].text for index in keep])
    shown = arrange(item, "bank/item", seed)
    assert sorted(option.id for option in shown) == sorted(option.id for option in item.options)
    assert [option.id for option in arrange(moved, "bank/item", seed)] == [
        option.id for option in shown
    ]


def test_keys_stand_everywhere(make: Make) -> None:
    """Over many items the key stands first about as often as anywhere else."""
    places = [0, 0, 0]
    for at in range(300):
        item = make.choice(f"item-{at}")
        places[arrange(item, f"bank/item-{at}", "seed").index(item.key)] += 1
    assert min(places) > 70
