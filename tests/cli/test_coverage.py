"""`civicsquiz coverage`: what of its articles a bank asks about."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Command = Callable[..., CompletedProcess[str]]
LAMP = "The lamp has burned since 1888."


def test_what_the_figures_count_is_said(command: Command, article: Path, bank: Path) -> None:
    """Paragraphs of all, and words of the article's own: not of those that may be quoted."""
    told = " ".join(command("coverage", bank, "--source", article).stdout.split())
    assert "2 of 3 paragraphs asked about; 15 of the 50 words of its running text quoted" in told


def test_what_was_corrected_to_be_no_running_text_is_not_tested(
    command: Command, article: Path, bank: Path
) -> None:
    env = {"CIVICSQUIZ_SOURCES": str(article.parent)}
    assert not command("source", "correct", bank, "lamp-report", LAMP, "caption", **env).returncode
    ran = command("coverage", bank, "--source", article, "--format", "json")
    (source,) = json.loads(ran.stdout)
    assert [each["items"] for each in source["paragraphs"]] == [[], ["who-wrote"]]
    assert source["elsewhere"] == ["since-when"]
    assert source["quoted"] == len("said Judge Ada Park, who wrote for all nine.".split())
    told = " ".join(command("coverage", bank, "--source", article).stdout.split())
    assert "1 of 2 paragraphs asked about; 9 of the 34 words" in told
    assert "not running text, and not counted: since-when" in told


def test_it_says_who_knows_how_much_may_be_quoted(command: Command) -> None:
    assert "civicsquiz check" in command("coverage", "--help").stdout
