"""Categories, names, patterns and grades as Moodle 4.1 spells and understands them."""

from __future__ import annotations

from decimal import Decimal

from civicsquiz.formats.portable import Form

ENDS = " \t\n\r\0\x0b"
"""What Moodle takes off the ends of every text (PHP's `trim`)."""

NAME = 255
IDNUMBER = 100

FORMS = {
    "moodle_auto_format": Form.MOODLE,
    "html": Form.HTML,
    "plain_text": Form.PLAIN,
    "wiki_like": Form.PLAIN,
    "markdown": Form.MARKDOWN,
}
SPELT = {
    Form.PLAIN: "plain_text",
    Form.HTML: "html",
    Form.MARKDOWN: "markdown",
    Form.MOODLE: "moodle_auto_format",
}

_EIGHTHS = "1 .9 .8333333 .8 .75 .7 .6666667 .6 .5 .4 .3333333 .3 .25 .2 .1666667 .1428571 .125 .1111111 .1 .05 0"
GRADES = tuple(Decimal(grade) for grade in _EIGHTHS.split())
"""The shares of a mark that Moodle knows; an answer with another one is refused on import."""
_NEAR = Decimal("0.00001")


def grade(fraction: Decimal) -> Decimal | None:
    """A share of the mark, from -1 to 1, where Moodle takes it for one that it knows."""
    size = abs(fraction)
    return fraction if any(abs(size - known) < _NEAR for known in GRADES) else None


def nearest_grade(fraction: Decimal) -> Decimal:
    """The share that Moodle knows and that comes nearest."""
    size = min(GRADES, key=lambda known: abs(abs(fraction) - known))
    return size.copy_sign(fraction) if size else size


def split_category(path: str) -> tuple[str, ...]:
    """The names in a category’s path. A single `/` parts them, two stand for one in a name; the
    context in front (`$course$`) and Moodle’s own uppermost category, `top`, are no names."""
    names: list[str] = []
    part: list[str] = []
    place = 0
    while place < len(path):
        if path[place] != "/":
            end = path.find("/", place)
            end = len(path) if end < 0 else end
            part.append(path[place:end])
        else:
            end = place
            while end < len(path) and path[end] == "/":
                end += 1
            if end - place == 1:
                names.append("".join(part))
                part = []
            else:
                part.append(path[place:end].replace("//", "/"))
        place = end
    names.append("".join(part))
    names = [without_tags(name).strip(ENDS) for name in names]
    if names and len(names[0]) > 2 and names[0].startswith("$") and names[0].endswith("$"):
        del names[0]
    while names and names[0] == "top":
        del names[0]
    return tuple(name for name in names if name)


def join_category(names: tuple[str, ...]) -> str:
    """The path of a category in the course."""
    return "/".join(("$course$", "top", *(name.replace("/", "//") for name in names)))


def without_tags(text: str) -> str:
    """A text as Moodle keeps it where no tags may stand: what looks like one is gone."""
    kept: list[str] = []
    place = 0
    while True:
        start = text.find("<", place)
        if start < 0:
            return "".join((*kept, text[place:]))
        if text[start + 1 : start + 2].isspace():
            kept.append(text[place : start + 1])
            place = start + 1
            continue
        kept.append(text[place:start])
        end = text.find(">", start)
        if end < 0:
            return "".join(kept)
        place = end + 1


def is_pattern(answer: str) -> bool:
    """Whether a short answer has a `*` that stands for any text."""
    return any(
        sign == "*" and answer[place - 1 : place] != "\\" for place, sign in enumerate(answer)
    )
