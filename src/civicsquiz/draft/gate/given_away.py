"""Whether what stands above a question gives its key away."""

from __future__ import annotations

import re

from civicsquiz.bank.items import Choice, Short
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate

_WORD = re.compile(r"[\w’'-]+")
_SMALL = frozenset("a an the of and in to by for on".split())


def _words(text: str) -> set[str]:
    words = (word.lower().strip("’'") for word in _WORD.findall(text))
    plain = (word.removesuffix("’s").removesuffix("'s") for word in words)
    return {word.removesuffix("s") for word in plain if word not in _SMALL}


def _titled(candidate: Candidate, ground: Ground) -> str:
    """The topic of a draft is the title of its article, and is shown with the question."""
    if "rule" in candidate.claims or not isinstance(candidate.item, Choice | Short):
        return ""
    title = ground.article(candidate).card.title or ""
    key = _words(candidate.item.key_text)
    return "the title above the question has the key" if key and key <= _words(title) else ""


TITLED = GateRule(
    "S1",
    "title-has-the-key",
    "The title of the article, which stands above the question, has the key.",
    _titled,
)
