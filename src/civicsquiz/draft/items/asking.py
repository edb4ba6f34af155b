"""A question in the words of a sentence of news: what is asked for makes room for “which court”, “how many”.

“The lawsuit was filed in [which court]?” Nothing else is changed or moved, so the grammar is the
source's own. Where the subject is asked for, the question begins with it.
"""

from __future__ import annotations

import re

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.telling import Telling
from civicsquiz.draft.items import building
from civicsquiz.draft.items.context import in_context, is_news
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import NameKind

_FOR = re.compile(
    r"(?:For|In order for) an? [^,]{8,80}|Among [a-z][^,]{5,80}|In the (?:country|nation)(?: overall| as a whole)?"
)
"""Of whom or what it is told."""
_COUNTING = frozenset({"how many", "what percentage", "what share"})
"""What is another figure next year."""
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
    if _VAGUE.search(text[statement.subject[0] : told.end]):
        return ""
    body = _filled(told, (statement.subject[0], told.end), cut, word, article)
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
        return (
            said
            if _FOR.fullmatch(said)
            and not dangling(said.removesuffix(" overall").removesuffix(" as a whole"))
            else None
        )
    if found.kind is not Adjunct.KEPT:
        return ""
    return _filled(told, (start, end), (start, start), "", article).strip()


def _filled(
    told: Telling, span: tuple[int, int], cut: tuple[int, int], word: str, article: Article
) -> str:
    """A span of the text with a word in the place of `cut`, and with whole names for surnames."""
    text, changes = told.text, [(*cut, word)]
    seen: set[str] = set()
    for name in told.named(*span):
        if name.kind is NameKind.PERSON and not (name.start < cut[1] and cut[0] < name.end):
            alone = name.text != name.key and name.begins == name.start and name.key not in seen
            if alone and " " in name.key and name.key.endswith(name.text):
                changes.append((name.start, name.end, name.key))
            seen.add(name.key)
    at, parts = span[0], []
    for start, end, said in sorted(changes):
        parts += [text[at:start], said]
        at = end
    return _whose(article.once(_administration), "".join((*parts, text[at : span[1]])))


def _administration(article: Article) -> str:
    """The one president whose administration an article speaks of; empty where it is of several."""
    found = set(re.findall(r"\b([A-Z][a-z]+) [Aa]dministration\b", article.document.text))
    found -= {"The", "This", "An", "New"}
    return found.pop() if len(found) == 1 else ""


def _whose(president: str, text: str) -> str:
    """A text in which “the administration” is said to be whose."""
    return (
        re.sub(r"\b([Tt])he administration\b", rf"\1he {president} administration", text)
        if president
        else text
    )


def _of_one_day(told: Telling, article: Article, stem: str, word: str) -> bool:
    """Whether what is told happened once, and is only told by the news of that day."""
    if not is_news(article):
        return False
    lasting = told.statement.tense in ("third", "plural") and word not in _COUNTING
    if len(stem.split()) < _SHORTEST:
        return True
    return not lasting and not re.search(r"\b(?:1[6-9]|20)\d\d\b", stem)


def predicate(told: Telling, article: Article) -> str:
    """The predicate of a statement, from its verb on, with whole names for surnames."""
    start = told.statement.subject[1]
    return _filled(told, (start, told.end), (start, start), "", article).strip(" ,;:")
