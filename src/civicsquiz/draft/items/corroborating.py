"""An item whose fact another source has too says so, with that source's passage beside the first."""

from __future__ import annotations

from dataclasses import replace

from civicsquiz.bank.models import Role
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate


def corroborated(candidate: Candidate, ground: Ground) -> Candidate:
    """The candidate with the passages of the sources that say the same; as it was where none does."""
    if len(candidate.facts) > 1 or len(ground.articles) < 2:
        return candidate
    found = ground.links.corroborating(candidate.fact)
    if not found:
        return candidate
    more = tuple(
        building.evidence(ground.articles[fact.source], fact.start, fact.end, Role.CONTEXT)
        for fact in found
    )
    count = "Another source has" if len(found) == 1 else f"{len(found)} other sources have"
    rationale = f"{candidate.item.rationale} {count} it too."
    item = replace(candidate.item, evidence=(*candidate.item.evidence, *more), rationale=rationale)
    return replace(candidate, item=item)
