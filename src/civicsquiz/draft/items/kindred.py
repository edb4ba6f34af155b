"""Things of the same kind as a key, out of the article and the civics table, that are surely not it."""

from __future__ import annotations

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Amendment, Case, Entry, table

_MOST = 3


def kindred(
    article: Article, kind: NameKind, key: str, sentence: Sentence
) -> list[tuple[str, str]]:
    """Up to three others with why each is wrong; none where the table does not know the key, for then
    nothing tells what is of its kind."""
    known = table()
    find = {
        NameKind.STATE: known.state,
        NameKind.COUNTRY: known.country,
        NameKind.PARTY: known.party,
        NameKind.STATUTE: known.statute,
        NameKind.AMENDMENT: known.amendment,
        NameKind.CLAUSE: known.clause,
        NameKind.DOCUMENT: known.document,
        NameKind.WAR: known.war,
        NameKind.CASE: known.case,
    }.get(kind, known.body)
    entry = find(key)
    if entry is None:
        return []
    text = sentence.text.lower()
    siblings = [
        other for other in known.siblings(entry, 12)
        if shown(other).lower() not in text and told(other)
    ]  # fmt: skip
    named = {name.key for _, name in article.names.all() if name.kind is kind}
    siblings.sort(key=lambda other: shown(other) not in named)
    return [(shown(other), told(other)) for other in siblings[:_MOST]]


def shown(entry: Entry) -> str:
    """An entry of the table as an option."""
    return f"{entry.word} Amendment" if isinstance(entry, Amendment) else entry.name


def told(entry: Entry) -> str:
    """What the table says of an entry, as a sentence; empty where it says nothing."""
    if isinstance(entry, Amendment):
        return f"The {entry.word} Amendment is about {' and '.join(entry.subjects[:2])}."
    if entry.family == "state":
        return f"Nothing is said of {entry.name} here; its capital is {getattr(entry, 'capital', '')}."
    if entry.family == "country":
        return f"Nothing is said of {entry.name} here."
    if not entry.about:
        return ""
    if isinstance(entry, Case):
        return f"{entry.name.rstrip('.')} is about {entry.about}."
    if entry.family in ("body", "office", "clause"):
        return f"The {entry.name} {entry.about}." if entry.family != "body" else f"It {entry.about}."
    if entry.family == "statute":
        return f"The {entry.name} dealt with {entry.about}."
    return f"It is {entry.about}."
