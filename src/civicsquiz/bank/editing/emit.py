"""Values as the text of a bank file, in the style of the shipped banks.

Keys come in the order of docs/bank-file.md. Short lists and small mappings stand in brackets on one
line; long texts are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from civicsquiz.bank.editing.scalars import WIDTH, block, is_plain, scalar

HEAD = (
    "civicsquiz id formerly title description language licence as_of topics read_first vocabulary"
    " discussion sources items rejected"
).split()
KEYS = (
    "id formerly type topic stance holder accuracy left right text answer term name also entry"
    " source exact prefix suffix plain kind fact rule reason"
    " stem key accept distractors misses rationale because evidence background hints content"
    " label title publisher author date url rights genre sha256 kinds value unit tolerance min"
    " max role for why as_of standards allow status origin draft"
).split()
"""The order of the keys of everything but the head of a bank."""
_RANK = {key: at for at, key in enumerate(KEYS)}
_REJECTED = frozenset(("fact", "reason"))
_ON_LINES = frozenset("why exact left label type answer view question".split())
"""A mapping with one of these keys is never put on one line."""
_PHRASE = 6
"""So many spaces make an entry of a list a sentence, which is read on a line of its own."""
_NUMBERS = frozenset("value min max tolerance civicsquiz".split())


def normal(value: Any) -> Any:
    """A value as a bank file gives it back: text, true, false, null, lists and mappings. Numbers
    become their text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        return {str(key): normal(each) for key, each in value.items()}
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (list, tuple)):
        return [normal(each) for each in value]
    return str(value)


def ordered(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with their keys in the order of the file; unknown keys come last."""
    if values.keys() >= _REJECTED:  # its id is that of an item which is gone, and the least of it
        return dict(sorted(values.items(), reverse=True, key=lambda pair: pair[0] in _REJECTED))
    return dict(sorted(values.items(), key=lambda pair: rank(pair[0])))


def rank(key: str) -> int:
    """Where a key stands among the others of an item, a card or a part of them."""
    return _RANK.get(key, len(_RANK))


def bank(values: Mapping[str, Any]) -> str:
    """A whole bank file."""
    lines: list[str] = []
    known = [key for key in HEAD if key in values]
    for key in (*known, *(key for key in values if key not in HEAD)):
        value = normal(values[key])
        if key == "items" and value:
            lines.append("items:")
            for at, each in enumerate(value):
                lines += [*([""] if at else []), *entry(ordered(each), 2)]
        elif key in ("sources", "topics") and value:
            lines += [f"{key}:", *_members(value, 2, sort=False)]
        else:
            lines += [*([""] if key == "rejected" else []), *pair(key, value, 0)]
    return "".join(line + "\n" for line in lines)


def item(values: Mapping[str, Any]) -> str:
    """An item as it stands under `items:`."""
    return "".join(line + "\n" for line in entry(ordered(normal(values)), 2))


def entry(value: Any, indent: int) -> list[str]:
    """The lines of one entry of a list, whose dash stands at column `indent`."""
    if isinstance(value, (dict, list)):
        short = f"{' ' * indent}- {flow(value)}"
        if isinstance(value, list) or not value or (_on_one_line(value) and len(short) <= WIDTH):
            return [short]
        lines = list(_members(value, indent + 2))
        return [f"{' ' * indent}- {lines[0].lstrip(' ')}", *lines[1:]]
    return _scalar_lines(f"{' ' * indent}-", value, indent + 2, number=False)


def pair(key: str, value: Any, indent: int) -> list[str]:
    """The lines of a key with its value, at column `indent`. The value is a `normal` one."""
    start = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, (dict, list)):
        short = f"{start} {flow(value)}"
        if not value or (_on_one_line(value) and len(short) <= WIDTH):
            return [short]
        if isinstance(value, dict):
            return [start, *_members(value, indent + 2)]
        return [start, *(line for each in value for line in entry(each, indent + 2))]
    return _scalar_lines(start, value, indent + 2, number=key in _NUMBERS)


def flow(value: Any, key: str = "") -> str:
    """A value in brackets, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(member(name, each) for name, each in _sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True, number=key in _NUMBERS)


def member(key: str, value: Any) -> str:
    """A key with its value on one line, as it may stand in brackets too."""
    return f"{scalar(key, flow=True)}: {flow(value, key)}"


def _members(value: dict[str, Any], indent: int, *, sort: bool = True) -> Iterator[str]:
    for key, each in _sorted(value) if sort else value.items():
        yield from pair(key, each, indent)


def _sorted(value: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    return ordered(value).items()


def _scalar_lines(start: str, value: Any, indent: int, *, number: bool) -> list[str]:
    short = f"{start} {scalar(value, number=number)}"
    if isinstance(value, str) and (len(short) > WIDTH or "\n" in value):
        lines = block(value, indent)
        if lines:
            return [f"{start} {lines[0]}", *lines[1:]]
    return [short]


def _on_one_line(value: Any) -> bool:
    """Whether a list or mapping is such that it may stand in brackets on one line, however long."""
    if isinstance(value, list):
        return all(
            not isinstance(each, (dict, list))
            and (not isinstance(each, str) or is_plain(each, flow=True) or not is_plain(each))
            and (len(value) == 1 or str(each).count(" ") < _PHRASE)
            for each in value
        )
    return _ON_LINES.isdisjoint(value) and all(
        not isinstance(each, dict)
        and (not isinstance(each, str) or "\n" not in each)
        and (not isinstance(each, list) or _on_one_line(each))
        for each in value.values()
    )
