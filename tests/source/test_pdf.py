"""PDFs: paragraphs in reading order out of lines, and one clear line for what is none."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.source.making import Line, pdf, pdf_of

from civicsquiz.errors import FileError
from civicsquiz.source import reading
from civicsquiz.source.document import Document

pytest.importorskip("pypdf", reason="needs the extra pdf")

PARAGRAPHS = [
    (
        "The harbour court sat on Monday and heard the case of the lamp, which the board had put out in"
        " order to save oil, though no law of the coast allows a board to do so."
    ),
    (
        "Four captains spoke. One of them said that he had lost his way twice since the lamp went out, and"
        " that the national rules are plain on what a harbour owes to a ship at night."
    ),
    (
        "The board answered that oil is dear. A ruling is expected on Friday, and the board may appeal"
        " against it within thirty days; nobody in the room believed that it would."
    ),
    "Outside the hall the boatmen had lit a lamp of their own, which burned until the morning came.",
]


def laid_out(width: int, columns: int = 1, lines: int = 12) -> list[list[Line]]:
    """The paragraphs on pages with a header and a number, in columns of so many characters."""
    rows: list[str] = []
    for paragraph in PARAGRAPHS:
        rows += [*textwrap.wrap(paragraph, width), ""]
    pages: list[list[Line]] = []
    while rows:
        page: list[Line] = [(50, 770, "Harbour Gazette, volume 3"), (300, 20, f"{len(pages) + 1}")]
        for column in range(columns):
            here, rows = rows[:lines], rows[lines:]
            page += [(50 + 280 * column, 740 - 12 * at, row) for at, row in enumerate(here) if row]
        pages.append(page)
    return pages


def read(data: bytes) -> Document:
    return reading.read(data, Path("a.pdf"))


def texts(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.text_of(block)) for block in document.blocks]


@pytest.mark.parametrize(("width", "columns", "lines"), [(90, 1, 5), (90, 1, 3), (44, 2, 6)])
def test_paragraphs_are_whole_over_lines_pages_and_columns(
    width: int, columns: int, lines: int
) -> None:
    """Without the header and the number that each page repeats."""
    document = read(pdf(laid_out(width, columns, lines)))
    assert texts(document) == [("body", paragraph) for paragraph in PARAGRAPHS]
    assert [block.paragraph for block in document.blocks] == [1, 2, 3, 4]


def test_words_broken_at_a_line_end_are_whole() -> None:
    """Also where the line is the last of its page."""
    page = [(50, 700, "The board answered that oil is dear and that the harbour can do with-"),
            (50, 688, "out a lamp, as it had done in all the years before the first one was im-")]  # fmt: skip
    after = [(50, 700, "ported by the mayor of the town.")]
    (block,) = texts(read(pdf([page, after])))
    assert block[1].endswith("can do without a lamp, as it had done in all the years before the first one was imported by the mayor of the town.")  # fmt: skip


def test_headings_tables_and_footnotes() -> None:
    """A short line over a paragraph, words far apart in rows, numbered notes at the page's foot."""
    rows = textwrap.wrap(PARAGRAPHS[0], 80)
    page: list[Line] = [(50, 740, "What the four captains said")]
    page += [(50, 728 - 12 * at, row) for at, row in enumerate(rows)]
    for at, cells in enumerate(
        (("Year", "Oil", "Ships"), ("1888", "40", "12"), ("1889", "38", "9"))
    ):
        page += [(50 + 150 * column, 650 - 12 * at, cell) for column, cell in enumerate(cells)]
    page += [(50, 560, "The clerk wrote it all down in the great book of the harbour.")]
    page += [(50, 120, "1 See the Harbour Act, 12 Coast Laws 40 (1820).")]
    found = texts(read(pdf([page])))
    assert [kind for kind, _ in found] == ["title", "body", "table", "table", "table", "body", "footnote"]  # fmt: skip
    assert found[1] == ("body", PARAGRAPHS[0])


def bomb() -> bytes:
    return pdf_of([b"(" + b" " * 60_000_000 + b") Tj"])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "has no text in it"),
        (b"hello", "is no PDF, whatever its name says"),
        (b"%PDF-1.7\nnothing", "is a damaged PDF"),
        (pdf(laid_out(80))[:900], "is a damaged PDF"),
        (pdf_of([b"0 0 m 100 100 l S"]), "holds pictures of its pages and no text"),
        (pdf_of([]), "holds pictures of its pages and no text"),
        (pdf([[(50, 700, "x")]], trailer="/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <"
              + "00" * 32 + "> /U <" + "11" * 32 + "> >> /ID [<aa><aa>]"), "is protected with a password"),
    ],
)  # fmt: skip
def test_what_is_no_readable_pdf_is_refused_in_one_line(data: bytes, problem: str) -> None:
    """With the mend."""
    with pytest.raises(FileError) as refused:
        read(data)
    assert refused.value.problem == problem
    assert refused.value.mend


def test_a_page_that_unpacks_into_megabytes_is_refused() -> None:
    """Sixty of them in sixty kilobytes."""
    with pytest.raises(FileError, match="unpacks into more than any article"):
        read(bomb())


def test_without_the_extra_its_name_is_told() -> None:
    """In a program that has no pypdf."""
    code = (
        "import sys; sys.modules['pypdf'] = None\n"
        "from pathlib import Path; from civicsquiz.source import reading\n"
        "reading.read(b'%PDF-1.7', Path('a.pdf'))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (
        "a.pdf: is a PDF, and what reads those is not installed: install civicsquiz with its extra “pdf”"
        in ran.stderr
    )
