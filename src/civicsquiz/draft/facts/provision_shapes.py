"""Further ways in which a sentence says what a law does, told by plain patterns around its name.

“the passage of the Nineteenth Amendment granted …”, “the Thirteenth Amendment, abolishing slavery”,
“the 1787 Northwest Ordinance that banned …”, “Congress passed the … Act to …”. Each gives the verb, and
where what is said of the law stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts.subjects import Said, finite
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.clauses import predicate_end
from civicsquiz.draft.language.names import Name
from civicsquiz.draft.language.quoted import inside

ASIDE = (
    r"(?: \([^()]{1,60}\))?(?: (?:of|to) (?:the )?(?:U\.S\. |US |United States |original )?Constitution)?"
    r"(?: (?:of|in) Article [IVX]+(?:, Section \d+,?)?(?: of the (?:U\.S\. )?Constitution)?)?"
    r"(?: of the [A-Z][a-z]+(?:-[a-z]+)? Amendment)?(?: (?:in|of) (?:[A-Z][a-z]+ )?\d{4})?"
)
"""What may stand right behind the name of a law and belongs to it."""

_SET_OFF = rf"{ASIDE}(?:, (?:signed|passed|ratified|enacted|adopted|approved|also|which was|which is|commonly|often|one of|the) [^,;:“”\"]{{3,90}},)?"
_ADVERBS = r"(?: (?:also|then|later|further|finally|formally|expressly|explicitly|specifically|effectively|officially|legally|originally|first|thus))*"
_MADE = r"(?:passed|enacted|adopted|approved|ratified|signed|issued|drafted|passing|enacting|signing|issuing|adopting|ratifying)"
_TITLE = r"(?:[Tt]he |[Aa] )?(?:\d{4} |landmark )?(?:Title [IVX]+ of (?:the )?)?"

_PASSAGE = re.compile(
    r"\b(?:passage|ratification|adoption|enactment|signing|approval) of (?:the )?(?:\d{4} )?$"
)
_BEGINNING = re.compile(
    rf"^(?:(?P<lead>[A-Z][^,;:“”\"]{{1,80}}), |(?:But|And|Yet|Then|Thus|Later) )?{_TITLE}$"
)
_INNER = re.compile(
    rf"(?:\b(?:until|before|once|where|whereas|when|after|because|since|while|although|as)|[;:]|, and|, but|, so) {_TITLE}$"
)
_UNSAFE_LEAD = re.compile(
    r"(?:If|Although|Though|While|Unless|According|Whether|Unlike|Like|To|Some|Critics|Supporters|Many|Even)\b"
)
_VERB = re.compile(rf"{_SET_OFF}{_ADVERBS} (?=[a-z])")
_NAMED_BEFORE = re.compile(
    r"(?:Another|His|Her|Its|Their|A|An|The) (?:[\w’'-]+ ){0,4}(?:proposal|law|act|measure|plan|bill|legislation|reform|statute)"
)
"""Before the comma and the name that it is then called by."""
_VERB_BEHIND_COMMA = re.compile(rf"{ASIDE},{_ADVERBS} (?=[a-z])")
_WHICH = re.compile(rf"{ASIDE}, which{_ADVERBS} (?=[a-z])")
_MADE_BY = re.compile(
    r"\b(?:under|by|in|through|created|established|(?:part|portion|section|provisions?|draft|versions?|idea|opponents|supporters|aspects?) of) (?:the )?(?:\d{4} )?$"
)
_ING = re.compile(rf"{ASIDE}(?P<comma>,)? (?:thus |thereby |also )?(?P<verb>[a-z]+ing) ")
_THAT = re.compile(rf"{ASIDE} that{_ADVERBS} (?=[a-z])")
_KNOWN_AS = re.compile(
    rf"{ASIDE}, (?:an?|the) (?:[\w-]+ ){{0,4}}(?:law|act|measure|statute|bill|legislation|amendment|document|agreement|order|treaty|plan|proposal|decree)"
    rf"(?: of \d{{4}})? (?:that|which){_ADVERBS} (?=[a-z])"
)
_MADE_BEFORE = re.compile(rf"\b{_MADE} (?:into law )?(?:the |a )?(?:\d{{4}} )?$")
_TO = re.compile(rf"{ASIDE},? (?:in order )?to (?P<verb>[a-z]+) ")
_SO_THAT = re.compile(
    r"\b(?:so|such|argued|said|believed|claimed|claims|felt|feared|hoped|wanted|knew|meant|denied)\b[^.;]*$"
)
_CREATED = re.compile(
    r"^(?P<what>The [^,;:()“”\"]{5,60}), (?:also |originally |first |which was |which were )?(?:formally |later )?"
    r"(?P<done>created|established|formed|founded|authorized|abolished|introduced) (?:by|under|in|through) (?:the )?(?:\d{4} )?$"
)
_DENIED = re.compile(r"(?:\w+ )?(?:not|never|no longer|cannot)\b")


def more_of(sentence: Sentence, name: Name) -> Iterator[Said]:
    """What a sentence says of the law that it names, in the shapes above."""
    if inside(sentence.quoted, name.start, name.end):
        return
    text = sentence.text
    before = text[: name.begins]
    if stance.doubting(before) or stance.attributed(before) or _SO_THAT.search(before):
        return
    yield from _subject(sentence, name, before)
    yield from _behind(sentence, name, before)
    if (found := _CREATED.match(before)) and (form := verbs.form(found["done"])):
        yield Said(form.verb, found.start("what"), found.end("what"), "by")


def _subject(sentence: Sentence, name: Name, before: str) -> Iterator[Said]:
    """The law, or its passage, is what does it."""
    text = sentence.text
    passage = _PASSAGE.search(before)
    first = _BEGINNING.match(before)
    if first and first["lead"] and _UNSAFE_LEAD.match(first["lead"]):
        first = None
    inner = None if first else _INNER.search(before)
    called = first and _NAMED_BEFORE.fullmatch(first["lead"] or "")
    found = (_VERB_BEHIND_COMMA if called else _VERB).match(text, name.end)
    if not (passage or first or inner) or not found or _DENIED.match(text, found.end()):
        return
    verb = finite(text, found.end())
    if verb is None:
        return
    last = predicate_end(text, found.end(), sentence.quoted)
    if inner and (comma := text.find(", ", found.end(), last)) > 0:
        last = comma
    yield Said(verb, found.end(), last, "passage" if passage else "main")


def _behind(sentence: Sentence, name: Name, before: str) -> Iterator[Said]:
    """A participle, a clause or an aim behind the name says it."""
    text = sentence.text
    made = _MADE_BEFORE.search(before) or _PASSAGE.search(before)
    if found := _ING.match(text, name.end):
        form = verbs.form(found["verb"])
        ours = not found["comma"] or made or re.fullmatch(r"[Tt]he |.*, and the ", before)
        if form and "ing" in form.kinds and ours:
            yield Said(form.verb, found.start("verb"), _closed(sentence, found.end()), "ing")
    for pattern, shape in ((_THAT, "that"), (_KNOWN_AS, "that"), (_WHICH, "which")):
        found = pattern.match(text, name.end)
        verb = finite(text, found.end()) if found else None
        if not found or verb is None or verb.base == "be" or _DENIED.match(text, found.end()):
            continue
        if pattern is _KNOWN_AS or not _MADE_BY.search(before):
            yield Said(verb, found.end(), _closed(sentence, found.end()), shape)
    if made and (found := _TO.match(text, name.end)):
        form = verbs.form(found["verb"])
        if form and "base" in form.kinds:
            yield Said(form.verb, found.start("verb"), _closed(sentence, found.end()), "to")


def _closed(sentence: Sentence, start: int) -> int:
    """Where what stands behind a name ends: at its first comma, unless a list goes on behind it."""
    text = sentence.text
    last = predicate_end(text, start, sentence.quoted)
    for found in re.finditer(r", ", text[:last]):
        if found.start() <= start or inside(sentence.quoted, found.start(), found.start() + 1):
            continue
        rest = text[found.end() : last]
        listed = re.match(r"(?:[\w’'-]+(?: [\w’'-]+){0,4}, ){1,6}(?:and|or) |(?:and|or) ", rest)
        form = verbs.form(rest.split(" ", 1)[0].lower())
        if not listed or (form and form.kinds & {"past", "third"} and rest[:4] != "and "):
            return found.start()
    return last
