"""Who did it? Which body did it?"""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.bodies import other_bodies
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import described, others
from civicsquiz.draft.language.names import NameKind

RULE = "who-did@1"

_ASKED = {
    NameKind.PERSON: "who",
    NameKind.COURT: "which court",
    NameKind.LEGISLATURE: "which body",
    NameKind.COMMITTEE: "which committee",
    NameKind.AGENCY: "which agency",
    NameKind.ORGANIZATION: "which organization",
    NameKind.PARTY: "which party",
    NameKind.STATE: "which state",
    NameKind.COUNTRY: "which country",
}


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of whom or what the predicate is said."""
    if fact.frame is not Frame.ACTION or fact["kind"] == "office":
        return
    kind, subject, predicate = NameKind(fact["kind"]), fact["subject"], fact["predicate"]
    asked = _ASKED[kind]
    when = fact["when"]
    stem = (
        f"{when}, {asked} {predicate}?" if when else f"{building.capitalised(asked)} {predicate}?"
    )
    sentence = article.sentences[fact.sentence]
    near = {name.key for name in article.named(sentence)}
    if kind is NameKind.PERSON:
        distractors = [
            (name, f"The article names {described(article, name)}, but does not say this of them.")
            for name in others(article, subject, near)
        ]
        key = subject
    else:
        key, distractors = other_bodies(article, kind, subject, near)
    rationale = f"The article says this of {described(article, subject) if kind is NameKind.PERSON else key}."
    values = building.common(fact, article, RULE, stem, rationale)
    if key and len(distractors) >= 2:
        yield Candidate(
            building.choice(values, key, distractors), (fact,), RULE, 0.5,
            {"subject": subject, "predicate": predicate},
        )  # fmt: skip
