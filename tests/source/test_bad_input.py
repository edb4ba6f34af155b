"""Articles that are none, or too much: one clear line each, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.errors import FileError
from civicsquiz.source import reading
from civicsquiz.source.document import Kind

SENTENCE = "The court of the harbour said that the lamp must burn. "


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_large_text_is_refused_unread(suffix: str) -> None:
    """Of twenty megabytes, with the bound in the line."""
    data = (SENTENCE * 20).encode() * (20 * 2**20 // (20 * len(SENTENCE)) + 1)
    with pytest.raises(
        FileError, match=r"is a text of 2[01] MiB: split it; .* at most 4 MiB are read"
    ):
        reading.read(data, Path(f"a{suffix}"))


def test_a_text_of_many_lines_is_refused() -> None:
    """Nobody reads a hundred thousand paragraphs."""
    with pytest.raises(FileError, match="more than 40,000 paragraphs"):
        reading.read(b"- a\n" * 100_000, Path("a.txt"))


def test_one_line_of_a_megabyte_is_one_paragraph() -> None:
    """With every offset in its place."""
    line = (SENTENCE * (2**20 // len(SENTENCE))).strip()
    document = reading.read(line.encode(), Path("a.txt"))
    assert [block.kind for block in document.blocks] == [Kind.BODY]
    assert document.text == line
    assert document.raw_offset(len(line) - 1) == len(line) - 1


def test_capitals_alone_are_text() -> None:
    """They are read; what becomes of them is for others to say."""
    document = reading.read((SENTENCE * 3).upper().encode(), Path("a.txt"))
    assert [block.kind for block in document.blocks] == [Kind.BODY]


def test_a_text_without_sentences_has_no_running_text() -> None:
    """It is read, and none of it is body."""
    document = reading.read(b"Lamps\n\nHarbours\n\nOil and ships\n", Path("a.txt"))
    assert document.body_words == 0


def test_control_characters_are_visible() -> None:
    """In their places."""
    document = reading.read(
        b"A \x1b]52;c;aGk=\x07 lamp\x00"[:-1] + b" burns here.\n", Path("a.txt")
    )
    assert document.text == "A ␛]52;c;aGk=␇ lamp burns here."


@pytest.mark.parametrize(
    "head",
    [b"\x89PNG\r\n\x1a\n\0", b"\x7fELF\x02\x01\x01\0", b"PK\x03\x04\x14\0", b"\xff\xd8\xff\xe0"],
)
@pytest.mark.parametrize("suffix", reading.SUFFIXES)
def test_a_file_that_is_no_text_is_refused(head: bytes, suffix: str) -> None:
    """Whatever its name says."""
    with pytest.raises(FileError) as refused:
        reading.read(head + bytes(range(256)), Path(f"a{suffix}"))
    assert "\n" not in str(refused.value)
    assert refused.value.mend
