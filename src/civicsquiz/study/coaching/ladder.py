"""The hint ladder: from where to look to the very words, without anybody having written it.

What an author wrote comes first. Then: the place; the paragraph with the key masked, where the
article is at hand, or where that is hardly more than the passage, what stands around it; one option
ruled out; and last the quotation, or, where that is nothing but the key, the sentence around it, masked.
A rung that would give the key away, or that has too little left to be read, is left out, and so a
ladder may be short or empty. Nothing is ruled out where only the key would be left.

    true-false      place, quotation
    order           as choice; every entry is blank where it is named, and paragraphs and passages stand
                    in the alphabet's order, for theirs may be the key
    short, number   as choice; what is ruled out is a known wrong answer
    evidence        no quotation, for it is the key: the sentences around it, each that is offered blank

A true-false item has one try, so that none of its hints can be asked for. Of the others no paragraph is
there
- where a paragraph is nothing but the sentences that are offered: what is around it tells none apart;
- where the passage is the whole text at hand, as a section of a law is, and all of it says the key;
- where one of several sources, or of the parts of a key, cannot be shown;
- where only a guide is at hand, but for the law, whose words are nobody's own.
All 85 items that come with the program have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.bank.items import FindEvidence, Order, TrueFalse
from civicsquiz.bank.models import Role
from civicsquiz.study.coaching.forms import of_passages
from civicsquiz.study.coaching.ground import Ground
from civicsquiz.study.coaching.literal import literal
from civicsquiz.study.coaching.masking import Secrets, mask
from civicsquiz.study.coaching.paragraphs import BEYOND, paragraph, sentence
from civicsquiz.study.coaching.places import Spot, position
from civicsquiz.study.coaching.ruling_out import ruled_out
from civicsquiz.study.coaching.rungs import cited, clean, rung
from civicsquiz.study.coaching.secrets import named_by, said_of
from civicsquiz.study.coaching.types import Hint
from civicsquiz.study.coaching.words import content, words

_HANGING = re.compile(
    r"^(?:(?:These|Those|This|That|Such|It|They|He|She|Apart from)\b"
    r"|[^.!?]*\b(?:traces this|(?<!the )such|its legal side)\b)[^.!?]*[.!?]\s*"
)
"""A first sentence of ours that hangs from the one before it, which is not shown."""


def ladder_of(ground: Ground) -> tuple[Hint, ...]:
    """All rungs, the weakest first."""
    around, last = paragraph(ground), _quotation(ground) or sentence(ground)
    if around and last and last.kind == "sentence" and last.text in around.text:
        last = None
    rungs = (around, rung("rule-out", _rule_out(ground)), last)
    return (*_author(ground), *_place(ground), *(one for one in rungs if one))


def _author(ground: Ground) -> Iterator[Hint]:
    """Hints that say the key are left out: `civicsquiz check` says so to their author."""
    for text in ground.item.hints:
        if clean(text, said_of(ground.item)) and (hint := rung("author", text)):
            yield hint


def _place(ground: Ground) -> Iterator[Hint]:
    secrets = named_by(ground.item, ground.own)
    places: list[list[str]] = []
    for spot in ground.rested_on:
        name = next((name for name in (spot.name, spot.label) if clean(name, secrets)), "")
        if not name or (isinstance(ground.item, FindEvidence) and _only_source(ground.item, spot)):
            return  # which source it is, is what is asked
        places.append(list(_where(spot, name, ground)))
    if isinstance(ground.item, Order):
        places.sort()  # theirs may be the order that is asked for
    lines = dict.fromkeys(line for place in places for line in place)
    if lines and (hint := rung("place", "\n".join(lines))):
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
    ways = _ways(spot, headed=not isinstance(item, TrueFalse))
    if of_passages(item):
        ways = _shared(spot, ways, ground)
    secrets = ground.own | ground.beside(spot.text).secrets
    where = next((way for way in ways if way and clean(way, secrets)), "")
    yield f"Look in {name}, {where}." if where else f"Look in {name}."
    if not isinstance(item, (TrueFalse, Order, FindEvidence)) and literal(spot, item):
        summed = _HANGING.sub("", spot.summed_up)
        if summed and clean(summed, secrets) and not ground.beyond(summed):
            yield f"What comes right before it, in our words: {summed}"


def _ways(spot: Spot, *, headed: bool = True) -> list[str]:
    """How its place can be said, the most exact first."""
    placed = spot.placed
    if placed is None:
        return []
    if placed.citation:
        return [placed.citation]
    numbered = position(placed.paragraph, spot.paragraphs) if placed.paragraph else ""
    under = f"under the heading “{spot.heading}”" if spot.heading and headed else ""
    return [
        ", ".join(filter(None, (numbered, under))),
        numbered,
        numbered.partition(", ")[2],
        under,
    ]


def _shared(spot: Spot, ways: list[str], ground: Ground) -> list[str]:
    """Of the ways to say where a passage stands those that point to another of the options too: which
    passage it is, is what is asked."""
    if isinstance(ground.item, FindEvidence):
        source = spot.evidence.source
        others = [one for one in ground.candidates if one.evidence.source == source]
        return [way for way in ways if any(way in _ways(other) for other in others)]
    text = f" {' '.join(words(spot.stretch.text))} " if spot.stretch else ""
    found = sum(f" {' '.join(words(one.text))} " in text for one in ground.item.options)
    return ways if found > 1 else []


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
    if len(content(left)) < BEYOND:
        return None
    first = [next(spot for spot in spots if spot.text == text) for text in texts]
    return cited("quotation", texts, first, Secrets())


def _in_fair_order(ground: Ground) -> Sequence[Spot]:
    """Of an order the passages stand in the alphabet's order, for theirs may be the key."""
    if isinstance(ground.item, Order):
        return sorted(ground.spots, key=lambda spot: spot.text.casefold())
    return ground.rested_on
