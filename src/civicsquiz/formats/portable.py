"""A question as the exchange formats know it: more than a bank's item in some things, less in others."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What is asked for. The last four have no place in a bank: they are read to be named as lost."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    SHORT = "short"
    NUMBER = "number"
    MATCH = "match"
    ORDER = "order"
    CLOZE = "cloze"
    ESSAY = "essay"
    DESCRIPTION = "description"
    OTHER = "other"


class Form(StrEnum):
    """How a text is written. `MOODLE` is Moodle's own mixture of HTML and line breaks."""

    PLAIN = "plain"
    HTML = "html"
    MARKDOWN = "markdown"
    MOODLE = "moodle"


@dataclass(frozen=True, slots=True)
class Text:
    """A text as its file has it, with the escapes of the file undone and its markup left in."""

    value: str = ""
    form: Form = Form.PLAIN

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Answer:
    """One that can be given. `fraction` is its share of the mark, from -1 to 1. Of a number `least` and
    `most` bound what it accepts, both included, and `text` is the figure as it was written; where any
    number is accepted all are None and `text` is `*`. Of an order the answers stand in the right order."""

    text: Text
    fraction: Decimal = Decimal(0)
    feedback: Text = Text()
    least: Decimal | None = None
    most: Decimal | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands at the left of a match, and what belongs to it; with an empty left the right belongs
    to none."""

    left: Text
    right: Text
    left_id: str = ""
    right_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portable:
    """A question of a foreign file, or one on its way into such a file.

    `id` is what the file knows it by, `name` what it is called in lists, `foreign` the format's own name
    of its type, `place` where it stands for messages (“line 12”, “item 3”). `category` is a path from the
    top. `general` is shown after any answer, `right`, `partly` and `wrong` after such ones. A true-false
    question has one answer, `true` or `false`, with fraction 1 and, where the file has one, the other
    with fraction 0.
    """

    kind: Kind
    stem: Text
    id: str = ""
    name: str = ""
    answers: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    general: Text = Text()
    right: Text = Text()
    partly: Text = Text()
    wrong: Text = Text()
    case_sensitive: bool = False
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    hints: tuple[Text, ...] = ()
    points: Decimal | None = None
    foreign: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """The questions of a file. `title`, `description` and `language` are empty where it has none;
    `topics` names the categories by which the questions stand, in the file's order. `id` is the bank's
    own, for formats that keep one bank's questions apart from another's."""

    questions: tuple[Portable, ...]
    title: str = ""
    description: str = ""
    language: str = ""
    topics: tuple[str, ...] = field(default=())
    id: str = ""
