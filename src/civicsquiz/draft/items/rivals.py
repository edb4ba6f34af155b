"""Who else a question on words can offer: others who speak in the article, others whom it names, and
where there are none, people of the civics table who held the same office."""

from __future__ import annotations

from collections.abc import Collection

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.items import building
from civicsquiz.draft.items.people import alike, described, others, speakers, surname
from civicsquiz.draft.table import Person, table

_MOST = 3
_AGE = 50
"""Years between two people in office, at most, for one to be mistaken for the other."""
_LONG_AGO, _LONGER_AGO = 1975, 1925


def rivals(
    article: Article, key: str, near: Collection[str], fact: Fact, *, verbatim: bool = True
) -> list[tuple[str, str]]:
    """Distractors with their `why`: whoever speaks in the article first, and those who are named
    nearest to the fact. The words are given to `key` by name, so verbatim words are nobody else's; a
    view in other words may be shared by whom the article names with the same matters."""
    said = fact["words"] or fact["claim"]
    heard = speakers(article)
    people = [
        name
        for name in others(article, key, near, 99)
        if not named_in(name, said)
        and (verbatim or not alike(article, name, said))
        and _of_one_time(key, name)
    ]
    old = {name for name in people if long_ago(name) and table().person(key) is None}

    def far(name: str) -> int:
        return min(abs(number - fact.sentence) for number, _ in article.names.mentions(name))

    people.sort(key=lambda name: (name in old, name not in heard, far(name)))
    found = [(name, _why(article, name, name in heard, verbatim)) for name in people[:_MOST]]
    if len(found) < 2 and verbatim:
        found += _of_table(article, key, said, {name for name, _ in found} | set(near))
    return found[:_MOST]


def named_in(name: str, said: str) -> bool:
    """Whether a person stands in what is said, by surname."""
    return surname(name) in said


def _why(article: Article, name: str, heard: bool, verbatim: bool) -> str:
    called = building.capitalised(article.called)
    who = described(article, name)
    known = table().person(name)
    if who == name and isinstance(known, Person):
        who += _is(known).rstrip(",")
    if heard:
        return f"{called} gives other words to {who}."
    what = "these words to" if verbatim else "this view to"
    return f"{called} names {who}, but gives {what} somebody else."


def _of_table(
    article: Article, key: str, said: str, taken: Collection[str]
) -> list[tuple[str, str]]:
    known = table().person(key)
    if not isinstance(known, Person):
        return []
    names = {*article.names.people, *taken}
    return [
        (one.name, f"{one.name}{_is(one)} is not quoted in the article.")
        for one in table().siblings(known, 4)
        if one.name not in names
        and surname(one.name) != surname(key)
        and not named_in(one.name, said)
    ]


def _of_one_time(key: str, other: str) -> bool:
    """Whether two people may have spoken of the same matters: not where one was in office long ago,
    and the other at a time far from it, or at one that is not known."""
    one, two = _year(key), _year(other)
    if one is not None and two is not None:
        return abs(one - two) <= _AGE
    if one is None and table().person(key) is not None:
        return True
    return _within(one, _LONG_AGO) and _within(two, _LONGER_AGO)


def _year(name: str) -> int | None:
    """When somebody of the table was in office, in its first year."""
    known = table().person(name)
    return known.dated if known else None


def long_ago(name: str) -> bool:
    """Whether somebody is known to have been in office in a time that few of today's readers saw."""
    return not _within(_year(name), _LONG_AGO)


def _within(year: int | None, first: int) -> bool:
    return year is None or year >= first


def _is(person: Person) -> str:
    if person.about:
        return f", {person.about},"
    if not person.bench:
        return ""
    first, _, last = person.bench.partition("–")
    when = f"from {first} to {last}" if last.isdigit() else f"from {first} on"
    return f", who sat on the Supreme Court {when},"
