"""What news tells of, of which a rule of government stands behind: a veto, and how Congress can override it.

The list is ours, and closed (`acts.txt`): what a sentence must hold to tell of an act, and the question on
the rule, in our words, for a line of news is seldom clear alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.acts_levels import FOREIGN, at_level, by_president
from civicsquiz.draft.facts.acts_lines import line_of
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.voices import reports
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.quoted import inside

_LONGEST = 420


@dataclass(frozen=True)
class Act:
    """An act of the list: `show` finds it in a sentence, `again` is the gate's own way; `level` is
    that of the government that acts; `same` are figures and staples that ask the same."""

    name: str
    hints: tuple[str, ...]
    level: str
    show: re.Pattern[str]
    again: re.Pattern[str]
    without: tuple[re.Pattern[str], ...]
    told: str
    ask: str
    key: str
    because: str
    why: str
    wrong: tuple[tuple[str, str], ...]
    same: frozenset[str]


def extract(article: Article) -> Iterator[Fact]:
    """What the news of an article shows; none of what is no news."""
    if not is_report(article) or far_or_unfair(article):
        return
    for sentence in article.sentences:
        if sentence.whole and len(sentence.text) < _LONGEST and fair(sentence.text):
            yield from _of(sentence, article)


def is_report(article: Article) -> bool:
    """Whether an article reports what has happened: it is dated to the day, or made of what people say."""
    return bool(article.card.date and len(article.card.date) == 10) or reports(article)


def far_or_unfair(article: Article) -> bool:
    """Whether the title says that an article is of another country, of a crime or of a death."""
    title = article.card.title or ""
    return bool(FOREIGN.search(title) or UNFAIR.search(title))


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    hinted = [one for one in acts().values() if any(hint in sentence.text for hint in one.hints)]
    for act in hinted:
        found = act.show.search(sentence.text)
        if (
            found is None
            or any(pattern.search(sentence.text) for pattern in act.without)
            or not at_level(act.level, found, sentence, article)
            or not by_president(found, article)
        ):
            continue
        if _DISPUTED.search(sentence.text.replace(found[0], "")):
            continue
        if _UNSURE.search(found[0]) or inside(sentence.quoted, *found.span()):
            continue
        base = sentence.start
        slots = [
            Slot("rule", act.name),
            Slot("told", found[0], base + found.start(), base + found.end()),
        ]
        said = stance.attributed(sentence.text)
        line = None if said else line_of(sentence, article, found.span())
        if line and act.show.search(sentence.text[slice(*line)]):
            slots.append(Slot("line", sentence.text[slice(*line)], base + line[0], base + line[1]))
        yield Fact(Frame.KNOWN, article.card.id, tuple(slots), base, sentence.end, sentence.number)


_DISPUTED = re.compile(
    r"\b(?:argu(?:es?|ed|ing)|claim(?:s|ed|ing)?|insist\w*|suggest\w*|contend\w*|alleg\w+|accus\w+)\b"
)
_UNSURE = re.compile(
    r"\b(?:not|never|would|could|might|may|should|if|n’t|n't|refus\w+|fail\w*|threat\w+|urg\w+|want\w*)\b"
)


UNFAIR = re.compile(
    r"\b(?:crooked|lie[sd]?|liars?|lying|corrupt\w*|rigged|racis\w+|terror\w*|kill\w*|dead|death|died|dies|bomb\w*|shoot\w*|shot|murder\w*"
    r"|rap(?:e|ed|ist)|sexual\w*|infidelit\w+|stupid\w*|idiot\w*|disgrac\w+|traitor\w*|evil|thugs?|hoax|blam\w*|violen\w*|protest\w*|ignoran\w*|ham-fisted|squash\w*|bullsh\w*|abortion\w*)\b",
    re.IGNORECASE,
)


def fair(text: str) -> bool:
    """Whether a passage may stand below a question: it abuses nobody, and tells of no crime or death."""
    unfit = UNFAIR.search(text) or stance.blaming(text) or stance.judging(text)
    asks = text.rstrip('”"').endswith(("?", "!"))
    return not (unfit or asks or "..." in text or "(h/t" in text)


@cache
def acts() -> dict[str, Act]:
    """The list, by name."""
    text = resources.files(__package__).joinpath("acts.txt").read_text("utf-8")
    blocks = [
        [line.partition(" ")[::2] for line in block.splitlines() if line and line[0] != "#"]
        for block in text.split("\n\n")
    ]
    return {one.name: one for one in (_act(block) for block in blocks if block)}


def _act(block: Sequence[tuple[str, str]]) -> Act:
    one = dict(block)
    wrong = tuple(value.split(" | ") for name, value in block if name == "wrong")
    return Act(
        one["name"], tuple(one["hint"].split(";")), one["at"], re.compile(one["show"]), re.compile(one["again"]),
        tuple(re.compile(value) for name, value in block if name == "without"),
        one["told"], one["ask"], one["key"], one["because"], one["why"], tuple((text, why) for text, why in wrong),
        frozenset(one.get("same", "").split()),
    )  # fmt: skip
