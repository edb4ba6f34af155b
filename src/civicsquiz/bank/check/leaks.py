"""Rules on items of one bank that answer each other. `bank.check.given` says when a key is given away.

A passage that both items quote is no finding: with it the key stands where it must, and the quiz
keeps such items apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.given import Keys
from civicsquiz.bank.check.rule import BankRule, Place, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Evidence, Item
from civicsquiz.source.shelf import Placed


def _in_stems(bank: Bank, context: Context) -> Iterator[Remark]:
    keys = context.once(Keys, bank)
    for at, item in enumerate(bank.items):
        for key in keys.given_by(item.stem, at):
            other = bank.items[key.at]
            yield Remark(
                ("items", at, "stem"),
                f"the stem of “{item.id}” gives away the key of “{other.id}”, “{key.said}”",
                concerns=(other.id,),
            )


IN_STEM = BankRule(
    code="B3",
    name="stem-gives-key",
    severity=Severity.ERROR,
    mend="ask one of the two in other words",
    means="The stem of one item says what another item of the bank asks: it has the other's key in "
    "one sentence with rare words of the other's stem. A case name that both mention is no leak.",
    why="Whoever reads the one knows the other; the item no longer measures anything. This is an error "
    "because a stem is read before it is answered, in every order (Haladyna, Downing & Rodriguez 2002: "
    "keep items independent of each other).",
    bad="stem: Why did the overcrowding case Brown v. Plata limit prison population?\n"
    "# beside: Which case limited prison population because of overcrowding?",
    good="stem: What did the Court order California to do in Brown v. Plata?",
    check=_in_stems,
)


def _in_feedback(bank: Bank, context: Context) -> Iterator[Remark]:
    keys = context.once(Keys, bank)
    for at, item in enumerate(bank.items):
        seen: set[int] = set()
        for place, what, text, evidence in _feedback(item, context):
            for key in keys.given_by(text, at):
                other = bank.items[key.at]
                if key.at in seen or (evidence and _shared(evidence, other, context)):
                    continue
                seen.add(key.at)
                yield Remark(
                    ("items", at, *place),
                    f"the {what} of “{item.id}” gives away the key of “{other.id}”, “{key.said}”",
                    concerns=(other.id,),
                )


IN_FEEDBACK = BankRule(
    code="B6",
    name="feedback-gives-key",
    severity=Severity.WARNING,
    mend="say it without the other's key, or quote less",
    means="What is shown after an answer (why, rationale, because, background, a passage and its plain "
    "words) says what another item of the bank asks. A passage that both items quote is not counted.",
    why="The next question is answered before it is asked. This is a warning because the quiz keeps "
    "such items apart and asks the other one first where it can.",
    bad="why: He wrote Estelle, on prisoners’ medical care.   # beside: Who wrote Estelle …?",
    good="why: He joined the Court nine years later.",
    check=_in_feedback,
)


def _feedback(item: Item, context: Context) -> Iterator[tuple[Place, str, str, Evidence | None]]:
    """Everything that an answer brings to the screen: its place, name and text."""
    for place, why in places.whys(item):
        yield place, "`why`", why, None
    yield ("rationale",), "rationale", item.rationale, None
    if item.because:
        yield ("because",), "`because`", item.because, None
    if item.background:
        yield ("background",), "background", item.background, None
    for number, evidence in enumerate(item.evidence):
        text = context.text(evidence)
        if text:
            yield (*places.of_evidence(item, number), "exact"), "passage", text, evidence
        if evidence.plain:
            yield (
                (*places.of_evidence(item, number), "plain"),
                "plain words",
                evidence.plain,
                evidence,
            )


def _shared(evidence: Evidence, other: Item, context: Context) -> bool:
    """Whether the other item quotes words of the same passage."""
    if any(
        quoted.source == evidence.source and quoted.selector == evidence.selector
        for quoted in other.evidence
    ):
        return True
    mine, words = context.result(evidence), evidence.selector.exact
    for quoted in other.evidence:
        if quoted.source != evidence.source:
            continue
        theirs, others = context.result(quoted), quoted.selector.exact
        if isinstance(mine, Placed) and isinstance(theirs, Placed):
            if mine.start < theirs.end and theirs.start < mine.end:
                return True
        elif words in others or others in words:
            return True
    return False
