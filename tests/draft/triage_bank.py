"""A bank on the tests' town with drafts in it, laid out as no program would, and its article."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from civicsquiz.bank.editing import BankText
from civicsquiz.draft import gathering
from civicsquiz.draft.triage import Triage
from civicsquiz.source.shelf import Shelf

TODAY = datetime.date(2026, 1, 2)
COURIER = Path(__file__).resolve().parent.parent / "banks/town/courier.txt"

BANK = """\
# Kept by hand: nothing here is laid out as a program would.
civicsquiz: 1
id: town
title: The new charter of Millbrook
sources:
  courier:   {label: The Millbrook Courier, title: null}   # the local paper

items:
  - id: ready
    type: choice
    topic: council
    stance: fact
    stem: How many members does the council of Millbrook have under its new charter?
    key: Nine
    distractors:
      - {text: Seven, why: That was the number under the charter of 1921.}
    rationale: >-
        The new charter added two members
        to the seven that there were.
    evidence: [{source: courier, exact: raised that number to nine}]

  # a draft, and the remark of somebody who has looked at it
  - id: price
    type: choice
    topic: hearings
    stance: attributed
    holder: {name: the town clerk}
    stem: "At what price did the town clerk put a hearing?"
    key: $4,000
    distractors:
      - {text: "$1,921", why: The article has 1921 as the year of the old charter.}
      - {text: "$2,019", why: The article has 2019 as the year of the vote.}
    rationale: The article gives the price in the words of the clerk.
    evidence:
      - source: courier
        exact: The town clerk put the price of a hearing at $4,000
    status: draft     # not judged yet
    origin: drafted
    draft: {fact: 00000000000000a1, rule: quantity@1}


  - id: stale
    type: true-false
    topic: council
    stance: fact
    stem: As the Courier has it, five of the nine members are elected by the whole town. True or false?
    key: false
    distractors: [{text: true, why: The number is another.}]
    rationale: The Courier gives another number.
    because: The passage gives the number.
    evidence: [{source: courier, exact: Four of the nine are elected by the whole town}]
    status: draft
    origin: drafted
    draft: {fact: 00000000000000a2, rule: quantity@1}

  - {id: open, type: short, topic: hearings, stance: fact, stem: Which officer of Millbrook keeps the minutes of every hearing?,
     key: town clerk, rationale: The Courier says it of the clerk., status: unproven,
     evidence: [{source: courier, exact: met on Monday, role: context}]}

  - id: tray
    type: order
    topic: charters
    stance: fact
    stem: In what order did these come in Millbrook, earliest first?
    key: [The old charter, The voters’ approval of the new charter, The reading of the new charter]
    rationale: The old charter is of 1921, the vote of May 2019, and the reading of June.
    because: The passages say 1921, then May 2019; the article of June reports the reading.
    evidence:
      - {source: courier, exact: "the old charter, which dates from 1921", for: The old charter}
      - {source: courier, exact: "The new charter, which voters approved in May 2019", for: The voters’ approval of the new charter}
      - {source: courier, exact: "met on Monday to read out the town's new charter", for: The reading of the new charter}
    status: needs-editing
    origin: drafted
    draft: {fact: 00000000000000a3, rule: order@1}
# the end
"""


def put(folder: Path, text: str = BANK) -> Path:
    """The bank in a folder, with its article beside it."""
    path = folder / "town.yaml"
    path.write_bytes(text.encode())
    shutil.copy(COURIER, folder / "courier.txt")
    return path


def sitting(path: Path, *, sources: bool = False) -> Triage:
    """Triage over the bank at a path; with `sources` over what has no passage too."""
    from civicsquiz.bank.files import load

    places = [path.parent / "courier.txt"] if sources else []
    articles, _ = gathering.gathered(places, load(path))
    return Triage(BankText.open(path), Shelf([path.parent]), TODAY, articles)
