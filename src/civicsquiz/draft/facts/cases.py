"""Court cases: when they were decided, and what was decided in them.

“In Near v. Minnesota (1931), the Supreme Court ruled that …”. Only where one case is named in the
sentence, and where the civics table, if it knows the case, agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.case_shapes import Told, in_this_case, told
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import known as familiar
from civicsquiz.draft.facts.predicates import unowned, unquoted
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import balanced
from civicsquiz.draft.table import Case, table

_YEAR_AFTER = re.compile(r"^,?\s*(?:\d+ U\.S\. [\d_]+ )?\(?(?:[^()]{0,30}\b)?((?:1[789]|20)\d\d)\)")
_YEAR_BEFORE = re.compile(
    r"\b((?:1[789]|20)\d\d)\s+(?:[Ss]upreme [Cc]ourt\s+|landmark\s+|U\.S\.\s+)*"
    r"(?:(?:case|ruling|decision|opinion|judgment)\s*(?:of|in|,)?\s*)?$"
)
_FIRST = re.compile(r"\b(?:we|our|us|I|my|you|your)\b")
_SECOND = re.compile(
    r",? (?:although|though|on the grounds? that|arguing|saying|reasoning)\b"
    r"|, (?:while|but|because|stating|finding|noting|citing|asserting|effectively|a process|ending|giving|did|does|was|were|is|are|has|had|will|would|could|led|left|made|which|whose|in which|where)\b"
)
"""Where something else begins than what was decided."""
_A_LAW = re.compile(
    r"\b(?:by|in|under|of|with) the (?:law|act|statute|case)\b(?! (?:that|which|of))|\bthe \d{4} (?:law|act|decision|case|ruling|statute)\b|\bthe [A-Z]\w+ (?:decision|test|ruling)$"
)
"""What only a reader of the article can tell: “the 1993 law”."""
_ITS_OWN = re.compile(r"^its(?: own)?\b|\bits own\b")
_GOES_ON = re.compile(r", (?:[\w’'-]+ ){0,6}[\w’'-]+,? (?:and|or) ")
_LEAST, _MOST = 3, 34
_LONGEST = 900
"""Characters of a sentence: what is longer is a table or a list."""


def extract(article: Article) -> Iterator[Fact]:
    """The cases of an article, with their years and what was decided."""
    before: tuple[Sentence, Name] | None = None
    for sentence in article.sentences:
        text = sentence.text
        cases = []
        if len(text) > _LONGEST:
            continue
        if " v" in text or "Ex parte" in text or "In re" in text:
            cases = [name for name in article.named(sentence) if name.kind is NameKind.CASE]
        if not cases:
            if before and before[0].paragraph == sentence.paragraph and sentence.whole:
                yield from _of_last(article, sentence, *before)
            before = None
            continue
        before = None
        if len({name.key for name in cases}) != 1:
            continue
        name = cases[0]
        before = (sentence, name)
        year = _year(sentence, name)
        known = table().case(name.text)
        if known is not None and year and known.year and int(year) != known.year:
            continue
        if year and sentence.whole:
            yield _dated(article, sentence, name, year, known)
        for one in told(text, name.start, name.end, sentence.quoted):
            yield from _fact(article, _Place(sentence, name, year, known), one)


def _of_last(article: Article, sentence: Sentence, before: Sentence, name: Name) -> Iterator[Fact]:
    """“In that case, …”, where the sentence before names one case only."""
    for one in in_this_case(sentence.text, sentence.quoted):
        span = (before.start, before.end)
        yield from _fact(article, _Place(sentence, name, "", table().case(name.text), span), one)


def _year(sentence: Sentence, name: Name) -> str:
    """The year that stands beside a case; empty where none does, or two."""
    text = sentence.text
    after = _YEAR_AFTER.match(text[name.end :])
    before = _YEAR_BEFORE.search(text[: name.start])
    found = {each[1] for each in (after, before) if each}
    return found.pop() if len(found) == 1 else ""


def _dated(article: Article, sentence: Sentence, name: Name, year: str, known: Case | None) -> Fact:
    base = sentence.start
    slots = (
        Slot("case", _called(name, known), base + name.start, base + name.end),
        Slot("year", year),
    )
    return Fact(Frame.CASE, article.card.id, slots, base, sentence.end, sentence.number)


def _called(name: Name, known: Case | None) -> str:
    """A case as it is written in the article, without what is no part of its name."""
    return name.text if known is None or len(name.text) <= len(known.name) else known.name


@dataclass(frozen=True)
class _Place:
    """A sentence, the case that is named in it or (then at `also`) in the sentence before, its year
    where it stands beside it, and what the table knows of it."""

    sentence: Sentence
    name: Name
    year: str
    known: Case | None
    also: tuple[int, int] | None = None


def _fact(article: Article, place: _Place, one: Told) -> Iterator[Fact]:
    sentence, name, known, also = place.sentence, place.name, place.known, place.also
    if known is None or (
        known.opinion in ("plurality", "judgment") and one.shape in ("court", "did")
    ):
        return  # no majority held it
    clause = _cut(sentence.text[one.start : one.end], name, one)
    if not clause:
        return
    base = sentence.start
    slots = [
        Slot(
            "case",
            _called(name, known),
            -1 if also else base + name.start,
            -1 if also else base + name.end,
        ),
        Slot("year", place.year),
        Slot("shape", one.shape),
        Slot("who", one.who),
        Slot("verb", one.verb.base if one.verb else ""),
        Slot("adverb", one.adverb),
        Slot("decided", clause, base + one.start, base + one.start + len(clause)),
    ]
    first = 0 if sentence.whole else min(name.start, one.start)
    last = max(one.start + len(clause), name.end)
    yield Fact(
        Frame.CASE, article.card.id, tuple(slot for slot in slots if slot.text), base + first, base + last,
        sentence.number, also=(also,) if also else (),
    )  # fmt: skip


def _cut(clause: str, name: Name, one: Told) -> str:
    """What is told, where it can be understood by itself; cut short before what follows a comma."""
    clause = clause.rstrip(" ,;.")
    if one.shape == "justice" and "”" in clause:
        clause = clause[: clause.rindex("”") + 1]
    cuts = [len(clause)]
    if one.shape in ("facts", "case", "decision"):
        cuts += [found.start() for found in re.finditer(r", ", clause)][::-1]
    if one.shape != "facts":
        cuts = [end for end in cuts if not _GOES_ON.match(clause, end)]
        if found := _SECOND.search(clause):
            cuts = [end for end in cuts if end <= found.start()] or [found.start()]
    for end in cuts:
        said = clause[:end].rstrip(" ,;.")
        if _sound(said, name, one) and not re.match(r", (?:and|or|but) ", clause[end:]):
            return said
    return ""


def _sound(clause: str, name: Name, one: Told) -> bool:
    least = 6 if one.shape == "facts" else _LEAST
    if not least <= len(clause.split()) <= _MOST or not balanced(clause):
        return False
    parties = {part.lower() for part in name.text.replace("v.", "").split() if len(part) > 3}
    said = {
        word.strip('.,“”"').lower().removesuffix("’s").removesuffix("'s") for word in clause.split()
    }
    if parties & said - {"united", "states", "board", "education", "city", "county", "state"}:
        return False
    if one.who not in ("", "court") and not clause.startswith(("that ", "“", '"')):
        return False
    if one.shape != "justice" and stance.judging(clause) and not one.who:
        return False
    if ("not only" in clause and "but" not in clause) or _A_LAW.search(clause):
        return False
    bare = unquoted(clause).removeprefix("that ")
    if one.who == "court":
        bare = _ITS_OWN.sub("the Court’s own", bare)
    if unowned(bare):
        return False
    return not dangling(familiar(bare), own=True) and not _FIRST.search(unquoted(clause))
