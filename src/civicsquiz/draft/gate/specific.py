"""Rules on what is said of a law, a case or an office: specific, whole, no opinion, and true tomorrow.

What raters of drafts on unseen articles most often objected to, after the wording: a predicate that fits
two laws, words that judge, and claims in the present that have aged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    require required requires grant granted grants increase increased increases contain violators tried protect protects protected prohibit prohibits prohibited guarantee guarantees guaranteed
    include includes included contain contains contained exception exceptions rule rules law laws legislation act acts
    bill provision provisions measure measures reform reforms reformed change changes changed improve improved process
    processes action actions issue issues concern concerns problem problems effort efforts support purpose purposes
    order government federal national state states country nation united american americans people person persons
    citizens citizen public officials official local group groups individuals individual power powers authority right
    rights ability level levels discretion number amount kind type part parts area areas time times year years
    first last only new among against between within without during after before across through because must shall
    congress legislature president presidents elected democratically enforced passed pass signed enacted used use uses using would could have been were being does will need needed
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
    line = " ".join((known.about, known.kind, *known.apart, *known.law))
    own = set(content(line))
    named = any(one in line for one in _PHRASES.findall(fact["decided"]))
    return "" if named or _common(own, telling) else "nothing in it is known of this case"


_PHRASES = re.compile(r"Bill of Rights")


def _common(own: Iterable[str], telling: Iterable[str]) -> bool:
    """Whether two sets of beginnings of words have one word in common: “bank”, “bankin”."""
    return any(one.startswith(other) or other.startswith(one) for one in own for other in telling)


def unspecific(fact: Fact, predicate: str) -> str:
    """Why what is said of a law could be said of another; empty where it cannot."""
    entry = known_as(fact) if fact.frame is Frame.PROVISION and fact["kind"] else None
    if entry is None:
        return ""
    if found := _OF_A_KIND.search(predicate):
        return f"“{found[0]}” does not say which"
    if isinstance(entry, Amendment):
        if entry.number == _FIFTEENTH and _ALL_BLACK.search(predicate):
            return "women did not get the vote by it"
        needed = _NEEDED.get(entry.number)
        return f"it lacks “{needed}”" if needed and needed not in predicate else ""
    telling = content(predicate)
    if isinstance(entry, Document) and entry.name == "Articles of Confederation":
        return "" if _WEAK.search(predicate) else "the Constitution does so too"
    if len(telling) < 2 or (entry.kind == "convention plan" and not set(telling) - _OF_ALL_PLANS):
        return "too few words tell it apart"
    own = set(content(f"{entry.about} {entry.name}"))
    if isinstance(entry, Statute) and len(telling) < _ENOUGH and not _common(own, telling):
        return "nothing in it is known of this law"
    return ""


_FIFTEENTH = 15
_ALL_BLACK = re.compile(
    r"\b(?:Blacks|freedpeople|(?:[Bb]lack|African|all) (?:Americans?|people|persons|citizens|voters)|(?:former|freed) slaves|formerly enslaved people|enslaved people)\b(?!.*\b(?:men|race|color)\b)"
)
_OF_A_KIND = re.compile(
    r"\bthe (?:kinds?|sorts?|types?) of\b|\bcertain (?:things|rights|powers)\b"
    r"|\bcontain(?:s|ed) (?:the |some |several )?(?:language|provisions?|clauses?|rules)\b"
)
_NEEDED = {24: "federal"}
"""A word without which what is said of an amendment is not quite true."""
_OF_ALL_PLANS = frozenset(
    "bicame congre partly house houses legisl called propos execut branch judici absent articl confed both elect choose chosen select presid".split()
)
"""What each plan of 1787 had some of."""
_ENOUGH = 5
_ENOUGH_OF_A_CASE = 5
"""So many telling words need none that the table knows of it."""
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

_CAUSES = re.compile(r"\b(?:because|in the hope|allow(?:ed|s) (?:[\w’-]+ ){1,4}to flourish)\b")


def _plain_effect(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind != "which-provision":
        return ""
    said = re.sub(r"“[^”]*”", "", candidate.claims.get("predicate", ""))
    found = _CAUSES.search(said)
    return f"“{found[0]}” explains, and does not say what the law does" if found else ""


PLAIN_EFFECT = GateRule(
    "S6",
    "explains-the-law",
    "The stem explains why a law had some effect: that is somebody's account of it.",
    _plain_effect,
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

_FURTHER = re.compile(r"\b(?:further|again|even more|even greater|in terms of|as well)\b(?! as)")
_LEADS = re.compile(r"^(?:In addition to|Besides|Along with|Other than|Apart from|As well as)\b")


_LEFT_OPEN = re.compile(
    r"\bthe (?:funds?|funding|money|violators?|measure|proposal|bill|grants?)\b(?! (?:of|that|which|to|from|who)\b)|\btheir [A-Z]{3,}|\bFY ?\d{2,4}"
)
_LETTERS = re.compile(r"\b[A-Z]{3,}\b")
_KNOWN_LETTERS = frozenset(
    "USA NATO FBI CIA NSA EPA FCC FDA FEMA IRS NASA NAACP AIDS HIV LGBT LGBTQ USSR AFL CIO VIII III XIV XIX VII XII XIII DNA DACA".split()
)


def _bare(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind not in _ASKS:
        return ""
    stem = candidate.item.stem
    found = _LEADS.match(stem) or _FURTHER.search(stem) or _LEFT_OPEN.search(stem)
    letters = set(_LETTERS.findall(stem)) - _KNOWN_LETTERS
    if letters and candidate.kind in _OF_LAW:
        return f"nothing says what “{min(letters)}” is"
    return f"“{found[0]}” leans on what the article said before" if found else ""


BARE = GateRule(
    "S2",
    "leans-before",
    "The stem begins with, or adds to, what the article had said before.",
    _bare,
)

_OF_LAW = frozenset({"which-provision", "case-which"})

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


def _which_president(candidate: Candidate, _ground: Ground) -> str:
    """Whether the passage says which of two presidents of one surname it was."""
    if candidate.kind != "who-signed":
        return ""
    *given, surname = candidate.item.key_text.split()
    if surname not in _TWICE:
        return ""
    quoted = " ".join(one.selector.exact for one in candidate.item.evidence)
    telling = given[1:] if surname == "Bush" else given[:1]
    told = all(re.search(rf"(?<!\w){re.escape(one)}", quoted) for one in telling)
    return "" if told else f"the passage does not say which {surname}"


_TWICE = frozenset({"Adams", "Bush", "Harrison", "Johnson", "Roosevelt"})

WHICH_PRESIDENT = GateRule(
    "K4",
    "which-president",
    "Two presidents have the surname that the passage gives, and it does not say which it means.",
    _which_president,
)
