"""The texts of an item as fields to be edited, and what was typed put back into its values."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Place = tuple[str | int, ...]

_DISTRACTORS = {"choice": 3, "multiple": 4, "match": 2}
"""Up to so many distractors an empty pair of fields is offered for one more."""


@dataclass(frozen=True, slots=True)
class Field:
    """One text of an item. `place` leads to it in the item's values; an `optional` one may be empty,
    and an entry of a list of which the first text is emptied is left out."""

    place: Place
    label: str
    text: str
    optional: bool = False

    def concerns(self, place: Sequence[str | int]) -> int:
        """How much of the way to a value is the way to this field; 0 where they part."""
        shared = min(len(place), len(self.place))
        return shared if tuple(place[:shared]) == self.place[:shared] else 0


def fields_of(values: Mapping[str, Any]) -> list[Field]:
    """The fields of an item, in the order in which a student meets them. Quotations are none: what
    proves a key is looked up, and not typed."""
    kind = str(values.get("type"))
    found = [Field(("stem",), "Question", _said(values.get("stem")))]
    found += _of_key(kind, values.get("key"))
    if kind in ("choice", "multiple", "match", "evidence", "true-false"):
        found += _of_distractors(kind, values)
    if kind == "short":
        found += _listed("accept", values, "Right too")
    if kind in ("short", "number"):
        for at, miss in enumerate(values.get("misses") or ()):
            found.append(
                Field(("misses", at, "answer"), "Known wrong", _said(miss.get("answer")), True)
            )
            found.append(Field(("misses", at, "why"), "  why", _said(miss.get("why")), True))
    found.append(Field(("rationale",), "Why it is right", _said(values.get("rationale"))))
    because = _said(values.get("because"))
    found.append(Field(("because",), "Because", because, True))
    holder = values.get("holder")
    if isinstance(holder, dict):
        found.append(Field(("holder", "name"), "Holder", _said(holder.get("name"))))
    if values.get("background"):
        told = _said(values["background"])
        found.append(Field(("background",), "Not in the article", told, True))
    return found + list(_listed("hints", values, "Hint", blank=False))


def _of_key(kind: str, key: Any) -> Iterator[Field]:
    if kind == "choice":
        yield Field(("key", *_way(key)), "Key", _option(key))
    elif kind in ("true-false", "short"):
        yield Field(("key",), "Key", _said(key))
    elif kind == "number" and isinstance(key, dict):
        for name, label in (
            ("value", "Key"),
            ("unit", "Unit"),
            ("min", "Right from"),
            ("max", "to"),
            ("tolerance", "Tolerance"),
        ):
            if name in key or name == "value":
                yield Field(("key", name), label, _said(key.get(name)), name != "value")
    elif kind in ("multiple", "order"):
        for at, one in enumerate(key or ()):
            yield Field(("key", at, *_way(one)), f"Key {at + 1}", _option(one))
    elif kind == "match":
        for at, pair in enumerate(key or ()):
            for side, label in (("left", f"Pair {at + 1}"), ("right", "belongs to it")):
                yield Field(
                    ("key", at, side, *_way(pair.get(side))), label, _option(pair.get(side))
                )


def _of_distractors(kind: str, values: Mapping[str, Any]) -> Iterator[Field]:
    wrong = list(values.get("distractors") or ())
    for at, one in enumerate(wrong):
        why = _said(one.get("why")) if isinstance(one, dict) else ""
        if kind in ("evidence", "true-false"):
            yield Field(
                ("distractors", at, "why"),
                "Why not" if kind == "evidence" else "Why not the other",
                why,
                kind == "true-false",
            )
            continue
        yield Field(("distractors", at, "text"), f"Wrong {at + 1}", _option(one), True)
        yield Field(("distractors", at, "why"), "  why", why, True)
    if len(wrong) < _DISTRACTORS.get(kind, 0):
        yield Field(("distractors", len(wrong), "text"), "One more", "", True)
        yield Field(("distractors", len(wrong), "why"), "  why", "", True)


def _listed(
    name: str, values: Mapping[str, Any], label: str, *, blank: bool = True
) -> Iterator[Field]:
    texts = list(values.get(name) or ())
    for at, told in enumerate([*texts, ""] if blank else texts):
        yield Field((name, at), label, _said(told), True)


def _way(option: Any) -> Place:
    return ("text",) if isinstance(option, dict) else ()


def _option(option: Any) -> str:
    return _said(option.get("text") if isinstance(option, dict) else option)


def _said(value: Any) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def put_back(
    values: Mapping[str, Any], fields: Sequence[Field], texts: Sequence[str]
) -> tuple[dict[str, Any], list[Place]]:
    """The values with what was typed, and for each field where its text stands in them now (where it
    was left out, where it stood)."""
    new: dict[str, Any] = copy.deepcopy(dict(values))
    for field, typed in zip(fields, texts, strict=True):
        if typed != field.text:
            _put(new, field, typed.strip())
    places = [field.place for field in fields]
    for name in ("distractors", "accept", "misses", "hints"):
        if isinstance(new.get(name), list):
            _left_out(new, name, places)
    if not new.get("because"):
        new.pop("because", None)
    if not new.get("background"):
        new.pop("background", None)
    _follow(new, fields, texts)
    return new, places


def _put(values: dict[str, Any], field: Field, typed: str) -> None:
    """Put one text to its place, which may be in an entry that is not there yet."""
    at: Any = values
    way = field.place
    if way == ("key",) and values.get("type") == "true-false":
        values["key"] = {"true": True, "false": False}.get(typed.lower(), typed)
        if isinstance(values["key"], bool) and values.get("distractors"):
            values["distractors"][0]["text"] = not values["key"]
        return
    for number, step in enumerate(way[:-1]):
        if isinstance(step, str):
            at = at.setdefault(step, [] if isinstance(way[number + 1], int) else {})
            continue
        while len(at) <= step:
            at.append({})
        if isinstance(at[step], str):  # an option that was nothing but its text
            at[step] = {"text": at[step]}
        at = at[step]
    last = way[-1]
    if isinstance(last, int):
        at.extend([""] * (last + 1 - len(at)))
        at[last] = typed
    elif typed or not field.optional or field.place[0] in ("distractors", "misses"):
        at[last] = typed
    else:
        at.pop(last, None)


def _left_out(values: dict[str, Any], name: str, places: list[Place]) -> None:
    """Take out the entries that say nothing any more, and count the others anew."""
    kept = [at for at, entry in enumerate(values[name]) if not _is_empty(entry)]
    values[name] = [values[name][at] for at in kept]
    if not values[name] and name != "distractors":
        del values[name]
    for number, place in enumerate(places):
        if place[0] == name and place[1] in kept:
            places[number] = (name, kept.index(int(place[1])), *place[2:])


def _is_empty(entry: Any) -> bool:
    """Whether the text of an entry was taken out: a `why` alone is no answer."""
    if isinstance(entry, dict):
        telling = [entry[key] for key in ("text", "answer", "exact") if key in entry]
        return all(told == "" for told in telling) and (bool(telling) or not entry.get("why"))
    return bool(entry == "")


def _follow(values: dict[str, Any], fields: Sequence[Field], texts: Sequence[str]) -> None:
    """Evidence names the part that it proves by its text: where that was changed, it goes with it."""
    renamed = {
        field.text: typed.strip()
        for field, typed in zip(fields, texts, strict=True)
        if field.place[0] == "key" and len(field.place) > 1 and typed != field.text
    }
    for evidence in values.get("evidence") or ():
        parts = evidence.get("for")
        if isinstance(parts, str):
            evidence["for"] = renamed.get(parts, parts)
        elif isinstance(parts, list):
            evidence["for"] = [renamed.get(part, part) for part in parts]
