"""Reasons: “SUBJECT is … because …”, “SUBJECT is designed to …”, “… so that …”.

Only of institutions, rules and groups, never of one person: why somebody did something is a claim
about them. The slots are `subject`, `auxiliary` (a finite form that a question moves to its front),
`rest`, `reason` (with “because” or “to”) and `form` (“because” or “to”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import NameKind

_BECAUSE = re.compile(
    r",? (?:mainly |largely |primarily |in part |partly |in no small part )?(because) (?!of )"
)
_PURPOSE = re.compile(r",? (in order to|so that) ")
_MOVING = frozenset({"is", "are", "was", "were", "can", "must", "will", "has", "have", "had"})
_LONGEST = 300
_END = re.compile(
    r"[;—(:]|, (?:and|but|which|who|although|though|while|so|as|since|even|or|not|yet|thus)\b"
)
_NEGATIVE = re.compile(r"\b(?:not|never|no|none|nor|neither|cannot|without|few|little)\b|n['’]t\b")
_MOTIVE = re.compile(
    r"\b(?:want|like|love|hate|prefer|hope|fear|feel|believe|think|worr|afraid|eager|angr)\w*",
    re.IGNORECASE,
)


def extract(article: Article) -> Iterator[Fact]:
    """The reasons that an article gives, of what can be asked by itself."""
    for sentence in article.sentences:
        text = sentence.text
        if len(text) > _LONGEST or sentence.quoted or not sentence.whole:
            continue
        if " because " not in text and " in order to " not in text and " so that " not in text:
            continue
        if any(name.kind is NameKind.PERSON for name in article.named(sentence)):
            continue
        fact = _because(article, sentence)
        if fact:
            yield fact


def _because(article: Article, sentence: Sentence) -> Fact | None:
    text = sentence.text
    cue = _BECAUSE.search(text) or _PURPOSE.search(text)
    if cue is None:
        return None
    parts = inverted(text[: cue.start()])
    if parts is None:
        return None
    end = len(text.rstrip(". "))
    cut = _END.search(text, cue.end())
    if cut:
        end = min(end, cut.start())
    reason = text[cue.end() : end]
    subject, auxiliary, rest = parts
    whole = f"{subject} {auxiliary} {rest}"
    if not _sound(whole, reason):
        return None
    base = sentence.start
    start = cue.start(1)
    slots = (
        Slot("subject", subject, base, base + len(subject)),
        Slot("auxiliary", auxiliary),
        Slot("rest", rest),
        Slot("reason", text[start:end], base + start, base + end),
        Slot("form", cue[1]),
    )
    return Fact(Frame.REASON, article.card.id, slots, sentence.start, sentence.end, sentence.number)


def _sound(said: str, reason: str) -> bool:
    """Whether a statement stands by itself, and neither it nor its reason is argued or denied."""
    return (
        4 <= len(reason.split()) <= 24
        and 5 <= len(said.split()) <= 30
        and not dangling(said)
        and not _NEGATIVE.search(said)
        and not any(
            stance.judging(text)
            or stance.doubting(text)
            or stance.attributed(text)
            or _MOTIVE.search(text)
            for text in (said, reason)
        )
    )


def inverted(clause: str) -> tuple[str, str, str] | None:
    """Subject, auxiliary and rest of a main clause whose first finite verb is an auxiliary and whose
    subject has no clause in it; None where that is not certain."""
    words = clause.split()
    for at, word in enumerate(words[:14]):
        if word in _MOVING:
            if at == 0 or any("," in one or one in _INNER for one in words[:at]):
                return None
            if word in ("has", "have", "had") and not _participle(words, at):
                return None
            return " ".join(words[:at]), word, " ".join(words[at + 1 :])
        form = verbs.form(word)
        finite = form and form.kinds & {"third", "past"} and "participle" not in form.kinds
        if (
            at
            and finite
            and word.islower()
            and words[at + 1 : at + 2]
            and words[at + 1] not in _MOVING
        ):
            return None
    return None


_INNER = frozenset(
    """that which who whom whose when where if while although it they he she there this these""".split()
)
"""Words of which a subject that has them is not plain."""


def _participle(words: list[str], at: int) -> bool:
    ahead = next((word for word in words[at + 1 :] if not word.endswith("ly")), "")
    form = verbs.form(ahead)
    return form is not None and "participle" in form.kinds
