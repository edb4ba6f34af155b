"""A piece of news of our own, about things long past, to draft from."""

from __future__ import annotations

import datetime
from pathlib import Path

from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.gate.run import Gate
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read

TITLE = "Sixteen states sue over the census count"


def news(text: str, title: str = TITLE, date: str = "2019-02-21") -> Article:
    return made(f"SOURCE: Example News, CC0. TITLE: {title}. DATE: {date}\n\n{text}\n")


def made(text: str) -> Article:
    path = Path("news.txt")
    document = read(text.encode(), path)
    return Article(card_of(document, path), document)


def refusal(article: Article, candidate: Candidate) -> str:
    gate = Gate(Ground({article.card.id: article}, facts_of(article)), datetime.date(2026, 1, 1))
    refused = gate.refusal(candidate)
    return f"{refused.code}: {refused.said}" if refused else ""
