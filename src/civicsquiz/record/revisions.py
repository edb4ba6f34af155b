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

from civicsquiz.bank.models import Item


@dataclass(frozen=True, slots=True)
class Revision:
    """What was asked, and its hash: SHA-256, in hexadecimal, of the canonical JSON of `asked`.

    `asked` holds `type`, `stem`, `options` (`id` and `text` of each, sorted by id), `key` (ids,
    sorted) and `language`. The order of options and all that is shown after the answer are no part
    of it.
    """

    hash: str
    asked: Mapping[str, Any] = field(compare=False)  # the hash says it already


def revision_of(item: Item, language: str) -> Revision:
    """The revision of `item` as it stands in a bank of this language."""
    options = [{"id": option.id, "text": option.text} for option in item.options]
    asked = {
        "type": item.type,
        "stem": item.stem,
        "options": sorted(options, key=lambda option: option["id"]),
        "key": sorted(item.key_ids),
        "language": language,
    }
    return Revision(hashlib.sha256(canonical_json(asked)).hexdigest(), asked)


def canonical_json(value: Any) -> bytes:
    """The one form in which a value is hashed: keys sorted, no white space, UTF-8 unescaped."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()
