"""Guides and documents to and from the plain values that the cache keeps.

What comes out of the cache was not made by this process: it is used only where it has the very
shape that `pack` gives, and could be searched without a fault.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from itertools import pairwise
from typing import Any

from civicsquiz.source.card import Card, as_values, corrections_of
from civicsquiz.source.document import Aside, Block, Document, Kind, Run
from civicsquiz.source.guide_model import Guide, Passage, Summary


def pack(value: Guide | Document) -> dict[str, Any]:
    """A guide or a document as JSON values."""
    values = asdict(value)
    if isinstance(value, Guide):
        values["card"]["kinds"] = [as_values(correction) for correction in value.card.kinds]
    return values


def unpack_guide(values: Any) -> Guide | None:
    """The guide that was packed; None where the values are anything else."""
    try:
        kinds = corrections_of(values["card"]["kinds"])
        card = Card(**{**values["card"], "kinds": kinds})
        blocks = tuple(
            Passage(**block) if "start" in block else Summary(**block) for block in values["blocks"]
        )
        guide = Guide(**{**values, "card": card, "blocks": blocks})
    except (KeyError, TypeError, ValueError):
        return None
    stated = [getattr(card, field.name) for field in fields(Card) if field.name != "kinds"]
    texts = [card.id, card.label, guide.language, guide.canonical_sha256]
    sound = (
        all(type(text) is str for text in texts + [block.text for block in blocks])
        and all(text is None or type(text) is str for text in stated)
        and type(guide.body_words) is int
        and all(
            _are_numbers(each.start, each.end, each.paragraph)
            and type(each.citation) is str
            and len(each.text) == each.end - each.start
            for each in guide.passages
        )
    )
    return guide if sound else None


def unpack_document(values: Any, sha256: str) -> Document | None:
    """The document with this hash that was packed; None where the values are anything else."""
    try:
        blocks = tuple(
            Block(Kind(block["kind"]), block["start"], block["end"], block["paragraph"])
            for block in values["blocks"]
        )
        runs = tuple(Run(run["start"], run["raw"]) for run in values["runs"])
        asides = tuple(Aside(aside["start"], aside["end"]) for aside in values["asides"])
        text = values["text"]
        if values["sha256"] != sha256 or type(text) is not str or not blocks or not runs:
            return None
    except (KeyError, TypeError, ValueError):
        return None
    edges = [*blocks, Block(Kind.BODY, len(text) + 2, len(text) + 2, 0)]
    sound = (
        all(_are_numbers(block.start, block.end, block.paragraph) for block in blocks)
        and all(_are_numbers(run.start, run.raw) for run in runs)
        and blocks[0].start == runs[0].start == 0
        and all(before.end + 2 == after.start for before, after in pairwise(edges))
        and all(before.start < after.start for before, after in pairwise(runs))
        and all(_are_numbers(aside.start, aside.end) for aside in asides)
        and all(before.end <= after.start for before, after in pairwise([*asides, _end(text)]))
        and all(aside.start < aside.end for aside in asides)
    )
    return Document(sha256, text, blocks, runs, asides) if sound else None


def _end(text: str) -> Aside:
    return Aside(len(text), len(text))


def _are_numbers(*values: Any) -> bool:
    return all(type(value) is int and value >= 0 for value in values)
