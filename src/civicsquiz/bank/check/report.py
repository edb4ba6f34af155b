"""Checking bank files: read them all, run the rules, and say of each source what was proven."""

from __future__ import annotations

import datetime
import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from civicsquiz.bank import files
from civicsquiz.bank.check.context import context_of
from civicsquiz.bank.check.proof import Standing, standing
from civicsquiz.bank.check.quoting import quoted
from civicsquiz.bank.check.rule import Case
from civicsquiz.bank.check.run import Hit, examine, without_drafts
from civicsquiz.bank.check.text import CONTROLS
from civicsquiz.bank.files import Read
from civicsquiz.bank.finding import Finding, Severity
from civicsquiz.bank.models import Status
from civicsquiz.source.shelf import Proof, Shelf
from civicsquiz.source.visible import one_line


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source over all banks: how it was proved, words quoted, and words that may be (None where
    the article's length is not known, and where it is in the public domain)."""

    id: str
    proof: Proof
    words: int
    allowed: int | None
    public_domain: bool = False


@dataclass(frozen=True)
class Report:
    """Everything that a check has found. `allowed` are findings that an item's `allow` silences, with
    its reason; `problems` are files on the shelf that could not be used. `tolerated` are those of the
    findings that make no check fail: warnings about drafts, which are still to be judged."""

    reads: tuple[Read, ...]
    findings: tuple[Finding, ...]
    allowed: tuple[tuple[Finding, str], ...]
    sources: tuple[SourceReport, ...]
    keys: Mapping[Standing, int]
    problems: tuple[str, ...] = ()
    tolerated: frozenset[Finding] = frozenset()

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def items(self) -> int:
        """How many items there are, drafts aside."""
        return sum(len(read.bank.judged) for read in self.reads if read.bank)

    @property
    def drafts(self) -> int:
        """How many drafts wait to be judged."""
        return sum(len(read.bank.drafts) for read in self.reads if read.bank)

    @property
    def tray(self) -> int:
        """How many drafts need editing first."""
        return sum(len(read.bank.tray) for read in self.reads if read.bank)

    def failed(self, *, strict: bool) -> bool:
        """Whether there is an error, or with `strict` any finding."""
        return any(
            finding.severity is Severity.ERROR or (strict and finding not in self.tolerated)
            for finding in self.findings
        )


def check_files(
    paths: Sequence[Path],
    shelf: Shelf | Callable[[Path], Shelf],
    today: datetime.date,
    groups: Mapping[Path, str] | None = None,
) -> Report:
    """Check bank files together. `shelf` is one for all, or gives that of each: two banks may each
    have a guide of one source beside them. `groups` names the place each comes from, where banks of
    different places may share an id. Never raises for what is in a file."""
    with _no_garbage_collection():
        return check([files.read(path) for path in paths], shelf, today, groups)


def check(
    reads: Sequence[Read],
    shelf: Shelf | Callable[[Path], Shelf],
    today: datetime.date,
    groups: Mapping[Path, str] | None = None,
) -> Report:
    """Check banks that have been read."""
    usable = [read for read in reads if read.sound is not None]
    shelves = {
        read.path: shelf if isinstance(shelf, Shelf) else shelf(Path(read.path)) for read in reads
    }
    cases = [
        Case(
            read.sound,
            context_of(read.sound, shelves[read.path], today),
            one_line(read.path),
            (groups or {}).get(Path(read.path), ""),
        )
        for read in usable
        if read.sound is not None
    ]
    findings = [finding for read in reads for finding in _of_form(read)]
    allowed, tolerated = [], set()
    for hit in examine(cases):
        read = usable[hit.case]
        status = _status(cases[hit.case], hit)
        found = read.finding(
            read.in_file(hit.place), hit.rule.severity, hit.rule.code,
            _DRAFT.get(status, "") + hit.remark.message, hit.remark.mend or hit.rule.mend,
        )  # fmt: skip
        if hit.reason is None:
            findings.append(found)
            if status.unjudged and found.severity is Severity.WARNING:
                tolerated.add(found)
        else:
            allowed.append((found, hit.reason))
    order = {read.path: number for number, read in enumerate(reads)}

    def place(finding: Finding) -> tuple[int, Finding]:
        return order[finding.path], finding

    return Report(
        tuple(reads),
        tuple(sorted(findings, key=place)),
        tuple(sorted(allowed, key=lambda pair: place(pair[0]))),
        tuple(
            SourceReport(
                found.source.card.id,
                found.source.proof,
                found.words,
                found.allowed,
                found.source.card.public_domain,
            )
            for found in quoted(list(map(without_drafts, cases)))
        ),
        _standings(cases),
        tuple(
            dict.fromkeys(
                one_line(str(problem)) for each in shelves.values() for problem in each.problems
            )
        ),
        frozenset(tolerated),
    )


_DRAFT = {Status.DRAFT: "draft: ", Status.NEEDS_EDITING: "draft in the tray: "}


def _status(case: Case, hit: Hit) -> Status:
    """Of the item that a hit is in; as of one that is asked, where it is in none."""
    place = hit.place
    within = len(place) > 1 and place[0] == "items"
    return case.bank.items[int(place[1])].status if within else Status.READY


def _of_form(read: Read) -> Iterator[Finding]:
    """What was found on reading, and the control characters in the text; a character that keeps the
    file from being YAML at all is named once, and what is no text is not looked into."""
    marked = set()
    unreadable = any(finding.code == "F1" for finding in read.findings)
    for spot in () if unreadable else CONTROLS.check(read.text, read.data, read.place):
        marked.add((spot.line, spot.column))
        yield Finding(
            read.path, spot.line, spot.column, CONTROLS.severity, CONTROLS.code, spot.message,
            CONTROLS.mend,
        )  # fmt: skip
    for finding in read.findings:
        place = max(finding.line, 1), max(finding.column, 1)
        if not (finding.code == "F2" and place in marked):
            yield Finding(
                finding.path, *place, finding.severity, finding.code, finding.message, finding.mend
            )


def _standings(cases: Sequence[Case]) -> dict[Standing, int]:
    counts: Counter[Standing] = Counter()
    for case in cases:
        for item in case.bank.judged:
            counts[standing(item, case.bank, case.context)] += 1
    return {
        "literal": counts["literal"],
        "bridged": counts["bridged"],
        "unproven": counts["unproven"],
    }


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Reading a large bank makes millions of objects that all stay: looking for garbage among them
    takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
