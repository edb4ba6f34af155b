"""What news tells of, of which a rule of government stands behind: a veto, and how Congress can override it.

What a sentence must hold to tell of an act stands in a list of ours (`acts_list.py`), with the question on
the rule and the words of the law that prove its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.acts_levels import FOREIGN, at_level, by_president
from civicsquiz.draft.facts.acts_list import Act, acts
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.hints import Hints
from civicsquiz.draft.facts.voices import reports
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.anycase import AnyCase
from civicsquiz.draft.language.quoted import inside

LONGEST = 420
"""Characters of a sentence that is looked at, at most."""


def extract(article: Article) -> Iterator[Fact]:
    """What the news of an article shows; of what is no news, what its title names and it speaks of."""
    title = article.card.title or ""
    abroad = FOREIGN.search(title)
    fit = [act for act in acts().values() if act.level == "world" or not abroad]
    if not is_report(article):
        fit = [act for act in fit if act.mention and act.named(title)]
    hints = _hints(tuple(act.hints for act in fit))
    for sentence in article.sentences:
        if sentence.whole and len(sentence.text) < LONGEST:
            likely = hints.entries(sentence.text)
            if likely and fair(sentence.text):
                yield from _of(sentence, article, [fit[number] for number in likely])


@lru_cache(maxsize=4)
def _hints(hints: tuple[tuple[str, ...], ...]) -> Hints:
    """Made anew only where other acts fit: to most articles all do."""
    return Hints(hints)


def speaking(act: Act, article: Article) -> list[int]:
    """The numbers of the sentences that speak of an act, in whatever way."""
    there = [hint for hint in act.hints if hint in article.document.text]
    return [
        sentence.number
        for sentence in article.sentences
        if len(sentence.text) < LONGEST
        and any(hint in sentence.text for hint in there)
        and act.show.search(sentence.text)
    ]


def is_report(article: Article) -> bool:
    """Whether an article reports what has happened: it is dated to the day, or made of what people say."""
    return bool(article.card.date and len(article.card.date) == 10) or article.once(reports)


def _of(sentence: Sentence, article: Article, likely: Iterable[Act]) -> Iterator[Fact]:
    shown: dict[str, re.Match[str] | None] = {}  # acts that are alike share theirs
    for act in likely:
        pattern = act.show.pattern
        if pattern not in shown:
            shown[pattern] = act.show.search(sentence.text)
        found = shown[pattern]
        if (
            found is None
            or any(each.search(sentence.text) for each in act.without)
            or not at_level(act.level, found, sentence, article)
            or not by_president(found, article)
        ):
            continue
        if not act.mention and not _done(found, sentence):
            continue
        base = sentence.start
        slots = (
            Slot("rule", act.name),
            Slot("told", found[0], base + found.start(), base + found.end()),
        )
        yield Fact(Frame.KNOWN, article.card.id, slots, base, sentence.end, sentence.number)


def _done(found: re.Match[str], sentence: Sentence) -> bool:
    """Whether what is found is told as done: not as doubtful, and not in somebody's words."""
    disputed = _DISPUTED.search(sentence.text.replace(found[0], ""))
    unsure = _UNSURE.search(found[0])
    return not (disputed or unsure or inside(sentence.quoted, *found.span()))


_DISPUTED = re.compile(
    r"\b(?:argu(?:es?|ed|ing)|claim(?:s|ed|ing)?|insist\w*|suggest\w*|contend\w*|alleg\w+|accus\w+)\b"
)
_UNSURE = re.compile(
    r"\b(?:not|never|would|could|might|may|should|if|n’t|n't|refus\w+|fail\w*|threat\w+|urg\w+|want\w*)\b"
)


ABUSIVE = AnyCase(
    r"\b(?:crooked|lie[sd]?|liars?|lying|corrupt\w*|rigged|racis\w+|rap(?:e|ed|ist)|sexual\w*|infidelit\w+|stupid\w*|idiot\w*|disgrac\w+|traitor\w*"
    r"|evil|thugs?|hoax|blam\w*|ignoran\w*|ham-fisted|bullsh\w*|fuck\w*|genital\w*|dishonest\w*|pathetic\w*|loser\w*)\b"
)


def fair(text: str) -> bool:
    """Whether a passage may stand below a question: it abuses and blames nobody."""
    unfit = ABUSIVE.search(text) or stance.blaming(text) or stance.judging(text)
    asks = text.rstrip('”"').endswith(("?", "!"))
    return not (unfit or asks or "..." in text or "(h/t" in text)
