"""Tables of questions: our own with a header, Anki's text files, and Quizlet's term and definition.

decoding.py   bytes -> text: UTF-8, or UTF-16 with its mark
table.py      text -> records of cells, and back (RFC 4180)
headers.py    the lines in `#` that stand before Anki's records
layout.py     which of the three a file is, and what its columns are
headings.py   the first row of a table, whoever made it
refusing.py   tables of which it cannot be known what their columns are
rows.py       records -> questions, where the columns have names
options.py    rows with options, and a key that names one of them
cards.py      records -> questions, where a record is a front and a back
sides.py      terms and definitions: which of the two is asked
columns.py    the names of our columns, and how a question fills them
formulas.py   cells that a spreadsheet would run
writing.py    questions -> our own table
"""

from __future__ import annotations

from dataclasses import replace

from civicsquiz.formats.csv.cards import questions_of_cards
from civicsquiz.formats.csv.decoding import decoded
from civicsquiz.formats.csv.layout import lies, likeness
from civicsquiz.formats.csv.refusing import is_list, refuse_unclear
from civicsquiz.formats.csv.rows import questions_of_rows
from civicsquiz.formats.csv.sides import silent, turned
from civicsquiz.formats.csv.writing import write
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection

__all__ = ["read", "recognises", "write"]


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The questions of a table. `FileError` where it is no text, has no records, is out of bounds,
    or does not say what its columns are."""
    layout = lies(decoded(data, name), name)
    refuse_unclear(layout)
    collection, losses = (questions_of_rows if layout.named else questions_of_cards)(layout)
    if not is_list(layout):
        return collection, losses
    questions, lost = silent(collection.questions)
    questions, told = turned(questions)
    return replace(collection, questions=questions), (*told, *losses, *lost)


def recognises(data: bytes) -> float:
    """How surely this is a table of questions, judged by its beginning."""
    return likeness(data)
