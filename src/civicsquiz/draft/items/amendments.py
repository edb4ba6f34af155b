"""Which amendment does what? Several at once, each beside what the article says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from civicsquiz.bank.items import Match
from civicsquiz.bank.models import Evidence, Option, Role
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import signs
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import Amendment, Clause, table

RULE = "amendment-match@1"
_MOST_WORDS = 18
_MOST = 4
_STEM = "Which of these things does each amendment to the Constitution do?"


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """Three or four amendments, each with a predicate that speaks for it and none of the others."""
    chosen: list[tuple[Amendment, Fact]] = []
    for fact in sorted(facts, key=lambda one: (len(one["predicate"]), one.start)):
        known = table().amendment(fact["provision"]) if _fits(fact) else None
        if known is not None and all(_apart(known, fact, *other) for other in chosen):
            chosen.append((known, fact))
    if len(chosen) < 3:
        return
    chosen = sorted(chosen[:_MOST], key=lambda pair: pair[0].number)
    first = chosen[0][1]
    words = ", ".join(known.word for known, _ in chosen)
    rationale = (
        f"Of these amendments ({words}), each is about something that none of the others is about."
    )
    values: dict[str, Any] = building.common(first, article, RULE, _STEM, rationale)
    values["evidence"] = tuple(
        Evidence(
            article.card.id,
            building.selector(article, fact.start, fact.end),
            Role.PROVES,
            (fact["provision"],),
        )
        for _, fact in chosen
    )
    pairs = tuple(
        (building.option(fact["provision"]), building.option(_ended(f"It {fact['predicate']}")))
        for _, fact in chosen
    )
    spare = _spare([known for known, _ in chosen])
    values |= {"distractors": (spare,)} if spare else {}
    yield Candidate(
        Match(pairs=pairs, **values),
        tuple(fact for _, fact in chosen),
        RULE,
        0.85,
        {"pairs": "amendments"},
    )


def _ended(text: str) -> str:
    return text if text.endswith((".”", ".")) else f"{text}."


def _spare(chosen: Sequence[Amendment]) -> Option | None:
    """What a clause of another amendment does, by the table, and surely none of those chosen."""
    numbers = {known.number for known in chosen}
    clauses = [
        one for one in table().entries("clause") if isinstance(one, Clause) and one.amendment
    ]
    clauses.sort(key=lambda one: (min(abs((one.amendment or 0) - at) for at in numbers), one.name))
    for one in clauses:
        held = signs.may_hold(one.about)
        if one.amendment not in numbers and held is not None and not held & numbers:
            known = next(
                each for each in table().entries("amendment") if isinstance(each, Amendment) and each.number == one.amendment
            )  # fmt: skip
            return building.option(f"It {one.about}.", f"That is the {known.word} Amendment.")
    return None


def _fits(fact: Fact) -> bool:
    return (
        fact.frame is Frame.PROVISION
        and fact["kind"] == "amendment"
        and fact["shape"] in ("main", "which", "clause")
        and not fact["when"]
        and 3 <= len(fact["predicate"].split()) <= _MOST_WORDS
    )


def _apart(known: Amendment, fact: Fact, other: Amendment, said: Fact) -> bool:
    """Whether neither predicate could be said of the other amendment."""
    mine, theirs = signs.may_hold(fact["predicate"]), signs.may_hold(said["predicate"])
    return bool(
        known is not other
        and mine is not None
        and theirs is not None
        and other.number not in mine
        and known.number not in theirs
    )
