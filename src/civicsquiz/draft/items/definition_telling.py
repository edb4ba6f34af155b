"""How much a definition tells: enough for one term, and not the word itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from civicsquiz.draft.facts import genus
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.items.definition_kinds import Meaning, likeness
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term

ALIKE = 0.34
"""From this share of common words on, two meanings may be one."""


def tells(fact: Fact, entry: Term) -> bool:
    """Whether a definition tells a term of the table apart from its kin: it has two words of what the
    table says, or one and is long, and one at least that is not said of several of them. “Explanation
    of the justices’ decision” might be any opinion of a court. What a sentence says at length of a
    term and of nothing else is taken at its word."""
    kin = Counter(word for one in table().siblings(entry, 9) for word in genus.telling(one.about))
    shared = (genus.telling(fact["definition"]) & genus.telling(entry.about)) - _LITTLE
    own = {word for word in shared if kin[word] < 2}
    names = (entry.name, *entry.also)
    if any(f" {name.lower()}" in f" {fact['definition'].lower()}" for name in names):
        return False  # “the spoils system, the power to practice patronage”
    if fact["way"] in _SAID_SO and len(fact["definition"].split()) >= _FULL:
        return True
    return bool(own) and len(shared) >= (1 if len(fact["definition"].split()) >= _LONG else 2)


_SAID_SO = frozenset({"is", "refers", "named"})
_FULL = 12
"""So many words, in a sentence that is about nothing else, need not be the table's."""
_LITTLE = frozenset({"witho", "withi", "throu", "somet", "someo"})
_LONG = 6


def told(fact: Fact, wrong: Sequence[Meaning]) -> bool:
    """Whether a definition has a word of its term that not every other term has as well."""
    return any(
        genus.shares_words(word, fact["definition"])
        and not all(genus.shares_words(word, one.term) for one in wrong)
        for word in fact["term"].split()
    )


def meanings_differ(one: Fact, other: Fact) -> bool:
    return likeness(one["definition"], other["definition"]) < ALIKE
