"""Which rule of law stands behind the news? It tells of a veto: what can Congress do about one?

The law's own words prove the key; the passage of the news stands beside them as context.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from civicsquiz.bank.check import notes
from civicsquiz.bank.models import Role
from civicsquiz.draft import law
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.acts import is_report, speaking
from civicsquiz.draft.facts.acts_levels import by_president
from civicsquiz.draft.facts.acts_list import Act, Proof, acts
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import answers, building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import stance
from civicsquiz.draft.relevance import relevance

RULE = "law-at-work@1"
TOUCHED = "law-touched@1"
"""What an article speaks of in three sentences, or in two and early, and is not about: the key is as sure,
but is it to the point? Five blind raters kept 77 to 95 in a hundred."""
MENTIONED = "law-mentioned@1"
"""What it speaks of less: they kept four in five, the strictest of them one in two."""
_MOST = 8
"""Questions for an article, each on another rule."""
_OF_TOPIC = 4
"""Questions for an article on acts that are alike."""
_WORDS = 90
"""One question for so many words of running text."""
_OFTEN = 5
"""In so many sentences an article speaks of what it is about, where its title does not name it."""
_MOST_TOUCHED, _MOST_MENTIONED = 4, 4
_OF_TOUCHED, _SPOKEN = 2, 4
"""Questions on acts that are alike which an article touches on in so many sentences; else one."""
_ENOUGH = 3
"""In so many sentences it has to be spoken of to be drafted; one less where the beginning has one."""
_FIRST = 4
"""Sentences in which news tells first what it is about."""
_SAID = 0.3
_LATER, _LATE = 0.02, 0.3


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A choice for each rule, those first that the article is most about, and of these what needs a detail
    that it has; none that needs what it does not speak of, none that a figure
    or a staple of the article asks too, none on words of the law that a better one rests on, and few of acts
    that are alike. Then, as a kind of its own, a few on what news does no more than touch on."""
    asked = {fact["figure"] or fact["staple"] for fact in facts}
    told: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.frame is Frame.KNOWN and fact["rule"] and not acts()[fact["rule"]].same & asked:
            told[fact["rule"]].append(fact)
    text = article.document.text
    met = cache(lambda need: need.met(text))  # acts that are alike share needs
    for name in [name for name in told if not all(map(met, acts()[name].needs))]:
        del told[name]
    found: dict[tuple[object, ...], float] = {}  # acts that are alike share theirs
    for name in told:
        if (topic := _topic(acts()[name])) not in found:
            found[topic] = _central(acts()[name], article)
    central = {name: found[_topic(acts()[name])] for name in told}
    order = sorted(
        (name for name in told if central[name]),
        key=lambda name: (-central[name], not acts()[name].needs, _lot(name, article)),
    )
    most = max(1, min(_MOST, article.document.body_words // _WORDS))
    rested: set[tuple[str, str]] = set()
    used: set[int] = set()
    alike: Counter[str] = Counter()
    for name in order:
        act = acts()[name]
        laws = {(one.place, one.words) for one in act.resting}
        if most and not rested & laws and alike[act.show.pattern] < _OF_TOPIC:
            rested |= laws
            most -= 1
            alike[act.show.pattern] += 1
            best = _beside(told[name], used, article)
            used.add(best.sentence)
            yield _choice(act, best, article, RULE, 0.45 + 0.35 * central[name])
    if is_report(article):
        others = {name: told[name] for name in told if not central[name]}
        topics = {text for name in told if central[name] for text in _subjects(acts()[name])}
        yield from _touched(others, topics, rested, used, article)


def _touched(
    told: Mapping[str, Sequence[Fact]],
    topics: set[str],
    rested: set[tuple[str, str]],
    used: set[int],
    article: Article,
) -> Iterator[Candidate]:
    """A few on what an article speaks of and is not about, those first of which it speaks most, and on
    what it says once, later on: each of another topic than `topics` and on other words of the law than those
    `rested` on, beside other sentences than those `used`."""
    speaking = {acts()[name].show: acts()[name] for name in told}
    often = {show: _often(act, article) for show, act in speaking.items()}
    spoken = {name: often[acts()[name].show] for name in told}
    first = {name: min(fact.sentence for fact in facts) < _FIRST for name, facts in told.items()}
    order = sorted(
        told,
        key=lambda name: (
            -spoken[name] - 2 * first[name],
            not acts()[name].needs,
            _lot(name, article),
        ),
    )
    left = {TOUCHED: _MOST_TOUCHED, MENTIONED: _MOST_MENTIONED}
    asked: Counter[str] = Counter()
    for name in order:
        act = acts()[name]
        rule = TOUCHED if spoken[name] + first[name] >= _ENOUGH else MENTIONED
        laws = {(one.place, one.words) for one in act.resting}
        alike = max(asked[text] for text in _subjects(act))
        most = _OF_TOUCHED if spoken[name] >= _SPOKEN else 1
        if left[rule] and alike < most and not topics & _subjects(act) and not rested & laws:
            asked.update(_subjects(act))
            rested |= laws
            left[rule] -= 1
            best = _beside(told[name], used, article)
            used.add(best.sentence)
            worth = 0.2 + 0.02 * min(spoken[name], _OFTEN)
            yield _choice(act, best, article, rule, worth)


def _beside(facts: Iterable[Fact], used: Collection[int], article: Article) -> Fact:
    """The passage of the news that stands beside the law: one that needs no note and that no other
    question has, as far as there is such."""
    return min(
        facts,
        key=lambda fact: (
            bool(notes.spoken([article.sentences[fact.sentence].text])),
            fact.sentence in used,
            -_worth(fact, article),
            fact.start,
        ),
    )


def _topic(act: Act) -> tuple[object, ...]:
    """All that decides whether an article is about an act."""
    return act.show, act.hints, act.without, act.wide


def _central(act: Act, article: Article) -> float:
    """How much an article is about an act, from 0 to 1; 0 where it only touches on it. Blind raters kept
    nine in ten questions on what the title names or five sentences tell of, and one in four of the rest."""
    title = article.card.title or ""
    if (found := act.named(title)) and by_president(found, article):
        return 1.0
    if not is_report(article):
        return 0.0  # no news, so far as is known: only its title says what it is about
    hinted = any(_stands(hint, title) for hint in act.hints)
    often = _often(act, article)
    if act.wide or not (hinted or often >= _OFTEN):
        return 0.0
    return 0.4 + 0.4 * hinted + 0.04 * min(often, _OFTEN)


def _subjects(act: Act) -> set[str]:
    """What makes two questions alike to a teacher: what is looked for, or what the article is said to
    mention."""
    return {act.show.pattern, act.told}


def _often(act: Act, article: Article) -> int:
    """In how many sentences an article speaks of an act."""
    return len(speaking(act, article))


def _stands(hint: str, title: str) -> bool:
    """Whether a word of a title begins with a hint, in letters of any size; a hint may lack its first."""
    return _beginning(hint).search(title) is not None


@cache
def _beginning(hint: str) -> re.Pattern[str]:
    size = 0 if hint.isupper() else re.IGNORECASE  # “IRS”
    return re.compile(rf"\b\w?{re.escape(hint)}", size)


def _lot(name: str, article: Article) -> str:
    """What decides between rules that an article tells alike: another order in every article, so that
    not all are asked the same."""
    return hashlib.sha256(f"{article.card.id} {name}".encode()).hexdigest()


def _worth(fact: Fact, article: Article) -> float:
    """How much of civics a passage has; less where it is what somebody says, which others may dispute,
    and less the later it stands: news tells first what it is about."""
    text = article.sentences[fact.sentence].text
    said = stance.attributed(text) or set(text) & set('“”"')
    late = min(_LATE, fact.sentence * _LATER)
    return max(0.0, relevance(text) - (_SAID if said else 0.0) - late)


def _choice(act: Act, fact: Fact, article: Article, rule: str, worth: float) -> Candidate:
    verb = "mentions" if act.mention else "tells of"
    stem = f"{named(article)} {verb} {act.told}. {act.ask}"
    values = building.common(fact, article, rule, stem, act.why)
    values["because"] = act.because or None
    values["as_of"] = law.as_of(act.proof.laws)
    item = answers.answered(act, proven(values, act.proof))
    item = replace(item, content=tuple(notes.spoken(notes.shown(item))))
    claims = {"rule": act.name, "told": fact["told"]}
    return Candidate(item, (fact,), rule, worth, claims)


def named(article: Article) -> str:
    """An article as a question begins with it: its student has read it."""
    return "The article" if article.alone else building.capitalised(article.called)


def proven(values: dict[str, Any], proof: Proof) -> dict[str, Any]:
    """The values of an item with the words of the law as what proves its key, and its own passages as
    context."""
    beside = tuple(replace(one, role=Role.CONTEXT) for one in values["evidence"])
    laws = tuple(law.evidence(one) for one in proof.laws)
    return {**values, "evidence": (*laws, *beside)}
