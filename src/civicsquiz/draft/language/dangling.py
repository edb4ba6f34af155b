"""What a sentence leans on that stands outside it: rule S2.

A question is read by itself, months later. So it may hold no pronoun whose noun is elsewhere, no
“this ruling”, no “on Friday”, and no “the bill” of which only the article's reader knows which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.tokens import Token, tokens

_PRONOUNS = frozenset(
    """he she it they him them himself herself itself themselves i we you me us my our your mine ours yours
    myself ourselves yourself hers theirs it's he's she's they're we're i'm i've we've""".split()
)
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
"""Always of the clause that they stand in."""
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_POINTING = frozenset({"this", "these", "those", "such"})
_TIME = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|currently|recently|nowadays|now|ago|earlier|lately|so far"
    r"|at present|at the time|at that time|since then|by then|until then|meanwhile"
    r"|(?:last|this|next|past|following|previous|same|coming) "
    r"(?:day|week|month|year|night|summer|winter|fall|spring|decade|morning|evening|century|term)s?"
    r"|(?:on |last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:here|there (?!(?:is|are|was|were|has|have|had|can|may|will)\b)|above|below|aforementioned"
    r"|the (?:former|latter|other|others|same|said|above|following|one|ones|two|three|four)|respectively"
    r"|as follows|(?:an)?other (?:such|one)|one of them|some of them|both of them|likewise|also|too|instead|however"
    r"|therefore|thus|moreover|similarly|nevertheless|in turn|in fact|for example|for instance"
    r"|finally|first|second|third) ?(?=[,.?]|$)",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    """president vice-president constitution law government governments public country nation world media press
    people poor rich courts states state judiciary executive legislature economy military internet police framers
    founders colonists colonies union accused electorate voters presidency bench bar environment death
    vote majority minority past future time day house senate house's electors delegates federalists
    anti-federalists parties century 1700s 1800s 1900s 1920s 1930s 1940s 1950s 1960s 1970s 1980s 1990s 2000s 2010s
    right rights unemployed elderly disabled middle left budget deficit airwaves radio television sea air land
    market markets marketplace labor workforce blind deaf homeless wealthy needy innocent guilty dead living young old
    ballot ballots polls franchise party-system confederacy crown king monarch monarchy pope church clergy
    parliament cabinet speakership judges justices senators representatives legislators lawmakers sun moon earth
    web telephone telegraph post mail draft census treasury truth status-quo sabbath""".split()
)
"""Heads that a reader knows by themselves."""
_KNOWN_PHRASES = (
    "federal government", "national government", "state government", "executive branch",
    "legislative branch", "judicial branch", "death penalty", "electoral college", "popular vote",
    "federal courts", "supreme court", "lower house", "upper house", "american people",
    "free press", "local government", "state government", "state governments", "local governments", "federal budget", "common good",
    "general public", "states", "american public", "bill of rights", "founding fathers",
    "national debt", "armed forces", "mass media", "news media", "political parties",
    "two-party system", "separation of powers", "rule of law", "american revolution",
    "civil war", "cold war", "great depression", "income tax", "state legislatures", "national guard",
    "criminal justice system", "legal system", "court system", "judicial system", "political system",
    "federal judiciary", "national legislature", "state courts", "federal reserve", "slave trade", "money supply",
    "majority party", "minority party", "majority leader", "minority leader", "vice president", "vice presidency",
    "chief justice", "attorney general", "solicitor general", "presiding officer", "joint session",
    "united states", "national economy", "public domain", "status quo", "public good", "common defense",
    "general welfare", "military draft", "voting age", "national legislature", "white house", "upper chamber",
    "lower chamber", "legislative process", "budget process", "electoral votes", "public airwaves",
)  # fmt: skip
_ALONE = frozenset("of that who whom whose which where between against to".split())
"""Words after a noun that say which one is meant."""
_LOOSE = frozenset("in for on with by from at over under among about during".split())
_RANKING = re.compile(r"^(?:first|last|only|most|least|same|very|\w+est|\d+th|\d+st|\d+nd|\d+rd)$")


def dangling(text: str, *, own: bool = False) -> str:
    """The first word or phrase of `text` that leans on something outside it; empty where none does.

    With `own`, a possessive (“his”, “its”) is let pass: what it refers to is what the question asks.
    """
    if found := _TIME.search(text):
        return found[0]
    if found := _PLACE.search(text):
        return found[0].strip()
    said = tokens(text)
    for at, token in enumerate(said):
        if (
            token.lower in _PRONOUNS
            and token.text != "US"
            and not _numeral(said, at)
            and not _expletive(said, at)
            and not (own and token.lower in _REFLEXIVE)
            and not _answered(text, token)
        ):
            return token.text
        if token.lower in _POSSESSIVE and not own:
            return token.text
        if token.lower in _POINTING and not _closed(said, at):
            return token.text
        if token.lower == "that" and _points(said, at):
            return token.text
        if token.lower == "the" and (phrase := _loose(text, said, at)):
            return phrase
    return ""


def _numeral(said: Sequence[Token], at: int) -> bool:
    """“Article I”, “World War I”: a number and no pronoun."""
    return said[at].text == "I" and at > 0 and said[at - 1].capital


_JOINED = re.compile(
    r"\b(?:because|when|if|that|which|who|and|as|while|before|after|until|unless|since|where|whether|so|but|or|than)\b"
)
_ONE = re.compile(r"\b(?:an?|the|any|every|each|no) (?:[a-z-]+ ){0,3}[a-z-]{3,}\b")
_SEVERAL = re.compile(r"(?:^|\s)(?:[a-z]{3,}s|people|children|men|women|voters|members)\b")
_SOMEBODY = re.compile(
    r"\b(?:a|an|any|every|each) (?:[a-z-]+ ){0,2}(?:person|individual|defendant|man|woman|officer|president|suspect|judge|worker"
    r"|student|voter|candidate|member|citizen|governor|senator|official|speaker|employee|teacher|parent|prisoner|immigrant)\b"
)
_BACK = {
    "it": _ONE, "itself": _ONE, "they": _SEVERAL, "them": _SEVERAL, "themselves": _SEVERAL,
    "he": _SOMEBODY, "him": _SOMEBODY, "himself": _SOMEBODY, "she": _SOMEBODY,
    "her": _SOMEBODY, "herself": _SOMEBODY,
}  # fmt: skip
"""What a pronoun of a later clause may go back to, where that stands in the same text."""


def _answered(text: str, token: Token) -> bool:
    """Whether what a pronoun means stands before it in the text: “a job because it …”."""
    back = _BACK.get(token.lower)
    joined = [found.start() for found in _JOINED.finditer(text, 0, token.start)]
    return bool(back and joined and back.search(text, 0, joined[-1]))


def _expletive(said: Sequence[Token], at: int) -> bool:
    """“It is illegal to …”: nothing is meant by it."""
    ahead = [token.lower for token in said[at + 1 : at + 8]]
    if said[at].lower != "it" or not ahead:
        return False
    opens = ahead[0] in ("is", "was", "would", "takes", "took", "take", "makes", "made")
    return opens and ("to" in ahead or "that" in ahead)


def _closed(said: Sequence[Token], at: int) -> bool:
    """“those who”, “such as”: what is meant follows."""
    after = said[at + 1].lower if at + 1 < len(said) else ""
    if said[at].lower == "those":
        form = verbs.form(after)
        return after in ("who", "whose", "that", "of", "in", "with") or bool(
            form and "participle" in form.kinds
        )
    return said[at].lower == "such" and after in ("as", "a", "an") and after == "as"


def _points(said: Sequence[Token], at: int) -> bool:
    """Whether “that” points: at the beginning or after a preposition, and a noun follows; or after a verb,
    and the noun is all that follows, as in “controls that money and can …”."""
    before = said[at - 1].lower if at else ""
    after = said[at + 1].lower if at + 1 < len(said) else ""
    if after.removesuffix("'s") in {token.lower for token in said[:at]}:
        return False  # “a candidate with that candidate’s running mate”
    if before and verbs.form(before) and after.isalpha() and not said[at + 1].capital:
        return not verbs.form(after) and _is_all(said[at + 2 : at + 4])
    return (at == 0 or before in _LOOSE | {"of", "to", "after", "before"}) and after not in (
        "", "the", "a", "an",
    )  # fmt: skip


def _is_all(then: Sequence[Token]) -> bool:
    """Whether nothing more is said of the noun that stands before `then`."""
    if not then or not then[0].word:
        return True
    verb = then[1].lower if len(then) > 1 else ""
    return then[0].lower in ("and", "or", "but") and bool(verb in verbs.MODALS or verbs.form(verb))


def _loose(text: str, said: Sequence[Token], at: int) -> str:
    """“the bill”, where nothing says which; empty where something does, or nobody need ask."""
    words: list[Token] = []
    ahead: Token | None = None
    for token in said[at + 1 :]:
        if token.capital or token.number:
            return ""
        if not token.word or _ends(token, words):
            ahead = token
            break
        words.append(token)
    if not words:
        return ""
    phrase = " ".join(token.lower for token in words)
    if ahead is not None and (ahead.lower in _ALONE | _LOOSE or _told_apart(said, ahead)):
        return ""
    if any(_RANKING.match(token.lower) for token in words):
        return ""
    if any(phrase.endswith(known) for known in _KNOWN_PHRASES):
        return ""
    if (
        words[0].lower.removesuffix("'s") in _KNOWN
        and words[0].lower.endswith("'s")
        and len(words) < 4
    ):
        return ""  # “the president’s nominees”
    if len(words) == 1 and words[0].lower.removesuffix("'s") in _KNOWN:
        return ""
    return "the " + text[words[0].start : words[-1].end]


def _told_apart(said: Sequence[Token], ahead: Token) -> bool:
    """“the rate paid by companies”: a participle and what goes with it say which one is meant."""
    form = verbs.form(ahead.lower)
    if form is None or "participle" not in form.kinds:
        return False
    at = said.index(ahead)
    return at + 1 < len(said) and said[at + 1].lower in (
        "by",
        "to",
        "in",
        "of",
        "from",
        "for",
        "against",
    )


_STOPS = _ALONE | _LOOSE | frozenset(
    """and or but nor as than while when if because although though since until unless after before without
    within through toward into onto upon across along not also so is are was were be been being has have had
    do does did a an the his her its their cannot""".split()
) | verbs.MODALS  # fmt: skip


def _ends(token: Token, words: Sequence[Token]) -> bool:
    """Whether a noun phrase ends before `token`."""
    if token.lower in _STOPS:
        return True
    form = verbs.form(token.lower)
    return bool(words) and form is not None and bool(form.kinds & {"past", "third"})
