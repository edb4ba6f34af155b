"""How a sentence tells what was decided in a case: the closed list of its shapes.

Each finds the subject and what is said of it, by plain patterns around the case's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.draft.facts.subjects import finite
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.clauses import predicate_end
from civicsquiz.draft.language.quoted import Span, inside

COURT = (
    r"(?:[Tt]he |a divided |a unanimous )(?:U\.S\. |United States |US |Marshall |Taney |Warren |Burger |Rehnquist |Roberts )?"
    r"(?:Supreme )?[Cc]ourt(?! of)|[Tt]he (?:justices|high court)|[Aa] majority of (?:the )?(?:justices|Court|Supreme Court)"
)
_ADVERB = r"(?:(?P<adverb>unanimously|narrowly|later|also|again|ultimately|further|eventually|initially) )?"
_AFTER_NAME = r"\W{0,3}(?:\d+ U\.S\.[^(),]{0,12})?(?:\(?\d{4}\)?)?(?: (?:case|ruling|decision))?"
_IN = re.compile(
    r"^(?:[^,:;“\"]{0,60},? |[A-Z][^,:;“\"]{0,40}, )?[Ii]n (?:(?:the|a|an|its) (?:[a-z]+ )?(?:\d{4} )?(?:Supreme Court )?(?:case|ruling|decision)?(?: of| in| known as| called|,| (?:involving|concerning|about|regarding) [^,:;“\"]{3,50},)? ?|\d{4}(?:’s|'s) )?$"
)
_NOT_IN = re.compile(r"(?i)\b(?:as|like|than|unlike|except|unless|if|whether) (?:\w+ ){0,2}in ")
_CLAUSE = re.compile(
    rf"^{_AFTER_NAME}(?:, (?:decided|a|an|the|which) (?!Supreme|Court|court|justices|U\.S\. Supreme|majority of|high court)[^,]{{3,90}})?, "
)
_COURT_DOES = re.compile(rf"(?:{COURT}) {_ADVERB}(?P<verb>[a-z]+) ")
_JUSTICE_DOES = re.compile(
    r"(?P<who>(?:Chief |Associate )?Justice [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?:, writing for (?:a|the) (?:unanimous |)?(?:majority|Court)[^,]{0,30},)? "
    r"(?P<verb>wrote|argued|held|stated|explained|reasoned|concluded|declared) "
)
_CLEFT = re.compile(rf"^{_AFTER_NAME}(?: [a-z]+){{0,4}} that ")
_IT_WAS = re.compile(r"^It was (?:only |not until )?in (?:the )?(?:\d{4} )?(?:case of )?$")
_BY_COURT = re.compile(
    rf"(?:^|[,;] |\b(?:when|after|until|before|that|and|leading|led|prompting|as|because|since|1?[0-9]{{4}},) )(?:{COURT}|the [A-Z][a-z]+ Court) (?:to )?{_ADVERB}(?P<verb>[a-z]+),? "
    r"in (?:the )?(?:\d{4} )?(?:landmark )?(?:case (?:of )?)?$"
)
_THEN = re.compile(rf"^{_AFTER_NAME},? that(?= |, )[ ]?")
_WHEN = re.compile(rf"^{_AFTER_NAME}, when (?:for the first time,? )?(?={COURT})")
_BY_RULING = re.compile(r"\bby (?P<verb>ruling|holding|finding|deciding|declaring) (?=that )")
_WHEREBY = re.compile(rf"^{_AFTER_NAME}, (?:whereby|in which|where) ")
_DECISION = re.compile(
    r"(?:^|, )(?:(?:[Tt]he )?(?:U\.S\. )?(?:Supreme )?Court(?:’s|'s)|[Tt]he (?:\d{4} )?(?:U\.S\. )?Supreme Court|[Tt]he \d{4}) (?:(?:landmark|historic|unanimous) )?(?:\d{4} )?(?:Supreme Court )?(?:decision|ruling|opinion) in (?:the )?(?:\d{4} )?(?:case of )?$"
)
_MIDDLE = re.compile(
    rf"(?:^|[,;] |\b(?:when|after|until|before|that|and|as|because|since|1?[0-9]{{4}},|However,|Finally,) )(?:{COURT}),? in (?:the )?(?:\d{{4}} )?(?:landmark )?(?:case (?:of )?)?$"
)
_MIDDLE_DOES = re.compile(rf"^{_AFTER_NAME},? {_ADVERB}(?P<verb>[a-z]+) ")
_WHICH_DID = re.compile(
    rf"^{_AFTER_NAME}, (?:which|an? (?:\d{{4}} )?(?:landmark |historic |Supreme Court )*(?:case|ruling|decision) (?:that|which)) (?:(?:also|famously) )?(?=[a-z])"
)
_CASE_IS = re.compile(
    r"(?:Thus, |Later, |For example, )?(?:[Tt]he (?:landmark |historic )?(?:\d{4} )?(?:Supreme Court )?(?:case|ruling|decision)(?: of| in)? )?"
)
_DID_IN = re.compile(
    rf"(?:^|[,;] |\bwhen |\d{{4}},? )(?:{COURT}) {_ADVERB}(?P<verb>[a-z]+) (?P<rest>[^,;:“”\"()]{{12,220}}),? in (?:the )?(?:\d{{4}} )?(?:landmark )?(?:case (?:of )?)?$"
)
_THIS_CASE = re.compile(
    rf"^[Ii]n (?:this|that|the) (?:case|decision|ruling)(?:, [^,]{{4,90}})?, (?={COURT}|(?:Chief )?Justice [A-Z])"
)

RULING = frozenset(
    """rule hold decide find conclude determine declare affirm reaffirm establish uphold strike overturn reverse reject
    recognize extend limit narrow expand incorporate invalidate apply require order bar ban prohibit allow permit
    create set adopt articulate define side disagree void protect guarantee legalize end outlaw clarify
    confirm acknowledge announce state write argue explain grant deny block approve sustain nullify overrule
    lead pave make give open assert throw end desegregate extend""".split()
)
"""What a court does in a case."""


_NOT_A_CASE = frozenset("write argue explain state side give pave lead".split())
_SAME_VERB = re.compile(r"(?:is|was|has|had|were|are)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a case: who did it (`court`, the name of a justice, or empty where a whole clause
    is told), the verb, and where the text stands: behind the verb, or the whole clause."""

    shape: str
    who: str
    verb: verbs.Verb | None
    adverb: str
    start: int
    end: int


def told(text: str, start: int, end: int, spans: tuple[Span, ...]) -> Iterator[Told]:
    """What the sentence tells of the case whose name stands from `start` to `end`."""
    before, after = text[:start], text[end:]
    if (found := _BY_COURT.search(before)) and (then := _THEN.match(after)):
        yield from _by(text, found["verb"], found["adverb"], end + then.end(), spans, that=True)
    if _MIDDLE.search(before) and (found := _MIDDLE_DOES.match(after)):
        at = end + found.end()
        yield from _by(text, found["verb"], found["adverb"], at, spans)
    if (found := _WHICH_DID.match(after)) and (verb := finite(text, end + found.end())):
        at = end + found.end()
        if verb.base in RULING and verb.base not in _NOT_A_CASE and not _SAME_VERB.match(text, at):
            yield Told("case", "", verb, "", at, predicate_end(text, at, spans))
    if _IN.match(before) and not _NOT_IN.search(before) and (found := _CLAUSE.match(after)):
        yield from _clause(text, end + found.end(), spans)
    if found := _WHEN.match(after):
        yield from _clause(text, end + found.end(), spans, court=True)
    if _IT_WAS.match(before) and (found := _CLEFT.match(after)):
        yield from _clause(text, end + found.end(), spans, court=True)
    if found := _WHEREBY.match(after):
        yield from _clause(text, end + found.end(), spans)
    if _DECISION.search(before) or _CASE_IS.fullmatch(before):
        decision = bool(_DECISION.search(before)) or ("case" not in before and bool(before.strip()))
        yield from _subject(text, end, spans, decision=decision)
    if (found := _DID_IN.search(before)) and re.match(rf"{_AFTER_NAME}[.,;]", after):
        form = verbs.form(found["verb"])
        if (
            form
            and "past" in form.kinds
            and form.verb.base in RULING
            and " in " + found["rest"] != ""
        ):
            yield Told(
                "did",
                "court",
                form.verb,
                found["adverb"] or "",
                found.start("rest"),
                found.end("rest"),
            )


def in_this_case(text: str, spans: tuple[Span, ...]) -> Iterator[Told]:
    """What a sentence tells that begins with “In that case, …”."""
    if found := _THIS_CASE.match(text):
        yield from _clause(text, found.end(), spans, court=True)


def _clause(text: str, at: int, spans: tuple[Span, ...], *, court: bool = False) -> Iterator[Told]:
    """A clause: of the court, of a justice, or (unless it must be one of these) of anybody."""
    last = predicate_end(text, at, spans)
    ruling = _BY_RULING.search(text, at)
    if ruling and _COURT_DOES.match(text, at) and not inside(spans, *ruling.span()):
        yield from _by(text, ruling["verb"], "", ruling.end(), spans, ing=True)
    elif found := _COURT_DOES.match(text, at):
        yield from _by(text, found["verb"], found["adverb"], found.end(), spans)
    elif found := _JUSTICE_DOES.match(text, at):
        form = verbs.form(found["verb"])
        if form:
            yield Told("justice", found["who"], form.verb, "", found.end(), last)
    elif not court and not inside(spans, at, at + 1) and last - at < 240:
        yield Told("facts", "", None, "", at, last)


def _by(
    text: str,
    verb: str,
    adverb: str | None,
    at: int,
    spans: tuple[Span, ...],
    *,
    that: bool = False,
    ing: bool = False,
) -> Iterator[Told]:
    form = verbs.form(verb)
    if (
        form is None
        or not form.kinds & ({"ing"} if ing else {"past", "base"})
        or form.verb.base not in RULING
    ):
        return
    start = at
    for said in ("that ", "that"):
        if that and start == at and text[at - len(said) : at] == said:
            start = at - len(said)
    yield Told("court", "court", form.verb, adverb or "", start, predicate_end(text, at, spans))


def _subject(text: str, end: int, spans: tuple[Span, ...], *, decision: bool) -> Iterator[Told]:
    """The case, or the decision in it, as what does something."""
    found = re.match(rf"{_AFTER_NAME},? (?=[a-z])", text[end:])
    if not found:
        return
    at = end + found.end()
    verb = finite(text, at)
    if verb is None or verb.base not in RULING or text[at : at + 4] in ("was ", "is a"):
        return
    yield Told("decision" if decision else "case", "", verb, "", at, predicate_end(text, at, spans))
