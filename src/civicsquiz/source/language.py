"""Which language an article is in, by the small words that each language cannot do without."""

from __future__ import annotations

import re

from civicsquiz.source.document import Document, Kind

_SMALL = {
    "en": "the of and to in a that is was for on it with as by at from be are this which or an were has"
    " have had not but they their his he she its been who will would about more after also when there",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an"
    " werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so war",
    "fr": "de la le et les des en un du une est que pour qui dans par sur au pas plus ne se ce avec sont"
    " il elle ont aux cette ses mais comme ou nous son leur été a à",
    "es": "de la que el en y los del las un por con una su para es al lo como más o pero sus le ha sí"
    " porque esta son entre cuando muy sin sobre también fue se no",
    "it": "di e il la che in a per un è del non con una si da le dei al come più nel sono alla della"
    " gli ha anche lo i su o ma delle dal questo",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele"
    " das tem à seu sua ou ser quando muito há nos já está",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door"
    " over naar hij ze werd deze worden heeft nog wel",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")
_READ = 100_000
_FEWEST = 20
_SHARE = 0.2


def language_of(document: Document) -> str | None:
    """The language of the running text: "en" and a few more by their code, "other" where it is none
    of them, None where there are too few words to tell (under 20)."""
    parts = [document.text_of(block) for block in document.blocks if block.kind is Kind.BODY]
    text = " ".join(parts)[:_READ] or document.text[:_READ]
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST:
        letters = [char for char in text if char.isalpha()]
        foreign = sum(ord(char) > 0x24F for char in letters)
        return "other" if len(letters) >= _FEWEST and foreign * 2 > len(letters) else None
    shares = {
        language: sum(word in small for word in words) / len(words)
        for language, small in _SETS.items()
    }
    best = max(shares, key=lambda language: (shares[language], language))
    return best if shares[best] >= _SHARE else "other"
