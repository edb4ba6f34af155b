"""A blind sheet: drafts, human-written items and planted flaws, shuffled and told apart by nothing."""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.drafting.flaws import planted

from civicsquiz.bank.files import load
from civicsquiz.bank.items import Choice, FindEvidence
from civicsquiz.bank.models import Item, Role
from civicsquiz.draft.drafting import draft
from civicsquiz.draft.opening import opened
from civicsquiz.paths import shipped_banks

TODAY = datetime.date(2026, 1, 1)
_HELD = "abcdef"
_HUMAN = 0.2
"""Human-written items, as a share of the drafts: they show how strict a rater is."""
_FLAWED = 0.1
"""Planted flaws, as a share of the drafts: they show whether a rater looks."""
_LEAST = 4


@dataclass(frozen=True)
class Entry:
    """One item of a sheet, and what the rater is not told of it."""

    item: Item
    where: str
    origin: str
    kind: str
    genre: str


def held_out(name: str) -> bool:
    """Whether an article is never tuned on: by the first hexadecimal digit of its name's SHA-256,
    so that nobody chooses which."""
    return hashlib.sha256(name.encode()).hexdigest()[0] in _HELD


def write(articles: Sequence[Path], output: Path, seed: str, *, tray: bool) -> None:
    """Write the items to be read, the sheet to be filled in and the key that stays closed."""
    entries, counts = _entries(articles, tray=tray)
    ordered = sorted(entries, key=lambda entry: _rank(seed, entry))
    text, rows, key = [], [], []
    for number, entry in enumerate(ordered, 1):
        text.append(_shown(number, entry))
        rows.append({"number": number, "verdict": "", "reason": ""})
        key.append(
            {
                "number": number,
                "id": entry.item.id,
                "origin": entry.origin,
                "kind": entry.kind,
                "genre": entry.genre,
                "type": entry.item.type,
            }
        )
    output.parent.mkdir(parents=True, exist_ok=True)
    Path(f"{output}-items.md").write_text("\n".join(text), "utf-8")
    with Path(f"{output}-sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["number", "verdict", "reason"])
        writer.writeheader()
        writer.writerows(rows)
    made = {"items": key, "articles": counts}
    Path(f"{output}-key.json").write_text(json.dumps(made, indent=1) + "\n", "utf-8")


def _entries(paths: Sequence[Path], *, tray: bool) -> tuple[list[Entry], list[dict[str, Any]]]:
    entries: list[Entry] = []
    counts: list[dict[str, Any]] = []
    for path in paths:
        article = opened(path)
        drafts = draft([article], TODAY)
        genre = path.name.partition("-")[0]
        kept = list(drafts.items) + (list(drafts.tray) if tray else [])
        counts.append(
            {
                "article": path.name,
                "genre": genre,
                "words": article.document.body_words,
                "sentences": len(article.sentences),
                "drafts": len(drafts.items),
            }
        )
        title = article.card.title or article.card.label
        entries += [Entry(each.item, title, "drafted", each.kind, genre) for each in kept]
    many = len(entries)
    drafted = list(entries)
    entries += _human(max(_LEAST, round(many * _HUMAN)))
    choices = [entry for entry in drafted if isinstance(entry.item, Choice)]
    wanted = min(len(choices), max(_LEAST, round(many * _FLAWED)))
    for entry, (item, flaw) in zip(choices, planted([each.item for each in choices]), strict=False):
        if wanted:
            entries.append(Entry(item, entry.where, "flawed", flaw, entry.genre))
            wanted -= 1
    return entries, counts


def _human(wanted: int) -> list[Entry]:
    """Items of the shipped banks that people wrote, spread over the banks."""
    found = []
    for path in sorted(shipped_banks().glob("*.yaml")):
        bank = load(path)
        found += [
            Entry(item, bank.title, "human", item.type, "seeds")
            for item in bank.asked
            if not isinstance(item, FindEvidence) and item.draft is None
        ]
    found.sort(key=lambda entry: hashlib.sha256(entry.item.id.encode()).hexdigest())
    return found[:wanted]


def _rank(seed: str, entry: Entry) -> str:
    return hashlib.sha256(
        f"{seed}|{entry.origin}|{entry.item.id}|{entry.item.stem}".encode()
    ).hexdigest()


def _shown(number: int, entry: Entry) -> str:
    """An item as a rater reads it, with nothing that tells where it came from."""
    item = entry.item
    lines = [f"## {number}", f"*{entry.where}* · {item.type} · {item.stance}", "", item.stem, ""]
    lines += [f"- {prompt.text}" for prompt in item.prompts]
    lines.append(f"**Key:** {item.key_text}")
    keys = set(item.key_ids)
    lines += [
        f"- wrong: {option.text}" + (f" ({option.why})" if option.why else "")
        for option in item.options
        if option.id not in keys
    ]
    lines += ["", f"Rationale: {item.rationale}"]
    if item.because:
        lines.append(f"Because: {item.because}")
    for evidence in _first(item):
        beside = (
            " (not a proof: what the question is about)" if evidence.role is Role.CONTEXT else ""
        )
        plain = f" (in plain words: {evidence.plain})" if evidence.plain else ""
        lines.append(f"> {evidence.selector.exact}{plain}{beside}")
    return "\n".join(lines) + "\n"


def _first(item: Item) -> Iterable[Any]:
    return item.evidence[:5]
