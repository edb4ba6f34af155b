"""Corrections of what kind a block is, as a source's card keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from civicsquiz.errors import CivicsquizError
from civicsquiz.source.asides import asides
from civicsquiz.source.card import Correction
from civicsquiz.source.document import Aside, Block, Document, Kind
from civicsquiz.source.selector import Ambiguous, Folded, Found, Selector, find

__all__ = ["Correction", "CorrectionError", "block_of", "corrected", "selector_for"]


class CorrectionError(CivicsquizError):
    """A correction whose words do not stand in exactly one block of the article."""

    def __init__(self, correction: Correction, problem: str) -> None:
        self.correction = correction
        self.problem = problem
        exact = correction.selector.exact
        shown = exact if len(exact) <= 80 else exact[:80] + "…"
        super().__init__(f"the correction of “{shown}” to {correction.kind}: {problem}")


def corrected(document: Document, corrections: Sequence[Correction]) -> Document:
    """The document with its blocks of the kinds that the corrections say.

    Paragraphs are counted again, and notes looked for in what is now running text; the text and all
    offsets stay. Of two corrections of one block the later counts.

    Raises:
        CorrectionError: the words of one stand nowhere, in several blocks, or run over two.
    """
    if not corrections:
        return document
    folded = Folded(document.text)
    kinds = {block.start: block.kind for block in document.blocks}
    for correction in corrections:
        kinds[block_of(document, correction, folded).start] = correction.kind
    if all(kinds[block.start] is block.kind for block in document.blocks):
        return document
    blocks, paragraph = [], 0
    for block in document.blocks:
        kind = kinds[block.start]
        counted = kind in (Kind.BODY, Kind.HEADING)
        paragraph += counted
        blocks.append(Block(kind, block.start, block.end, paragraph if counted else 0))
    return Document(
        document.sha256,
        document.text,
        tuple(blocks),
        document.runs,
        tuple(_asides(document, blocks)),
    )


def _asides(document: Document, blocks: Iterable[Block]) -> Iterable[Aside]:
    for block in blocks:
        if block.kind is Kind.BODY:
            for start, end in asides(document.text_of(block)):
                yield Aside(block.start + start, block.start + end)


def block_of(document: Document, correction: Correction, folded: Folded | None = None) -> Block:
    """The block that a correction means; `folded` is the document's text, where it is at hand.

    Raises:
        CorrectionError: there is none, or several.
    """
    found = find(folded or document.text, correction.selector)
    if isinstance(found, Ambiguous):
        within = {document.block_at(start).start for start in found.starts}
        if len(within) == 1:
            return document.block_at(found.starts[0])
        raise CorrectionError(
            correction,
            f"the words stand in {len(within)} blocks: say which with prefix or suffix",
        )
    if not isinstance(found, Found):
        near = " ".join(found.nearest[:80].split())
        near = near and f"; the nearest is “{near}”"
        raise CorrectionError(correction, f"the words do not stand in the article{near}")
    block = document.block_at(found.start)
    if found.end > block.end:
        raise CorrectionError(correction, "the words run over two blocks: quote one alone")
    return block


def selector_for(document: Document, block: Block) -> Selector:
    """The shortest selector of a block by its first words: as few as tell it from all others, with
    what stands before it where its whole text stands elsewhere too.

    Raises:
        CorrectionError: nothing tells it from another.
    """
    folded = Folded(document.text)
    text = document.text_of(block)
    ends = [at for at, char in enumerate(text) if char == " "] + [len(text)]
    for end in [*ends[3:12:2], len(text)]:
        selector = Selector(text[:end])
        if isinstance(find(folded, selector), Found):
            return selector
    before = document.text[max(0, block.start - 600) : block.start].split()
    after = document.text[block.end : block.end + 600].split()
    for words in (2, 4, 8, 16, 32, 64):
        context = {"prefix": " ".join(before[-words:]), "suffix": " ".join(after[:words])}
        selector = replace(Selector(text), **context)
        if isinstance(find(folded, selector), Found):
            return selector
    raise CorrectionError(Correction(Selector(text), block.kind), "nothing tells it from another")
