"""`civicsquiz banks`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Command = Callable[..., CompletedProcess[str]]


def test_banks_are_listed_by_where_they_come_from(command: Command, bank: Path, home: Path) -> None:
    """Each with its title and how many items it has; yours also where there are none."""
    ran = command("banks", CIVICSQUIZ_BANKS=str(bank.parent))
    assert (ran.returncode, ran.stderr) == (0, "")
    set_, yours, shipped, *_ = ran.stdout.split("\n\n")
    assert set_.startswith("From CIVICSQUIZ_BANKS\n")
    assert "The lamp (2 items)" in set_
    assert str(bank) in set_
    assert yours.startswith(f"Yours, in {home}")
    assert "none yet" in yours
    assert shipped.startswith("With civicsquiz\n")
    assert "eighth-amendment" in shipped


def test_what_hides_what_is_said_on_both_sides(
    command: Command, bank: Path, tmp_path: Path
) -> None:
    """Of two banks with one id, the first in the order of places is played."""
    home = tmp_path / "home"
    (home / "banks").mkdir(parents=True)
    mine = home / "banks" / "mine.yaml"
    mine.write_bytes(bank.read_bytes())
    env = {"CIVICSQUIZ_BANKS": str(bank.parent), "CIVICSQUIZ_HOME": str(home)}
    lines = [line.strip() for line in command("banks", **env).stdout.splitlines()]
    assert f"hides {mine}" in lines
    assert f"hidden by {bank}" in lines
    listed = json.loads(command("banks", "--format", "json", **env).stdout)["banks"]
    first, second = (entry for entry in listed if entry["id"] == "lamp")
    assert (first["hides"], first["hidden_by"]) == ([str(mine)], None)
    assert (second["hides"], second["hidden_by"]) == ([], str(bank))


def test_json_holds_everything(command: Command, bank: Path) -> None:
    """The form that programs read."""
    ran = command("banks", "--format", "json", CIVICSQUIZ_BANKS=str(bank))
    assert json.loads(ran.stdout)["banks"][0] == {
        "id": "lamp",
        "title": "The lamp",
        "items": 2,
        "drafts": 0,
        "origin": "CIVICSQUIZ_BANKS",
        "path": str(bank),
        "hidden_by": None,
        "hides": [],
        "problem": None,
    }


def test_a_bank_that_cannot_be_loaded_says_its_first_finding(command: Command, bank: Path) -> None:
    """The list goes on, and names the place of the fault."""
    bank.write_text(bank.read_text("utf-8").replace("title:", "titel:"), encoding="utf-8")
    ran = command("banks", CIVICSQUIZ_BANKS=str(bank.parent))
    assert ran.returncode == 0
    line = next(line for line in ran.stdout.splitlines() if "cannot be loaded" in line)
    assert f"{bank}:" in line
    assert "see civicsquiz check" in line
    assert "eighth-amendment" in ran.stdout


def test_drafts_are_counted(command: Command, bank: Path) -> None:
    """A teacher sees how many items are not asked yet."""
    text = bank.read_text("utf-8").replace("topic: judges", "topic: judges\n    status: draft")
    bank.write_text(text, encoding="utf-8")
    assert "(1 item and 1 draft)" in command("banks", CIVICSQUIZ_BANKS=str(bank)).stdout


def test_a_hostile_title_and_file_name_are_shown_and_not_obeyed(
    command: Command, bank: Path
) -> None:
    """Escape sequences from a bank or a path never reach the terminal."""
    hostile = bank.with_name("a\x1b[31m\nb.yaml")
    text = bank.read_text("utf-8").replace("title: The lamp", r'title: "The \e]0;owned\a lamp"')
    hostile.write_text(text, encoding="utf-8")
    bank.unlink()
    ran = command("banks", CIVICSQUIZ_BANKS=str(hostile.parent))
    assert "\x1b" not in ran.stdout
    assert "The ␛]0;owned␇ lamp" in ran.stdout
    assert "a␛[31m b.yaml" in ran.stdout
    listed = command("banks", "--format", "json", CIVICSQUIZ_BANKS=str(hostile.parent)).stdout
    assert "\x1b" not in listed
    assert json.loads(listed)["banks"][0]["path"] == str(hostile)


def test_standards_are_counted(command: Command, bank: Path, tmp_path: Path) -> None:
    """Each code once, in the order of its numbers, with what it asks for and how many items carry
    it; drafts are not counted."""
    text = bank.read_text("utf-8")
    coded = tmp_path / "coded.yaml"
    codes = "    standards: [C3 D2.Civ.12.9-12, C3 D2.Civ.4.9-12, Town 7]\n"
    coded.write_text(text.replace("    rationale:", codes + "    rationale:", 1), "utf-8")
    ran = command("banks", "--standards", "--format", "json", CIVICSQUIZ_BANKS=str(coded))
    found = json.loads(ran.stdout)["standards"]
    civics = [code for code in found if "D2.Civ" in code]
    assert civics.index("C3 D2.Civ.4.9-12") < civics.index("C3 D2.Civ.12.9-12")
    assert len([ref for ref in found["Town 7"]["items"] if ref.startswith("lamp/")]) == 1
    assert found["Town 7"]["brief"] is None
    told = command("banks", "--standards", CIVICSQUIZ_BANKS=str(coded)).stdout
    assert "\nTown 7\n    1 item: lamp 1\n" in told
    assert told.rstrip().endswith("items carry a code.")
