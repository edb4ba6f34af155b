"""Who said it?"""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import described, others
from civicsquiz.draft.language.names import NameKind

RULE = "who-said@1"


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: whose words a quotation is."""
    if fact.frame is not Frame.QUOTATION:
        return
    speaker = fact["speaker"]
    sentence = article.sentences[fact.sentence]
    near = {name.key for name in article.named(sentence) if name.kind is NameKind.PERSON}
    people = list(others(article, speaker, near))
    said = fact["words"].rstrip(",.!?; ")
    stem = f"Who said, “{said[:1].upper()}{said[1:]}”?"
    rationale = f"The article gives these words to {described(article, speaker)}."
    distractors = [
        (name, f"The article names {described(article, name)}, but not as the one who said this.")
        for name in people
    ]
    values = building.common(fact, article, RULE, stem, rationale)
    item = building.choice(values, speaker, distractors)
    yield Candidate(item, (fact,), RULE, 0.7, {"speaker": speaker, "words": fact["words"]})
