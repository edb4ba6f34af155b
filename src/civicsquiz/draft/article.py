"""An article as the drafter reads it: the sentences of its running text, with what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar, cast

from civicsquiz.draft.language.names import Name, Names
from civicsquiz.draft.language.quoted import Span, quoted
from civicsquiz.draft.language.tokens import Token, tokens
from civicsquiz.source import sentences
from civicsquiz.source.card import Card
from civicsquiz.source.dates import in_words
from civicsquiz.source.document import Block, Document, Kind
from civicsquiz.source.folding import fold
from civicsquiz.source.guide_model import Guide
from civicsquiz.source.placing import Source
from civicsquiz.source.selector import Folded

_T = TypeVar("_T")


@dataclass(frozen=True)
class Sentence:
    """A sentence: `text` is the document's from `start` to `end` (canonical offsets, end exclusive).

    `number` counts the article's sentences from 0, `place` those of its paragraph. `after_break` says
    that what stood right before it was cut away (a note, another block).
    """

    text: str
    start: int
    end: int
    paragraph: int
    number: int
    place: int
    heading: str = ""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks, relative to the sentence."""
        return quoted(self.text)

    @cached_property
    def whole(self) -> bool:
        """Whether it reads as one whole sentence: begins like one and ends like one."""
        first, last = self.text[:1], self.text.rstrip("”\"’') ")[-1:]
        return (first.isupper() or first in "“\"‘'" or first.isdigit()) and last in ".!?"


@dataclass(frozen=True)
class Article:
    """A source at hand, ready to be drafted from. With a `guide` its document is nothing but the
    guide's passages. `alone` says that the bank has no other article, so that a question may call it
    “the article”; `namesake`, that it has another one of the same publisher, or of the same day too."""

    card: Card
    document: Document
    guide: Guide | None = None
    alone: bool = True
    namesake: Literal["", "publisher", "day"] = ""
    _made: dict[Callable[[Article], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, make: Callable[[Article], _T]) -> _T:
        """What `make` makes of the article, made once for all that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("_T", self._made[make])

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the running text, in order; none of a heading, a note or a table, nor one that
        repeats the title, as the head of a page does that was copied in one piece."""
        title = fold(self.card.title or "").casefold()
        telling = len(title.split()) >= _TELLING and title in self.folded.text.casefold()
        found: list[Sentence] = []
        for block, heading in _bodies(self.document):
            for place, (start, end) in enumerate(_spans(self.document, block)):
                text = self.document.text[start:end]
                if not telling or title not in fold(text).casefold():
                    number = len(found)
                    found.append(
                        Sentence(text, start, end, block.paragraph, number, place, heading)
                    )
        return tuple(found)

    @cached_property
    def names(self) -> Names:
        """Everybody and everything that is named, and where."""
        return Names([sentence.text for sentence in self.sentences])

    def named(self, sentence: Sentence) -> tuple[Name, ...]:
        """The names of one sentence, in order; offsets count in the sentence."""
        return self.names.of(sentence.number)

    @cached_property
    def source(self) -> Source:
        """It as the rules of `bank.check` know a source."""
        if self.guide is not None:
            return Source(self.card, self.guide)
        return Source(self.card, None, self.document, "sha256")

    @cached_property
    def folded(self) -> Folded:
        """The canonical text, ready to be searched for quotations."""
        return self.source.folded if self.guide is None else Folded(self.document.text)

    @cached_property
    def headed(self) -> bool:
        """Whether its headings part it into topics."""
        return len({sentence.heading for sentence in self.sentences}) > 3

    @cached_property
    def called(self) -> str:
        """How a question names the source, in the middle of a sentence."""
        publisher, date = self.card.publisher, self.card.date or ""
        if publisher and self.namesake != "day" and not (self.namesake and len(date) < _DAY):
            if self.namesake:
                return f"the {publisher.removeprefix('The ')} of {in_words(date)}"
            return f"the {publisher}" if _PAPER.search(publisher) else publisher
        if self.alone:
            return "the article"
        return f"the article “{_short(self.card.title or self.card.label)}”"


def _short(title: str) -> str:
    """A title as it fits into a question: its first words."""
    if len(title) <= _LONGEST_NAMED:
        return title
    return f"{title[: title.rfind(' ', 0, _LONGEST_NAMED)].rstrip(' ,;:.–—-')}…"


def _bodies(document: Document) -> Iterator[tuple[Block, str]]:
    heading = ""
    for block in document.blocks:
        if block.kind is Kind.HEADING:
            heading = document.text_of(block)
        elif block.kind is Kind.BODY:
            yield block, heading


_TELLING = 4
"""Words of a title that stand in running text only where it is repeated, at least."""
_DAY = len("2019-02-21")
_LONGEST_NAMED = 50
"""Characters of a title by which a question names its article, at most."""
_PAPER = re.compile(
    r"^(?!The )(?:.* )?(?:Times|Post|Journal|Monitor|Tribune|Globe|Herald|Chronicle|Examiner|Guardian|Hill|Atlantic"
    r"|Economist|Associated Press)$"
)
"""Publishers that English puts “the” before, where they come without it."""
_BREAK = re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(]?[A-Z])")


def _spans(document: Document, block: Block) -> Iterator[Span]:
    """The sentences of a block, in canonical offsets."""
    for start, end in document.own_spans(block):
        for first, last in _split(document.text[start:end]):
            yield start + first, start + last


def _split(text: str) -> Iterator[Span]:
    """The sentences of a stretch of text. What cannot hold two is not given to the splitter."""
    if not _BREAK.search(text):
        if text.strip():
            yield _trimmed(text, 0, len(text))
        return
    for begin, end in sentences.spans(text):
        if text[begin:end].strip():
            yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
