"""A bank as portable questions, and what of it has no place in any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from civicsquiz.bank import numerals
from civicsquiz.bank.items import Match, Multiple, Number, Order, Short, TrueFalse
from civicsquiz.bank.models import Bank, Item, Option, Status
from civicsquiz.formats import labels
from civicsquiz.formats.exporting.citing import Cite, by_cards
from civicsquiz.formats.exporting.explaining import explained
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.numbers import as_number
from civicsquiz.formats.portable import Answer, Collection, Kind, Pair, Portable, Text

_SHARES = Decimal("1e-7")
"""How exactly a share of the mark is said: Moodle takes a third as 33.33333 %."""


class Exported(NamedTuple):
    """Portable questions; what they could not hold; the ids of what nobody has judged, which is left out, and
    of the items among the questions that have no passage."""

    collection: Collection
    losses: tuple[Loss, ...]
    left_out: tuple[str, ...]
    unproven: tuple[str, ...]


def collection(bank: Bank, cite: Cite | None = None) -> Exported:
    """The judged items of a bank. `cite` gives the citation of each passage; without it they are those of
    the bank's own cards."""
    cite = cite or by_cards(bank)
    losses = list(_of_the_bank(bank))
    questions = []
    for item in bank.judged:
        questions.append(_portable(item, bank, cite, losses))
        losses += _of_the_item(item)
    return Exported(
        Collection(
            questions=tuple(questions),
            title=bank.title,
            description=bank.description,
            language=bank.language,
            topics=tuple(dict.fromkeys(bank.topic_name(item.topic) for item in bank.judged)),
            id=bank.id,
        ),
        tuple(losses),
        tuple(item.id for item in bank.items if item.status.unjudged),
        tuple(item.id for item in bank.judged if item.status is Status.UNPROVEN),
    )


def shares(number: int) -> Decimal:
    """What one of so many right answers is worth."""
    return (Decimal(1) / number).quantize(_SHARES).normalize()


def _portable(item: Item, bank: Bank, cite: Cite, losses: list[Loss]) -> Portable:
    return Portable(
        stem=Text(item.stem),
        id=item.id,
        name=item.id,
        general=Text(explained(item, cite, law=bank.rests_on_law(item))),
        category=(bank.title, bank.topic_name(item.topic)),
        tags=tuple(_labels(item)),
        hints=tuple(map(Text, item.hints)),
        **_asked(item, losses),
    )


def _asked(item: Item, losses: list[Loss]) -> dict[str, Any]:
    """Kind and answers."""
    match item:
        case TrueFalse():
            answers = [Answer(Text("true" if item.key else "false"), Decimal(1))]
            if item.why:
                other = Text("false" if item.key else "true")
                answers.append(Answer(other, Decimal(0), Text(item.why)))
            return {"kind": Kind.TRUE_FALSE, "answers": tuple(answers)}
        case Multiple():
            share = shares(len(item.keys))
            given = [_answer(option, share) for option in item.keys]
            given += [_answer(option, -share) for option in item.distractors]
            return {"kind": Kind.MULTIPLE, "answers": tuple(_mixed(item, given))}
        case Match():
            pairs = [Pair(Text(a.text), Text(b.text), a.id, b.id) for a, b in item.pairs]
            pairs += [Pair(Text(), Text(one.text), "", one.id) for one in item.distractors]
            return {"kind": Kind.MATCH, "pairs": tuple(pairs)}
        case Order():
            given = [_answer(option, Decimal(0)) for option in item.entries]
            return {"kind": Kind.ORDER, "answers": tuple(given)}
        case Short():
            given = [Answer(Text(form), Decimal(1)) for form in item.accepted]
            given += [Answer(Text(m.answer), Decimal(0), Text(m.why)) for m in item.misses]
            return {"kind": Kind.SHORT, "answers": tuple(given)}
        case Number():
            figure = Text(numerals.plain(item.value))
            right = Answer(figure, Decimal(1), least=item.least, most=item.most)
            return {"kind": Kind.NUMBER, "answers": (right, *_missed(item, losses))}
        case _:
            key, *wrong = item.options
            given = [_answer(key, Decimal(1)), *(_answer(one, Decimal(0)) for one in wrong)]
            return {"kind": Kind.CHOICE, "answers": tuple(_mixed(item, given))}


def _answer(option: Option, share: Decimal) -> Answer:
    return Answer(Text(option.text), share, Text(option.why), id=option.id)


def _missed(item: Number, losses: list[Loss]) -> Iterator[Answer]:
    for miss in item.misses:
        try:
            value = numerals.read_number(miss.answer, item.unit)
        except numerals.Unclear:
            told = f"“{miss.answer}” is no figure, and is left out"
            losses.append(Loss(item.id, "misses", told))
        else:
            figure = Text(numerals.plain(value))
            yield Answer(figure, Decimal(0), Text(miss.why), least=value, most=value)


def _mixed(item: Item, answers: Sequence[Answer]) -> list[Answer]:
    """Figures by their size; all else in an order that says nothing of what is right, and that is the same
    for the same words."""
    figures = [as_number(answer.text.value) for answer in answers]
    if all(figure is not None for figure in figures):
        return sorted(answers, key=lambda answer: as_number(answer.text.value) or Decimal(0))

    def lot(answer: Answer) -> bytes:
        return hashlib.sha256(f"{item.stem}\0{answer.text.value}".encode()).digest()

    return sorted(answers, key=lot)


def _labels(item: Item) -> Iterator[str]:
    yield labels.label("topic", item.topic)
    yield labels.label("stance", item.stance.value)
    if item.holder:
        yield labels.label("holder", item.holder.name)
        yield from (labels.label("holder-also", name) for name in item.holder.also)
    if item.accuracy:
        yield labels.label("accuracy", item.accuracy.value)
    if item.as_of:
        yield labels.label("as-of", item.as_of)
    if isinstance(item, Number):
        if item.unit:
            yield labels.label("unit", item.unit)
        if item.value - item.least != item.most - item.value:  # else it is the middle
            yield labels.label("shown", numerals.plain(item.value))
    yield from (labels.label("content", about.value) for about in item.content)
    yield from (labels.label("standard", code) for code in item.standards)
    yield from (labels.label("formerly", name) for name in item.formerly)
    if item.origin:
        yield labels.label("origin", item.origin.value)


def _of_the_item(item: Item) -> Iterator[Loss]:
    if item.type == "evidence":
        yield Loss(item.id, "type", "the sentence to be found is chosen from a list")
    if isinstance(item, Match) and any(option.why for option in item.distractors):
        yield Loss(item.id, "distractors", "why what is left over is wrong is not said")
    if item.allow:
        yield Loss(item.id, "allow", "the rules that are silenced here are not said")
    if item.draft:
        yield Loss(item.id, "draft", "what it was drafted from is not said")


def _of_the_bank(bank: Bank) -> Iterator[Loss]:
    told: Iterable[tuple[str, object, str]] = (
        ("formerly", bank.formerly, "the earlier ids of the bank are not said"),
        ("licence", bank.licence, "the licence is not said"),
        ("as_of", bank.as_of, "of when the sources are is not said"),
        ("read_first", bank.read_first, "the summary to be read first stays behind"),
        ("vocabulary", bank.vocabulary, "the words to know stay behind"),
        ("discussion", bank.discussion, "the discussion question stays behind"),
        ("sources", bank.cards, "the cards of the sources stay behind"),
        ("rejected", bank.rejected, "which drafts were rejected stays behind"),
    )
    yield from (Loss("", field, sentence) for field, there, sentence in told if there)
