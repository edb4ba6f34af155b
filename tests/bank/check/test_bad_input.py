"""Whatever is wrong with a file is a finding that names the place and the mend, never a traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz.bank.check import Report, as_github, as_text, as_values
from civicsquiz.source.visible import controls

HEAD = (
    "civicsquiz: 1\nid: town-ferry\ntitle: The ferry\nsources:\n  report: {label: Report}\nitems:\n"
)
ITEM = """\
  - id: ferry-founder
    type: choice
    topic: beginnings
    stance: fact
    stem: By the report, who began to carry people across the river with two boats?
    key: Ada Marsh
    distractors:
      - {text: Ben Ortiz, why: He was the mayor many years later.}
      - {text: Cleo Reed, why: She came in as a judge when it was there already.}
    rationale: The report names one person at the very beginning.
    evidence:
      - {source: report, exact: Ada Marsh founded the ferry}
"""


def changed(old: str, new: str) -> bytes:
    """A sound bank with one thing in it changed."""
    text = HEAD + ITEM
    assert text.count(old) == 1
    return text.replace(old, new).encode()


BAD: dict[str, tuple[bytes, str, str, str]] = {
    # what it is: the bytes, then code, place and words of a finding
    "empty": (b"", "F3", "1:1", "is empty"),
    "only comments": (b"# nothing\n", "F3", "1:1", "is empty"),
    "broken YAML": (b"civicsquiz: 1\nid: [a\ntitle: b\n", "F2", "3:6", "not YAML"),
    "a list": (b"- civicsquiz: 1\n", "F3", "1:1", "is not a bank"),
    "text": (b"civicsquiz: is fun, and: so on", "F2", "1:24", "not YAML"),
    "a later version": (changed("civicsquiz: 1", "civicsquiz: 2"), "F3", "1:1", "reads version 1"),
    "a number for a list": (changed("sources:\n  report: {label: Report}", "sources: 3"), "F4",
                            "4:1", "not keys with values"),
    "a list for text": (changed("key: Ada Marsh", "key: [Ada, Marsh]"), "F4", "12:5", "key"),
    "true for text": (changed("title: The ferry", "title: true"), "F4", "3:1", "quotation marks"),
    "an unknown key": (changed("distractors:", "distracters:"), "F5", "13:5",
                       "did you mean “distractors”?"),
    "a text cut by a comma": (changed("the mayor many years later.", "the mayor, later on."), "F5",
                              "14:50", "quotation marks"),
    "a missing key": (changed("    topic: beginnings\n", ""), "F6", "7:5", "“topic” is missing"),
    "an unknown type": (changed("type: choice", "type: chioce"), "F4", "8:5", "did you mean"),
    "an unknown source": (changed("source: report,", "source: raport,"), "F7", "18:10",
                          "did you mean “report”?"),
    "a key twice": (changed("title: The ferry", "title: The ferry\ntitle: A ferry"), "F2", "4:1",
                    "“title” stands twice"),
    "an anchor": (changed("title: The ferry", "title: &a The ferry"), "F2", "3:8", "an anchor"),
    "anchors that explode": (b"civicsquiz: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "F2",
                             "2:4", "write the text out"),
    "a merge": (b"civicsquiz: 1\na: {<<: *b}\n", "F2", "2:9", "an alias"),
    "100,000 brackets": (b"[" * 100_000, "F2", "1:21", "unnest"),
    "depth 3,000": (b"civicsquiz: 1\na: " + b"{a: " * 3_000, "F2", "2:80", "unnest"),
    "an object tag": (b"civicsquiz: 1\na: !!python/object/apply:os.system [id]\n", "F2", "2:4",
                      "a tag"),
    "a tag on text": (changed("title: The ferry", "title: !!int 3"), "F2", "3:8", "a tag"),
    "5,000 digits": (changed("civicsquiz: 1", "civicsquiz: " + "9" * 5_000), "F3", "1:1", "version"),
    "an impossible date": (changed("stance: fact", "stance: fact\n    as_of: 2025-02-30"), "F4",
                           "11:5", "no such date"),
    "a date of words": (changed("stance: fact", "stance: fact\n    as_of: February"), "F4", "11:5",
                        "YYYY-MM"),
    "invalid UTF-8": (HEAD.encode() + b"  - id: caf\xe9\n", "F1", "7:12", "not UTF-8"),
    "UTF-16": ((HEAD + ITEM).encode("utf-16"), "F1", "1:1", "save it as UTF-8"),
    "NUL": (changed("The ferry", "The\0ferry"), "F1", "3:11", "NUL"),
    "a raw ESC": (changed("The ferry", "The\x1b[2Jferry"), "X1", "3:11", "U+001B (␛)"),
    "a key that is a list": (b"civicsquiz: 1\n? [a, b]\n: c\n", "F2", "2:3", "a plain key"),
    "two documents": (changed("civicsquiz: 1", "--- {}\n---\ncivicsquiz: 1"), "F2", "2:1",
                      "a second YAML"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_finding(name: str, town: Path, checked: Callable[..., Report]) -> None:
    """Each fault is one line with the file, the place and the mend; the bank is not half-loaded."""
    content, code, place, words = BAD[name]
    path = town / "bad.yaml"
    path.write_bytes(content)
    report = checked(path)
    said = {(found.code, f"{found.line}:{found.column}"): str(found) for found in report.findings}
    assert (code, place) in said, said
    assert words in said[code, place]
    assert all(found.mend and found.path == str(path) for found in report.findings)
    assert report.items == 0
    assert as_values(report)["banks"] == []
    for text in (as_text(report), as_github(report)):
        assert controls(text) == []
        assert max(map(len, text.splitlines())) < 400


def test_all_faults_of_a_file_are_found_at_once(town: Path, checked: Callable[..., Report]) -> None:
    """A bank with several faults of form is not mended one run at a time."""
    text = (HEAD + ITEM).replace("stance: fact", "stance: factual").replace("key:", "keys:")
    path = town / "bad.yaml"
    path.write_text(text.replace("why: He", "wy: He"), encoding="utf-8")
    report = checked(path)
    assert [(found.line, found.code) for found in report.findings] == [
        (7, "F6"), (10, "F4"), (12, "F5"), (14, "F5"),
    ]  # fmt: skip


def test_a_file_over_32_mib_is_refused(town: Path, checked: Callable[..., Report]) -> None:
    """Its size is enough: it is not read."""
    path = town / "large.yaml"
    with path.open("wb") as file:
        file.truncate(40 * 2**20)
    assert "40 MiB" in checked(path).findings[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_refused_without_waiting(town: Path, checked: Callable[..., Report]) -> None:
    """Opening a pipe would wait for a writer that never comes."""
    path = town / "pipe.yaml"
    os.mkfifo(path)
    found = checked(path).findings
    assert [(finding.code, finding.message) for finding in found] == [
        ("F1", "is a device or a pipe")
    ]


def test_a_folder_in_place_of_a_file_is_a_finding(
    town: Path, checked: Callable[..., Report]
) -> None:
    """A folder that is called like a bank is no bank."""
    (town / "folder.yaml").mkdir()
    assert checked(town / "folder.yaml").findings[0].message == "is a folder"


def test_a_bad_file_does_not_hide_the_others(town: Path, checked: Callable[..., Report]) -> None:
    """Files are checked together; what one of them lacks is no matter of the next."""
    path = town / "bad.yaml"
    path.write_bytes(b"[" * 10)
    report = checked(path, town / "town.yaml")
    assert {finding.path for finding in report.findings} == {str(path)}
    assert report.items == 7


def test_a_source_that_is_not_there_is_named(town: Path, checked: Callable[..., Report]) -> None:
    """Without the article nothing is proven, and the finding stands at its card."""
    (town / "report.txt").unlink()
    found = checked().findings
    assert [(finding.code, finding.line) for finding in found] == [("E6", 5)]
    assert "8 quotations not checked here" in found[0].message


def test_one_wrong_quotation_does_not_hide_the_document(
    town: Path, checked: Callable[..., Report]
) -> None:
    """A document without a hash on its card is still looked into where most quotations stand in it,
    so that the wrong one is named with the passage most like it."""
    path = town / "town.yaml"
    path.write_text(
        path.read_text("utf-8").replace("Ada Marsh founded", "Ada Marsh started"), "utf-8"
    )
    found = checked().findings
    assert [finding.code for finding in found] == ["E1"]
    assert "“Ada Marsh founded the ferry" in found[0].message
    assert "% alike" in found[0].message


def test_words_before_and_after_that_differ_are_told_from_words_quoted(
    town: Path, checked: Callable[..., Report]
) -> None:
    """A quotation that stands in the source with another prefix is not called absent."""
    path = town / "town.yaml"
    text = path.read_text("utf-8").replace(
        "exact: 20 cents for a horse}", 'exact: 20 cents for a horse, prefix: "a dog and"}'
    )
    path.write_text(text, "utf-8")
    (found,) = checked().findings
    assert found.code == "E1"
    assert found.message == (
        "the words quoted stand in “Report on the ferry”, but not with this before and after them"
    )
