"""Which sentence says what a term means? Out of definitions whose term stands in other sentences too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Evidence, Role
from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import definition_wording as wording
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.facts.predicates import known as familiar
from civicsquiz.draft.facts.predicates import unowned
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.meanings import distinct
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.dangling import dangling

RULE = "find-definition@3"

_LONGEST = 40
_MAIN = frozenset({"is", "refers", "named", "when"})
"""Ways of defining that are what their sentence is about."""
_SAYS_WHAT = re.compile(
    r"\b(?:concern(?:s|ed)?|describes?|focus(?:es)? on|is about|endorses?|called|known as|referred to as|refers? to|defined|means?|meaning|consists?|involves?|occurs?|described|considered|refer|equate|which is|which are"
    r"|the (?:process|power|right|practice|idea|principle|ability|authority) (?:of|to|that|in|by))\b|—"
)


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """One question for each term with a defining sentence and two or three that only use it."""
    for fact in distinct(facts):
        candidate = _candidate(fact, article)
        if candidate:
            yield candidate


def _candidate(fact: Fact, article: Article) -> Candidate | None:
    key = article.sentences[fact.sentence]
    term = fact["term"]
    if (
        len(key.text.split()) > _LONGEST
        or len(term) < 5
        or not key.whole
        or fact["way"] not in _MAIN
        or _leans_generic(key.text)
    ):
        return None
    if " " not in term and wording.ends_like_verb(term):
        return None
    wrong = _unlike(
        sorted(
            _others(fact, key, article),
            key=lambda one: (abs(len(one.text) - len(key.text)), one.start),
        )
    )[:3]
    if len(wrong) < 2:
        return None
    stem = f"Which sentence tells what is meant by “{term}” in politics and law?"
    rationale = f"Only this sentence says what is meant by “{term}”; the others use the word without explaining it."
    values = building.common(fact, article, RULE, stem, rationale)
    wrong.sort(key=lambda one: one.start)
    evidence: list[Evidence] = [building.evidence(article, key.start, key.end)]
    evidence += [building.evidence(article, one.start, one.end, Role.CANDIDATE) for one in wrong]
    values["evidence"] = tuple(evidence)
    why = f"This sentence uses the word “{term}” without explaining it."
    item = FindEvidence(
        key=building.option(key.text),
        distractors=tuple(building.option(one.text, why) for one in wrong),
        **values,
    )
    return Candidate(item, (fact,), RULE, 0.4, {"term": term, "definition": fact["definition"]})


def _unlike(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences of which no two say nearly the same."""
    found: list[Sentence] = []
    for one in sentences:
        words = set(content_words(one.text))
        if all(
            len(words & set(content_words(other.text))) < _ALIKE * len(words) for other in found
        ):
            found.append(one)
    return found


_ALIKE = 0.6
_OPENS = re.compile(
    r"(?:Both|None|Some|Most|Many|Each|One|Other|Others|Another|Few|All) of\b|(?:Finally|Other|Others|Another|Subsequent\w*|Still|Again|Indeed"
    r"|Similarly|Likewise|Additionally|Furthermore|Second|Third|Next|Later|Instead|Meanwhile|Since then|Like|Unlike|While|Although|Because|Despite|After|Before|Compared)\b"
    r"|(?:For (?:example|instance)|In (?:addition|contrast|fact|turn|response|other words)|On the other hand|As a result|By contrast)\b"
)
_ANYWHERE = re.compile(
    r"\b(?:also|then|too|thus|instead|again|similar|further|another|recent|recently|subsequent\w*|following|latter|former|above|below|claim)\b"
    r"|\bas well\b(?! as)|, (?:on the other hand|however|therefore|in turn|likewise)\b|\bother (?!(?:democratic |industrialized |western )?(?:countr|nation|state))"
)


def leans(text: str) -> bool:
    """Whether a sentence leans on what stood before it: it is to be read alone, among others."""
    return bool(
        _OPENS.match(text)
        or _ANYWHERE.search(text)
        or dangling(familiar(text), own=True)
        or unowned(text)
    )


def _leans_generic(text: str) -> bool:
    """The same of a sentence that explains a term, in which “the defendant” is any."""
    other = _THE_OTHER.search(text)
    if other and not re.search(r"\b(?:another|one|two|both)\b", text[: other.start()]):
        return True
    return bool(_OPENS.match(text) or wording.generic_dangling(text))


_THE_OTHER = re.compile(r"\bthe other\b")


def _others(fact: Fact, key: Sentence, article: Article) -> Iterator[Sentence]:
    """Sentences that have the term, are about as long, and surely do not define it."""
    said = re.compile(rf"\b{re.escape(fact['term'])}s?\b", re.IGNORECASE)
    defining = re.compile(
        rf"\b{re.escape(fact['term'])}s?\b[”\"]?(?:,| \(|:| (?:is|are|was|were)\b)", re.IGNORECASE
    )
    subject = re.compile(
        rf"(?:An? |The )?{re.escape(fact['term'])}s? (?!(?:can|may|might|could|would|must|should|will)\b)",
        re.IGNORECASE,
    )
    meaning = set(content_words(fact["definition"]))
    for sentence in article.sentences:
        text = sentence.text
        if sentence is key or not sentence.whole or not said.search(text) or leans(text):
            continue
        if subject.match(text):
            continue  # what the thing does is half of what it is
        if not 0.5 <= len(text) / len(key.text) <= 1.8 or len(text.split()) > _LONGEST:
            continue
        if (
            sentence.quoted
            or "“" in text
            or '"' in text
            or stance.judging(text)
            or stance.blaming(text)
        ):
            continue
        if defining.search(text) or _SAYS_WHAT.search(text) or text.endswith("?"):
            continue
        if len(meaning & set(content_words(text))) * 3 > len(meaning):
            continue
        yield sentence
