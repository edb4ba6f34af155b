"""From a selector to one span, or the reason why not."""

from __future__ import annotations

import time

import pytest

from civicsquiz.source.selector import (
    Ambiguous,
    Folded,
    Found,
    NoMatch,
    Selector,
    find,
    fold,
    stands,
)

TEXT = (
    "The council’s “first rule” is plain: nobody — not even the mayor — may vote twice. In 2019,"
    " 40,000 people signed… and the non-residents’ café could not vote. It can't."
)


def slice_of(text: str, exact: str, prefix: str = "", suffix: str = "") -> str | None:
    """The words found, or None."""
    found = find(text, Selector(exact, prefix, suffix))
    return text[found.start : found.end] if isinstance(found, Found) else None


@pytest.mark.parametrize(
    "exact",
    [
        "“first rule” is plain", '"first rule" is plain', "«first rule» is plain", "„first rule‟ is plain",
        "nobody — not even", "nobody -- not even", "nobody --- not even", "nobody - not even",
        "nobody – not even", "nobody—not even", "nobody\u2014 not even", "  nobody —\n\tnot even ",
        "— not even the mayor —", "-- not even the mayor --", "- not even the mayor -",
        "council's \"first", "council`s “first",
        "signed… and", "signed... and", "signed. . . and", "signed.\u00a0.\u00a0. and",
        "non\u2010residents' cafe\u0301", "non\u2011residents’ café", "the  non-residents’",
        "In 2019,\u00a040,000", "vote twice\u00ad.", "vote tw\u00adice.", "may\u200b vote", "may \u200b vote",
    ],
)  # fmt: skip
def test_signs_that_read_alike_are_alike(exact: str) -> None:
    """Quotation marks, dashes, ellipses, hyphens, accents and white space, in any of their forms.
    What is found reads as what was looked for."""
    found = find(TEXT, Selector(exact))
    assert isinstance(found, Found)
    quoted = TEXT[found.start : found.end]
    assert fold(quoted) == fold(exact).strip()
    assert quoted == quoted.strip()


@pytest.mark.parametrize(
    "exact",
    [
        "the “first rule” is plain", "“First rule” is plain", "“first rule” was plain", "first rules",
        "nobody not even the mayor", "vote twice In 2019", "café could vote", "cafe could not",
        "40,000 persons", "signed. and", "It cant.", "nobody-not even", "'first rule'",
    ],
)  # fmt: skip
def test_words_must_be_the_same(exact: str) -> None:
    """Changed, added or dropped, in another case or without its accent: no match. A dash is no
    hyphen, an ellipsis no point, a single quotation mark no double one."""
    assert isinstance(find(TEXT, Selector(exact)), NoMatch)


@pytest.mark.parametrize(
    "exact",
    [
        "40", "000", "40,", ",000 people", "9", "coun", "council’", "s “first", "resident", "esidents",
        "non", "residents’ café", "the non-", "It can", "t. ", "afé", "caf",
    ],
)  # fmt: skip
def test_no_match_is_inside_a_word_or_number(exact: str) -> None:
    """Nor does it take a part of "can't" or "non-residents", which would say the opposite."""
    assert isinstance(find(TEXT, Selector(exact)), NoMatch)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Rose 3.5 percent.", "3"), ("Rose 3.5 percent.", "5 percent"), ("Rose 3.5 percent.", "Rose 3."),
        ("At 10:30 sharp.", "At 10"), ("On 2/5/2019.", "On 2/5"), ("It is F16 now.", "F"),
        ("snake_case here", "snake"), ("कि here", "क"), ("می\u200cخواهم here", "خواهم"),
        ("rock'n'roll", "rock"), ("They're in.", "They"), ("well-known", "known"), ("1000s", "1000"),
    ],
)  # fmt: skip
def test_what_is_one_word_or_number(text: str, exact: str) -> None:
    """Decimals, times, dates, contractions, compounds, marks and joiners hold together."""
    assert isinstance(find(text, Selector(exact)), NoMatch)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The mayor’s hat.", "The mayor"), ("From 1868–1870 on.", "From 1868"), ("A 500-mile trip.", "A 500"),
        ("He said “stop”.", "stop"), ("(Yes) or no", "Yes"), ("the '90s", "90s"), ("It's so.", "It"),
        ("a—b", "b"), ("U.S. law", "law"), ("cut 40%", "40"), ("yes/no", "no"), ("x: 5", "5"),
        ("Aye,Nay", "Nay"),
    ],
)  # fmt: skip
def test_what_may_be_parted(text: str, exact: str) -> None:
    """Before a possessive, in a range, between a number and its unit, at quotation marks."""
    assert slice_of(text, exact) == exact


@pytest.mark.parametrize("exact", ["", " ", "\n\t\u00a0", "\u200b", "\ufeff\u00ad"])
def test_nothing_to_find_is_no_match(exact: str) -> None:
    """Blank words have no nearest passage either, whatever stands around them."""
    assert find(TEXT, Selector(exact, "The", "is")) == NoMatch("", 0, 0.0)


def test_an_empty_text_has_no_match() -> None:
    """And nothing that is near."""
    assert find("", Selector("lamp")) == NoMatch("", 0, 0.0)
    assert find(" \n", Selector("lamp")) == NoMatch("", 0, 0.0)


def test_the_nearest_passage_is_named() -> None:
    """In whole words of the text as it stands, with where it starts and how like it is."""
    missed = find(TEXT, Selector("nobody - not even the major - may vote"))
    assert isinstance(missed, NoMatch)
    assert missed.nearest == "nobody — not even the mayor — may vote"
    assert TEXT.startswith(missed.nearest, missed.start)
    assert 90 < missed.similarity < 100
    far = find(TEXT, Selector("zzz qqq xxx"))
    assert isinstance(far, NoMatch)
    assert far.similarity < 50


def test_what_is_like_a_dash_or_point_is_not_cut_in_two() -> None:
    """One point is not the first of an ellipsis, nor one hyphen half of a dash."""
    assert isinstance(find("It ends… and more.", Selector("It ends.")), NoMatch)
    assert isinstance(find("It ends -- and more.", Selector("It ends -")), Found)
    assert slice_of("It ends -- and more.", "It ends -") == "It ends --"


def test_several_places_are_all_named_and_context_chooses() -> None:
    """Prefix and suffix compare as the words do; one that fits nowhere leaves no match."""
    text = "“No,” said the clerk. “Yes,” said the clerk — twice. The clerk."
    assert find(text, Selector("said the clerk")) == Ambiguous((6, 29))
    assert find(text, Selector("said the clerk", prefix='Yes,"')) == Found(29, 43)
    assert find(text, Selector("said the clerk", suffix=" -- twice")) == Found(29, 43)
    assert find(text, Selector("said the clerk", prefix="No,” ", suffix=". “Y")) == Found(6, 20)
    assert find(text, Selector("said the clerk", prefix="Never,”")) == NoMatch(
        "said the clerk.", 6, 100.0
    )
    assert find(text, Selector("said the clerk", "", "The")) == NoMatch("said the clerk.", 6, 100.0)


def test_context_may_be_cut_from_a_raw_file() -> None:
    """Its far end may stand in the middle of a word or of a link."""
    text = "The board met. The board of the river met."
    assert find(text, Selector("met", prefix="e river ")) == Found(38, 41)
    assert find(text, Selector("The board", suffix=" of the [")) == Found(15, 24)
    assert find(text, Selector("met", prefix="](#) river ")) == Found(38, 41)


def test_in_an_excerpt_context_beyond_the_edges_is_unknown() -> None:
    """It may be what the selector says; what the excerpt does show must fit."""
    selector = Selector("met at noon", prefix="The board ", suffix=", and left.")
    for excerpt in (
        "met at noon",
        "board met at noon,",
        "The board met at noon, and",
        "d met at noon",
    ):
        assert isinstance(find(excerpt, selector, excerpt=True), Found)
    for excerpt in ("They met at noon", "met at noon sharp", "A board met at noon"):
        assert isinstance(find(excerpt, selector, excerpt=True), NoMatch)
    assert isinstance(find("met at noon", selector), NoMatch)


def test_stands_asks_no_more_than_whether() -> None:
    """Once or often."""
    folded = Folded("No lamp. No lamp.")
    assert stands(folded, Selector("No lamp"))
    assert stands(folded, Selector("lamp", suffix=". No"))
    assert not stands(folded, Selector("lam"))
    assert stands(Folded("lamp"), Selector("lamp", prefix="No"), excerpt=True)


def test_a_quotation_may_run_over_two_paragraphs() -> None:
    """The empty line between them is white space."""
    assert find("One lamp.\n\nTwo lamps.", Selector("lamp. Two")) == Found(4, 14)


def test_a_large_text_is_searched_in_time() -> None:
    """One megabyte: the words, words that nearly stand there, words that are everywhere."""
    sentence = (
        "In the year {0} the council of ward {1} met {2} times in the old hall by the river. "
    )
    text = "".join(sentence.format(number, number * 7, number % 97) for number in range(12500))
    assert len(text) > 1_000_000
    began = time.perf_counter()
    folded = Folded(text)
    assert isinstance(find(folded, Selector("council of ward 9135 met")), Found)
    missed = find(
        folded, Selector("the council of the ward 9135 never met in the old hall, it says")
    )
    assert isinstance(missed, NoMatch)
    assert "ward 9135 met" in missed.nearest
    assert isinstance(find(folded, Selector("nowhere " * 600)), NoMatch)
    everywhere = find(folded, Selector("the"))
    assert isinstance(everywhere, Ambiguous)
    assert len(everywhere.starts) == 12500 * 4
    assert isinstance(find(folded, Selector("the", prefix="zz")), NoMatch)
    assert time.perf_counter() - began < 10
