"""Banks in the cache: what comes out is what went in."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from tests.banks.any_item import asked, items

from civicsquiz.bank import files, kept
from civicsquiz.bank.models import Item
from civicsquiz.bank.origin import Reason, Rejected
from civicsquiz.source.card import Correction
from civicsquiz.source.document import Kind
from civicsquiz.source.selector import Selector


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


def test_what_drafting_leaves_in_a_bank_comes_back(tmp_path: Path) -> None:
    """Rejections, and corrections of how a source is read."""
    path = tmp_path / "town.yaml"
    path.write_text(
        "civicsquiz: 1\nid: x\ntitle: X\nitems: []\n"
        "sources: {p: {label: P, kinds: [{exact: the hall, suffix: ' in', kind: link list}]}}\n"
        "rejected: [{fact: 0123456789abcdef, reason: wrong-key, id: a},"
        " {fact: fedcba9876543210, reason: repeats}]\n",
        "utf-8",
    )
    bank = files.load(path)
    assert bank.cards["p"].kinds == (
        Correction(Selector("the hall", suffix=" in"), Kind.LINK_LIST),
    )
    assert bank.rejected == (
        Rejected("0123456789abcdef", Reason.WRONG_KEY, "a"),
        Rejected("fedcba9876543210", Reason.REPEATS),
    )
    again = kept.unpack(json.loads(json.dumps(kept.pack(bank))))
    assert again == bank
    assert isinstance(again.cards["p"].kinds[0].kind, Kind)
