"""Drafts, and items being judged, that do not go together."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from tests.draft.charter import LATER, TODAY, article
from tests.draft.gate.making import candidate, ground

from civicsquiz.bank.editing import BankText
from civicsquiz.bank.files import load
from civicsquiz.draft import merging
from civicsquiz.draft.drafting import draft
from civicsquiz.draft.judging import Bench
from civicsquiz.draft.together import apart
from civicsquiz.source.shelf import Shelf

DAY = datetime.date(2026, 1, 1)
TELLS = "Before the Seventh Amendment, which law let judges in civil cases do without a jury?"


def test_of_two_drafts_of_which_one_tells_the_other_the_better_stays() -> None:
    good = replace(candidate(), relevance=0.9)
    tells = replace(candidate(TELLS, "Judiciary Act", ("Tenure Act", "Process Act")), relevance=0.4)
    kept, left = apart([tells, good], ground(), DAY)
    assert kept == [good]
    assert [(one.candidate, one.code) for one in left] == [(tells, "B3")]


def test_drafts_that_have_nothing_to_do_with_each_other_stay_in_their_order() -> None:
    one = candidate()
    kept, left = apart([one], ground(), DAY)
    assert (kept, left) == ([one], [])


def test_what_the_drafter_gives_has_no_finding_when_all_is_accepted() -> None:
    made = draft([article()], TODAY)
    kept, left = apart(made.items, ground(*made.facts), DAY)
    assert left == []
    assert len(kept) == len(made.items)


def test_an_item_being_judged_is_looked_at_beside_those_that_are_asked(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    made = article()
    path.write_text(merging.new_bank("rights", "Rights", draft([made], TODAY), [made])[0], "utf-8")
    bank = load(path)
    bench = Bench(bank, Shelf([tmp_path]), DAY)
    ready = candidate().item
    tells = replace(
        candidate(TELLS, "Judiciary Act", ("Tenure Act", "Process Act")).item, id="tells"
    )
    assert "B3" in {flaw.code for flaw in bench.between(tells, [ready])}
    assert bench.between(ready, []) == []
    assert bench.between(ready, [ready]) == []


def test_a_new_draft_takes_a_topic_that_the_bank_has_a_name_for(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    made = article()
    path.write_text(merging.new_bank("rights", "Rights", draft([made], TODAY), [made])[0], "utf-8")
    text = BankText.open(path)
    for name in text.ids[1:]:
        text.remove_item(name)
    text.set_key(text.ids[0], "topic", next(iter(load(path).topics)))
    text.save()
    again = BankText.open(path)
    merging.merge(again, load(path), draft([article(LATER)], TODAY), [article(LATER)])
    again.save()
    bank = load(path)
    assert {item.topic for item in bank.items} <= set(bank.topics)
