"""Which articles a bank quotes that are not found where they are looked for, and what to do about it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.source.visible import one_line


def told(path: Path, app: App, articles: Sequence[Path] = ()) -> str:
    """Where the articles have to lie that the bank at a path quotes now, and that `civicsquiz check` and
    `triage` would not find; empty where they find all. `articles` are the files, where they are known.
    What is to be typed stands on a line of its own."""
    from civicsquiz.bank.files import load
    from civicsquiz.source.shelf import Proof
    from civicsquiz.study.passages import source_of

    bank = load(path)
    shelf = app.shelf_for(path)
    quoted = dict.fromkeys(evidence.source for item in bank.items for evidence in item.evidence)
    absent = [
        one_line(bank.cards[name].title or bank.cards[name].label)
        for name in quoted
        if source_of(bank, name, shelf).proof is Proof.ABSENT
    ]
    if not absent:
        return ""
    named = " and ".join(f"“{name}”" for name in absent)
    if len(absent) > 2:
        named = f"{len(absent)} articles, “{absent[0]}” among them"
    they = "it" if len(absent) == 1 else "them"
    alone = len(absent) == len(articles) == 1
    file = one_line(shlex.quote(str(articles[0]))) if alone else "FILE"
    said = f"check would not find {named}: put {they} beside {one_line(str(path))}, or into your own folder:"
    return f"{output.wrapped(said, '')}\n    civicsquiz source add {file}"
