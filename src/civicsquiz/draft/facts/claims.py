"""What somebody is reported to have said, without quotation marks.

“Keynes argued that …” / “According to John Locke, an English philosopher, …” / “…, Gelernt said.” The
claim is its holder's, never the article's. It must be a whole clause that is understood by itself, and
the one that is reported in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.bank.models import Stance
from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.leading import called_by_office, leads
from civicsquiz.draft.facts.quotations import whole_name
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.anycase import AnyCase
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import balanced, inside
from civicsquiz.draft.language.stance import blaming
from civicsquiz.draft.language.tokens import Token, tokens

_VERBS = """said says stated states argued argues wrote writes noted notes explained explains warned warns announced
    declared contended contends maintained concluded concludes testified acknowledged emphasized stressed
    predicted believed believes reasoned asserted insisted proposed held observed"""
_SAYING = "|".join(_VERBS.split())
_ASIDE = r"(?:, (?!and\b|but\b|or\b|then\b|which\b|like\b|along\b|together\b|as well\b|with\b|unlike\b)[^,“”\"]{3,90},)?"
_PLACED = r"(?:,? (?:on|in|at|during|to|via) (?!that\b)[^,“”\":;]{2,50}?,?)?"
_CLAIMS = re.compile(
    rf"^(?P<aside>{_ASIDE}) (?:(?:has|have|had|then|once|again|recently|repeatedly|previously|formally|originally|publicly|famously|later) )*"
    rf"(?P<said>(?:{_SAYING})|told (?!that\b)[\w.’'& -]{{2,40}}?(?= that ))(?:{_PLACED} (?P<that>that )| (?:on [A-Z]\w+day,? )?(?!that\b|on [A-Z]))(?P<clause>[^ ].*)$",
    re.DOTALL,
)
"""From the end of a name on: “[, an economist,] argued [in 1936] that …”."""
_WITH_OBJECT = frozenset(
    """wrote writes noted notes explained explains emphasized stressed proposed held observed acknowledged declared
    announced maintained contended""".split()
)
"""Verbs that may have a thing behind them, “wrote a letter”, where no “that” follows."""
_ACCORDING = re.compile(r"(?i)^according to (?:the )?$")
_ACCORDING_BEHIND = re.compile(r"(?i), according to (?:the )?$")
_SAID_BEHIND = re.compile(rf"^ (?:{_SAYING})\.$")
_COMMA_BEFORE = re.compile(r", $")
_ADJUNCT = re.compile(
    r"(?:In|On|At|During|After|Before|By|Later|Earlier|Since|Writing|Explaining)\b[^,;:]{0,80}, $"
)
"""What may stand before the speaker without making the claim depend on it."""
_SUBORDINATE = re.compile(r"(?i)(?:as|while|even|still|so|yet)\b")
_CUT = re.compile(
    r"(?:,? (?:which|who|whose|while|whereas|although|though|but|adding|citing|noting|saying|calling|referring|despite"
    r"|because of which)\b|, (?:and (?:that )?(?:he|she|it|they)\b|with \w+ing|as \w+|so\b)|;|\s[—–-]{1,2}\s|—)"
)
_ANOTHER = AnyCase(
    r"\b(?:said|says|told|according to|argued|argues|claimed|claims|wrote|stated|reported(?:ly)?|alleged(?:ly)?|denied|testified"
    r"|insisted|asked|warned|announced|believed?|believes)\b"
)
"""A second speaker, or a second claim."""
_STARTS_CLAUSE = frozenset(
    "the a an all any no every each some many most few both states people citizens there".split()
)
_NEVER = re.compile(
    r"^(?:[“\"]|the (?:law|bill|court|president|government|state|country|nation|party|administration|house|senate|governor|ruling)\b"
    r"|(?:and|but|so|yet|or|also|still|however|instead|meanwhile|then|thus|therefore|it|he|she|they|this|that|these|those|such|there|what|who|how|why|if|when|whether)\b)",
    re.IGNORECASE,
)
"""What a clause may not begin with: words that mean something in particular, or nothing by themselves."""
_ASKED = frozenset({NameKind.PERSON, NameKind.AGENCY, NameKind.ORGANIZATION, NameKind.COMMITTEE})
_LONGEST = 1_500
"""Characters of a sentence; longer ones are lists or no sentences."""
LEAST, MOST = 6, 30
"""Words of a claim."""


def extract(article: Article) -> Iterator[Fact]:
    """The claims of an article whose holder is certain."""
    for sentence in article.sentences:
        if (
            len(sentence.text) > _LONGEST
            or not sentence.whole
            or not _ANOTHER.search(sentence.text)
        ):
            continue
        for name in article.named(sentence):
            if name.kind not in _ASKED or inside(sentence.quoted, name.start, name.end):
                continue
            found = _led(sentence, name) or _according(sentence, name) or _trailed(sentence, name)
            if found and (fact := _fact(article, sentence, name, found)):
                yield fact
                break


def _led(sentence: Sentence, name: Name) -> tuple[str, int, int] | None:
    """The verb and the clause of “NAME argued that …”."""
    text = sentence.text
    lead = text[: name.begins]
    office = called_by_office(text, name)
    if (
        not office
        and lead.lower() not in ("", "the ", "but ", "and ", "but the ")
        and not _ADJUNCT.fullmatch(lead.removesuffix("the "))
        and ("," in lead or _SUBORDINATE.match(lead) or not leads(text, name, 0))
    ):
        return None
    begins = name.end + office
    match = _CLAIMS.match(text[begins:])
    if not match:
        return None
    start = begins + match.start("clause")
    if not match["that"] and (match["said"] in _WITH_OBJECT or not _opens_clause(text[start:])):
        return None
    return match["said"], start, _end(sentence, start)


def _according(sentence: Sentence, name: Name) -> tuple[str, int, int] | None:
    """The clause of “According to NAME, …”."""
    text = sentence.text
    if not _ACCORDING.match(text[: name.begins]):
        return None
    match = re.match(rf"(?:{_ASIDE}|,)(?<=,) ", text[name.end :])
    if not match:
        return None
    start = name.end + match.end()
    return "said", start, _end(sentence, start)


def _trailed(sentence: Sentence, name: Name) -> tuple[str, int, int] | None:
    """The clause of “…, NAME said.” and “…, according to NAME.”"""
    text = sentence.text
    before = text[: name.begins]
    if match := _ACCORDING_BEHIND.search(before):
        if not re.fullmatch(r"\.|, [^,“”\"]{3,90}\.", text[name.end :]):
            return None
    else:
        match = _COMMA_BEFORE.search(before)
        if not match or not _SAID_BEHIND.match(text[name.end :]):
            return None
    end = match.start()
    return ("said", 0, end) if end and _end(sentence, 0) >= end else None


def _opens_clause(text: str) -> bool:
    """Whether words right behind “said” begin a clause, so that “that” is only left out."""
    said = tokens(text[:80])
    if len(said) < 3:
        return False
    return said[0].lower in _STARTS_CLAUSE or (said[0].capital and said[0].lower != "i")


def _end(sentence: Sentence, start: int) -> int:
    """Where a clause ends: where an aside begins, or with the sentence."""
    text = sentence.text
    last = len(text.rstrip())
    last -= text[last - 1 : last] in (".", "!", "?")
    for match in _CUT.finditer(text, start):
        if match.start() >= last:
            break
        if not inside(sentence.quoted, match.start(), match.end()):
            if "," in text[match.end() : last] and match[0].lstrip(", ") in (
                "which",
                "who",
                "whose",
            ):
                return -1
            return match.start()
    return last


def _fact(
    article: Article, sentence: Sentence, name: Name, found: tuple[str, int, int]
) -> Fact | None:
    said, start, end = found
    text = sentence.text
    clause = text[start:end].strip(" ,") if end > start else ""
    whole = name.kind is not NameKind.PERSON or " " in name.key
    if not whole or not clear(clause) or _elsewhere(sentence, name, start, end):
        return None
    begin = start + text[start:end].index(clause)
    slots = (
        Slot("holder", name.key),
        Slot("said", said),
        Slot("claim", clause, sentence.start + begin, sentence.start + begin + len(clause)),
        Slot("kind", name.kind.value),
    )
    also: tuple[tuple[int, int], ...] = ()
    if name.text != name.key and (whole_at := whole_name(article, name.key)):
        also = (whole_at,)
    return Fact(
        Frame.CLAIM, article.card.id, slots, sentence.start, sentence.end, sentence.number,
        Stance.ATTRIBUTED, name.key, also,
    )  # fmt: skip


def clear(clause: str) -> bool:
    """Whether a clause says something that is understood without what stood around it, and passes
    nobody else's words on."""
    if not LEAST <= len(clause.split()) <= MOST or _NEVER.match(clause) or not balanced(clause):
        return False
    if _ANOTHER.search(clause) or blaming(clause) or re.search(r"\[|\d{2}", clause):
        return False
    return not leaning(clause) and _finite(clause)


_PLURAL_BEFORE = re.compile(
    r"\b(?:people|citizens|states|voters|\w{4,}[^s]s|women|men)\b", re.IGNORECASE
)


def leaning(clause: str) -> str:
    """The word of a clause that leans on something outside it. “They” may mean a plural before it."""
    for match in re.finditer(r"\b(?:they|them|their)\b", clause):
        if _PLURAL_BEFORE.search(clause[: match.start()]):
            clause = (
                clause[: match.start()]
                + "x" * (match.end() - match.start())
                + clause[match.end() :]
            )
    return dangling(clause, own=True) or _early_possessive(clause)


def _early_possessive(clause: str) -> str:
    found = re.match(r"(?:[\w’'-]+ ){0,2}(its|their|his|her)\b", clause, re.IGNORECASE)
    return found[1] if found else ""


def _finite(clause: str) -> bool:
    """Whether a subject and a finite verb are in a clause, the verb not first."""
    said = tokens(clause)
    for at, token in enumerate(said):
        form = verbs.form(token.lower)
        finite = form is not None and form.kinds & {"past", "third", "plural"}
        if (
            at
            and form is not None
            and "base" in form.kinds
            and said[at - 1].lower in _MANY | _plural(said[at - 1])
        ):
            return True
        if at and not token.capital and (finite or token.lower in verbs.MODALS):
            return True
    return False


_MANY = frozenset("people women men children we you they police".split())


def _plural(token: Token) -> frozenset[str]:
    """The word itself where it looks like a plural."""
    lower = token.lower
    return (
        frozenset({lower})
        if lower.endswith("s") and not lower.endswith(("ss", "us", "'s"))
        else frozenset()
    )


def _elsewhere(sentence: Sentence, name: Name, start: int, end: int) -> bool:
    """Whether somebody else speaks in what stands around a claim."""
    text = sentence.text
    if start < name.start:
        return len(_ANOTHER.findall(text[name.end :])) > 1
    before = text[: name.begins]
    own = "" if _ACCORDING.match(before) else before
    return _ANOTHER.search(own + " " + text[end:]) is not None
