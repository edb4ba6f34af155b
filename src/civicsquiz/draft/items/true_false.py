"""True or false? What the law does, as the article has it, or with another amendment or case in its place.

One thing alone is changed, never inside a quotation, and the table knows that it is then false.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from civicsquiz.bank.items import TrueFalse
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.predicates import asked
from civicsquiz.draft.items import building, cases, provisions
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import verbs
from civicsquiz.draft.table import Amendment, Entry

RULE = "true-false@1"
_SHAPES = frozenset({"main", "which", "clause"})
_LEAST, _MOST = 8, 30
"""Words of a statement."""


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A statement, by turns as it is and changed: the fact's own hash tells which."""
    told = _told(fact, article)
    if told is None or any(mark in told[2] for mark in '“”"'):
        return
    key, other, rest, why = told
    true = int(fact.hash, 16) % 2 == 0
    statement = (key if true else other) + rest
    if not _LEAST <= len(statement.split()) <= _MOST:
        return
    statement += " True or false?"
    values: dict[str, Any] = building.common(fact, article, RULE, statement, why)
    values["because"] = "" if true else f"It is {key[0].lower()}{key[1:]}{rest}"
    item = TrueFalse(key=true, why=why, **values)
    yield Candidate(item, (fact,), RULE, 0.3, {"statement": rest})


def _told(fact: Fact, article: Article) -> tuple[str, str, str, str] | None:
    """The beginning of the statement with the key and with another, its end, and what is true."""
    if fact.frame is Frame.PROVISION and fact["shape"] in _SHAPES and fact["kind"] == "amendment":
        entry = provisions.known_as(fact)
        if entry is None or fact["when"]:
            return None
        apart = [
            other for other in provisions.others(entry, fact, article, 30) if _far(entry, other)
        ]
        if not apart:
            return None
        wrong = provisions.shown(apart[0], digits=fact["provision"][0].isdigit())
        return (
            f"The {fact['provision']}", f"The {wrong}", f" {asked(fact['predicate'])}.",
            provisions.rationale(entry, fact),
        )  # fmt: skip
    if fact.frame is Frame.CASE and fact["shape"] == "court" and fact["decided"]:
        form = verbs.form(fact["verb"])
        known = cases.known_as(fact)
        other = next(cases.others(fact, article, known), None) if known else None
        if known is None or form is None or other is None:
            return None
        rest = f", the Supreme Court {form.verb.past} {fact['decided']}."
        return f"In {fact['case']}", f"In {other.name}", rest, cases.about(known)
    return None


def _far(entry: Entry, other: Entry) -> bool:
    """Whether two amendments are about matters far apart: of those on trials one is as good as another."""
    if not isinstance(entry, Amendment) or not isinstance(other, Amendment):
        return False
    return not (4 <= entry.number <= 8 and 4 <= other.number <= 8)
