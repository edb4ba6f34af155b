"""Which of the candidates that passed are drafts: the best, few to a sentence, mixed in kind."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from civicsquiz.draft import law
from civicsquiz.draft.clearing import cleared
from civicsquiz.draft.gate.rule import Ground, Refused
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.together import apart

TRAY: frozenset[str] = frozenset(
    """case-year case-facts true-false which-named which-year did-what match-did match-offices define-typed define-other
    why contrast list who-did law-order how-many who-in-news define-match unnamed-source own-voice
    who-said match-who-said who-claimed find-claim who-does letters define find-definition meaning who-signed about
    law-mentioned""".split()
)
"""Kinds whose drafts did not hold up on unseen articles, or that nobody rated yet: they need editing."""

_TOUCHED = frozenset({"law-touched", "law-mentioned"})
_BESIDE = frozenset({"law-at-work", *_TOUCHED})
"""Kinds whose sentence proves nothing and only stands beside what does: others may have it too."""
_APART = frozenset("""figure staple who-signed about which-provision case-which who-does""".split())
"""Kinds of which two may be of one sentence, where it says two things: each has a key of its own."""
_PER_SENTENCE = 2
_PER_KEY = 2
_LISTED = frozenset({"figure", "staple", "law-at-work", "law-touched"})
_PER_LISTED_KEY = 3
"""“The Senate” answers more than two questions of the lists, all of them different."""
_LIKE = 85
_PER_KIND = 4
_OF_KIND = {
    "letters": 1,
    "case-order": 1,
    "figure": 6,
    "staple": 8,
    "law-at-work": 8,
    "law-touched": 8,
    "office-held": 2,
    "find-claim": 1,
    "who-said": 2,
    "who-claimed": 1,
}
"""Kinds of which a bank has enough sooner: they ask for one thing to be known by heart."""
_WORDS_A_DRAFT = 60
"""At most one draft for so many words of running text."""
_LEAST = 4


def chosen(
    passed: Sequence[Candidate], ground: Ground, today: datetime.date
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...], tuple[Refused, ...]]:
    """Drafts, tray, and what was left out: in the order of the text, of each article first what it says
    and what it is about, and then what it touches on."""
    kept: list[Candidate] = []
    tray: list[Candidate] = []
    left: list[Refused] = []
    sentences: dict[tuple[str, int], list[Candidate]] = {}
    kinds: Counter[tuple[str, str]] = Counter()
    keys: Counter[tuple[str, str]] = Counter()
    listed: Counter[tuple[str, str]] = Counter()
    articles: Counter[str] = Counter()
    spare = [candidate for candidate in passed if candidate.kind in TRAY]
    for candidate in sorted(passed, key=_rank):
        fact = candidate.fact
        places = _places(candidate)
        if candidate.kind in TRAY:
            continue
        most = max(_LEAST, ground.articles[fact.source].document.body_words // _WORDS_A_DRAFT)
        kind = (fact.source, candidate.kind)
        same = {id(other) for other in ground.links.corroborating(fact)}
        if any(_alike(candidate, other) or id(other.fact) in same for other in kept):
            left.append(Refused(candidate, "B1", "a better draft asks nearly the same"))
        elif any(_taken(candidate, sentences.get(place, [])) for place in places):
            left.append(Refused(candidate, "B2", "its sentence has a better draft"))
        elif candidate.item.type != "true-false" and keys[fact.source, candidate.item.key_text] >= (
            _PER_LISTED_KEY if candidate.kind in _LISTED else _PER_KEY
        ):
            left.append(Refused(candidate, "B3", "better drafts have the same key"))
        elif (
            candidate.kind == "staple"
            and keys[fact.source, candidate.item.key_text]
            - listed[fact.source, candidate.item.key_text]
        ):
            left.append(Refused(candidate, "B3", "a better draft has the same key"))
        elif kinds[kind] >= _OF_KIND.get(candidate.kind, max(_PER_KIND, most // 2)):
            left.append(Refused(candidate, "B4", "its article has better drafts of this kind"))
        elif articles[fact.source] >= most:
            left.append(Refused(candidate, "B4", "its article has better drafts enough"))
        else:
            for place in places:
                sentences.setdefault(place, []).append(candidate)
            articles[fact.source] += 1
            kinds[kind] += 1
            keys[fact.source, candidate.item.key_text] += 1
            listed[fact.source, candidate.item.key_text] += candidate.kind in _LISTED
            kept.append(candidate)
    kept, unfit = apart(cleared(kept), ground, today)
    left += unfit
    taken = {place for one in kept for place in _places(one)}
    for candidate in sorted(spare, key=_rank):
        places = _places(candidate)
        if places & taken:
            left.append(Refused(candidate, "B2", "its sentence has a draft"))
        elif candidate.kind in _BESIDE and any(_alike(candidate, one) for one in (*kept, *tray)):
            left.append(Refused(candidate, "B1", "a better draft asks nearly the same"))
        else:
            taken |= places
            tray.append(candidate)
    return tuple(sorted(kept, key=_shown)), tuple(sorted(tray, key=_shown)), tuple(left)


def _places(candidate: Candidate) -> set[tuple[str, int]]:
    """The sentences that a draft takes up, so that few others may rest on them."""
    if candidate.kind in _BESIDE:
        return set()
    return {(each.source, each.sentence) for each in candidate.facts}


def _taken(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether the drafts of a sentence leave no room for another: one of two things that it says."""
    if not others:
        return False
    if (
        len(others) >= _PER_SENTENCE
        or not {candidate.kind, *(one.kind for one in others)} <= _APART
    ):
        return True
    return any(_tells(candidate, one) or _tells(one, candidate) for one in others)


def _tells(one: Candidate, other: Candidate) -> bool:
    """Whether a draft has the key of another as its key or in its stem."""
    key = other.item.key_text.lower().removeprefix("the ")
    mine = one.item.key_text.lower().removeprefix("the ")
    return key in mine or key in one.item.stem.lower()


def _rank(candidate: Candidate) -> tuple[float, str, int, str]:
    return (-candidate.relevance, *_place(candidate))


def _place(candidate: Candidate) -> tuple[str, int, str]:
    return (candidate.fact.source, candidate.fact.start, candidate.rule + candidate.fact.hash)


def _shown(candidate: Candidate) -> tuple[str, bool, int, str]:
    source, start, rule = _place(candidate)
    return (source, candidate.kind in _TOUCHED, start, rule)


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two drafts of one type ask nearly the same (token-sort ratio, as rule B1 has it), or the same
    of the law behind two articles."""
    if one.item.type != other.item.type or one.item.key_text != other.item.key_text:
        return False
    if (of_law := law.asked(one.item)) and of_law == law.asked(other.item):
        return True
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one.item.stem, other.item.stem) >= _LIKE
