"""Which rule of government stands behind the news? It tells of a veto: what can Congress do about one?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.acts import acts
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import stance
from civicsquiz.draft.relevance import relevance

RULE = "news-act@1"
_MOST = 3
"""Questions for an article, each on another rule."""
_SAID = 0.3
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A choice for each of a few rules, on the passage that tells most of civics; and no figure or staple that asks the same."""
    asked = {fact["figure"] or fact["staple"] for fact in facts}
    best: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (-_worth(fact, article), fact.start)):
        if fact.frame is Frame.KNOWN and fact["rule"] and not acts()[fact["rule"]].same & asked:
            best.setdefault(fact["rule"], fact)
    for fact in list(best.values())[:_MOST]:
        yield _choice(fact, article)


def _worth(fact: Fact, article: Article) -> float:
    """How much of civics a passage has; less where it is what somebody says, which others may dispute."""
    text = article.sentences[fact.sentence].text
    said = stance.attributed(text) or set(text) & set('“”"')
    return max(0.0, relevance(text) - (_SAID if said else 0.0))


def _choice(fact: Fact, article: Article) -> Candidate:
    act = acts()[fact["rule"]]
    stem = f"{_says(fact, article)}{act.ask}"
    values = building.common(fact, article, RULE, stem, act.why)
    values["because"] = f"The passage speaks of {act.told}. {act.because}"
    item = building.choice(values, act.key, act.wrong)
    worth = 0.45 + _worth(fact, article) / 4
    return Candidate(item, (fact,), RULE, worth, {"rule": act.name, "told": fact["told"]})


def _says(fact: Fact, article: Article) -> str:
    """What was news, and when, where its own words are clear alone; else empty: the question is."""
    line = building.capitalised(fact["line"].rstrip("."))
    date = when(article)
    return f"A news report{date and f' of {date}'} says: “{line}.” " if line else ""


def when(article: Article) -> str:
    """The month and the year of an article, where its card has them: “September 2016”."""
    date = article.card.date or ""
    return f"{_MONTHS[int(date[5:7]) - 1]} {date[:4]}" if len(date) >= 7 else ""
