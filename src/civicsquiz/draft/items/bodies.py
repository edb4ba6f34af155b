"""Which other bodies, states or parties a question can offer, and why it is none of them."""

from __future__ import annotations

from collections.abc import Collection

from civicsquiz.draft.article import Article
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Entry, State, table

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
    named = {
        name.key
        for _, name in article.names.all()
        if name.kind is kind and name.key != entry.name and name.key not in near
    }
    apart = [
        other for other in known.siblings(entry, 12) if other.name not in near and _told(other)
    ]
    apart.sort(key=lambda other: other.name not in named)
    return entry.name, [(other.name, _told(other)) for other in apart][:_MOST]


def _told(entry: Entry) -> str:
    """What the table says of a body, a state or a party, as a sentence; empty where it says nothing."""
    if isinstance(entry, State):
        return f"This is told of another state than {entry.name}, whose capital is {entry.capital}."
    if not entry.about:
        return ""
    return (
        f"It {entry.about}."
        if entry.family in ("body", "office", "clause")
        else f"It is {entry.about}."
    )
