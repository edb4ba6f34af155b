"""Names of questions and paths of categories, as Moodle makes them."""

from __future__ import annotations

import re

from civicsquiz.formats.gift.escapes import SPACE

NAMELESS = "Question name"
"""What Moodle calls a question of which nothing gives it a name."""
LONGEST_NAME = 255
MOST_LEVELS = 20
"""Of categories within categories that are written."""
CONTEXT = "$course$"
TOP = "top"

_CALLED = 80
_BETWEEN = re.compile(r"(?<!/)/(?!/)")
_CONTEXTS = re.compile(r"\$[a-z]+\$")
_STOPS = re.compile("[>\"']")


def called(text: str) -> str:
    """What Moodle calls a question that has no name: the beginning of its text, up to 80 characters."""
    return cleaned(_shortened(without_tags(text), _CALLED)) or NAMELESS


def cleaned(name: str) -> str:
    """A name as Moodle keeps it: without tags, and not above 255 characters."""
    name = without_tags(name).strip(SPACE)
    return name if len(name) <= LONGEST_NAME else _shortened(name, LONGEST_NAME - 4)


def _shortened(text: str, most: int) -> str:
    """Cut after a word or a full stop; text of the kinds that need three bytes a letter anywhere."""
    if len(text) <= most:
        return text
    left = most - 3
    at = next((at for at in range(left, 0, -1) if text[at] in " ." or text[at] >= "\u0800"), 0)
    return text[: min(at + 1, left) if at else left] + "..."


def without_tags(text: str) -> str:
    """The text without tags and remarks. What follows a tag that does not end is gone with it, and a
    < before white space is no tag."""
    kept: list[str] = []
    start = 0
    while (at := text.find("<", start)) >= 0:
        if text[at + 1 : at + 2].isspace():
            kept.append(text[start : at + 1])
            start = at + 1
            continue
        kept.append(text[start:at])
        start = _after_tag(text, at)
    kept.append(text[start:])
    return "".join(kept)


def _after_tag(text: str, at: int) -> int:
    if text.startswith("<!--", at):
        end = text.find("-->", at)
        return end + 3 if end >= 0 else len(text)
    while stop := _STOPS.search(text, at):
        at = stop.end()
        if stop.group() == ">":
            return at
        at = text.find(stop.group(), at) + 1
        if not at:
            break
    return len(text)


def path(text: str) -> tuple[str, ...]:
    """The names in a category's path, from below Moodle's own “top”; a slash in a name stands twice."""
    names = [name.replace("//", "/").strip(SPACE) for name in _BETWEEN.split(text.strip(SPACE))]
    if names and _CONTEXTS.fullmatch(names[0]):
        del names[0]
    return tuple(cleaned(name) for name in names if name not in ("", TOP))


def written_path(names: tuple[str, ...]) -> str:
    """The path as it stands after `$CATEGORY:`. Backslashes are escaped there, other signs are not."""
    parts = []
    for name in names:
        part = name.replace("/", "//").replace("\\", "\\\\")
        part = f" {part}" if part.startswith("/") else part
        parts.append(f"{part} " if part.endswith("/") else part)
    return "/".join((CONTEXT, TOP, *parts))
