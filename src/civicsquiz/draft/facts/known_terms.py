"""What is said of a term that the civics table knows, in forms that are too loose for any other.

“Sunshine laws require …” (where it says what the table says), “prior restraint, meaning that …”,
“priming: when …”, “another form of government is oligarchy, in which …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts import definition_wording as wording
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.phrases import Found, definition_end, without_aside
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term

_MEANING = re.compile(r"(?: (?:on|of|in|by|over) [\w ]{3,25})?, meaning (?:that )?")
_WHEN = re.compile(r": when |, when ")
_FORM = re.compile(
    r"(?:[Aa]|[Aa]n|[Aa]nother|[Oo]ne) (?P<kind>(?:[\w-]+ )?(?:form|type|kind) of [a-z]+(?: [a-z]+)?) is (?:called )?(?:an? |the )?$"
)
_IN_WHICH = re.compile(r", (?P<rel>(?:in|under|by) which )")
_CUES = (", meaning ", ": when ", ", when ", ", in which", ", under which", ", by which")
_OPENING = 50
"""Characters of a sentence that its subject stands in."""
_NEGATIVE = re.compile(r"\b(?:not|never|no|cannot|nor|neither)\b|n['’]t\b")
_SHARED, _LEAST = 2, 1 / 3
"""How many words of the table's meaning, and what share of them, a predicate must have."""


def said_of_known(sentence: Sentence) -> Iterator[Found]:
    """What a sentence says of terms of the table, in these forms."""
    text = sentence.text
    loose = any(cue in text for cue in _CUES)
    for start, end, family, entry in table().names(text if loose else text[:_OPENING]):
        if family != "term" or not isinstance(entry, Term) or inside(sentence.quoted, start, end):
            continue
        if found := (
            _when(text, start, end)
            or _form(text, start, end)
            or (_does(text, start, end, entry) if start <= 4 else None)
        ):
            yield found


def _when(text: str, start: int, end: int) -> Found | None:
    """“TERM, meaning that CLAUSE”, “TERM: when CLAUSE”."""
    cue = _MEANING.match(text, end) or _WHEN.match(text, end)
    if cue is None:
        return None
    last = definition_end(text, cue.end())
    said = text[cue.end() : last]
    term = text[start:end].lower()
    if not clause(said, term):
        return None
    return Found(term, (start, end), said, (cue.end(), last), "when", "meaning")


def clause(said: str, term: str) -> bool:
    """Whether a clause after “when” stands by itself, and tells no word of the term."""
    words = said.split()
    forms = [form for form in map(verbs.form, words) if form]
    return (
        5 <= len(words) <= 28
        and not wording.generic_dangling(said)
        and not genus.shares_words(term, said)
        and not wording.judging(said)
        and not any(mark in said for mark in "“”\"()[];:")
        and (any(word in verbs.MODALS for word in words) or any(form.kinds & {"third", "base", "plural"} for form in forms))
        and not any(form.kinds == {"past"} for form in forms)
    )  # fmt: skip


def _form(text: str, start: int, end: int) -> Found | None:
    """“another form of government is TERM, in which CLAUSE”."""
    kind, rel = _FORM.search(text[:start]), _IN_WHICH.match(text, end)
    if kind is None or rel is None:
        return None
    said, _ = without_aside(text, rel.start("rel"))
    term = text[start:end].lower()
    definition = genus.defining(f"a {kind['kind']} {said}", term, known=True)
    return Found(term, (start, end), definition, (-1, -1), "", "form") if definition else None


def _does(text: str, start: int, end: int, entry: Term) -> Found | None:
    """“TERM VERB …”, where that says what the table says."""
    rest = text[end:].split(maxsplit=1)
    if len(rest) < 2 or text[:start].strip() not in ("", "A", "An", "The"):
        return None
    form = verbs.form(rest[0])
    wanted = "base" if terms.plural(text[start:end]) else "third"
    used = rest[0] in ("is", "are") and rest[1].startswith(
        ("used to ", "designed to ", "meant to ")
    )
    if not used and (
        form is None or wanted not in form.kinds or form.verb.base in ("be", "have", "do")
    ):
        return None
    begin = end + 1
    last = definition_end(text, begin)
    said = text[begin:last]
    term = text[start:end].lower()
    if not 5 <= len(said.split()) <= 26 or _NEGATIVE.search(said) or genus.shares_words(term, said):
        return None
    if wording.generic_dangling(said) or wording.judging(said) or stance.doubting(said):
        return None
    if any(mark in said for mark in '“”"()[];:—'):
        return None
    mine, theirs = genus.telling(said), genus.telling(entry.about)
    if len(mine & theirs) < min(_SHARED, len(theirs) - 1) or len(mine & theirs) < _LEAST * len(
        theirs
    ):
        return None
    return Found(term, (start, end), said, (begin, last), "does", "does")


def predicate(said: str, term: str, *, plural: bool) -> bool:
    """Whether a predicate tells a term of the table apart: its verb agrees, it stands by itself, and it
    has something of what the table says."""
    words = said.split()
    form = verbs.form(words[0]) if words else None
    if form is None or ("base" if plural else "third") not in form.kinds:
        return False
    if form.verb.base in ("be", "have", "do", "seem", "become", "help", "make", "take"):
        return False
    if not _FEWEST <= len(words) <= _MOST or _NEGATIVE.search(said):
        return False
    if genus.shares_words(term, said) or wording.unowned(said) or wording.generic_dangling(said):
        return False
    if wording.judging(said) or stance.doubting(said) or not wording.plain(said):
        return False
    return agrees(term, said, least=2)


def agrees(term: str, said: str, least: int = 1) -> bool:
    """Whether what is said of a term has `least` words of what the table says of it."""
    entry = table().term(term)
    if entry is None:
        return False
    theirs = genus.telling(entry.about)
    return len(genus.telling(said) & theirs) >= min(least, max(1, len(theirs) - 1))


_FEWEST, _MOST = 5, 26
