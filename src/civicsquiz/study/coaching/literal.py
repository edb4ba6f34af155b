"""Whether a passage says its key word for word, so that masking the key leaves the passage fit to be
read. One that says it in other words, or with none that only the key has, is masked as a whole."""

from __future__ import annotations

from civicsquiz.bank.items import FindEvidence, Match
from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.masking import mask, secret
from civicsquiz.study.coaching.places import Spot
from civicsquiz.study.coaching.secrets import keys_of, proper_words, telling_words
from civicsquiz.study.coaching.words import content, related


def literal(spot: Spot, item: Item) -> bool:
    """Whether the words of a passage are those of the key, or of all parts that it proves; of a
    typed answer one accepted form is enough, of a name the last word."""
    if isinstance(item, FindEvidence):
        return True
    found = [_says(key, spot.text, item) for key in _proved(spot, item)]
    return any(found) if item.type in ("short", "number") else bool(found) and all(found)


def _proved(spot: Spot, item: Item) -> tuple[str, ...]:
    """The keys that a passage proves."""
    parts = spot.evidence.parts
    if isinstance(item, Match) and parts:
        return tuple(right.text for left, right in item.pairs if left.text in parts)
    keys = keys_of(item)
    return tuple(key for key in keys if key in parts) or keys


def _says(key: str, text: str, item: Item) -> bool:
    if mask(text, secret([key])).met:
        return True
    said, wanted = content(text), content(key)
    telling = [word for word in wanted if word in telling_words(item)]
    if not any(related(word, other) for word in telling for other in said):
        return False
    if wanted and proper_words(key) == wanted and wanted[-1] in said:
        return True
    known = (*said, *content(item.stem))
    return all(any(related(word, other) for other in known) for word in wanted)
