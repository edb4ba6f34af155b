"""K1 for questions that the law's own words prove: whether the words that are quoted do."""

from __future__ import annotations

import re
from functools import lru_cache

from civicsquiz.bank.models import Role
from civicsquiz.draft import law
from civicsquiz.draft.facts.acts_list import Proof, acts
from civicsquiz.draft.facts.fact import normalised
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.source.selector import Found, Selector, find

_KINDS = frozenset({"law-at-work", "law-touched", "law-mentioned"})
_WORD = re.compile(r"[a-z]{4,}")


def _unsaid(candidate: Candidate, _ground: Ground) -> str:
    proof = _proof(candidate)
    if candidate.kind not in _KINDS or proof is None:
        return ""
    proving = [one for one in candidate.item.evidence if one.role is Role.PROVES]
    for one in proving:
        if one.source not in law.IDS:
            return "something else than the law is said to prove the key"
        if not _said(one.source, one.selector):
            return f"the law does not say “{one.selector.exact[:40]}”"
    words = " ".join(one.selector.exact for one in proving)
    if not proof.says.search(words):
        return "the quoted words of the law lack what the key rests on"
    key = candidate.item.key_text
    if normalised(key) != normalised(proof.key) and not _holds(words, key):
        return "its words were read for another key, and do not say this one"
    return ""


@lru_cache(maxsize=4096)
def _said(source: str, selector: Selector) -> bool:
    """Whether a source of the law has a quotation, in one place: looked for once, for all articles."""
    return isinstance(find(law.whole(source).folded, selector), Found)


def _proof(candidate: Candidate) -> Proof | None:
    """The proof that the list has for what a candidate claims."""
    act = acts().get(candidate.claims.get("rule", ""))
    return act.proof if act else None


def _holds(words: str, key: str) -> bool:
    there = set(_WORD.findall(words.lower()))
    return set(_WORD.findall(key.lower())) <= there


LAW_UNSAID = GateRule(
    "K1",
    "law-unsaid",
    "The quoted words of the law do not stand there, or do not say what the key rests on.",
    _unsaid,
)


def _alone(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind not in _KINDS:
        return ""
    beside = any(
        one.source == candidate.fact.source and one.role is Role.CONTEXT
        for one in candidate.item.evidence
    )
    return "" if beside else "the passage that tells of the case does not stand beside the law"


LAW_ALONE = GateRule(
    "E3",
    "law-without-case",
    "A question on the rule behind a case shows the passage of the article that tells of it.",
    _alone,
)
