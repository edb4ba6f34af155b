"""What is said of a bank in which some questions have no passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank


def told(bank: Bank) -> str:
    """That they are asked only on request, in a sentence; empty where there are none."""
    from civicsquiz.study.selection import without_passage

    count = without_passage(bank)
    if not count:
        return ""
    if count == 1:
        return "1 question has no passage and is asked only with --unproven."
    return f"{count} questions have no passage and are asked only with --unproven."
