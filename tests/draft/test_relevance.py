"""How much a text is about civics."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.draft import relevance as relevance_module
from civicsquiz.draft.relevance import civics_words, relevance


def test_institutions_and_rights_weigh_more_than_weather() -> None:
    assert relevance("The Senate may try an impeachment.") > 0.5
    assert relevance("The House passed the bill, and the president signed it into law.") > 0.5
    assert relevance("It rained on the picnic, and the cake was wet.") == 0.0


def test_a_word_counts_once_in_all_its_forms() -> None:
    assert relevance("impeach") == relevance("impeached, impeachment, impeaching")


def test_more_words_are_worth_more_and_never_over_one() -> None:
    one, two = relevance("a vote"), relevance("a vote in the Senate")
    assert 0 < one < two < 1


def test_a_name_counts_only_with_its_capital() -> None:
    assert relevance("the Supreme Being") > relevance("a supreme being")


def test_what_two_texts_are_about_can_be_compared() -> None:
    assert civics_words("Judges decide.") & civics_words("A judge decided.")
    assert not civics_words("electricity") & civics_words("elections")


def test_no_word_of_the_list_is_lost() -> None:
    known = relevance_module._list()
    assert len(known) > 500
    assert all(len(entry.removesuffix("*")) <= relevance_module._LONGEST for entry in known)
    assert {part for _, part in known.values()} == {"strong", "weak", "names"}


@given(st.text(max_size=300))
def test_any_text_is_between_nothing_and_one(text: str) -> None:
    assert 0.0 <= relevance(text) <= 1.0
