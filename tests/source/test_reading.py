"""Reading a file: what is refused, and what a document says of itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from civicsquiz.errors import FileError
from civicsquiz.source import reading
from civicsquiz.source.document import Kind


def test_a_file_is_read_with_its_hash(tmp_path: Path) -> None:
    """The hash is of the raw bytes, byte order mark included; offsets count after it."""
    path = tmp_path / "a.TXT"
    path.write_bytes(b"\xef\xbb\xbfThe lamp burns.\n")
    document = reading.read_file(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text == "The lamp burns."
    assert document.raw_offset(0) == 0


@pytest.mark.parametrize(
    ("name", "data", "problem", "place"),
    [
        ("a.rtf", b"{\\rtf", "is not a kind of file that is read", (0, 0)),
        ("a", b"x", "is not a kind of file that is read", (0, 0)),
        ("a.txt", b"", "has no text in it", (0, 0)),
        ("a.txt", b" \r\n\t\n---\n", "has no text in it", (0, 0)),
        ("a.txt", "\u200b\u00ad\ufeff".encode(), "has no text in it", (0, 0)),
        ("a.md", b"![](a.png)\n\n<!-- b -->\n", "has no text in it", (0, 0)),
        ("a.txt", b"ab\r\nc\xff", "a byte that is not UTF-8", (2, 2)),
        ("a.txt", b"\xef\xbb\xbfab\x00", "a NUL character", (1, 3)),
        ("a.txt", "a".encode("utf-16"), "is UTF-16 or UTF-32", (0, 0)),
        ("a.txt", "a".encode("utf-32"), "is UTF-16 or UTF-32", (0, 0)),
        ("a.txt", b"\xfe\xff\x00a", "is UTF-16 or UTF-32", (0, 0)),
    ],
)
def test_what_is_no_article_is_refused(
    name: str, data: bytes, problem: str, place: tuple[int, int]
) -> None:
    """In words that name the file and the mend."""
    with pytest.raises(FileError) as refused:
        reading.read(data, Path(name))
    assert refused.value.problem == problem
    assert (refused.value.line, refused.value.column) == place
    assert refused.value.mend
    assert str(refused.value).startswith(name)


def test_body_words_count_running_text_alone() -> None:
    """No heading, no caption; a word is what stands between spaces."""
    raw = b"# A title of some length\n\nThe lamp burns on \xe2\x80\x94 still.\n\n## Why\n\nNobody knows it.\n"
    document = reading.read(raw, Path("a.md"))
    assert document.body_words == 9
    assert [block.kind for block in document.blocks] == [
        Kind.TITLE, Kind.BODY, Kind.HEADING, Kind.BODY,
    ]  # fmt: skip
    assert [block.paragraph for block in document.blocks] == [0, 1, 2, 3]


def test_the_block_of_an_offset_between_two_is_the_one_before() -> None:
    """So that the end of a span, exclusive, still names its block."""
    document = reading.read(b"One lamp.\n\nTwo lamps.\n", Path("a.txt"))
    first, second = document.blocks
    assert document.block_at(first.end) == first
    assert document.block_at(second.start) == second
    assert document.block_at(len(document.text)) == second
