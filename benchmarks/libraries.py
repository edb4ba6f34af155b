"""A large library to measure with: a hundred banks of a hundred items, each bank with its article.

Always the same for the same numbers. The language is made up, but its words come as often as those of
a real one: few stand nearly everywhere, most are rare.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

BANKS, ITEMS = 100, 100
ONSETS = "b br c cl d dr f fl g gr h k l m n p pr r s st t tr v w".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = "l m n nd r rt s st t x".split()
SMALL = (
    "the of and to in a that is was for on with as it by at from which were be their has had or an"
    " but not this are its"
).split()
SHARE_OF_SMALL = 0.42
VOCABULARY = 6000


class Language:
    """Made-up words and sentences of one random sequence."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        syllables = [
            "".join(parts) for parts in itertools.product(ONSETS, VOWELS, ("", *CODAS[:4]))
        ]
        chosen = random.Random(0)
        words = {
            "".join(chosen.choices(syllables, k=chosen.choice((1, 2, 2, 3)))) + chosen.choice(CODAS)
            for _ in range(VOCABULARY * 2)
        }
        self.words = sorted(words)[:VOCABULARY]
        chosen.shuffle(self.words)
        self._often = list(itertools.accumulate(1 / (rank + 12) for rank in range(VOCABULARY)))
        self._small = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(SMALL))))

    def said(self, least: int, most: int) -> str:
        """So many words in a row."""
        count = self._random.randint(least, most)
        pairs = zip(
            self._random.choices(SMALL, cum_weights=self._small, k=count),
            self._random.choices(self.words, cum_weights=self._often, k=count),
            strict=True,
        )
        return " ".join(
            small if self._random.random() < SHARE_OF_SMALL else word for small, word in pairs
        )

    def sentence(self, least: int, most: int) -> str:
        """Words in a row with a capital letter; what ends them is left to the caller."""
        said = self.said(least, most)
        return said[0].upper() + said[1:]

    def name(self) -> str:
        """First name and surname."""
        return " ".join(word.title() for word in self._random.sample(self.words[200:2000], 2))


@dataclass(frozen=True)
class Library:
    """Where a library lies: a folder of banks and one of articles."""

    banks: Path
    sources: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"CIVICSQUIZ_BANKS": str(self.banks), "CIVICSQUIZ_SOURCES": str(self.sources)}


def write(folder: Path, banks: int = BANKS, items: int = ITEMS) -> Library:
    """Write a library into a folder, and wait until its files are old enough to be kept."""
    library = Library(folder / "banks", folder / "sources")
    library.banks.mkdir(parents=True)
    library.sources.mkdir()
    for number in range(banks):
        bank, article = one_bank(number, items)
        (library.banks / f"bank-{number:03}.yaml").write_text(bank, encoding="utf-8")
        (library.sources / f"article-{number:03}.txt").write_text(article, encoding="utf-8")
    time.sleep(2.5)
    return library


def one_bank(number: int, items: int) -> tuple[str, str]:
    """A bank file and the article that it quotes."""
    language = Language(number + 1)
    quotations = [language.sentence(9, 32) for _ in range(items)]
    article = "\n\n".join(
        f"{language.sentence(8, 20)}. {quotation}. {language.sentence(8, 20)}."
        for quotation in quotations
    )
    head = {
        "civicsquiz": 1,
        "id": f"bank-{number:03}",
        "title": language.sentence(3, 6),
        "description": f"{language.sentence(10, 18)}.",
        "language": "en",
        "as_of": "The article is of March 2025.",
        "sources": {
            f"report-{number:03}": {
                "label": f"Report {number:03}",
                "sha256": hashlib.sha256(article.encode()).hexdigest(),
            }
        },
    }
    written = [item(language, number, at, quotation) for at, quotation in enumerate(quotations)]
    lines = [f"{key}: {json.dumps(value)}" for key, value in head.items()]
    return "\n".join([*lines, "items:", *(f"  - {json.dumps(one)}" for one in written)]), article


def item(language: Language, bank: int, at: int, quotation: str) -> dict[str, object]:
    """One item on a quotation; every fifth is to be judged true or false."""
    common = {
        "id": f"item-{at:03}",
        "topic": f"topic-{at % 7}-{language.words[(bank * 7 + at % 7) % VOCABULARY]}",
        "stance": "fact",
        "rationale": f"{language.sentence(12, 25)}.",
        "evidence": [{"source": f"report-{bank:03}", "exact": quotation}],
        "background": f"{language.sentence(15, 30)}.",
    }
    if at % 5 == 4:
        stem = f"{language.sentence(10, 20)}. True or false?"
        wrong: list[dict[str, object]] = [{"text": False, "why": f"{language.sentence(8, 15)}."}]
        return {**common, "type": "true-false", "stem": stem, "key": True, "distractors": wrong}
    wrong = [{"text": language.name(), "why": f"{language.sentence(8, 15)}."} for _ in range(3)]
    stem = f"Who {language.said(9, 24)}?"
    return {**common, "type": "choice", "stem": stem, "key": language.name(), "distractors": wrong}


def queries(count: int) -> Iterator[str]:
    """What somebody might type, key by key: one to four words, the last of them growing; some
    phrases in quotation marks, and some with words that stand everywhere."""
    language, chosen = Language(1), random.Random(7)
    while True:
        said = language.said(1, 4)
        if chosen.random() < 0.1:
            said = f'"{said}"'
        typed: Sequence[str] = [said[:at] for at in range(1, len(said) + 1)]
        for text in typed:
            if count == 0:
                return
            count -= 1
            yield text


if __name__ == "__main__":
    import sys

    print(write(Path(sys.argv[1])).environment, os.linesep, end="")
