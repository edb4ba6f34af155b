"""K2: the key is found again, by other means than those that found it first.

The extractors read tokens, names and verbs. Here nothing of that is used: only the raw letters of
the passage, with plain patterns of their own. A key that both ways give alike stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from civicsquiz.bank.items import FindEvidence
from civicsquiz.draft.facts.acts_list import acts
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate

_CAPITALS = r"(?:[A-Z][\w.&-]*(?:’s|'s)?|of|the|and|for|de|la|van|von|bin|al|[A-Z]\.)"
_BEFORE = re.compile(
    rf"({_CAPITALS}(?:,? {_CAPITALS})*(?: [a-z]+){{0,3}})"
    r"(?:,? Jr\.?)?(?: \([^()]{1,60}\))?(?:, [^,]{2,120},)?(?:,? (?:\w+ly|also|then|later|first|once|again|now|since))*[ ,]*$"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|wrote|writes|stated|added|argued|argues|explained|noted|claimed|announced|declared|tweeted"
    r"|replied|responded|commented|remarked|asked|insisted|warned|testified|observed|concluded|acknowledged|stressed"
    r"|emphasized|asserted|contended|continued|suggested|recalled|reiterated|predicted|[Aa]ccording"
    r"|saying|adding|posted)\b"
)
_PART_OF_MORE = (
    r"(?:’s|'s)?(?: \w+){0,2} (?:advis[eo]r|aide|spokes\w+|campaign|supporter|ally|allies|administration|official|staff\w*"
    r"|foundation|team|surrogate|lawyer|attorney|camp|loyalist|backer|strategist|manager|press|communications|operative"
    r"|donor|voter|delegate|transition|family|wife|husband|son|daughter|brother|sister)s?\b"
)
"""What follows a name that is only a part of another: “a senior Clinton advisor”."""
_COMMON = frozenset(
    """amendment act court clause committee department commission party house senate agency board office service
    state states government council assembly constitution""".split()
)
"""Words with which so many names end that the one before them must agree too."""
_REACH = 160


def _found_again(candidate: Candidate, ground: Ground) -> str:
    claims = candidate.claims
    article = ground.article(candidate)
    text = article.document.text
    fact = candidate.fact
    if "provision" in claims:
        return _provision(claims, text[fact.start : fact.end])
    if "voice" in claims:
        return _voice(candidate)
    if "role" in claims:
        return _role(claims, text[fact.start : fact.end])
    if "about" in claims:
        return _about(claims, text[fact.start : fact.end])
    if "act" in claims:
        return _act(claims, text[fact.start : fact.end])
    if "rule" in claims:
        return _act_in_news(claims, text[fact.start : fact.end])
    if "decided" in claims:
        spans = [(fact.start, fact.end), *fact.also]
        return _decided(claims, " ".join(text[start:end] for start, end in sorted(spans)))
    if "predicate" in claims:
        at = text.find(claims["predicate"], max(0, fact.start - 1), fact.end + 1)
        before = _BEFORE.search(text[max(0, at - 260) : at]) if at >= 0 else None
        words = [word.lower() for word in re.findall(r"[\w-]+", before[1])] if before else []
        named = [word.lower() for word in re.findall(r"[\w-]+", claims["subject"])]
        wanted = named[-2:] if named[-1] in _COMMON else [_last(claims["subject"]).lower()]
        if not set(wanted) <= set(words):
            return f"“{claims['subject']}” does not stand right before what is asked"
    if "speaker" in claims:
        at = text.find(claims["words"], max(0, fact.start - 600), fact.end + 600)
        if at < 0:
            return "the words do not stand where they were found"
        around = (
            text[max(0, at - _REACH) : at].rpartition(". ")[2],
            text[at + len(claims["words"]) : at + len(claims["words"]) + _REACH],
        )
        speaker = _last(claims["speaker"])
        alone = re.compile(rf"\b{re.escape(speaker)}\b(?!{_PART_OF_MORE})")
        if not any(alone.search(part) and _SAYING.search(part) for part in around):
            return f"no verb of saying joins “{claims['speaker']}” to the words"
    return ""


_ADVERBS = r"(?: (?:also|then|later|further|finally|formally|expressly|explicitly|specifically|effectively|officially|legally|originally|even|thus|now|already|first))*"
_BESIDE = r"(?: \([^()]{1,80}\))?(?: (?:of|to) (?:the )?[\w. ]{0,20}Constitution)?(?: (?:of|in) Article [IVX]+(?:, Section \d+,?)?(?: of the (?:U\.S\. )?Constitution)?)?(?: of the [A-Z][a-z]+(?:-[a-z]+)? Amendment)?(?: (?:in|of) (?:[A-Z][a-z]+ )?\d{4})?"
_ASIDE = r"(?: \([^()]{1,80}\))?(?:,? (?:of|to) (?:the )?[\w. ]{0,20}Constitution)?(?: (?:of|in) Article [IVX]+(?:, Section \d+,?)?(?: of the (?:U\.S\. )?Constitution)?)?(?: of the [A-Z][a-z]+(?:-[a-z]+)? Amendment)?(?: (?:in|of) (?:[A-Z][a-z]+ )?\d{4})?(?:, [^,]{2,140},)?"


def _provision(claims: Mapping[str, str], text: str) -> str:
    """Whether the provision stands in the passage where its grammar puts it, by the letters alone."""
    name, predicate = re.escape(claims["provision"]), re.escape(claims["predicate"])
    if claims["shape"] == "passive":
        what = re.escape(claims["predicate"].partition(" ")[2])
        pattern = (
            rf"{what} (?:is|are|was|were|ha[sd] been|have been)(?: \w+ly)? \w+ by (?:the )?{name}"
        )
    elif claims["shape"] == "under":
        pattern = rf"under (?:the )?{name}{_ASIDE}(?: of \d{{4}})?, {predicate}"
    elif claims["shape"] == "by":
        what = re.escape(claims["predicate"].partition(" ")[2])
        pattern = rf"{what}, (?:[a-z]+ ){{0,3}}[a-z]+ed (?:by|under|in|through) (?:the )?(?:\d{{4}} )?{name}"
    elif claims["shape"] in ("ing", "to"):
        rest = claims["predicate"].removeprefix("was passed to ").partition(" ")[2]
        link = r"to [a-z]+" if claims["shape"] == "to" else r"(?:[a-z]+ )?[a-z]+ing"
        pattern = rf"{name}{_BESIDE},? (?:in order )?{link} {re.escape(rest)}"
    elif claims["shape"] == "that":
        pattern = (
            rf"{name}{_BESIDE}(?:, (?:an?|the) [^,]{{3,60}})? (?:that|which){_ADVERBS} {predicate}"
        )
    elif claims["shape"] == "which":
        pattern = rf"{name}{_ASIDE}, which{_ADVERBS}(?: \w+ly)? {predicate}"
    else:
        pattern = rf"{name}{_ASIDE},?{_ADVERBS} {predicate}"
    if not re.search(pattern, text, re.IGNORECASE):
        return f"“{claims['provision']}” does not stand where what is asked is said of it"
    return ""


def _role(claims: Mapping[str, str], text: str) -> str:
    """Whether the passage gives the office or body what is asked, by the letters alone."""
    role = re.escape(claims["role"])
    verb, _, rest = claims["predicate"].partition(" ")
    if claims["shape"] == "granted":
        rest = re.escape(rest.removeprefix("the "))
        pattern = (
            rf"(?:g[ia]ves?|grants?(?:ed)?|provided?s?) (?:the )?{role} (?:the )?(?:\w+ )?{rest}"
            rf"|{role}(?:’s|'s) (?:\w+ )?{rest}"
        )
    elif claims["shape"] == "by":
        pattern = (
            rf"{re.escape(rest)} (?:is|are) (?:\w+ )?{re.escape(verb[:3])}\w+ by (?:the |a )?{role}"
        )
    else:
        pattern = rf"{role}, (?:which|who) (?:also )?{re.escape(claims['predicate'])}"
    if not re.search(pattern, text, re.IGNORECASE):
        return f"the passage does not give it to “{claims['role']}”"
    return ""


def _voice(candidate: Candidate) -> str:
    """Whether the lines are passed on, or not, as it is said of them, by the letters alone."""
    item, told = candidate.item, candidate.claims["voice"]
    voice = _last(told) if told else ""
    if not isinstance(item, FindEvidence):
        found = voice in item.evidence[0].selector.exact or "According to" in item.stem
        return "" if found else f"“{voice}” does not stand in the line"
    others = [option.text for option in item.distractors]
    if candidate.kind == "own-voice":
        own = [text for text in others if not (_SAYING.search(text) or "“" in text)]
        if _SAYING.search(item.key.text) or own:
            return "a line is not as it is said to be"
        return ""
    if voice not in item.key.text and "According to" not in item.key.text:
        return f"“{voice}” does not stand in the line"
    said = next((text for text in others if _SAYING.search(text)), "")
    return f"“{said[:40]}…” passes something on too" if said else ""


def _about(claims: Mapping[str, str], text: str) -> str:
    """Whether the passage has the thing, and half of the longer words of what it is about."""
    if claims["thing"] not in text:
        return f"“{claims['thing']}” does not stand in the passage"
    rest = text.replace(claims["thing"], " ").lower()
    long = {word[:4] for word in re.findall(r"[a-z]{5,}", claims["about"].lower())}
    found = {start for start in long if re.search(rf"\b{start}", rest)}
    return "" if 2 * len(found) >= len(long) else "the passage does not say what it is about"


_DONE = {
    "signed": r"sign(?:ed|s)",
    "nominated": r"(?:nominat|appoint|nominee|choice)\w*",
    "issued": r"(?:issued|signed)",
    "wrote": r"(?:wr\w+|author\w*|penned|published)",
}


def _act(claims: Mapping[str, str], text: str) -> str:
    """Whether the passage joins the person and the thing by the act, with nobody else between."""
    who, what = re.escape(_last(claims["person"])), re.escape(claims["thing"])
    done = _DONE[claims["act"]]
    forth = rf"{who}(?:’s|'s)?[^.;:]{{0,30}}\b{done}\b[^.;:,]{{0,30}}{what}"
    back = rf"{what}[^.;:]{{0,60}}\b{done}\b[^.;:,]{{0,30}} by (?:[A-Za-z.-]+ ){{0,5}}{who}"
    if not re.search(f"{forth}|{back}", text):
        return f"the passage does not join “{claims['person']}” to “{claims['thing']}”"
    return ""


def _act_in_news(claims: Mapping[str, str], text: str) -> str:
    """Whether the passage has the act's own word, and is of the government that the rule is of, by
    the letters alone."""
    act, told = acts()[claims["rule"]], claims["told"]
    if told not in text or not act.again.search(told):
        return f"no word of “{act.name}” stands where it was found"
    if act.level == "federal" and _STATE_BODY.search(text):
        return "the passage is of a state’s government"
    return ""


_STATE_BODY = re.compile(
    r"\b(?:[Gg]overnor|Gov\.|[Mm]ayor|[Ss]tate (?:[Ss]enate|[Hh]ouse|[Ll]egislature|[Cc]ourt|[Ss]upreme))\b"
)


def _decided(claims: Mapping[str, str], text: str) -> str:
    """Whether the passage has the case and what was decided, and no other case."""
    party = claims["case"].split(" v. ")[0].split()[0]
    if party not in text or claims["decided"] not in text:
        return f"“{claims['case']}” and what was decided do not stand together"
    others = {text[max(0, at.start() - 12) : at.end() + 12] for at in re.finditer(r" v\.? ", text)}
    named = claims["case"].split(" v. ")[-1][:6]
    if any(named not in other for other in others if " v. " in claims["case"]):
        return "another case stands in the passage"
    return ""


def _last(name: str) -> str:
    parts = [part for part in re.findall(r"[\w-]+", name) if part not in ("Jr", "Sr", "II", "III")]
    return parts[-1] if parts else name


FOUND_AGAIN = GateRule(
    "K2",
    "key-not-found-again",
    "Another way of reading the passage, which shares nothing with the first, does not give the key.",
    _found_again,
)
