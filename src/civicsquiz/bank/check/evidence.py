"""Rules on quotations: they must stand in their sources, word for word, once, in running text."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import BankRule, ItemRule, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item
from civicsquiz.source.document import Kind
from civicsquiz.source.selector import Ambiguous, NoMatch, Selector
from civicsquiz.source.shelf import Placed, Proof, Source
from civicsquiz.source.visible import one_line


def _verbatim(item: Item, bank: Bank, context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        result = context.result(evidence)
        if not isinstance(result, NoMatch):
            continue
        where = _called(bank, evidence.source)
        if context.proof(evidence.source) is Proof.GUIDE:
            where = f"the guide of {where}"
        selector = evidence.selector
        alone = context.sources[evidence.source].find(Selector(selector.exact))
        if (selector.prefix or selector.suffix) and not isinstance(alone, NoMatch):
            yield Remark(
                (*places.of_evidence(item, number), "prefix" if selector.prefix else "suffix"),
                f"the words quoted stand in {where}, but not with this before and after them",
                "copy `prefix` and `suffix` out of the source, or leave out what is not needed",
            )
            continue
        nearest = (
            f"; nearest ({min(99, result.similarity):.0f}% alike): “{_short(result.nearest)}”"
            if result.nearest
            else ""
        )
        place = places.of_evidence(item, number)
        yield Remark((*place, "exact"), f"these words do not stand in {where}{nearest}")


def _short(text: str, most: int = 240) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _called(bank: Bank, source: str) -> str:
    return f"“{bank.cards[source].label}”"


VERBATIM = ItemRule(
    code="E1",
    name="not-in-source",
    severity=Severity.ERROR,
    trust=True,
    mend="copy the words out of the source, letter by letter",
    means="The quotation does not stand in its source word for word. Quotation marks, dashes and "
    "white space compare as a reader compares them; words must be the same. Where only a guide is "
    "at hand, the quotation must stand within one of its passages.",
    why="The promise of this quiz is that every answer opens the words that prove it. A quotation "
    "that is nearly right misquotes somebody.",
    bad="exact: Warren wrote that the basic idea of the Eighth Amendment is dignity",
    good="exact: the “basic concept underlying the Eighth Amendment is nothing less than",
    check=_verbatim,
)


def _unique(item: Item, bank: Bank, context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        result = context.result(evidence)
        if isinstance(result, Ambiguous):
            found = _places(context.sources[evidence.source], result.starts)
            yield Remark(
                (*places.of_evidence(item, number), "exact"),
                f"these words stand {len(result.starts)} times in "
                f"{_called(bank, evidence.source)}: {found}",
            )


def _places(source: Source, starts: tuple[int, ...]) -> str:
    """Where the offsets are, as a reader counts."""
    named = []
    for start in starts[:6]:
        paragraph = 0
        if source.document is not None:
            paragraph = source.document.block_at(start).paragraph
        elif source.guide is not None:
            paragraph = next(
                (found.paragraph for found in source.guide.passages if found.start <= start < found.end),
                0,
            )  # fmt: skip
        named.append(f"paragraph {paragraph}" if paragraph else f"character {start}")
    return ", ".join(named) + (", …" if len(starts) > 6 else "")


UNIQUE = ItemRule(
    code="E2",
    name="ambiguous-quotation",
    severity=Severity.ERROR,
    trust=True,
    mend="quote more words, or say with `prefix` or `suffix` which place is meant",
    means="The quoted words stand in the source more than once, so that nobody can tell which place "
    "proves the key.",
    why="A selector means exactly one span (W3C Web Annotation, TextQuoteSelector); the passage that "
    "opens must be the right one.",
    bad="exact: the Eighth Amendment",
    good='exact: the Eighth Amendment\nprefix: "nothing in "',
    check=_unique,
)


def _running_text(item: Item, bank: Bank, context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        result = context.result(evidence)
        if not isinstance(result, Placed) or result.kind is Kind.BODY:
            continue
        if result.kind is None and (result.paragraph or result.citation):
            continue
        what = f"a {result.kind.value}" if result.kind else "outside the running text"
        yield Remark(
            (*places.of_evidence(item, number), "exact"),
            f"this passage of {_called(bank, evidence.source)} is {what}",
        )


RUNNING_TEXT = ItemRule(
    code="E3",
    name="not-running-text",
    severity=Severity.ERROR,
    varies=True,
    mend="quote the article's own text",
    means="The passage is a caption, a headline, a menu, an appeal for money or the like, and not the "
    "article's running text.",
    why="What surrounds an article is often written by others, about something else, or to sell.",
    bad="exact: Donate now and 80 percent of your gift goes to reporting.",
    good="exact: the prisons had operated at around 200% of design capacity",
    check=_running_text,
)


def _same_document(bank: Bank, context: Context) -> Iterator[Remark]:
    for name in bank.cards:
        source = context.sources[name]
        if source.matched_by == "passages" and bank.cards[name].sha256:
            yield Remark(
                ("sources", name, "sha256"),
                f"{one_line(source.file)}, taken for {_called(bank, name)}, is not the file that was "
                "quoted: its SHA-256 differs, though every quotation stands in it",
            )


SAME_DOCUMENT = BankRule(
    code="E4",
    name="other-document",
    severity=Severity.WARNING,
    varies=True,
    mend="compare the two, and put the new SHA-256 into the card; if it is something else, take it out of "
    "the folder",
    means="The document at hand was recognised by its passages. Its bytes are not those whose SHA-256 "
    "stands in the card.",
    why="An article that was edited after it was quoted may say something else around the quotation.",
    bad="sha256: <of the version of February>   # and the folder holds the version of March",
    good="sha256: <of the file in the folder>",
    check=_same_document,
)


def _at_hand(bank: Bank, context: Context) -> Iterator[Remark]:
    counts = dict.fromkeys(bank.cards, 0)
    for item in bank.items:
        for evidence in item.evidence:
            counts[evidence.source] += 1
    for name, count in counts.items():
        if count and context.proof(name) is Proof.ABSENT:
            quotations = "1 quotation" if count == 1 else f"{count} quotations"
            yield Remark(
                ("sources", name),
                f"neither document nor guide of {_called(bank, name)} is at hand: {quotations} "
                "not checked here",
            )


AT_HAND = BankRule(
    code="E6",
    name="source-absent",
    severity=Severity.ERROR,
    trust=True,
    mend="put the document or its guide beside the bank or into a folder of CIVICSQUIZ_SOURCES; the "
    "document is known by the `sha256` of its card, or by its quotations",
    means="Nothing is at hand that the quotations from this source could be compared with. A document "
    "is known by the SHA-256 on its card; without it, by the quotations that stand in it.",
    why="What cannot be checked is not proven. The quiz shows such a quotation as “not checked here”.",
    bad="sources: {my-article: {label: My article}}   # and no file of it anywhere",
    good="CIVICSQUIZ_SOURCES=~/articles civicsquiz check my-bank.yaml",
    check=_at_hand,
    drafts=True,
)
