"""Definitions: a term with the words that say what it is.

“Bail is a payment of money that …” / “executive privilege, the right to …,” / “Laws that … are called
sunshine laws.” / “The term politics refers to …” / “Framing occurs when …”. The slots are `term` and
`definition`, a noun phrase in the article's own words; with the slot `form` “when” it is a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.appositions import apposed
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.known_terms import clause, said_of_known
from civicsquiz.draft.facts.phrases import Found, definition_end, exact, known, without_aside
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.language.quoted import inside

LONGEST, MOST_WORDS = 600, 75
"""Characters and words of a sentence that is looked at: it is to be quoted whole."""

_LEAD = re.compile(
    r"(?:(?:However|In fact|Put (?:more )?simply|Simply put|As noted (?:earlier|above|previously)|Recall that|In general|Generally"
    r"|In short|Thus|Essentially|Basically|Technically|Finally|First|Second|Third|Another|Today|Sometimes|Often|By definition|In politics"
    r"|Broadly(?: speaking)?|In other words|Moreover|Furthermore),? )+"
)
_ASIDE = r"(?:, (?:on the other hand|in turn|however|then|by contrast|in contrast|therefore|for example|also|meanwhile),)?"
_ADVERB = r"(?:(?:generally|usually|typically|essentially|basically|often|sometimes|commonly|also|simply|formally|more formally|better|officially|now|most often|otherwise|frequently|then|popularly|collectively|informally) )?"
_CALLED = rf"{_ADVERB}(?:called|known as|referred to as|termed|described as|labeled)"

_IS = re.compile(
    rf"(?P<term>[A-Za-z][^,;:()—]{{2,50}}?)(?: \([A-Z]{{2,7}}s?\))?{_ASIDE} (?P<be>is|are|was|were) {_ADVERB}(?P<def>.+)"
)
_REFERS = re.compile(
    rf"(?:(?:The|A) (?:term|word|phrase|concept)(?: of)? )?(?P<term>[“\"]?[A-Za-z][^,;:()—]{{2,50}}?)(?: \([A-Z]{{2,7}}\))? {_ADVERB}"
    r"(?:refers? to|is (?:usually |generally |often )?(?:defined|understood) as|are (?:usually |generally )?defined as"
    r"|describes(?= (?:the|a|an) )|means(?= (?:the|a|an) )|denotes) (?P<def>.+)"
)
_WHEN = re.compile(
    r"(?P<term>[A-Za-z][^,;:()—]{2,50}?) (?:occurs|happens|takes place|arises) when (?P<def>.+)"
)
_NAMED = re.compile(
    rf"(?P<def>[A-Z][^;:()—]{{15,220}}?),? (?:is|are) {_CALLED} (?P<term>(?:an?|the)? ?[“\"]?[A-Za-z][^,;:()—.]{{2,40}})"
)
_CALLED_WHICH = re.compile(
    rf"\b(?P<genus>(?:an?|[Tt]he) (?:[\w-]+ ){{0,3}}?[\w-]+|[a-z]+s(?= (?:known|called))),? (?:{_CALLED}|such as|of) (?P<term>[“\"]?[a-z][a-z’' -]{{2,40}}[”\"]?),[”\"]? "
    r"(?P<rel>(?:in which|under which|by which|through which|whereby|which) .+)"
)
_CALLED_AFTER = re.compile(
    rf",? {_CALLED} (?P<term>(?:an?|the)? ?[“\"]?[a-z][a-z’' -]{{2,40}}?)(?=[,.;”\"]|$| (?:because|to|in|and) )"
)


_TRAILING = re.compile(r" (?:when|if|unless|because|so that|in exchange for) ")
_LONG = 18
"""What may be left out behind a definition that is whole without it, and from how many words on."""


def extract(article: Article) -> Iterator[Fact]:
    """The definitions of an article."""
    for sentence in article.sentences:
        text = sentence.text
        if not _begins(text) or len(text) > LONGEST:
            continue
        for found in _definitions(sentence):
            if len(text.split()) > MOST_WORDS:
                break
            if _names_somebody(article, sentence, found):
                continue
            yield _fact(article, sentence, found)
            break


def _begins(text: str) -> bool:
    """Whether a sentence begins like one. Some lose their last point to a note that followed it."""
    return text.lstrip("(")[:1].isupper() and not text.rstrip().endswith((":", ",", ";", "?"))


def _fact(article: Article, sentence: Sentence, found: Found) -> Fact:
    base = sentence.start

    def slot(name: str, text: str, span: tuple[int, int]) -> Slot:
        start, end = span
        return Slot(name, text, base + start, base + end) if end > start >= 0 else Slot(name, text)

    slots = [
        slot("term", found.term, exact(sentence.text, found.term_span, found.term)),
        slot("definition", found.definition, found.span),
    ]
    if found.form:
        slots.append(Slot("form", found.form))
    slots.append(Slot("way", found.way))
    return Fact(
        Frame.DEFINITION,
        article.card.id,
        tuple(slots),
        sentence.start,
        sentence.end,
        sentence.number,
    )


def _names_somebody(article: Article, sentence: Sentence, found: Found) -> bool:
    start, end = found.span
    for name in article.named(sentence):
        if name.kind is NameKind.PERSON and (start < 0 or start <= name.start < end):
            return True
    return False


def _definitions(sentence: Sentence) -> Iterator[Found]:
    text = sentence.text
    lead = _LEAD.match(text)
    begin = lead.end() if lead else text.startswith("(")
    for way, pattern in (("refers", _REFERS), ("is", _IS), ("when", _WHEN)):
        if way == "when" and " when " not in text:
            continue
        match = pattern.match(text, begin)
        if match and (found := _after_term(sentence, match, way)):
            yield found
            return
    if "called" in text or " as " in text or "termed" in text:
        yield from _named(sentence, begin)
        yield from _called_which(sentence)
    if ", in which" in text or ", which" in text or ", whereby" in text or ", under which" in text:
        yield from _called_which(sentence)
    yield from apposed(sentence)
    yield from said_of_known(sentence)


def _after_term(sentence: Sentence, match: re.Match[str], way: str) -> Found | None:
    """“TERM is DEFINITION”."""
    term = terms.term_of(
        match["term"], opens=match.start("term") == 0 or match["term"][0].isupper()
    )
    if not term or inside(sentence.quoted, match.start("def"), match.start("def") + 1):
        return None
    start = match.start("def")
    said, end = without_aside(sentence.text, start)
    if way == "when":
        if not clause(said, term):
            return None
        return Found(term, match.span("term"), said, (start, end), "when", way)
    if (
        way == "is"
        and said.split(" ")[0].lower() not in ("a", "an", "the", *genus.GENERA)
        and not terms.plural(term)
    ):
        return None
    in_table = known(term)
    if way == "is" and not in_table:
        specific = match["term"].lower().startswith("the ") and not said.startswith("the ")
        if specific or match["be"] in ("was", "were"):
            return None
    shorter = _TRAILING.search(said)
    wordings = (said[: shorter.start()], said) if shorter and len(said.split()) > _LONG else (said,)
    definition = next(
        filter(None, (genus.defining(one, term, known=in_table) for one in wordings)), ""
    )
    if not definition:
        return None
    stands = sentence.text[start : start + len(definition)] == definition
    return Found(
        term,
        match.span("term"),
        definition,
        (start, start + len(definition)) if stands else (-1, -1),
        "",
        way,
    )


def _named(sentence: Sentence, begin: int) -> Iterator[Found]:
    """“DEFINITION is called TERM”, “DEFINITION, called TERM, …”."""
    text = sentence.text
    match = _NAMED.match(text, begin)
    if match:
        term = terms.term_of(match["term"])
        start, end = match.span("def")
        if text[start:end].startswith("Such "):
            start += 5
        said = text[start:end]
        definition = (
            genus.defining(said[:1].lower() + said[1:], term, known=known(term)) if term else ""
        )
        if definition and not re.search(r", (?:and|but|so) |\b(?:this|these)\b", said):
            yield Found(term, match.span("term"), definition, (start, end), "", "named")
            return
    for match in _CALLED_AFTER.finditer(text):
        before = re.search(
            r"(?:^|\b(?:of|is|are|in|by|for|through|to|create[ds]?|establish(?:ed|es)?|with|has|have|had|used|use) )((?:an?|the|[A-Z][a-z]+) [^,;:()—.]{10,160}|[A-Z][a-z]+ [^,;:()—.]{10,160})$",
            text[max(0, match.start() - 200) : match.start()],
        )
        if not before or (match.start() > 200 and before.start() == 0):
            continue
        term = terms.term_of(match["term"])
        offset = max(0, match.start() - 200)
        start, end = offset + before.start(1), offset + before.end(1)
        said = text[start:end]
        said = said[:1].lower() + said[1:]
        definition = genus.defining(said, term, known=known(term)) if term else ""
        if definition and not genus.ends_like_verb(said.split()[-1]):
            yield Found(term, match.span("term"), definition, (start, end), "", "called")
            return


def _called_which(sentence: Sentence) -> Iterator[Found]:
    """“a GENUS called TERM, which …”."""
    text = sentence.text
    for match in _CALLED_WHICH.finditer(text):
        term = terms.term_of(match["term"])
        kind = re.split(r" (?=(?:an?|the) )", match["genus"][:1].lower() + match["genus"][1:])[-1]
        if (
            not term
            or (match["genus"][0] == "T" and match.start())
            or (match.start() and text[match.start() - 1] != " ")
        ):
            continue
        start = match.start("rel")
        end = definition_end(text, start)
        rel = text[start:end]
        if rel.split()[0] == "which" and not (
            (form := verbs.form(rel.split()[1])) and form.kinds & {"third", "base", "plural"}
        ):
            continue
        definition = genus.defining(f"{kind} {rel}", term, known=known(term))
        if definition:
            yield Found(term, match.span("term"), definition, (-1, -1), "", "which")
            return
