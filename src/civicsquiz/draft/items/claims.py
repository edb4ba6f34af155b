"""Who said that?"""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.bodies import other_bodies
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import introduced
from civicsquiz.draft.items.quotations import by_whom
from civicsquiz.draft.items.rivals import rivals
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.relevance import relevance

RULE = "who-claimed@1"

LEAST = 0.45
"""How much of civics a claim must have to be asked about."""
_ASKED = {
    NameKind.PERSON: "who",
    NameKind.AGENCY: "which agency",
    NameKind.ORGANIZATION: "which organization",
    NameKind.COMMITTEE: "which committee",
}


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: whose claim it is."""
    if fact.frame is not Frame.CLAIM or (value := relevance(fact["claim"])) < LEAST:
        return
    kind, holder, claim = NameKind(fact["kind"]), fact["holder"], fact["claim"]
    near = {name.key for name in article.named(article.sentences[fact.sentence])}
    called = building.capitalised(article.called)
    stem = by_whom(article, f"{_ASKED[kind]} {fact['said']} that {_ended(claim)}?")
    if kind is NameKind.PERSON:
        key, distractors = holder, rivals(article, holder, near, fact, verbatim=False)
        whose = introduced(article, holder)
    else:
        key, distractors = other_bodies(article, kind, holder, near)
        whose = key
    if not key or len(distractors) < 2:
        return
    rationale = f"{called} reports this as the view of {whose}."
    values = building.common(fact, article, RULE, stem, rationale)
    yield Candidate(
        building.choice(values, key, distractors), (fact,), RULE, round(0.25 + 0.6 * value, 4),
        {"speaker": holder, "words": claim},
    )  # fmt: skip


def _ended(claim: str) -> str:
    """A claim inside a question: its first word small unless it is a name, no point before a mark."""
    claim = claim.replace(".”", "”").replace('."', '"')
    first = claim.split(" ", 1)[0]
    if first[:1].isupper() and first.lower() in _SMALL:
        return claim[:1].lower() + claim[1:]
    return claim


_SMALL = frozenset(
    """a an the all any no every each some many most few both people citizens states voters women men government
    governments laws judges courts elections local public private political federal""".split()
)
