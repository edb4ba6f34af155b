"""What would answer a question: its key in every form, and the names that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number, Short
from civicsquiz.bank.models import Bank, Item, Term
from civicsquiz.study.coaching.forms import of_quotations
from civicsquiz.study.coaching.masking import Secrets, mask, secret
from civicsquiz.study.coaching.words import content, related, words

Names = Sequence[tuple[str, ...]]
"""Groups of names, each for one thing."""

_EXPANDED = re.compile(
    r"((?:[A-Z][\w’'-]+|(?<= )(?:of|the|for|and|de|del|on))(?: (?:[A-Z][\w’'-]+|of|the|for|and|de|del|on)){1,7})"
    r",? \((?:or |the )?([A-Z]{2,8})\)"
)
_LEADING = re.compile(r"^(?:(?:the|of|for|and|de|del|on) )+", re.IGNORECASE)
_LITTLE = frozenset("of the for and de del on in to a an".split())
_NAME = 4
_ACRONYM = 3
_SMALL = _LITTLE | {"v.", "v", "or", "as", "by", "with", "at"}


def keys_of(item: Item) -> tuple[str, ...]:
    """Every text that answers an item, or a part of it, as the bank has it. None of a judgement and
    of an order: what they ask stands in no text by itself."""
    match item:
        case Choice() | FindEvidence():
            return (item.key.text,)
        case Multiple():
            return tuple(option.text for option in item.keys)
        case Match():
            return tuple(dict.fromkeys(right.text for _, right in item.pairs))
        case Short():
            return item.accepted
        case Number():
            return (item.key_text, item.key_response[0])
        case _:
            return ()


def shown_with(item: Item) -> tuple[str, ...]:
    """What can be read while an item is asked, and is no key of it."""
    keys = item.key_ids
    others = [option.text for option in item.options if option.id not in keys]
    return (item.stem, *(prompt.text for prompt in item.prompts), *others)


@lru_cache(maxsize=1024)
def telling_words(item: Item) -> frozenset[str]:
    """The words of a key that neither the stem nor a wrong option has in any form."""
    if isinstance(item, (FindEvidence, Number)):
        return frozenset()  # a sentence is made of other sentences' words; a number is a range
    seen = content(" ".join(shown_with(item)))
    return frozenset(
        word
        for key in keys_of(item)
        for word in content(key)
        if not any(related(word, other) for other in seen)
    )


def secrets_of(item: Item, names: Names = ()) -> Secrets:
    """What must not be read in a hint to `item`. `names` are groups of names for one thing each:
    where one of a group is in the key, the others count as the key."""
    if isinstance(item, FindEvidence):
        return secret(option.text for option in item.options)
    keys, telling = keys_of(item), telling_words(item)
    phrases = [*keys, *_other_names(item, telling, names)]
    phrases += filter(None, map(_initials, keys))
    names_too = frozenset(word for key in keys for word in proper_words(key))
    if of_quotations(item):  # a blank among words that stand would be the key
        phrases += (option.text for option in item.options)
    return secret(phrases, telling, _ranges(item), telling - names_too)


def secrets_of_neighbour(neighbour: Item, item: Item, names: Names = ()) -> Secrets:
    """What must not be read in a hint to `item` because it answers `neighbour`, wherever it stands.
    What `item` shows of it anyway is no secret, nor is a sentence that is to be found."""
    if isinstance(neighbour, FindEvidence):
        return Secrets()
    shown = " ".join((*shown_with(item), *keys_of(item)))
    keys = [key for key in keys_of(neighbour) if not _within(key, shown)]
    telling = words_of_neighbour(neighbour, item)
    proper = telling & frozenset(word for key in keys for word in proper_words(key))
    others = _other_names(neighbour, telling, names)
    phrases = [*keys, *(name for name in others if not _within(name, shown))]
    return secret(phrases, proper, _ranges(neighbour) if keys else ())


def words_of_neighbour(neighbour: Item, item: Item) -> frozenset[str]:
    """The words that only the key of `neighbour` has, and nothing that `item` shows: to be masked
    where its own passage has them. None of pairs, which have many."""
    if isinstance(neighbour, (FindEvidence, Match)):
        return frozenset()
    shown = content(" ".join((*shown_with(item), *keys_of(item))))
    return frozenset(
        word
        for word in telling_words(neighbour)
        if not any(related(word, other) for other in shown)
    )


def answers(text: str, neighbour: Item, item: Item, names: Names = ()) -> bool:
    """Whether a text of ours says the key of `neighbour`, or half of one by its telling words,
    though `item` does not show it."""
    if mask(text, secrets_of_neighbour(neighbour, item, names)).met:
        return True
    said, telling = content(text), words_of_neighbour(neighbour, item)
    for key in keys_of(neighbour):
        own = [word for word in content(key) if word in telling]
        met = sum(any(related(word, one) for one in said) for word in own)
        if met and met * 2 >= len(own):
            return True
    return False


def proper_words(key: str) -> tuple[str, ...]:
    """The words of a key that are names: those with a capital, the first only where all have one."""
    said = [word for word in key.split() if word.strip("“”\"'(),") not in _SMALL]
    capitals = [word for word in said if word.strip("“”\"'(")[:1].isupper()]
    if len(capitals) < len(said) and capitals[:1] == said[:1] and not _is_acronym(said[0]):
        capitals = capitals[1:]
    return content(" ".join(capitals))


def _is_acronym(word: str) -> bool:
    return len(word) >= _ACRONYM - 1 and word.isupper()


def said_of(item: Item) -> Secrets:
    """What an author's hint must not say: the key itself, or the surname in it."""
    keys = () if isinstance(item, FindEvidence) else keys_of(item)
    surnames = [words[-1] for key in keys if (words := key.split())[1:] and _is_name(words)]
    return secret([*keys_of(item), *surnames], ranges=_ranges(item))


def _is_name(said: Sequence[str]) -> bool:
    """Whether words look like the name of a person: two to four with a capital, and no article."""
    few = len(said) <= _NAME and said[0] not in ("The", "A", "An")
    return few and all(word[0].isupper() and word.rstrip(".").isalpha() for word in said)


def named_by(item: Item, secrets: Secrets) -> Secrets:
    """Of an item's secrets those that may not stand in the name of a source: names, not words."""
    proper = frozenset(word for key in keys_of(item) for word in proper_words(key))
    return Secrets(secrets.phrases, secrets.words & proper, secrets.ranges)


def _ranges(item: Item) -> list[tuple[Decimal, Decimal]]:
    return [(item.least, item.most)] if isinstance(item, Number) else []


def names_in(bank: Bank, terms: Iterable[Term] = ()) -> Names:
    """The groups of names that a bank and the shared glossary know: forms of a term, names of a
    holder, a name and its acronym where a text of the bank has both."""
    groups = [(term.term, *term.also) for term in (*terms, *bank.vocabulary)]
    groups += [(item.holder.name, *item.holder.also) for item in bank.judged if item.holder]
    groups += [found for item in bank.judged for text in _texts(item) for found in acronyms(text)]
    return tuple(group for group in dict.fromkeys(groups) if len(group) > 1)


def acronyms(text: str) -> list[tuple[str, ...]]:
    """Names with their acronyms behind them in brackets: “the Terrorism Confinement Center
    (CECOT)”."""
    if "(" not in text:
        return []
    return [(_LEADING.sub("", found[1]), found[2]) for found in _EXPANDED.finditer(text)]


def _texts(item: Item) -> Iterator[str]:
    yield from (item.stem, item.rationale, item.because or "", item.background or "")
    for evidence in item.evidence:
        yield evidence.selector.exact
        yield evidence.plain


def _other_names(item: Item, telling: frozenset[str], names: Names) -> list[str]:
    """The other names of what the telling words of a key name, without those that can be read
    anyway."""
    shown, keys = " ".join(shown_with(item)), keys_of(item)
    found: list[str] = []
    for group in names:
        if any(
            (_within(form, key) and not telling.isdisjoint(content(form)))
            or (content(key) and _within(key, form))
            for form in group
            for key in keys
        ):
            found += (form for form in group if not _within(form, shown))
    return found


def _within(part: str, whole: str) -> bool:
    """Whether the words of one text stand in a row in the other; an article in front is nothing."""
    said = words(part)
    said = said[len(said) > 1 and said[0] in ("a", "an", "the") :]
    return bool(said) and f" {' '.join(said)} " in f" {' '.join(words(whole))} "


def _initials(name: str) -> str:
    """The acronym of a name of several capitalised words; empty where it is none."""
    said = [word for word in name.split() if word.lower() not in _LITTLE]
    if len(said) < _ACRONYM or not all(word[0].isupper() for word in said):
        return ""
    return "".join(word[0] for word in said)
