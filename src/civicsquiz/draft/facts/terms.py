"""What a term is: one to four plain words that name a kind of thing."""

from __future__ import annotations

import re
from functools import lru_cache

from civicsquiz.bank.check.words import singular
from civicsquiz.draft.language.words import SPEECH
from civicsquiz.draft.table import table

NO_TERM = frozenset(
    """this these those such that it they he she we i you there here who what which one another other some any each every all
    both few many most several more less no not only first second third last next same own former latter is are was were be
    been has have had do does did will would can could may might must should and or but so if when while as than then
    like by with from at on into about between during before after because however instead also often very its their his her
    our my your""".split()
)
"""Words that no term has in it."""

_NO_HEAD = frozenset(
    """example reason problem way result goal question idea fact thing difference key aim purpose role part kind type number
    lot case point issue people person men women effect cause word term phrase provision change story news rest end concern
    decision state country nation president senator governor bill house senate congress today year time day answer step
    measure approach option system law rule government group member leader official citizen court party right power process
    policy program programs agency office area place world public majority minority population""".split()
)
"""Words that are no term by themselves, and what is too plain at the end of one."""
_PLAIN_HEADS = frozenset(
    """example reason problem way result goal question idea fact thing difference key aim purpose role part
    lot point issue effect cause word term phrase story news rest end concern year time day answer step option place""".split()
)
_TERM_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*[’']?")
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
_LINKS = frozenset({"of", "to", "in", "and", "for", "by"})


def term_of(text: str, *, opens: bool = False) -> str:
    """`text` as a term without its article and marks, in small letters where it `opens` a sentence;
    empty where it is no term of one to four plain words."""
    bare = text.strip().strip('“”"‘’ ').rstrip(",")
    article = _ARTICLE.match(bare)
    if article:
        bare = bare[article.end() :]
    words = bare.split()
    if opens and words and not article:
        words[0] = words[0][:1].lower() + words[0][1:]
    if not 1 <= len(words) <= (5 if "of" in words else 4):
        return ""
    if any(not _TERM_WORD.fullmatch(word) for word in words):
        return ""
    small = [word.lower() for word in words]
    if any(word in SPEECH or word in ("call", "calls", "say") for word in small):
        return ""
    inner = set(small[1:-1]) & _LINKS
    if any(word in NO_TERM and word not in inner for word in small):
        return ""
    if singular(small[-1]) in (_NO_HEAD if len(words) == 1 else _PLAIN_HEADS):
        return ""
    if (
        small[0] in _LINKS
        or small[-1] in _LINKS
        or small[-1].endswith("ly")
        or small[0].endswith("ly")
    ):
        return ""
    if len(bare) < 4 or (any(word[0].isupper() for word in words) and not table().term(bare)):
        return ""
    return " ".join(words)


PLURAL_ONLY = frozenset(
    {"politics", "means", "economics", "checks", "balances", "news", "ethics", "series"}
)


@lru_cache(maxsize=4096)
def plural(term: str) -> bool:
    """Whether a term is in the plural, as far as its head tells."""
    head = term.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower()
    return (
        head.endswith("s")
        and not head.endswith(("ss", "us", "is", "ics"))
        and head not in PLURAL_ONLY
    )
