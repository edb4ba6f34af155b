"""Reading texts as if they were files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz.source import reading
from civicsquiz.source.document import Document

Blocks = list[tuple[str, str]]


@pytest.fixture
def blocks() -> Callable[..., Blocks]:
    """Kind and text of each block of an article, and every offset of it checked on the way."""

    def read(raw: str, name: str = "article.txt") -> Blocks:
        document = reading.read(raw.encode("utf-8"), Path(name))
        assert_maps_back(document, raw)
        return [(str(block.kind), document.text_of(block)) for block in document.blocks]

    return read


def assert_maps_back(document: Document, raw: str) -> None:
    """Every canonical character that is not white space stands at its raw offset, in order; but
    for entities, which stand at their ampersand."""
    before = -1
    for block in document.blocks:
        for at in range(block.start, block.end):
            place = document.raw_offset(at)
            assert place > before or raw[place] == "&"
            before = place
            if document.text[at] != " ":
                assert document.text[at] == raw[place] or raw[place] == "&"
