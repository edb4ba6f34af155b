"""What docs/bank-repository.md says of a repository of banks: its hooks and its CI, carried out there."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def banks(checkout: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    shutil.copy(checkout / "question_banks" / "banishment.yaml", folder)
    return folder


@pytest.fixture
def hooks(checkout: Path) -> dict[str, Any]:
    found = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text())
    return {hook["id"]: hook for hook in found}


def steps(checkout: Path) -> list[str]:
    text = (checkout / "docs" / "bank-repository.md").read_text()
    found = re.search(r"<!-- ci:banks -->\n```yaml\n(.*?)```", text, re.DOTALL)
    assert found
    workflow = yaml.safe_load(found[1])
    return [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]


def in_place(words: list[str], folder: Path) -> list[str]:
    assert words[0] == "civicsquiz"
    return [str(folder) if word == "." else word for word in words[1:]]


def spoil(folder: Path, old: str, new: str) -> None:
    path = folder / "banishment.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_hooks(command: Command, banks: Path, hooks: dict[str, Any]) -> None:
    """What pre-commit would call: the entry, then the arguments, and no names of files."""
    called = {
        name: in_place([*shlex.split(hook["entry"]), *hook["args"]], banks)
        for name, hook in hooks.items()
    }
    assert all(hook["pass_filenames"] is False for hook in hooks.values())
    for words in called.values():
        assert command(*words).returncode == 0
    spoil(banks, "key: ", "key:   ")
    tidy = called["civicsquiz-tidy"]
    assert [command(*tidy).returncode, command(*tidy).returncode] == [1, 0]
    spoil(banks, "key: ", "key: Nobody at all, or ")
    assert command(*called["civicsquiz-check"]).returncode == 1


def test_before_the_first_bank(command: Command, tmp_path: Path, hooks: dict[str, Any]) -> None:
    for hook in hooks.values():
        assert (
            command(*in_place([*shlex.split(hook["entry"]), *hook["args"]], tmp_path)).returncode
            == 0
        )
    assert command("check", str(tmp_path)).returncode == 2


def test_the_hooks_are_named_in_the_document(checkout: Path, hooks: dict[str, Any]) -> None:
    text = (checkout / "docs" / "bank-repository.md").read_text()
    assert sorted(re.findall(r"- id: (\S+)", text)) == sorted(hooks)


def test_the_workflow(command: Command, banks: Path, checkout: Path) -> None:
    ours = [shlex.split(step) for step in steps(checkout) if step.startswith("civicsquiz ")]
    assert len(ours) == 2
    for words in ours:
        done = command(*in_place(words, banks))
        assert (done.returncode, done.stderr) == (0, "")
    spoil(banks, "key: ", "key:   Nobody at all, or ")
    assert [command(*in_place(words, banks)).returncode for words in ours] == [1, 1]
    told = command(*in_place(ours[0], banks)).stdout
    assert re.search(r"^::error file=.*banishment\.yaml,line=\d+", told, re.MULTILINE)
