"""Which court, which law, which year? A question for the named thing in an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.events import PLAIN
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.context import in_context
from civicsquiz.draft.items.kindred import kindred
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.language.statements import statement_of
from civicsquiz.draft.relevance import relevance

WHICH, YEAR = "which-named@1", "which-year@1"
_WORTH = 0.45


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: which named thing stands in the event."""
    if fact.frame is not Frame.EVENT:
        return
    sentence = article.sentences[fact.sentence]
    begins = [name.begins for name in article.named(sentence)]
    begins += [name.start for name in article.named(sentence)]
    statement = statement_of(sentence.text, begins)
    value = relevance(sentence.text)
    if statement is None or value < _WORTH:
        return
    cut = fact.slot("cut")
    without = (cut.start - sentence.start, cut.end - sentence.start)
    preposition, kind = fact["preposition"], fact["kind"]
    if kind == "year":
        asked = f"{preposition} which year"
        others: Sequence[tuple[str, str]] = _years(fact, article)
        rule = YEAR
    else:
        asked = f"{preposition} which {PLAIN[NameKind(kind)]}".strip()
        others = kindred(article, NameKind(kind), fact["asked"], sentence)
        rule = WHICH
    if len(others) < 2:
        return
    stem = building.capitalised(statement.question(sentence.text, asked, without))
    stem = in_context(stem, article)
    rationale = f"{building.capitalised(article.called)} names {fact['asked']} here."
    values = building.common(fact, article, rule, stem, rationale)
    key = others_key(fact, kind)
    item = building.choice(values, key, others)
    yield Candidate(item, (fact,), rule, 0.3 + value / 3, {"asked": fact["asked"]})


def others_key(fact: Fact, kind: str) -> str:
    """The key as an option."""
    return fact["asked"] if kind == "year" else building.capitalised(fact["asked"])


def _years(fact: Fact, article: Article) -> list[tuple[str, str]]:
    """Other years of the article, each with what it says of them."""
    year = int(fact["asked"])
    found: dict[int, str] = {}
    for sentence in article.sentences:
        if sentence.number == fact.sentence:
            continue
        for token in sentence.tokens:
            if token.text.isdigit() and len(token.text) == 4 and 1600 <= int(token.text) <= 2099:
                other = int(token.text)
                if other != year and abs(other - year) <= 60:
                    found.setdefault(other, sentence.text)
    nearest = sorted(found, key=lambda other: (abs(other - year), other))[:3]
    return [
        (str(other), f"{building.capitalised(article.called)} gives {other} for something else.")
        for other in sorted(nearest)
    ]
