"""Rules on what is said of a law, a case or an office: specific, whole, no opinion, and true tomorrow.

What raters of drafts on unseen articles most often objected to, after the wording: a predicate that fits
two laws, words that judge, and claims in the present that have aged.
"""

from __future__ import annotations

import re

from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.provisions import known_as
from civicsquiz.draft.table import Amendment, Document, Statute, table

_WORD = re.compile(r"[A-Za-z][a-z’-]{3,}|[A-Z]{3,}|\d[\d,.]*")
_IDLE = frozenset(
    """that this these those with from into over under upon about their which whose while when where than also such other
    most more many several certain various different significant important general large small broad wide great high
    program programs system systems means ways help helped intended designed provide provided provides create created
    creates establish established establishes allow allowed allows make makes made give gave gives given set sets
    require required requires protect protects protected prohibit prohibits prohibited guarantee guarantees guaranteed
    include includes included contain contains contained exception exceptions rule rules law laws legislation act acts
    bill provision provisions measure measures reform reforms reformed change changes changed improve improved process
    processes action actions issue issues concern concerns problem problems effort efforts support purpose purposes
    order government federal national state states country nation united american americans people person persons
    citizens citizen public officials official local group groups individuals individual power powers authority right
    rights ability level levels discretion number amount kind type part parts area areas time times year years
    first last only new among against between within without during after before across through because must shall
    congress passed pass signed enacted used use uses using would could have been were being does will need needed
    vulnerable series steps package benefit wide doubts sense necessary
    upheld struck down ruled held overturned invalidated court supreme decision decided found case""".split()
)
"""Words that say of a law what can be said of many."""


def content(text: str) -> list[str]:
    """The beginnings of the words of a text that tell one law from another, without repetition."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _IDLE]
    return list(dict.fromkeys(word[:6].lower() for word in words))


def _specific(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind == "case-which":
        return _vague_case(candidate.fact)
    if candidate.kind == "who-does":
        said = candidate.claims.get("predicate", "")
        few = "power to" not in said and len(content(said)) < 2
        return "too few words tell it apart" if few else ""
    if candidate.kind != "which-provision":
        return ""
    return unspecific(candidate.fact, candidate.claims.get("predicate", ""))


def _vague_case(fact: Fact) -> str:
    """Why what was decided could have been decided in another case; empty where it could not."""
    known = table().case(fact["case"])
    telling = content(fact["decided"])
    if known is None or len(telling) >= _ENOUGH_OF_A_CASE:
        return ""
    own = set(content(" ".join((known.about, known.kind, *known.apart, *known.law))))
    return "" if own & set(telling) else "nothing in it is known of this case"


def unspecific(fact: Fact, predicate: str) -> str:
    """Why what is said of a law could be said of another; empty where it cannot."""
    entry = known_as(fact) if fact.frame is Frame.PROVISION and fact["kind"] else None
    if entry is None:
        return ""
    if isinstance(entry, Amendment):
        needed = _NEEDED.get(entry.number)
        return f"it lacks “{needed}”" if needed and needed not in predicate else ""
    telling = content(predicate)
    if isinstance(entry, Document) and entry.name == "Articles of Confederation":
        return "" if _WEAK.search(predicate) else "the Constitution does so too"
    if len(telling) < 2:
        return "too few words tell it apart"
    own = set(content(f"{entry.about} {entry.name}"))
    if isinstance(entry, Statute) and not own & set(telling) and len(telling) < _ENOUGH:
        return "nothing in it is known of this law"
    return ""


_NEEDED = {24: "federal"}
"""A word without which what is said of an amendment is not quite true."""
_ENOUGH = 4
_ENOUGH_OF_A_CASE = 2
_WEAK = re.compile(
    r"\b(?:no|not|only|unanimous\w*|unicameral|lacked|each state|one vote|nine|league|consent of all|thirteen|requests?)\b"
)
"""What the first constitution had and the second has not."""

SPECIFIC = GateRule(
    "S7",
    "fits-others",
    "What is said of a law could be said of another as well.",
    _specific,
)

_JUDGES = re.compile(
    r"\b(?:massive|useless|arid|sweeping|controversial|notorious|historic|landmark|triumphant|host of|lasting imprint"
    r"|most (?!of\b|votes\b|seats\b|recent\b|likely\b|(?:states|people|cases|civil|federal|state|public|private|criminal|white|black|other)\b)\w+"
    r"|(?:hugely|deeply|severely|drastically|dramatically|vastly|greatly|effectively|substantially|monumental\w*|profound\w*|unfairly|notably)"
    r"|backbone|cornerstone|milestone|triumph|disaster|victory|blow to|doubts|promote the public good|important (?:role|part|tool|step)"
    r"|essential|crucial|vital|key role|instrumental|spare or enhance|seems? limitless|seemed)\b",
    re.IGNORECASE,
)
_ASKS = frozenset(
    {"which-provision", "case-which", "who-does", "true-false", "who-signed", "who-wrote"}
)


def _neutral(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind not in _ASKS:
        return ""
    found = _JUDGES.search(candidate.item.stem)
    return f"“{found[0]}” is an opinion, not a fact" if found else ""


NEUTRAL = GateRule(
    "S6",
    "opinion-as-fact",
    "The stem holds a word that judges, and nobody is named whose judgement it is.",
    _neutral,
)

_AGES = re.compile(
    r"\b(?:more|fewer|less|longer) than any other\b|\bto date\b|\bso far\b|\bstill\b|\bcurrently\b|\bas of\b|\bin recent\b|\brecently\b"
    r"|\b(?:has|have) (?:only|never|always|so far|been)\b|\bat present\b|\bthese days\b|\bnowadays\b",
    re.IGNORECASE,
)


def _lasting(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind not in _ASKS:
        return ""
    found = _AGES.search(candidate.item.stem)
    return f"“{found[0]}” may be true no more" if found else ""


LASTING = GateRule(
    "S13",
    "ages",
    "What the stem says in the present was so when the article was written, and may be so no more.",
    _lasting,
)

_FURTHER = re.compile(r"\b(?:further|again|even more|even greater|in terms of|as well\?)")
_LEADS = re.compile(r"^(?:In addition to|Besides|Along with|Other than|Apart from|As well as)\b")


def _bare(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind not in _ASKS:
        return ""
    found = _LEADS.match(candidate.item.stem) or _FURTHER.search(candidate.item.stem)
    return f"“{found[0]}” leans on what the article said before" if found else ""


BARE = GateRule(
    "S2",
    "leans-before",
    "The stem begins with, or adds to, what the article had said before.",
    _bare,
)

_REST = re.compile(r"\b(19|20|1[678])\d\d\b")


def _well_dated(candidate: Candidate, ground: Ground) -> str:
    """Whether the passage dates an amendment a few years wrong: students would learn it."""
    fact = candidate.fact
    if fact.frame is not Frame.PROVISION or fact["kind"] != "amendment":
        return ""
    entry = known_as(fact)
    if not isinstance(entry, Amendment):
        return ""
    text = ground.article(candidate).document.text[fact.start : fact.end]
    for found in _REST.finditer(text):
        if 2 <= abs(int(found[0]) - entry.year) <= _NEAR:
            return f"the passage has {found[0]}, and the {entry.name} is of {entry.year}"
    return ""


_NEAR = 6

WELL_DATED = GateRule(
    "K3",
    "passage-misdates",
    "The passage has a year near that of the amendment, but another.",
    _well_dated,
)
