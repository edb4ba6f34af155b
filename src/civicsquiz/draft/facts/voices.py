"""Whose voice a line of an article is in: its own, or that of somebody whose claim it passes on.

“Miller said that …” / “According to the board, …” / “Officials said …” pass on a claim: of a person or
a body that is named, or of somebody who is not. A line in the article's own voice has no word of saying,
thinking or doubting in it, and none stands around it. Everything between is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.attribution import (
    APPOSITION,
    attribution_of,
    outside,
)
from civicsquiz.draft.facts.leading import called_by_office, leads
from civicsquiz.draft.facts.quotations import whole_name
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import balanced, quoted
from civicsquiz.draft.language.voicing import (
    COLOURED,
    GOES_ON,
    LEANING,
    LOOKS_BACK,
    PASSES_ON,
    POINTING,
    SAYING,
    TIMES,
)
from civicsquiz.draft.relevance import relevance

_REPORTING = 0.18
"""The share of sentences with a word of saying: of news a quarter at least, of a textbook a tenth."""
_LONGEST = 400
"""Characters of a line: no more fit beside others."""
LEAST, MOST = 9, 36
"""Words of a line that is offered to be chosen."""


class Voice(StrEnum):
    """In whose voice a line is."""

    OWN = "own"
    NAMED = "named"
    UNNAMED = "unnamed"
    QUOTED = "quoted"
    """That of somebody named, whose words stand in it in quotation marks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and its voice; `holder` is whose claim it passes on, as a name's key or, of somebody
    unnamed, in the article's words; `told` are the words that say so."""

    sentence: Sentence
    voice: Voice
    holder: str = ""
    told: str = ""


_VERBS = (
    r"said|says|stated|states|argued|argues|claimed|claims|contended|contends|insisted"
    r"|insists|asserted|asserts|maintained|maintains|announced|noted|explained"
    r"|indicated|acknowledged|added|remarked|mentioned|warned|warns|predicted|predicts"
    r"|testified|told|complained"
)
"""Verbs by which a line passes on what somebody says. Who accuses or orders does more than say."""
_ADJUNCT = r"(?:(?:On|In|At|During|After|Before|Late|Early|Last)\b[^,;:]{2,60}, )?"
_NOBODY = (
    r"(?:(?:[Aa]|[Aa]n|[Tt]he|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|[Mm]ultiple|[Uu]nnamed|[Aa]nonymous|[Ss]enior|[Tt]op|[Mm]edia|[Nn]ews|[Ll]ocal"
    r"|[Uu]nconfirmed|[Ff]ormer|U\.S\.|US|American|[Ff]ederal|[Ss]tate|[Mm]ilitary|[Gg]overnment|[Aa]dministration|[Cc]ongressional|[Ll]egal|[Hh]uman|[Cc]ivil|[Vv]oting|[Rr]ights|White House|State Department|Defense Department|Pentagon) )*"
)
_WHO = r"(?P<who>[Oo]fficials?|[Ss]ources?|[Rr]eports|[Cc]ritics|[Oo]pponents|[Ss]upporters|[Ee]xperts|[Aa]nalysts|[Oo]bservers|[Aa]ides?|[Dd]iplomats?|[Ii]nsiders?|[Oo]rganizers|[Ll]awmakers|[Aa]dvocates|[Aa]ctivists|[Ss]cholars|[Rr]esearchers|[Ll]awyers|[Ee]conomists|[Hh]istorians)"
_UNNAMED = re.compile(
    rf"^{_ADJUNCT}(?P<told>{_NOBODY}{_WHO} (?:(?:have|has|had|also) )*(?:said|say|says|claim|claimed|argue|argued|insist|insisted|contend|warn|warned|(?:{_VERBS}|note)(?= that )))\b"
)
_BY_UNNAMED = re.compile(rf"^(?P<told>According to {_NOBODY}{_WHO}), ")
_SPEAKS = re.compile(
    rf"^{APPOSITION} (?:(?:has|have|had|also|then|later|once|repeatedly|[a-z]{{3,9}}ly) )*(?P<verb>{_VERBS})"
    r"(?: (?:on |last )?[A-Z][a-z]+day(?: (?:morning|afternoon|evening|night))?)?(?: (?:in|at|during|via) (?:an?|his|her|its|the) [\w -]{3,40}?)?"
    r"(?:[^,;]{0,80} that |,? (?=(?:he|she|they|there)\b)|,? (?=(?:the|an?|it|his|her|its|their|no|all|some|every|many|most|[A-Z][\w.’'-]+) "
    r"(?:(?!that\b|which\b|who\b|whose\b)[^ ]+ ){0,10}?(?:would|will|could|can|may|might|must|should|is|was|are|were|has|had|have|did)\b)"
    r"|(?<= said) (?=(?:the|an?|it|his|her|its|their|no|all|some|every|many|most|[A-Z][\w.’'-]+) ))[^, ]"
)
"""From the end of a name on: who it is, the verb, when and where it was said, and the clause."""
_BY_NAMED = re.compile(r"^According to (?:the )?$")
_SPEAKERS = frozenset({NameKind.PERSON, NameKind.AGENCY, NameKind.ORGANIZATION, NameKind.COMMITTEE})
_CIVIC = 0.5
_PUBLIC = frozenset(
    {
        NameKind.COURT, NameKind.LEGISLATURE, NameKind.COMMITTEE, NameKind.AGENCY, NameKind.PARTY,
        NameKind.STATUTE, NameKind.AMENDMENT, NameKind.DOCUMENT, NameKind.OFFICE,
    }
)  # fmt: skip
"""What is named in a line that tells of public matters, and not of how somebody looked."""
_SOURCES = _SPEAKERS | {NameKind.OTHER}
"""What a line may be credited to by “according to”: any name, if it is not a law or a place."""


_LABEL = re.compile(r"(?:Q|A|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}): ")
_LABELS = 2
"""How often a paragraph may begin with a name and a colon, in what is no conversation."""
_COLON = re.compile(r":[ ]*\n")
_REACH = 600
"""So many characters behind a colon at the end of a line may be what it announces."""


def reports(article: Article) -> bool:
    """Whether an article is made of what people say, as news is, and not only touches on it. What is
    said in a conversation has no marks, so none of it is anybody's for certain."""
    labelled = sum(bool(_LABEL.match(one.text)) for one in article.sentences if not one.place)
    if labelled > _LABELS:
        return False
    said = sum(bool(PASSES_ON.search(one.text)) for one in article.sentences)
    return said >= _REPORTING * len(article.sentences)


def lines(article: Article) -> Iterator[Line]:
    """The sentences of an article whose voice is certain, and that are understood by themselves."""
    for sentence in article.sentences:
        text = sentence.text
        if (
            not sentence.whole
            or text.rstrip('”"')[-1:] != "."
            or not LEAST <= len(text.split()) <= MOST
        ):
            continue
        if (
            LEANING.match(text.removeprefix("But ").lstrip('“"'))
            or stance.blaming(text)
            or re.search(r"[‘\[\]:;]|\.\.\.|…", text)
        ):
            continue
        if sentence.quoted:
            line = _quoting(article, sentence)
        elif (
            POINTING.search(text.replace("US", ""))
            or re.search('[“”"]', text)
            or _amid(article, sentence)
        ):
            continue
        else:
            line = _passed_on(article, sentence) or _own(article, sentence)
        if line:
            yield line


def _amid(article: Article, sentence: Sentence) -> bool:
    """Whether a quotation is still open where a sentence begins."""
    block = article.document.block_at(sentence.start)
    before = article.document.text[block.start : sentence.start]
    spans = quoted(before)
    return bool(spans) and spans[-1][1] == len(before) and before.rstrip()[-1:] not in '”"'


def _quoting(article: Article, sentence: Sentence) -> Line | None:
    """A line with the words of somebody whom it names."""
    if not balanced(sentence.text) or len(PASSES_ON.findall(outside(sentence))) > 1:
        return None
    for span in sentence.quoted:
        by = attribution_of(sentence, article.named(sentence), span)
        if by and " " in by.speaker.key and by.speaker.key in article.names.people:
            return Line(sentence, Voice.QUOTED, by.speaker.key, "")
    return None


def _passed_on(article: Article, sentence: Sentence) -> Line | None:
    """A line that passes on one claim, and nothing else that is said."""
    text = sentence.text
    if len(PASSES_ON.findall(text)) != 1 or GOES_ON.search(text):
        return None
    if found := _UNNAMED.match(text) or _BY_UNNAMED.match(text):
        return Line(sentence, Voice.UNNAMED, found["who"], found["told"])
    for name in article.named(sentence):
        if name.kind in _SOURCES and (told := _told_by(article, text, name)):
            return Line(sentence, Voice.NAMED, name.key, told)
    return None


def _told_by(article: Article, text: str, name: Name) -> str:
    """The words that make a line a claim of NAME; empty where none do."""
    if name.kind is NameKind.PERSON and not (
        " " in name.key and (name.text == name.key or whole_name(article, name.key))
    ):
        return ""
    if _BY_NAMED.match(text[: name.begins]) and text[name.end :].startswith(", "):
        return text[: name.end]
    if name.kind not in _SPEAKERS or not leads(text, name, 0):
        return ""
    match = _SPEAKS.match(text[name.end + called_by_office(text, name) :])
    the = "the " if text[: name.begins].lower().endswith("the ") else ""
    return f"{the}{name.text} {match['verb']}" if match else ""


def _own(article: Article, sentence: Sentence) -> Line | None:
    """A line that is plainly told, amid others that are no claim which might go on in it."""
    text = sentence.text
    if (
        text.startswith("But ")
        or SAYING.search(text[0].lower() + text[1:])
        or stance.judging(text)
        or COLOURED.search(text)
    ):
        return None
    if text.startswith("The ") and dangling(TIMES.sub("", text.split(",")[0]), own=True):
        return None
    told = any(name.kind in _PUBLIC for name in article.named(sentence))
    if not (told or re.search(r"\d", text) or relevance(text) >= _CIVIC):
        return None
    if _COLON.search(article.document.text, max(0, sentence.start - _REACH), sentence.start):
        return None
    before, after = (_neighbour(article, sentence, step) for step in (-1, 1))
    if before and (before.quoted or PASSES_ON.search(before.text)):
        return None
    if after and LOOKS_BACK.match(after.text) and PASSES_ON.search(after.text):
        return None
    return Line(sentence, Voice.OWN)


def _neighbour(article: Article, sentence: Sentence, step: int) -> Sentence | None:
    """The sentence before or behind, of the same paragraph."""
    at = sentence.number + step
    if not 0 <= at < len(article.sentences):
        return None
    other = article.sentences[at]
    return other if other.paragraph == sentence.paragraph else None
