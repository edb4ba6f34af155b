"""A guide's front matter: its card, and what is known of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from civicsquiz.errors import InvalidGuide
from civicsquiz.source.card import Card, as_values, corrections_of
from civicsquiz.source.dates import is_date
from civicsquiz.source.guide_model import Guide
from civicsquiz.source.visible import one_line

FORMAT = "1"
_CARD = [field.name for field in fields(Card) if field.name != "kinds"]
_KNOWN = {
    "civicsquiz-guide", "kind", "language", "canonical_sha256", "body_words", "kinds", *_CARD,
}  # fmt: skip
_REQUIRED = ("civicsquiz-guide", "kind", "id", "label", "canonical_sha256", "body_words")
_SHA256 = re.compile("[0-9a-f]{64}")
_FORMS = {
    "civicsquiz-guide": (re.compile(FORMAT), f"{FORMAT}, the form that is read here"),
    "kind": (re.compile("guide"), "guide"),
    "id": (re.compile("[a-z0-9]+(-[a-z0-9]+)*"), "a-z, 0-9 and hyphens"),
    "sha256": (_SHA256, "64 hexadecimal digits"),
    "canonical_sha256": (_SHA256, "64 hexadecimal digits"),
    "body_words": (re.compile("[0-9]{1,9}"), "a number"),
}


def parse(text: str, name: str) -> Guide:
    """The guide that a front matter, which begins on line 2, describes; without its blocks."""
    from civicsquiz.source import safe_yaml

    data, problems = safe_yaml.load(text)
    for problem in problems:
        raise InvalidGuide(name, problem.line + 1, f"{problem.problem}: {problem.mend}")
    if not isinstance(data, dict):
        raise InvalidGuide(name, 2, "the front matter is not a list of keys and values")
    places = safe_yaml.places(text)
    for key, value in data.items():
        if fault := _fault(key, value):
            raise InvalidGuide(name, places[(key,)][0] + 1, fault)
    for key in _REQUIRED:
        if key not in data:
            raise InvalidGuide(name, 1, f"the front matter has no “{key}”")
    kinds = corrections_of(data.pop("kinds", None) or [])
    stated = {key: None if value is None else one_line(value) for key, value in data.items()}
    card = Card(kinds=kinds, **{key: stated[key] for key in _CARD if key in stated})  # type: ignore[arg-type]
    return Guide(
        card, stated.get("language") or "en", data["canonical_sha256"], int(data["body_words"]), ()
    )


def _fault(key: str, value: object) -> str:
    """What is wrong with one key of the front matter, or nothing."""
    if key not in _KNOWN:
        return f"the front matter has an unknown key “{key}”"
    if value is None:
        return f"the front matter has no “{key}”" if key in _REQUIRED else ""
    if key == "kinds":
        try:
            corrections_of(value)
        except ValueError as error:
            return f"“kinds” {error}"
        return ""
    if not isinstance(value, str) or not value.strip():
        return f"“{key}” is not text"
    form, words = _FORMS.get(key, (None, ""))
    if form and not form.fullmatch(value):
        return f"“{key}” is not {words}"
    if key == "date" and not is_date(value):
        return "“date” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"
    return ""


def render(guide: Guide) -> Iterator[str]:
    """The lines of the front matter; `parse` reads what stands between its two lines of ---."""
    card = {field: getattr(guide.card, field) for field in _CARD}
    front: Mapping[str, str | None] = {
        "civicsquiz-guide": FORMAT,
        "kind": "guide",
        **card,
        "language": guide.language,
        "canonical_sha256": guide.canonical_sha256,
        "body_words": str(guide.body_words),
    }
    yield "---"
    yield from (f"{key}: {_scalar(value)}" for key, value in front.items())
    if guide.card.kinds:
        yield "kinds:"
    for correction in guide.card.kinds:
        said = (f"{key}: {_quoted(value)}" for key, value in as_values(correction).items())
        yield f"  - {{{', '.join(said)}}}"
    yield "---"


def _scalar(value: str | None) -> str:
    if value is None:
        return "null"
    if re.fullmatch(r"[A-Za-z0-9]([\w ,.’“”-]*[\w,.’“”-])?", value) and value.lower() not in (
        "null", "true", "false",
    ):  # fmt: skip
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
