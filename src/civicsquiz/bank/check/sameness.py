"""Rules on two things that are one: options that say the same, stems that ask the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.figures import figure
from civicsquiz.bank.check.rule import BanksRule, Case, ItemRule, Remark
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Order
from civicsquiz.bank.models import Bank, Item

_Several = Choice | FindEvidence | Multiple | Match | Order
_LIST = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_OR = re.compile(r",\s+or\s+|\s+or\s+|,\s+(?=[^,]+(?:,[^,]+)*,?\s+or\s)")
LIKE = 90
"""The token-sort ratio, out of 100, from which two stems count as one."""


def _distinct(item: _Several, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for (_, one), (at, other) in combinations(enumerate(item.options), 2):
        if isinstance(item, FindEvidence) and one is item.key:
            continue  # what says the same as the key is E7's matter
        key = item.key_ids == (one.id,)
        if how := _alike(one.text, other.text) or (key and _either(one.text, other.text)):
            what = f"the key “{one.text}”" if key else f"“{one.text}”"
            yield Remark(places.of_option(item, at), f"“{other.text}” {how} {what}")
    for (_, one), (at, other) in combinations(enumerate(item.prompts), 2):
        if how := _alike(one.text, other.text):
            yield Remark(("key", at, "left"), f"“{other.text}” {how} “{one.text}”")


def _alike(one: str, other: str) -> str:
    """How two options are the same answer, or nothing. Words are compared, so that one little
    "not" keeps two options apart however alike their letters are."""
    mine, theirs = content_words(one), content_words(other)
    if not mine or not theirs:
        return "says the same as" if one.casefold() == other.casefold() else ""
    if mine == theirs or (set(mine) == set(theirs) and _listed(one) == _listed(other)):
        return "says the same as"
    if len(mine) == len(theirs) and all(map(_slip, mine, theirs)):
        return "is nearly the same as"
    small, large = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
    contained = small in (large[: len(small)], large[-len(small) :])
    if contained and _is_name(one) and _is_name(other):
        return "overlaps with"
    return ""


def _either(key: str, other: str) -> str:
    """How an option is right where the key names it as one of several: “Sign it” of “Sign it or veto it”."""
    parts = _OR.split(key)
    named = len(parts) > 1 and content_words(other) in map(content_words, parts)
    return "is one part of" if named else ""


def _listed(text: str) -> Counter[tuple[str, ...]]:
    """The parts of a list, in any order: "Congress and the president"."""
    return Counter(content_words(part) for part in _LIST.split(text))


def _slip(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter, in words long enough for a slip."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 5:
        return False
    if one[0] != other[0] and one[-1] != other[-1]:
        return False
    if not (one.isalpha() and other.isalpha()):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1


def _is_name(text: str) -> bool:
    """Whether each word is a capitalised one; "of" and "the" aside."""
    words = [word for word in text.split() if word not in ("of", "the", "The", "v.", "de")]
    return bool(words) and figure(text) is None and all(word[0].isupper() for word in words)


DISTINCT = ItemRule(
    code="O5",
    name="options-alike",
    severity=Severity.ERROR,
    types=(Choice, FindEvidence, Multiple, Match, Order),
    mend="replace one of them",
    means="Two options, of a match two of one side, are the same answer: the same words (plurals and articles aside), the same list "
    "in another order, words that differ by one letter, or a name and a part of it. Or a key offers several things, "
    "joined by “or”, and a distractor is one of them.",
    why="A student who chose the one could rightly claim the other; if one is the key, a right answer "
    "is marked wrong.",
    bad="key: Earl Warren\ndistractors: [{text: Chief Justice Earl Warren}]",
    good="key: Earl Warren\ndistractors: [{text: Hugo Black}]",
    check=_distinct,
)


def _one_question(cases: Sequence[Case]) -> Iterator[tuple[int, Remark]]:
    asked = [
        (number, at, item)
        for number, case in enumerate(cases)
        for at, item in enumerate(case.bank.items)
    ]
    words = [sorted(content_words(_asked(item))) for _, _, item in asked]
    tokens = [" ".join(sorted(_plain(_asked(item)))) for _, _, item in asked]
    reported: set[int] = set()
    for earlier, later, score in _pairs(words, tokens):
        (first, _, one), (second, at, other) = asked[earlier], asked[later]
        other_file = first != second and cases[first].bank.id == cases[second].bank.id
        if later in reported or other_file:
            continue  # two versions of one bank are I3's matter
        reported.add(later)
        where = f"“{one.id}”" if first == second else f"“{one.id}” of “{cases[first].bank.id}”"
        yield (
            second,
            Remark(
                ("items", at, "stem"),
                f"the stem of “{other.id}” asks nearly the same as {where} ({score:.0f}% alike)",
                concerns=(one.id,) if first == second else (),
            ),
        )


def _asked(item: Item) -> str:
    """What a question asks: its stem, with what is to be matched or put into order, because “Which
    meaning goes with each word?” may be asked of any words."""
    given = item.options if isinstance(item, Order) else item.prompts
    return " ".join((item.stem, *(option.text for option in given))) if given else item.stem


def _plain(stem: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in stem.casefold()).split()


def _pairs(
    words: Sequence[Sequence[str]], tokens: Sequence[str]
) -> Iterator[tuple[int, int, float]]:
    """Pairs (earlier, later) of stems that are alike, with the ratio.

    Only pairs that share a rare word are compared, which all pairs of 10,000 stems (144 s) cannot
    be; equal stems are found without. `tokens` are the stems with their words sorted.
    """
    from rapidfuzz.fuzz import ratio

    counts: defaultdict[str, int] = defaultdict(int)
    for stem in words:
        for word in set(stem):
            counts[word] += 1
    rare = max(8, len(words) // 500)
    same: dict[str, int] = {}
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for later, stem in enumerate(words):
        earlier = same.setdefault(tokens[later], later)
        if earlier != later:
            yield earlier, later, 100.0
        found = {
            candidate
            for word in set(stem)
            if counts[word] <= rare
            for candidate in by_word[word]
            if tokens[candidate] != tokens[later]
        }
        length = len(tokens[later])
        for candidate in sorted(found):
            other = tokens[candidate]
            if abs(len(other) - length) * 100 <= (100 - LIKE) * (len(other) + length):
                score = ratio(other, tokens[later], score_cutoff=LIKE)
                if score:
                    yield candidate, later, score
        for word in set(stem):
            if counts[word] <= rare:
                by_word[word].append(later)


ONE_QUESTION = BanksRule(
    code="B1",
    name="near-duplicate-stem",
    severity=Severity.WARNING,
    varies=True,
    mend="keep one of the two, or ask something else",
    means=f"Two stems that share a rare word are at least {LIKE}% alike with their words sorted "
    "(token-sort ratio). All banks that are checked together are compared. What is to be matched or "
    "put into order counts with its stem.",
    why="Whoever has answered the one has answered the other; a score then counts one thing twice.",
    bad="stem: In what year was Trop v. Dulles decided?   # beside: In which year was … decided?",
    good="stem: What did Trop v. Dulles say about taking citizenship away?",
    check=_one_question,
)
