"""What a rule of the gate is: a code, a name, and one pure function over a candidate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.linking import Links


@dataclass(frozen=True)
class Ground:
    """What candidates are judged before: all articles by the id of their source, and all facts."""

    articles: Mapping[str, Article]
    facts: tuple[Fact, ...]

    @cached_property
    def links(self) -> Links:
        """Which facts say the same, and which say otherwise."""
        return Links(self.facts)

    def article(self, candidate: Candidate) -> Article:
        """The article that a candidate asks about."""
        return self.articles[candidate.fact.source]


@dataclass(frozen=True)
class GateRule:
    """A rule of the gate. `check` says in a few words what is wrong with a candidate; empty where
    nothing is. `means` is what `--explain` prints."""

    code: str
    name: str
    means: str
    check: Callable[[Candidate, Ground], str]


@dataclass(frozen=True)
class Refused:
    """A candidate that the gate did not let pass, with the code of the rule and its words."""

    candidate: Candidate
    code: str
    said: str
