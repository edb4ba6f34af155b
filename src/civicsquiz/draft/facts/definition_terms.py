"""Whether what was found is a definition of a term: of this term, whole, and of nobody."""

from __future__ import annotations

import re

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import definition_wording as wording
from civicsquiz.draft.facts import genus
from civicsquiz.draft.facts.definition_places import free
from civicsquiz.draft.facts.known_terms import agrees
from civicsquiz.draft.facts.phrases import Found, exact, known
from civicsquiz.draft.language.names import NameKind


def names_somebody(article: Article, sentence: Sentence, found: Found) -> bool:
    start, end = found.span
    for name in article.named(sentence):
        if name.kind is NameKind.PERSON and (start < 0 or start <= name.start < end):
            return True
    return False


_SURE = 8
"""So many words with a genus need not repeat what the table says."""
_GOES_ON = re.compile(r"(?: \([^()]*\)| ?—[^—]*—)? ?(?::|[a-z])|—[^—]+—")


def broken_off(text: str, found: Found) -> bool:
    """Whether a definition ends before brackets or a colon, and its sentence goes on with it behind."""
    end = found.span[1]
    if found.span[0] < 0:
        return False
    rest = text[end:]
    return rest.startswith((" (", ":")) and bool(_GOES_ON.match(rest))


_LOOSE = frozenset(
    {"apposed,", "apposed:", "apposed, or", "apposed—", "bracket", "that_is", "which"}
)
"""Ways in which what is set beside a term need not define it."""


def is_term(article: Article, sentence: Sentence, found: Found) -> bool:
    """Whether a word that the table lacks is a term of the article: it speaks of it again."""
    if found.way in _LOOSE and not free(
        sentence.text, exact(sentence.text, found.term_span, found.term)[0]
    ):
        return False
    if known(found.term):
        if found.way == "which":
            return agrees(found.term, found.definition)
        long = (
            len(found.definition.split()) >= _SURE
            and genus.head_of(found.definition) in genus.GENERA
        )
        return found.way not in _LOOSE or long or agrees(found.term, found.definition)
    if found.way not in _LOOSE:
        return True
    if wording.ends_like_verb(found.term.rsplit(maxsplit=1)[-1]) or found.term.endswith("ly"):
        return False
    one = re.escape(found.term.removesuffix("s"))
    return len(re.findall(rf"\b{one}", article.document.text, re.IGNORECASE)) > 1
