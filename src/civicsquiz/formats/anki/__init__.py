"""Decks of Anki's: .apkg and .colpkg packages and bare collections, of Anki 2.0 and later.

package.py     the file -> the database of the collection in it
collection.py  the database -> note types and notes
stored.py      the two ways in which collections hold note types and decks
templates.py   which fields a card shows in front, and which behind
cloze.py       cloze deletions
notes.py       notes of any type -> questions with a short answer
own.py         our own note type: its fields and its card
fields.py      a question as the fields of our note type, and back
details.py     what no field shows, as JSON
spelling.py    plain text as a field has it, tags as Anki has them
writing.py     questions -> a package
"""

from __future__ import annotations

from civicsquiz.formats.anki.collection import opened
from civicsquiz.formats.anki.notes import questions
from civicsquiz.formats.anki.package import likeness
from civicsquiz.formats.anki.writing import write
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection

__all__ = ["read", "recognises", "write"]


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The notes of a deck as questions: ours as what they were, those of other types as typed ones.
    `FileError` where it is no deck of Anki 2.0 or later, or one that only a newer Python unpacks."""
    return questions(opened(data, name))


def recognises(data: bytes) -> float:
    """How surely this is a deck of Anki's, judged by what is in the archive."""
    return likeness(data)
