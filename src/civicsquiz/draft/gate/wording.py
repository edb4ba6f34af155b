"""Rules on how a draft is worded: what raters of drafts on unseen articles most often objected to."""

from __future__ import annotations

import re

from civicsquiz.bank.items import Choice, Short
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.gate.stem import LISTED
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import verbs
from civicsquiz.draft.table import table

_TWO_CLAUSES = re.compile(
    r"\b(?:in|by|under|of) which (?:which|when|that|in|where|who|concerning|involving|about)\b"
    r"|\bwhich (?:which|when|where)\b|\bthat that\b|\bthe the\b|\bof of\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”")
_LAST = frozenset(
    """a an the and or but that which who whose whom than between how much many what when where why whether if because
    federal presidential several certain such other own its their his her both either more most less every means ways way ability attempt attempts effort efforts steps need""".split()
)
_JOINING = frozenset(("a", "an", "the", "and", "or", "but"))
_OPEN = re.compile(r"\b(?:how (?:much|many)|whether|what)\b(?P<rest>[^,?]*)\?*$")
_SHARED_OBJECT = re.compile(r"\bto (?P<verb>[a-z]+)\?*$")
_INTRANSITIVE = frozenset(
    "vote run serve act work participate govern appeal testify resign travel secede compete protest assemble speak strike apply rise".split()
)


def _whole(candidate: Candidate, _ground: Ground) -> str:
    stem = _QUOTED.sub("“words”", candidate.item.stem)  # what somebody said is as it was said
    if found := _TWO_CLAUSES.search(stem):
        return f"“{found[0]}” is no English"
    words = re.findall(r"[\w’'-]+", stem)
    if "in_place" in candidate.claims:
        return ""  # “it was led by whom?”: what is asked for stands where its answer stood
    listed = candidate.kind in LISTED  # in our words, but for what somebody has typed
    each_other = words[-2:] == ["each", "other"]
    if words and not each_other and words[-1].lower() in (_JOINING if listed else _LAST):
        return f"it breaks off after “{words[-1]}”"
    if listed:
        return ""
    found = _OPEN.search(stem)
    if found and not any(_verb(word) for word in re.findall(r"[a-z’'-]+", found["rest"].lower())):
        return f"it breaks off in “{found[0]}”"
    for joined in _RUN_ON.finditer(stem):
        form = verbs.form(joined["verb"])
        if form and form.kinds & {"third", "past"}:
            return f"a second clause begins in “{joined[0]}”"
    tail = _TAIL.search(stem)
    if tail and not _verb_among(tail[1]) and not tail[1][0].isupper():
        return f"a list breaks off before “{tail[1]}”"
    case = _IN_WHICH.search(stem)
    if case and len(set(re.findall(r"\b[a-z]{3,}\b", case[1])) - _IDLE) < 2:
        return f"nothing is said in “{case[0]}”"
    if asyndetic := _NO_AND.search(stem):
        return f"a list lacks its last “and” in “{asyndetic[0]}”"
    if pair := _PAIR.search(stem):
        return f"a list lacks its “and” in “{pair[0]}”"
    if broken := _AND_THEN.search(stem):
        return f"it breaks off in “{broken[0]}”"
    found = _SHARED_OBJECT.search(stem)
    form = verbs.form(found["verb"]) if found else None
    if found and form and "base" in form.kinds and found["verb"] not in _INTRANSITIVE:
        return f"it breaks off after “{found[0]}”"
    return ""


_RUN_ON = re.compile(r", (?:the )?[A-Z]\w+ (?P<verb>[a-z]+)\b")
_TAIL = re.compile(
    r"(?<!-state), ((?!\d{4}|(?:particularly|especially|exclusive|mainly|primarily|mostly|and|or|but|a|an|the|as|such|including|known|called|by|in|on|at|of|for|with|without|from|to|not|even|especially)\b)[\w’' -]{3,40})\?$"
)
_NO_AND = re.compile(r"(?:\b[\w’-]+(?: [\w’-]+)?, ){2,}(?!(?:and|or)\b)[\w’-]+(?: [\w’-]+)?\?$")
"""“… almanacs, legal documents, newspapers, playing cards?”"""
_PAIR = re.compile(r"\b(?:via|through|by|of|on|for|with) [a-z]+s, [a-z]+s\?$")
_AND_THEN = re.compile(r"\b(?:and|or|but), [^,?]{3,60}\?$")
_IDLE = frozenset("the decision vote court justices ruling opinion majority unanimous".split())
_IN_WHICH = re.compile(r"\bcase in which ([^?]*)\?$")


def _verb_among(text: str) -> bool:
    return any(
        _verb(word) and word not in ("decision", "state") for word in re.findall(r"[a-z’'-]+", text)
    )


def _verb(word: str) -> bool:
    return word in verbs.MODALS or verbs.form(word) is not None


_LEGAL = frozenset({"case-which", "which-provision"})
_AND_CLAUSE = re.compile(r", (?:and|but|so|while|as) (?:[a-z]+ ){1,3}?(?P<verb>[a-z]+)\b")
_HELD = re.compile(
    r"\bcase (?:did .{2,60}?|(?:determined|ruled|held|decided|found|established|concluded|declared)) that (?P<held>.*)\?$"
)
_EXEMPT = re.compile(r"\bexempt(?:ed|s)\b(?!.*\bfrom\b)")
_COMMA = re.compile(r", (?P<word>[\w’'-]+)")
_GOES_ON = frozenset(
    """and or but nor which who whom whose where when while even including such as not because if unless under regardless whether
    in for by with without at on to from the a an""".split()
)
_RELATED = re.compile(
    r"^(?:an?|the|any|each|every) [a-z]+ (?:that|which|who) (?:[a-z]+ly )?[a-z]+\b"
)
"""Up to the verb of what is told of the subject; its own comes later."""


def _one_clause(candidate: Candidate, _ground: Ground) -> str:
    """A holding ends where the sentence goes on to something else."""
    if candidate.kind not in _LEGAL:
        return ""
    stem = _QUOTED.sub("words", re.sub(r'"[^"]*"', "words", candidate.item.stem))
    for joined in _AND_CLAUSE.finditer(stem):
        form = verbs.form(joined["verb"])
        if form and form.kinds & {"third", "past"} and not joined[0].endswith(" that"):
            return f"a second clause begins in “{joined[0]}”"
    if found := _EXEMPT.search(stem):
        return f"“{found[0]}”: from what is not said"
    if candidate.kind != "case-which":
        return ""
    for comma in _COMMA.finditer(stem):
        form = verbs.form(comma["word"].lower())
        if comma["word"].lower() not in _GOES_ON and (form or comma["word"].islower()):
            return f"it runs on in “{comma[0]}”"
    found = _HELD.search(stem)
    if found:
        related = _RELATED.match(found["held"])
        if not _finite_among(found["held"][related.end() if related else 0 :]):
            return "what was held has no verb of its own"
    return ""


def _finite_among(text: str) -> bool:
    """Whether what may be a finite verb stands in a text: “types of speech” has none."""
    for word in re.findall(r"\b[a-z’'-]+\b(?! of\b)", text):
        form = verbs.form(word)
        if word in verbs.MODALS or (form and form.kinds & {"base", "third", "past"}):
            return True
    return False


ONE_CLAUSE = GateRule(
    "S12",
    "runs-on",
    "What a case held, or a law does, runs on into another clause, or lacks its verb.",
    _one_clause,
)

WHOLE = GateRule(
    "S12",
    "breaks-off",
    "The stem breaks off in the middle of a thought, or runs two clauses into one.",
    _whole,
)

_GENERIC = frozenset(
    """with from over into against under upon about their without within act acts amendment amendments court courts case cases clause law laws state states united federal national department
    committee commission agency office senate house secretary president presidential party parties government governments american
    america power powers right rights public general executive legislative judicial congress supreme district local bill
    system constitutional constitution vote voting election elections political justice people member members first
    second third fourth fifth sixth seventh eighth ninth tenth county city board council new administration policy
    representatives speaker leader majority minority vice attorney service group groups organization""".split()
)


def _untold(candidate: Candidate, _ground: Ground) -> str:
    item = candidate.item
    if not isinstance(item, (Choice, Short)):
        return ""
    stem = _KIND_ASKED.sub("", item.stem) if isinstance(item, Choice) else item.stem
    told = {_stem(word) for word in re.findall(r"[a-z]+", stem.lower())}
    for word in re.findall(r"[a-z]+", item.key_text.lower()):
        if len(word) > 3 and word not in _GENERIC and _stem(word) in told:
            if all(_stem(word) in _words(option.text) for option in item.options):
                continue
            return f"“{word}” of the key stands in the stem"
    return ""


_KIND_ASKED = re.compile(r"^(?:In \d{4}, w|W)hich plan or compromise of 1787\b")
"""What is asked for, and no word that tells which one."""


def _words(text: str) -> set[str]:
    return {_stem(word) for word in re.findall(r"[a-z]+", text.lower())}


def _stem(word: str) -> str:
    """A word without its ending, so that “disability” and “disabilities” are one."""
    for ending in ("ities", "ations", "ation", "ities", "ity", "ies", "ing", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


UNTOLD = GateRule(
    "S1",
    "stem-tells-key",
    "A word that tells the key apart stands in the stem.",
    _untold,
)

_LISTED = re.compile(
    r"^(?:was|were|has been|had been)?\s*(?:passed|signed|enacted|approved|adopted|introduced)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:was|has been|had been)?\s*(?:passed|signed|enacted|approved|adopted|introduced|became law|by|into law|congress|the|president|in|and"
    r"|after|much|debate|which|law|of|senate|house|[A-Z][a-z]+|\d{4})\b|[,.?]"
)


def _tells_enough(candidate: Candidate, _ground: Ground) -> str:
    predicate = candidate.claims.get("predicate", "")
    if predicate and _LISTED.match(predicate) and len(_NOTHING.sub(" ", predicate).split()) < 3:
        return "it says of the key only that it was passed"
    return ""


TELLS_ENOUGH = GateRule(
    "S7", "says-too-little", "What is asked fits too many things of the kind.", _tells_enough
)


_NO_NOUN = re.compile(r"(?:ly|able|ible|ful|ous|ish|less|wise)$")
_ADVERBS = frozenset(
    "moreover however therefore thus hence instead indeed otherwise nevertheless meanwhile reasonable".split()
)


_BARE = re.compile(
    r"(?:explanation|process|system|law|person|official|body|group|rule|practice|belief|court|judge|vote|document|agreement"
    r"|type|form|kind|statement|decision|order|method|tax|policy|election|branch|official|liaison|legislative liaison)\b"
)


def _is_term(candidate: Candidate, _ground: Ground) -> str:
    if not candidate.kind.startswith("define"):
        return ""
    for key in candidate.item.key_parts or (candidate.item.key_text,):
        last = key.split()[-1].lower()
        form = verbs.form(last)
        known = table().term(key) is not None  # “veto” is a noun and a verb
        verbal = not known and form is not None and "base" in form.kinds and " " not in key
        if last in _ADVERBS or _NO_NOUN.search(last) or verbal:
            return f"“{key}” is no term"
    return ""


IS_TERM = GateRule("K6", "no-term", "What is asked for as a term is no noun.", _is_term)
