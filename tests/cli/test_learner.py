"""Whose answers are kept: nobody's by accident."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from civicsquiz.app import App
from civicsquiz.errors import UsageError
from civicsquiz.record.store import Learner


def whose(
    home: Path, names: Sequence[str | None], wanted: str = "", *, forgetful: bool = False
) -> str | None:
    """The learner that is meant, on a machine with these."""
    app = App(env={"CIVICSQUIZ_HOME": str(home)}, learner_name=wanted, forgetful=forgetful)
    for number, name in enumerate(names):
        app.store.add_learner(Learner(f"learner-{number}", name))
    return app.learner.name or app.learner.uuid


def test_the_first_learner_is_made(tmp_path: Path) -> None:
    """At the first run, without a name; from then on it is the same."""
    first = whose(tmp_path, ())
    assert whose(tmp_path, ()) == first


@pytest.mark.parametrize(
    ("names", "wanted", "found"),
    [
        (["Ada"], "", "Ada"),
        ([None], "", "learner-0"),
        (["Ada", None], "", "learner-1"),
        (["Ada", "Ben"], "Ben", "Ben"),
        (["Ada", "Zoé"], "ZOE\u0301", "Zoé"),
        (["Ada", None], "learner-0", "Ada"),
    ],
)
def test_who_is_meant(tmp_path: Path, names: list[str | None], wanted: str, found: str) -> None:
    """The only one; else the only one without a name; else the one that is named."""
    assert whose(tmp_path, names, wanted) == found


@pytest.mark.parametrize("names", [["Ada", "Ben"], [None, None], ["Ada", "Ben", None, None]])
def test_several_could_be_meant(tmp_path: Path, names: list[str | None]) -> None:
    """Then it is asked for: an answer in somebody else's record is not to be taken back."""
    with pytest.raises(UsageError, match="say whose with --learner NAME"):
        whose(tmp_path, names)


def test_nobody_has_the_name(tmp_path: Path) -> None:
    """The sentence says who there is, and how to make one."""
    with pytest.raises(UsageError, match="No learner “Cleo”: there is Ada") as told:
        whose(tmp_path, ["Ada"], "Cleo")
    assert "progress learners add Cleo" in str(told.value)


def test_nothing_is_kept(tmp_path: Path) -> None:
    """Without a record nobody need be known by name."""
    assert whose(tmp_path, (), "Cleo", forgetful=True)
    assert not (tmp_path / "progress.sqlite").exists()
