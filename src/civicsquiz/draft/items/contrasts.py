"""Which of two is it? Out of contrasts, with a third of their kind from the civics table."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import table

RULE = "contrast@1"


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of whom or what the predicate is said, where the table has a third of the kind."""
    if fact.frame is not Frame.CONTRAST:
        return
    who, other = fact["who"], fact["other"]
    entries = [entry for entry in map(table().term, (who, other)) if entry]
    sentence = article.sentences[fact.sentence].text.lower()
    thirds = [
        sibling
        for entry in entries[:1]
        for sibling in table().siblings(entry, 6)
        if sibling not in entries and sibling.about and sibling.name.lower() not in sentence
        and not genus.shares_words(sibling.about, fact["what"])
    ]  # fmt: skip
    if not thirds:
        return
    many = terms.plural(who)
    verb = fact["what"].split()[0]
    if (many and verb in ("is", "was", "has")) or (not many and verb in ("are", "were", "have")):
        return
    stem = f"Which of the following {fact['what']}?"
    said = fact["whose"]
    why = (
        f"Of {other} it is said that they {said}."
        if said and many
        else "It is what the sentence sets against it."
    )
    distractors = [(building.capitalised(other), why)]
    for one in thirds[:2]:
        name = next(
            (form for form in (one.name, *one.also) if terms.plural(form) == many), one.name
        )
        distractors.append(
            (building.capitalised(name), f"“{building.capitalised(one.name)}” means {one.about}.")
        )
    rationale = f"The article sets {who} against {other} here."
    values = building.common(fact, article, RULE, stem, rationale)
    item = building.choice(values, building.capitalised(who), distractors)
    yield Candidate(item, (fact,), RULE, 0.55, {"subject": who, "predicate": fact["what"]})
