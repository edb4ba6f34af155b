"""What reports know of a library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from civicsquiz.bank import files
from civicsquiz.bank.library import Library, Origin
from civicsquiz.bank.models import Status
from civicsquiz.report.known import known, known_in

TOWN = Path(__file__).resolve().parent.parent / "banks" / "town"


def test_items_with_their_topics_and_all_their_names() -> None:
    bank = replace(files.load(TOWN / "town-charter.yaml"), formerly=("old-town",))
    first, *others = bank.items
    renamed = type(first)(**(vars(first) | {"formerly": ("before",)}))
    drafted = [type(item)(**(vars(item) | {"status": Status.DRAFT})) for item in others]
    items = known([replace(bank, items=(renamed, *drafted))])
    (about,) = items.items
    assert (about.ref, about.type, about.stem) == (f"{bank.id}/{first.id}", first.type, first.stem)
    assert (about.topic.bank, about.topic.title) == (bank.id, bank.title)
    assert about.topic.name == bank.topic_name(first.topic)
    for bank_id in (bank.id, "old-town"):
        for item_id in (first.id, "before"):
            assert items.about(f"{bank_id}/{item_id}") is about
    assert items.about(f"{bank.id}/{others[0].id}") is None


def test_a_bank_that_cannot_be_used_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("civicsquiz: 1\nid: broken\n", encoding="utf-8")
    (tmp_path / "good.yaml").write_bytes((TOWN / "town-charter.yaml").read_bytes())
    items = known_in(Library([(tmp_path, Origin.SET)]))
    assert {about.topic.bank for about in items.items} == {"town-charter"}
