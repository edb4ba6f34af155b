"""Definitions: a term with the words that say what it is.

“Bail is a payment of money that …” / “executive privilege, the right to …,” / “Laws that … are called
sunshine laws.” / “The term politics refers to …” / “Framing occurs when …”. The slots are `term` and
`definition`, a noun phrase in the article's own words; with the slot `form` “when” it is a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.appositions import apposed
from civicsquiz.draft.facts.definition_names import called_which, named
from civicsquiz.draft.facts.definition_shapes import shaped
from civicsquiz.draft.facts.definition_terms import broken_off, is_term, names_somebody
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.known_terms import clause, said_of_known
from civicsquiz.draft.facts.phrases import Found, exact, known, without_aside
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.table import table

LONGEST, MOST_WORDS = 600, 75
"""Characters and words of a sentence that is looked at: it is to be quoted whole."""

_LEAD = re.compile(
    r"(?:(?:However|In fact|Put (?:more )?simply|Simply put|As noted (?:earlier|above|previously)|Recall that|In general|Generally"
    r"|In short|Thus|Essentially|Basically|Technically|Finally|First|Second|Third|Another|Today|Sometimes|Often|By definition|In politics"
    r"|Formally|On the other hand|In contrast(?: to [a-z ]{4,40})?|By contrast|Unlike [a-z ]{4,40}|Traditionally|Historically|Broadly(?: speaking)?|In other words|Moreover|Furthermore),? )+"
)
_ASIDE = r"(?:, (?:on the other hand|in turn|however|then|by contrast|in contrast|therefore|for example|also|meanwhile),)?"
_ADVERB = r"(?:(?:generally|usually|typically|essentially|basically|often|sometimes|commonly|also|simply|formally|more formally|better|officially|now|most often|otherwise|frequently|then|popularly|collectively|informally) )?"

_IS = re.compile(
    rf"(?P<term>[A-Za-z][^,;:()—]{{2,50}}?)(?: \([A-Z]{{2,7}}s?\))?{_ASIDE} (?P<be>is|are|was|were) {_ADVERB}(?:both )?(?P<def>.+)"
)
_REFERS = re.compile(
    rf"(?:(?:The|A) (?:term|word|phrase|concept)(?: of)? )?(?P<term>[“\"]?[A-Za-z][^,;:()—]{{2,50}}?)(?: \([A-Z]{{2,7}}\))? {_ADVERB}"
    r"(?:refers? to|is (?:usually |generally |often )?(?:defined|understood) as|are (?:usually |generally )?defined as"
    r"|describes(?= (?:the|a|an) )|means(?= (?:the|a|an) )|denotes) (?P<def>.+)"
)
_WHEN = re.compile(
    r"(?P<term>[A-Za-z][^,;:()—]{2,50}?) (?:occurs|happens|takes place|arises) when (?P<def>.+)"
)


_TRAILING = re.compile(r" (?:when|if|unless|because|so that|in order to|in exchange for) ")
_FURTHER = re.compile(r" that (?!.* that )")
"""What may go where a definition is too long."""
_LONG = 18
"""What may be left out behind a definition that is whole without it, and from how many words on."""


def extract(article: Article) -> Iterator[Fact]:
    """The definitions of an article."""
    for sentence in article.sentences:
        text = sentence.text
        if not _begins(text) or len(text) > LONGEST:
            continue
        for found in (*_definitions(sentence), *_without_brackets(sentence)):
            if len(text.split()) > MOST_WORDS:
                break
            if names_somebody(article, sentence, found) or not is_term(article, sentence, found):
                continue
            if broken_off(text, found):
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


_BRACKET = re.compile(r" \([^()]{1,120}\)|\(s\)")


def _without_brackets(sentence: Sentence) -> Iterator[Found]:
    """The definitions of a sentence read without what stands in brackets in it."""
    text = sentence.text
    plain = _BRACKET.sub("", text)
    if plain == text or not plain.strip():
        return
    for found in _definitions(replace(sentence, text=plain)):
        at = text.lower().find(found.term.lower())
        start = text.find(found.definition)
        yield replace(
            found,
            term_span=(at, at + len(found.term)),
            span=(start, start + len(found.definition)) if start >= 0 else (-1, -1),
        )


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
        yield from named(sentence, begin)
        yield from called_which(sentence)
    if ", in which" in text or ", which" in text or ", whereby" in text or ", under which" in text:
        yield from called_which(sentence)
    yield from shaped(sentence, begin)
    yield from apposed(sentence)
    yield from said_of_known(sentence)


def _needs(term: str, short: str, whole: str) -> bool:
    """Whether what is left out of a definition has a word of what the table says of the term: bail is
    paid “in exchange for release”."""
    entry = table().term(term)
    if entry is None:
        return False
    left = genus.telling(whole) - genus.telling(short)
    return not left.isdisjoint(genus.telling(entry.about))


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
        shorter = _TRAILING.search(said)
        if shorter and not clause(said, term):
            said, end = said[: shorter.start()], start + shorter.start()
        if not clause(said, term):
            return None
        return Found(term, match.span("term"), said, (start, end), "when", way)
    if (
        way == "is"
        and said.split(" ")[0].lower() not in ("a", "an", "the", "someone", "anyone", *genus.GENERA)
        and not terms.plural(term)
    ):
        return None
    in_table = known(term)
    if way == "is" and not in_table:
        specific = match["term"].lower().startswith("the ") and not said.startswith("the ")
        if specific or match["be"] in ("was", "were"):
            return None
    shorter = _TRAILING.search(said)
    wordings: tuple[str, ...] = (said,)
    if shorter and len(said.split()) > _LONG:
        short = said[: shorter.start()]
        wordings = (said,) if _needs(term, short, said) else (short, said)
    further = _FURTHER.search(said)
    if further and len(said.split()) > genus.MOST:
        wordings = (*wordings, said[: further.start()])
    definition = next(
        filter(
            None,
            (
                genus.defining(one, term, known=in_table, near=in_table, doing=way == "refers")
                for one in wordings
            ),
        ),
        "",
    )
    if not definition or (definition != said and _needs(term, definition, said)):
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
