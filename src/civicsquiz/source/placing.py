"""A source as it is at hand, and where in it a quotation stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

from civicsquiz.source import sentences
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.guide_model import Guide, Passage
from civicsquiz.source.selector import Ambiguous, Folded, Found, NoMatch, Selector, find, fold


class Proof(StrEnum):
    """What a source's quotations are checked against."""

    ARTICLE = "proved against article"
    GUIDE = "guide only"
    ABSENT = "not checked here"


@dataclass(frozen=True, slots=True)
class Placed:
    """A quotation found in its source.

    `start` and `end` count in the canonical text, whose slice is `text`. `context` is what to show
    around it (the sentences it stands in, as far as they are at hand) and begins at `context_start`. `paragraph` is
    0 outside the running text; `kind` is None where only a guide is at hand. `citation` is the
    passage's own, for the law's words; it says all that a reader needs to find them.
    """

    start: int
    end: int
    text: str
    paragraph: int
    kind: Kind | None
    context: str
    context_start: int
    citation: str = ""

    @property
    def mark(self) -> tuple[int, int]:
        """Where the quotation stands in `context`."""
        return self.start - self.context_start, self.end - self.context_start


@dataclass(frozen=True)
class Source:
    """One source as it is at hand. `matched_by` says how its document was recognised: "sha256",
    "passages", "most passages" (one may be misquoted), or "" where there is none; `file` is the name of
    its file, where it came from one."""

    card: Card
    guide: Guide | None = None
    document: Document | None = None
    matched_by: str = ""
    file: str = ""
    _places: dict[Selector, Placed | NoMatch | Ambiguous] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def proof(self) -> Proof:
        if self.document is not None:
            return Proof.ARTICLE
        return Proof.GUIDE if self.guide is not None else Proof.ABSENT

    @property
    def body_words(self) -> int | None:
        """Words of the article's running text, where they are known."""
        if self.document is not None:
            return self.document.body_words
        return self.guide.body_words if self.guide is not None else None

    def find(self, selector: Selector) -> Placed | NoMatch | Ambiguous | None:
        """The one place that `selector` means, or why there is none; None with nothing at hand.

        The offsets of a guide's passages and of the document they were taken from are the same. What
        has been looked for is known from then on: many items share a quotation.
        """
        if self.proof is Proof.ABSENT:
            return None
        if selector not in self._places:
            self._places[selector] = (
                self._in_document(self.document, selector)
                if self.document is not None
                else self._in_guide(selector)
            )
        return self._places[selector]

    @cached_property
    def folded(self) -> Folded:
        """The document's text, ready to be searched; empty where none is at hand."""
        return Folded(self.document.text if self.document else "")

    @cached_property
    def _passages(self) -> tuple[tuple[Passage, Folded], ...]:
        passages = self.guide.passages if self.guide else ()
        return tuple((passage, _folded(passage.text)) for passage in passages)

    def _in_document(self, document: Document, selector: Selector) -> Placed | NoMatch | Ambiguous:
        found = find(self.folded, selector)
        if not isinstance(found, Found):
            return found
        block = document.block_at(found.start)
        within = document.text_of(block)
        last = min(found.end, block.end) - block.start
        start, end = sentences.around(within, found.start - block.start, last)
        start, end = block.start + start, max(block.start + end, found.end)
        return Placed(
            found.start, found.end, document.text[found.start : found.end], block.paragraph,
            block.kind, document.text[start:end], start,
        )  # fmt: skip

    def _in_guide(self, selector: Selector) -> Placed | NoMatch | Ambiguous:
        """Where a passage shows all of the context, it counts before one whose edge hides some."""
        exact = fold(selector.exact).strip()
        for excerpt in (False, True):
            found: list[tuple[Passage, Found]] = []
            starts: list[int] = []
            for passage, folded in self._passages:
                if exact not in folded.text:  # to say what is nearest takes long, and is for later
                    continue
                result = find(folded, selector, excerpt=excerpt)
                if isinstance(result, Found):
                    found.append((passage, result))
                    starts.append(passage.start + result.start)
                elif isinstance(result, Ambiguous):
                    starts += [passage.start + at for at in result.starts]
            if len(starts) > 1:
                return Ambiguous(tuple(sorted(starts)))
            for passage, span in found:
                start, end = sentences.around(passage.text, span.start, span.end)
                return Placed(
                    passage.start + span.start, passage.start + span.end,
                    passage.text[span.start : span.end], passage.paragraph, None,
                    passage.text[start:end], passage.start + start, passage.citation,
                )  # fmt: skip
        return self._nearest_passage(selector)

    def _nearest_passage(self, selector: Selector) -> NoMatch:
        """The passage most like a quotation that none of them holds."""
        nearest = NoMatch("", 0, 0.0)
        for passage, folded in self._passages:
            result = find(folded, selector, excerpt=True)
            if isinstance(result, NoMatch) and result.similarity > nearest.similarity:
                nearest = NoMatch(result.nearest, passage.start + result.start, result.similarity)
        return nearest


@lru_cache(maxsize=1024)
def _folded(text: str) -> Folded:
    """A passage, folded: the guides of the law are looked into for one bank after another."""
    return Folded(text)
