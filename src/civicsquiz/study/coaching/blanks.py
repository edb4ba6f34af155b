"""The blanks in a text of a source around passages that prove a key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from civicsquiz.bank.items import FindEvidence, Order
from civicsquiz.bank.models import Item
from civicsquiz.source.placing import Placed
from civicsquiz.study.coaching.forms import of_passages, of_quotations
from civicsquiz.study.coaching.ground import Ground
from civicsquiz.study.coaching.literal import literal
from civicsquiz.study.coaching.masking import Masked, Secrets, Span, mask, secret
from civicsquiz.study.coaching.places import Spot, Stretch
from civicsquiz.study.coaching.secrets import proper_words, telling_words
from civicsquiz.study.coaching.types import BLANK
from civicsquiz.study.coaching.words import content, related, tokens, with_numbers, words

Grain = Literal["whole", "asked", "offered"]
"""How a passage is masked that says the key in other words: all of it; all but the words that the
question says itself; or what any option says, where that is all that there is to be told."""

_LEAST_LEFT = 0.6
"""A text of a source of which less can still be read, besides what is blanked as a whole, is no help."""

_LEAST_OF_ALL = 0.4
"""Of all of it, but where a sentence is to be found, and sentences alone are blanked."""

_KEPT = 2
"""Of a passage that is blanked word by word so many words that say something are left; of one that
belongs to what is printed with the question, one."""

_RUN = 5
"""So many words in a row point to the passage that they stand in."""

_DENYING = frozenset(
    "can cannot could may more most must neither never no nor not only shall should will would".split()
)
"""Words that make of a sentence its contrary, or another."""

_LITTLE = frozenset(
    "a an and are as at be been by for from had has have he her his in is it its of on or s said says"
    " she that the their they this to told u us v was were with".split()
)
"""Words that may stand between two that are kept; none that denies, allows or compares."""

_LEADS = re.compile(r"\b(?:no matter|regardless|never|neither|nor)\b", re.IGNORECASE)
"""What before a passage tells how it goes on."""

_JOINED = re.compile(rf"{BLANK}(?:[ \u00a0][\w’'-]+){{0,4}}[ \u00a0]{BLANK}")
_ARTICLE = re.compile(rf"\b[Aa]n?[ \u00a0](?=[“\"‘']?{BLANK})")
_FULL_STOP = re.compile(r"(?<=[a-z])[.!?] (?=[A-Z])")
_BRACKET = re.compile(rf"{BLANK}[ \u00a0]\([^()]{{1,60}}\)")


def blanked(
    text: str,
    start: int,
    spots: Sequence[Spot],
    ground: Ground,
    *,
    grain: Grain = "whole",
    options: bool = False,
) -> Masked | None:
    """A text that begins at `start` of its source, with all that is secret masked, the neighbours' in
    every form where that leaves enough; None where it never does. `grain` says how a passage is masked
    that says the key in other words; with `options`, all options are masked, each by itself."""
    beside = ground.beside(text)
    secrets, also = ground.own | beside.secrets, _within(text, start, spots, ground, grain=grain)
    if options or of_passages(ground.item):
        secrets |= _all_options(ground.item, names=options)
    for spans in (beside.spans, ()):
        masked = mask(text, secrets, [*also, *spans])
        kept = content(_asked(ground.item)) if grain == "asked" else ()
        masked = _smooth(text, masked, secrets, kept, join=not options)
        said = tokens(text)
        whole = sum(any(one <= token.start < end for one, end in also) for token in said)
        outside = len(said) - whole
        floor = 0.0 if isinstance(ground.item, FindEvidence) else _LEAST_OF_ALL
        if masked.left >= floor and masked.left * len(said) >= _LEAST_LEFT * outside:
            return masked
    return None


def hides_all(stretch: Stretch, ground: Ground) -> bool:
    """Whether a paragraph is nothing but the sentences that are offered, all of them."""
    start, end = stretch.start, stretch.start + len(stretch.text)
    spots = *ground.spots, *ground.candidates
    if not all(spot.placed and start <= spot.placed.start < end for spot in spots):
        return False
    spans = _within(stretch.text, start, ground.spots, ground, grain="whole")
    return not content(mask(stretch.text, Secrets(), spans).text)


def own_left(spot: Spot, ground: Ground, *, grain: Grain = "whole") -> tuple[str, ...]:
    """The words that say something that are left of a proving sentence by its own blanks."""
    placed, text = spot.placed, spot.sentence
    start = placed.context_start if placed else 0
    if placed and placed.text.rstrip().endswith((".", "!", "?")):
        text = text[: placed.end - start]  # what a quotation goes on with is another sentence
    also = _within(text, start, [spot], ground, grain=grain)
    kept = content(_asked(ground.item)) if grain == "asked" else ()
    return content(_smooth(text, mask(text, ground.own, also), ground.own, kept).text)


def _within(
    text: str, start: int, spots: Sequence[Spot], ground: Ground, *, grain: Grain
) -> list[Span]:
    """What of a text that begins at `start` is masked besides the secrets."""
    return [
        (max(0, first - start), min(last - start, len(text)))
        for first, last in _whole(spots, ground, grain=grain)
        if first - start < len(text) and last > start
    ]


def _whole(spots: Sequence[Spot], ground: Ground, *, grain: Grain) -> Iterator[Span]:
    """What is masked as a whole: a passage that says the key in other words; and where a sentence is
    to be found, each that is offered to its end, whether or not all of it is."""
    if isinstance(ground.item, FindEvidence):
        for spot in (*spots, *ground.candidates):
            if spot.placed and spot.evidence.source == spots[0].evidence.source:
                begins = spot.placed.context_start
                yield begins + _opening(spot.placed), begins + len(spot.placed.context)
        return
    for spot in spots:
        placed = spot.placed
        if placed and isinstance(ground.item, Order):
            for start, end in _printed(spot, ground.item):
                yield start, end
            continue
        if placed and of_passages(ground.item) and not of_quotations(ground.item):
            yield placed.context_start, placed.context_start + len(placed.context)
        elif placed and not literal(spot, ground.item):
            begins, text = placed.context_start, placed.context
            first, last = placed.start - begins, placed.end - begins
            last = len(text) if text[last : last + 1] == ";" else last  # more of the kind behind it
            first = 0 if _LEADS.search(text[:first]) else first
            said = text[first:last]
            for start, end in _GRAINS[grain](said, ground.item):
                yield begins + first + start, begins + first + end


def _opening(placed: Placed) -> int:
    """Where in its context the sentence with a passage begins: several in one pair of quotation marks
    are one context."""
    before = placed.context[: placed.start - placed.context_start]
    return max((found.end() for found in _FULL_STOP.finditer(before)), default=0)


def _printed(spot: Spot, order: Order) -> Iterator[Span]:
    """A passage that is one of the entries, word for word; or in which none can be masked by its name,
    for then it tells of its entry, and when that was, in other words."""
    quoted = " ".join(words(spot.text))
    printed = any(f" {quoted} " in f" {' '.join(words(one.text))} " for one in order.options)
    if spot.placed and (printed or not mask(spot.text, _all_options(order, names=True)).met):
        yield spot.placed.start, spot.placed.end


def _all(text: str, _: Item) -> Iterator[Span]:
    yield 0, len(text)


def _unsaid(text: str, item: Item) -> Iterator[Span]:
    """Of a passage all that the question does not say itself: what lies between two words of it, where
    more than little words do. All of it where next to nothing would be left."""
    asked = content(_asked(item))
    said = with_numbers(tokens(text))
    kept = [at for at, one in enumerate(said) if any(related(one.word, word) for word in asked)]
    if len({said[at].word for at in kept}) < (1 if item.prompts else _KEPT):
        yield 0, len(text)
        return
    edges = [-1, *kept, len(said)]
    for before, after in pairwise(edges):
        between = said[before + 1 : after]
        while between and after < len(said) and len(between[-1].word) == 1:
            between = between[:-1]  # the letters of “U.S.”
        if any(one.word not in _LITTLE for one in between):
            yield between[0].start, between[-1].end


def _offered(text: str, item: Item) -> Iterator[Span]:
    """Of a passage all that an option says and the question does not, and what denies or allows. All
    of it where no option says anything of it, or the key has words of its own."""
    asked, said = content(_asked(item)), with_numbers(tokens(text))
    offered = [
        one for one in content(" ".join(one.text for one in item.options)) if one not in asked
    ]
    met = [one for one in said if any(related(one.word, word) for word in offered)]
    if not met or telling_words(item):
        yield 0, len(text)
        return
    for one in said:
        if one in met or one.word in _DENYING:
            yield one.start, one.end


_GRAINS: dict[Grain, Callable[[str, Item], Iterator[Span]]] = {
    "whole": _all,
    "asked": _unsaid,
    "offered": _offered,
}


def _asked(item: Item) -> str:
    return " ".join((item.stem, *(prompt.text for prompt in item.prompts)))


def _all_options(item: Item, *, names: bool) -> Secrets:
    """The options, if `names` with the names in them, and if they are passages with each row of words
    that stands in one."""
    said = {word for one in item.options for word in proper_words(one.text)} if names else set()
    told = [one.text for one in item.options]
    for text in told[:] if of_passages(item) else ():
        row = words(text)
        told += (" ".join(row[at : at + _RUN]) for at in range(len(row) - _RUN + 1))
    return secret(told, said)


def _smooth(
    text: str, masked: Masked, secrets: Secrets, kept: Sequence[str], *, join: bool = True
) -> Masked:
    """Blanks that do not tell by what stands around them: those with little between them, and nothing
    of what is `kept`, are one, if `join`, and take in “a” or “an” before them and a bracket behind."""

    def joined(found: re.Match[str]) -> str:
        between = content(found[0].replace(BLANK, ""))
        stays = any(related(one, word) for one in between for word in kept)
        return found[0] if stays else BLANK

    shown, before = masked.text, ""
    while shown != before:
        before = shown
        shown = _JOINED.sub(joined, shown) if join else shown
        shown = _BRACKET.sub(BLANK, shown)
        shown = mask(_ARTICLE.sub("", shown), secrets).text
    parts = (_closed(part) for part in shown.split("\n"))
    shown = "\n".join(parts)
    total = len(tokens(text))
    return replace(masked, text=shown, left=len(tokens(shown)) / total if total else 0.0)


def _closed(paragraph: str) -> str:
    """A paragraph without a mark that is opened before a blank and closed in it."""
    if paragraph.count("“") > paragraph.count("”"):
        return paragraph.replace(f"“{BLANK}", BLANK, 1)
    return paragraph
