"""A question on a passage, made from the article around it: which sentence was it?

It is made only where the article is at hand, or a guide to a source that is free to be shown: the
other sentences stand around the passage in the same section, are about as long, prove nothing of
the kind and are evidence of no item of the banks that are known. Where fewer than two such are found, there is no question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from civicsquiz.bank.items import FindEvidence, Match, Multiple, Order, TrueFalse
from civicsquiz.bank.models import Evidence, Item, Option, Role, option_id
from civicsquiz.source import sentences
from civicsquiz.source.selector import Selector, fold
from civicsquiz.source.shelf import Placed, Source
from civicsquiz.study.coaching.forms import hangs, of_form, of_passages
from civicsquiz.study.coaching.masking import Secrets, mask
from civicsquiz.study.coaching.places import Spot, near
from civicsquiz.study.coaching.words import content, related
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question as arranged

SUFFIX = "--evidence"
"""Ends the id of an item made here; no bank file can have such an id."""

_FEWEST, _MOST = 2, 3
_SHORTEST, _LONGEST = 6, 60
"""Words of a sentence that is offered."""

_LIKE = 2.0
"""A sentence so many times as long as the right one, or as short, would stand out."""

_NEAR = 5
"""Paragraphs that are looked at for other sentences."""

Others = Callable[[str, Item], tuple[Item, ...]]
"""The items besides one that rest on words of a text."""


def made(item: Item) -> bool:
    """Whether an item was made here and stands in no bank file."""
    return item.id.endswith(SUFFIX)


def passage_question(
    missed: Question, spots: Sequence[Spot], own: Secrets, others: Others, seed: str
) -> Question | None:
    """A question for the sentence that proves the key of the one that was missed; None where none
    can be made that is fair."""
    item = missed.item
    if isinstance(item, (FindEvidence, Match, Order)) or of_passages(item) or of_form(item):
        return None
    if hangs(item):
        return None
    parts = isinstance(item, Multiple) and any(spot.evidence.parts for spot in spots)
    if parts or len({spot.evidence.source for spot in spots}) > 1:
        return None  # no sentence proves it alone
    for spot in spots if not isinstance(item, Multiple) else spots[:1]:
        found = _right(spot)
        if found is None:
            continue
        told = [one.text for one in spots] + [one.selector.exact for one in item.evidence]

        def proves(text: str, found: Evidence = found, told: Sequence[str] = told) -> bool:
            return (
                any(_overlap(text, one) for one in told)
                or bool(mask(text, own).met)
                or bool(others(text, item))
                or _as_much(text, _subject(item, found.selector.exact))
            )

        wrong = _wrong(spot, found, proves)
        if len(wrong) >= _FEWEST:
            asked = _item(item, spot, found, wrong)
            return arranged(missed.bank, asked, seed)
    return None


def _right(spot: Spot) -> Evidence | None:
    """The one sentence that the passage stands in, as evidence."""
    placed, stretch = spot.placed, spot.stretch
    if placed is None or stretch is None:
        return None
    for start, end in _sentences(stretch.text):
        first, last = start + stretch.start, end + stretch.start
        if first <= placed.start and placed.end <= last:
            text = stretch.text[start:end]
            if not _SHORTEST <= len(text.split()) <= _LONGEST:
                return None
            return _evidence(spot.source, spot.evidence, text, first, Role.PROVES)
    return None


def _wrong(spot: Spot, right: Evidence, proves: Callable[[str], bool]) -> list[Evidence]:
    """The other sentences, those like the right one in length and near to it first. `proves` says
    of a sentence that it might be right too, or belongs to another item."""
    if spot.placed is None:
        return []
    length = len(right.selector.exact.split())
    fair: list[tuple[float, int, Evidence]] = []
    seen = {fold(right.selector.exact).strip()}
    for place, stretch in enumerate(islice(near(spot.source, spot.placed.start), _NEAR)):
        for start, end in _sentences(stretch.text):
            text = stretch.text[start:end]
            count, folded = len(text.split()), fold(text).strip()
            alike = max(_SHORTEST, length / _LIKE) <= count <= min(_LONGEST, length * _LIKE)
            if not alike or folded in seen or not _stands_alone(text) or proves(text):
                continue
            seen.add(folded)
            at = start + stretch.start
            if one := _evidence(spot.source, spot.evidence, text, at, Role.CANDIDATE):
                fair.append((abs(count - length) / length + place, len(fair), one))
    return [one for *_, one in sorted(fair, key=lambda found: found[:2])][:_MOST]


def _subject(item: Item, right: str) -> tuple[str, ...]:
    """The words that the stem and the right sentence share: what the sentence proves by."""
    asked = content(f"{item.stem} {item.key_text}")
    return tuple(word for word in content(right) if any(related(word, one) for one in asked))


def _as_much(text: str, subject: Sequence[str]) -> bool:
    """Whether a sentence shares so much with the question that it might prove it too."""
    said = content(text)
    shared = sum(any(related(word, one) for one in said) for word in subject)
    return len(subject) > 1 and shared * 2 >= len(subject) and shared > 1


def _stands_alone(text: str) -> bool:
    """Whether a sentence is whole: a capital or a quotation mark before it, its end behind; a
    question proves nothing."""
    return (text[0].isupper() or text[0] in "“\"‘'") and text.rstrip("”\"’')")[-1:] in ".!"


def _overlap(text: str, quoted: str) -> bool:
    one, other = fold(text).strip(), fold(quoted).strip()
    return one in other or other in one


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a text's sentences."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start, end = sentences.around(text, at, at + 1)
        end = max(end, at + 1)
        yield max(start, at), end
        at = end


def _evidence(source: Source, like: Evidence, text: str, start: int, role: Role) -> Evidence | None:
    """A sentence as evidence that its source finds; None where it stands there more than once."""
    found = source.find(Selector(text))
    if isinstance(found, Placed) and found.start == start:
        return Evidence(like.source, Selector(text), role)
    return None


def _item(missed: Item, spot: Spot, right: Evidence, wrong: Sequence[Evidence]) -> FindEvidence:
    text = right.selector.exact
    why = "It stands in the same source and does not answer the question."
    return FindEvidence(
        id=f"{missed.id}{SUFFIX}",
        topic=missed.topic,
        stance=missed.stance,
        holder=missed.holder,
        as_of=missed.as_of,
        content=missed.content,
        stem=_stem(missed, spot),
        rationale=(
            "The question that was missed rests on this sentence. This one was put together by the "
            "program out of the source, and stands in no bank."
        ),
        evidence=(right, *wrong),
        key=Option(option_id(text), text),
        distractors=tuple(
            Option(option_id(one.selector.exact), one.selector.exact, why) for one in wrong
        ),
    )


def _stem(missed: Item, spot: Spot) -> str:
    named = f"Which of these sentences from {spot.name}"
    asked = missed.stem.strip()
    if isinstance(missed, TrueFalse):
        claim = asked.removesuffix("True or false?").strip()
        return f"{named} settles whether this is so: {claim}"
    return f"{named} bears out the answer to this: {asked}"
