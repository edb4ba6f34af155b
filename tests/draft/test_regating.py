"""The gate over what a draft is edited to, by what it says of items out of an article of our own."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.draft.charter import TEXT, TODAY, article

from civicsquiz.bank.editing import BankText
from civicsquiz.draft import merging
from civicsquiz.draft.drafting import draft
from civicsquiz.draft.triage import Triage
from civicsquiz.source.shelf import Shelf

AMENDMENT = "which-provision"


def written(folder: Path, *, beside: bool = True) -> Path:
    """A bank of drafts, with its article beside it or not."""
    made = article()
    text, _ = merging.new_bank("rights", "Rights", draft([made], TODAY), [made])
    path = folder / "rights.yaml"
    path.write_text(text, "utf-8")
    if beside:
        (folder / "rights.txt").write_text(TEXT, "utf-8")
    return path


def opened(path: Path) -> Triage:
    return Triage(BankText.open(path), Shelf([path.parent]), TODAY)


@pytest.fixture
def triage(tmp_path: Path) -> Triage:
    return opened(written(tmp_path))


def at(triage: Triage, kind: str) -> dict[str, Any]:
    """The values of the first draft of a kind, which is the current one then."""
    for position in range(triage.left):
        triage.position = position
        if triage.current and triage.current.draft and triage.current.draft.rule.startswith(kind):
            triage.look_up()
            return triage.values()
    raise AssertionError(kind)


def weak(triage: Triage, values: dict[str, Any]) -> dict[str, str]:
    """What is said that is no error, by its code."""
    return {flaw.code: flaw.message for flaw in triage.flaws(values) if not flaw.error}


def exchanged(values: dict[str, Any]) -> dict[str, Any]:
    """The values with the first wrong answer as the key."""
    new = copy.deepcopy(values)
    new["key"], new["distractors"][0]["text"] = new["distractors"][0]["text"], new["key"]
    return new


def test_of_a_draft_as_it_was_made_nothing_is_said(triage: Triage) -> None:
    assert triage.left > 3
    for position in range(triage.left):
        triage.position = position
        triage.look_up()
        assert triage.ungated == ""
        assert triage.flaws(triage.values()) == []


def test_another_key_has_to_stand_in_its_place_too(triage: Triage) -> None:
    values = at(triage, AMENDMENT)
    found = [flaw for flaw in triage.flaws(exchanged(values)) if flaw.code == "K2"]
    assert [(flaw.place, flaw.error) for flaw in found] == [(("key",), False)]


def test_the_table_of_civics_is_asked_about_the_new_key(triage: Triage) -> None:
    values = at(triage, "case-year")
    assert "K3" in weak(triage, {**values, "key": "1971"})
    assert "K3" not in weak(triage, values)
    assert "K3" not in weak(triage, {**values, "key": "the year of it"})  # which is no year


def test_a_stem_that_breaks_off_is_said_to(triage: Triage) -> None:
    values = at(triage, AMENDMENT)
    told = weak(triage, {**values, "stem": f"{values['stem'].rstrip('?')} and the?"})
    assert "breaks off" in told["S12"]


def test_before_it_is_looked_up_only_check_speaks(tmp_path: Path) -> None:
    triage = opened(written(tmp_path))
    assert "K2" not in weak(triage, exchanged(triage.values()))
    triage.look_up()
    assert triage.ungated == ""
    assert "K2" in weak(triage, exchanged(at(triage, AMENDMENT)))


def test_without_the_article_it_says_so(tmp_path: Path) -> None:
    triage = opened(written(tmp_path, beside=False))
    assert triage.ungated == ""
    triage.look_up()
    assert triage.ungated == "The article is not at hand: only the rules of check were run."
    assert "K2" not in weak(triage, exchanged(triage.values()))


def test_a_fact_that_is_not_found_again_is_said_to_be(tmp_path: Path) -> None:
    path = written(tmp_path)
    first = opened(path).current
    assert first is not None
    assert first.draft is not None
    path.write_text(path.read_text("utf-8").replace(first.draft.fact, "0" * 16), "utf-8")
    triage = opened(path)
    triage.look_up()
    assert "is not found" in triage.ungated


def test_where_the_rule_is_another_now_the_fact_alone_is_judged(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("rule: case-year@", "rule: gone@"), "utf-8")
    triage = opened(path)
    values = at(triage, "gone@")
    assert triage.ungated == ""
    assert "K3" in weak(triage, {**values, "key": "1971"})


def test_what_was_not_drafted_is_not_looked_for(tmp_path: Path) -> None:
    from tests.draft.triage_bank import put, sitting

    triage = sitting(put(tmp_path), sources=True)
    triage.position = triage.queue.index("open")
    triage.look_up()
    assert triage.ungated == ""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Triage:
    return opened(written(tmp_path_factory.mktemp("bank")))


@given(
    st.integers(0, 99),
    st.sampled_from(["stem", "key"]),
    st.text(max_size=12) | st.sampled_from(["—", "“", "the", "v.", "1971", "Act"]),
    st.sampled_from([str.__add__, lambda was, typed: typed + was, lambda _was, typed: typed]),
)
def test_whatever_is_typed_the_gate_has_an_answer(
    kept: Triage, number: int, name: str, typed: str, put: Callable[[str, str], str]
) -> None:
    kept.position = number % kept.left
    kept.look_up()
    values = kept.values()
    if isinstance(values[name], str):
        kept.flaws({**values, name: put(values[name], typed)})
