"""What did she do, and who did what? Out of what one article tells of several people and bodies.

The options are the predicates of the article itself, in the past tense as they stand there; each is
told of one of them alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.bank.items import Match
from civicsquiz.bank.models import Evidence, Role
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.telling import telling_at
from civicsquiz.draft.items import building
from civicsquiz.draft.items.asking import predicate
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.context import in_context, is_news, titled, told_by_title
from civicsquiz.draft.items.kindred import kindred, like
from civicsquiz.draft.items.people import surname
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.relevance import civics_words, relevance

WHAT, MATCH = "did-what@1", "match-did@1"
_SHORTEST, _LONGEST = 4, 18
_WORTH = 0.36
_MOST = 4


@dataclass(frozen=True, slots=True)
class _Deed:
    """A fact with who did it, as it is printed, and what they did."""

    fact: Fact
    who: str
    what: str

    @property
    def worth(self) -> float:
        return relevance(self.what)


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A match of three or four, where the article tells of so many, and a choice for each of them."""
    deeds = _apart([deed for fact in facts if (deed := _deed(fact, article))], article)
    if len(deeds) < 3 or not is_news(article):
        return
    best = sorted(
        sorted(deeds, key=lambda deed: -deed.worth)[:_MOST], key=lambda deed: deed.fact.start
    )
    if match := _match(best, article):
        yield match
    for deed in deeds:
        others = [other for other in deeds if other is not deed and _near(deed, other)]
        if len(others) >= 2:
            yield _choice(deed, others[:3], article)


def _deed(fact: Fact, article: Article) -> _Deed | None:
    if fact.frame is not Frame.EVENT or fact["way"] != "subject":
        return None
    sentence, slot = article.sentences[fact.sentence], fact.slot("asked")
    found = telling_at(sentence, article, slot.start - sentence.start, slot.end - sentence.start)
    if found is None or found[0].statement.tense != "past":
        return None
    told = found[0]
    what = predicate(told, article)
    if not _SHORTEST <= len(what.split()) <= _LONGEST or relevance(what) < _WORTH:
        return None
    if dangling(told_by_title(f"Congress {what}", article), own=fact["kind"] == "person"):
        return None
    names = {name.key for name in told.named(told.statement.subject[1], told.end)}
    own = next(
        (name for name in article.named(sentence) if sentence.start + name.start == slot.start),
        None,
    )
    who = own.key if own and fact["kind"] == "person" else fact["asked"]
    return None if who in names else _Deed(fact, who, building.capitalised(what))


def _apart(deeds: Sequence[_Deed], article: Article) -> list[_Deed]:
    """One deed for each who did one, none in a sentence that names another of them, and no two alike."""
    kept: list[_Deed] = []
    for deed in sorted(deeds, key=lambda deed: (-deed.worth, deed.fact.start)):
        sentence = article.sentences[deed.fact.sentence].text
        words = civics_words(deed.what)
        clash = any(
            other.who == deed.who
            or other.who.split()[-1] in sentence
            or deed.who.split()[-1] in article.sentences[other.fact.sentence].text
            or len(words & civics_words(other.what)) > max(1, len(words) // 2)
            for other in kept
        )
        if not clash:
            kept.append(deed)
    return sorted(kept, key=lambda deed: deed.fact.start)


def _near(one: _Deed, other: _Deed) -> bool:
    return 0.55 < len(other.what) / len(one.what) < 1.8


def _choice(deed: _Deed, others: Sequence[_Deed], article: Article) -> Candidate:
    stem = in_context(f"What did {_the(deed)} do?", article, always=True)
    rationale = f"{building.capitalised(article.called)} tells this of {_the(deed)}."
    values = building.common(deed.fact, article, WHAT, stem, rationale)
    options = [(other.what, f"This was {_the(other)}.") for other in others]
    item = building.choice(values, deed.what, options)
    return Candidate(item, (deed.fact,), WHAT, 0.3 + deed.worth / 6, {"asked": deed.what})


def _the(deed: _Deed) -> str:
    return deed.who if deed.fact["kind"] == "person" else f"the {deed.who}"


def _match(deeds: Sequence[_Deed], article: Article) -> Candidate | None:
    """Each deed with who did it, and somebody to spare of whom the like of none is told."""
    spare = next(iter(_spare(deeds, article)), None)
    if spare is None:
        return None
    stem = in_context("Who did which of the listed things?", article, always=True)
    if not titled(stem):
        return None
    rationale = (
        f"{building.capitalised(article.called)} tells one thing of each: of "
        + "; of ".join(_the(deed) for deed in deeds)
        + "."
    )
    values = building.common(deeds[0].fact, article, MATCH, stem, rationale)
    values["evidence"] = tuple(proof for deed in deeds for proof in _proofs(deed, article))
    pairs = tuple((building.option(deed.what), building.option(deed.who)) for deed in deeds)
    item = Match(pairs=pairs, distractors=(building.option(*spare),), **values)
    return Candidate(item, tuple(deed.fact for deed in deeds), MATCH, 0.5)


def _spare(deeds: Sequence[_Deed], article: Article) -> Iterator[tuple[str, str]]:
    first = deeds[0]
    sentences = [article.sentences[deed.fact.sentence] for deed in deeds]
    for name, why in kindred(article, NameKind.PERSON, first.who, sentences[0], first.what):
        near = any(surname(name) in sentence.text for sentence in sentences)
        others = zip(deeds, sentences, strict=True)
        if not near and not any(like(article, name, one.what, at) for one, at in others):
            yield name, why


def _proofs(deed: _Deed, article: Article) -> Iterator[Evidence]:
    for start, end in ((deed.fact.start, deed.fact.end), *deed.fact.also):
        found = building.evidence(article, start, end)
        yield Evidence(found.source, found.selector, Role.PROVES, (deed.what,))
