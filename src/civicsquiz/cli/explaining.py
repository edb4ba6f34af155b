"""What an article held besides its drafts: the candidates that were left out, and the facts that gave none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.draft.article import Article
    from civicsquiz.draft.drafting import Drafts
    from civicsquiz.draft.facts.fact import Fact
    from civicsquiz.draft.items.candidate import Candidate

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


def candidates(drafts: Drafts) -> list[Candidate]:
    """All that was made, whatever became of it."""
    return [*drafts.items, *drafts.tray, *(refused.candidate for refused in drafts.refused)]


def silent(drafts: Drafts) -> list[Fact]:
    """The facts that no candidate was made of."""
    told = {fact.hash for each in candidates(drafts) for fact in each.facts}
    return [fact for fact in drafts.facts if fact.hash not in told]


def explain(app: App, drafts: Drafts, articles: Iterable[Article]) -> None:
    """Say of each candidate that was left out why, and which facts gave no question."""
    codes = Counter(refused.code for refused in drafts.refused)
    if codes:
        output.say(app, "\nLeft out, and why (civicsquiz check --explain CODE says more):\n")
    for refused in drafts.refused:
        item = refused.candidate.item
        output.say(app, f"{refused.code}  {one_line(refused.said)} ({refused.candidate.kind})")
        output.say(app, output.wrapped(one_line(item.stem)))
        output.say(app, output.wrapped(f"key: {one_line(item.key_text)}") + "\n")
    facts = silent(drafts)
    if touched := Counter(_topics(facts)):
        output.say(app, "\nTouched on, with a law behind it that would not be to the point:\n")
        for topic, times in touched.items():
            output.say(app, f"    {topic}{f', {times} times' if times > 1 else ''}")
    if rest := [fact for fact in facts if not fact["rule"]]:
        output.say(app, "\nFound, and no question made of it:\n")
        texts = {article.card.id: article.document for article in articles}
        for fact in rest:
            document = texts[fact.source]
            place = document.block_at(fact.start).paragraph
            output.say(app, f"{_CALLED[fact.frame]}, paragraph {place}")
            said = one_line(document.text[fact.start : fact.end])
            output.say(app, output.wrapped(f"“{said}”") + "\n")
    if codes:
        output.say(app, ", ".join(f"{code} {count}" for code, count in sorted(codes.items())))


def _topics(facts: Iterable[Fact]) -> Iterator[str]:
    """What the news touches on, as a question on the law behind it would say."""
    from civicsquiz.draft.facts.acts_list import acts

    for fact in facts:
        if fact["rule"]:
            yield acts()[fact["rule"]].told
