"""Items out of facts: what all rules have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Evidence, Holder, Item, Option, Role, Stance, Status, option_id
from civicsquiz.bank.origin import Drafted, Origin
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.source.selector import Ambiguous, Found, Selector, find

_SMALL = frozenset(
    """a an the of to in on for and or by with at from that which who what when where how did does do was were is are
    be been has have had into as it its his her their this according article many whose whom said say""".split()
)
_LONGEST_SLUG = 48
_CONTEXT = 40
"""How many characters of context a selector begins with."""


def common(fact: Fact, article: Article, rule: str, stem: str, rationale: str) -> dict[str, Any]:
    """What every type of item has: everything but its key and options.

    `stem` and `rationale` are whole sentences. The evidence is the fact's passage, with its further
    spans; the topic is the article's.
    """
    spans = [(fact.start, fact.end), *fact.also]
    return {
        "id": telling_id(stem, fact),
        "topic": topic_of(fact, article)[0],
        "stance": fact.stance,
        "holder": None if fact.stance is Stance.FACT else Holder(fact.holder),
        "stem": stem,
        "rationale": rationale,
        "evidence": tuple(evidence(article, start, end) for start, end in dict.fromkeys(spans)),
        "status": Status.DRAFT,
        "origin": Origin.DRAFTED,
        "draft": Drafted(fact.hash, rule),
        "as_of": None,
    }


def choice(values: dict[str, Any], key: str, distractors: Sequence[tuple[str, str]]) -> Choice:
    """A choice with `distractors` (text and why) over the values of `common`."""
    return Choice(key=option(key), distractors=tuple(option(*one) for one in distractors), **values)


def option(text: str, why: str = "") -> Option:
    return Option(option_id(text), text, why)


def evidence(article: Article, start: int, end: int, role: Role = Role.PROVES) -> Evidence:
    """The quotation of a span, with as much context as makes it the only one."""
    return Evidence(article.card.id, selector(article, start, end), role)


def selector(article: Article, start: int, end: int) -> Selector:
    """The selector of a span of the canonical text: alone where its words are unique, else with what
    stands before it and, where that is not enough, behind it."""
    text = article.document.text
    exact = text[start:end]
    plain = Selector(exact)
    folded = article.folded
    if not isinstance(find(folded, plain), Ambiguous):
        return plain
    for width in (_CONTEXT, 4 * _CONTEXT, 16 * _CONTEXT):
        block = article.document.block_at(start)
        before = text[max(block.start, start - width) : start]
        after = text[end : min(block.end, end + width)]
        tried = Selector(exact, before.partition(" ")[2] if len(before) == width else before,
                         after.rpartition(" ")[0] if len(after) == width else after)  # fmt: skip
        found = find(folded, tried)
        if isinstance(found, Found) and found.start == start:
            return tried
    return plain


def telling_id(stem: str, fact: Fact) -> str:
    """An id out of the words of a stem, with the beginning of the fact's hash, so that it is the
    same whenever the same fact is drafted again."""
    words = re.findall(r"[a-z0-9]+", stem.lower().replace("’", "").replace("'", ""))
    telling = [word for word in words if word not in _SMALL and len(word) > 1][:4]
    return "-".join((*telling, fact.hash[:4]))


def topic_of(fact: Fact, article: Article) -> tuple[str, str]:
    """The slug and the name of the topic of a fact: the heading that it stands under in an article
    with many headings, else the article."""
    heading = article.sentences[fact.sentence].heading
    name = heading if heading and article.headed else article.card.title or article.card.label
    return slug(name) or article.card.id, name


_LETTERS = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def slug(text: str) -> str:
    """A slug of at most six words, “E.P.A.” one of them."""
    text = _LETTERS.sub(lambda found: found[0].replace(".", ""), text)
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))
    return "-".join(words[:6])[:_LONGEST_SLUG].strip("-")


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def with_names(item: Item, names: Iterable[str]) -> Item:
    """The item with further names of its holder."""
    from dataclasses import replace

    if item.holder is None:
        return item
    return replace(item, holder=Holder(item.holder.name, tuple(dict.fromkeys(names))))
