"""What is shown of a draft, put together out of a sitting of triage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from civicsquiz.bank.items import Order, TrueFalse
from civicsquiz.bank.models import Evidence, Item, Status
from civicsquiz.draft.items.acts import MENTIONED, TOUCHED
from civicsquiz.draft.judging import Flaw
from civicsquiz.draft.proposing import Proposal
from civicsquiz.draft.triage import Triage
from civicsquiz.study.feedback import Feedback, explain
from civicsquiz.study.question import Question
from civicsquiz.study.reader import Stop, stops_of
from civicsquiz.study.selection import question
from civicsquiz.tui.answered import in_order

_SEED = "triage"
"""Options stand in one of the orders in which a student may meet them, always the same."""
_STATES = {
    Status.NEEDS_EDITING: "◇ Needs editing: drafts of this kind seldom hold up as they are.",
    Status.UNPROVEN: "◇ No passage proves the key yet.",
}
_TOUCHED = "◇ The title does not tell of this: is it to the point?"
_PROVEN = "◆ A passage proves the key now: accept it, and it may be asked."
_STALE = "◇ Stale: the article no longer says what is quoted here."


@dataclass(frozen=True, eq=False)
class Shown:
    """All that is shown of a draft. `feedback` is what the right answer leads to, `stops` its
    passages in their articles. `proposed` says which of the passages found is shown, where the item
    has none of its own, or why there is none, `share` how much of its article may be quoted; `proven`
    that the item now has one. With `over` more would be quoted than may be."""

    question: Question
    feedback: Feedback
    stops: tuple[Stop, ...]
    flaws: tuple[Flaw, ...] = ()
    stale: bool = False
    proposed: str = ""
    share: str = ""
    over: bool = False
    proven: bool = False

    @property
    def state(self) -> str:
        """What has to be known before all else, beginning with a sign; empty for a plain draft."""
        if self.stale:
            return _STALE
        if self.proven:
            return _PROVEN
        item = self.question.item
        if item.draft and item.draft.rule in (TOUCHED, MENTIONED):
            return _TOUCHED
        return _STATES.get(item.status, "")


def proposal_at(triage: Triage, number: int) -> Proposal | None:
    """One of the passages that are proposed for the current item, counted around; None where it needs
    none or there is none."""
    if triage.current is None or not triage.proposals:
        return None
    return triage.proposals[number % len(triage.proposals)]


def shown_of(triage: Triage, number: int) -> Shown | None:
    """The current item with its passages, or with the proposed one of this number."""
    item = triage.current
    if item is None:
        return None
    wants = item.status is Status.UNPROVEN
    told, share, over = "", "", False
    flaws, stale, proven = tuple(triage.flaws()), triage.stale, wants and triage.proven
    if (proposal := proposal_at(triage, number)) is not None:
        item = _with(item, proposal)
        told = f"{_asks(triage, proposal, number)}{_on(triage)}"
        share, over = _share(triage, proposal)
    elif wants and not proven:
        told = f"{_without(triage, item)}{_on(triage)}"
    asked = question(triage.bank, item, _SEED)
    feedback = explain(asked, item.key_response, triage.shelf)
    stops = stops_of(triage.bank, in_order(feedback), triage.shelf)
    return Shown(asked, feedback, stops, flaws, stale, told, share, over, proven)


def _asks(triage: Triage, proposal: Proposal, number: int) -> str:
    """What has to be decided of a passage."""
    count = len(triage.proposals)
    which = f"? Proposed passage {number % count + 1} of {count}"
    if not proposal.literal:
        return (
            f"{which} has words of the statement, and not all: take it, and e gives it a “because”."
        )
    part = f" of “{proposal.part}”" if proposal.part else ""
    return f"{which}: does it prove the key{part}?"


def _without(triage: Triage, item: Item) -> str:
    """Why no passage is proposed, and what can be done."""
    part = triage.part
    if part is None:
        if isinstance(item, Order) and not item.evidence:
            return "? No words prove an order: e gives it passages and a “because”."
        return "? Not literally what is quoted: e gives it a “because”, or other words."
    if isinstance(item, TrueFalse):
        return (
            "? No sentence of the sources given has most words of the statement: e quotes others."
        )
    if not part.part:
        return "? No sentence of the sources given has all words of the key."
    words = " and ".join(f"“{one}”" for one in dict.fromkeys(part.words))
    return f"? No sentence of the sources given has all words of {words}."


def _on(triage: Triage) -> str:
    """That there are other parts to look at."""
    others = len(triage.lacking) - 1
    if others < 1:
        return ""
    return f" {others} more part{'' if others == 1 else 's'} without a passage: p shows the next."


def _share(triage: Triage, proposal: Proposal) -> tuple[str, bool]:
    """How much of the article is quoted then, and whether that is too much."""
    found = triage.share(proposal)
    if found is None or found.allowed is None:
        return "", False
    told = f"With it {found.words} words of this article are quoted; {found.allowed} may be"
    over = found.words > found.allowed
    return (f"! {told} (G1)." if over else f"{told}."), over


def _with(item: Item, proposal: Proposal) -> Item:
    """The item as it would be with a passage; what does not prove is not shown beside it."""
    parts = (proposal.part,) if proposal.part else ()
    return replace(item, evidence=(Evidence(proposal.source, proposal.selector, parts=parts),))
