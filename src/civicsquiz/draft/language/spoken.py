"""What somebody said, apart from where it was said: its sentences, and what it leans on.

A quotation keeps the speaker's “I” and “we”. What it may not have is a beginning whose noun was said
before (“It violates …”, “That is an offer …”), or a “the bill” of which only a listener knew which.
"""

from __future__ import annotations

import re

from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.tokens import Token, tokens

_BREAK = re.compile(r"[.!?][’']?\s+(?=[“‘'\"\[]?[A-Z])")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|St|No|Jr|Sr|vs|v|Gen|Lt))\.$")
_POINTING = frozenset(
    """it they he she that it's that's they're he's she's it'll that'll they'll they've it'd
    them him his her their its neither both either here one ones another others there""".split()
)
_JOINING = frozenset(
    "so and but or nor because then also therefore thus however instead yet plus".split()
)
_THIRD = frozenset(
    "it it's they them he him she they're he's she's they've it'll they'll itself themselves".split()
)
_SAYABLE = frozenset(
    """country nation congress court constitution republic union generation house chamber state city
    day year century time world moment session legislature senate parliament""".split()
)
"""What a speaker may point at and every reader knows: “this country”."""
_BEFORE_NOUN = frozenset(
    "the a an our my your no any every some many all most each more few fewer american several".split()
)
_PLACELESS = re.compile(r"(?i)\b(?:do|did|does|doing|done|say|said|mean) (?:it|that|this|so)\b")
_EXISTS = re.compile(r"(?i)there(?:'s| is| are| was| were| has| have| can| will| must)\b")
_DUMMY = re.compile(
    r"(?i)it(?:'s| is| was| would be| will be| remains| is not| isn't) (?:[\w-]+ ){1,4}?(?:to|that|for)\b"
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of something said, as (start, end)."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        cut = match.start() + 1
        if not _SHORT.search(text, max(start, cut - 6), cut):
            found.append((start, match.start() + len(match[0].rstrip())))
            start = match.end()
    return (*found, (start, len(text)))


def leans(text: str) -> str:
    """The word of a quotation by which it leans on what was said before it; empty where none does."""
    first, last = sentences(text)[0]
    said = text[first:last].replace("’", "'").replace("[", "").replace("]", "").lstrip("“‘'\" ")
    words = tokens(said)
    if not words:
        return ""
    begin = words[0].lower
    if begin in _JOINING or (
        begin in _POINTING and not _EXISTS.match(said) and not _DUMMY.match(said)
    ):
        return words[0].text
    if found := _PLACELESS.search(said):
        return found[0]
    for at, token in enumerate(words):
        if token.lower in _THIRD and not _nouns(words[:at]) and not _DUMMY.match(said, token.start):
            return token.text
        if token.lower in ("this", "these", "those", "such") and _points(words, at):
            return token.text
    return dangling(_clause(said)) if begin == "the" else ""


def _clause(said: str) -> str:
    return re.split(r"[,;:—–]", said, maxsplit=1)[0]


def _nouns(words: tuple[Token, ...]) -> bool:
    """Whether a noun may stand among these words, for a pronoun to mean it."""
    for at, token in enumerate(words):
        if at and token.capital and token.lower not in ("i", "i'm", "i've", "i'll", "i'd"):
            return True
        if token.lower in _BEFORE_NOUN and at + 1 < len(words):
            return True
        if (
            len(token.text) > 5
            and token.lower.endswith("s")
            and not token.lower.endswith(("ss", "ous", "us"))
        ):
            return True
    return bool(words) and words[0].capital and words[0].lower not in _OPENING


_OPENING = frozenset(
    """i we you if when i'm we're you're we've i've i'll we'll let let's please what who how why where as in on at for
    to with by from of no not now today yes well obviously look thank can will would should could may
    must do does did is are was were have has had make give get take""".split()
)


def _points(words: tuple[Token, ...], at: int) -> bool:
    """Whether “this …” at a place points at something that only the listener saw."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].lower == "such":
        return "as" not in (token.lower for token in words[at + 1 : at + 4])
    if words[at].lower == "those" and after in ("who", "whose", "that", "of", "in", "with"):
        return False
    if after == "legislative" and at + 2 < len(words):
        after = words[at + 2].lower
    return after not in _SAYABLE and after not in (token.lower for token in words[:at])
