"""Options as the values of a bank's item, and the words of messages about them."""

from __future__ import annotations

from typing import Any

from civicsquiz.bank.models import option_id
from civicsquiz.formats.importing.fitting import Fit
from civicsquiz.formats.importing.naming import is_slug
from civicsquiz.formats.portable import Answer, Text


def option(answer: Answer, fit: Fit, field: str) -> dict[str, str]:
    return named(fit.line(answer.text, field), answer.id, fit)


def named(text: str, name: str, fit: Fit) -> dict[str, str]:
    option = {"text": text}
    if fit.ids and is_slug(name) and name != option_id(text):
        option["id"] = name
    return option


def id_(option: dict[str, str]) -> str:
    return option.get("id") or option_id(option["text"])


def bare(option: dict[str, str]) -> Any:
    """An option that is nothing but its text is written as such."""
    return option["text"] if len(option) == 1 else option


def said(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value or value is False}


def brief(text: Text) -> str:
    """The beginning of a text, for a message."""
    words = " ".join(text.value[:400].split())
    return words if len(words) <= 60 else f"{words[:59]}…"


def counted(number: int, noun: str) -> str:
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else many}"
