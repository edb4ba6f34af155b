"""Who said it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import in_public, introduced, titled
from civicsquiz.draft.items.rivals import rivals
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.language.spoken import leans
from civicsquiz.draft.relevance import relevance
from civicsquiz.draft.table import table

RULE = "who-said@1"

LEAST = 0.45
"""How much of civics a quotation must have to be asked about: a strong word and another."""
_ABUSE = re.compile(
    r"(?i)\b(?:contempt|liars?|lie[ds]?|lying|idiot\w*|stupid\w*|traitor\w*|racists?|fascis\w+|communists?|dictators?|crooked"
    r"|disgrac\w+|evil|crazy|insane|animals?|thugs?|hoax|witch.hunt|disgusting|pathetic|losers?|clowns?|fools?|cowards?)\b"
)
"""Words that hurt somebody, whoever said them."""
_HARM = re.compile(
    r"(?i)\b(?:murder\w*|kill\w*|rap(?:e|ed|ist|ists)|suicide\w*|dead|died|dying|slaughter\w*|massacre\w*|tortur\w+|bodies|corpse\w*)\b"
)
_NESTED = re.compile(r"(?:^|[\s(])[‘'](?=\w[^‘’']*(?:[’']\w+[^‘’']*)?[.,?!]?[’'](?:\W|$))")
"""Words that somebody quotes in turn: whose they are is another question."""
_OFFICES = re.compile(
    r"(?i)\b(?:the|our|Mr\.?|Madam) (president|governor|speaker|mayor|prime minister|chief justice|chancellor)\b"
)
_EXPERT = re.compile(
    r"(?i)\b(?:professor|law(?:yer)?|attorney|judge|justice|scholar|historian|director|president|chair\w*|secretary|senator"
    r"|representative|congress\w+|governor|mayor|minister|ambassador|general|commissioner|leader|speaker|whip|candidate|nominee)\b"
)
_LONGEST_STEM = 42
"""Words of a question (rule S3)."""
_OPENS_LOW = re.compile(r"^[“‘'\"\[]*[a-z]")


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: whose words a quotation is."""
    if fact.frame is not Frame.QUOTATION or not (value := worth(fact)):
        return
    speaker = fact["speaker"]
    if " " not in speaker or not _holds_office(article, speaker):
        return
    sentence = article.sentences[fact.sentence]
    near = {name.key for name in article.named(sentence) if name.kind is NameKind.PERSON}
    said = closed(fact["words"])
    lead = " that" if _OPENS_LOW.match(said) and not said.startswith("[") else ","
    mark = "" if said.endswith("?") else "?"
    stem = by_whom(article, f"who {fact['manner']}{lead} “{said}”{mark}")
    called = building.capitalised(article.called)
    rationale = f"{called} gives these words to {introduced(article, speaker)}."
    distractors = [
        one for one in rivals(article, speaker, near, fact) if not _meant(article, one[0], said)
    ]
    if len(distractors) < 2:
        return
    values = building.common(fact, article, RULE, stem, rationale)
    item = building.choice(values, speaker, distractors)
    proof = {"speaker": speaker, "words": fact["beside"] or fact["words"]}
    yield Candidate(item, (fact,), RULE, round(0.3 + 0.6 * value, 4), proof)


def _holds_office(article: Article, speaker: str) -> bool:
    """Whether somebody holds or seeks an office, or works for the public: whose words are worth knowing."""
    return bool(table().person(speaker) or titled(article, speaker)) or (
        in_public(article, speaker) and bool(_EXPERT.search(introduced(article, speaker)))
    )


def _meant(article: Article, person: str, said: str) -> bool:
    """Whether the words speak of a person by their office (“the president”), so that they are not
    that person's."""
    offices = _OFFICES.findall(said)
    title = titled(article, person).lower()
    return any(re.search(rf"(?<!vice )(?<!former )\b{one.lower()}\b", title) for one in offices)


def by_whom(article: Article, question: str) -> str:
    """A question with the publisher before it where one is stated: “According to NPR, who …”. Words
    that stand by themselves need no “according to the article”."""
    publisher = article.card.publisher
    whole = f"According to {publisher}, {question}"
    if not publisher or len(whole.split()) > _LONGEST_STEM:
        return building.capitalised(question)
    return whole


def worth(fact: Fact) -> float:
    """How much a quotation is worth asking about, 0 where it is not: what leans on something outside
    it, what is not about public matters, and what blames or abuses somebody."""
    said = fact["words"]
    value = relevance(said)
    unfit = leans(said) or hurtful(said) or _NESTED.search(said) or _of_nobody(said)
    return 0.0 if value < LEAST or unfit else value * (0.8 if "[" in said[1:] else 1.0)


def _of_nobody(said: str) -> bool:
    """Whether words speak of a “he” or “she” whom they do not name."""
    found = re.search(r"\b(?:he|she|him|her|hers|his)\b", said)
    named = found and re.search(
        r"(?<![.?!] )(?<!^)\b(?!I\b)[A-Z][a-z]+|president|governor|senator|judge",
        said[: found.start()],
    )
    return bool(found) and not named


def hurtful(text: str) -> bool:
    """Whether a text abuses somebody, or tells of violence."""
    return bool(_HARM.search(text) or _ABUSE.search(text))


def closed(said: str) -> str:
    """Something said without the sign that it ends with, so that a question can go on behind it."""
    return said.rstrip(" ").rstrip(",.;—–-")
