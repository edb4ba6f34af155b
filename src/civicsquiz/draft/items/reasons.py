"""Why is it so? Out of reasons, with the reasons that the same article gives for other things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.words import content_words
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language.dangling import dangling

RULE = "why@1"


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A choice for each reason beside which the article gives two others of the same form."""
    reasons = [
        fact for fact in facts if fact.frame is Frame.REASON and not dangling(fact["reason"])
    ]
    for fact in reasons:
        others = [other for other in reasons if _apart(fact, other)]
        others.sort(
            key=lambda other: (abs(len(other["reason"]) - len(fact["reason"])), other.start)
        )
        if len(others) < 2:
            continue
        yield _item(fact, article, others[:3])


def _apart(fact: Fact, other: Fact) -> bool:
    """Whether the reason of another fact is surely none for this one: they have no word in common."""
    if other.sentence == fact.sentence or other["form"] != fact["form"]:
        return False
    asked = set(content_words(f"{fact['subject']} {fact['rest']} {fact['reason']}"))
    return len(asked & set(content_words(other["reason"]))) <= 1


def _item(fact: Fact, article: Article, others: Sequence[Fact]) -> Candidate:
    stem = f"Why {fact['auxiliary']} {_lowered(fact, article)} {fact['rest']}?"
    rationale = f"The article gives this as the reason, in the same sentence as what is asked about {_lowered(fact, article)}."
    distractors = [
        (
            building.capitalised(other["reason"]),
            f"That is the article’s reason for something else: {_lowered(other, article)} {other['auxiliary']} {other['rest']}.",
        )
        for other in others
    ]
    values = building.common(fact, article, RULE, stem, rationale)
    item = building.choice(values, building.capitalised(fact["reason"]), distractors)
    return Candidate(item, (fact, *others), RULE, 0.5, {"reason": fact["reason"]})


def _lowered(fact: Fact, article: Article) -> str:
    """The subject as it stands within a sentence: in small letters, where it is no name."""
    subject = fact["subject"]
    sentence = article.sentences[fact.sentence]
    if any(name.begins == 0 or name.start == 0 for name in article.named(sentence)):
        return subject
    return subject[:1].lower() + subject[1:]
