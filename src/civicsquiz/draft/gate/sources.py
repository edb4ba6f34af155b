"""Rules on what other sources say."""

from __future__ import annotations

from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate


def _undisputed(candidate: Candidate, ground: Ground) -> str:
    if "differs" in candidate.claims:
        return ""
    for fact in candidate.facts:
        for other in ground.links.conflicting(fact):
            slots = ", ".join(slot.text for slot in other.slots[:2])
            return f"another passage says otherwise: {slots}"
    return ""


UNDISPUTED = GateRule(
    "K5",
    "sources-differ",
    "Another passage, of this or another source, says otherwise about the same thing.",
    _undisputed,
)
