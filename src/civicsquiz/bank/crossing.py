"""What single values of a bank file cannot show: ids that stand twice, names that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from civicsquiz.bank import complaints
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.bank import schema

Place = tuple[str | int, ...]
"""The way to a value in the file's data."""

Fault = tuple[Place, str, str, str]
"""A place, a code, what is wrong there, and the mend."""


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
    for at, item in zip(positions, form.items, strict=True):
        for number, evidence in enumerate(item.evidence):
            if evidence.source not in form.sources:
                place = ("items", at, "evidence", number, "source")
                told = f"no card for the source “{evidence.source}” under “sources:”"
                mend = complaints.meant(evidence.source, list(form.sources))
                faults.append((place, "F7", told, mend.replace("remove it", "add one")))
        faults += _options(at, item)
    return faults


def _options(at: int, item: Any) -> Iterator[Fault]:
    """Two options that the log could not tell apart; a judgement that is its own opposite."""
    from civicsquiz.bank import schema
    from civicsquiz.bank.building import name_of

    if isinstance(item, schema.TrueFalseForm):
        if item.distractors and item.distractors[0].text is item.key:
            place: Place = ("items", at, "distractors", 0, "text")
            yield place, "F4", "the distractor is the key itself", "write the other judgement"
        return
    ids = [name_of(item.key)]
    for number, option in enumerate(item.distractors):
        name = name_of(option)
        if name in ids:
            place = ("items", at, "distractors", number)
            yield place, "I1", f"the option “{one_line(option.text)}” stands twice", "change one"
        ids.append(name)
