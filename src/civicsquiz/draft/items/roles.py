"""Which official does it? Which body has the power?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.predicates import asked as asking
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.families import beside, rival_chamber
from civicsquiz.draft.language import roles
from civicsquiz.draft.relevance import relevance

RULE = "who-does@3"
_WORTH = 0.35
_SHORT = 8
_GIVEN = re.compile(r"^(?:was|were) (?:also )?(?:given|granted) (?=the (?:power|authority|right))")
"""What the Constitution once gave, and its holder has now."""
_MORE = re.compile(r"\b(?:more|less|fewer|some|many|most|often|usually|sometimes)\b")


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of which office or body the predicate is said."""
    if fact.frame is not Frame.ACTION or fact["kind"] != "office":
        return
    role = next(one for one in roles.roles().values() if one.name == fact["subject"])
    when, predicate = fact["when"], fact["predicate"]
    if _MORE.search(predicate):
        return
    value = relevance(predicate)
    if value < _WORTH and fact["shape"] not in ("granted", "by"):
        return
    asked = "which of these" if role.plural else f"which {role.asked}"
    said = _GIVEN.sub("have " if role.plural else "has ", asking(predicate))
    stem = f"{when}, {asked} {said}?" if when else f"{building.capitalised(asked)} {said}?"
    if len(stem.split()) < _SHORT and role.level == "federal" and not when:
        stem = f"In the government of the United States, {stem[0].lower()}{stem[1:]}"
    slot = fact.slot("subject")
    subject = article.document.text[slot.start : slot.end]
    short = subject.isupper() and bool(role.short)
    text = article.sentences[fact.sentence].text.lower()
    chamber = rival_chamber(role, predicate)
    apart = (
        one
        for one in beside(role, predicate)
        if one.name == chamber or one.name.split()[-1].lower() not in text
    )
    if short:
        apart = (one for one in apart if one.short and one.short.lower() not in text)
    distractors = [(one.short if short else one.name, f"{one.does}.") for one in islice(apart, 3)]
    if len(distractors) < 2:
        return
    led = article.document.text[: slot.start].lower().endswith("the ")
    key = role.short if short else _shown(role, subject, led=led)
    values = building.common(fact, article, RULE, stem, f"{role.does}.")
    claims = {"subject": subject, "predicate": predicate}
    if fact["shape"] in ("granted", "by", "which"):
        claims = {"role": subject, "predicate": predicate, "shape": fact["shape"]}
    yield Candidate(
        building.choice(values, key, distractors), (fact,), RULE, 0.5 + value / 4, claims
    )


def _shown(role: roles.Role, subject: str, *, led: bool) -> str:
    """The role as the list names it, or as the article does where that is shorter."""
    said = set(subject.lower().split())
    if set(role.name.lower().split()) <= said | {"the", "a"}:
        return role.name
    the = role.name.startswith("The ") and (led or not role.plural)
    return f"The {subject}" if the else building.capitalised(subject)
