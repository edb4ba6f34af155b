"""What no field of a note shows, as JSON. It may come from anywhere, so each value is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from civicsquiz.formats.portable import Answer, Collection, Kind, Pair, Portable, Text

_VERSION = 1
_LONGEST_FIGURE = 100


class NotOurs(Exception):
    """What stands there is nothing that we wrote."""


@dataclass(frozen=True, slots=True)
class Details:
    """A question without its stem and its explanation, and the bank that it belongs to, without its
    questions; only the first note says all of the bank, as `whole` tells."""

    question: Portable
    bank: Collection = field(default_factory=lambda: Collection(()))
    whole: bool = False


def written(one: Portable, bank: Collection, *, first: bool) -> str:
    """The JSON, in ASCII: Anki normalises other characters."""
    whole = {key: value for key, value in _stated(one, bank, first=first) if value}
    return json.dumps({"v": _VERSION, **whole}, separators=(",", ":"))


def _stated(one: Portable, bank: Collection, *, first: bool) -> Iterator[tuple[str, object]]:
    yield "kind", one.kind.value
    yield "id", one.id
    yield "name", one.name
    yield (
        "answers",
        [
            [
                answer.text.value,
                str(answer.fraction),
                answer.feedback.value,
                _figure(answer.least),
                _figure(answer.most),
                answer.id,
            ]
            for answer in one.answers
        ],
    )
    yield (
        "pairs",
        [[pair.left.value, pair.right.value, pair.left_id, pair.right_id] for pair in one.pairs],
    )
    yield "right", one.right.value
    yield "partly", one.partly.value
    yield "wrong", one.wrong.value
    yield "case", one.case_sensitive
    yield "category", one.category
    yield "tags", one.tags
    yield "hints", [hint.value for hint in one.hints]
    yield "points", _figure(one.points)
    yield "bank", bank.id
    if first:
        yield "whole", True
        yield "title", bank.title
        yield "description", bank.description
        yield "language", bank.language
        yield "topics", bank.topics


def _figure(value: Decimal | None) -> str:
    return "" if value is None else str(value)


def read(stated: str) -> Details:
    """What `written` wrote; NotOurs where anything else stands there."""
    try:
        whole = json.loads(stated)
    except (ValueError, RecursionError):
        raise NotOurs from None
    if not isinstance(whole, dict) or whole.get("v") != _VERSION:
        raise NotOurs
    try:
        kind = Kind(_text(whole, "kind"))
    except ValueError:
        raise NotOurs from None
    question = Portable(
        kind=kind,
        stem=Text(),
        id=_text(whole, "id"),
        name=_text(whole, "name"),
        answers=tuple(
            Answer(Text(text), _fraction(share), Text(why), _decimal(least), _decimal(most), name)
            for text, share, why, least, most, name in _rows(whole, "answers", 6)
        ),
        pairs=tuple(
            Pair(Text(left), Text(right), left_id, right_id)
            for left, right, left_id, right_id in _rows(whole, "pairs", 4)
        ),
        right=Text(_text(whole, "right")),
        partly=Text(_text(whole, "partly")),
        wrong=Text(_text(whole, "wrong")),
        case_sensitive=whole.get("case") is True,
        category=_texts(whole.get("category", [])),
        tags=_texts(whole.get("tags", [])),
        hints=tuple(map(Text, _texts(whole.get("hints", [])))),
        points=_decimal(_text(whole, "points")),
    )
    bank = Collection(
        (),
        title=_text(whole, "title"),
        description=_text(whole, "description"),
        language=_text(whole, "language"),
        topics=_texts(whole.get("topics", [])),
        id=_text(whole, "bank"),
    )
    return Details(question, bank, whole.get("whole") is True)


def _text(whole: Mapping[str, object], key: str) -> str:
    value = whole.get(key, "")
    if not isinstance(value, str) or not _whole(value):
        raise NotOurs
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise NotOurs
    texts = [one for one in value if isinstance(one, str) and _whole(one)]
    if len(texts) != len(value):
        raise NotOurs
    return tuple(texts)


def _whole(text: str) -> bool:
    """Whether there is no half of a character in a text: JSON can spell one, UTF-8 cannot."""
    return text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)


def _rows(whole: Mapping[str, object], key: str, width: int) -> Iterator[tuple[str, ...]]:
    rows = whole.get(key, [])
    if not isinstance(rows, list):
        raise NotOurs
    for row in rows:
        texts = _texts(row)
        if len(texts) != width:
            raise NotOurs
        yield texts


def _fraction(text: str) -> Decimal:
    value = _decimal(text)
    if value is None or not -1 <= value <= 1:
        raise NotOurs
    return value


def _decimal(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        value = Decimal(text) if len(text) <= _LONGEST_FIGURE else Decimal("NaN")
    except InvalidOperation:
        raise NotOurs from None
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST_FIGURE:
        raise NotOurs
    return value
