"""An item without a passage: only an unproven one may be."""

from __future__ import annotations

from civicsquiz.bank.files import parse_text
from civicsquiz.bank.models import Status

BANK = """\
civicsquiz: 1
id: lamp
title: The lamp
sources:
  report: {label: Report}
items:
  - id: who-wrote
    type: short
    topic: lamps
    stance: fact
    stem: Which word names what the council voted to keep?
    key: lamp
    rationale: It is what they voted on.
"""


def test_an_item_that_is_not_unproven_needs_evidence() -> None:
    found = parse_text(BANK, "lamp.yaml")
    assert found.bank is None
    assert [(finding.code, finding.message) for finding in found.findings] == [
        ("F6", "“evidence” is missing")
    ]


def test_an_unproven_item_may_have_none() -> None:
    found = parse_text(f"{BANK}    status: unproven\n", "lamp.yaml")
    assert found.bank is not None
    (item,) = found.bank.items
    assert item.status is Status.UNPROVEN
    assert item.evidence == ()
