"""The texts of an item as fields to be edited."""

from __future__ import annotations

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


def fields_of(values: Mapping[str, Any], sources: Sequence[str] = ()) -> list[Field]:
    """The fields of an item, in the order in which a student meets them. `sources` are the ids of
    those that it may quote, to offer the one that a further quotation is probably out of."""
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
    found += _of_evidence(values, sources)
    background = _said(values.get("background"))
    found.append(Field(("background",), "Background", background, True))
    return found + list(_listed("hints", values, "Hint"))


def _of_key(kind: str, key: Any) -> Iterator[Field]:
    if kind == "choice":
        yield Field(("key", *_way(key)), "Key", _option(key))
    elif kind == "evidence" and isinstance(key, dict):
        yield from _quotation(("key",), key, "Key")
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
        if kind == "true-false":
            yield Field(("distractors", at, "why"), "Why not the other", why, True)
            continue
        if kind == "evidence" and isinstance(one, dict):
            yield from _quotation(("distractors", at), one, f"Wrong {at + 1}")
            yield Field(("distractors", at, "why"), "  why", why)
            continue
        yield Field(("distractors", at, "text"), f"Wrong {at + 1}", _option(one), True)
        yield Field(("distractors", at, "why"), "  why", why, True)
    if len(wrong) < _DISTRACTORS.get(kind, 0):
        yield Field(("distractors", len(wrong), "text"), "One more", "", True)
        yield Field(("distractors", len(wrong), "why"), "  why", "", True)


def _of_evidence(values: Mapping[str, Any], sources: Sequence[str]) -> Iterator[Field]:
    """The quotations, and empty fields for one more: out of the source that is quoted already, else of
    the first that there is."""
    quoted = [one for one in values.get("evidence") or () if isinstance(one, dict)]
    for at, one in enumerate(quoted):
        yield from _quotation(("evidence", at), one, "Quotation", optional=True)
        yield Field(("evidence", at, "plain"), "  in plain words", _said(one.get("plain")), True)
    likely = [one.get("source") for one in quoted] + list(sources)
    yield Field(("evidence", len(quoted), "exact"), "One more", "", True)
    yield Field(("evidence", len(quoted), "source"), "  out of", _said(next(iter(likely), "")))


def _quotation(
    place: Place, quoted: Mapping[str, Any], label: str, *, optional: bool = False
) -> Iterator[Field]:
    """The words, the source, and what tells the place from others where that is stated."""
    yield Field((*place, "exact"), label, _said(quoted.get("exact")), optional)
    for name, told in (("prefix", "  before it"), ("suffix", "  after it")):
        if name in quoted:
            yield Field((*place, name), told, _said(quoted[name]), True)
    yield Field((*place, "source"), "  out of", _said(quoted.get("source")))


def _listed(name: str, values: Mapping[str, Any], label: str) -> Iterator[Field]:
    texts = list(values.get(name) or ())
    for at, told in enumerate([*texts, ""]):
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
