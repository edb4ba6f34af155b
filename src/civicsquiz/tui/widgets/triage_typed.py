"""What was typed into the fields of an item, put back into its values."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from civicsquiz.tui.widgets.triage_fields import Field, Place


def put_back(
    values: Mapping[str, Any], fields: Sequence[Field], texts: Sequence[str]
) -> tuple[dict[str, Any], list[Place]]:
    """The values with what was typed, and for each field where its text stands in them now (where it
    was left out, where it stood)."""
    new: dict[str, Any] = copy.deepcopy(dict(values))
    for field, typed in zip(fields, texts, strict=True):
        if typed != field.text:
            _put(new, field, typed.strip())
    _sourced(new, fields, texts)
    places = [field.place for field in fields]
    for name in ("distractors", "accept", "misses", "hints", "evidence"):
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
    elif typed or not field.optional or way[0] in ("distractors", "misses") or last == "exact":
        at[last] = typed
    else:
        at.pop(last, None)


def _sourced(values: dict[str, Any], fields: Sequence[Field], texts: Sequence[str]) -> None:
    """A quotation that was added is out of the source that stands beside it, typed or offered."""
    quoted = values.get("evidence") or ()
    for field, typed in zip(fields, texts, strict=True):
        match field.place:
            case ("evidence", int(at), "source") if at < len(quoted) and quoted[at].get("exact"):
                quoted[at].setdefault("source", typed.strip())


def _left_out(values: dict[str, Any], name: str, places: list[Place]) -> None:
    """Take out the entries that say nothing any more, and count the others anew."""
    kept = [at for at, entry in enumerate(values[name]) if not _is_empty(entry)]
    if len(kept) < len(values[name]):
        values[name] = [values[name][at] for at in kept]
        if not kept and name != "distractors":
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
