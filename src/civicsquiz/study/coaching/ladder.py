"""The hint ladder: from where to look to the very words, without anybody having written it.

What an author wrote comes first. Then: the place; the paragraph with the key masked, where the
article is at hand; one option ruled out; and last the quotation, or, where that is nothing but the
key, the sentence around it, masked. A rung that would give the key away, or of which masking leaves
less than half, is left out, and so a ladder may be short or empty.

    true-false      place, quotation: what stands around the passage would settle it
    order           place, an entry that does not come first, quotations
    short, number   as choice; what is ruled out is a known wrong answer
    evidence        no quotation, for it is the key
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.bank.items import FindEvidence, Order, TrueFalse
from civicsquiz.bank.models import Item, Role
from civicsquiz.source.visible import visible
from civicsquiz.study.coaching.literal import literal
from civicsquiz.study.coaching.masking import Masked, Secrets, Span, mask
from civicsquiz.study.coaching.places import Spot, Stretch, position
from civicsquiz.study.coaching.ruling_out import ruled_out
from civicsquiz.study.coaching.secrets import named_by, said_of
from civicsquiz.study.coaching.types import Hint, HintKind
from civicsquiz.study.coaching.words import content

LEAST_LEFT = 0.5
"""A text of which less can still be read is no help."""

_MOST_WORDS = 220
"""Of paragraphs together; the shortest is shown in any case."""

_LEAST_WORDS = 8
"""A paragraph with fewer, or a sentence, is hardly more than the passage."""

_NO_DATE = "date not stated"
_BEYOND = 2
"""A quotation with fewer telling words besides the key is the key."""


def ladder_of(ground: Ground) -> tuple[Hint, ...]:
    """All rungs, the weakest first."""
    item = ground.item
    rungs = [*_author(ground), *_place(ground)]
    paragraph = None if isinstance(item, (TrueFalse, Order)) else _paragraph(ground)
    rungs += [paragraph] if paragraph else []
    rungs += [hint for said in (_rule_out(ground),) if said and (hint := _hint("rule-out", said))]
    last = _quotation(ground) or _sentence(ground)
    if last and not (paragraph and last.kind == "sentence" and last.text in paragraph.text):
        rungs.append(last)
    return tuple(rungs)


def _author(ground: Ground) -> Iterator[Hint]:
    """Hints that say the key are left out: `civicsquiz check` says so to their author."""
    for text in ground.item.hints:
        if _clean(text, said_of(ground.item)) and (hint := _hint("author", text)):
            yield hint


def _place(ground: Ground) -> Iterator[Hint]:
    secrets = named_by(ground.item, ground.own)
    places: list[list[str]] = []
    for spot in ground.rested_on:
        name = next((name for name in (spot.name, spot.label) if _clean(name, secrets)), "")
        if not name or (isinstance(ground.item, FindEvidence) and _only_source(ground.item, spot)):
            return  # which source it is, is what is asked
        places.append(list(_where(spot, name, ground)))
    if isinstance(ground.item, Order):
        places.sort()  # theirs may be the order that is asked for
    lines = dict.fromkeys(line for place in places for line in place)
    if lines and (hint := _hint("place", "\n".join(lines))):
        yield hint


def _only_source(item: FindEvidence, spot: Spot) -> bool:
    """Whether only the key is from this source, so that its name would point to it."""
    others = (one.source for one in item.evidence_in(Role.CANDIDATE))
    return spot.evidence.source not in others


def _where(spot: Spot, name: str, ground: Ground) -> Iterator[str]:
    """Where a passage stands, as exactly as may be said."""
    placed, item = spot.placed, ground.item
    if placed is None:
        yield f"Look in {name}."
        return
    numbered = position(placed.paragraph, spot.paragraphs) if placed.paragraph else ""
    under = f"under the heading “{spot.heading}”" if spot.heading else ""
    if isinstance(item, TrueFalse):
        under = ""
    ways = [placed.citation] if placed.citation else [
        ", ".join(filter(None, (numbered, under))), numbered, numbered.partition(", ")[2],
    ]  # fmt: skip
    secrets = ground.own | ground.beside(spot.text).secrets
    where = next((way for way in ways if way and _clean(way, secrets)), "")
    yield f"Look in {name}, {where}." if where else f"Look in {name}."
    if not isinstance(item, (TrueFalse, Order, FindEvidence)) and literal(spot, item):
        summed = spot.summed_up
        if summed and _clean(summed, secrets):
            yield f"What comes right before it, in our words: {summed}"


def _rule_out(ground: Ground) -> str:
    said = " ".join(spot.text for spot in ground.spots)
    secrets = ground.own | ground.beside(said).secrets
    return ruled_out(ground.item, ground.own, secrets, ground.tried)


def _quotation(ground: Ground) -> Hint | None:
    if isinstance(ground.item, FindEvidence) or not ground.spots:
        return None
    spots = _in_fair_order(ground)
    texts = list(dict.fromkeys(spot.text for spot in spots))
    left = mask(" ".join(texts), ground.own).text
    if len(content(left)) < _BEYOND:
        return None
    cited = [next(spot.cited for spot in spots if spot.text == text) for text in texts]
    return _cited("quotation", texts, cited, Secrets())


def _in_fair_order(ground: Ground) -> Sequence[Spot]:
    """Of an order the passages stand in the alphabet's order, for theirs may be the key."""
    if isinstance(ground.item, Order):
        return sorted(ground.spots, key=lambda spot: spot.text.casefold())
    return ground.rested_on


