"""`civicsquiz check` of 10,000 items beside its floor: PyYAML's CSafeLoader alone, without garbage
collection, on the same file in the same run.

    python3 benchmarks/check.py [ITEMS]

The floor only turns the file into dicts. The check reads it too, validates it, finds every quotation
in the article, proves every key and runs every rule. Aim: at most 3 times the floor.
"""

from __future__ import annotations

import datetime
import gc
import hashlib
import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from civicsquiz.bank.check import check_files
from civicsquiz.bank.check.words import content_words
from civicsquiz.source.shelf import Shelf

AIM = 3.0
ROUNDS = 3
STARTS = "Bar Cal Dor Fen Gar Hol Kes Lin Mar Nor Pel Quin Ros Sal Tor Ul Ver Wes Yar Zel".split()
ENDS = "bury dale field ford gate ham hurst ley mere more ness port shaw stead ton wick".split()
PLACES = [f"{start}{end}" for start, end in itertools.product(STARTS, ENDS)]
PEOPLE = [f"{first}a {last}son" for first in STARTS for last in reversed(PLACES)]
OFFICES = "clerk auditor sheriff assessor coroner surveyor treasurer comptroller".split()
DUTIES = (
    "keeps the register of deeds", "answers for the county accounts", "serves the writs of the court",
    "sets the value of land", "holds inquests into deaths", "draws the boundaries of lots",
    "receives the yearly taxes", "approves what the county pays", "swears in the jurors",
    "licenses the ferries and markets", "counts the votes cast", "orders repairs of the roads",
)  # fmt: skip
HEAD = """\
civicsquiz: 1
id: counties
title: Counties and their officials
sources:
  county-report: {{label: Report on the counties, sha256: {sha256}}}
items:
"""
ITEM = """\
  - id: {slug}
    type: choice
    topic: {topic}
    stance: fact
    stem: {stem}
    key: {one.person}
    distractors:
      - {{text: {wrong[0]}, why: "The report has this name beside {others[0]}, another county of the state."}}
      - {{text: {wrong[1]}, why: "The report says that this official sat in {others[1]}, not far away."}}
      - {{text: {wrong[2]}, why: "The report names this official in {others[2]} for an earlier year."}}
    rationale: Counties divide their work among officials who are elected one by one, and the {one.office}
      of {one.place} is among the oldest that the report has.
    evidence:
      - source: county-report
        exact: "{one.exact}"
    background: States are free to organise their counties as they like; what a {one.office} does, and for
      how long, differs from one state to the next, and some have no county like {one.place} at all.
    standards: [C3 D2.Civ.1.9-12, CCSS RH.9-10.1]
"""


@dataclass(frozen=True)
class Fact:
    """What one paragraph of the article says, and six items ask."""

    number: int
    place: str
    office: str
    duty: str
    person: str
    year: int

    @property
    def exact(self) -> str:
        return (
            f"In {self.place} the {self.office} {self.duty} since {self.year}, an office that "
            f"{self.person} held first"
        )


def fact(number: int) -> Fact:
    return Fact(
        number,
        PLACES[number % len(PLACES)],
        OFFICES[number % len(OFFICES)],
        DUTIES[number * 7 % len(DUTIES)],
        PEOPLE[number * 13 % len(PEOPLE)],
        1801 + number % 220,
    )


def article_and_bank(items: int) -> tuple[str, str]:
    """An article with a sentence for every six items among enough others, and the bank."""
    facts = [fact(number) for number in range(-(-items // 6))]
    rest = "Nobody in the county has ever asked for another arrangement of these duties. " * 3
    article = "\n\n".join(f"{one.exact}. {rest.strip()}" for one in facts) + "\n"
    written = [item(one, which) for one in facts for which in range(6)]
    sha256 = hashlib.sha256(article.encode()).hexdigest()
    return article, HEAD.format(sha256=sha256) + "".join(written[:items])


def item(one: Fact, which: int) -> str:
    """One of the six items on a fact, as it stands in the bank file."""
    name, steps = f"{one.place} in {one.year}", (1, 2, 3)
    stem = (
        f"Who first held the office that {one.duty} at {name}?",
        f"Which person became the earliest {one.office} known for {name}, by the report?",
        f"By the report on counties, whom did {name} trust first among its officials?",
        f"At {name} somebody {one.duty}; whose name does the report give for the beginning?",
        f"The report names one {one.office} as the first in line at {name}; who was that?",
        f"When the people of {name} looked for somebody who {one.duty}, whom did they take?",
    )[which]
    return ITEM.format(
        one=one,
        slug=f"{one.place.lower()}-{one.year}-{one.number}-{'abcdef'[which]}",
        topic=f"county-{one.place.lower()}",
        stem=stem,
        wrong=[PEOPLE[(one.number * 13 + 17 * step + which) % len(PEOPLE)] for step in steps],
        others=[PLACES[(one.number * 11 + 19 * step + which) % len(PLACES)] for step in steps],
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call, from a tidy heap."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    article, bank = article_and_bank(items)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "counties.yaml")
        path.write_text(bank, encoding="utf-8")
        Path(folder, "report.txt").write_text(article, encoding="utf-8")

        def floor() -> object:
            gc.disable()
            try:
                return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
            finally:
                gc.enable()

        def check() -> object:
            content_words.cache_clear()  # each round as the first of a process
            report = check_files([path], Shelf([Path(folder)]), datetime.date(2026, 1, 1))
            if report.items != items or report.failed(strict=True):
                raise SystemExit(f"the bank is not as it should be: {report.findings[:3]}")
            return report

        floors, checks = [], []
        for _ in range(ROUNDS):
            floors.append(timed(floor))
            checks.append(timed(check))
    best, worst = min(floors), min(checks)
    ratio = worst / best
    print(
        f"bank: {items:,} items, {len(bank) / 1e6:.1f} MB; article: {len(article.split()):,} words"
    )
    print(f"CSafeLoader alone, gc off   {best:6.2f} s   (best of {ROUNDS})")
    print(f"civicsquiz check            {worst:6.2f} s   (best of {ROUNDS})")
    print(f"ratio                       {ratio:6.2f}     (aim: at most {AIM:.1f})")
    return 0 if ratio <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
