"""A rung of a ladder as it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from civicsquiz.source.visible import visible
from civicsquiz.study.coaching.masking import Secrets, mask
from civicsquiz.study.coaching.places import Spot
from civicsquiz.study.coaching.types import Hint, HintKind

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
