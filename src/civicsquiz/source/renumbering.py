"""A guide of the law that was written in by hand: its offsets, its hash and its words, counted anew."""

from __future__ import annotations

import hashlib
import re

_HEADING = re.compile(r"## Passage \d+-\d+(, (?!paragraph ).+)?")
_HASH = re.compile(r"^canonical_sha256:.*$", re.MULTILINE)
_WORDS = re.compile(r"^body_words:.*$", re.MULTILINE)


def renumbered(text: str) -> str:
    """A guide whose passages have citations, with what follows from their words: where each begins and
    ends, and in the front matter `canonical_sha256` and `body_words`. Nothing else is changed, and nothing
    is checked: `guide.parse` does that."""
    lines = text.split("\n")
    passages: list[str] = []
    at = 0
    for number, line in enumerate(lines):
        if (heading := _HEADING.fullmatch(line)) is None:
            continue
        quoted = next((one for one in lines[number + 1 :] if one.strip()), "")
        words = quoted.removeprefix("> ")
        lines[number] = f"## Passage {at}-{at + len(words)}{heading[1] or ''}"
        passages.append(words)
        at += len(words) + 2
    whole = "\n\n".join(passages)
    digest = hashlib.sha256(whole.encode()).hexdigest()
    text = _HASH.sub(f"canonical_sha256: {digest}", "\n".join(lines), count=1)
    return _WORDS.sub(f"body_words: {len(whole.split())}", text, count=1)
