"""Whose government a line of news is of: the nation's, a state's, or another country's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.table_acts import in_office
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Person, table

FOREIGN = re.compile(
    r"\b(?:[Pp]arliament\w*|[Pp]rime [Mm]inister|Knesset|Bundestag|Duma|Holyrood|Westminster|United Kingdom|UK|Britain|England|Scotland|Ireland|Hong Kong"
    r"|British|English|Scottish|Irish|European|Russian|Canadian|Mexican|Argentin\w+|Brazil\w*|French|German|Italian|Spanish|Venezuel\w+|Philippine"
    r"|Indian|Pakistani|Israeli|Kenyan|Nigerian|South African|Korean|Japanese|Chinese|Polish|Hungarian|Turkish|Iranian|Iraqi|Afghan|Ukrainian|Australian)\b"
)
OF_A_STATE = re.compile(
    r"\b(?:[Ss]tate (?:[Ss]enat\w+|[Hh]ouse|[Ll]egislat\w+|[Rr]epresentatives?|[Aa]ssembly|[Ss]upreme [Cc]ourt)|General Assembly|Statehouse)\b"
)
_CHAMBER = re.compile(r"\b(?:House|Senate|Supreme Court|veto\w*)\b")
_NATIONAL = re.compile(r"\bU\.S\.|\b(?:US|United States|Congress\w*|White House)\b")
_LEADS_A_STATE = re.compile(r"\b[Gg]overnor|\bGov\.|\b[Mm]ayor")
_OWNED = re.compile(
    r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+)(?:’s|'s)? (?:(?:state|State) )?(?:House|Senate|Supreme Court|Legislature|legislature|General Assembly)\b"
)
_SUPREME_COURT = re.compile(
    r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+)(?:’s|'s)? (?:state )?Supreme Court\b"
)
_PRESIDENT = re.compile(r"(?<![Vv]ice )\b[Pp]resident ((?:[A-Z][\w’'-]*\.? )*[A-Z][\w’'-]+)")
_LATEST = 64
"""Texts of which is known what they speak of: many acts are asked of one sentence after another."""
_HERE = frozenset({"United States", "U.S.", "US"})


def at_level(level: str, found: re.Match[str], sentence: Sentence, article: Article) -> bool:
    """Whether what is found in a sentence is of that level of government, in the United States. Of
    “any” it is of the people there, of “world” what the nation does that concerns others too."""
    if level == "world":
        return _national(article.document.text)
    text, whole = sentence.text, article.document.text
    if _foreign(text):
        return False
    abroad = any(
        name.kind is NameKind.COUNTRY and name.key not in _HERE for name in article.named(sentence)
    )
    if level != "federal":
        return not abroad
    if _of_a_state_or_another(text) or _titled_by_a_state(article.card.title or ""):
        return False
    named = text[max(0, found.start() - 30) : found.end()]
    if _CHAMBER.search(found[0]) and not _national(named):
        return not (abroad or OF_A_STATE.search(whole) or _has_court_of_a_state(whole))
    return True


@lru_cache(maxsize=_LATEST)
def _national(text: str) -> bool:
    """Whether a text speaks of the nation's government: by its name, or by a president of it."""
    return _NATIONAL.search(text) is not None or any(
        _of_ours(said[1]) for said in _PRESIDENT.finditer(text)
    )


@lru_cache(maxsize=_LATEST)
def _foreign(text: str) -> bool:
    return FOREIGN.search(text) is not None


@lru_cache(maxsize=_LATEST)
def _of_a_state_or_another(text: str) -> bool:
    """Whether a sentence speaks of what a state has as well, or of a president who is none of ours."""
    if _LEADS_A_STATE.search(text) or OF_A_STATE.search(text) or _of_a_state(text):
        return True
    return not all(_of_ours(said[1]) for said in _PRESIDENT.finditer(text))


@lru_cache(maxsize=_LATEST)
def _titled_by_a_state(title: str) -> bool:
    """Whether a title says that it is the lawmakers or the governor of a state who act."""
    title = title.replace("Washington", "")  # where Congress meets
    words = re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", title)
    known = table()
    acts = bool(_STATE_ACTS.search(title)) and any(
        known.state(one) for word in words for one in (word, *word.split())
    )
    return acts or (_of_a_state(title) and not _SEAT.search(title))


_SEAT = re.compile(
    r"(?i)\b(?:races?|bids?|seats?|primar(?:y|ies)|runoffs?|candida\w+|elections?)\b"
)
"""“Alabama Senate race”: what is of the nation's Senate, though a state's name stands before it."""
_STATE_ACTS = re.compile(
    r"\b(?:[Ll]awmakers|[Ll]egislat\w+|Assembly|[Gg]overnors?|Gov\.|[Ss]tatehouse|[Ss]tate (?:[Hh]ouse|[Ss]enate))(?!\w)"
)


@lru_cache(maxsize=_LATEST)
def _of_a_state(text: str) -> bool:
    """Whether a sentence names the chamber or the court of a state."""
    known = table()
    return any(
        known.state(said[1]) or known.state(said[1].rsplit(maxsplit=1)[-1])
        for said in _OWNED.finditer(text)
    )


@lru_cache(maxsize=_LATEST)
def _has_court_of_a_state(text: str) -> bool:
    """Whether a text names the supreme court of a state."""
    known = table()
    names = (said[1].removesuffix(" State") for said in _SUPREME_COURT.finditer(text))
    return any(known.state(name) or known.state(name.rsplit(maxsplit=1)[-1]) for name in names)


def _of_ours(name: str) -> bool:
    """Whether a president so called may be one of the United States: two are called Bush."""
    return re.sub(r"[’']s$", "", name).rsplit(maxsplit=1)[-1] in _presidents()


@cache
def _presidents() -> frozenset[str]:
    people = (one for one in table().entries("person") if isinstance(one, Person))
    return frozenset(one.name.rsplit(maxsplit=1)[-1] for one in people if one.presidency)


def by_president(found: re.Match[str], article: Article) -> bool:
    """Whether the president by whom something is done is one of the United States, and, where not
    called so, in office when it was news. True where no president is in what was found."""
    groups = found.groupdict()
    if not {"president", "president2"} & set(groups):
        return True
    said = groups.get("president") or groups.get("president2") or ""
    name = re.sub(r"^[Pp]resident ?", "", said)
    if not name:
        return _national(article.document.text)
    who = _president(name, article)
    year = (article.card.date or "")[:4]
    if who is None or not who.presidency:
        return False
    titled = said != name
    return titled or (bool(year) and in_office(who, int(year)))


def _president(name: str, article: Article) -> Person | None:
    """Somebody by a name as it stands, or by the whole name that the article has of them."""
    known = table()
    last = name.rsplit(maxsplit=1)[-1]
    fuller = next((key for key in article.names.people if key.rsplit(maxsplit=1)[-1] == last), name)
    return known.person(fuller) or known.person(last, allow_short=True)
