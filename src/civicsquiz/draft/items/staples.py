"""What every text on government says alike, asked as the list has it."""

from __future__ import annotations

import re
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
    said = value.lower() if value in _COMMON or value.endswith(" Clause") else value
    key = building.capitalised(staple.key.replace("{}", said))
    values = building.common(fact, article, RULE, staple.ask, staple.why)
    if not _words(key) <= _words(value):
        values["because"] = f"“{value}” is meant: {key}."
    item = building.choice(values, key, staple.wrong)
    yield Candidate(item, (fact,), RULE, 0.85, {"staple": staple.name, "value": value})


def _words(text: str) -> set[str]:
    """The words of a text that tell something, without the ending of a plural."""
    found = re.findall(r"[\w-]+", text.lower().replace("-in-", " in "))
    return {re.sub(r"(?<=..)(?:ies|es|s|y)$", "", word) for word in found if word not in _IDLE}


_IDLE = frozenset({"the", "a", "an", "its", "those", "who", "are"})
_COMMON = frozenset(
    {"Vice President", "President", "Chief Justice", "Elastic Clause", "Supremacy Clause"}
)
"""Written small in an option, as the wrong ones are."""
