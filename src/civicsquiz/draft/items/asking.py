"""A question in the words of a sentence of news: what is asked for makes room for “which court”, “how many”.

“The lawsuit was filed in [which court]?” Nothing else is changed or moved, so the grammar is the
source's own. Where the subject is asked for, the question begins with it.
"""

from __future__ import annotations

import re

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.telling import Telling
from civicsquiz.draft.items import building
from civicsquiz.draft.items.context import in_context
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import Name, NameKind

_FOR = re.compile(r"(?:For|In order for) an? [^,]{8,80}")
_SHORTEST = 8
"""Words of a stem that need nothing before them, at least."""
_VAGUE = re.compile(
    r"\b[Tt]he (?:[A-Z][\w-]+ )+(?:country|nation|state|city|company|agency|group|leader|president|judge|organization)\b"
)
"""“The Latin American country”: which one stands elsewhere."""


def question(told: Telling, article: Article, cut: tuple[int, int], word: str) -> str:
    """The question that has `word` where the plain text has `cut`; empty where the phrase before the
    subject cannot stay and cannot go. News of one day is named by its title."""
    statement, text = told.statement, told.text
    lead = _lead(told, article)
    if lead is None:
        return ""
    names = told.named(statement.subject[0], told.end)
    if _VAGUE.search(text[statement.subject[0] : told.end]):
        return ""
    body = _filled(text, (statement.subject[0], told.end), cut, word, names, article)
    if cut[0] != statement.subject[0] and not statement.named and not body[:2].isupper():
        body = body[0].lower() + body[1:]
    stem = f"{lead}, {body}?" if lead else f"{body}?"
    stem = re.sub(r"\s+", " ", re.sub(r"[,;:\s]+\?$", "?", stem))
    return in_context(
        building.capitalised(stem),
        article,
        always=word != "which year" and _of_one_day(told, article, stem, word),
    )


def _lead(told: Telling, article: Article) -> str | None:
    """What stands before the subject, or nothing where it is idle."""
    start, end = told.statement.adjunct
    said = told.text[start:end].strip()
    found = adjunct_of(said)
    if found.kind is Adjunct.UNSAFE:
        return said if _FOR.fullmatch(said) and not dangling(said) else None
    if found.kind is not Adjunct.KEPT:
        return ""
    return _filled(
        told.text, (start, end), (start, start), "", told.named(start, end), article
    ).strip()


def _filled(
    text: str,
    span: tuple[int, int],
    cut: tuple[int, int],
    word: str,
    names: tuple[Name, ...],
    article: Article,
) -> str:
    """A span of the text with a word in the place of `cut`, and with whole names for surnames."""
    changes = [(*cut, word)]
    seen: set[str] = set()
    for name in names:
        if name.kind is NameKind.PERSON and not (name.start < cut[1] and cut[0] < name.end):
            alone = name.text != name.key and name.begins == name.start and name.key not in seen
            if alone and " " in name.key and name.key.endswith(name.text):
                changes.append((name.start, name.end, name.key))
            seen.add(name.key)
    at, parts = span[0], []
    for start, end, said in sorted(changes):
        parts += [text[at:start], said]
        at = end
    return "".join((*parts, text[at : span[1]]))


def _of_one_day(told: Telling, article: Article, stem: str, word: str) -> bool:
    """Whether what is told happened once, and is only told by the news of that day."""
    if not is_news(article):
        return False
    lasting = told.statement.tense in ("third", "plural") and word != "how many"
    if len(stem.split()) < _SHORTEST:
        return True
    return not lasting and not re.search(r"\b(?:1[6-9]|20)\d\d\b", stem)


def is_news(article: Article) -> bool:
    """Whether an article is the news of one day, by its card."""
    card = article.card
    return bool(card.publisher and card.date and len(card.date) == 10 and "news" in card.publisher.lower())


def predicate(told: Telling, article: Article) -> str:
    """The predicate of a statement, from its verb on, with whole names for surnames."""
    start = told.statement.subject[1]
    names = told.named(start, told.end)
    return _filled(told.text, (start, told.end), (start, start), "", names, article).strip(" ,;:")
