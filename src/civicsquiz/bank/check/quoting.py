"""Rules on how much is quoted: articles belong to their publishers, the law to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import BanksRule, Case, ItemRule, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item
from civicsquiz.source.shelf import Placed, Source

LONGEST = 75
"""Words of one passage."""
SHARE = 3
"""One word in so many of an article's running text may be quoted."""


@dataclass
class Quoted:
    """What the banks quote of one source. `words` counts the union of all quotations once; `allowed`
    is None where the length of the article is not known, and where it is in the public domain.
    `by_case` says which case quotes most."""

    source: Source
    words: int = 0
    allowed: int | None = None
    by_case: dict[int, int] = field(default_factory=dict)


def quoted(cases: Sequence[Case]) -> list[Quoted]:
    """What is quoted of each source over all cases, in the order in which the sources come."""
    sources: dict[tuple[str, str], Quoted] = {}
    spans: dict[tuple[str, str], dict[tuple[int, int], str]] = {}
    loose: dict[tuple[str, str], set[str]] = {}
    for number, case in enumerate(cases):
        keys = {name: _identity(name, source) for name, source in case.context.sources.items()}
        for name, key in keys.items():
            source = case.context.sources[name]
            words = None if source.card.public_domain else source.body_words
            sources.setdefault(key, Quoted(source, allowed=words and words // SHARE))
            spans.setdefault(key, {})
            loose.setdefault(key, set())
        for item in case.bank.items:
            for evidence in item.evidence:
                key = keys[evidence.source]
                result = case.context.result(evidence)
                if isinstance(result, Placed):
                    spans[key][result.start, result.end] = result.text
                elif result is None:
                    loose[key].add(evidence.selector.exact)
                else:
                    continue
                counts = sources[key].by_case
                counts[number] = counts.get(number, 0) + len(evidence.selector.exact.split())
    for key, found in sources.items():
        found.words = union_words(spans[key]) + sum(len(text.split()) for text in loose[key])
    return list(sources.values())


def _identity(name: str, source: Source) -> tuple[str, str]:
    """What makes two cards one source: the document where it is known, else the card's hash."""
    if source.document is not None:
        return name, source.document.sha256
    known = source.guide.canonical_sha256 if source.guide else source.card.sha256
    return name, known or ""


def union_words(spans: dict[tuple[int, int], str]) -> int:
    """Words in the union of spans of one text, each given with its words."""
    words = 0
    merged, last = "", -1
    for (start, end), text in sorted(spans.items()):
        if start >= last:
            words += len(merged.split())
            merged = text
        elif end > last:
            merged += text[last - start :]
        last = max(last, end)
    return words + len(merged.split())


def _share(cases: Sequence[Case]) -> Iterator[tuple[int, Remark]]:
    for found in quoted(cases):
        if found.allowed is not None and found.words > found.allowed:
            most = max(found.by_case, key=lambda number: found.by_case[number])
            yield (
                most,
                Remark(
                    ("sources", found.source.card.id),
                    f"{found.words} words of “{found.source.card.label}” are quoted in all, and "
                    f"{found.allowed} may be, a third of its running text",
                ),
            )


SHARE_BOUND = BanksRule(
    code="G1",
    name="quoted-too-much",
    severity=Severity.ERROR,
    trust=True,
    mend="quote tightly, and let items share passages",
    means="The banks that are checked together quote more than a third of the words of an article's "
    "running text. Words that several items quote count once. A source whose card says “rights: "
    "public domain” has no such limit.",
    why="The articles belong to their publishers. What is quoted must prove and not replace them.",
    bad="exact: <the whole paragraph, for one name in it>",
    good="exact: <the clause with the name>",
    check=_share,
)


def _passage(item: Item, _bank: Bank, context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        words = len(evidence.selector.exact.split())
        if words > LONGEST and not context.sources[evidence.source].card.public_domain:
            yield Remark(
                (*places.of_evidence(item, number), "exact"),
                f"the passage has {words} words, over {LONGEST}",
            )


PASSAGE = ItemRule(
    code="G2",
    name="passage-too-long",
    severity=Severity.ERROR,
    mend="quote the words that prove the key, and no more",
    means=f"A quotation has more than {LONGEST} words, of a source whose card does not say “rights: "
    "public domain”.",
    why="A student reads the passage right after the answer, at 80 by 24; and what is quoted must "
    "prove and not replace the article.",
    bad="exact: <three sentences, of which the second proves the key>",
    good="exact: <the second sentence>",
    check=_passage,
)
