"""`check --fix`: what has one right mend is mended, the rest stays and is told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from civicsquiz.bank import files

Command = Callable[..., CompletedProcess[str]]

ARTICLE = """\
The ferry of the town

Ada Marsh founded the ferry in 1871 with two boats and “a crew of nine.” The Town Council paid for the landing.

Today the old office by the water is a school, where young people of the valley learn to read a chart and to tie
a knot. Visitors who come in summer cross on a new boat, which makes no noise and needs a crew of two. Those who
come in winter take the bridge, as everybody does when the river is full of ice.

The ice destroyed the landing, and people died in the cold. The council bought the ferry in the year after.
"""

BANK = f"""\
civicsquiz: 1
id: ferry
title: The ferry   # a comment
sources:
  paper:
    {{label: The paper, title: null, publisher: null, author: null, date: null, url: null, rights: null, genre: null,
     sha256: {hashlib.sha256(ARTICLE.encode()).hexdigest()}}}
items:
  - id: founder
    type: choise
    topic: ferry
    stance: fact
    stem: Who founded the ferry of the town in that year.
    key: Ada Marsh
    distracters:
      - {{text: Ben Ortiz, why: He was the mayor.}}
      - {{text: Cy Young, why: He was\u200b the clerk.}}
    rationale: A town by a river needs a way over it.
    evidence:
      - {{source: paper, exact: "ada marsh Founded the ferry, in 1871"}}
    content: [deaths]
    allow: {{S5: It is no negative.}}
  - id: payer
    type: true-false
    topic: ferry
    stance: fact
    stem: By the paper the council of the town paid for the landing of the ferry.
    key: true
    rationale: Who pays for what is a thing to ask.
    evidence:
      - {{source: paper, exact: The Town Council payed for the landing.}}
      - {{source: paper, exact: The council bought the ferry in the year after., role: context}}
    because: The town council is the council of the town.
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / "paper.txt").write_text(ARTICLE)
    path = tmp_path / "ferry.yaml"
    path.write_text(BANK)
    return path


def test_what_is_mended_and_what_is_not(command: Command, bank: Path) -> None:
    done = command("check", "--fix", str(bank))
    text = bank.read_text()
    told = [
        line.partition("ferry.yaml:")[2].partition(": ")[2]
        for line in done.stdout.splitlines()
        if " mended: " in line
    ]
    assert told == [
        "X1 mended: took U+200B out",
        "F4 mended: “choise” is “choice” now",
        "F5 mended: “distracters” is “distractors” now",
        "E1 mended: founder: quotes “Ada Marsh founded the ferry in 1871”, as it stands in the source",
        "N2 mended: founder: “deaths” is taken away from content",
        "S8 mended: founder: ends with a question mark now",
        "S8 mended: payer: ends with “True or false?” now",
        "A3 mended: founder: “S5” is taken away from allow",
    ]
    kept = set(BANK.splitlines()) & set(text.splitlines())
    assert len(set(BANK.splitlines())) - len(kept) == 8
    assert "title: The ferry   # a comment" in kept
    assert "E1: these words do not stand in “The paper”" in done.stdout, "“payed” is another word"
    assert done.returncode == 1


def test_a_second_time_nothing_is_done(command: Command, bank: Path) -> None:
    command("check", "--fix", str(bank))
    before = bank.stat()
    done = command("check", "--fix", str(bank))
    assert "mended" not in done.stdout
    assert bank.stat().st_mtime_ns == before.st_mtime_ns


def test_a_sound_bank_is_not_touched(command: Command, checkout: Path) -> None:
    paths = sorted((checkout / "question_banks").glob("*.yaml"))
    before = [path.stat().st_mtime_ns for path in paths]
    assert "mended" not in command("check", "--fix", *map(str, paths)).stdout
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_what_it_goes_with(command: Command, bank: Path) -> None:
    for more in ((), (str(bank), "--watch")):
        done = command("check", "--fix", *more)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert files.read(bank).bank is None
