"""Which official does it? Which body has the power?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import roles

RULE = "who-does@1"


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of which office or body the predicate is said."""
    if fact.frame is not Frame.ACTION or fact["kind"] != "office":
        return
    role = next(one for one in roles.roles().values() if one.name == fact["subject"])
    asked = "which of these" if role.plural else f"which {role.asked}"
    when, predicate = fact["when"], fact["predicate"]
    stem = f"{when}, {asked} {predicate}?" if when else f"{building.capitalised(asked)} {predicate}?"
    text = article.sentences[fact.sentence].text.lower()
    apart = (one for one in roles.others(role) if one.name.split()[-1].lower() not in text)
    distractors = [(one.name, f"{one.does}. This is not its task.") for one in islice(apart, 3)]
    rationale = f"{role.does}, and the article says this of it too."
    slot = fact.slot("subject")
    subject = article.document.text[slot.start : slot.end]
    values = building.common(fact, article, RULE, stem, rationale)
    yield Candidate(
        building.choice(values, role.name, distractors), (fact,), RULE, 0.6,
        {"subject": subject, "predicate": predicate},
    )  # fmt: skip
