"""What single values of a bank file cannot show: ids that stand twice, names that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from civicsquiz.bank import complaints
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.bank import schema

Place = tuple[str | int, ...]
"""The way to a value in the file's data."""

Fault = tuple[Place, str, str, str]
"""A place, a code, what is wrong there, and the mend."""


_Named = tuple[Place, str, str]
"""An option's place within its item, its id and its text."""


def twice(data: dict[str, Any]) -> list[Fault]:
    """Items with one id, those with other faults among them."""
    faults: list[Fault] = []
    seen: set[str] = set()
    items = data.get("items")
    for at, item in enumerate(items if isinstance(items, list) else ()):
        named = item if isinstance(item, dict) else {}
        formerly = named.get("formerly")
        names = [named.get("id"), *(formerly if isinstance(formerly, list) else ())]
        for name in names:
            if isinstance(name, str) and name in seen:
                told = f"the id “{one_line(name)}” stands twice"
                mend = "rename one; `formerly:` keeps the history of a renamed item"
                faults.append((("items", at, "id"), "I1", told, mend))
            elif isinstance(name, str):
                seen.add(name)
    return faults


def crossed(form: schema.BankForm, positions: tuple[int, ...]) -> list[Fault]:
    """What single values cannot show: names that lead nowhere, and options that are one."""
    faults: list[Fault] = []
    if not form.items and not form.rejected:
        faults.append((("items",), "F4", "“items” is empty", "write something in it"))
    for at, item in zip(positions, form.items, strict=True):
        for way, quotation in _quotations(item):
            if quotation.source not in form.sources:
                told = f"no card for the source “{quotation.source}” under “sources:”"
                mend = complaints.meant(quotation.source, list(form.sources))
                mend = mend.replace("remove it", "add one")
                faults.append((("items", at, *way, "source"), "F7", told, mend))
        if not item.evidence and item.type != "evidence" and item.status != "unproven":
            faults.append((("items", at, "evidence"), "F6", "“evidence” is missing", "add it"))
        faults += _parts(at, item)
        faults += _options(at, item)
        if item.type == "number":
            faults += _range(at, item.key)
    return faults


def _quotations(item: Any) -> Iterator[tuple[Place, schema.QuotationForm]]:
    for number, evidence in enumerate(item.evidence):
        yield ("evidence", number), evidence
    if item.type == "evidence":
        yield ("key",), item.key
        for number, other in enumerate(item.distractors):
            yield ("distractors", number), other


def _parts(at: int, item: Any) -> Iterator[Fault]:
    """Evidence that names a part which the key does not have."""
    known = [text for form in _keyed(item) for text in (form.text, form.id) if text]
    for number, evidence in enumerate(item.evidence):
        for part in evidence.parts:
            if part not in known:
                place: Place = ("items", at, "evidence", number, "for")
                told = f"the key has no part “{one_line(part)}”"
                if known:
                    yield place, "F7", told, complaints.meant(part, known, always=True)
                else:
                    mend = "remove “for”: only multiple, match and order have parts"
                    yield place, "F7", told, mend


def _keyed(item: Any) -> list[schema.OptionForm]:
    """What evidence can name by `for:`."""
    if item.type == "match":
        return [pair.left for pair in item.key]
    return list(item.key) if item.type in ("multiple", "order") else []


def _options(at: int, item: Any) -> Iterator[Fault]:
    """Two options that the log could not tell apart; a judgement that is its own opposite."""
    if item.type == "true-false":
        if item.distractors and item.distractors[0].text is item.key:
            place: Place = ("items", at, "distractors", 0, "text")
            yield place, "F4", "the distractor is the key itself", "write the other judgement"
        return
    for side in _sides(item):
        seen = set()
        for way, name, text in side:
            if name in seen:
                told = f"the option “{one_line(text)}” stands twice"
                yield ("items", at, *way), "I1", told, "change one"
            seen.add(name)


def _sides(item: Any) -> Iterator[list[_Named]]:
    """Lists of options within which each must be told from the others by its id."""
    from civicsquiz.bank.building import name_of, sentence_id

    if item.type == "evidence":
        key: _Named = ("key",), sentence_id(item.key), item.key.exact
        yield [key, *_wrong(item, sentence_id, "exact")]
    elif item.type == "match":
        yield [(("key", at, "left"), name_of(p.left), p.left.text) for at, p in enumerate(item.key)]
        # Two prompts may share what belongs to them; a distractor may not belong to one.
        rights: dict[str, _Named] = {}
        for at, pair in enumerate(item.key):
            name = name_of(pair.right)
            rights[name] = ("key", at, "right"), name, pair.right.text
        yield [*rights.values(), *_wrong(item, name_of, "text")]
    elif item.type == "choice":
        yield [(("key",), name_of(item.key), item.key.text), *_wrong(item, name_of, "text")]
    elif item.type in ("multiple", "order"):
        keys: list[_Named] = [
            (("key", at), name_of(one), one.text) for at, one in enumerate(item.key)
        ]
        yield keys + (_wrong(item, name_of, "text") if item.type == "multiple" else [])


def _wrong(item: Any, name_of: Callable[[Any], str], text: str) -> list[tuple[Place, str, str]]:
    return [
        (("distractors", number), name_of(option), getattr(option, text))
        for number, option in enumerate(item.distractors)
    ]


def _range(at: int, key: schema.NumberForm) -> Iterator[Fault]:
    """Bounds that leave the value out, or two ways of stating them."""
    place: Place = ("items", at, "key")
    if key.tolerance is not None and (key.min is not None or key.max is not None):
        yield (*place, "tolerance"), "F4", "both a tolerance and bounds", "keep one of them"
    if key.min is not None and key.min > key.value:
        yield (*place, "min"), "F4", "“min” is above the value", "lower it"
    if key.max is not None and key.max < key.value:
        yield (*place, "max"), "F4", "“max” is below the value", "raise it"
