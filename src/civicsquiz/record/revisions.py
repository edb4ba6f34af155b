"""Revisions: what exactly was asked, by a hash that changes when the question does.

A mended typo keeps an item's id and gets a new revision, so its history goes on while statistics
can tell one wording from the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from civicsquiz.bank.items import Number, Short
from civicsquiz.bank.models import Item, Option


@dataclass(frozen=True, slots=True)
class Revision:
    """What was asked, and its hash: SHA-256, in hexadecimal, of the canonical JSON of `asked`.

    `asked` holds `type`, `stem`, `options` (`id` and `text` of each, sorted by id), `prompts` likewise
    where there are any, `key` (see `_key`) and `language`. The order of options and all that is
    shown after the answer are no part of it.
    """

    hash: str
    asked: Mapping[str, Any] = field(compare=False)  # the hash says it already


def revision_of(item: Item, language: str) -> Revision:
    """The revision of `item` as it stands in a bank of this language."""
    asked: dict[str, Any] = {
        "type": item.type,
        "stem": item.stem,
        "options": _texts(item.options),
        "key": _key(item),
        "language": language,
    }
    if item.prompts:
        asked["prompts"] = _texts(item.prompts)
    return Revision(hashlib.sha256(canonical_json(asked)).hexdigest(), asked)


def _texts(options: tuple[Option, ...]) -> list[dict[str, str]]:
    texts = [{"id": option.id, "text": option.text} for option in options]
    return sorted(texts, key=lambda option: option["id"])


def _key(item: Item) -> list[str]:
    """What is right: accepted texts, or the least and the greatest number with the unit, or ids
    and pairs of ids, sorted unless their order is the key."""
    if isinstance(item, Short):
        return sorted(item.accepted)
    if isinstance(item, Number):
        from civicsquiz.bank.numerals import plain

        return [plain(item.least), plain(item.most), item.unit]
    return list(item.key_response) if item.type == "order" else sorted(item.key_response)


def canonical_json(value: Any) -> bytes:
    """The one form in which a value is hashed: keys sorted, no white space, UTF-8 unescaped."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()
