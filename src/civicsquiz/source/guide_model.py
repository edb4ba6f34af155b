"""A guide's parts, and how they are made from an article and the spans that are quoted of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.source.card import Card
from civicsquiz.source.document import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim span of the article: `[start:end]` of its canonical text. `paragraph` is 0 where
    it stands outside the running text.

    A passage of the law has a `citation` of its own in place of a paragraph: what it is cited by.
    """

    start: int
    end: int
    paragraph: int
    text: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """Our own words on the part of the article between two passages."""

    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A card with the passages that are quoted and our summaries, in the article's order.

    `body_words` counts the article's running text; `canonical_sha256` is of the text that the
    passages' offsets count in.
    """

    card: Card
    language: str
    canonical_sha256: str
    body_words: int
    blocks: tuple[Passage | Summary, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Passage))

    @property
    def own_text(self) -> str:
        """The passages, parted by one empty line: the canonical text of a guide that stands in for
        no article and is all there is of its source."""
        return "\n\n".join(passage.text for passage in self.passages)


def is_guide(text: str) -> bool:
    """Whether a Markdown text says that it is a guide."""
    head = text[:4000]
    return head.startswith("---") and bool(re.search(r"^kind: guide[ \t]*\r?$", head, re.MULTILINE))


def build(
    document: Document,
    card: Card,
    language: str,
    spans: Iterable[tuple[int, int]],
    earlier: Guide | None = None,
) -> Guide:
    """The guide of a document in which `spans` (each within one block) are quoted.

    Spans that overlap, or touch with only white space between, become one passage; no passage runs
    over two blocks. Each summary of the `earlier` guide of the same document stays in front of the
    passage that it stood in front of, or where that is gone, of the next one.
    """
    passages = [
        Passage(start, end, document.block_at(start).paragraph, document.text[start:end])
        for start, end in _united(document, spans)
    ]
    blocks: list[Passage | Summary] = []
    for summary, anchor in _anchored(earlier.blocks if earlier else ()):
        while passages and passages[0].end <= anchor:
            blocks.append(passages.pop(0))
        blocks.append(summary)
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    return Guide(card, language, digest, document.body_words, (*blocks, *passages))


def _united(document: Document, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united:
            first, last = united[-1]
            apart = document.text[last:start].strip()
            if not apart and document.block_at(first) is document.block_at(start):
                united[-1] = first, max(last, end)
                continue
        united.append((start, end))
    return united


def _anchored(blocks: Sequence[Passage | Summary]) -> Iterator[tuple[Summary, float]]:
    """Each summary with the offset where the passage after it starts; endless after the last."""
    for at, block in enumerate(blocks):
        if isinstance(block, Summary):
            after = (each.start for each in blocks[at:] if isinstance(each, Passage))
            yield block, next(after, float("inf"))
