"""Rules on what an item adds to its sources: background, dates, other voices, cards."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import fields

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import BankRule, ItemRule, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item, Role, Stance
from civicsquiz.source.card import Card

STALE_MONTHS = 24

_LAW = re.compile(
    r"\b(?:held that|struck (?:it |the law |them )?down|overruled|upheld|unconstitutional|statute"
    r"|[Tt]he Court (?:held|ruled|said|decided)|(?:the )?amendment (?:protects|forbids|requires|limits)"
    r"|Congress (?:passed|enacted|repealed|cannot)|federal law|by law)\b"
)
_CITED = re.compile(
    r"U\.\s?S\.\s?C\.|§|\b\d+ U\.\s?S\. (?:\d|at|\()|\bPub\. ?L\.|\bStat\.|\bC\.F\.R\.|\bS\. ?Ct\."
    r"|\bF\.(?:\s?Supp\.|\s?\d[dt]h?)|\b[Aa]rt(?:icle|\.) (?:[IVX]+|\d+)|\bConst\."
    r"|\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\w+teenth|Eleventh"
    r"|Twelfth|Twent\w+(?:-\w+)?|\d+(?:st|nd|rd|th)) Amendment|\bAmendment [IVX]+\b|\bConvention\b"
)


def _cited(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    text = item.background or ""
    law = _LAW.search(text)
    if law and not _CITED.search(text):
        yield Remark(
            ("background",), f"the background states law (“{law.group()}”) and cites nothing"
        )


CITED = ItemRule(
    code="C2",
    name="law-without-citation",
    severity=Severity.WARNING,
    mend="add the citation, such as 356 U.S. 86 or 8 U.S.C. § 1481",
    means="The background says what the law is, or what a court did, without a citation.",
    why="Background is our own word and stands in no source; a teacher must be able to look it up.",
    bad="background: The Court struck the law down, 5 to 4.",
    good="background: The Court struck the law down, 5 to 4. 356 U.S. 86.",
    check=_cited,
)


def _fresh(item: Item, _bank: Bank, context: Context) -> Iterator[Remark]:
    if item.as_of and months_since(item.as_of, context.today) > STALE_MONTHS:
        yield Remark(("as_of",), f"what was so in {item.as_of} may have changed")


def months_since(date: str, today: datetime.date) -> int:
    """Whole months from the end of an ISO day, month or year to `today`."""
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    month = month or 12
    return (today.year - year) * 12 + today.month - month - (day != 0 and today.day < day)


FRESH = ItemRule(
    code="B5",
    name="stale-as-of",
    severity=Severity.WARNING,
    varies=True,
    mend="see whether it is still so, and put a newer date, or retire the item",
    means=f"The item's `as_of` is more than {STALE_MONTHS} months ago.",
    why="Office holders change and pending matters are decided; an old answer then teaches what is "
    "wrong.",
    bad="as_of: 2019-01   # checked in 2026",
    good="as_of: 2025-02   # checked in 2026",
    check=_fresh,
)


def _other_voice(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if item.stance is Stance.DISPUTED and not item.evidence_in(Role.DIFFERS):
        yield Remark(
            ("evidence",), "the sources differ here, and no quotation says otherwise than the key"
        )


OTHER_VOICE = ItemRule(
    code="A1",
    name="other-side-missing",
    severity=Severity.ERROR,
    mend="quote the other source with `role: differs`",
    means="The stance is “disputed”, and no evidence has the role `differs`.",
    why="Where the sources differ, the item says so and shows both passages: whoever sees one side of "
    "a dispute has been told that there is none.",
    bad="stance: disputed\nevidence:\n  - {source: npr, exact: …}",
    good="stance: disputed\nevidence:\n  - {source: npr, exact: …}\n"
    "  - {source: truthout, exact: …, role: differs}",
    check=_other_voice,
)


def _the_law(item: Item, bank: Bank, _context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        card = bank.cards[evidence.source]
        if evidence.role is Role.LAW and not _has_law(card):
            yield Remark(
                (*places.of_evidence(item, number), "role"),
                f"“{card.label}” is no source of law by its card",
            )


def _has_law(card: Card) -> bool:
    return card.public_domain or card.states_law


THE_LAW = ItemRule(
    code="C3",
    name="not-the-law",
    severity=Severity.ERROR,
    mend="quote the law from the source `law`, or give the passage another role",
    means="A passage has the role `law`, and the card of its source says neither “rights: public domain” "
    "nor that it is a primary source of law.",
    why="It is shown as the law itself. What a newspaper says of the law is what a newspaper says.",
    bad="- {source: npr, exact: You may not deport a U.S. citizen, role: law}",
    good="- {source: law, exact: nor cruel and unusual punishments inflicted, role: law}",
    check=_the_law,
)


def _same_card(bank: Bank, context: Context) -> Iterator[Remark]:
    for name, card in bank.cards.items():
        guide = context.sources[name].guide
        if guide is None:
            continue
        for field in fields(Card):
            if field.name == "kinds":
                continue  # how a bank's own copy of the article is read is its own matter
            mine, known = getattr(card, field.name), getattr(guide.card, field.name)
            if mine is not None and mine != known:  # a card may state less
                yield Remark(
                    ("sources", name, field.name),
                    f"“{field.name}” is “{mine}”, and in the guide {_said(known)}",
                )


def _said(value: str | None) -> str:
    return "not stated" if value is None else f"“{value}”"


SAME_CARD = BankRule(
    code="C1",
    name="card-differs",
    severity=Severity.WARNING,
    varies=True,
    mend="copy the guide's card, or mend the guide",
    means="The card of a source in the bank states something that the source's guide states otherwise.",
    why="A bank carries a copy of each citation so that it can travel alone. Two copies that differ "
    "mean that one of them is wrong, and what a document does not state is null, never guessed.",
    bad="author: Bill Chapel   # in the guide: Bill Chappell",
    good="author: Bill Chappell",
    check=_same_card,
)
