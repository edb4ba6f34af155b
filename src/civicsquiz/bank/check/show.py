"""A report as text for people, as JSON, and as GitHub's workflow commands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from civicsquiz.bank.check.catalogue import RULES
from civicsquiz.bank.check.report import Report, SourceReport
from civicsquiz.bank.finding import Finding, Severity
from civicsquiz.bank.items import Match, Multiple, Number, Order, TrueFalse
from civicsquiz.bank.models import Item
from civicsquiz.bank.numerals import plain
from civicsquiz.source.shelf import Proof
from civicsquiz.source.visible import one_line

_WIDTH = 100
_LINE = re.compile(r"\r\n|\n|\r")


def as_text(report: Report) -> str:
    """Each finding as one line with its source line under it, then a summary."""
    lines: dict[str, list[str]] = {}
    shown: list[str] = []
    for finding in report.findings:
        if finding.path not in lines:
            text = next(read.text for read in report.reads if read.path == finding.path)
            lines[finding.path] = _LINE.split(text)
        shown += [one_line(str(finding)), *_source_line(lines[finding.path], finding)]
    if shown:
        shown.append("")
    return "\n".join((*shown, *_summary(report), ""))


def _source_line(lines: list[str], finding: Finding) -> Iterator[str]:
    """The line that a finding is about, cut to a width around its column."""
    if finding.line > len(lines) or not lines[finding.line - 1].strip():
        return
    line = lines[finding.line - 1]
    start = 0 if len(line) <= _WIDTH else max(0, min(finding.column - 20, len(line) - _WIDTH))
    part = one_line(line[start : start + _WIDTH])
    before, after = "…" if start else "", "…" if start + _WIDTH < len(line) else ""
    yield f"{finding.line:>6} | {before}{part}{after}"


def _summary(report: Report) -> Iterator[str]:
    for problem in report.problems:
        yield f"not used as a source: {problem}"
    for finding, reason in report.allowed:
        place = f"{finding.path}:{finding.line}"
        yield one_line(f"{place}: allowed {finding.code}: {finding.message} ({reason})")
    width = max((len(source.id) for source in report.sources), default=0)
    for source in report.sources:
        yield f"{source.id:<{width}}  {source.proof.value}, {_words(source)}"
    if report.items:
        keys = report.keys
        yield (
            f"keys: {keys['literal']} literal, {keys['bridged']} bridged,"
            f" {keys['unproven']} unproven"
        )
    if report.drafts:
        yield f"{_counted(report.drafts, 'draft')} to be judged: civicsquiz triage BANK"
    if report.tray:
        yield f"{_counted(report.tray, 'draft')} in the tray, less sure to be worth asking"
    counts = [
        _counted(len(report.reads), "file"),
        _counted(report.items, "item"),
        _counted(report.count(Severity.ERROR), "error"),
        _counted(report.count(Severity.WARNING), "warning"),
        f"{len(report.allowed)} allowed",
    ]
    yield ", ".join(counts)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _words(source: SourceReport) -> str:
    if source.public_domain:
        return f"{source.words:,} words, public domain"
    if source.allowed is None:
        return f"{source.words:,} words quoted"
    return f"{source.words:,} words quoted of the {source.allowed:,} that may be"


def as_values(report: Report) -> dict[str, Any]:
    """The whole report as JSON values; control characters are visible in it too."""
    proofs = {Proof.ARTICLE: "article", Proof.GUIDE: "guide", Proof.ABSENT: None}
    return {
        "banks": [
            {
                "path": one_line(read.path),
                "id": read.bank.id,
                "title": read.bank.title,
                "items": [_item(item) for item in read.bank.items],
            }
            for read in report.reads
            if read.bank is not None
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "sources": [
            {
                "id": source.id,
                "proved_against": proofs[source.proof],
                "words_quoted": source.words,
                "words_allowed": source.allowed,
            }
            for source in report.sources
        ],
        "allowed": [{**_finding(finding), "reason": reason} for finding, reason in report.allowed],
        "keys": dict(report.keys),
        "not_used_as_sources": list(report.problems),
        "counts": {
            "files": len(report.reads),
            "items": report.items,
            "drafts": report.drafts,
            "needs_editing": report.tray,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "by_type": _by_type(report),
            "by_code": dict(sorted(Counter(found.code for found in report.findings).items())),
        },
    }


def _by_type(report: Report) -> dict[str, int]:
    """How many items there are of each type, the types in the order in which they come."""
    banks = [read.bank for read in report.reads if read.bank is not None]
    return dict(Counter(item.type for bank in banks for item in bank.judged))


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "type": item.type,
        "topic": item.topic,
        "stance": item.stance.value,
        "status": item.status.value,
        "stem": item.stem,
        "key": _key(item),
        "evidence": [
            {
                "source": evidence.source,
                "exact": evidence.selector.exact,
                "role": evidence.role.value,
                "for": list(evidence.parts),
            }
            for evidence in item.evidence
        ],
    }


def _key(item: Item) -> Any:
    """The key in the form that the bank file gives it. Numbers are text, so that none is rounded."""
    match item:
        case TrueFalse():
            return item.key
        case Multiple() | Order():
            return list(item.key_parts)
        case Match():
            return [{"left": left.text, "right": right.text} for left, right in item.pairs]
        case Number():
            bounds = {"value": item.value, "min": item.least, "max": item.most}
            return {
                **{name: plain(value) for name, value in bounds.items()},
                "unit": item.unit or None,
            }
        case _:
            return item.key_text


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "path": one_line(finding.path),
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.value,
        "code": finding.code,
        "message": one_line(finding.message),
        "mend": one_line(finding.mend),
    }


def as_github(report: Report) -> str:
    """One workflow command a finding (docs.github.com, "Workflow commands": how values are
    escaped), for annotations beside the lines of a pull request."""
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    name = RULES[finding.code].name
    properties = {
        "file": one_line(finding.path),
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.code} {name}",
    }
    said = one_line(f"{finding.message}: {finding.mend}" if finding.mend else finding.message)
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{finding.severity.value} {listed}::{_data(said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
