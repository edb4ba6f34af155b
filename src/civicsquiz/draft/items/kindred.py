"""Things of the same kind as a key, out of the article and the civics table, that are surely not it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.bank.check.words import content_words
from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.items import building
from civicsquiz.draft.items.people import introduced, others, surname
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Amendment, Case, Entry, table

_ENOUGH, _LEAST = 8, 3
_SHORT = 1500
"""Words of an article that is about one matter."""
_AGE = 60
_LATE = 1975
"""Whoever was in office since may be mistaken for anybody in the news."""
_FAMILIES = {
    NameKind.STATE: "state",
    NameKind.COUNTRY: "country",
    NameKind.PARTY: "party",
    NameKind.STATUTE: "statute",
    NameKind.AMENDMENT: "amendment",
    NameKind.CLAUSE: "clause",
    NameKind.DOCUMENT: "document",
    NameKind.WAR: "war",
    NameKind.CASE: "case",
}
_COURTS = {
    "Supreme Court of the United States": "It decides cases last of all, mostly on appeal.",
    "U.S. Court of Appeals for the Federal Circuit": "It hears appeals, most of them on patents and trade.",
    "U.S. District Court for the District of Columbia": "It holds federal trials in the capital.",
    "U.S. Court of International Trade": "It hears cases on customs and trade.",
}
_FEDERAL = re.compile(r"U\.S\.|United States|District Court|Circuit")
_SMALLEST = frozenset("of the for and in on u.s. us united states national federal state".split())


def kindred(
    article: Article,
    kind: NameKind,
    key: str,
    sentence: Sentence,
    said: str,
    *,
    table_too: bool = True,
) -> list[tuple[str, str]]:
    """Up to eight others, the likeliest first, each with why it is wrong: what the article names
    elsewhere first, then what the table has. None stands in the sentence, and of none the article tells the like of `said`."""
    if kind is NameKind.PERSON:
        return list(_people(article, key, sentence, said))[:_ENOUGH]
    found = dict(_named(article, kind, key, sentence, said))
    taken = {_words(name) for name in (key, *found)}
    for name, why in _known(kind, key, sentence) if table_too else ():
        if not any(_words(name) <= other or other <= _words(name) for other in taken):
            found.setdefault(name, why)
    return list(found.items())[:_ENOUGH]


def _people(article: Article, key: str, sentence: Sentence, said: str) -> Iterator[tuple[str, str]]:
    """People of the article; of somebody whom the table knows only such as it knows, and of nobody else
    any but in a short article, where all have to do with one matter. Presidents have presidents."""
    near = {name.key for name in article.named(sentence)}
    called = building.capitalised(article.called)
    known = table().person(key)
    short = article.document.body_words <= _SHORT
    if known is None and not short:
        return
    found: list[str] = []
    for name in others(article, key, near, 99):
        other = table().person(name)
        fits = _of_one_age(known, other, unknown=short)
        if fits and not like(article, name, said, sentence) and surname(name) not in sentence.text:
            found.append(name)
            yield (
                name,
                f"{called} names {_introduced(article, name)}, but tells this of somebody else.",
            )
    if known is None or not getattr(known, "presidency", "") or len(found) >= _LEAST:
        return
    for entry in table().siblings(known, 4):
        apart = entry.name not in found and entry.name not in article.names.people
        if apart and surname(entry.name) not in sentence.text and entry.about:
            yield entry.name, f"{entry.name} was {entry.about}."


def _introduced(article: Article, name: str) -> str:
    said = introduced(article, name)
    former = re.compile(rf"(?i)\b(?:former|ex-)[^.,;]{{0,80}}{re.escape(surname(name))}")
    return name if _LOOSE.search(said) or former.search(article.document.text) else said


_LOOSE = re.compile(
    r"^(?:the )?(?:Former|Democrat|Republican|Presidents|Queen)\b|Representatives\b"
)
"""What stands before a name in the article and does not go before it in a sentence of ours."""


def like(article: Article, name: str, said: str, asked: Sentence) -> bool:
    """Whether the article says of somebody or something anything so near to `said` that it may be true
    of them too: in a sentence that names them, in the next one, or in the title. `asked` is the sentence of `said`."""
    wanted = set(content_words(said))
    enough = max(2, round(0.4 * len(wanted)))
    title = article.card.title or ""
    if _words(name) <= _words(title) and len(wanted & set(content_words(title))) >= enough:
        return True
    sentences = article.sentences
    for number in {number for number, one in article.names.all() if name in (one.key, one.text)}:
        near = [one for one in sentences[number : number + 2] if one is not asked]
        if any(len(wanted & set(content_words(one.text))) >= enough for one in near):
            return True
    return False


def _of_one_age(one: Entry | None, other: Entry | None, *, unknown: bool) -> bool:
    """Whether two people were in office at about the same time. Of whom the table cannot tell that,
    `unknown` says it, but for the time before anybody of today's news."""
    if one is not None and one.dated is not None:
        if other is not None and other.dated is not None:
            return abs(one.dated - other.dated) <= _AGE
        return unknown and one.dated >= _LATE
    return unknown


def _named(
    article: Article, kind: NameKind, key: str, sentence: Sentence, said: str
) -> Iterator[tuple[str, str]]:
    called = building.capitalised(article.called)
    seen: set[frozenset[str]] = {_words(key)}
    for number, name in article.names.all():
        words = _words(name.key)
        if name.kind is not kind or number == sentence.number or not words:
            continue
        if any(words <= other or other <= words for other in seen) or name.text in sentence.text:
            continue
        if kind in _FAMILIES and getattr(table(), _FAMILIES[kind])(name.key) is None:
            continue
        if like(article, name.key, said, sentence):
            continue
        seen.add(words)
        shown = name.key if kind in _FAMILIES else name.text
        yield shown, f"{called} names it in another place, and does not tell this of it."


def _known(kind: NameKind, key: str, sentence: Sentence) -> Iterator[tuple[str, str]]:
    known = table()
    find = getattr(known, _FAMILIES[kind]) if kind in _FAMILIES else known.body
    entry = find(key)
    if entry is None and kind is NameKind.COURT and _FEDERAL.search(key):
        for name, why in _COURTS.items():
            if not _words(name.partition(" for ")[0]) <= _words(key):
                yield name, why
        return
    if entry is None:
        yield from _by_head(key, sentence)
        return
    text = sentence.text.lower()
    for other in known.siblings(entry, 12):
        if shown(other).lower() not in text and told(other):
            yield shown(other), told(other)


_HEADS = ("Commission", "Committee", "Department", "Bureau", "Agency", "Administration")


def _by_head(key: str, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Bodies of the table that are called like one that it does not know: other commissions."""
    head = next((head for head in _HEADS if head in key), "")
    chamber = next((word for word in ("House", "Senate") if word in key.split()), "")
    for entry in table().entries("body") if head else ():
        if head in entry.name and chamber in entry.name and entry.name not in sentence.text:
            yield entry.name, told(entry)


def _words(name: str) -> frozenset[str]:
    """The words that tell a name."""
    return frozenset(
        word for word in name.lower().replace(",", "").split() if word not in _SMALLEST
    )


def shown(entry: Entry) -> str:
    """An entry of the table as an option."""
    return f"{entry.word} Amendment" if isinstance(entry, Amendment) else entry.name


def told(entry: Entry) -> str:
    """What the table says of an entry, as a sentence; empty where it says nothing."""
    if isinstance(entry, Amendment):
        return f"The {entry.word} Amendment is about {' and '.join(entry.subjects[:2])}."
    if entry.family == "state":
        return (
            f"This is not told of {entry.name}, whose capital is {getattr(entry, 'capital', '')}."
        )
    if not entry.about:
        return ""
    if isinstance(entry, Case):
        return f"{entry.name.rstrip('.')} is about {entry.about}."
    if entry.family == "body":
        return f"It {entry.about}."
    if entry.family in ("office", "clause"):
        return f"The {entry.name} {entry.about}."
    if entry.family == "statute":
        return f"The {entry.name} dealt with {entry.about}."
    return f"It is {entry.about}."
