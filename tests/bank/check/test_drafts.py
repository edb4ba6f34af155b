"""Drafts in a bank: looked at, named as such, and in nobody's way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz.bank import files
from civicsquiz.bank.check import Report, as_text, as_values
from civicsquiz.bank.editing import BankText


def all_as(path: Path, status: str) -> None:
    """Give every item of a bank a status."""
    text = BankText.open(path)
    for name in text.ids:
        text.set_key(name, "status", status)
    text.save()


def twin(path: Path, status: str | None) -> None:
    """Put an item beside the first that asks the same, and give it a status."""
    text = BankText.open(path)
    text.add_items([text.items[0] | {"id": "twin"} | ({"status": status} if status else {})])
    text.save()


@pytest.mark.parametrize(
    ("status", "line"),
    [
        ("draft", "7 drafts to be judged: civicsquiz triage BANK"),
        ("needs-editing", "7 drafts in the tray, less sure to be worth asking"),
    ],
)
def test_a_bank_of_drafts(
    town: Path, checked: Callable[..., Report], status: str, line: str
) -> None:
    """It is sound; it has no items yet, quotes nothing, and says how many wait."""
    all_as(town / "town.yaml", status)
    report = checked()
    assert report.findings == ()
    assert as_text(report).splitlines() == [
        "report  proved against article, 0 words quoted of the 101 that may be",
        line,
        "1 file, 0 items, 0 errors, 0 warnings, 0 allowed",
    ]
    counts = as_values(report)["counts"]
    assert (counts["items"], counts["drafts"] + counts["needs_editing"]) == (0, 7)
    assert counts["by_type"] == {}


def test_an_error_in_a_draft_is_one(town: Path, checked: Callable[..., Report]) -> None:
    """It says that it is in a draft, and the check fails."""
    path = town / "town.yaml"
    path.write_text(path.read_text("utf-8").replace("key: Ada Marsh", "key: Ida Marsh"), "utf-8")
    all_as(path, "draft")
    report = checked()
    (found,) = [each for each in report.findings if each.code == "K1"]
    assert found.message.startswith("draft: the key “Ida Marsh” is not proven")
    assert report.failed(strict=False)


def test_a_warning_about_a_draft_fails_nothing(town: Path, checked: Callable[..., Report]) -> None:
    """Not even strictly; beside an item that is asked it does."""
    path = town / "town.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("what the council had paid for?", "what the council had paid for"), "utf-8"
    )
    assert checked().failed(strict=True)
    all_as(path, "needs-editing")
    report = checked()
    (found,) = report.findings
    assert found.message.startswith("draft in the tray: ")
    assert not report.failed(strict=True)


def test_rules_on_the_whole_leave_drafts_out(town: Path, checked: Callable[..., Report]) -> None:
    """An item that asks the same as another is a finding; a draft that does is none."""
    path = town / "town.yaml"
    before = path.read_bytes()
    twin(path, None)
    assert {found.code for found in checked().findings} == {"B1"}
    path.write_bytes(before)
    twin(path, "draft")
    assert checked().findings == ()


def test_a_finding_behind_a_draft_is_at_its_own_line(
    town: Path, checked: Callable[..., Report]
) -> None:
    """The drafts before it count in the file, though not in the rule."""
    path = town / "town.yaml"
    twin(path, None)
    text = BankText.open(path)
    text.set_key(text.ids[1], "status", "draft")
    text.save()
    (found,) = checked().findings
    assert (found.code, found.line) == ("B1", text.line("twin") + _line_of(text, "stem: "))


def _line_of(text: BankText, words: str) -> int:
    """On which line of the twin, from 0, something stands."""
    return text.item_text("twin").partition(words)[0].count("\n")


def test_what_a_draft_allows_is_not_said_to_find_nothing(
    town: Path, checked: Callable[..., Report]
) -> None:
    """A rule on the whole bank has not looked at it."""
    path = town / "town.yaml"
    twin(path, "draft")
    text = BankText.open(path)
    text.set_key("twin", "allow", {"B3": "The two are kept apart."})
    text.save()
    assert checked().findings == ()
    text.remove_key("twin", "status")
    text.save()
    assert {found.code for found in checked().findings} == {"B1", "A3"}


def test_a_source_that_is_absent_is_missed_for_drafts_too(
    town: Path, checked: Callable[..., Report]
) -> None:
    """A draft must be provable before it is judged."""
    all_as(town / "town.yaml", "draft")
    (town / "report.txt").unlink()
    assert [found.code for found in checked().findings] == ["E6"]


HEAD = "civicsquiz: 1\nid: town\ntitle: Town\nsources: {}\nitems: []\n"
FACT = "0123456789abcdef"


def test_a_bank_of_which_everything_was_rejected(tmp_path: Path) -> None:
    """It has no items and is one; without rejections it is empty."""
    path = tmp_path / "town.yaml"
    path.write_text(HEAD + f"rejected: [{{fact: {FACT}, reason: unclear, id: hall}}]\n", "utf-8")
    bank = files.load(path)
    assert (bank.items, bank.rejected[0].fact, bank.rejected[0].reason) == ((), FACT, "unclear")
    path.write_text(HEAD, "utf-8")
    read = files.read(path)
    assert read.bank is None
    assert [found.message for found in read.findings] == ["“items” is empty"]


@pytest.mark.parametrize(
    ("rejected", "said"),
    [
        ("[{fact: 12, reason: unclear}]", "“fact” is “12”: write the 16 hexadecimal digits"),
        (f"[{{fact: {FACT}, reason: uncler}}]", "“reason” is “uncler”: did you mean “unclear”?"),
        (f"[{{fact: {FACT}}}]", "“reason” is missing"),
        (f"[{{fact: {FACT}, reason: other, why: x}}]", "unknown key “why”"),
        ("unclear", "“rejected” is “unclear”, not a list"),
    ],
)
def test_rejections_of_another_form(tmp_path: Path, rejected: str, said: str) -> None:
    """Each in words, with its mend."""
    path = tmp_path / "town.yaml"
    path.write_text(HEAD + f"rejected: {rejected}\n", "utf-8")
    (found,) = files.read(path).findings
    assert said in str(found)
