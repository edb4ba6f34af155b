"""Whether a file is GIFT: by how many of its first blocks are questions with answers."""

from __future__ import annotations

from itertools import islice

from civicsquiz.formats.gift.answers import Broken, Section
from civicsquiz.formats.gift.blocks import blocks
from civicsquiz.formats.gift.decoding import lines, opening
from civicsquiz.formats.gift.escapes import hide
from civicsquiz.formats.gift.reading import CATEGORY, parted
from civicsquiz.formats.portable import Form, Kind

_BLOCKS = 60
_SURE = 0.95


def recognises(data: bytes) -> float:
    """How surely a file is GIFT, from 0 to 1, by its first 64 KiB."""
    text = opening(data)
    if not text or text.lstrip().startswith("<"):
        return 0.0
    found = [_worth(hide(block.body)) for block in islice(blocks(lines(text)), _BLOCKS)]
    good, all_ = sum(worth for worth, _ in found), sum(weight for _, weight in found)
    return _SURE * good / all_ if good else 0.0


def _worth(text: str) -> tuple[float, float]:
    """How much a block speaks for GIFT, of how much it could. A description is any text; an answer
    without a sign before it may stand in any braces."""
    if not text:
        return 0, 0
    if text.startswith(CATEGORY):
        return 1, 1
    try:
        _, braced, _ = parted(text)
        kind = Section(braced, Form.PLAIN).kind if braced is not None else Kind.DESCRIPTION
    except Broken:
        return 0, 1
    if kind is Kind.DESCRIPTION:
        return 0, 0.25
    if kind is Kind.SHORT and not (braced or "").startswith("="):
        return 0, 1
    return (0.5, 0.5) if kind is Kind.ESSAY else (1, 1)
