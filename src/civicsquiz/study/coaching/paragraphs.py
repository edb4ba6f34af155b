"""Texts of a source with blanks: the paragraph around a passage, and the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Order, TrueFalse
from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.blanks import Grain, blanked, hides_all, own_left
from civicsquiz.study.coaching.forms import of_form, of_quotations
from civicsquiz.study.coaching.ground import Ground
from civicsquiz.study.coaching.places import Spot, Stretch
from civicsquiz.study.coaching.rungs import cited
from civicsquiz.study.coaching.secrets import proper_words
from civicsquiz.study.coaching.types import BLANK, Hint
from civicsquiz.study.coaching.windows import Window, windows
from civicsquiz.study.coaching.words import content, related, tokens, words

_MOST_WORDS = 240
"""Of paragraphs together; the shortest is shown in any case."""

_LONG = 100
"""A paragraph with more words is not shown whole where those together would be too long."""

_LEAST_WORDS = 8
"""A paragraph with fewer, or a sentence, is hardly more than the passage."""

_SENSE = 3
"""Of the proving sentence so many words that say something must be left, so that it can be found."""

_ABOUT = 2
"""Where they are not, so many words of the question have to stand in what is shown around it."""

_BLANKS = 6
"""Of a paragraph with more blanks only what stands next to the passage is shown."""

_BETWEEN = 8
"""Words that are to be read for each blank."""

_BEYOND = 10
"""Of sentences around a blanked one so many words are to be read."""

_AROUND = "What stands around it, with blanks"

_WHOLE: tuple[Grain, ...] = ("whole",)

_GRAINS: tuple[tuple[Grain, ...], ...] = (("whole", "asked", "offered"), ("asked", "whole"))
"""In which order they are tried; where there are prompts, each is best seen beside its blank."""

BEYOND = 2
"""A quotation with fewer telling words besides the key is the key."""


@dataclass(frozen=True, slots=True)
class _Shown:
    text: str
    length: int
    wider: bool


def paragraph(ground: Ground) -> Hint | None:
    """The paragraphs around the passages, of long ones the sentences next to them, of short ones with
    what stands around them; None where a source, or a part of a key, would be missing."""
    item = ground.item
    if isinstance(item, TrueFalse):
        return None
    stretches: dict[Stretch, list[Spot]] = {}
    for spot in ground.rested_on:
        if spot.stretch is not None:
            stretches.setdefault(spot.stretch, []).append(spot)
    for close in (False, True):
        found: dict[Stretch, _Shown] = {}
        length = 0
        for stretch in sorted(stretches, key=lambda one: len(one.text)):
            shown = _around(stretch, stretches, ground, close=close)
            if shown is not None and (not found or length + shown.length <= _MOST_WORDS):
                found[stretch] = shown
                length += shown.length
        shown_of = {stretch: stretches[stretch] for stretch in stretches if stretch in found}
        if found and _enough(item, ground.rested_on, shown_of):
            texts_of = [(found[stretch].text, some[0]) for stretch, some in shown_of.items()]
            if isinstance(item, Order):
                texts_of.sort(key=lambda one: one[0].casefold())
            texts, spots = [text for text, _ in texts_of], [spot for _, spot in texts_of]
            wider = _AROUND if any(shown.wider for shown in found.values()) else ""
            return cited("paragraph", texts, spots, ground.own, wider)
    return None


def sentence(ground: Ground) -> Hint | None:
    """The first sentence with a passage of which masking leaves enough."""
    item = ground.item
    if isinstance(item, (TrueFalse, Order)) or of_form(item) or of_quotations(item):
        return None
    for spot in ground.spots:
        placed = spot.placed
        if placed is None or len(spot.sentence.split()) < _LEAST_WORDS:
            continue
        masked = blanked(spot.sentence, placed.context_start, [spot], ground)
        if masked and len(content(masked.text)) >= max(BEYOND, _SENSE):
            return cited("sentence", [masked.text], [spot], ground.own)
    return None


def _enough(item: Item, spots: Sequence[Spot], shown: dict[Stretch, list[Spot]]) -> bool:
    """Whether what is shown has all that is asked for, and not the key as the only blank."""
    have = [spot for some in shown.values() for spot in some]
    if {spot.evidence.source for spot in spots} - {spot.evidence.source for spot in have}:
        return False
    if isinstance(item, (Match, Multiple, Order)) and len(have) < len(spots):
        return False
    if not of_quotations(item):
        return True
    said = " ".join(" ".join(words(stretch.text)) for stretch in shown)
    return sum(f" {' '.join(words(one.text))} " in f" {said} " for one in item.options) > 1


def _around(
    stretch: Stretch, stretches: dict[Stretch, list[Spot]], ground: Ground, *, close: bool
) -> _Shown | None:
    """What is shown around the passages of one paragraph, with blanks; None where nothing is left to
    know the proving sentence by. If `close`, no long paragraph is shown whole."""
    spots = stretches[stretch]
    if isinstance(ground.item, FindEvidence) and hides_all(stretch, ground):
        return None
    whole = Window(stretch.text, stretch.start)
    enough: dict[Grain, bool] = {}
    for grains, by_itself in ((_GRAINS[bool(ground.item.prompts)], True), (_WHOLE, False)):
        for window in _windows(stretch, stretches, ground):
            if close and window == whole and len(whole.text.split()) > _LONG:
                continue
            for grain in grains:
                if by_itself and grain not in enough:
                    enough[grain] = _by_itself(spots, ground, grain)
                if by_itself and not enough[grain]:
                    continue
                shown = _fair(window, spots, ground, grain, whole=window == whole)
                if shown and (by_itself or _by_what_is_near(window, shown, spots, ground)):
                    return _Shown(window.shown(shown), len(window.text.split()), window.wider)
    return None


def _windows(
    stretch: Stretch, stretches: dict[Stretch, list[Spot]], ground: Ground
) -> Iterator[Window]:
    """What can be shown around the passages of a paragraph: first without the paragraphs of other
    passages that are offered, then with them."""
    apart = [spot for other, some in stretches.items() if other != stretch for spot in some]
    elsewhere = [spot for spot in ground.candidates if spot.stretch != stretch]
    seen: set[Window] = set()
    for away in ([*apart, *elsewhere], apart) if elsewhere else (apart,):
        for window in windows(stretch, stretches[stretch], away):
            if window not in seen and len(window.text.split()) >= _LEAST_WORDS:
                seen.add(window)
                yield window


def _fair(
    window: Window, spots: Sequence[Spot], ground: Ground, grain: Grain, *, whole: bool
) -> str | None:
    """A window with blanks, if enough is left to be read and they do not tell."""
    for options in (
        (True,) if isinstance(ground.item, Order) or of_form(ground.item) else (False, True)
    ):
        masked = blanked(window.text, window.start, spots, ground, grain=grain, options=options)
        if masked is None:
            return None
        text, blanks = masked.text, masked.text.count(BLANK)
        if (whole and blanks > _BLANKS) or blanks * _BETWEEN > len(tokens(text)) + _BETWEEN:
            return None
        if not _leaves_the_key(ground.item, text):
            return text
    return None


def _by_itself(spots: Sequence[Spot], ground: Ground, grain: Grain) -> bool:
    """Whether enough is left of each proving sentence to know it by."""
    if isinstance(ground.item, FindEvidence):
        return False
    least = {"whole": _SENSE, "asked": 1 if ground.item.prompts else _ABOUT, "offered": _SENSE}
    return all(len(own_left(spot, ground, grain=grain)) >= least[grain] for spot in spots)


def _by_what_is_near(window: Window, shown: str, spots: Sequence[Spot], ground: Ground) -> bool:
    """Whether what stands around the blanks is text enough, and speaks of what is asked; for a
    sentence that is to be found, the text is enough."""
    left = content(shown)
    if len(left) < _BEYOND:
        return False
    if isinstance(ground.item, FindEvidence):
        return True
    known = content(" ".join(f"{spot.name} {spot.label}" for spot in spots))
    asked = [word for word in content(ground.item.stem) if word not in known]
    near = [word for word in asked if any(related(word, one) for one in left)]
    return len(near) >= (1 if window.wider else _ABOUT)


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
