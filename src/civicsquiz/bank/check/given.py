"""Whether a text gives an item's key away.

A text must have the key itself, and must let a student connect it with the item's question. So a
sentence counts only if

- it has all content words of the key side by side (of a person's name the surname is enough, where
  no other person in the bank has it), of a number its value and its unit, and
- it shares words with the stem that are neither of the key nor of the names of sources and holders,
  and that are rare in the bank's stems: two of them, or one where the key is long or an exact
  figure; of a pair it has the words of the left side instead, and
- it does not name one of the item's wrong answers as well, which leaves the choice open.

A case name that both mention is therefore no leak by itself. Keys that many items share ("Congress")
single out no question and are left out. Of several keys each counts, of a typed answer each accepted
form. The judgement of a statement and the order of entries stand in no text by themselves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.bank.check import places
from civicsquiz.bank.check.words import content_words, is_number, sentences
from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number, Short
from civicsquiz.bank.models import Bank, Item
from civicsquiz.bank.numerals import plain

_COMMON_KEY = 50
"""Items that may share a rare word of their keys before it counts as a common one."""


@dataclass(frozen=True, slots=True)
class Key:
    """What would answer the item `at`: words of its key, and those that tie a text to its question.

    `said` is the key as its file has it. `beside` are words that must stand in the sentence too.
    """

    at: int
    said: str
    phrase: str
    surname: str
    links: frozenset[str]
    needed: int
    others: tuple[tuple[str, ...], ...]
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Answer:
    """One thing that answers an item: of a pair the right side, with the left one."""

    text: str
    left: str = ""
    unit: str = ""


def _answers(item: Item) -> Sequence[_Answer]:
    match item:
        case Choice() | FindEvidence():
            return (_Answer(item.key.text),)
        case Multiple():
            return [_Answer(option.text) for option in item.keys]
        case Match():
            return [_Answer(right.text, left=left.text) for left, right in item.pairs]
        case Short():
            return [_Answer(form) for form in item.accepted]
        case Number():
            return (_Answer(plain(item.value), unit=item.unit),)
        case _:
            return ()


class Keys:
    """The keys of a bank that a text could give away."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._stems = [frozenset(content_words(item.stem)) for item in bank.items]
        self._counts = Counter(word for stem in self._stems for word in stem)
        self._rare = max(3, len(self._stems) // 4)
        self._naming = {
            word
            for card in bank.cards.values()
            for name in (card.label, card.publisher or "")
            for word in content_words(name)
        }
        self._in_keys = Counter(
            word
            for item in bank.items
            for answer in _answers(item)
            for word in set(content_words(answer.text))
        )
        self._persons: defaultdict[str, set[str]] = defaultdict(set)
        for item in bank.items:
            named = [option.text for option in (*item.options, *item.prompts)]
            named += item.key_response if isinstance(item, Short) else ()
            for text in named:
                if _is_person(text):
                    self._persons[text.split()[-1]].add(text)
        self._by_word = self._read()
        self._looked_for: dict[str, tuple[Key, ...]] = {}

    def given_by(self, text: str, at: int = -1) -> list[Key]:
        """The keys that `text` gives away, one an item; those of the item `at`, whose text it is,
        are none."""
        found = self._looked_for.get(text)
        if found is None:  # many items may share a passage
            found = self._looked_for[text] = tuple(self._in(text))
        first: dict[int, Key] = {}
        for key in found:
            if key.at != at:
                first.setdefault(key.at, key)
        return list(first.values())

    def _in(self, text: str) -> Iterator[Key]:
        if self._by_word.keys().isdisjoint(content_words(text)):
            return
        for sentence in sentences(text):
            words = content_words(sentence)
            known = frozenset(words)
            phrase = joined(words)
            told = [
                key
                for needle in self._by_word.keys() & known
                for key in self._by_word[needle]
                if not key.links.isdisjoint(known) and _says(key, phrase, known, sentence)
            ]
            yield from sorted(told, key=lambda key: (key.at, key.said))

    def _read(self) -> dict[str, list[Key]]:
        """The keys by the word to look for first."""
        found: defaultdict[str, list[Key]] = defaultdict(list)
        for at, item in enumerate(self._bank.items):
            for answer in _answers(item):
                words = content_words(answer.text)
                few = len(words) == 1 and is_number(words[0]) and len(words[0]) < 3
                if words and (answer.unit or not few):
                    key = self._key(at, item, answer, words)
                    needle = words[-1] if key.surname else min(words, key=self._in_keys.__getitem__)
                    found[needle].append(key)
        return {word: keys for word, keys in found.items() if len(keys) <= _COMMON_KEY}

    def _key(self, at: int, item: Item, answer: _Answer, words: tuple[str, ...]) -> Key:
        others = tuple(content_words(option.text) for option in places.distractors(item))
        others += tuple(content_words(miss.answer) for miss in item.misses)
        unit = frozenset(content_words(answer.unit))
        phrase, surname = joined(words), self._surname(answer.text)
        if answer.left:
            links = frozenset(content_words(self._surname(answer.left) or answer.left))
            said = f"{answer.left}: {answer.text}"
            return Key(at, said, phrase, surname, links, len(links), others)
        links = self._links(at, item, {*words, *unit})
        exact = any(is_number(word) and len(word) > 4 for word in words)
        needed = 1 if len(words) > 2 or exact else 2
        said = item.key_text if isinstance(item, Number) else answer.text
        return Key(at, said, phrase, surname, links, needed, others, unit)

    def _links(self, at: int, item: Item, key: set[str]) -> frozenset[str]:
        """The words of a stem that single its question out."""
        held = {
            word
            for name in ((item.holder.name, *item.holder.also) if item.holder else ())
            for word in content_words(name)
        }
        return frozenset(
            word
            for word in self._stems[at] - key - self._naming - held
            if self._counts[word] <= self._rare and len(word) > 2
        )

    def _surname(self, text: str) -> str:
        """The surname that is enough to name whom a text names; nothing where it names nobody."""
        name = text.rsplit(maxsplit=1)[-1] if _is_person(text) else ""
        return name if len(self._persons[name]) <= 1 else ""


_INSTITUTIONS = frozenset(
    "Act Amendment Agency America Article Bay Bill Bureau Clause Committee Congress Constitution"
    " Convention Court Crown Department Government House Independence Justice Kingdom Party"
    " Representatives Rights Salvador Senate State States Step Treaty Union War".split()
)


def _is_person(text: str) -> bool:
    """Whether a key looks like a person's name: two to four capitalised words, no institution."""
    words = text.split()
    if not 2 <= len(words) <= 4 or words[0] in ("The", "A", "An"):
        return False
    return words[-1] not in _INSTITUTIONS and all(
        word[0].isupper() and word.rstrip(".").isalpha() for word in words
    )


def _says(key: Key, phrase: str, known: frozenset[str], sentence: str) -> bool:
    if key.surname not in sentence if key.surname else key.phrase not in phrase:
        return False
    if len(key.links & known) < key.needed or not key.beside <= known:
        return False
    return not any(other and known.issuperset(other) for other in key.others)


def joined(words: tuple[str, ...]) -> str:
    """Words as one text in which whole words can be looked for side by side."""
    return f" {' '.join(words)} "
