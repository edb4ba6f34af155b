"""What the README shows is so."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from civicsquiz import paths
from civicsquiz.bank import files
from civicsquiz.bank.check import check
from civicsquiz.source.shelf import Shelf


def test_the_bank_in_the_readme_is_without_findings(checkout: Path) -> None:
    """A teacher copies it: it has to be right, warnings included."""
    text = (checkout / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(civicsquiz: 1\n.*?)```", text, re.DOTALL)
    read = files.parse_text(example, "README.md")
    shelf = Shelf([paths.shipped_seeds()])
    report = check([read], shelf, datetime.date(2026, 1, 1))
    assert [str(finding) for finding in report.findings] == []
    assert read.bank is not None
    assert len(read.bank.items) == 2


def test_the_files_the_documents_link_to_are_there(checkout: Path) -> None:
    """As those of the README do."""
    for name in (
        "docs/bank-file.md",
        "docs/guide-file.md",
        "docs/pack-file.md",
        "docs/reading.md",
        "docs/drafting.md",
        "docs/contributing.md",
    ):
        page = checkout / name
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{name}: {link}"
