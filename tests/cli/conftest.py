"""The command line, called in this process, and something for it to work on."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from civicsquiz import cli
from civicsquiz.app import App

ARTICLE = """\
The Trial of the Lamp

The council met on Monday, March 3, 2025, and voted six to three to keep the old lamp.

“Nobody may be sentenced without a hearing,” said Judge Ada Park, who wrote for all nine.

The lamp has burned since 1888. It was lit by the first mayor of the town.
"""

BANK = """\
civicsquiz: 1
id: lamp
title: The lamp
language: en
as_of: The article is of March 2025.
sources:
  lamp-report: {label: Report on the lamp, genre: newspaper}
items:
  - id: who-wrote
    type: choice
    topic: judges
    stance: attributed
    holder: {name: the report}
    stem: According to the report, which judge wrote for all nine on the sentence without a hearing?
    key: Ada Park
    distractors:
      - {text: Ben Carr, why: He is not named.}
      - {text: Cleo Dunn, why: She is not named.}
    rationale: Judge Park wrote for all nine.
    evidence:
      - {source: lamp-report, exact: "said Judge Ada Park, who wrote for all nine."}
  - id: since-when
    type: true-false
    topic: lamps
    stance: fact
    stem: The report says that the lamp of the town has burned since 1888. True or false?
    key: true
    distractors:
      - {text: false, why: It has burned since 1888.}
    rationale: The lamp has burned since 1888.
    evidence:
      - {source: lamp-report, exact: The lamp has burned since 1888.}
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article: 5 blocks, the first of them no running text."""
    path = tmp_path / "articles" / "lamp.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank of two items that quote the article. Its card states no sha256."""
    path = tmp_path / "banks" / "lamp.yaml"
    path.parent.mkdir()
    path.write_text(BANK, encoding="utf-8")
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, empty."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def command() -> Callable[..., CompletedProcess[str]]:
    """Calls a command: `command("play", "x", stdin="1\\n", CIVICSQUIZ_BANKS="…")`."""

    def call(*arguments: str | Path, stdin: str = "", **env: str) -> CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        argv = [str(argument) for argument in arguments]
        app = App(
            env={**os.environ, **env},
            new_seed=lambda: "seed",
            stdin=io.StringIO(stdin),
            out=out,
            err=err,
        )
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = cli.run(argv, app)
        return CompletedProcess(argv, status, out.getvalue(), err.getvalue())

    return call
