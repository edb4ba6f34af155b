"""Is it the article's own statement, or somebody's claim? Lines of one article, to be told apart.

`find-claim` has one line that passes on a claim among lines in the article's own voice, `own-voice` the
other way round, and `unnamed-source` asks of one line who stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Evidence, Role
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.voices import Line, Voice, lines, reports
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import described
from civicsquiz.draft.items.quotations import hurtful
from civicsquiz.draft.relevance import relevance

FIND_CLAIM, OWN_VOICE, UNNAMED = "find-claim@1", "own-voice@1", "unnamed-source@1"

KEY_WORTH, OTHER_WORTH = 0.4, 0.17
"""How much of civics the line that is asked for must have, and one that is offered beside it."""
_SHORTEST, _LONGEST = 0.45, 1.8
"""How long a line may be beside the one that is asked for."""
_MOST = 3
_OF_A_POLL = re.compile(
    r"(?i)\bpercent\b|%|\bpolls?\b|\bpolling\b|\bsurvey|\bstudy\b|\breport\b|\bcensus\b"
)
_FIGURE = re.compile(r"\d")
"""Of a poll or a study the other lines with figures may be of the same one, though they do not say so."""


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """At most one question of each kind for an article, and none of one that hardly reports what
    people say. No two show the same line."""
    if not article.once(reports):
        return
    asked = {fact.sentence for fact in facts if fact.frame is not Frame.QUOTATION}
    found = [line for line in lines(article) if _fit(line.sentence.text)]
    own = [line for line in found if line.voice is Voice.OWN]
    passed_on = [line for line in found if line.voice is not Voice.OWN]
    taken: set[int] = set()
    for key in _best([line for line in passed_on if line.voice is not Voice.QUOTED], asked):
        if beside := _beside(key, [line for line in own if not _names(line, key.holder)]):
            yield _find_claim(key, beside, article)
            taken = {line.sentence.number for line in (key, *beside)}
            break
    free = [line for line in passed_on if line.sentence.number not in taken]
    for key in _best([line for line in own if line.sentence.number not in taken], asked):
        beside = _beside(key, free)
        if any(line.voice is not Voice.QUOTED for line in beside):
            yield _own_voice(key, beside, article)
            taken |= {line.sentence.number for line in (key, *beside)}
            break
    for key in _best([line for line in free if line.voice is Voice.UNNAMED], asked):
        if key.sentence.number not in taken:
            yield _unnamed(key, article)
            break


def _fit(text: str) -> bool:
    return relevance(text) >= OTHER_WORTH and not hurtful(text)


def _best(found: Sequence[Line], asked: Collection[int]) -> list[Line]:
    """The lines that are worth asking for, the best first, and last those of sentences that are
    asked about in other ways."""
    good = [line for line in found if relevance(line.sentence.text) >= KEY_WORTH]

    def rank(line: Line) -> tuple[bool, float, int]:
        number = line.sentence.number
        return number in asked, -relevance(line.sentence.text), number

    return sorted(good, key=rank)


def _beside(key: Line, found: Sequence[Line]) -> list[Line]:
    """Two or three lines to offer beside one, those of its length first, in the order of the text."""
    long = len(key.sentence.text)
    if _OF_A_POLL.search(key.sentence.text):
        found = [one for one in found if not _FIGURE.search(one.sentence.text)]
    near = [one for one in found if _SHORTEST <= len(one.sentence.text) / long <= _LONGEST]
    near.sort(key=lambda one: (abs(len(one.sentence.text) - long), one.sentence.number))
    picked: list[Line] = []
    for one in near:
        if not any(_alike(one, other) for other in (key, *picked)):
            picked.append(one)
    picked = picked[:_MOST]
    return sorted(picked, key=lambda one: one.sentence.number) if len(picked) > 1 else []


def _names(line: Line, holder: str) -> bool:
    """Whether a line may go on with what somebody says, whose last name stands in it."""
    return (
        bool(holder) and holder.rsplit(maxsplit=1)[-1].casefold() in line.sentence.text.casefold()
    )


def _alike(one: Line, other: Line) -> bool:
    """Whether two lines are made alike, as those of a list are."""
    return one.sentence.text.split()[:3] == other.sentence.text.split()[:3]


def _find_claim(key: Line, beside: Sequence[Line], article: Article) -> Candidate:
    fact = _fact(key, article)
    stem = f"{_opening(article)} pass on as what others say, rather than state in its own voice?"
    rationale = f"{_heard(key, article)} That makes it neither right nor wrong."
    why = "It credits nobody: the article itself states it."
    values = building.common(fact, article, FIND_CLAIM, stem, rationale)
    item = _evidence(key, [(one, why) for one in beside], article, values)
    return Candidate(item, (fact,), FIND_CLAIM, _value(key), {"voice": key.told})


def _own_voice(key: Line, beside: Sequence[Line], article: Article) -> Candidate:
    fact = _fact(key, article)
    stem = f"{_opening(article)} itself state and credit to nobody else?"
    rationale = "No “said” and no “according to” stands in it, so the reporter answers for it."
    wrong = [(one, _heard(one, article)) for one in beside]
    values = building.common(fact, article, OWN_VOICE, stem, rationale)
    item = _evidence(key, wrong, article, values)
    return Candidate(item, (fact,), OWN_VOICE, _value(key), {"voice": ""})


def _unnamed(key: Line, article: Article) -> Candidate:
    fact = _fact(key, article)
    stem = f"Who makes the claim in “{key.sentence.text.rstrip('.')}”, as {article.called} puts it?"
    rationale = f"“{building.capitalised(key.told)}” names nobody. A careful reader looks for a second source."
    values = building.common(fact, article, UNNAMED, stem, rationale)
    values["because"] = (
        f"“{building.capitalised(key.told)}” says that somebody claims it, and not who."
    )
    wrong = [
        ("A person who is named", "Whoever is named there is not the one who makes the claim."),
        ("The reporter alone", "The reporter gives it as the claim of others."),
    ]
    item = building.choice(values, "Somebody who is not named", wrong)
    return Candidate(item, (fact,), UNNAMED, _value(key), {"voice": key.told})


def _heard(line: Line, article: Article) -> str:
    """One sentence on whose claim a line passes on."""
    if line.voice is Voice.UNNAMED:
        return (
            f"“{building.capitalised(line.told)}” makes it the claim of somebody who is not named."
        )
    if line.voice is Voice.QUOTED:
        return f"It quotes {described(article, line.holder)}."
    if line.told.startswith("According"):
        the = "the " if " the " in line.told else ""
        return f"“According to” gives {the}{line.holder} as its source."
    who, _, verb = line.told.rpartition(" ")
    if line.holder in article.names.people:
        who = described(article, line.holder)
    return (
        f"It reports what {who} told others."
        if verb == "told"
        else f"It reports what {who} {verb}."
    )


def _value(key: Line) -> float:
    return round(0.25 + 0.5 * relevance(key.sentence.text), 4)


def _opening(article: Article) -> str:
    """A question up to its verb, with the article's title where it has one."""
    title = article.card.title or ""
    if title and not set('“”"?') & set(title) and article.card.publisher:
        return f"In “{title}”, which of these lines does {article.called}"
    return f"Which of these lines does {article.called}"


def _fact(line: Line, article: Article) -> Fact:
    """Whose claim a line is: that is no claim itself, but a fact about the article."""
    sentence = line.sentence
    slots = (
        Slot("line", sentence.text, sentence.start, sentence.end),
        Slot("voice", line.voice.value),
        Slot("holder", line.holder),
    )
    return Fact(
        Frame.CLAIM, article.card.id, slots, sentence.start, sentence.end, sentence.number
    )  # fmt: skip


def _evidence(
    key: Line, beside: Sequence[tuple[Line, str]], article: Article, values: dict[str, Any]
) -> FindEvidence:
    """The item that offers one line among others, each with its `why`."""
    shown: list[Evidence] = [building.evidence(article, key.sentence.start, key.sentence.end)]
    shown += [
        building.evidence(article, one.sentence.start, one.sentence.end, Role.CANDIDATE)
        for one, _ in beside
    ]
    values["evidence"] = tuple(shown)
    return FindEvidence(
        key=building.option(key.sentence.text),
        distractors=tuple(building.option(one.sentence.text, why) for one, why in beside),
        **values,
    )
