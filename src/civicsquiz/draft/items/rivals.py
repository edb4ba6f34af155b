"""Who else a question on words can offer: others who speak in the article, others whom it names, and
where there are none, people of the civics table who held the same office."""

from __future__ import annotations

from collections.abc import Collection

from civicsquiz.draft.article import Article
from civicsquiz.draft.items.people import alike, described, others, speakers
from civicsquiz.draft.table import Person, table

_MOST = 3


def rivals(
    article: Article, key: str, near: Collection[str], said: str, *, verbatim: bool = True
) -> list[tuple[str, str]]:
    """Distractors with their `why`. The words are given to `key` by name, so verbatim words are nobody
    else's; a view in other words may be shared by whom the article names with the same matters."""
    heard = speakers(article)
    found: list[tuple[str, str]] = []
    for name in others(article, key, near, 9):
        if named_in(name, said) or (not verbatim and alike(article, name, said)):
            continue
        found.append((name, _why(article, name, name in heard)))
    found.sort(key=lambda one: one[0] not in heard)
    if len(found) < 2 and verbatim:
        found += _of_table(article, key, said, {name for name, _ in found} | set(near))
    return found[:_MOST]


def named_in(name: str, said: str) -> bool:
    """Whether a person stands in what is said, by surname."""
    return name.split()[-1] in said


def _why(article: Article, name: str, heard: bool) -> str:
    called = article.called
    called = called[:1].upper() + called[1:]
    who = described(article, name)
    if heard:
        return f"{called} gives other words to {who}."
    return f"{called} names {who}, but gives these words to somebody else."


def _of_table(
    article: Article, key: str, said: str, taken: Collection[str]
) -> list[tuple[str, str]]:
    known = table().person(key)
    if not isinstance(known, Person):
        return []
    names = set(article.names.people)
    return [
        (one.name, f"{one.name}{_is(one)} is not in the article.")
        for one in table().siblings(known, 4)
        if one.name not in taken | names and not named_in(one.name, said)
    ]


def _is(person: Person) -> str:
    return f", {person.about}," if person.about else ""
