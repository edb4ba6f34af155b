"""Drafts into a bank file: a new one, or one in which a teacher has already judged.

What is there stays as it is, to the byte. A fact that an item already asks about, whatever became of
the item, is not drafted again, and neither is one that was rejected, nor a question on the law that an
item asks behind another article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from civicsquiz.bank.editing import BankText, emit, forms
from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.bank.origin import Drafted
from civicsquiz.draft import law
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import Drafts
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.errors import FileError
from civicsquiz.source.card import Card
from civicsquiz.source.selector import stands


@dataclass(frozen=True)
class Merged:
    """What became of the drafts: `added` to the drafts and `tray` to what needs editing (ids),
    `known` that are in the bank, `rejected` that came up again and were left out. `stale` are the
    ids of items that quote what their article no longer says."""

    added: tuple[str, ...] = ()
    tray: tuple[str, ...] = ()
    known: int = 0
    rejected: int = 0
    stale: tuple[str, ...] = ()


def new_bank(
    bank_id: str, title: str, drafts: Drafts, articles: Sequence[Article]
) -> tuple[str, Merged]:
    """The text of a new bank file with all drafts in it."""
    items = _items(drafts, ())
    topics = _topics((*drafts.items, *drafts.tray), articles)
    values: dict[str, Any] = {
        "civicsquiz": 1,
        "id": bank_id,
        "title": title,
        "language": "en",
        "topics": topics,
        "sources": {card.id: forms.card_values(card) for card in _cards(articles, items)},
        "items": [forms.values_of(item) for item in items],
    }
    return emit.bank(values), _merged(items)


def merge(text: BankText, bank: Bank, drafts: Drafts, articles: Sequence[Article]) -> Merged:
    """Put into a bank's text what is new, as one edit. `text` is not saved. What quotes a source of
    law is left out where the bank has something else under its id."""
    asked = {item.draft.fact for item in bank.items if item.draft}
    of_law = {law.asked(item) for item in bank.items} - {()}
    refused = {rejected.fact for rejected in bank.rejected}
    fresh, known, again = [], 0, 0
    others = {
        card.id for card in bank.cards.values() if card.id in law.IDS and not law.is_shipped(card)
    }
    for candidate in (*drafts.items, *drafts.tray):
        if candidate.hash in asked or law.asked(candidate.item) in of_law:
            known += 1
        elif candidate.hash in refused:
            again += 1
        elif not others.intersection(law.quoted_in([candidate.item])):
            fresh.append(candidate)
    left = Drafts((), *_parted(drafts, fresh), ())
    items = [_placed(item, bank) for item in _items(left, bank.items)]
    with text.together():
        for card in _cards(articles, items):
            _put_card(text, bank, card)
        if items:
            text.add_items([forms.values_of(item) for item in items])
        if bank.topics:
            _name_topics(text, bank, items, _topics(fresh, articles))
    merged = _merged(items)
    return replace(merged, known=known, rejected=again, stale=tuple(stale(bank, articles)))


def _name_topics(
    text: BankText, bank: Bank, items: Sequence[Item], names: Mapping[str, str]
) -> None:
    """Name the new topics beside those that have a name; in a file where that cannot be done their slugs
    are shown, as in one that names none."""
    for topic in dict.fromkeys(item.topic for item in items):
        if topic not in bank.topics and topic in names:
            with suppress(FileError):
                text.name_topic(topic, names[topic])


def _placed(item: Item, bank: Bank) -> Item:
    """The item under a topic that the bank names, where it names any: that of an item out of the same
    source, for a new slug would have no name."""
    if not bank.topics or item.topic in bank.topics:
        return item
    sources = {evidence.source for evidence in item.evidence}.difference(law.IDS)
    for other in bank.items:
        if other.topic in bank.topics and any(one.source in sources for one in other.evidence):
            return replace(item, topic=other.topic)
    return item


def stale(bank: Bank, articles: Iterable[Article]) -> list[str]:
    """The ids of the items of which a quotation no longer stands in its article."""
    at_hand = {article.card.id: article for article in articles if article.guide is None}
    return [
        item.id
        for item in bank.items
        if any(
            evidence.source in at_hand
            and not stands(at_hand[evidence.source].folded, evidence.selector)
            for evidence in item.evidence
        )
    ]


def _parted(
    drafts: Drafts, fresh: Sequence[Candidate]
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    new = {id(candidate) for candidate in fresh}
    return (
        tuple(each for each in drafts.items if id(each) in new),
        tuple(each for each in drafts.tray if id(each) in new),
    )


def _items(drafts: Drafts, there: Sequence[Item]) -> list[Item]:
    """The items of the drafts, then of the tray, under ids that are free."""
    taken = {item.id for item in there} | {old for item in there for old in item.formerly}
    made: list[Item] = []
    pairs = [(each, Status.DRAFT) for each in drafts.items]
    pairs += [(each, Status.NEEDS_EDITING) for each in drafts.tray]
    for candidate, status in pairs:
        name, number = candidate.item.id, 2
        while name in taken:
            name, number = f"{candidate.item.id}-{number}", number + 1
        taken.add(name)
        draft = Drafted(candidate.hash, candidate.rule)
        made.append(replace(candidate.item, id=name, status=status, draft=draft))
    return made


def _merged(items: Sequence[Item]) -> Merged:
    return Merged(
        tuple(item.id for item in items if item.status is Status.DRAFT),
        tuple(item.id for item in items if item.status is Status.NEEDS_EDITING),
    )


def _topics(candidates: Sequence[Candidate], articles: Sequence[Article]) -> Mapping[str, str]:
    by_id = {article.card.id: article for article in articles}
    return dict(
        building.topic_of(candidate.fact, by_id[candidate.fact.source]) for candidate in candidates
    )


def _cards(articles: Sequence[Article], items: Sequence[Item]) -> list[Card]:
    """The cards that items need: those of the articles, and those of the law that they quote."""
    cards = [article.card for article in articles]
    return [*cards, *(law.whole(name).card for name in law.quoted_in(items))]


def _put_card(text: BankText, bank: Bank, card: Card) -> None:
    there = bank.cards.get(card.id)
    if there is None:
        text.add_source(card.id, forms.card_values(card))
    elif card.sha256 and there.sha256 != card.sha256:
        text.set_source_key(card.id, "sha256", card.sha256)
