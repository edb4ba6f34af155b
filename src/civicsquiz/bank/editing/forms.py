"""Items as the values of a bank file, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from civicsquiz.bank.crossing import Fault
from civicsquiz.bank.editing import emit
from civicsquiz.bank.items import (
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import Evidence, Item, Miss, Option, Role, Status, option_id
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.card import Card

if TYPE_CHECKING:
    from civicsquiz.bank import schema


class InvalidItem(CivicsquizError):
    """Values that are no item. `faults` says why: place in the item, code, what is wrong, the mend."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        _, code, message, mend = self.faults[0]
        super().__init__(f"{code}: {message}: {mend}")


def read(values: Mapping[str, Any]) -> Item:
    """The item that the values of a file are.

    Raises:
        InvalidItem: they are none.
    """
    from civicsquiz.bank import building

    form, found = _form(values)
    if form is None or found:
        raise InvalidItem(found)
    return building.item(form)


def faults(values: Mapping[str, Any]) -> list[Fault]:
    """What keeps values from being an item; nothing where they are one. What a bank knows (its
    sources, its other ids) is not looked at."""
    return _form(values)[1]


def _form(values: Mapping[str, Any]) -> tuple[schema.AnyItemForm | None, list[Fault]]:
    """The form of an item, as the only one of a bank that has all the sources."""
    from civicsquiz.bank import crossing, files

    item = emit.normal(values)
    sources = {name: {"label": name} for name in _sources(item)}
    whole = {"civicsquiz": "1", "id": "bank", "title": "Bank", "sources": sources, "items": [item]}
    form, found = files.validate(whole)
    if form is not None:
        found += crossing.crossed(form, (0,))
    own: list[Fault] = [
        (place[2:], code, message, mend)
        for place, code, message, mend in found
        if place[:2] == ("items", 0)
    ]
    return (form.items[0] if form is not None else None), own


def _sources(value: Any) -> Iterator[str]:
    """The names of sources in the values of an item."""
    if isinstance(value, dict):
        name = value.get("source")
        if isinstance(name, str):
            yield name
        for each in value.values():
            yield from _sources(each)
    elif isinstance(value, list):
        for each in value:
            yield from _sources(each)


def card_values(card: Card) -> dict[str, Any]:
    """A source's card as a bank file has it; what is not stated is null."""
    names = "label title publisher author date url rights genre sha256".split()
    return {name: getattr(card, name) for name in names}


def values_of(item: Item) -> dict[str, Any]:
    """An item as the values of a file, in the order of its keys."""
    found: dict[str, Any] = {
        "id": item.id,
        "formerly": list(item.formerly),
        "type": item.type,
        "topic": item.topic,
        "stance": item.stance.value,
        "holder": item.holder and _said(name=item.holder.name, also=list(item.holder.also)),
        "accuracy": item.accuracy and item.accuracy.value,
        "stem": item.stem,
        **_answers(item),
        "rationale": item.rationale,
        "because": item.because,
        "evidence": [_evidence(each) for each in _further(item)],
        "background": item.background,
        "hints": list(item.hints),
        "content": [note.value for note in item.content],
        "as_of": item.as_of,
        "standards": list(item.standards),
        "allow": dict(item.allow),
        "status": None if item.status is Status.READY else item.status.value,
        "origin": item.origin and item.origin.value,
        "draft": item.draft and {"fact": item.draft.fact, "rule": item.draft.rule},
    }
    return emit.ordered(_said(**found))


def _said(**values: Any) -> dict[str, Any]:
    """What says something; a key that is false does."""
    return {key: value for key, value in values.items() if value or value is False}


def _answers(item: Item) -> dict[str, Any]:
    match item:
        case Choice():
            return {"key": _key(item.key), "distractors": _options(item.distractors)}
        case FindEvidence():
            return {
                "key": _sentence(item, item.key),
                "distractors": [_sentence(item, other) for other in item.distractors],
            }
        case TrueFalse():
            wrong = {"text": not item.key, "why": item.why}
            return {"key": item.key, "distractors": [wrong] if item.why else []}
        case Multiple():
            return {"key": _keys(item.keys), "distractors": _options(item.distractors)}
        case Short():
            return {"key": item.key, "accept": list(item.accept), "misses": _misses(item.misses)}
        case Number():
            return {"key": _number(item), "misses": _misses(item.misses)}
        case Match():
            pairs = [{"left": _key(one), "right": _key(other)} for one, other in item.pairs]
            return {"key": pairs, "distractors": _options(item.distractors)}
        case Order():
            return {"key": _keys(item.entries)}
        case _:
            raise TypeError(item.type)


def _number(item: Number) -> dict[str, Any]:
    bounds: dict[str, Decimal] = {}
    below, above = item.value - item.least, item.most - item.value
    if below != above:
        bounds = {"min": item.least, "max": item.most}
    elif below:
        bounds = {"tolerance": below}
    shown = {key: format(value, "f") for key, value in bounds.items()}
    return _said(value=format(item.value, "f"), unit=item.unit) | shown


def _keys(options: Iterable[Option]) -> list[Any]:
    return [_key(option) for option in options]


def _key(option: Option) -> Any:
    """An option that is right: there is nothing to say why it is wrong."""
    return _option(Option(option.id, option.text))


def _options(options: Iterable[Option]) -> list[Any]:
    return [_option(option) for option in options]


def _option(option: Option) -> Any:
    """Text alone where it is enough. An id that follows from the text is not stated."""
    stated = option.id if option.id != option_id(option.text) else None
    found = _said(id=stated, text=option.text, why=option.why)
    return option.text if len(found) == 1 else found


def _misses(misses: Iterable[Miss]) -> list[dict[str, str]]:
    return [{"answer": miss.answer, "why": miss.why} for miss in misses]


def _sentence(item: FindEvidence, option: Option) -> dict[str, Any]:
    stated = option.id if option.id != option_id(option.text) else None
    return _said(id=stated, **_evidence(item.quoted(option)), why=option.why)


def _evidence(evidence: Evidence) -> dict[str, Any]:
    role = evidence.role.value if evidence.role not in (Role.PROVES, Role.CANDIDATE) else None
    parts = list(evidence.parts)
    found = _said(
        source=evidence.source, exact=evidence.selector.exact, prefix=evidence.selector.prefix,
        suffix=evidence.selector.suffix, plain=evidence.plain, role=role,
    )  # fmt: skip
    return found | ({"for": parts[0] if len(parts) == 1 else parts} if parts else {})


def _further(item: Item) -> list[Evidence]:
    """The evidence that is stated as such: of an evidence item what its options do not quote."""
    if not isinstance(item, FindEvidence):
        return list(item.evidence)
    return [each for each in item.evidence[1:] if each.role is not Role.CANDIDATE]
