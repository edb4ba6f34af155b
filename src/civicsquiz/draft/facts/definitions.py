"""Definitions: a term with the words that say what it is.

“Bail is a payment of money that …” / “executive privilege, the right to …,” / “Laws that … are called
sunshine laws.” / “The term politics refers to …” / “Framing occurs when …”. The slots are `term` and
`definition`, a noun phrase in the article's own words; with the slot `form` “when” it is a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.bank.check.words import singular
from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import genus
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import table
from civicsquiz.draft.language.quoted import inside

LONGEST = 600
"""Characters of a sentence that is looked at; no definition needs more."""

_CUES = (" is ", " are ", "called", "known as", "referred to as", "termed", " term ", " refers to ", " refer to ",
         " defined as ", "—", ", or ", ", a ", ", an ", ", the ", " when ", ": ", ", in which", ", which")  # fmt: skip

_LEAD = re.compile(
    r"(?:(?:However|In fact|Put (?:more )?simply|Simply put|As noted (?:earlier|above|previously)|Recall that|In general|Generally"
    r"|In short|Thus|Essentially|Basically|Technically|Finally|First|Second|Third|Another|Today|Sometimes|Often|By definition|In politics"
    r"|Broadly(?: speaking)?|In other words|Moreover|Furthermore),? )+"
)
_ASIDE = r"(?:, (?:on the other hand|in turn|however|then|by contrast|in contrast|therefore|for example|also|meanwhile),)?"
_ADVERB = r"(?:(?:generally|usually|typically|essentially|basically|often|sometimes|commonly|also|simply|formally|more formally|better|officially|now|most often|otherwise|frequently|then|popularly|collectively|informally) )?"
_CALLED = rf"{_ADVERB}(?:called|known as|referred to as|termed|described as|labeled)"

_IS = re.compile(rf"(?P<term>[A-Za-z][^,;:()—]{{2,50}}?)(?: \([A-Z]{{2,7}}s?\))?{_ASIDE} (?P<be>is|are|was|were) {_ADVERB}(?P<def>.+)")
_REFERS = re.compile(
    rf"(?:(?:The|A) (?:term|word|phrase|concept)(?: of)? )?(?P<term>[“\"]?[A-Za-z][^,;:()—]{{2,50}}?)(?: \([A-Z]{{2,7}}\))? {_ADVERB}"
    r"(?:refers? to|is (?:usually |generally |often )?(?:defined|understood) as|are (?:usually |generally )?defined as"
    r"|describes(?= (?:the|a|an) )|means(?= (?:the|a|an) )|denotes) (?P<def>.+)"
)
_WHEN = re.compile(r"(?P<term>[A-Za-z][^,;:()—]{2,50}?) (?:occurs|happens|takes place|arises) when (?P<def>.+)")
_NAMED = re.compile(
    rf"(?P<def>[A-Z][^;:()—]{{15,220}}?),? (?:is|are) {_CALLED} (?P<term>(?:an?|the)? ?[“\"]?[A-Za-z][^,;:()—.]{{2,40}})"
)
_CALLED_WHICH = re.compile(
    rf"\b(?P<genus>(?:an?|[Tt]he) (?:[\w-]+ ){{0,3}}?[\w-]+|[a-z]+s(?= (?:known|called))),? (?:{_CALLED}|such as|of) (?P<term>[“\"]?[a-z][a-z’' -]{{2,40}}[”\"]?),[”\"]? "
    r"(?P<rel>(?:in which|under which|by which|through which|whereby|which) .+)"
)
_CALLED_AFTER = re.compile(rf",? {_CALLED} (?P<term>(?:an?|the)? ?[“\"]?[a-z][a-z’' -]{{2,40}}?)(?=[,.;”\"]|$| (?:because|to|in|and) )")
_APPOSED = re.compile(r"(?<=[a-z\)])(?P<mark>, or |, |—|: )(?=(?:an?|the|any) [a-z])|(?<=[a-z\)])(?P<bare>, or |—|, )(?=[a-z-]+s? )")
_CUT = re.compile(
    r";|—|\s–\s|\s\(|:\s|,?\s(?:such as|including|like the|for example|for instance|e\.g\.|i\.e\.)\b|,\s(?:which|who|where|when|although|though|while|whereas|but|so|yet|because"
    r"|since|as|however|thus|usually|often|typically|sometimes|generally|especially|particularly|rather|not|even|with|if|unless|like|whether|also|except"
    r"|making|meaning|giving|allowing|leaving|thereby|at least|regardless|instead|an? (?:\w+ ){1,3}(?:used|that|which|in|of)"
    r"|and (?:it|they|he|she|this|these|is|are|was|has|have|can|also|often|usually|its|their|in|may|must)"
    r"|is|are|was|were|has|have|can|may|will|must|does|do|did|became|had|it|they|he|she|we)\b"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A definition within a sentence. `span` is where the definition stands, (-1, -1) where it was
    put together; `whole` that the sentence is about nothing else."""

    term: str
    term_span: tuple[int, int]
    definition: str
    span: tuple[int, int]
    form: str
    way: str


def extract(article: Article) -> Iterator[Fact]:
    """The definitions of an article."""
    for sentence in article.sentences:
        text = sentence.text
        if not _begins(text) or len(text) > LONGEST or not any(cue in text for cue in _CUES):
            continue
        for found in _definitions(sentence):
            if _names_somebody(article, sentence, found):
                continue
            yield _fact(article, sentence, found)
            break


def _begins(text: str) -> bool:
    """Whether a sentence begins like one. Some lose their last point to a note that followed it."""
    return text[:1].isupper() and not text.rstrip().endswith((":", ",", ";", "?"))


def _fact(article: Article, sentence: Sentence, found: _Found) -> Fact:
    base = sentence.start

    def slot(name: str, text: str, span: tuple[int, int]) -> Slot:
        start, end = span
        return Slot(name, text, base + start, base + end) if end > start >= 0 else Slot(name, text)

    slots = [slot("term", found.term, found.term_span), slot("definition", found.definition, found.span)]
    if found.form:
        slots.append(Slot("form", found.form))
    slots.append(Slot("way", found.way))
    return Fact(
        Frame.DEFINITION, article.card.id, tuple(slots), sentence.start, sentence.end, sentence.number
    )


def _names_somebody(article: Article, sentence: Sentence, found: _Found) -> bool:
    start, end = found.span
    for name in article.named(sentence):
        if name.kind is NameKind.PERSON and (start < 0 or start <= name.start < end):
            return True
    return False


def _definitions(sentence: Sentence) -> Iterator[_Found]:
    text = sentence.text
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
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
    yield from _apposed(sentence)


def _after_term(sentence: Sentence, match: re.Match[str], way: str) -> _Found | None:
    """“TERM is DEFINITION”."""
    term = genus.term_of(match["term"], opens=match.start("term") == 0 or match["term"][0].isupper())
    if not term or inside(sentence.quoted, match.start("def"), match.start("def") + 1):
        return None
    start = match.start("def")
    said, end = without_aside(sentence.text, start)
    if way == "when":
        if not _clause(said, term):
            return None
        return _Found(term, match.span("term"), said, (start, end), "when", way)
    if way == "is" and said.split(" ")[0].lower() not in ("a", "an", "the") and not genus.plural(term):
        return None
    known = table().term(term) is not None
    if way == "is" and match["term"].lower().startswith("the ") and not (known or said.startswith("the ")):
        return None
    if way == "is" and match["be"] in ("was", "were") and not known:
        return None
    definition = genus.defining(said, term, known=known)
    if not definition:
        return None
    stands = sentence.text[start : start + len(definition)] == definition
    return _Found(
        term, match.span("term"), definition, (start, start + len(definition)) if stands else (-1, -1), "", way
    )


def _clause(said: str, term: str) -> bool:
    """Whether a clause after “when” stands by itself."""
    words = said.split()
    return (
        5 <= len(words) <= 28
        and not genus.generic_dangling(said)
        and not genus.shares_words(term, said)
        and not stance.judging(said)
        and not any(mark in said for mark in "“”\"()[];:")
        and any((form := verbs.form(word)) and form.kinds & {"third", "base", "plural"} for word in words)
        and not any((form := verbs.form(word)) and form.kinds == {"past"} for word in words)
    )


def _known(term: str) -> bool:
    return table().term(term) is not None


def _named(sentence: Sentence, begin: int) -> Iterator[_Found]:
    """“DEFINITION is called TERM”, “DEFINITION, called TERM, …”."""
    text = sentence.text
    match = _NAMED.match(text, begin)
    if match:
        term = genus.term_of(match["term"])
        start, end = match.span("def")
        if text[start:end].startswith("Such "):
            start += 5
        said = text[start:end]
        definition = genus.defining(said[:1].lower() + said[1:], term, known=_known(term)) if term else ""
        if definition and not re.search(r", (?:and|but|so) |\b(?:this|these)\b", said):
            yield _Found(term, match.span("term"), definition, (start, end), "", "named")
            return
    for match in _CALLED_AFTER.finditer(text):
        before = re.search(r"(?:^|\b(?:of|is|are|in|by|for|through|to|create[ds]?|establish(?:ed|es)?|with|has|have|had|used|use) )((?:an?|the|[A-Z][a-z]+) [^,;:()—.]{10,160}|[A-Z][a-z]+ [^,;:()—.]{10,160})$", text[max(0, match.start() - 200) : match.start()])
        if not before or (match.start() > 200 and before.start() == 0):
            continue
        term = genus.term_of(match["term"])
        offset = max(0, match.start() - 200)
        start, end = offset + before.start(1), offset + before.end(1)
        said = text[start:end]
        said = said[:1].lower() + said[1:]
        definition = genus.defining(said, term, known=_known(term)) if term else ""
        if definition and not genus.ends_like_verb(said.split()[-1]):
            yield _Found(term, match.span("term"), definition, (start, end), "", "called")
            return


def _called_which(sentence: Sentence) -> Iterator[_Found]:
    """“a GENUS called TERM, which …”."""
    text = sentence.text
    for match in _CALLED_WHICH.finditer(text):
        term = genus.term_of(match["term"])
        kind = re.split(r" (?=(?:an?|the) )", match["genus"][:1].lower() + match["genus"][1:])[-1]
        if not term or match["genus"][0] == "T" and match.start() or match.start() and text[match.start() - 1] != " ":
            continue
        start = match.start("rel")
        end = definition_end(text, start)
        rel = text[start:end]
        if rel.split()[0] == "which" and not (
            (form := verbs.form(rel.split()[1])) and form.kinds & {"third", "base", "plural"}
        ):
            continue
        definition = genus.defining(f"{kind} {rel}", term, known=_known(term))
        if definition:
            yield _Found(term, match.span("term"), definition, (-1, -1), "", "which")
            return


_SUBORDINATE = frozenset(
    "if when while although though as because since once after before with in under until unless for at by on during despite without".split()
)
_NAMING = frozenset("concept idea practice power principle doctrine policy system process notion theory method tactic form act crime right".split())
_BOUNDARY = frozenset("of in by with through to from for as is are called known and or on using under via into that concept equate have has need include includes require requires involve involves was were between about than without against be been at during".split())


def _apposed(sentence: Sentence) -> Iterator[_Found]:
    """“TERM, a GENUS that …,” / “TERM—the …—” / “TERM, or …,”."""
    text = sentence.text
    for match in _APPOSED.finditer(text):
        mark = match["mark"] or match["bare"]
        if inside(sentence.quoted, match.start(), match.end()):
            continue
        term, span = _term_before(text, match.start(), mark)
        if not term or match["bare"] and mark == ", " and not (_known(term) or _several(text, match.end())):
            continue
        start = match.end()
        end = _apposition_end(text, start, mark)
        if end < 0:
            continue
        definition = genus.defining(text[start:end], term, short=mark != ", ", known=_known(term))
        if mark == ", or " and len(definition.split()) < 4:
            continue
        if definition and not _listed(text, match.start(), definition):
            yield _Found(term, span, definition, (start, start + len(definition)), "", f"apposed{mark.strip()}")
            return


def _several(text: str, start: int) -> bool:
    """Whether a plural genus begins at `start`: “, citizens … who”."""
    words = text[start:].split()[:6]
    return (
        bool(words) and words[0].endswith("s") and singular(words[0]) in genus.GENERA
        and bool({"who", "that", "which", "whose"} & set(words[1:]))
    )  # fmt: skip


def _listed(text: str, end: int, definition: str) -> bool:
    """Whether what looks like an apposition is one of a list: its beginning stands before it, too."""
    begins = " ".join(definition.split()[:2])
    head = genus.head_of(definition)
    again = [word for word in definition.split() if singular(word) == head]
    first = text.find(",") >= end and text.split(" ", 1)[0].lower() in _SUBORDINATE
    return begins in text[:end] or len(again) > 1 or first


def _term_before(text: str, end: int, mark: str) -> tuple[str, tuple[int, int]]:
    """The term that ends at `end`: all back to a word that no term has in it."""
    stretch = text[max(0, end - 80) : end]
    stretch = re.sub(r" \([A-Z]{2,7}\)$", lambda found: " " * len(found[0]), stretch).rstrip()
    words = list(re.finditer(r"\S+", stretch))
    taken: list[re.Match[str]] = []
    boundary = ""
    before = ""
    for at in range(len(words) - 1, -1, -1):
        word = words[at][0].lower()
        if taken and word.endswith("ing") and at and words[at - 1][0] in ("by", "of", "in", "without", "after", "before", "for"):
            boundary = "by"
            break
        if word in _BOUNDARY or word in ("a", "an", "the") or word[-1] in ",;:—" or word.endswith(("’s", "'s")) or _finite(words, at, taken):
            boundary, before = word, words[at - 1][0].lower() if at else ""
            if not at and end < 80 and words[at][0][0].isupper() and word not in ("a", "an", "the"):
                return "", (0, 0)
            break
        taken.insert(0, words[at])
        if len(taken) > 4:
            return "", (0, 0)
    if not taken or (not boundary and len(text) > 80 and end > 80):
        return "", (0, 0)
    if boundary in ("of", "against", "from", "for", "to") and before not in _NAMING | {""}:
        return "", (0, 0)
    if boundary in ("and", "or", "without", "than") or boundary[-1:] in (",", ":"):
        return "", (0, 0)
    offset = max(0, end - 80)
    start, last = offset + taken[0].start(), offset + taken[-1].end()
    if boundary == "the" and mark in (", ", ": ") and before not in ("is", "are", "called", "as") and not _known(text[start:last]):
        return "", (0, 0)
    return genus.term_of(text[start:last], opens=start == 0), (start, last)


def _finite(words: list[re.Match[str]], at: int, taken: list[re.Match[str]]) -> bool:
    """Whether a word before a term is a verb: “equate | democracy”."""
    form = verbs.form(words[at][0])
    return bool(taken) and form is not None and bool(form.kinds & {"past", "third", "participle"}) and words[at][0].islower()


def _apposition_end(text: str, start: int, mark: str) -> int:
    """Where an apposition that begins at `start` closes; -1 where that cannot be told."""
    if mark == ", or " and (comma := text.find(",", start)) > 0 and not re.match(r",\s(?:and|or)\b", text[comma:]):
        return comma if not re.search(r"[;:—(]", text[start:comma]) else -1
    if mark == "—":
        close = text.find("—", start)
        if close > 0:
            return close if not re.search(r"[;:]", text[start:close]) else -1
        return len(text) - 1
    cut = re.search(r";|—|\s\(|:\s", text[start:])
    last = start + cut.start() if cut else len(text.rstrip("”\" ")) - 1
    commas = [start + found.start() for found in re.finditer(",", text[start:last])]
    if not commas:
        return last
    if len(commas) == 1:
        follows = text[commas[0] + 1 :].split(maxsplit=1)[0]
        return commas[0] if follows not in ("and", "or") else last
    ahead = text[commas[-1] + 1 :].split(maxsplit=1)[0]
    if ahead in ("and", "or") and all(b - a < 40 for a, b in zip(commas, commas[1:], strict=False)):
        tail = text[commas[-1] + 1 : last].split()
        return last if len(tail) <= 6 else -1
    follows = text[commas[0] + 1 :].split(maxsplit=1)[0].lower()
    if follows in ("is", "are", "was", "were", "has", "have", "can", "may", "will", "must", "which", "with", "but", "although", "while", "to", "in", "by"):
        return commas[0]
    return -1


_SET_OFF = re.compile(r"—[^—]{3,90}—|, (?:including|such as|like|for example|usually|often|typically) [^,]{3,50},(?= (?:is|are|can|may|must|has|have|will)\b)")


def without_aside(text: str, start: int) -> tuple[str, int]:
    """What is said from `start` on, and where it ends, with what is set off inside it left out."""
    aside = _SET_OFF.search(text, start)
    first = definition_end(text, start)
    if aside and first == aside.start():
        end = definition_end(text, aside.end())
        return f"{text[start : aside.start()]} {text[aside.end() : end].strip()}", end
    return text[start:first], first


def definition_end(text: str, start: int) -> int:
    """Where what is said of a term from `start` on ends: before an aside, or with the sentence."""
    last = len(text.rstrip("”\"’ "))
    while last > start and text[last - 1] in ".!? ":
        last -= 1
    for found in _CUT.finditer(text, start):
        return min(found.start(), last)
    return last
