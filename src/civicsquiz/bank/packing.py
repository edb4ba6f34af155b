"""What goes into a pack: a bank file, and of each source a guide with what the bank quotes.

Articles belong to their publishers. A pack holds no more of one than `bank.check.quoting` permits.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from civicsquiz.bank import files
from civicsquiz.bank.check.context import context_of
from civicsquiz.bank.check.quoting import LONGEST, PASSAGE, SHARE, SHARE_BOUND
from civicsquiz.bank.check.rule import Case
from civicsquiz.bank.editing import BankText
from civicsquiz.bank.models import Bank
from civicsquiz.bank.pack import Pack
from civicsquiz.bank.quoting import quotations
from civicsquiz.errors import FileError, InvalidBank
from civicsquiz.source import guide
from civicsquiz.source.guide import Guide, Passage, Summary
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Placed, Shelf, Source

Span = tuple[int, int]


@dataclass(frozen=True)
class Packed:
    """A pack, with the ids of the sources of which nothing is at hand, and how many quotations do
    not stand in what is packed of theirs."""

    pack: Pack
    absent: tuple[str, ...]
    lost: int


def load(data: bytes, path: Path) -> Bank:
    """The bank in the bytes of a file.

    Raises:
        InvalidBank: there is none; one sentence, with the first finding.
    """
    try:
        return files.usable(files.parse(data, path))
    except InvalidBank as error:
        raise InvalidBank(str(error)) from None


def pack(data: bytes, path: Path, shelf: Shelf, today: datetime.date) -> Packed:
    """The pack of a bank file, with the sources as `shelf` has them. Drafts stay with their teacher:
    they are left out of it.

    Raises:
        InvalidBank, FileError: the bank does not load, has nothing but drafts, or quotes more than is
            permitted.
    """
    bank = load(data, path)
    if len(bank.judged) < len(bank.items):
        data = _without_drafts(data, path, bank)
        bank = load(data, path)
    context = context_of(bank, shelf, today)
    for problem in _excess(Case(bank, context)):
        raise FileError(path, f"cannot be packed: {problem}", "quote less")
    guides: dict[str, bytes] = {}
    absent: list[str] = []
    lost = 0
    for name in bank.cards:
        quoted = _quoted(bank, name)
        built = _guide(context.sources[name], quoted, bank.language)
        if built is None:
            absent.append(name)
            continue
        words = sum(len(passage.text.split()) for passage in built.passages)
        if not built.card.public_domain and words > built.body_words // SHARE:
            told = f"its guide of “{name}” has {words} words of the source, and "
            raise FileError(path, f"cannot be packed: {told}{built.body_words // SHARE} may be")
        guides[name] = guide.render(built).encode()
        packed = Source(built.card, built)
        lost += sum(not isinstance(packed.find(selector), Placed) for selector in quoted)
    return Packed(Pack(bank, data, guides), tuple(absent), lost)


def loose(data: bytes, path: Path, beside: Shelf) -> Pack:
    """A bank file with the guides of its sources out of `beside`, the shelf of its folder.

    Raises:
        InvalidBank: the bank does not load.
    """
    bank = load(data, path)
    guides: dict[str, bytes] = {}
    for name, card in bank.cards.items():
        found = beside.source(card, _quoted(bank, name)).guide
        if found is not None:
            guides[name] = guide.render(found).encode()
    return Pack(bank, data, guides)


def _without_drafts(data: bytes, path: Path, bank: Bank) -> bytes:
    """The file of a bank without the items that nobody has judged; all else keeps its bytes."""
    if not bank.judged:
        raise FileError(path, "has nothing but drafts", "judge them first: civicsquiz triage")
    text = BankText.parse(data, path)
    for item in bank.items:
        if item.status.unjudged:
            text.remove_item(item.id)
    return text.data


def _excess(case: Case) -> Iterator[str]:
    """What the bank quotes beyond what is permitted, a sentence each."""
    for item in case.bank.items:
        for remark in PASSAGE.check(item, case.bank, case.context):
            yield f"in {item.id} {remark.message}"
    for _, remark in SHARE_BOUND.check([case]):
        yield remark.message


def _quoted(bank: Bank, source: str) -> tuple[Selector, ...]:
    return tuple(dict.fromkeys(each.evidence.selector for each in quotations([bank], source)))


def _guide(source: Source, quoted: Sequence[Selector], language: str) -> Guide | None:
    """The guide to pack: the one at hand cut down, or one made of the article, where there is no
    guide or one that does not hold all that is quoted; None where neither is at hand."""
    found, document = source.guide, source.document
    placed = [place for each in quoted if isinstance(place := source.find(each), Placed)]
    spans = [(place.start, place.end) for place in placed]
    if found is not None:
        alone = Source(found.card, found)
        held = [place for each in quoted if isinstance(place := alone.find(each), Placed)]
        if document is None or len(held) >= len(placed):
            return _cut(found, [(place.start, place.end) for place in held])
    if document is None:
        return None
    within = [
        (start, end) for start, end in spans
        if document.block_at(start) is document.block_at(end - 1)
    ]  # fmt: skip
    card = replace(source.card, sha256=document.sha256)
    return guide.build(document, card, language, within, found)


def _cut(found: Guide, spans: Sequence[Span]) -> Guide:
    """The guide with all its summaries, and of its passages those that hold one of the spans.

    Such a passage stays whole, so that each quotation is found and shown as before, unless it is
    longer than may be quoted: then it becomes the spans themselves. A guide of what anybody may copy
    stays as it is.
    """
    if found.card.public_domain:
        return found
    blocks: list[Passage | Summary] = []
    for block in found.blocks:
        if not isinstance(block, Passage):
            blocks.append(block)
            continue
        inside = [span for span in spans if block.start <= span[0] and span[1] <= block.end]
        if len(block.text.split()) > LONGEST:
            blocks += _parts(block, inside)
        elif inside:
            blocks.append(block)
    return replace(found, blocks=tuple(blocks))


def _parts(passage: Passage, spans: Sequence[Span]) -> Iterator[Passage]:
    """The parts of a passage that are within the spans; those that overlap as one."""
    at = passage.start
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    for start, end in united:
        yield replace(passage, start=start, end=end, text=passage.text[start - at : end - at])
