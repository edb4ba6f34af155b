"""`civicsquiz search`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from civicsquiz import cli
from civicsquiz.app import App
from civicsquiz.errors import SearchUnavailable
from civicsquiz.study.search.index import Index

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def places(bank: Path, article: Path) -> dict[str, str]:
    """The environment in which the small bank and its article are found."""
    return {"CIVICSQUIZ_BANKS": str(bank), "CIVICSQUIZ_SOURCES": str(article.parent)}


def test_passages_and_questions_are_found(command: Command, places: dict[str, str]) -> None:
    """Each with its kind, where it is from, and how its items are called."""
    ran = command("search", "burned", **places)
    assert (ran.returncode, ran.stderr) == (0, "")
    passage, question = ran.stdout.removesuffix("\n\n").split("\n\n")
    assert passage.splitlines() == [
        "  The lamp has burned since 1888.",
        "      Passage: [Report on the lamp], paragraph 3, date not stated ·",
        "      newspaper",
        "      The lamp: lamp/since-when",
    ]
    assert question.splitlines() == [
        "  The report says that the lamp of the town has burned since 1888. True or",
        "  false?",
        "      Question: The lamp: lamp/since-when",
    ]


def test_several_words_are_one_query(command: Command, places: dict[str, str]) -> None:
    """A phrase is put into quotation marks of its own."""
    assert "nine" in command("search", "judge", "wrote", **places).stdout
    assert "Nothing was found" in command("search", '"wrote judge"', "zzz", **places).stdout
    assert "nine" in command("search", '"wrote for all"', **places).stdout


def test_no_key_is_searched(command: Command, places: dict[str, str]) -> None:
    """A wrong option is found nowhere."""
    assert command("search", "Carr", **places).stdout == "Nothing was found for “Carr”.\n"


def test_json_holds_everything(command: Command, places: dict[str, str], bank: Path) -> None:
    """The form that programs read."""
    ran = command("search", "burned", "--format", "json", **places)
    said = json.loads(ran.stdout)
    assert said["query"] == "burned"
    passage, question = said["hits"]
    start, end = passage["start"], passage["end"]
    assert end - start == len("The lamp has burned since 1888.")
    assert passage == {
        "kind": "passage", "text": "The lamp has burned since 1888.", "marks": [[13, 19]],
        "citation": "[Report on the lamp], paragraph 3, date not stated · newspaper",
        "bank": "lamp", "path": str(bank), "title": "The lamp", "also": [],
        "items": ["since-when"], "source": "lamp-report", "start": start, "end": end,
    }  # fmt: skip
    assert (question["kind"], question["citation"], question["source"], question["start"]) == (
        "item", None, None, None,
    )  # fmt: skip
    nothing = command("search", "zzz", "--format", "json", **places)
    assert json.loads(nothing.stdout)["hits"] == []


def test_no_more_than_the_limit(command: Command, places: dict[str, str]) -> None:
    """The best of them; and a limit is a number from 1 on."""
    ran = command("search", "lamp", "--limit", "1", "--format", "json", **places)
    assert len(json.loads(ran.stdout)["hits"]) == 1
    for wrong in ("0", "-3", "many"):
        ran = command("search", "lamp", f"--limit={wrong}", **places)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "write a whole number from 1 on" in ran.stderr


def test_hostile_words_and_banks_are_shown_and_not_obeyed(
    command: Command, places: dict[str, str], bank: Path
) -> None:
    """Escape sequences reach the terminal neither from what is typed nor from what is found."""
    text = bank.read_text("utf-8").replace("title: The lamp", r'title: "The \e]0;owned\a lamp"')
    bank.write_text(text, encoding="utf-8")
    for word in ("burned", "\x1b[31mzzz"):
        assert "\x1b" not in command("search", word, **places).stdout
    assert "The ␛]0;owned␇ lamp" in command("search", "burned", **places).stdout


@pytest.mark.parametrize(("no_color", "set_off"), [("", True), ("1", False)])
def test_matches_are_set_off_on_a_terminal(
    places: dict[str, str], home: Path, no_color: str, set_off: bool
) -> None:
    """In bold, and only there; not where no such thing is wished."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    env = {**places, "CIVICSQUIZ_HOME": str(home), "NO_COLOR": no_color}
    assert cli.run(["search", "burned"], App(env=env, out=out)) == 0
    assert ("\x1b[1mburned\x1b[22m since" in out.getvalue()) is set_off


def test_many_new_banks_are_told(command: Command, tmp_path: Path, bank: Path) -> None:
    """Reading them takes a while; the second time there is nothing to wait for, nor to tell. What
    cannot be looked at is told as well."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        text = bank.read_text("utf-8").replace("id: lamp", f"id: lamp-{number}")
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    ran = command("search", "burned", CIVICSQUIZ_BANKS=str(folder))
    assert ran.stderr.count("\n") == 1
    assert "banks are new or have changed: reading them" in ran.stderr


def test_where_there_is_no_searching(
    command: Command, places: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence on standard error, and the status of what could not run."""

    def refuse(self: Index) -> None:
        raise SearchUnavailable("Search needs something.")

    monkeypatch.setattr(Index, "states", refuse)
    ran = command("search", "lamp", **places)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "civicsquiz: Search needs something.\n"
