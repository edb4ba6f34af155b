"""`civicsquiz print`: worksheets and keys, to standard output and into files."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def code(text: str) -> str:
    (found,) = set(re.findall(r"sheet ([0-9a-f]{6})", text))
    return str(found)


def test_a_worksheet_and_its_key_go_to_standard_output(
    command: Command, bank: Path, article: Path, here: Path
) -> None:
    """As Markdown; printed one after the other they belong together, and nothing is written."""
    sheet = command("print", bank)
    assert (sheet.returncode, sheet.stderr) == (0, "")
    assert sheet.stdout.startswith("# The lamp\n\nVersion A · 2 questions · sheet ")
    assert "Judge Park wrote" not in sheet.stdout
    key = command("print", bank, "--key", CIVICSQUIZ_SOURCES=str(article.parent))
    assert key.stdout.startswith("# Answer key: The lamp\n")
    assert "Judge Park wrote for all nine." in key.stdout
    assert "paragraph 2" in key.stdout
    assert code(sheet.stdout) == code(key.stdout)
    assert command("print", bank, "--seed", "1").stdout == sheet.stdout
    assert written(here) == []


def test_the_form_can_be_chosen_or_follows_the_file(
    command: Command, bank: Path, here: Path
) -> None:
    """Both forms everywhere."""
    page = command("print", bank, "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>\n")
    assert command("print", bank, "-o", "a.html").stdout == ""
    assert command("print", bank, "-o", "a.md").returncode == 0
    assert (here / "a.html").read_text("utf-8") == page
    assert (here / "a.md").read_text("utf-8") == command("print", bank).stdout
    assert written(here) == ["a.html", "a.md"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "a.txt"], ["-o", "a"], ["-o", "a.md", "--format", "html"],
        ["-o", "a.html", "--versions", "2"], ["--versions", "0"], ["--versions", "27"],
        ["--versions", "two"], ["--count", "0"], ["--topic", "nothing"], ["--type", "essay"],
        ["--item", "nothing"], ["--read-first"], ["--discussion"], ["--format", "pdf"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_printed_is_one_line(
    command: Command, bank: Path, here: Path, arguments: list[str]
) -> None:
    """Status 2, and nothing is written; -o never names the bank itself by a slip."""
    for more in (arguments, ["-o", str(bank)]):
        ran = command("print", bank, *more)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert written(here) == []
    assert bank.read_text("utf-8").startswith("civicsquiz: 1\n")


def test_several_versions_are_files_with_their_keys(
    command: Command, here: Path, bank: Path
) -> None:
    """Named after the bank; in the folder that is named, or here."""
    ran = command("print", bank, "--versions", "2", "--seed", "spring")
    assert (ran.returncode, ran.stderr) == (0, "")
    names = ["lamp-A-key.html", "lamp-A.html", "lamp-B-key.html", "lamp-B.html"]
    assert written(here) == names
    assert sorted(ran.stdout.split()) == names
    for letter in "AB":
        sheet, key = (
            (here / f"lamp-{letter}{end}.html").read_text("utf-8") for end in ("", "-key")
        )
        assert code(sheet) == code(key)
        assert f"Version {letter} ·" in sheet
        assert "seed spring" in key
        assert "spring" not in sheet
    assert command("print", bank, "-o", "new/", "--format", "md").returncode == 0
    assert written(here / "new") == ["lamp-A-key.md", "lamp-A.md"]
    assert command("print", bank, "-o", "new", "--key").returncode == 0
    assert written(here / "new") == ["lamp-A-key.html", "lamp-A-key.md", "lamp-A.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_only_what_print_wrote_is_replaced(command: Command, bank: Path, here: Path) -> None:
    """An article, a bank behind a link, an empty file and a pipe are left as they are; a sheet
    gives way to another."""
    (here / "pool.md").write_text("# The pool\n\nIt opens at noon.\n", encoding="utf-8")
    (here / "page.html").write_text("<!DOCTYPE html>\n<p>It opens at noon.\n", encoding="utf-8")
    (here / "empty.md").touch()
    (here / "link.md").symlink_to(bank)
    os.mkfifo(here / "pipe.md")
    before = {name: (here / name).read_bytes() for name in written(here)}
    for name in (*before, "pipe.md"):
        ran = command("print", bank, "-o", name)
        assert (ran.returncode, ran.stdout) == (2, "")
        told = "is there already and is no worksheet: name another file with -o"
        assert ran.stderr == f"civicsquiz: {name}: {told}\n"
    assert {name: (here / name).read_bytes() for name in written(here)} == before
    for name in ("a.md", "a.html"):
        for more in (["--key"], ["--seed", "2"], []):
            assert command("print", bank, "-o", name, *more).returncode == 0
        assert (here / name).read_text("utf-8") == (
            command("print", bank, "--format", name[2:]).stdout
        )


def test_of_several_versions_all_are_written_or_none(
    command: Command, bank: Path, here: Path
) -> None:
    """The last name is taken: the first is not written either."""
    arguments = ["print", bank, "--versions", "2", "--format", "md", "-o", "sheets/"]
    assert command(*arguments).returncode == 0
    last = here / "sheets" / "lamp-B-key.md"
    last.write_text("My own notes.\n", encoding="utf-8")
    before = {name: (here / name).read_bytes() for name in written(here)}
    ran = command(*arguments, "--seed", "2")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert {name: (here / name).read_bytes() for name in written(here)} == before
    last.unlink()
    assert command(*arguments, "--seed", "2").returncode == 0


def test_a_hostile_bank_and_seed_are_printed_and_not_obeyed(
    command: Command, bank: Path, here: Path
) -> None:
    """Neither a terminal nor a browser finds anything in them."""
    text = bank.read_text("utf-8").replace(
        "title: The lamp", r'title: "</title>\e]0;owned\a<script>"'
    )
    bank.write_text(text, encoding="utf-8")
    for form in ("md", "html"):
        ran = command("print", bank, "--key", "--format", form, "--seed", "\x1b[2J</style>")
        assert ran.returncode == 0
        assert "\x1b" not in ran.stdout
        assert "<script" not in ran.stdout.replace("\\<script", "")
        assert ran.stdout.count("</style>") == (1 if form == "html" else 0)


def test_a_seed_may_be_any_bytes(command: Command, bank: Path, here: Path) -> None:
    """As a shell hands over what is no text."""
    for arguments in (["print", bank, "--key"], ["play", bank, "--plain"]):
        ran = command(*arguments, "--seed", "\udcff")
        assert (ran.returncode, ran.stderr) == (0, "")
        ran.stdout.encode()


def test_every_shipped_bank_can_be_printed(command: Command, here: Path, checkout: Path) -> None:
    """With all that it has around its questions; no passage is missing from a key."""
    for path in sorted((checkout / "question_banks").glob("*.yaml")):
        extras = [
            option
            for option, key in (("--read-first", "read_first:"), ("--discussion", "discussion:"))
            if f"\n{key}" in path.read_text("utf-8")
        ]
        assert command("print", path.stem, *extras).returncode == 0
        key = command("print", path.stem, "--key").stdout
        assert "not checked here" not in key
        assert "not found" not in key
        assert "No passage given" not in key
