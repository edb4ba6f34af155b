"""What every text on government says alike, asked as the list has it."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.staples import staples
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate

RULE = "staple@1"


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice with the key as the article writes it."""
    if fact.frame is not Frame.KNOWN or not fact["staple"]:
        return
    staple, value = staples()[fact["staple"]], fact["value"]
    said = value.lower() if value in _COMMON else value
    key = building.capitalised(staple.key.replace("{}", said))
    values = building.common(fact, article, RULE, staple.ask, staple.why)
    if not set(key.lower().split()) <= {*value.lower().split(), *_IDLE}:
        values["because"] = f"“{value}” is {key.rstrip('.')}."
    item = building.choice(values, key, staple.wrong)
    yield Candidate(item, (fact,), RULE, 0.85, {"staple": staple.name, "value": value})


_IDLE = frozenset({"the", "a", "those", "who", "are"})
_COMMON = frozenset(
    {"Vice President", "President", "Chief Justice", "Elastic Clause", "Supremacy Clause"}
)
"""Written small in an option, as the wrong ones are."""
