"""Who else a question about a person can offer, and why it is not them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.quotations import whole_name


def others(article: Article, key: str, near: Collection[str], at_most: int = 3) -> Iterator[str]:
    """People of the article by their whole names, other than `key` and those `near` (who stand in
    the same passage and so might have a part in it); those with a title first, then by mention."""
    people = [
        name
        for name in article.names.people
        if name != key and name not in near and whole_name(article, name) and not _same(name, key)
    ]
    people.sort(key=lambda name: not article.names.titles(name))
    yield from people[:at_most]


def _same(one: str, other: str) -> bool:
    return one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]


def described(article: Article, key: str) -> str:
    """A person with their title, as the article has it: “Secretary of State Mike Pompeo”."""
    titles = article.names.titles(key)
    title = next((title for title in titles if 1 < len(title.split()) <= 6), titles[0] if titles else "")
    return f"{title} {key}" if title else key
