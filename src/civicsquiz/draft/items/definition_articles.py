"""The article that a definition needs where it is put into a question."""

from __future__ import annotations

from civicsquiz.bank.check.words import singular
from civicsquiz.draft.facts import genus, terms

_MASS = frozenset(
    """government rule freedom liberty protection testimony evidence money legislation funding spending revenue participation involvement loyalty
    trust power aid service speech writing cooperation communication competition support influence segregation discrimination law trade labor
    information news propaganda land property citizenship debt forgiveness assistance help relief welfare income resistance opposition
    hostility abstinence content attention coverage recognition confinement detention treatment research reporting journalism work material
    access advice opinion behavior control""".split()
)
"""Heads that need no article."""


def with_article(definition: str) -> str:
    """A definition with the article that its head needs: “explanation of …” is “the explanation of …”."""
    first = definition.split(" ", maxsplit=1)[0].lower()
    if first.endswith("ing"):
        return definition
    head = genus.head_of(definition)
    if (
        first in ("a", "an", "the", "any", "those", "all", "each", "every")
        or not head
        or head in _MASS
    ):
        return definition
    words = definition.split()
    at = next(
        (at for at, word in enumerate(words) if singular(word.lower().strip(",")) == head), -1
    )
    if at < 0 or words[at].endswith("ing") or any(map(terms.plural, words[: at + 2])):
        return definition
    if (
        " or " in definition[: definition.find(head)]
        or " and " in definition[: definition.find(head)]
    ):
        return definition
    if words[at + 1 : at + 2] == ["of"]:
        return f"the {definition}"
    return f"{'an' if words[0][0] in 'aeio' else 'a'} {definition}"
