"""Who is beside words that are said: the speaker of a sentence, by form.

“… ,” said NAME / “…,” NAME told reporters / NAME, a senator, wrote on Monday: “…”. The name must be
the one that speaks. It is not in “a lawyer for NAME said”, “NAME’s office said”, “NAME and others said”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts.leading import called_by_office, leads
from civicsquiz.draft.language import verbs, words
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.language.tokens import tokens

_SPOKE = """said says stated states added adds argued argues explained explains noted notes announced declared declares
    replied responded remarked insisted warned warns testified observed observes concluded concludes
    acknowledged stressed emphasized asserted contended contends commented continued elaborated reiterated
    maintained predicted suggested recalled confirmed cautioned conceded"""
_WROTE = "wrote writes tweeted posted"
_TOLD = "told tells reminded assured informed"
SAID = "|".join([*_SPOKE.split(), *_WROTE.split()])
TOLD = "|".join(_TOLD.split())
_ALL = frozenset((*_SPOKE.split(), *_WROTE.split(), *_TOLD.split()))

_ADVERB = r"(?:(?:has|had|have|also|then|later|once|repeatedly|previously|publicly|famously|recently|further|himself|herself|an attorney) )*"
_PHRASE = (
    r"(?: (?:on|in|at|via|during|to|through|after|before|of|for|from|with|outside|by|upon|last"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\b[^“”\",;:]{0,60}){0,2}"
)
APPOSITION = r"(?: (?:of|with|from) (?!a\b|an\b|his\b|her\b)[^,“”\"]{3,70}?)?(?:,? \([^()“”\"]{1,20}\))?(?: [–—-] [^“”\"–—]{3,60} [–—-]|, (?!and\b|but\b|or\b|then\b|which\b|while\b)[^,“”\"]{2,90},){0,2}"
_SPEAKS = re.compile(
    rf"^{APPOSITION} {_ADVERB}(?:went on to (?:say|add)|(?P<said>{SAID})|(?:{TOLD})(?: [\w.’'&-]+){{1,6}}?)\b"
)
"""From the end of a name that stands before its verb."""
_LEADS_IN = re.compile(
    rf"^{APPOSITION} {_ADVERB}(?:went on to (?:say|add)|(?P<said>{SAID})|(?:{TOLD})(?: [\w.’'&-]+){{1,6}}?)"
    rf"(?P<phrase>{_PHRASE})(?: that,?|[,:]|(?P<partly> that (?:the|a|an)))? ?$"
)
"""From the end of a name to a quotation behind it: “ told reporters on Monday, ”."""
_SAID_BY = re.compile(rf"^ ?(?:{SAID}) ")
_BORROWED = re.compile(
    r"(?i)(?<!in a )(?<!in an )(?<!in his )(?<!in her )(?<!in the )(?<!in its )\b(?:claim|statement|argument|view|words|question|remark|allegation|assertion|accusation|report|response"
    r"|ruling|opinion)s? that$|\bquot|\baccording to\b|\bcit(?:ed|ing)\b|\brecall(?:ed|ing)\b"
)
_PASSED_ON = re.compile(
    r"(?i)\baccording to\b|\bquot(?:ed|es|ing)\b|\breading (?:aloud|from|out)\b"
)
_IN_THE_WORDS = re.compile(r"(?i)^in the words of (?:the |former |late )*$")
_SAYING_SO = re.compile(
    r"^ (?P<verb>[a-z]+)(?! not\b)(?: (?!who\b|whose\b|which\b|that\b|as\b|when\b|while\b|after\b|before\b|or\b)[^ ,;:“”\"]+){1,12}"
    r"(?:, (?:saying|adding|arguing|explaining)| by (?:saying|arguing|explaining))(?: that)?[,:]? ?$"
)
_ACCORDING = re.compile(r"According to (?:the )?")
_NAMED_ONLY = re.compile(rf"^{APPOSITION},? $")
_DENIED = re.compile(r"\b(?:not|never|denied|denies|n't|n’t)\b")
_LONGEST_BETWEEN = 240


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker beside words: whose, and how: `wrote` where they are written, `that` where
    “that” or a comma leads into them, so that they may be a clause that begins small, `partly` where its first words stand outside the marks. `before` says
    that the speaker stands before the words."""

    speaker: Name
    wrote: bool
    that: bool
    before: bool
    partly: bool = False


def attribution_of(
    sentence: Sentence, names: tuple[Name, ...], span: tuple[int, int]
) -> Attribution | None:
    """Who speaks the words in `span` (a quotation, with its marks); None where it is not certain."""
    text, (start, end) = sentence.text, span
    if by := _according(sentence, names, start):
        return by
    found: list[Attribution] = []
    for name in names:
        if name.kind is not NameKind.PERSON or inside(sentence.quoted, name.start, name.end):
            continue
        if name.end <= start and 0 < start - name.end <= _LONGEST_BETWEEN:
            if by := _ahead(sentence, names, name, start):
                found.append(by)
        elif (
            name.start >= end
            and _ends_like_speech(text, end)
            and (how := _behind(text, end, name)) is not None
        ):
            found.append(Attribution(name, _writes(how), False, False))
    if len({one.speaker.key for one in found}) != 1:
        return None
    return None if _second_verb(sentence) else found[0]


def announced(sentence: Sentence, names: tuple[Name, ...]) -> Attribution | None:
    """Who speaks in the quotation that a sentence with a colon at its end announces."""
    text = sentence.text
    if not text.endswith(":") or _second_verb(sentence):
        return None
    found = [
        by
        for name in names
        if name.kind is NameKind.PERSON and len(text) - name.end <= _LONGEST_BETWEEN
        if (by := _ahead(sentence, names, name, len(text)))
    ]
    return found[0] if len(found) == 1 else None


def _ahead(
    sentence: Sentence, names: tuple[Name, ...], name: Name, start: int
) -> Attribution | None:
    """The attribution to a name that stands before the words that begin at `start`."""
    text = sentence.text
    if _IN_THE_WORDS.match(text[: name.begins]) and _NAMED_ONLY.match(text[name.end : start]):
        return Attribution(name, False, False, True)
    if _went_on(text, name, start, names):
        return Attribution(name, False, True, True)
    match = _LEADS_IN.match(text[name.end + called_by_office(text, name) : start])
    if not match or not leads(text, name, 0):
        return None
    if not _plain(match[0], match["phrase"] or "", names, name, text):
        return None
    first = not any(span[1] <= name.start for span in sentence.quoted)
    comma = first and match[0].rstrip().endswith((",", ":"))
    that = comma or match[0].rstrip(", ").endswith(" that")
    return Attribution(name, _writes(match[0]), that, True, bool(match["partly"]))


def _went_on(text: str, name: Name, start: int, names: tuple[Name, ...]) -> bool:
    """Whether words are the subject's by “NAME defended the plan, saying, “…”."""
    match = _SAYING_SO.match(text[name.end : start])
    if not match or not leads(text, name, 0):
        return False
    if " and " in match[0] and any(name.end < one.start < start for one in names):
        return False  # “Miller left and Brown defended it, saying, …”
    form = verbs.form(match["verb"])
    return form is not None and bool(form.kinds & {"past", "third"})


def _according(sentence: Sentence, names: tuple[Name, ...], start: int) -> Attribution | None:
    """The attribution of “According to [the lawyer] NAME[, who …], “…”, all that is said being it."""
    text = sentence.text
    lead = _ACCORDING.match(text)
    if not lead or _count_speech(sentence):
        return None
    found = [
        name
        for name in names
        if name.kind is NameKind.PERSON
        and name.end < start
        and leads(text, name, lead.end())
        and _NAMED_ONLY.match(text[name.end : start])
    ]
    if len(found) != 1 or _PASSED_ON.search(outside(sentence)[lead.end() :]):
        return None
    return Attribution(found[0], False, True, True)


def speaks(text: str, name: Name, begin: int = 0) -> re.Match[str] | None:
    """The match of “[, apposition,] said” right behind a name that may be a subject; None else."""
    if not leads(text, name, begin):
        return None
    begins = name.end + called_by_office(text, name)
    return _SPEAKS.match(text[begins : begins + _LONGEST_BETWEEN])


def _behind(text: str, end: int, name: Name) -> str | None:
    """How NAME is said to have spoken behind a quotation that ends at `end`; None where it is not."""
    end += text.startswith(", ", end)
    between = text[end : name.begins]
    if len(between) > 100 or text[name.end : name.end + 1] in ("’", "'"):
        return None
    if match := _SAID_BY.match(between):
        if text[name.end :].startswith((" and ", ", and ")):
            return None
        return match[0] if leads(text, name, end + match.end()) else None
    if between.strip(" ") and not leads(text, name, end):
        return None
    introduced = "," in between and _introduces(between)
    if "," in between and not between.strip()[0].isupper() and not introduced:
        return None
    after = text[name.end : name.end + _LONGEST_BETWEEN]
    match = _SPEAKS.match(after.removeprefix(",") if introduced else after)
    return match[0] if match else None


def _introduces(between: str) -> bool:
    """Whether what stands between a quotation and a name is the name's office: “the treasurer, ”."""
    said = [token.lower for token in tokens(between)]
    return (
        said[0] == "the"
        and said[-1] == ","
        and bool((words.PERSON_NOUNS | words.TITLES) & set(said))
    )


def _ends_like_speech(text: str, end: int) -> bool:
    """Whether a quotation ends before its speaker as one does: with a comma, or a sentence's end."""
    inner = text[:end].rstrip("”\"’' ")
    return inner[-1:] in tuple(",.!?—") or text.startswith(", ", end)


def _plain(matched: str, phrase: str, names: tuple[Name, ...], speaker: Name, text: str) -> bool:
    """Whether what stands between a speaker and the words brings in no other speaker."""
    if _BORROWED.search(matched) or _DENIED.search(matched):
        return False
    first = speaker.end + len(matched) - len(phrase) - 1
    others = (n for n in names if n.kind is NameKind.PERSON and n.key != speaker.key)
    return not any(
        first <= n.start < speaker.end + len(matched)
        and "'s" in text[n.end : n.end + 2].replace("’", "'")
        for n in others
    )


def _second_verb(sentence: Sentence) -> bool:
    """Whether somebody else may be speaking in the sentence too, or words are passed on."""
    return bool(_PASSED_ON.search(outside(sentence))) or _count_speech(sentence) > 1


def _count_speech(sentence: Sentence) -> int:
    """How many verbs of saying stand outside its quotation marks."""
    return sum(
        1
        for token in sentence.tokens
        if token.lower in _ALL and not inside(sentence.quoted, token.start, token.end)
    )


def outside(sentence: Sentence) -> str:
    """A sentence without what it quotes."""
    text = sentence.text
    for start, end in reversed(sentence.quoted):
        text = text[:start] + " " + text[end:]
    return text


def _writes(said: str) -> bool:
    return any(word in _WROTE.split() for word in re.findall(r"\w+", said))
