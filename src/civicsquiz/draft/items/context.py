"""Naming the article in a stem, where that says which “lawsuit”, “bill” or vote is meant.

“The lawsuit was filed in which court?” is clear to nobody a month later. “In the news “Sixteen states
sue U.S. President Trump …” (2019): the lawsuit was filed in which court?” is. Any kind of question may
use it; whether the title gives a key away is rule S1's to say, which reads the whole stem.
"""

from __future__ import annotations

import re

from civicsquiz.draft.article import Article
from civicsquiz.draft.language.dangling import dangling

_LONGEST_TITLE = 16
"""Words of a title that a stem can carry, at most."""
_MOST = 4
"""Things of one stem that a title may tell, at most."""
_PREFIX = re.compile(r"^In (?:the news )?“[^“”]{8,200}”(?: \((?:1[5-9]|20)\d\d\))?: ")
_SAME = tuple(
    frozenset(words.split())
    for words in (
        "lawsuit suit motion complaint sue sues sued suing challenge challenges plaintiffs plaintiff",
        "ruling rules ruled rule decision judgment opinion judge court order declares strikes",
        "bill law act measure legislation statute",
        "election elections primary primaries voting vote elects elected ballot ballots",
        "race bid campaign nomination candidacy",
        "impeachment impeach impeaches impeached inquiry proceedings investigation trial articles",
        "declaration declare declares declared emergency",
        "budget resolution",
        "debate debates",
        "pardon pardons clemency commutation commutations",
        "appeal appeals",
        "withdrawal withdraw withdraws withdrawing",
        "subpoena subpoenas",
        "prorogation prorogue prorogues",
        "strike strikes airstrike kills attack",
        "warrants warrant arrest",
        "transition",
        "resignation resign resigns ousts oust fires",
        "announcement announces announce announced statement says",
        "contempt census",
    )
)
"""Words of which one in a title says which thing another means."""
_STEM = 5
_VAGUE = frozenset(
    """same new latter former current previous other entire whole following initial original proposed first second third last next
    two three four five several various remaining s recent final earlier later above resulting relevant different such""".split()
)
"""Words that do not say which one is meant, as “citizenship” does in “the citizenship question”."""
_SEVERAL = frozenset(
    "court house senate committee department agency party commission office administration president judge company union group council board".split()
)
"""What several of are named in many an article: “the court” is told by a title only where one is."""


def in_context(stem: str, article: Article, *, always: bool = False) -> str:
    """The stem, with the article named before it where it speaks of “the …” that the title tells; the
    stem as it is where it needs nothing, or where the title does not tell. With `always` it is named
    wherever it can be: for what happened once, and was told as news."""
    phrase = dangling(stem, own=True)
    if phrase and dangling(told_by_title(stem, article), own=True):
        return stem
    title = article.card.title or ""
    if not (phrase or always) or not _carried(title):
        return stem
    year = (article.card.date or "")[:4]
    dated = f" ({year})" if year and year not in title and year not in stem else ""
    where = "In the news “" if article.card.publisher and article.card.date else "In “"
    return f"{where}{title}”{dated}: {_lowered(stem, article)}"


def told_by_title(stem: str, article: Article) -> str:
    """A stem with a name in the place of each “the …” that the title tells: what is left of it must be
    clear by itself."""
    for _ in range(_MOST):
        phrase = dangling(stem, own=True)
        if not phrase or not anchored(phrase, article):
            break
        stem = re.sub(re.escape(phrase), "Congress", stem, count=1, flags=re.IGNORECASE)
    return stem


def is_news(article: Article) -> bool:
    """Whether an article is the news of one day, by its card."""
    card = article.card
    return bool(
        card.publisher and card.date and len(card.date) == 10 and "news" in card.publisher.lower()
    )


def without(stem: str) -> str:
    """A stem without the article's name before it: what must be clear by itself, or by the title."""
    found = _PREFIX.match(stem)
    return stem[found.end() :] if found else stem


def titled(stem: str) -> bool:
    """Whether the stem names the article by its title first."""
    return bool(_PREFIX.match(stem))


def anchored(phrase: str, article: Article) -> bool:
    """Whether the title of the article says which “the …” is meant."""
    title = article.card.title
    if not title or not _carried(title) or not phrase.lower().startswith("the "):
        return False
    words = set(re.findall(r"[a-z]+", title.lower()))
    said = re.findall(r"[a-z]+", phrase.lower())
    head = said[-2] if said[-1] == "s" and len(said) > 2 else said[-1]
    if head in _SEVERAL or head.removesuffix("s") in _SEVERAL:
        return head in words and _only_one(head, article)
    if head in words or head.removesuffix("s") in words or f"{head}s" in words:
        return True
    if len(head) >= _STEM and any(word.startswith(head) for word in words):
        return True
    if is_news(article) and len(said) > 2 and not _VAGUE & set(said):
        return True
    return any(head in same and words & same for same in _SAME)


def _carried(title: str) -> bool:
    """Whether a stem can carry the title in quotation marks."""
    return 2 <= len(title.split()) <= _LONGEST_TITLE and not re.search(r"[“”\"?]", title)


def _only_one(head: str, article: Article) -> bool:
    """Whether the article names one thing only with that word in it."""
    named = {
        name.key.lower() for _, name in article.names.all() if head in name.key.lower().split()
    }
    return len(named) <= 1


def _lowered(stem: str, article: Article) -> str:
    """A stem behind a colon: small, unless it begins with a name."""
    first, _, rest = stem.partition(" ")
    word = first.lower().strip(",")
    if word in _SMALL_FIRST:
        return stem[:1].lower() + stem[1:]
    common = (
        rest[:1].islower()
        and word not in _NAMES
        and bool(re.search(rf"\b{re.escape(word)}\b", article.document.text))
    )
    return stem[:1].lower() + stem[1:] if common else stem


_SMALL_FIRST = frozenset(
    """who whom whose which what when where how why in on at by for from to with under after before during against since
    until through over into of about as all the a an both no according among throughout within following upon along""".split()
)
_NAMES = frozenset("congress parliament house senate cabinet state constitution court".split())
"""Words that are names where they have a capital, and stand in small letters elsewhere."""
