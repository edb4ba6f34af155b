"""Who else a question about a person can offer, and what the article says of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import claims, offices, quotations
from civicsquiz.draft.facts.extracted import extracted
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.facts.quotations import whole_name
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.language.words import PERSON_NOUNS, TITLES
from civicsquiz.draft.relevance import civics_words
from civicsquiz.draft.table import table

_SHORT = re.compile(r" of the United States$|^U\.S\. (?=Attorney)")
_BROKEN = re.compile(r"(?:[A-Z][\w.’'-]*|\b(?:for|of|and|&|with|at)) $")
_APPOSED = re.compile(
    r", (?P<role>(?:(?:a|an|the) )?(?:[a-z][\w-]*|[A-Z][\w.’'-]*)(?: [\w.’'&-]+){1,9})(?=,|\.$)"
)
_LEANING = re.compile(
    r"(?i)\b(?:his|her|its|their|this|that|the (?!first)\w+[’']s|who|whose|which)\b"
)
_WORDS_OF_ROLE = re.compile(
    r"(?i)\b(?:fellow|director|professor|lawyer|attorney|president|chair|chairman|chairwoman|leader|author|senator|judge|justice"
    r"|economist|historian|scholar|analyst|expert|spokesman|spokeswoman|spokesperson|secretary|governor|member|founder|head"
    r"|minister|representative|philosopher|archbishop|mayor|commissioner|officer|official|speaker|whip)\b"
)

_BADLY_READ = re.compile(
    r"\b(\w+)\b.* \1\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Photo|Image|Getty|Reuters|Press|News|Story|Video)\b"
)
"""What is no part of a name, and a word that stands twice in it."""
_NEAR = 80
"""Characters from a name within which an office is told."""
_PLACE = re.compile(
    r"(?:Great|New|North|South|East|West|Northern|Southern|Central|United|Saint|San|Santa|Los|Las|Fort|Mount|Lake|Cape|Port) "
)
"""What only a place's name begins with, though it may look like a person's."""
_NOUNS = "|".join(sorted(re.escape(word) for word in PERSON_NOUNS | TITLES))
_OFFICE_BEFORE = re.compile(rf"(?i)\b(?:{_NOUNS})(?:,| of (?:the )?[\w.]+,?)? $")
_OFFICE_BEHIND = re.compile(rf"(?i)(?: \([^()]{{1,20}}\))?, (?:[\w.’'&-]+ ){{0,5}}(?:{_NOUNS})\b")


def others(article: Article, key: str, near: Collection[str], at_most: int = 3) -> Iterator[str]:
    """People of the article by their whole names, other than `key` and those `near` (who stand in
    the same passage and so might have a part in it); those who speak or have a title first, then by
    mention."""
    people = [
        name
        for name in article.names.people
        if name != key
        and name not in near
        and not _PLACE.match(name)
        and whole_name(article, name)
        and not _same(name, key)
        and not _BADLY_READ.search(name)
    ]
    said = speakers(article)
    people = [name for name in people if name in said or in_public(article, name)]
    people.sort(key=lambda name: (name not in said, not titled(article, name)))
    yield from people[:at_most]


def in_public(article: Article, key: str) -> bool:
    """Whether the article, or the table of civics, tells what somebody's office or work is."""
    if table().person(key) or introduced(article, key) != key:
        return True
    for number, name in article.names.mentions(key):
        if name.title:
            return True
        text = article.sentences[number].text
        before = text[max(0, name.begins - _NEAR) : name.begins]
        behind = text[name.end : name.end + _NEAR]
        if _OFFICE_BEFORE.search(before) or _OFFICE_BEHIND.match(behind):
            return True
    return False


def _same(one: str, other: str) -> bool:
    return surname(one) == surname(other)


def surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def speakers(article: Article) -> frozenset[str]:
    """Everybody whom the article quotes or reports."""
    return article.once(_speakers)


def _speakers(article: Article) -> frozenset[str]:
    quoted = {fact["speaker"] for fact in extracted(article, quotations.extract)}
    reported = {fact["holder"] for fact in extracted(article, claims.extract)}
    return quotations.heard(article) | quoted | reported


def held(article: Article) -> tuple[Fact, ...]:
    """The facts of an article on who holds what office."""
    return extracted(article, offices.extract)


def alike(article: Article, person: str, said: str) -> bool:
    """Whether a sentence that names a person speaks of so much of what `said` is about that it may
    be their view as well."""
    words = civics_words(said)
    enough = max(2, len(words) // 2)
    return any(
        len(words & civics_words(article.sentences[number].text)) >= enough
        for number, _ in article.names.mentions(person)
    )


def titled(article: Article, key: str) -> str:
    """What stands before a person's name as their office or work: “Secretary of State”; empty where
    nothing does, or where it may be only the end of it."""
    office = next((fact["office"] for fact in held(article) if fact["person"] == key), "")
    if office:
        return _SHORT.sub("", office)
    titles = article.names.titles(key)
    for number, name in article.names.mentions(key):
        if name.kind is NameKind.PERSON and name.title in titles[:2]:
            before = article.sentences[number].text[: name.begins]
            title = name.title
            if (
                title
                and len(title.split()) <= 6
                and title[0].isalpha()
                and not _BROKEN.search(before)
            ):
                return title
    return ""


def described(article: Article, key: str) -> str:
    """A person with their title: “Secretary of State Mike Pompeo”, “the lawyer Jane Roe”."""
    title = titled(article, key)
    if not title:
        return key
    the = "the " if title.split()[-1][0].islower() else ""
    return f"{the}{title} {key}"


def introduced(article: Article, key: str) -> str:
    """A person with what the article says they are, to end a sentence with: “Secretary of State Marco
    Rubio”, “Jane Roe, a senior fellow at the Institute”."""
    for number, name in article.names.mentions(key):
        if name.text == key:
            text = article.sentences[number].text
            found = _APPOSED.match(text, name.end)
            if (
                found
                and _WORDS_OF_ROLE.search(found["role"])
                and not _LEANING.search(found["role"])
            ):
                role = found["role"]
                return f"{key}, {role}"
    return described(article, key)
