"""Bank files in: text to a frozen `Bank`, or everything that keeps it from being one.

Findings made here are of the file's form. What a well-formed bank still does wrong is
`bank.check`'s matter.

    F1  the file cannot be read, or is no text
    F2  it is not YAML, or not the plain YAML that is read
    F3  it is not a bank, or of a version that this program does not read
    F4  a value of the wrong form
    F5  an unknown key
    F6  a key that is missing
    F7  a name that leads nowhere (a source without a card)
    I1  two items, or two options of an item, with one id
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.bank import complaints, crossing
from civicsquiz.bank.crossing import Fault, Place
from civicsquiz.bank.finding import Finding, Severity
from civicsquiz.bank.models import Bank
from civicsquiz.errors import FileError, InvalidBank
from civicsquiz.source import files

if TYPE_CHECKING:
    from civicsquiz.bank import schema

_MARKER = re.compile(r"^civicsquiz[ \t]*:", re.MULTILINE)


def is_bank(text: str) -> bool:
    """Whether a YAML text carries the marker of a bank, `civicsquiz:`."""
    return _MARKER.search(text) is not None


@dataclass(frozen=True)
class Read:
    """A bank file as read. `bank` is None where `findings` keep it from being used.

    `data` is the file's data before validation, with control characters as they were. `sound` is
    the bank without the items that have findings of form, for checks to go on with; None where not
    even that can be had. `positions` say where its items stand in the file.
    """

    path: str
    text: str
    data: Any = None
    bank: Bank | None = None
    findings: tuple[Finding, ...] = field(default=())
    sound: Bank | None = None
    positions: tuple[int, ...] = ()

    @cached_property
    def _places(self) -> dict[Place, tuple[int, int]]:
        from civicsquiz.source import safe_yaml

        return safe_yaml.places(self.text)

    def place(self, place: Place) -> tuple[int, int]:
        """Line and column of a value, or of the nearest thing around it that the file has."""
        while place not in self._places:
            place = place[:-1]
        return self._places[place]

    def finding(
        self, place: Place, severity: Severity, code: str, message: str, mend: str
    ) -> Finding:
        """A finding about the value at `place` of the file's data."""
        line, column = self.place(place)
        return Finding(self.path, line, column, severity, code, message, mend)

    def in_file(self, place: Place) -> Place:
        """The place in the file of a place in the `sound` bank."""
        if self.positions and len(place) > 1 and place[0] == "items":
            return (place[0], self.positions[int(place[1])], *place[2:])
        return place


def read(path: Path) -> Read:
    """Read a bank file. Never raises for what is in it: that is in `findings`."""
    try:
        data = files.read_bytes(path)
    except FileError as error:
        return _unreadable(path, "", error)
    return parse(data, path)


def parse(data: bytes, path: Path | str) -> Read:
    """Read a bank from the bytes of a file; `path` is what findings call it."""
    try:
        text = files.decode(data, path)
    except FileError as error:
        return _unreadable(path, data.decode("utf-8", errors="replace"), error)
    return parse_text(text, str(path))


def load(path: Path) -> Bank:
    """The bank in a file.

    Raises:
        InvalidBank: it has no usable form; carries the findings and names the first.
    """
    found = read(path)
    return usable(found)


def usable(found: Read) -> Bank:
    """The bank that was read.

    Raises:
        InvalidBank: there is none; carries the findings and names the first.
    """
    if found.bank is None:
        first, more = found.findings[0], len(found.findings) - 1
        tail = f" (and {more} more: civicsquiz check {found.path})" if more else ""
        raise InvalidBank(f"{first}{tail}", found.findings)
    return found.bank


def _unreadable(path: Path | str, text: str, error: FileError) -> Read:
    finding = Finding(
        str(path), error.line, error.column, Severity.ERROR, "F1", error.problem, error.mend
    )
    return Read(str(path), text, findings=(finding,))


def parse_text(text: str, path: str) -> Read:
    """Read a bank from text."""
    from civicsquiz.source import safe_yaml

    data, problems = safe_yaml.load(text)
    findings = [
        Finding(path, problem.line, problem.column, Severity.ERROR, "F2", problem.problem,
                problem.mend)
        for problem in problems
    ]  # fmt: skip
    found = Read(path, text, data, findings=tuple(findings))
    if data is None and findings:
        return found
    if data is None:
        return _with(found, _whole(path, "F3", "is empty", "write a bank, or remove the file"))
    if not isinstance(data, dict) or "civicsquiz" not in data:
        return _with(
            found, _whole(path, "F3", "is not a bank", "a bank begins with “civicsquiz: 1”")
        )
    form, faults = validate(data)
    positions = tuple(range(len(form.items))) if form else ()
    if form is None:
        form, positions = _without(data, _items_of(faults))
    faults += crossing.twice(data)
    if form is not None:
        faults += crossing.crossed(form, positions)
    sound = _sound(form, positions, _items_of(faults))
    if not faults and not findings:
        return Read(path, text, data, sound, (), sound)
    kept = tuple(at for at in positions if at not in (_items_of(faults) or ()))
    return replace(_with(found, *_findings(found, faults)), sound=sound, positions=kept)


def _findings(found: Read, faults: list[Fault]) -> list[Finding]:
    return [
        found.finding(place, Severity.ERROR, code, message, mend)
        for place, code, message, mend in faults
    ]


def _items_of(faults: list[Fault]) -> set[int] | None:
    """The items that have faults; None where a fault concerns the bank as a whole, but for a key
    that is one too many."""
    items = set()
    for place, code, *_ in faults:
        if len(place) == 1 and code == "F5":
            continue
        if len(place) < 2 or place[0] != "items":
            return None
        items.add(int(place[1]))
    return items


def _without(
    data: dict[str, Any], items: set[int] | None
) -> tuple[schema.BankForm | None, tuple[int, ...]]:
    """The form of a bank without some of its items, and where the others stand in the file."""
    positions = tuple(at for at in range(len(data.get("items") or ())) if at not in (items or ()))
    if items is None or not positions:
        return None, ()
    from civicsquiz.bank import schema

    known = {key: value for key, value in data.items() if key in schema.BankForm.model_fields}
    form, _ = validate({**known, "items": [data["items"][at] for at in positions]})
    return form, positions if form else ()


def _sound(
    form: schema.BankForm | None, positions: tuple[int, ...], faulty: set[int] | None
) -> Bank | None:
    """The bank made of the items of `form` that are not faulty."""
    from civicsquiz.bank import building

    if form is None or faulty is None:
        return None
    whole = zip(positions, form.items, strict=True)
    items = tuple(item for at, item in whole if at not in faulty)
    if form.items and not items:
        return None
    return building.bank(form.model_copy(update={"items": items}))


def _with(found: Read, *findings: Finding) -> Read:
    everything = tuple(sorted((*found.findings, *findings)))
    return Read(found.path, found.text, found.data, None, everything)


def _whole(path: str, code: str, message: str, mend: str) -> Finding:
    return Finding(path, 1, 1, Severity.ERROR, code, message, mend)


def validate(data: dict[str, Any]) -> tuple[schema.BankForm | None, list[Fault]]:
    """The form of a bank's data, or everything in which it is no bank's."""
    from pydantic import ValidationError

    from civicsquiz.bank import schema

    try:
        return schema.BankForm.model_validate(data), []
    except ValidationError as error:
        return None, [_explained(detail) for detail in error.errors() if not _follows(detail)]


def _follows(detail: Any) -> bool:
    """Whether a list is too short only because entries of it are faulty, which is told already."""
    return bool(
        detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]
    )


def _explained(detail: Any) -> Fault:
    """One of pydantic's errors in words, at its place in the file."""
    place = tuple(detail["loc"])
    if len(place) > 2 and place[0] == "items":
        place = place[:2] + place[3:]
    if detail["type"] == "union_tag_invalid":
        place += ("type",)
    name, value = (place[-1] if place else ""), detail["input"]
    code, message, mend = complaints.sentence(
        detail["type"], str(name), value, detail.get("ctx") or {}
    )
    return place, code, message, mend
