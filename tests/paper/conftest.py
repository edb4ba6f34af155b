"""The banks that are printed, and what can be seen on a printed page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import pytest

from civicsquiz.bank import files
from civicsquiz.bank.models import Bank
from civicsquiz.paper import Extras, Sheet, sheets
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.glossary import Glossary

TOWN = Path(__file__).resolve().parent.parent / "banks" / "town"

_T = TypeVar("_T")
_LEFT_ALONE = {"id", "source", "topic", "formerly", "allow", "language", "sha256", "date", "as_of"}


def load(name: str) -> Bank:
    path = TOWN / name
    return files.usable(files.parse(path.read_bytes(), path))


@pytest.fixture(scope="session")
def eight() -> Bank:
    """A bank with one item of each type."""
    return load("eight-types.yaml")


@pytest.fixture(scope="session")
def town() -> Bank:
    """A bank with passages of every role; the pamphlet is not at hand."""
    return load("town-charter.yaml")


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return Shelf([TOWN])


@pytest.fixture(scope="session")
def all_extras(eight: Bank) -> Extras:
    """What the bank of all types has around its questions, no word of it withheld."""
    words = tuple((term.term, term.entry) for term in eight.vocabulary)
    summary = (eight.read_first or "").strip().replace("\n\n", "\0").replace("\n", " ")
    return Extras(tuple(summary.split("\0")), words, eight.discussion)


def changed(value: _T, change: Callable[[str], str]) -> _T:
    """A bank, or a part of one, with every text that is shown changed; ids stay."""
    if isinstance(value, (Enum, bool)) or value is None:
        return value
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(changed(each, change) for each in value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {name: changed(each, change) for name, each in value.items()}  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        new: dict[str, Any] = {
            field.name: changed(getattr(value, field.name), change)
            for field in fields(value)
            if field.name not in _LEFT_ALONE
        }
        return replace(value, **new)
    return value


def only(bank: Bank, seed: str = "1", **more: Any) -> Sheet:
    (sheet,) = sheets(bank, seed=seed, **more)
    return sheet


ROW = re.compile(
    r'<li class="row">(?:<span class="(box|blank)"></span>)?(?:<span class="label">(\w+)</span>)?'
    r'<span class="text">(.*?)(?:<span class="aside">.*?</span>)?</span></li>'
)


class Asked:
    """A question as it can be read off an HTML worksheet."""

    def __init__(self, text: str) -> None:
        (self.stem,) = map(html.unescape, re.findall(r"</h3>\n<p>(.*?)</p>", text))
        self.rows = [
            (lead, label, html.unescape(shown)) for lead, label, shown in ROW.findall(text)
        ]
        self.line = 'class="line"' in text


class Answered:
    """A question's answer as it can be read off an HTML key."""

    def __init__(self, text: str) -> None:
        (self.item,) = re.findall(r'<span class="item">(.*?)</span>', text)
        (listed,) = re.findall(r'<ul class="answer">(.*?)</ul>', text, re.DOTALL)
        self.answer = [
            (label, html.unescape(shown))
            for label, shown in re.findall(r"<li>(?:<b>(\w+)</b> )?(.*?)</li>", listed)
        ]
        self.blanks = re.findall(r"The blanks, from the top: ([\d ]+)\.", text)
        wrong = re.findall(r'<ul class="wrong">(.*?)</ul>', text, re.DOTALL)
        self.wrong = [label for each in wrong for label in re.findall(r"<li><b>(\w+)</b>", each)]


def asked_on(worksheet: str) -> list[Asked]:
    return [Asked(part) for part in worksheet.split('<section class="question"')[1:]]


def answered_on(key: str) -> list[Answered]:
    return [Answered(part) for part in key.split('<section class="solved"')[1:]]


def glossary(bank: Bank) -> Glossary:
    return Glossary((), bank.vocabulary)
