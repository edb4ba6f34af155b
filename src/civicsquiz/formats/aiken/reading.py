"""Aiken read as Moodle reads it, line by line; empty lines mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from civicsquiz.errors import FileError
from civicsquiz.formats.gift import naming
from civicsquiz.formats.gift.answers import MOST
from civicsquiz.formats.gift.decoding import decoded, lines, opening
from civicsquiz.formats.gift.escapes import SPACE
from civicsquiz.formats.gift.reading import FAULTS
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Kind, Portable, Text
from civicsquiz.formats.safe.limits import QUESTIONS, shortened

ANSWER = "ANSWER:"
CHOICE = re.compile(r"[A-Z][).]")

_OTHERS = re.compile(r"(?<![A-Za-z0-9])[A-Z](?![A-Za-z0-9])")


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The questions of an Aiken file, and what could not be read of it, by line.

    FileError where it is not UTF-8, too large, or has neither a question nor a part of one.
    """
    reader = _Reader()
    for number, line in _said(decoded(data, name)):
        if len(reader.questions) >= QUESTIONS or len(reader.losses) >= FAULTS:
            told = f"more than {QUESTIONS:,} questions, or {FAULTS:,} faults"
            reader.lose(number, f"left out, with all that follows: {told}")
            break
        reader.take(line, number)
    else:
        reader.finish()
    if not reader.signs:
        raise FileError(
            name, "holds no question", "in Aiken each ends with a line such as “ANSWER: B”"
        )
    return Collection(tuple(reader.questions)), tuple(reader.losses)


def recognises(data: bytes) -> float:
    """How surely a file is Aiken, from 0 to 1, by its first 64 KiB."""
    text = opening(data)
    if ANSWER not in text:
        return 0.0
    reader = _Reader()
    for number, line in _said(text):
        reader.take(line, number)
    good, bad = len(reader.questions), len(reader.losses)
    return 0.95 * good / (good + bad) if good else 0.0


def _said(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers; a CR within a line ends one too."""
    for number, raw in enumerate(lines(text), 1):
        for part in raw.split("\r"):
            line = part.strip(SPACE)
            if len(line.encode()) > 1:  # Moodle counts bytes
                yield number, line


@dataclass(slots=True)
class _Open:
    """A question whose answer line has not come yet."""

    line: int
    stem: str
    letters: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self.questions: list[Portable] = []
        self.losses: list[Loss] = []
        self.signs = 0
        """How many lines there were with a choice or an answer."""
        self._open: _Open | None = None

    def lose(self, line: int, told: str) -> None:
        self.losses.append(Loss(f"line {line}", "", told))

    def take(self, line: str, number: int) -> None:
        choice, answer = CHOICE.match(line), line.startswith(ANSWER)
        if not choice and not answer:
            self._drop(f"left out: it is not finished where line {number} begins another question")
            self._open = _Open(number, line)
            return
        self.signs += 1
        if self._open is None:
            self.lose(number, f"left out: no question stands above “{shortened(line)}”")
        elif choice:
            if len(self._open.texts) <= MOST:
                self._open.letters.append(line[0])
                self._open.texts.append(line[2:].strip(SPACE))
        else:
            self._close(self._open, line.removeprefix(ANSWER).strip(SPACE), number)
            self._open = None

    def finish(self) -> None:
        self._drop(f"left out: the file ends before its “{ANSWER}”")

    def _drop(self, told: str) -> None:
        if self._open:
            self.lose(self._open.line, told)
        self._open = None

    def _close(self, found: _Open, said: str, number: int) -> None:
        letter, rest = said[:1], said[1:]
        if len(found.texts) > MOST:
            problem = f"it has more than {MOST:,} answers"
        elif len(found.texts) < 2:
            problem = f"it needs two answers above line {number}"
        elif not all(found.texts):
            problem = f"one of its answers above line {number} has no text"
        elif found.letters.count(letter) != 1:
            problem = f"line {number} names no answer of its own: “{shortened(said)}”"
        elif rest[:1].isalnum() or set(_OTHERS.findall(rest)) & set(found.letters):
            problem = f"line {number} does not name one answer: “{shortened(said)}”"
        else:
            right = found.letters.index(letter)
            self.questions.append(_choice(found, right))
            return
        self.lose(found.line, f"left out: {problem}")


def _choice(found: _Open, right: int) -> Portable:
    return Portable(
        kind=Kind.CHOICE,
        stem=Text(found.stem),
        name=naming.called(found.stem),
        answers=tuple(
            Answer(Text(text), Decimal(at == right)) for at, text in enumerate(found.texts)
        ),
        place=f"line {found.line}",
    )
