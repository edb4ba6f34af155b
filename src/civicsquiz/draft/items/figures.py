"""How many, how long, what share? A figure of government, asked as the list has it."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.figures import figures
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate

RULE = "figure@1"
_WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten twelve thirteen fourteen eighteen twenty-five twenty-seven thirty thirty-five thirty-eight sixty forty fifty-one sixty-seven seventy-five sixteen twenty-one fifty seven fifteen forty-eight seventy-two eighty-five ninety-four fifty-five".split(),
        "1 2 3 4 5 6 7 8 9 10 12 13 14 18 25 27 30 35 38 60 40 51 67 75 16 21 50 7 15 48 72 85 94 55".split(),
        strict=True,
    )
)


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice of figures, all written as the article writes it."""
    if fact.frame is not Frame.QUANTITY or not fact["figure"]:
        return
    figure = figures()[fact["figure"]]
    value = fact["value"]
    key = building.capitalised(figure.key.replace("{}", value))
    written = [(_like(key, text), why) for text, why in figure.wrong]
    values = building.common(fact, article, RULE, figure.ask, figure.why)
    if "{}" not in figure.key and not set(key.lower().split()) <= set(value.lower().split()):
        values["because"] = f"The passage says “{value}”."
    item = building.choice(values, key, written)
    yield Candidate(item, (fact,), RULE, 0.9, {"figure": figure.name, "value": value})


def _like(key: str, text: str) -> str:
    """A wrong figure in digits where the key is in digits, and in words where it is in words."""
    digits = key[0].isdigit()
    known = _WORDS if digits else {number: word for word, number in _WORDS.items()}
    first, space, rest = text.partition(" ")
    return building.capitalised(known.get(first.lower(), first)) + space + rest
