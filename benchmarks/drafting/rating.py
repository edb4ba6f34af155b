"""What raters said: acceptance with intervals, wrong keys, yield and agreement."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Any

VERDICTS = ("accept", "minor", "reject", "wrong-key")
"""The rubric: as it is; with at most five words or one option changed; not worth mending; the key is
wrong, or a distractor is right as well."""
_Z = 1.959963984540054


def read(path: Path) -> dict[int, str]:
    """The verdicts of one rater by number.

    Raises:
        SystemExit: a verdict that is none of the rubric, with the place.
    """
    found: dict[int, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            verdict = (row["verdict"] or "").strip().lower()
            if verdict not in VERDICTS:
                raise SystemExit(f"{path}:{line}: “{verdict}” is none of {', '.join(VERDICTS)}")
            found[int(row["number"])] = verdict
    return found


def wilson(good: int, count: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927), from 0 to 1; the whole range for nothing."""
    if not count:
        return 0.0, 1.0
    share = good / count
    middle = share + _Z**2 / (2 * count)
    half = _Z * sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    low, high = (middle - half) / (1 + _Z**2 / count), (middle + half) / (1 + _Z**2 / count)
    return max(0.0, low), min(1.0, high)


def kappa(one: Mapping[int, str], other: Mapping[int, str]) -> tuple[float, float]:
    """How often two raters agree, and how much more than by chance (Cohen 1960); numbers that both
    rated count. Where chance explains all, kappa is 1 for full agreement and else 0."""
    shared = sorted(one.keys() & other.keys())
    if not shared:
        return 0.0, 0.0
    agreed = sum(one[number] == other[number] for number in shared) / len(shared)
    mine, theirs = (Counter(each[number] for number in shared) for each in (one, other))
    chance = sum(mine[verdict] * theirs[verdict] for verdict in VERDICTS) / len(shared) ** 2
    if chance == 1:
        return agreed, float(agreed == 1)
    return agreed, (agreed - chance) / (1 - chance)


def report(key: Mapping[str, Any], raters: Sequence[Mapping[int, str]]) -> str:
    """The table. A draft counts as accepted where every rater accepts it, and as a wrong key where
    any says so."""
    items = key["items"]
    drafted = [item for item in items if item["origin"] == "drafted"]
    lines = [_line("all drafts", drafted, raters)]
    if len(raters) > 1:
        lines += [_line(f"rater {at} alone", drafted, [one]) for at, one in enumerate(raters, 1)]
    for name in ("kind", "genre", "type"):
        lines.append(f"\nby {name}")
        groups: defaultdict[str, list[Any]] = defaultdict(list)
        for item in drafted:
            groups[item[name]].append(item)
        lines += [_line(group, groups[group], raters) for group in sorted(groups)]
    lines.append("\nfor comparison")
    for origin in ("human", "flawed"):
        chosen = [item for item in items if item["origin"] == origin]
        lines.append(
            _line({"human": "written by people", "flawed": "planted flaws"}[origin], chosen, raters)
        )
    sentences = sum(article["sentences"] for article in key["articles"])
    words = sum(article["words"] for article in key["articles"])
    good = sum(_accepted(item, raters) for item in drafted)
    lines.append(f"\n{len(key['articles'])} articles, {words} words, {sentences} sentences: "
                 f"{len(drafted)} drafts, {good} accepted by all; "
                 f"{100 * good / max(1, sentences):.1f} per 100 sentences, {1000 * good / max(1, words):.1f} per 1,000 words")  # fmt: skip
    for at, one in enumerate(raters):
        for number, other in enumerate(raters[at + 1 :], at + 2):
            agreed, over = kappa(one, other)
            lines.append(f"raters {at + 1} and {number}: {agreed:.0%} alike, kappa {over:.2f}")
    return "\n".join(lines)


def _accepted(item: Mapping[str, Any], raters: Iterable[Mapping[int, str]]) -> bool:
    return all(rater.get(item["number"]) == "accept" for rater in raters)


def _line(
    name: str, items: Sequence[Mapping[str, Any]], raters: Sequence[Mapping[int, str]]
) -> str:
    count = len(items)
    good = sum(_accepted(item, raters) for item in items)
    nearly = sum(
        all(rater.get(item["number"]) in ("accept", "minor") for rater in raters) for item in items
    )
    wrong = sum(any(rater.get(item["number"]) == "wrong-key" for rater in raters) for item in items)
    low, high = wilson(good, count)
    most = wilson(wrong, count)[1]
    share = good / count if count else 0.0
    return (
        f"  {name:24} n {count:4}  accepted {share:4.0%} [{low:.0%}, {high:.0%}]"
        f"  with minor edits {nearly / count if count else 0:4.0%}"
        f"  wrong keys {wrong} in {count} (at most {most:.1%})"
    )
