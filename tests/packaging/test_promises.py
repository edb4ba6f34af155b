"""What the README and pyproject.toml promise, held against each other and against the program."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from civicsquiz import __version__

RUN = "python3 -m venv .venv && .venv/bin/python3 -m pip install . && .venv/bin/civicsquiz"
TEST = (
    "python3 -m venv .venv && .venv/bin/python3 -m pip install '.[test]'"
    " && .venv/bin/python3 -m pytest -n auto"
)


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))
    table: dict[str, Any] = loaded["project"]
    return table


@pytest.mark.parametrize(("marker", "command"), [("run", RUN), ("test", TEST)])
def test_the_readme_gives_the_command_that_ci_takes_out_of_it(
    checkout: Path, marker: str, command: str
) -> None:
    readme = (checkout / "README.md").read_text("utf-8")
    assert readme.count(f"<!-- ci:{marker} -->\n```sh\n{command}\n```\n") == 1


def test_every_file_that_the_readme_links_to_is_there(checkout: Path) -> None:
    readme = (checkout / "README.md").read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in link]
    assert "docs/quiz.svg" in links
    assert [link for link in links if not (checkout / link).exists()] == []


def test_the_changelog_has_this_version(checkout: Path) -> None:
    versions = re.findall(
        r"^## \[(.+?)\]", (checkout / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert versions[0] == "Unreleased"
    assert __version__ in versions


def test_what_the_tests_pin_lies_in_what_the_program_accepts(project: dict[str, Any]) -> None:
    accepted = {r.name: r.specifier for r in map(Requirement, project["dependencies"])}
    pins = {
        requirement.name: str(requirement.specifier).removeprefix("==")
        for requirement in map(Requirement, project["optional-dependencies"]["test"])
        if str(requirement.specifier).startswith("==")
    }
    assert {"textual", "rich", "pytest-textual-snapshot", "syrupy"} <= set(pins)
    for name in accepted.keys() & pins.keys():
        assert accepted[name].contains(pins[name])


def test_every_dependency_has_a_lowest_version_and_a_next_one_not_taken(
    project: dict[str, Any],
) -> None:
    for requirement in map(Requirement, project["dependencies"]):
        assert {part.operator for part in requirement.specifier} == {">=", "<"}, requirement


def test_the_program_starts_without_what_only_posix_has_and_without_what_a_screen_needs() -> None:
    code = """
import runpy, sys
for name in ("curses", "fcntl", "grp", "pty", "pwd", "readline", "resource", "termios", "tty"):
    sys.modules[name] = None
sys.argv = ["civicsquiz", "--version"]
try:
    runpy.run_module("civicsquiz", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({"pydantic", "textual", "yaml"} & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, imported = ran.stdout.split("\n")[:2]
    assert __version__ in version
    assert imported == ""
