"""What a check says: to people, to programs, and beside the lines of a pull request."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

from civicsquiz.bank.check import Report, as_github, as_text, as_values, check_files
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import controls


def changed(path: Path, old: str, new: str) -> None:
    """Change one thing in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_finding_is_a_line_with_its_place_its_source_line_and_its_mend(
    town: Path, checked: Callable[..., Report]
) -> None:
    """`file:line:column: severity CODE: message: mend`, and under it the line that is meant."""
    path = town / "town.yaml"
    changed(path, "key: Ada Marsh", "key: Ida Marsh")
    lines = as_text(checked()).splitlines()
    assert lines[0].startswith(f"{path}:12:5: error K1: the key “Ida Marsh” is not proven")
    assert lines[0].endswith("quote words that have the key, or bridge the two with `because`")
    assert lines[1] == "    12 |     key: Ida Marsh"


def test_a_line_is_cut_around_what_is_meant(town: Path, checked: Callable[..., Report]) -> None:
    """A line of a hundred thousand characters is shown in part, controls as signs."""
    path = town / "town.yaml"
    path.write_text("a: " + "x" * 50_000 + "\u202e" + "y" * 50_000, "utf-8")
    text = as_text(checked())
    shown = [line for line in text.splitlines() if line.startswith("     1 |")]
    assert any("⟨U+202E⟩" in line and line.endswith("…") for line in shown)
    assert max(map(len, shown)) < 130
    assert controls(text) == []


def test_findings_come_in_the_order_of_files_and_lines(
    town: Path, checked: Callable[..., Report]
) -> None:
    """Files in the order given; in them, from top to bottom."""
    first, second = town / "town.yaml", town / "a-later-one.yaml"
    changed(first, "key: Ada Marsh", "key: Ida Marsh")
    changed(first, "topic: ice", "topic: Ice")
    second.write_text("name: x\n", "utf-8")
    report = checked(first, second)
    assert [(Path(found.path).name, found.code) for found in report.findings] == [
        ("town.yaml", "K1"), ("town.yaml", "F4"), ("a-later-one.yaml", "F3"),
    ]  # fmt: skip


def test_the_summary_says_how_things_were_proved(checked: Callable[..., Report]) -> None:
    """Per source: against what, and the words quoted of those allowed; then keys and counts."""
    assert as_text(checked()).splitlines() == [
        "report  proved against article, 55 words quoted of the 101 that may be",
        "keys: 5 literal, 2 bridged, 0 unproven",
        "1 file, 7 items, 0 errors, 0 warnings, 0 allowed",
    ]


def test_what_is_allowed_is_said_and_does_not_fail(
    town: Path, checked: Callable[..., Report]
) -> None:
    """`allow` silences a finding visibly: with its reason in the summary and in the JSON."""
    path = town / "town.yaml"
    changed(path, "id: ice-year\n", "id: ice-year\n    allow: {S8: It is a test.}\n")
    changed(path, "what the council had paid for?", "what the council had paid for")
    report = checked()
    assert report.findings == ()
    assert not report.failed(strict=True)
    assert f"{path}:25: allowed S8: the stem does not end as a question (It is a test.)" in (
        as_text(report)
    )
    (allowed,) = as_values(report)["allowed"]
    assert (allowed["code"], allowed["reason"]) == ("S8", "It is a test.")


def test_either_item_of_a_pair_may_allow(town: Path, checked: Callable[..., Report]) -> None:
    """A finding about two items is silenced by an `allow` in one of them."""
    path = town / "town.yaml"
    changed(path, "A person paid less than an animal.", "Ada Marsh had two boats on the river.")
    assert [found.code for found in checked().findings] == ["B6"]
    changed(path, "id: ferry-founder\n", "id: ferry-founder\n    allow: {B6: It is a test.}\n")
    assert checked().findings == ()


def test_an_allow_must_have_something_to_allow(town: Path, checked: Callable[..., Report]) -> None:
    """A rule that does not exist or finds nothing is named; one that depends on more than the bank
    is not."""
    path = town / "town.yaml"
    changed(
        path, "id: ice-year\n", "id: ice-year\n    allow: {S8: No., Z9: No., B5: No., B1: No.}\n"
    )
    said = [(found.code, found.message) for found in checked().findings]
    assert said == [
        ("A3", "S8 (not-a-question) finds nothing here"),
        ("A3", "there is no rule Z9"),
    ]


def test_warnings_fail_only_when_they_are_meant_to(
    town: Path, checked: Callable[..., Report]
) -> None:
    """An error always fails; a warning does under `strict`."""
    changed(town / "town.yaml", "what the council had paid for?", "what the council had paid for")
    warned = checked()
    assert (warned.failed(strict=False), warned.failed(strict=True)) == (False, True)
    changed(town / "town.yaml", "key: Ada Marsh", "key: Ida Marsh")
    assert checked().failed(strict=False)


def test_the_json_has_its_form(town: Path, checked: Callable[..., Report]) -> None:
    """Other programs read these keys; a change breaks them."""
    changed(town / "town.yaml", "key: Ada Marsh", "key: Ida Marsh")
    values = json.loads(json.dumps(as_values(checked())))
    (bank,) = values["banks"]
    assert (bank["path"], bank["id"]) == (str(town / "town.yaml"), "town-ferry")
    assert bank["title"] == "The ferry at Marsh Landing"
    assert bank["items"][0] == {
        "id": "ferry-founder", "type": "choice", "topic": "beginnings", "stance": "fact",
        "status": "ready", "key": "Ida Marsh",
        "stem": "By the report, who began to carry people across the river with two boats?",
        "evidence": [
            {"source": "report", "exact": "Ada Marsh founded the ferry", "role": "proves", "for": []}
        ],
    }  # fmt: skip
    assert bank["items"][-1]["key"] is False
    (finding,) = values["findings"]
    assert {key: finding[key] for key in ("path", "line", "column", "severity", "code")} == {
        "path": str(town / "town.yaml"), "line": 12, "column": 5, "severity": "error", "code": "K1",
    }  # fmt: skip
    assert "Ida" in finding["message"]
    assert values["sources"] == [
        {"id": "report", "proved_against": "article", "words_quoted": 55, "words_allowed": 101}
    ]


def test_each_type_has_its_key_in_the_json(
    town: Path, checked: Callable[..., Report], types: Path
) -> None:
    """In the form in which the bank file gives it, numbers as text, so that none is rounded."""
    values = as_values(checked(types))
    keys = {item["type"]: item["key"] for item in values["banks"][0]["items"]}
    assert keys == {
        "multiple": ["The town council", "The state"],
        "short": "a bargain",
        "number": {"value": "5", "min": "5", "max": "5", "unit": "cents"},
        "match": [
            {"left": "Ada Marsh", "right": "Founded the ferry"},
            {"left": "Cleo Reed", "right": "Ruled on building it again"},
            {"left": "Ben Ortiz", "right": "Argued for a town’s crossings"},
        ],
        "order": [
            "Two boats begin to run", "Ice carries off the landing", "The council becomes the owner"
        ],
        "evidence": "the ferry carried 40,000 people a year, more than the bridge upstream.",
    }  # fmt: skip
    assert values["counts"]["by_type"] == dict.fromkeys(keys, 1)
    evidence = {item["id"]: item["evidence"] for item in values["banks"][0]["items"]}
    assert [found["for"] for found in evidence["who-paid"]] == [["The town council"], ["The state"]]
    roles = [found["role"] for found in evidence["compared-with-elsewhere"]]
    assert roles == ["proves", "candidate", "candidate"]
    assert {**checked(town / "town.yaml", types).keys} == {
        "literal": 9, "bridged": 4, "unproven": 0
    }  # fmt: skip


def test_github_reads_one_command_a_finding(town: Path, checked: Callable[..., Report]) -> None:
    """Colons, commas, percent signs and line ends in values are escaped as GitHub wants them."""
    path = town / "a,b: 100%.yaml"
    (town / "town.yaml").rename(path)
    changed(path, "key: Ada Marsh", "key: Ida%")
    (line,) = as_github(checked(path)).splitlines()
    name = str(path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    assert line.startswith(f"::error file={name},line=12,col=5,title=K1 key-not-proven::")
    assert "the key “Ida%25” is not proven" in line


def test_without_the_article_its_guide_proves(town: Path) -> None:
    """Quotations are then looked for in the guide's passages, and the summary says so."""
    from civicsquiz.source.guide import Guide, Passage, render
    from civicsquiz.source.reading import read_file

    document = read_file(town / "report.txt")
    bodies = [block for block in document.blocks if block.paragraph]
    passages = tuple(
        Passage(block.start, block.end, block.paragraph, document.text_of(block))
        for block in bodies[:4]
    )
    shelf = Shelf([town])
    card = check_files([town / "town.yaml"], shelf, datetime.date(2026, 1, 1)).reads[0]
    assert card.bank is not None
    stand_in = Guide(card.bank.cards["report"], "en", "0" * 64, document.body_words, passages)
    (town / "report.txt").unlink()
    (town / "report.md").write_text(render(stand_in), "utf-8")
    report = check_files([town / "town.yaml"], Shelf([town]), datetime.date(2026, 1, 1))
    assert report.findings == ()
    assert "report  guide only, 55 words quoted of the 101 that may be" in as_text(report)


def test_a_broken_guide_is_named(town: Path, checked: Callable[..., Report]) -> None:
    """A file on the shelf that cannot be used would otherwise only be missed."""
    (town / "broken.md").write_text("---\nkind: guide\n---\n", "utf-8")
    assert "not used as a source: " in as_text(checked())


def test_banks_of_different_places_may_share_an_id(
    town: Path, checked: Callable[..., Report]
) -> None:
    """In the library one's own bank may hide a shipped one; beside each other two may not."""
    mine = town / "mine.yaml"
    mine.write_bytes((town / "town.yaml").read_bytes())
    assert {found.code for found in checked(mine, town / "town.yaml").findings} == {"I3"}
    groups = {mine: "yours", town / "town.yaml": "shipped"}
    assert checked(mine, town / "town.yaml", groups=groups).findings == ()


def test_a_fault_of_form_hides_nothing_else(town: Path, checked: Callable[..., Report]) -> None:
    """Items without a fault of form are checked on, and found where they stand in the file."""
    path = town / "town.yaml"
    changed(path, "key: Ada Marsh", "key: Ida Marsh")
    (alone,) = checked(path).findings
    text = path.read_text("utf-8")
    first = text.index("  - id: ")
    broken = "  - id: broken\n    type: no-such-type\n"
    path.write_text(f"unknown: 1\n{text[:first]}{broken}{text[first:]}", "utf-8")
    findings = checked(path).findings
    assert [found.code for found in findings] == ["F5", "F4", "K1"]
    assert (findings[2].line, findings[2].message) == (alone.line + 3, alone.message)
