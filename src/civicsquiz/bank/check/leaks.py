"""Rules on items of one bank that answer each other.

When is a key given away? A text must have the key itself, and must let a student connect it with the
other item's question. So a sentence counts only if

- it has all content words of the key side by side (of a person's name the surname is enough,
  where no other person in the bank has it), and
- it shares words with the other stem that are neither of the key nor of the names of sources and
  holders, and that are rare in the bank's stems: two of them, or one where the key is long or an
  exact figure, and
- it does not name one of the other item's distractors as well, which leaves the choice open.

A case name that both mention is therefore no leak by itself. Keys that many items share ("Congress")
single out no question and are left out. A passage that both items quote is no finding: with it the
key stands where it must, and the quiz keeps such items apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import BankRule, Place, Remark
from civicsquiz.bank.check.words import content_words, is_number, sentences
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Choice, Evidence, Item
from civicsquiz.source.shelf import Placed

_COMMON_KEY = 50
"""Items that may share a rare word of their keys before it counts as a common one."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What would answer one item: its key, and the words that tie a text to its question."""

    at: int
    phrase: str
    surname: str
    links: frozenset[str]
    needed: int
    others: tuple[tuple[str, ...], ...]


def _in_stems(bank: Bank, context: Context) -> Iterator[Remark]:
    keys = context.once(_keys, bank)
    for at, item in enumerate(bank.items):
        for key in _given(keys, at, item.stem):
            other = bank.items[key.at]
            yield Remark(
                ("items", at, "stem"),
                f"the stem of “{item.id}” gives away the key of “{other.id}”, “{other.key_text}”",
                concerns=(other.id,),
            )


IN_STEM = BankRule(
    code="B3",
    name="stem-gives-key",
    severity=Severity.ERROR,
    mend="ask one of the two in other words",
    means="The stem of one item says what another item of the bank asks: it has the other's key in "
    "one sentence with rare words of the other's stem. A case name that both mention is no leak.",
    why="Whoever reads the one knows the other; the item no longer measures anything. This is an error "
    "because a stem is read before it is answered, in every order (Haladyna, Downing & Rodriguez 2002: "
    "keep items independent of each other).",
    bad="stem: Why did the overcrowding case Brown v. Plata limit prison population?\n"
    "# beside: Which case limited prison population because of overcrowding?",
    good="stem: What did the Court order California to do in Brown v. Plata?",
    check=_in_stems,
)


def _in_feedback(bank: Bank, context: Context) -> Iterator[Remark]:
    keys = context.once(_keys, bank)
    for at, item in enumerate(bank.items):
        seen: set[int] = set()
        for place, what, text, evidence in _feedback(item, context):
            for key in _given(keys, at, text):
                other = bank.items[key.at]
                if key.at in seen or (evidence and _shared(evidence, other, context)):
                    continue
                seen.add(key.at)
                yield Remark(
                    ("items", at, *place),
                    f"the {what} of “{item.id}” gives away the key of “{other.id}”, "
                    f"“{other.key_text}”",
                    concerns=(other.id,),
                )


IN_FEEDBACK = BankRule(
    code="B6",
    name="feedback-gives-key",
    severity=Severity.WARNING,
    mend="say it without the other's key, or quote less",
    means="What is shown after an answer (why, rationale, because, background, a passage) says what "
    "another item of the bank asks. A passage that both items quote is not counted.",
    why="The next question is answered before it is asked. This is a warning because the quiz keeps "
    "such items apart and asks the other one first where it can.",
    bad="why: He wrote Estelle, on prisoners’ medical care.   # beside: Who wrote Estelle …?",
    good="why: He joined the Court nine years later.",
    check=_in_feedback,
)


def _feedback(item: Item, context: Context) -> Iterator[tuple[Place, str, str, Evidence | None]]:
    """Everything that an answer brings to the screen: its place, name and text."""
    for number, option in enumerate(item.options[1:]):
        if option.why:
            yield ("distractors", number, "why"), "`why`", option.why, None
    yield ("rationale",), "rationale", item.rationale, None
    if item.because:
        yield ("because",), "`because`", item.because, None
    if item.background:
        yield ("background",), "background", item.background, None
    for number, evidence in enumerate(item.evidence):
        text = context.text(evidence)
        if text:
            yield ("evidence", number, "exact"), "passage", text, evidence


def _shared(evidence: Evidence, other: Item, context: Context) -> bool:
    """Whether the other item quotes words of the same passage."""
    mine, words = context.result(evidence), evidence.selector.exact
    for quoted in other.evidence:
        if quoted.source != evidence.source:
            continue
        theirs, others = context.result(quoted), quoted.selector.exact
        if isinstance(mine, Placed) and isinstance(theirs, Placed):
            if mine.start < theirs.end and theirs.start < mine.end:
                return True
        elif words in others or others in words:
            return True
    return False


def _keys(bank: Bank) -> dict[str, list[_Key]]:
    """The keys of a bank that a text could give away, by the word to look for first."""
    stems = [frozenset(content_words(item.stem)) for item in bank.items]
    counts = Counter(word for stem in stems for word in stem)
    rare = max(3, len(stems) // 4)
    naming = {word for card in bank.cards.values() for word in content_words(card.label)}
    naming |= {word for card in bank.cards.values() for word in content_words(card.publisher or "")}
    in_keys = Counter(
        word
        for item in bank.items
        if isinstance(item, Choice)
        for word in set(content_words(item.key.text))
    )
    persons: defaultdict[str, set[str]] = defaultdict(set)
    for item in bank.items:
        for option in item.options:
            if _is_person(option.text):
                persons[option.text.split()[-1]].add(option.text)
    found: defaultdict[str, list[_Key]] = defaultdict(list)
    for at, item in enumerate(bank.items):
        if not isinstance(item, Choice):
            continue
        words = content_words(item.key.text)
        if not words or (len(words) == 1 and is_number(words[0]) and len(words[0]) < 3):
            continue
        held = {
            word
            for name in ((item.holder.name, *item.holder.also) if item.holder else ())
            for word in content_words(name)
        }
        links = frozenset(
            word
            for word in stems[at] - set(words) - naming - held
            if counts[word] <= rare and len(word) > 2
        )
        surname = item.key.text.split()[-1] if _is_person(item.key.text) else ""
        if len(persons[surname]) > 1:
            surname = ""
        exact = any(is_number(word) and len(word) > 4 for word in words)
        needed = 1 if len(words) > 2 or exact else 2
        needle = words[-1] if surname else min(words, key=lambda word: in_keys[word])
        others = tuple(content_words(option.text) for option in item.distractors)
        found[needle].append(_Key(at, _joined(words), surname, links, needed, others))
    return {word: keys for word, keys in found.items() if len(keys) <= _COMMON_KEY}


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


def _given(keys: dict[str, list[_Key]], at: int, text: str) -> Iterator[_Key]:
    """The keys of other items that `text`, of item `at`, gives away."""
    everything = content_words(text)
    if keys.keys().isdisjoint(everything):
        return
    reported: set[int] = set()
    for sentence in sentences(text):
        words = content_words(sentence)
        known = frozenset(words)
        phrase = _joined(words)
        for needle in keys.keys() & known:
            for key in keys[needle]:
                if (
                    not key.links.isdisjoint(known)
                    and key.at != at
                    and key.at not in reported
                    and _says(key, phrase, known, sentence)
                ):
                    reported.add(key.at)
                    yield key


def _says(key: _Key, phrase: str, known: frozenset[str], sentence: str) -> bool:
    if len(key.links & known) < key.needed:
        return False
    if key.surname not in sentence if key.surname else key.phrase not in phrase:
        return False
    return not any(other and known.issuperset(other) for other in key.others)


def _joined(words: tuple[str, ...]) -> str:
    """Words as one text in which whole words can be looked for side by side."""
    return f" {' '.join(words)} "
