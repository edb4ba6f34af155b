"""The first finite verb of a sentence, told from nouns that look like one."""

from __future__ import annotations

from collections.abc import Sequence

from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.tokens import Token

LONGEST_SUBJECT = 14
"""Words and signs that a subject may have."""
_BEFORE_NOUN = frozenset(
    "the a an of in for his its their all many several most some two three four five six seven eight nine ten".split()
)
_PLURALS = frozenset("people men women children members voters percent".split())


def finite_at(said: Sequence[Token], begin: int) -> int:
    """The first word that may be a finite verb."""
    for at in range(begin, min(len(said), begin + LONGEST_SUBJECT + 4)):
        token = said[at]
        if token.text in (",", ";", ":", "(", ")", "—", "–", "“", '"'):
            return -1
        if token.capital or not token.word:
            continue
        if token.lower in verbs.MODALS:
            return at
        form = verbs.form(token.lower)
        if (
            form
            and form.kinds == {"base"}
            and at > begin
            and _plural(said[at - 1])
            and not _verb_next(said, at)
        ):
            return at
        if form and form.kinds & {"past", "third", "plural"} and at > begin:
            if "base" in form.kinds and form.verb.base != "be":
                continue
            if form.kinds == {"third"} and (
                said[at - 1].lower in _BEFORE_NOUN or _verb_next(said, at)
            ):
                continue
            return at
    return -1


def _plural(token: Token) -> bool:
    """Whether a word is surely the plural of a noun."""
    return token.lower in _PLURALS or (
        len(token.text) > 4
        and token.lower.endswith("s")
        and not token.lower.endswith(("ss", "us", "is", "'s"))
    )


def _verb_next(said: Sequence[Token], at: int) -> bool:
    """Whether another finite verb follows at once, so that this word is a noun: “sixteen states | filed”."""
    ahead = [token for token in said[at + 1 : at + 3] if not is_adverb(token)][:1]
    if not ahead or ahead[0].capital:
        return False
    form = verbs.form(ahead[0].lower)
    return ahead[0].lower in verbs.MODALS or bool(
        form and form.kinds & {"past", "plural"} and "base" not in form.kinds
    )


def is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital and len(token.text) > 4
