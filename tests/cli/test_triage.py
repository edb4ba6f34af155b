"""`civicsquiz triage`: what it says without a terminal, and that in one it judges."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.draft.triage_bank import BANK, COURIER, put

from civicsquiz.bank.files import load

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return put(tmp_path)


def test_without_a_terminal_it_names_what_goes(command: Command, path: Path) -> None:
    done = command("triage", path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"civicsquiz: there is no terminal to draw on: use civicsquiz triage {path} --list\n"
    )


def test_what_is_to_be_judged_is_listed(command: Command, path: Path) -> None:
    done = command("triage", path, "--list")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads[0].startswith("price  draft · choice")
    assert heads[1].startswith("stale  draft · stale · true-false · E1")
    assert heads[2].startswith("tray  needs-editing · order")
    assert heads[-2:] == [
        "3 to be judged", "1 question has no passage: name articles with --source.",
    ]  # fmt: skip
    assert "    key: $4,000" in lines
    assert path.read_text("utf-8") == BANK


def test_as_json_with_what_has_no_passage(command: Command, path: Path) -> None:
    done = command("triage", path, "--format", "json", "--source", path.parent / "courier.txt")
    listed = json.loads(done.stdout)
    assert [one["id"] for one in listed] == ["price", "stale", "tray", "open"]
    assert [one["status"] for one in listed][-1] == "unproven"
    assert [one["stale"] for one in listed] == [False, True, False, False]
    assert {one["code"] for one in listed[1]["findings"] if one["severity"] == "error"} == {"E1"}
    assert listed[0]["rule"] == "quantity@1"


def test_nothing_to_judge_is_said(command: Command, path: Path) -> None:
    text = BANK.replace("    status: draft     # not judged yet\n", "")
    text = text.replace("    status: draft\n", "").replace("    status: needs-editing\n", "")
    path.write_text(text, "utf-8")
    done = command("triage", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{path}: no drafts; 1 question has no passage: name articles with --source.\n"
    )
    assert command("triage", path, "--list").stdout == done.stdout
    path.write_text(text.replace("status: unproven", "origin: written"), "utf-8")
    assert command("triage", path).stdout == f"{path}: nothing is to be judged.\n"


def test_a_source_that_is_not_there_is_named(command: Command, path: Path) -> None:
    done = command("triage", path, "--list", "--source", path.parent / "nowhere.txt")
    assert done.returncode == 2
    assert "nowhere.txt" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_cannot_be_read_in_a_folder_is_left_out_and_said(
    command: Command, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    shutil.copy(COURIER, folder)
    (folder / "empty.txt").write_text("", "utf-8")
    done = command("triage", path, "--list", "--source", folder)
    assert done.returncode == 0
    assert done.stderr.startswith("civicsquiz: left out: ")
    assert done.stderr.count("\n") == 1
    assert "4 to be judged" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_at_the_end_it_says_how_to_go_on_and_where_articles_have_to_lie(path: Path) -> None:
    import pexpect

    folder = path.parent / "my articles"
    folder.mkdir()
    (path.parent / "courier.txt").rename(folder / "courier.txt")
    child = pexpect.spawn(
        sys.executable, ["-m", "civicsquiz", "triage", str(path), "--source", str(folder)],
        dimensions=(24, 80), encoding="utf-8", timeout=30,
    )  # fmt: skip
    child.expect("1 of 4")
    child.send("a")
    child.expect("2 of 4")
    child.send("q")
    child.expect("1 accepted, 0 rejected, 3 left.")
    child.expect(pexpect.EOF)
    told = " ".join((child.before or "").split())
    child.close()
    assert f"civicsquiz triage {path} --source '{folder}'" in told
    assert f"check would not find “The Millbrook Courier”: put it beside {path}" in told
    assert "civicsquiz source add FILE" in told


def test_a_file_that_is_no_bank(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("a: b\n", "utf-8")
    done = command("triage", path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_in_a_terminal_a_key_judges_and_a_kill_keeps_it(path: Path) -> None:
    import pexpect

    def start() -> pexpect.spawn[str]:
        return pexpect.spawn(
            sys.executable, ["-m", "civicsquiz", "triage", str(path)],
            dimensions=(24, 80), encoding="utf-8", timeout=30,
        )  # fmt: skip

    child = start()
    child.expect("1 of 3")
    child.send("a")
    child.expect("2 of 3")
    child.kill(9)
    child.close()
    assert next(item for item in load(path).items if item.id == "price").status == "ready"
    child = start()
    child.expect("1 of 2")
    child.send("rd")
    child.expect("2 of 2")
    child.send("q")
    child.expect("0 accepted, 1 rejected, 1 left.\\r?\\nGo on with: civicsquiz triage")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [one.id for one in load(path).rejected] == ["stale"]
