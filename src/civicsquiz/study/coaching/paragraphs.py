"""Texts of a source with blanks: the paragraph around a passage, and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Order, TrueFalse
from civicsquiz.bank.models import Item
from civicsquiz.source import sentences
from civicsquiz.study.coaching.forms import of_form, of_quotations
from civicsquiz.study.coaching.ground import Ground
from civicsquiz.study.coaching.literal import literal
from civicsquiz.study.coaching.masking import Masked, Secrets, Span, mask
from civicsquiz.study.coaching.places import Spot, Stretch
from civicsquiz.study.coaching.rungs import cited
from civicsquiz.study.coaching.secrets import proper_words
from civicsquiz.study.coaching.types import BLANK, Hint
from civicsquiz.study.coaching.words import content, tokens, words

LEAST_LEFT = 0.5
"""A text of ours of which less can still be read is no help."""

_LEAST_LEFT = 0.6
"""A text of a source has more to it."""

_MOST_WORDS = 220
"""Of paragraphs together; the shortest is shown in any case."""

_LEAST_WORDS = 8
"""A paragraph with fewer, or a sentence, is hardly more than the passage."""

_SENSE = 3
"""Of the proving sentence so many words that say something must be left, so that it can be found."""

_BLANKS = 6
"""Of a paragraph with more blanks only what stands next to the passage is shown."""

_BETWEEN = 8
"""Words that are to be read for each blank."""

BEYOND = 2
"""A quotation with fewer telling words besides the key is the key."""

_JOINED = re.compile(rf"{BLANK}(?:[ \u00a0][\w’'-]+){{0,4}}[ \u00a0]{BLANK}")
_ARTICLE = re.compile(rf"\b[Aa]n?[ \u00a0](?=[“\"‘']?{BLANK})")
_BRACKET = re.compile(rf"{BLANK}[ \u00a0]\([^()]{{1,60}}\)")


def paragraph(ground: Ground) -> Hint | None:
    """The whole paragraphs around the passages; of several as many as are not too long, if all
    sources, and all parts of a key, are among them."""
    item = ground.item
    if isinstance(item, (TrueFalse, Order)) or of_form(item):
        return None
    stretches: dict[Stretch, list[Spot]] = {}
    for spot in ground.spots:
        if spot.stretch is not None:
            stretches.setdefault(spot.stretch, []).append(spot)
    found: dict[Stretch, str] = {}
    length = 0
    for stretch in sorted(stretches, key=lambda one: len(one.text)):
        count = len(stretch.text.split())
        if count < _LEAST_WORDS or (found and length + count > _MOST_WORDS):
            continue
        masked = _around(stretch, stretches[stretch], ground)
        if masked is not None:
            found[stretch] = masked.text
            length += count
    shown = [stretch for stretch in stretches if stretch in found]
    if not shown or not _enough(item, ground.spots, {s: stretches[s] for s in shown}):
        return None
    texts = [found[stretch] for stretch in shown]
    return cited("paragraph", texts, [stretches[stretch][0] for stretch in shown], ground.own)


def sentence(ground: Ground) -> Hint | None:
    """The first sentence with a passage of which masking leaves enough."""
    item = ground.item
    if isinstance(item, (TrueFalse, Order)) or of_form(item) or of_quotations(item):
        return None
    for spot in ground.spots:
        placed = spot.placed
        if placed is None or len(spot.sentence.split()) < _LEAST_WORDS:
            continue
        masked = _masked(spot.sentence, placed.context_start, [spot], ground)
        if masked and len(content(masked.text)) >= max(BEYOND, _SENSE):
            return cited("sentence", [masked.text], [spot], ground.own)
    return None


def _enough(item: Item, spots: Sequence[Spot], shown: dict[Stretch, list[Spot]]) -> bool:
    """Whether what is shown has all that is asked for, and not the key as the only blank."""
    have = [spot for some in shown.values() for spot in some]
    if {spot.evidence.source for spot in spots} - {spot.evidence.source for spot in have}:
        return False
    if isinstance(item, (Match, Multiple)) and len(have) < len(spots):
        return False
    if not of_quotations(item):
        return True
    said = " ".join(" ".join(words(stretch.text)) for stretch in shown)
    return sum(f" {' '.join(words(one.text))} " in f" {said} " for one in item.options) > 1


def _around(stretch: Stretch, spots: Sequence[Spot], ground: Ground) -> Masked | None:
    """A paragraph with blanks; of one with many only the sentences next to the passages. None where
    the proving sentence itself has nothing left to be known by."""
    masked = _masked(stretch.text, stretch.start, spots, ground)
    if masked is None or masked.text.count(BLANK) > _BLANKS:
        first, last = _next_to(stretch, spots)
        cut = _masked(stretch.text[first:last], stretch.start + first, spots, ground)
        before, after = "… " * (first > 0), " …" * (last < len(stretch.text.rstrip()))
        masked = replace(cut, text=f"{before}{cut.text}{after}") if cut else None
    if masked is None or masked.text.count(BLANK) * _BETWEEN > len(tokens(masked.text)) + _BETWEEN:
        return None
    if _leaves_the_key(ground.item, masked.text):
        return None
    found = isinstance(ground.item, FindEvidence)
    return masked if found or all(_own_left(spot, ground) >= _SENSE for spot in spots) else None


def _next_to(stretch: Stretch, spots: Sequence[Spot]) -> Span:
    """Where the sentences with the passages begin and end, and one more on either side."""
    placed = [spot.placed for spot in spots if spot.placed]
    text, last_of_all = stretch.text, len(stretch.text)
    first = max(0, min(one.start for one in placed) - stretch.start)
    last = min(last_of_all, max(one.end for one in placed) - stretch.start)
    first, last = sentences.around(text, first, max(last, first + 1))
    if first > 1:
        first, _ = sentences.around(text, first - 1, first)
    if last + 1 < last_of_all:
        _, last = sentences.around(text, last + 1, last + 2)
    return first, last


def _masked(text: str, start: int, spots: Sequence[Spot], ground: Ground) -> Masked | None:
    """A text around passages with all that is secret masked, the neighbours' in every form where
    that leaves enough; None where it never does."""
    beside = ground.beside(text)
    secrets, also = ground.own | beside.secrets, _within(text, start, spots, ground)
    for spans in (beside.spans, ()):
        masked = _smooth(text, mask(text, secrets, [*also, *spans]), secrets)
        if masked.left >= _LEAST_LEFT:
            return masked
    return None


def _own_left(spot: Spot, ground: Ground) -> int:
    """How many words that say something are left of a proving sentence by its own blanks."""
    placed, text = spot.placed, spot.sentence
    start = placed.context_start if placed else 0
    if placed and placed.text.rstrip().endswith((".", "!", "?")):
        text = text[: placed.end - start]  # what a quotation goes on with is another sentence
    also = _within(text, start, [spot], ground)
    return len(content(_smooth(text, mask(text, ground.own, also), ground.own).text))


def _leaves_the_key(item: Item, shown: str) -> bool:
    """Whether all but one of the wrong options can be read in a text, so that a blank there is the key."""
    if not isinstance(item, Choice):
        return False
    said = set(content(shown))
    away = [one for one in item.distractors if not _said(one.text, said)]
    return len(item.distractors) > len(away) and len(away) < len(item.distractors) - 1


def _said(name: str, said: set[str]) -> bool:
    """Whether an option can be read, of a name the last word."""
    told = content(name)
    return bool(told) and said.issuperset(told[-1:] if proper_words(name) == told else told)


def _within(text: str, start: int, spots: Sequence[Spot], ground: Ground) -> list[Span]:
    """What of a text that begins at `start` is masked as a whole."""
    return [
        (max(0, first - start), min(last - start, len(text)))
        for first, last in _whole(spots, ground)
        if first - start < len(text) and last > start
    ]


def _whole(spots: Sequence[Spot], ground: Ground) -> Iterator[Span]:
    """What is masked as a whole: a passage that says the key in other words; and where a sentence is
    to be found, each that is offered to its end, whether or not all of it is."""
    if isinstance(ground.item, FindEvidence):
        for spot in (*spots, *ground.candidates):
            if spot.placed and spot.evidence.source == spots[0].evidence.source:
                begins = spot.placed.context_start
                yield begins, begins + len(spot.placed.context)
        return
    for spot in spots:
        placed = spot.placed
        if placed and not literal(spot, ground.item):
            ends = placed.context_start + len(placed.context)
            goes_on = placed.context[placed.end - placed.context_start :][:1] == ";"
            yield placed.start, ends if goes_on else placed.end  # more of the kind stands behind


def _smooth(text: str, masked: Masked, secrets: Secrets) -> Masked:
    """Blanks that do not tell by what stands around them: those with little between them are one,
    and take in “a” or “an” before them and a bracket behind."""
    shown, before = masked.text, ""
    while shown != before:
        before = shown
        for around in (_JOINED, _BRACKET):
            shown = around.sub(BLANK, shown)
        shown = mask(_ARTICLE.sub("", shown), secrets).text
    total = len(tokens(text))
    return replace(masked, text=shown, left=len(tokens(shown)) / total if total else 0.0)
