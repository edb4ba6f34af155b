"""Texts of a source with blanks: the paragraph around a passage, and the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from civicsquiz.bank.items import Order, TrueFalse
from civicsquiz.study.coaching.forms import of_form, of_quotations
from civicsquiz.study.coaching.ground import Ground
from civicsquiz.study.coaching.literal import literal
from civicsquiz.study.coaching.masking import Masked, Secrets, Span, mask
from civicsquiz.study.coaching.places import Spot, Stretch
from civicsquiz.study.coaching.rungs import hint
from civicsquiz.study.coaching.types import BLANK, Hint, HintKind
from civicsquiz.study.coaching.words import content, tokens, words

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
