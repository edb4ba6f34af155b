"""What is forgiven in a typed answer, and what is noticed.

Forgiven: case, accents, punctuation, spacing, and an article in front. Noticed: a slip of a key or
two, which is never taken for right by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ARTICLE = re.compile(r"^(?:an?|the) (?=.)")
_INSIDE = re.compile(r"(?<=\w)['’.](?=\w|\s|$)")
_OTHER = re.compile(r"[^\w]+")
_ONE_SLIP, _TWO_SLIPS = 5, 9
"""From so many letters on, one slip or two leave no doubt which word was meant."""


def folded(text: str) -> str:
    """What of a typed answer counts: “The U.S. Sénate” and “us senate” are one."""
    parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(char for char in parted if not unicodedata.combining(char))
    words = _OTHER.sub(" ", _INSIDE.sub("", plain)).replace("_", " ").split()
    return _ARTICLE.sub("", " ".join(words))


def is_slip(typed: str, forms: Iterable[str]) -> bool:
    """Whether `typed` misses one of `forms` by a slip or two: a letter wrong, missing, one too many
    or in its neighbour's place. What equals a form, or has another number in it, is none."""
    from rapidfuzz.distance import OSA

    given = folded(typed)
    for form in map(folded, forms):
        allowed = (len(form) >= _ONE_SLIP) + (len(form) >= _TWO_SLIPS)
        if not allowed or given == form or _numbers(given) != _numbers(form):
            continue
        if OSA.distance(given, form, score_cutoff=allowed) <= allowed:
            return True
    return False


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)
