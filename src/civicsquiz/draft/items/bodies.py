"""Which other bodies, states or parties a question can offer, and why it is none of them."""

from __future__ import annotations

from collections.abc import Collection

from civicsquiz.draft.article import Article
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import table

_MOST = 3


def other_bodies(
    article: Article, kind: NameKind, key: str, near: Collection[str]
) -> tuple[str, list[tuple[str, str]]]:
    """How the key is written as an option, and the others with why each is wrong."""
    known = table()
    entry = {
        NameKind.STATE: known.state,
        NameKind.COUNTRY: known.country,
        NameKind.PARTY: known.party,
    }.get(kind, known.body)(key)
    if entry is None:
        return "", []
    named = [
        name.key
        for _, name in article.names.all()
        if name.kind is kind and name.key != entry.name and name.key not in near
    ]
    found: dict[str, str] = {}
    allowed = {other.name: other for other in known.siblings(entry, 12)}
    for name in named:
        if name in allowed:
            found.setdefault(
                name, f"The article names {name} as well, but does not say this of it."
            )
    for name, other in allowed.items():
        if name not in near:
            about = getattr(other, "about", "")
            found.setdefault(
                name, _told(other, about)
            )
    return entry.name, list(found.items())[:_MOST]


def _told(entry: object, about: str) -> str:
    """What the table says of a body or a party, as a sentence."""
    if not about:
        return "The article does not say this of it."
    family = getattr(entry, "family", "")
    return f"It {about}." if family in ("body", "office", "clause") else f"It is {about}."
