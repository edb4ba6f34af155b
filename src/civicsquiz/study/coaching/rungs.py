"""A rung of a ladder as it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from civicsquiz.source.visible import visible
from civicsquiz.study.coaching.masking import Secrets, mask
from civicsquiz.study.coaching.places import Spot
from civicsquiz.study.coaching.types import Hint, HintKind

_NO_DATE = "date not stated"

_TITLES: dict[HintKind, str] = {
    "author": "A hint",
    "place": "Where to look",
    "paragraph": "The paragraph, with blanks",
    "rule-out": "One that is wrong",
    "sentence": "The sentence, with blanks",
    "quotation": "The passage itself",
}


def rung(kind: HintKind, text: str, citation: str = "", title: str = "") -> Hint | None:
    """A hint of a kind, with the title of its kind if with no other; None where there is nothing to
    read."""
    text = visible(text).strip()
    return Hint(kind, title or _TITLES[kind], text, visible(citation)) if text else None


def clean(text: str, secrets: Secrets) -> bool:
    """Whether nothing secret can be read in a text."""
    return not mask(text, secrets).met


def cited(
    kind: HintKind,
    texts: Sequence[str],
    spots: Sequence[Spot],
    secrets: Secrets,
    title: str = "",
) -> Hint | None:
    """Texts with where each is from: at the end where one citation is enough, else below each. One
    that says a secret is cut to the label of its source, or its publisher, for somebody has to have
    said it."""
    named = [_named(spot, secrets) for spot in spots]
    if len(set(named)) == 1:
        return rung(kind, "\n\n".join(texts), named[0], title)
    parts = zip(texts, named, strict=True)
    said = (f"{text}\n— {name}" if name else text for text, name in parts)
    return rung(kind, "\n\n".join(said), title=title)


def _named(spot: Spot, secrets: Secrets) -> str:
    full = spot.cited
    if clean(full.removesuffix(_NO_DATE), secrets):
        return full
    publisher = spot.source.card.publisher or ""
    return next((name for name in (spot.label, publisher) if name and clean(name, secrets)), "")
