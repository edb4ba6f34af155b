"""What an article held besides its drafts: the candidates that were left out, and the facts that gave none.

What stands behind the law counts by its topic, in whatever many sentences and rules it was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.draft.article import Article
    from civicsquiz.draft.drafting import Drafts
    from civicsquiz.draft.facts.fact import Fact

_CALLED = {
    "case": "a case",
    "quotation": "a quotation",
    "claim": "a claim",
    "action": "what somebody did",
    "event": "an event",
    "date": "a date",
    "quantity": "a number",
    "office": "who held an office",
    "known": "what the lists of civics ask about",
    "acronym": "an abbreviation",
    "provision": "what a law or amendment does",
    "definition": "what a term means",
    "reason": "a reason",
    "contrast": "a contrast",
    "list": "a list",
}
"""The frames of facts, in a teacher's words."""


@dataclass(frozen=True)
class Held:
    """What articles hold: facts of their own, and topics with a law behind them, each with the names of
    the rules that it was found by."""

    facts: tuple[Fact, ...]
    topics: Mapping[str, frozenset[str]]

    def __len__(self) -> int:
        return len(self.facts) + len(self.topics)


def held(facts: Iterable[Fact]) -> Held:
    """What stands in the facts of articles."""
    from civicsquiz.draft.facts.acts_list import acts

    own, topics = [], dict[str, set[str]]()
    for fact in facts:
        if rule := fact["rule"]:
            topics.setdefault(acts()[rule].told, set()).add(rule)
        else:
            own.append(fact)
    return Held(tuple(own), {topic: frozenset(rules) for topic, rules in topics.items()})


def spoken(rules: Iterable[str], article: Article) -> list[int]:
    """The numbers of the sentences in which an article speaks of a topic."""
    from civicsquiz.draft.facts.acts import speaking
    from civicsquiz.draft.facts.acts_list import acts

    return sorted({number for rule in rules for number in speaking(acts()[rule], article)})


def silent(drafts: Drafts) -> Held:
    """What no candidate was made of, whatever became of it."""
    made = [*drafts.items, *drafts.tray, *(refused.candidate for refused in drafts.refused)]
    told = [fact for each in made for fact in each.facts]
    hashes, asked = {fact.hash for fact in told}, held(told).topics
    left = held(drafts.facts)
    return Held(
        tuple(fact for fact in left.facts if fact.hash not in hashes),
        {topic: rules for topic, rules in left.topics.items() if topic not in asked},
    )


def marked(words: str) -> str:
    """Words of an article in quotation marks, unless they begin with some."""
    return words if words[:1] in ("“", '"') else f"“{words}”"


def explain(app: App, drafts: Drafts, articles: Sequence[Article]) -> None:
    """Say of each candidate that was left out why, and which facts gave no question."""
    codes = Counter(refused.code for refused in drafts.refused)
    if codes:
        output.say(app, "\nLeft out, and why (civicsquiz check --explain CODE says more):\n")
    for refused in drafts.refused:
        item = refused.candidate.item
        output.say(app, f"{refused.code}  {one_line(refused.said)} ({refused.candidate.kind})")
        output.say(app, output.wrapped(one_line(item.stem)))
        output.say(app, output.wrapped(f"key: {one_line(item.key_text)}") + "\n")
    left = silent(drafts)
    if left.topics:
        output.say(app, "\nSpoken of as well, with a law behind it that nothing is asked about:\n")
        for topic, rules in left.topics.items():
            often = sum(len(spoken(rules, article)) for article in articles)
            times = f", in {often} sentences" if often > 1 else ""
            output.say(app, f"    {topic}{times}")
    if left.facts:
        why = "for want of what a fair one needs, such as whole names or other answers of its kind"
        output.say(app)
        output.say(app, output.wrapped(f"Found, and no question made of it, {why}:", "") + "\n")
        by_id = {article.card.id: article for article in articles}
        for fact in left.facts:
            article = by_id[fact.source]
            place = article.document.block_at(fact.start).paragraph
            of = f" of “{article.card.title or article.card.label}”" if len(by_id) > 1 else ""
            output.say(app, f"{_CALLED[fact.frame]}, paragraph {place}{one_line(of)}")
            said = one_line(article.document.text[fact.start : fact.end])
            output.say(app, output.wrapped(marked(said)) + "\n")
    if codes:
        output.say(app, ", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
