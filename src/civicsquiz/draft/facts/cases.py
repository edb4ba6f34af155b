"""Court cases: when they were decided, and what was decided in them.

“In Near v. Minnesota (1931), the Supreme Court ruled that …”. Only where one case is named in the
sentence, and where the civics table, if it knows the case, agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.clauses import predicate_end
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import balanced
from civicsquiz.draft.table import Case, table

_YEAR_AFTER = re.compile(r"^,?\s*\(?(?:[^()]{0,30}\b)?((?:1[789]|20)\d\d)\)")
_YEAR_BEFORE = re.compile(
    r"\b((?:1[789]|20)\d\d)\s+(?:[Ss]upreme [Cc]ourt\s+|landmark\s+|U\.S\.\s+)*"
    r"(?:(?:case|ruling|decision|opinion|judgment)\s*(?:of|in|,)?\s*)?$"
)
_COURT = r"(?:the (?:U\.S\. |United States |US )?(?:Supreme )?Court|the justices)"
_THAT = r"(?:ruled|held|decided|found|concluded|determined|declared|affirmed|reaffirmed|established)"
_IN_CASE = re.compile(
    rf"^\W{{0,3}}(?:\(?\d{{4}}\)?)?(?:\s+case)?,\s+{_COURT}\s+(?:unanimously |later |also |again )?({_THAT}) that\s+", re.IGNORECASE
)
"""After a case with which the sentence begins: “, the Supreme Court ruled that …”."""
_BY_COURT = re.compile(
    rf"^(?:[A-Z][\w ]{{2,30}}, )?{_COURT}\s+(?:unanimously |later |also |again )?({_THAT})\s+in\s+(?:the\s+)?"
    r"(?:\d{4}\s+)?(?:landmark )?(?:case (?:of )?)?$",
    re.IGNORECASE,
)
"""Before a case: “The U.S. Supreme Court ruled in the 2011 case …”; “that …” follows."""
_THEN = re.compile(r"^\W{0,3}(?:\(?\d{4}\)?)?,?\s+that\s+")
_LEADING = re.compile(r"^(?:For example, |For instance, |However, |Later, |Thus, |Finally, )?[Ii]n (?:the (?:\d{4} )?(?:landmark )?case (?:of )?)?$")
_FIRST = re.compile(r"\b(?:we|our|us|I|my|you|your)\b")
_LEAST, _MOST = 6, 32


def extract(article: Article) -> Iterator[Fact]:
    """The cases of an article, with their years and what was decided."""
    for sentence in article.sentences:
        if " v. " not in sentence.text and " v " not in sentence.text:
            continue
        cases = [name for name in article.named(sentence) if name.kind is NameKind.CASE]
        if len({name.key for name in cases}) != 1 or not sentence.whole:
            continue
        name = cases[0]
        year = _year(sentence, name)
        known = table().case(name.text)
        if known is not None and year and known.year and int(year) != known.year:
            continue
        if year:
            yield _dated(article, sentence, name, year, known)
        yield from _decided(article, sentence, name, year, known)


def _year(sentence: Sentence, name: Name) -> str:
    """The year that stands beside a case; empty where none does, or two."""
    text = sentence.text
    after = _YEAR_AFTER.match(text[name.end :])
    before = _YEAR_BEFORE.search(text[: name.start])
    found = {each[1] for each in (after, before) if each}
    return found.pop() if len(found) == 1 else ""


def _dated(
    article: Article, sentence: Sentence, name: Name, year: str, known: Case | None
) -> Fact:
    base = sentence.start
    slots = (
        Slot("case", _called(name, known), base + name.start, base + name.end),
        Slot("year", year),
    )
    return Fact(Frame.CASE, article.card.id, slots, base, sentence.end, sentence.number)


def _called(name: Name, known: Case | None) -> str:
    """A case as it is written in the article, without what is no part of its name."""
    return name.text if known is None or len(name.text) <= len(known.name) else known.name


def _decided(
    article: Article, sentence: Sentence, name: Name, year: str, known: Case | None
) -> Iterator[Fact]:
    """“In CASE, the Court ruled that CLAUSE”, “the Court ruled in CASE that CLAUSE”."""
    text = sentence.text
    if known is not None and known.opinion == "plurality":
        return  # no majority held it
    after = text[name.end :]
    start = -1
    verb = ""
    if _LEADING.match(text[: name.start]) and (found := _IN_CASE.match(after)):
        start, verb = name.end + found.end(), found[1]
    elif (before := _BY_COURT.match(text[: name.start])) and (then := _THEN.match(after)):
        start, verb = name.end + then.end(), before[1]
    form = verbs.form(verb.lower()) if verb else None
    if start < 0 or form is None:
        return
    end = predicate_end(text, start, sentence.quoted)
    clause = text[start:end].rstrip(" ,;")
    if not _sound(clause, name):
        return
    base = sentence.start
    slots = (
        Slot("case", _called(name, known), base + name.start, base + name.end),
        Slot("year", year),
        Slot("verb", form.verb.base),
        Slot("decided", clause, base + start, base + start + len(clause)),
    )
    yield Fact(Frame.CASE, article.card.id, slots, base, base + end, sentence.number)


def _sound(clause: str, name: Name) -> bool:
    if not _LEAST <= len(clause.split()) <= _MOST or not balanced(clause):
        return False
    parties = {part.lower() for part in name.text.replace("v.", "").split() if len(part) > 3}
    if parties & {word.strip(".,").lower() for word in clause.split()}:
        return False
    return not dangling(clause) and not _FIRST.search(clause)
