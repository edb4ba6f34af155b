"""Naming the article in a stem, where that says which “lawsuit” or “bill” is meant."""

from __future__ import annotations

import re

from civicsquiz.draft.article import Article
from civicsquiz.draft.language.dangling import dangling

_LONGEST_TITLE = 16
"""Words of a title that a stem can carry, at most."""
_SAME = (
    ("lawsuit", "suit", "sue", "sues", "sued", "suing", "challenge"),
    ("ruling", "rules", "ruled", "decision", "judgment", "declares", "says", "orders"),
    ("bill", "law", "act", "measure", "legislation", "statute"),
    ("election", "vote", "elections", "elected", "elects", "votes", "primary"),
    ("impeachment", "impeach", "impeached", "inquiry", "articles", "proceedings", "investigation"),
    ("declaration", "declares", "declared", "emergency"),
    ("resolution", "budget"),
    ("debate", "debates"),
    ("pardon", "pardons", "clemency"),
    ("appeal", "appeals"),
    ("withdrawal", "withdraw", "withdraws"),
    ("subpoena", "subpoenas"),
    ("prorogation", "prorogue"),
    ("strike", "strikes", "kills", "attack"),
)
"""Words of which one in a title says which thing another means."""


def in_context(stem: str, article: Article) -> str:
    """The stem, with the article named before it where it speaks of “the …” that the title tells;
    the stem as it is where it needs nothing, or where the title does not tell."""
    phrase = dangling(stem, own=True)
    if not phrase or not anchored(phrase, article):
        return stem
    title = article.card.title or ""
    lowered = stem[:1].lower() + stem[1:]
    return f"In the news “{title}”: {lowered}" if article.card.publisher else f"In “{title}”: {lowered}"


def anchored(phrase: str, article: Article) -> bool:
    """Whether the title of the article says which “the …” is meant."""
    title = article.card.title
    if not title or len(title.split()) > _LONGEST_TITLE or not phrase.lower().startswith("the "):
        return False
    words = set(re.findall(r"[a-z]+", title.lower()))
    head = re.findall(r"[a-z]+", phrase.lower())[-1]
    if head in words or head.removesuffix("s") in words:
        return True
    return any(head in same and words & set(same) for same in _SAME)
