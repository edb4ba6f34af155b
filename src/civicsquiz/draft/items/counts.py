"""How many? The figure that an article gives, among other figures of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.counts import count_of
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.telling import WORTH, telling_at
from civicsquiz.draft.items import building
from civicsquiz.draft.items.asking import question
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language.figures import NUMBER, value_of, written_like
from civicsquiz.draft.relevance import relevance

RULE = "how-many@1"
_MOST = 3
_FACTOR = 16
_NEAR = 0.12
"""The share by which another figure differs from the key, at least."""
_FEW = 12
_SMALL = 20
_ANY = re.compile(rf"(?<![\w$€£.,-])(?:{NUMBER})(?:%| percent)?(?![\w-])")
_TERMS = {
    2: "A member of the House of Representatives is elected for two years.",
    4: "A president is elected for four years.",
    6: "A senator is elected for six years.",
}
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Article|Section|Title|No\.) $"
)


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: the figure for what is counted."""
    if fact.frame is not Frame.QUANTITY or not fact["asked"]:
        return
    sentence = article.sentences[fact.sentence]
    slot = fact.slot("asked")
    found = telling_at(sentence, article, slot.start - sentence.start, slot.end - sentence.start)
    count = count_of(found[0]) if found else None
    if found is None or count is None:
        return
    told = found[0]
    value = relevance(told.text[: told.end])
    stem = question(told, article, (count.start, count.end), count.asked)
    options = _others(fact, article)
    if value < WORTH or not stem or len(options) < 2:
        return
    called = building.capitalised(article.called)
    rationale = f"{called} counts {count.number} {count.what} here."
    if count.what == "votes for and against":
        rationale = f"{called} gives {count.number} as the votes for and against."
    if count.asked in ("what percentage", "what share", "what majority"):
        rationale = f"{called} gives the share as {count.number}."
    elif count.what == "years of a term":
        rationale = f"{called} gives the length of a term as {count.number} years."
    values = building.common(fact, article, RULE, stem, rationale)
    item = building.choice(values, building.capitalised(count.number), options)
    yield Candidate(
        item,
        (fact,),
        RULE,
        0.25 + value / 4,
        {"asked": count.number, "in_place": count.asked.strip()},
    )


def _others(fact: Fact, article: Article) -> Sequence[tuple[str, str]]:
    """Other figures, in the order of their size: of the article, with what stands beside them there,
    or near the key where that is small."""
    if fact["asked"].lower() in _SHARES or fact["asked"].lower() == "three-quarters":
        return _shares(fact, article)
    if tally := re.fullmatch(r"(\d+)(\D+)(\d+)", fact["asked"].replace(",", "")):
        return _tallies(fact["asked"], int(tally[1]), tally[2], int(tally[3]), article)
    number, key = fact["asked"], value_of(fact["asked"].removesuffix("percent").strip())
    if not key:
        return []
    called = building.capitalised(article.called)
    if fact["what"] == "years of a term":
        terms = {float(years): why for years, why in _TERMS.items()}
        found = {value: why for value, why in terms.items() if value != key}
    else:
        small = key <= _FEW and not number.endswith(("%", "percent"))
        figures = () if small else _of_article(fact, article, key)
        found = dict(sorted(figures, key=lambda one: (abs(one[0] - key), one[0])))
        if key <= _SMALL and key == int(key) and "%" not in number and "percent" not in number:
            for near in (key + 1, key - 1, key + 2):
                if near > 1 and len(found) < _MOST:
                    found.setdefault(near, f"{called} counts {number}.")
        elif found and key > 100 and key == int(key):
            found.setdefault(round(key * (0.75 if key % 2 else 1.25)), f"{called} gives {number}.")
    chosen = sorted(list(found.items())[:_MOST])
    return [(building.capitalised(written_like(value, number)), why) for value, why in chosen]


_SHARES = {
    "a majority": 0.5, "simple majority": 0.5, "a simple majority": 0.5, "half": 0.5, "three-fifths": 0.6, "two-thirds": 0.67, "three-fourths": 0.75, "one-third": 0.33,
}  # fmt: skip


def _shares(fact: Fact, article: Article) -> list[tuple[str, str]]:
    """Other shares that are asked for in votes."""
    key = fact["asked"].lower().replace("three-quarters", "three-fourths")
    called = building.capitalised(article.called)
    near = [
        share
        for share in ("two-thirds", "three-fifths", "three-fourths", "half")
        if _SHARES[share] != _SHARES[key]
    ]
    if key.endswith("majority"):
        near = [f"a {share} majority" for share in near]
    return [
        (building.capitalised(share), f"{called} gives {fact['asked']} for this.")
        for share in near[:_MOST]
    ]


def _tallies(
    said: str, ayes: int, joint: str, noes: int, article: Article
) -> list[tuple[str, str]]:
    """Votes with as many votes in all, won as well, by more and by less."""
    called = building.capitalised(article.called)
    if ayes + noes < 5 or ayes <= noes or "." in joint:
        return []
    by = max(1, (ayes - noes) // 4)
    step = 1 if ayes + noes < 20 else max(by, (ayes + noes) // 25)
    chosen = [
        one
        for one in (ayes + step, ayes + 2 * step, ayes - step)
        if (ayes + noes) / 2 < one <= ayes + noes
    ]
    return [
        (f"{one}{joint}{ayes + noes - one}", f"{called} gives the vote as {said}.")
        for one in sorted(chosen)
    ]


def _of_article(fact: Fact, article: Article, key: float) -> Iterator[tuple[float, str]]:
    share = fact["asked"].endswith(("%", "percent"))
    called = building.capitalised(article.called)
    for sentence in article.sentences:
        if not re.search(r"\d", sentence.text):
            continue
        for found in _ANY.finditer(sentence.text):
            said = found[0]
            value = value_of(said.removesuffix("percent").strip())
            if (
                value is None
                or said.endswith(("%", "percent")) is not share
                or abs(value - key) < _NEAR * key
            ):
                continue
            yearly = re.fullmatch(r"(?:1[6-9]|20)\d\d", said)
            if (
                yearly
                or _DATED.search(sentence.text[: found.start()])
                or not 1 / _FACTOR < value / key < _FACTOR
            ):
                continue
            beside = _beside(sentence.text, found.start(), found.end())
            if beside:
                yield value, f"{called} has this figure for something else: “{beside}”."


def _beside(text: str, start: int, end: int) -> str:
    """A figure with up to three words on either side, none from beyond a comma or a stop."""
    before = re.search(r"(?:[\w’'-]+ ){0,3}$", text[:start])
    after = re.match(r"(?: [\w’'-]+){0,4}", text[end:])
    said = f"{before[0] if before else ''}{text[start:end]}{after[0] if after else ''}"
    return said if len(said.split()) > 1 else ""
