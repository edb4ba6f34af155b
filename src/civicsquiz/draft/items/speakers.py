"""Who said what: several quotations of one article, each with its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.bank.items import Match
from civicsquiz.bank.models import Evidence, Holder
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import described
from civicsquiz.draft.items.quotations import closed, worth
from civicsquiz.draft.items.rivals import named_in, rivals
from civicsquiz.draft.relevance import civics_words

RULE = "match-who-said@1"

_LONGEST = 24
"""Words of a quotation in a list of several."""


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A match of three or four quotations with their speakers, with one speaker to spare."""
    best: dict[str, Fact] = {}
    for fact in facts:
        if fact.frame is not Frame.QUOTATION or fact.source != article.card.id:
            continue
        value = worth(fact)
        said = fact["speaker"]
        if not value or len(fact["words"].split()) > _LONGEST or " " not in said:
            continue
        if said not in best or value > worth(best[said]):
            best[said] = fact
    picked = sorted(best.values(), key=lambda fact: -worth(fact))[:4]
    picked = _told_apart(sorted(picked, key=lambda fact: fact.start))
    if len(picked) < 3:
        return
    keys = {fact["speaker"] for fact in picked}
    near = {name.key for fact in picked for name in article.named(article.sentences[fact.sentence])}
    said = " ".join(fact["words"] for fact in picked)
    for spare in rivals(article, picked[0]["speaker"], keys | near, picked[0]):
        if not named_in(spare[0], said):
            yield _item(picked, spare, article)
            return


def _told_apart(picked: Sequence[Fact]) -> list[Fact]:
    """Those of the quotations that no other one's speaker might have said as well: none that names a
    speaker, and no two on the same words."""
    kept: list[Fact] = []
    for fact in picked:
        named = any(named_in(other["speaker"], fact["words"]) for other in picked)
        words = civics_words(fact["words"])
        if not named and not any(_near(words, civics_words(other["words"])) for other in kept):
            kept.append(fact)
    return kept


def _near(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > max(2, min(len(one), len(other)) // 2)


def _item(picked: Sequence[Fact], spare: tuple[str, str], article: Article) -> Candidate:
    called = article.called
    stem = f"Whom does {called} quote with each of these words?"
    rationale = (
        f"{building.capitalised(called)} names a speaker beside each: "
        + "; ".join(described(article, fact["speaker"]) for fact in picked)
        + "."
    )
    values = building.common(picked[0], article, RULE, stem, rationale)
    quoted = [f"“{closed(fact['words'])}”" for fact in picked]
    found: list[Evidence] = []
    for fact, text in zip(picked, quoted, strict=True):
        for start, end in ((fact.start, fact.end), *fact.also):
            one = building.evidence(article, start, end)
            found.append(Evidence(one.source, one.selector, one.role, (text,)))
    values |= {
        "evidence": _merged(found),
        "holder": Holder(picked[0]["speaker"], tuple(fact["speaker"] for fact in picked[1:])),
    }
    pairs = tuple(
        (building.option(text), building.option(fact["speaker"]))
        for fact, text in zip(picked, quoted, strict=True)
    )
    item = Match(pairs=pairs, distractors=(building.option(*spare),), **values)
    return Candidate(item, tuple(picked), RULE, 0.75)


def _merged(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """One piece of evidence for each passage, with all the parts that it proves."""
    parts: dict[tuple[str, str, str], list[Evidence]] = {}
    for one in found:
        chosen = one.selector
        parts.setdefault((chosen.exact, chosen.prefix or "", chosen.suffix or ""), []).append(one)
    return tuple(
        Evidence(
            same[0].source,
            same[0].selector,
            same[0].role,
            tuple(part for one in same for part in one.parts),
        )
        for same in parts.values()
    )
