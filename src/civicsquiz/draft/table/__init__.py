"""The curated civics table: what same-kind distractors are taken from and keys are checked with.

Read once by people who know the matter, line by line. A field that is empty says that the table does
not know, never that there is nothing. The rows are in `data/`, a tab-separated file for each family.
"""

from __future__ import annotations

from functools import cache

from civicsquiz.draft.table.entries import (
    Amendment,
    Article,
    Body,
    Case,
    Clause,
    Country,
    Document,
    Entry,
    Office,
    Party,
    Person,
    Right,
    State,
    Statute,
    Term,
    War,
)
from civicsquiz.draft.table.lookup import Table
from civicsquiz.draft.table.naming import Found
from civicsquiz.draft.table.rows import read

__all__ = [
    "Amendment",
    "Article",
    "Body",
    "Case",
    "Clause",
    "Country",
    "Document",
    "Entry",
    "Found",
    "Office",
    "Party",
    "Person",
    "Right",
    "State",
    "Statute",
    "Table",
    "Term",
    "War",
    "find_names",
    "table",
]


@cache
def table() -> Table:
    """The table; its files are read on the first call (some 10 ms)."""
    return Table(read())


def find_names(text: str) -> list[Found]:
    """The names in running text that the table knows, as `Table.names` finds them."""
    return table().names(text)
