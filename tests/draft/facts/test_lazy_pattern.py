"""Patterns that are compiled when they are first looked for: none of the lists may fail then."""

from __future__ import annotations

import re

import pytest

from civicsquiz.draft.facts.acts_list import acts
from civicsquiz.draft.facts.figures import figures
from civicsquiz.draft.facts.lazy_pattern import LazyPattern
from civicsquiz.draft.facts.staples import staples


def patterns() -> set[str]:
    found: set[LazyPattern] = set()
    for act in acts().values():
        found |= {act.show, act.again, act.proof.says, *act.without}
        found |= {need.pattern for need in act.needs}
    for figure in (*figures().values(), *staples().values()):
        found |= {figure.figure, *figure.needs, *figure.without}
    return {one.pattern for one in found}


def test_every_pattern_of_the_lists_is_one() -> None:
    assert len(patterns()) > 1000
    assert all(re.compile(pattern) for pattern in patterns())


def test_it_searches_as_re_does() -> None:
    found = LazyPattern(r"\bveto(?:es|ed)?\b").search("He vetoed it.")
    assert found is not None
    assert found.span() == (3, 9)
    assert LazyPattern("veto").search("He signed it.") is None
    assert [one[0] for one in LazyPattern("[ab]").finditer("cab")] == ["a", "b"]
    assert len({LazyPattern("a"), LazyPattern("a"), LazyPattern("b")}) == 2


def test_what_is_none_fails_when_it_is_looked_for() -> None:
    with pytest.raises(re.error):
        LazyPattern("(").search("")
