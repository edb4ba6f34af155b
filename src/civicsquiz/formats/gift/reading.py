"""GIFT read as Moodle 4.1 reads it, question by question.

Where Moodle would read something other than what is meant (a number that is none becomes “every answer
is right”), the question is refused and named.
"""

from __future__ import annotations

from civicsquiz.errors import FileError
from civicsquiz.formats.gift import comments, naming
from civicsquiz.formats.gift.answers import GENERAL, Broken, Section, form_of, formed
from civicsquiz.formats.gift.blocks import LONE_ZERO, MOST_LINES, Block, blocks
from civicsquiz.formats.gift.decoding import decoded, lines
from civicsquiz.formats.gift.escapes import SPACE, hide, show
from civicsquiz.formats.gift.swallowed import swallowed
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Form, Kind, Portable
from civicsquiz.formats.safe.limits import QUESTIONS, shortened

CATEGORY = "$CATEGORY:"
BLANK = "_____"
"""Stands where the answers stood in the middle of a question."""

FAULTS = 10_000
"""After so many no more is read: it is something else."""
_HEADS = 20
"""Lines of remarks at the top of a file that are looked at."""
_LONGEST_PATH = 12_000
_UNUSED = (Kind.ESSAY, Kind.DESCRIPTION)


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The questions of a GIFT file, and what could not be read of it, by line.

    FileError where it is not UTF-8, too large, or holds nothing that could be a question.
    """
    reader = _Reader()
    for block in blocks(lines(decoded(data, name))):
        if reader.full:
            reader.lose(block.line, f"left out, with all that follows: {reader.full}")
            break
        reader.take(block)
    if not (reader.questions or reader.losses or reader.sorted):
        raise FileError(name, "holds no question", "GIFT has a text and its answers in braces")
    return reader.collection, tuple(reader.losses)


class _Reader:
    def __init__(self) -> None:
        self.questions: list[Portable] = []
        self.losses: list[Loss] = []
        self._category: tuple[str, ...] = ()
        self.sorted = False
        """Whether any category was named."""
        self._heads: list[str] = []

    @property
    def full(self) -> str:
        """Why no more is read; empty while more is."""
        if len(self.questions) >= QUESTIONS:
            return f"more than {QUESTIONS:,} questions"
        return f"more than {FAULTS:,} faults" if len(self.losses) >= FAULTS else ""

    @property
    def collection(self) -> Collection:
        said = {
            key: comments.heading_in(self._heads, key)
            for key in ("title", "description", "language")
        }
        topics = dict.fromkeys(
            question.category[-1] for question in self.questions if question.category
        )
        return Collection(tuple(self.questions), **said, topics=tuple(topics))

    def lose(self, line: int, told: str) -> None:
        self.losses.append(Loss(f"line {line}", "", told))

    def take(self, block: Block) -> None:
        if not block.whole:
            told = f"left out: more than {MOST_LINES:,} lines without an empty line"
            self.lose(block.line, told)
            return
        text = hide(block.body)
        if not text:
            if not self.questions and len(self._heads) < _HEADS:
                self._heads.extend(block.comments[:_HEADS])
            return
        if text == LONE_ZERO and not block.comments:
            self.lose(
                block.line,
                "a line that holds only 0 is an empty line to Moodle: it parts what it stands in",
            )
            return
        if text.startswith(CATEGORY):
            self.sorted = True
            path, _, text = text.removeprefix(CATEGORY).partition("\n")
            self._category = naming.path(show(path[:_LONGEST_PATH]))
            if len(path) > _LONGEST_PATH:
                told = f"the category was cut after {_LONGEST_PATH:,} characters"
                self.lose(block.line, told)
            text = text.strip(SPACE)
            if not text:
                return
            self.lose(
                block.line, "no empty line parts the category from what follows it: read as both"
            )
        name, text = _named(text)
        try:
            question, notes = _question(name, text, block, self._category)
        except Broken as error:
            self.losses.append(Loss(_place(block, name), "", f"left out: {error}"))
            return
        self.questions.append(question)
        for note in notes:
            self.lose(block.line, note)
        # Only what stands before the text was taken off: lines are counted from its end.
        first = block.line + block.body.count("\n") - text.count("\n")
        for further, told in swallowed(text):
            self.lose(first + further, told)


def _place(block: Block, name: str | None) -> str:
    """Where a question stands, and what its author calls it."""
    return f"line {block.line} ::{shortened(name, 60)}::" if name else f"line {block.line}"


def _question(
    name: str | None, text: str, block: Block, category: tuple[str, ...]
) -> tuple[Portable, list[str]]:
    if "\0" in text:
        raise Broken("it holds a NUL character")
    stem, braced, general = parted(text)
    form, _ = form_of(stem, Form.MOODLE)
    shown = formed(stem, Form.MOODLE)
    section = Section(braced, form) if braced is not None else None
    kind = section.kind if section else Kind.DESCRIPTION
    question = Portable(
        kind=kind,
        stem=shown,
        id=next(comments.marks(block.comments, "id"), ""),
        name=naming.called(shown.value) if name is None else name,
        answers=section.answers if section else (),
        pairs=section.pairs if section else (),
        general=formed(general, form),
        category=category,
        tags=tuple(dict.fromkeys(comments.marks(block.comments, "tag"))),
        foreign=kind.value if kind in _UNUSED else "",
        place=_place(block, name),
    )
    return question, section.notes if section else []


def _named(text: str) -> tuple[str | None, str]:
    if not text.startswith("::"):
        return None, text
    name, ended, rest = text[2:].partition("::")
    return (naming.cleaned(show(name)), rest.strip(SPACE)) if ended else (None, text[2:])


def parted(text: str) -> tuple[str, str | None, str]:
    """A hidden question without its name in three: the stem, what stands in the braces (None where there are none), and the general feedback."""
    begin, end = text.find("{"), text.find("}")
    if begin < 0 and end < 0:
        return text, None, ""
    if end < 0:
        raise Broken("its answers have no } at their end")
    if begin < 0 or end < begin:
        raise Broken("its braces do not pair; one in a text is written with a backslash before it")
    braced = text[begin + 1 : end].strip(SPACE)
    blank = "" if text.endswith("}") else BLANK
    cut = braced.rfind(GENERAL)
    general = braced[cut + len(GENERAL) :] if cut >= 0 else ""
    answers = braced[:cut].strip(SPACE) if cut >= 0 else braced
    return f"{text[:begin]}{blank}{text[end + 1 :]}", answers, general
