"""Which items get in each other's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from civicsquiz.source.selector import fold
from civicsquiz.study.relations import _WORD, _words, relations

if TYPE_CHECKING:
    from tests.study.conftest import Make


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the council had seven members", "the council had seven members"),
        ("the council had seven members", "Under it, the council had seven members, and more"),
        ("Under it, the council had seven", "the council had seven members"),
        ("seven members", "the council had seven members"),
        ("the “basic concept” of it all", 'the "basic concept" of it all'),
    ],
)
def test_quotations_that_overlap(make: Make, one: str, other: str) -> None:
    """Two items whose quotations of one source overlap are near each other."""
    items = [
        make.choice("a", evidence=(make.evidence(one),)),
        make.choice("b", evidence=(make.evidence(other),)),
    ]
    assert relations(items).near == (frozenset({1}), frozenset({0}))


def test_the_same_words_in_two_sources(make: Make) -> None:
    """Words that two sources have in common are two passages."""
    items = [
        make.choice("a", evidence=(make.evidence("the council had seven members"),)),
        make.choice(
            "b", evidence=(make.evidence("the council had seven members", source="other"),)
        ),
    ]
    assert relations(items).near == (frozenset(), frozenset())


@pytest.mark.parametrize("field", ["stem", "rationale", "because", "background"])
def test_a_text_that_gives_a_key_away(make: Make, field: str) -> None:
    """A key that stands beside two telling words of its stem is given away, in whatever text."""
    asks = make.choice("asks", key="Earl Warren", stem="Who wrote the opinion in Trop v. Dulles?")
    tells = make.choice("tells", **{field: "In Dulles it was Earl Warren’s opinion that counted."})
    found = relations([asks, tells])
    assert found.gives_away == (frozenset(), frozenset({0}))
    assert found.near == (frozenset({1}), frozenset({0}))


def test_a_name_alone_gives_nothing_away(make: Make) -> None:
    """A key among another item's options, away from its own question, is no hint."""
    asks = make.choice("asks", key="Earl Warren", stem="Who wrote the opinion in Trop v. Dulles?")
    other = make.choice("other", others=["Earl Warren", "Hugo Black"], stem="Who wrote of bail?")
    assert relations([asks, other]).near == (frozenset(), frozenset())


def test_true_and_false_are_in_no_text(make: Make) -> None:
    """The judgement of a statement is not given away by the word "true"."""
    asks = make.judgement("The council meets every Monday")
    other = make.choice("other", rationale="It is true that the council meets every Monday.")
    assert relations([asks, other]).gives_away == (frozenset(), frozenset())


def test_nothing_at_all(make: Make) -> None:
    """No items have no relations, and neither does one alone."""
    assert relations([]).near == ()
    assert relations([make.choice()]).near == (frozenset(),)


SIGNS = "ab1 -–—―‐‑−'’‘`´′«»“”\"….,_\u00ad\u200b\u2060\u00a0\té\u0301e‹›\n"


@given(text=st.text(st.sampled_from(list(SIGNS))) | st.text())
@example("a\u200b-\u200bb")
@example("a\u200bb \u00ad`s")
def test_words_are_those_of_the_folded_text(text: str) -> None:
    """The short way to them leads to the same words as folding the text does."""
    folded = _WORD.findall(fold(text).casefold())
    assert _words(text) == [word.removesuffix("'s") for word in folded]
