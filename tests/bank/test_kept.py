"""Banks in the cache: what comes out is what went in."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from tests.banks.any_item import asked, items

from civicsquiz.bank import files, kept
from civicsquiz.bank.models import Item


@given(items())
def test_items_of_every_type_come_back(item: Item) -> None:
    """Packed, written as JSON, read and unpacked, a bank is equal to itself."""
    bank = asked(item).bank
    assert kept.unpack(json.loads(json.dumps(kept.pack(bank)))) == bank


def test_the_head_of_a_bank_comes_back(checkout: Path) -> None:
    """Summary, vocabulary, discussion, content notes, plain words and parts of the key too."""
    bank = files.load(checkout / "tests/banks/town/eight-types.yaml")
    assert bank.discussion
    assert bank.vocabulary
    assert kept.unpack(json.loads(json.dumps(kept.pack(bank)))) == bank
