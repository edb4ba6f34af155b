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


@dataclass(frozen=True, slots=True)
class Beside:
    """What answers the neighbours that rest on a text: anywhere in it, and in `spans` of it."""

    secrets: Secrets
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a ladder is built from: the item, where its proving passages stand and those that differ,
    what must not be read, and what of its neighbours must not be read in a text. `tried` are the ids
    of options that are known to be wrong."""

    item: Item
    spots: tuple[Spot, ...]
    own: Secrets
    beside: Callable[[str], Beside]
    differing: tuple[Spot, ...] = ()
    tried: frozenset[str] = frozenset()

    @property
    def rested_on(self) -> tuple[Spot, ...]:
        """What is to be read to answer. What differs belongs to it where the item compares, and so
        no passage says the key by itself."""
        if self.differing and not any(literal(spot, self.item) for spot in self.spots):
            return (*self.spots, *self.differing)
        return self.spots


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


_TITLES: dict[HintKind, str] = {
    "author": "A hint",
    "place": "Where to look",
    "paragraph": "The paragraph, with blanks",
    "rule-out": "One that is wrong",
    "sentence": "The sentence, with blanks",
    "quotation": "The passage itself",
}


def _hint(kind: HintKind, text: str, citation: str = "") -> Hint | None:
    text = visible(text).strip()
    return Hint(kind, _TITLES[kind], text, visible(citation)) if text else None


def _clean(text: str, secrets: Secrets) -> bool:
    return not mask(text, secrets).met


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


def _paragraph(ground: Ground) -> Hint | None:
    """The whole paragraphs around the passages; of several as many as are not too long."""
    stretches: dict[Stretch, list[Spot]] = {}
    for spot in ground.spots:
        if spot.stretch is not None:
            stretches.setdefault(spot.stretch, []).append(spot)
    found: dict[Stretch, tuple[str, str]] = {}
    length = 0
    for stretch in sorted(stretches, key=lambda one: len(one.text)):
        words = len(stretch.text.split())
        if words < _LEAST_WORDS or (found and length + words > _MOST_WORDS):
            continue
        masked = _masked(stretch.text, stretch.start, stretches[stretch], ground)
        if masked is not None:
            found[stretch] = masked.text, stretches[stretch][0].cited
            length += words
    shown = [found[stretch] for stretch in stretches if stretch in found]
    texts, cited = [text for text, _ in shown], [citation for _, citation in shown]
    return _cited("paragraph", texts, cited, ground.own) if texts else None


def _masked(text: str, start: int, spots: Sequence[Spot], ground: Ground) -> Masked | None:
    """A text around passages with all that is secret masked, the neighbours' in every form where
    that leaves enough. A passage that says the key in other words is masked as a whole."""
    also: list[Span] = []
    for spot in spots:
        placed = spot.placed
        if placed is not None and not literal(spot, ground.item):
            also.append((placed.start - start, min(placed.end - start, len(text))))
    beside = ground.beside(text)
    for spans in (beside.spans, ()):
        masked = mask(text, ground.own | beside.secrets, [*also, *spans])
        if masked.left >= LEAST_LEFT:
            return masked
    return None


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


def _sentence(ground: Ground) -> Hint | None:
    if isinstance(ground.item, (TrueFalse, Order)):
        return None
    for spot in ground.spots:
        placed = spot.placed
        if placed is None or len(spot.sentence.split()) < _LEAST_WORDS:
            continue
        masked = _masked(spot.sentence, placed.context_start, [spot], ground)
        if masked and len(content(masked.text)) >= _BEYOND:
            return _cited("sentence", [masked.text], [spot.cited], ground.own)
    return None


def _cited(
    kind: HintKind, texts: Sequence[str], cited: Sequence[str], secrets: Secrets
) -> Hint | None:
    """Texts with their citations: at the end where one is enough, else below each."""
    if any(not _clean(citation.removesuffix(_NO_DATE), secrets) for citation in cited):
        return _hint(kind, "\n\n".join(texts))
    if len(set(cited)) == 1:
        return _hint(kind, "\n\n".join(texts), cited[0])
    return _hint(
        kind, "\n\n".join(f"{text}\n— {citation}" for text, citation in zip(texts, cited, strict=True))
    )  # fmt: skip
