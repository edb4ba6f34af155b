"""Each type of item as a picture: asked, half answered, refused, right, wrong and partly right.

See `test_pictures`: a picture that changes is looked at before it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.tui.stage import Stage
from tests.tui.test_pictures import NORMAL, SMALL, Compare, pressing

from civicsquiz.study.session import Mode


@dataclass(frozen=True)
class Picture:
    """Keys pressed in a session over one item, or over several."""

    item: str
    keys: tuple[str, ...] = ()
    mode: Mode = Mode.PRACTICE
    more: tuple[str, ...] = ()


CHOICE, JUDGEMENT, EVIDENCE = "seats", "minutes", "sentence-on-schools"
MULTIPLE, ORDER, MATCH = "said-by-the-mayor", "what-came-first", "numbers-of-the-town"
SHORT, NUMBER = "who-keeps-minutes", "price"

TYPES = {
    "choice-asked": Picture(CHOICE),
    "choice-right": Picture(CHOICE, ("2",)),
    "choice-wrong": Picture(CHOICE, ("1",)),
    "judgement-asked": Picture(JUDGEMENT),
    "judgement-right": Picture(JUDGEMENT, ("2",)),
    "judgement-wrong": Picture(JUDGEMENT, ("1",)),
    "evidence-asked": Picture(EVIDENCE, ("down",)),
    "evidence-right": Picture(EVIDENCE, ("3",)),
    "evidence-wrong": Picture(EVIDENCE, ("1",)),
    "evidence-in-plain-words": Picture(EVIDENCE, ("1", "p")),
    "multiple-asked": Picture(MULTIPLE),
    "multiple-half-answered": Picture(MULTIPLE, ("2", "down")),
    "multiple-refused": Picture(MULTIPLE, ("enter",)),
    "multiple-right": Picture(MULTIPLE, ("2", "3", "enter")),
    "multiple-partly": Picture(MULTIPLE, ("2", "enter")),
    "multiple-wrong": Picture(MULTIPLE, ("1", "2", "enter")),
    "order-asked": Picture(ORDER),
    "order-half-answered": Picture(ORDER, ("2", "down")),
    "order-refused": Picture(ORDER, ("2", "1", "enter")),
    "order-right": Picture(ORDER, ("2", "1", "3", "enter")),
    "order-partly": Picture(ORDER, ("1", "3", "2", "enter")),
    "order-wrong": Picture(ORDER, ("3", "1", "2", "enter")),
    "match-asked": Picture(MATCH),
    "match-half-answered": Picture(MATCH, ("b", "c")),
    "match-refused": Picture(MATCH, ("b", "c", "enter")),
    "match-all-paired": Picture(MATCH, ("b", "c", "c")),
    "match-right": Picture(MATCH, ("c", "d", "b", "enter")),
    "match-partly": Picture(MATCH, ("b", "d", "a", "enter")),
    "match-wrong": Picture(MATCH, ("b", "c", "a", "enter")),
    "match-unfolded": Picture(MATCH, ("b", "c", "a", "enter", "space")),
    "match-with-a-question-before-it": Picture(MATCH, ("1", "enter"), more=(CHOICE,)),
    "short-asked": Picture(SHORT),
    "short-field-left": Picture(SHORT, (*"clerk", "escape")),
    "short-misspelt": Picture(SHORT, (*"town clrek", "enter")),
    "short-right": Picture(SHORT, (*"clerk", "enter")),
    "short-wrong": Picture(SHORT, (*"mayor", "enter")),
    "short-misspelt-and-sent": Picture(SHORT, (*"town clrek", "enter", "enter")),
    "number-asked": Picture(NUMBER, tuple("40")),
    "number-refused": Picture(NUMBER, (*"1,5", "enter")),
    "number-right": Picture(NUMBER, (*"4,000", "enter")),
    "number-wrong": Picture(NUMBER, (*"40k", "enter")),
    "test-several-kept": Picture(MULTIPLE, ("2", "enter"), Mode.TEST),
    "test-half-done-come-back": Picture(
        ORDER, ("1", "enter", "2", "left", "enter"), Mode.TEST, (CHOICE,)
    ),
    "test-match-not-answered": Picture(MATCH, ("s", "s", "s", "enter"), Mode.TEST),
}
SMALL_TOO = (
    "choice-asked", "choice-wrong", "evidence-asked", "evidence-wrong", "evidence-in-plain-words",
    "multiple-half-answered", "multiple-refused", "multiple-partly", "order-half-answered", "order-partly",
    "match-half-answered", "match-partly", "match-unfolded", "short-misspelt", "short-wrong",
    "number-asked", "test-match-not-answered",
)  # fmt: skip
"""Whatever else is small is set by the same code."""
LIGHT = ("evidence-asked", "multiple-half-answered", "match-partly", "order-wrong", "number-asked", "short-field-left")  # fmt: skip


SIZES = [(name, NORMAL) for name in TYPES] + [(name, SMALL) for name in SMALL_TOO]


@pytest.mark.parametrize(
    ("name", "size"), SIZES, ids=[f"{name}-{wide}x{high}" for name, (wide, high) in SIZES]
)
def test_type(snap_compare: Compare, eight: Stage, name: str, size: tuple[int, int]) -> None:
    """Every type of item, at the two sizes that everything has to fit."""
    picture = TYPES[name]
    app = eight.quiz(picture.mode, (picture.item, *picture.more))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*picture.keys))


@pytest.mark.parametrize("name", LIGHT)
def test_type_light(snap_compare: Compare, eight: Stage, name: str) -> None:
    """On paper as on ink."""
    picture = TYPES[name]
    app = eight.quiz(picture.mode, (picture.item,), light=True)
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing(*picture.keys))


def test_type_no_colour(
    snap_compare: Compare, eight: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without colour, weight and signs say which parts are right."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = eight.quiz(items=(MATCH,))
    run = pressing(*TYPES["match-partly"].keys)
    assert snap_compare(app, terminal_size=NORMAL, run_before=run)


HOSTILE = {
    "several": (("1",), ("1", "enter", "p")),
    "word": ((), (*"[b]x[/b]", "enter")),
    "sum": ((), (*"2", "enter")),
    "pairs": (("b",), ("a", "b", "c", "enter")),
    "steps": (("2",), ("2", "1", "3", "enter")),
    "sentence": ((), ("1",)),
}


@pytest.mark.parametrize("answered", [False, True], ids=["asked", "answered"])
@pytest.mark.parametrize("item", HOSTILE)
def test_hostile_type(
    snap_compare: Compare, hostile_types: Stage, item: str, *, answered: bool
) -> None:
    """Markup, links, actions and control sequences are plain to see in every type."""
    keys = HOSTILE[item][answered]
    app = hostile_types.quiz(items=(item,))
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing(*keys))
