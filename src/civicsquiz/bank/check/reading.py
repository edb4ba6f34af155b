"""Rules on what a bank offers before and after its questions: a summary, words to know, a discussion."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from civicsquiz import paths
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.given import Keys
from civicsquiz.bank.check.rule import BankRule, Place, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Term

SHORTEST, LONGEST = 150, 260
"""Words of a summary to be read in about two minutes."""


def _read_before(bank: Bank) -> Iterator[tuple[Place, str, str]]:
    """What is read before the questions: place, name and text."""
    for paragraph in (bank.read_first or "").split("\n\n"):
        yield ("read_first",), "summary", paragraph
    for at, term in enumerate(bank.vocabulary):
        entry = term.entry or _shared_entry(term)
        yield ("vocabulary", at), f"entry of “{term.term}”", f"{term.term}: {entry}"


def _tells(bank: Bank, context: Context) -> Iterator[Remark]:
    if not bank.read_first and not bank.vocabulary:
        return
    keys = context.once(Keys, bank)
    for place, what, text in _read_before(bank):
        for key in keys.given_by(text):
            other = bank.items[key.at]
            yield Remark(
                place,
                f"the {what} gives away the key of “{other.id}”, “{key.said}”",
                concerns=(other.id,),
            )


TELLS = BankRule(
    code="B7",
    name="reading-gives-key",
    severity=Severity.WARNING,
    mend="say what the question is about, and leave its answer to the article",
    means="The summary that is read first, or the entry of a word to know, says what an item of the "
    "bank asks: it has the key in one sentence with rare words of the stem.",
    why="The summary is closed before the questions. What it says word for word is remembered for some "
    "minutes, and the item then measures that.",
    bad="read_first: In Trop v. Dulles, Earl Warren wrote of the dignity of man …\n"
    "# beside: Which justice wrote in Trop v. Dulles of dignity?",
    good="read_first: In Trop v. Dulles, the Supreme Court spoke of the dignity of man …",
    check=_tells,
)


def _explained(bank: Bank, _context: Context) -> Iterator[Remark]:
    for at, term in enumerate(bank.vocabulary):
        if not term.entry and not _shared_entry(term):
            yield Remark(
                ("vocabulary", at), f"the glossary has no “{term.term}”, and no entry stands here"
            )


def _shared_entry(term: Term) -> str:
    """What the shared glossary says of a term; nothing where it does not have it."""
    return _shared().get(term.term.casefold(), "")


@cache
def _shared() -> dict[str, str]:
    """The entries of the glossary that comes with the program, by each form of their terms. It is
    read when a bank first counts on it."""
    from civicsquiz.bank import glossary

    terms = glossary.load(paths.shipped_seeds() / "glossary.yaml")
    return {form.casefold(): term.entry for term in terms for form in (term.term, *term.also)}


EXPLAINED = BankRule(
    code="B8",
    name="word-without-entry",
    severity=Severity.ERROR,
    trust=True,
    mend="add an entry, {term: …, entry: …}, or write the term as the glossary has it",
    means="A word to know first has no entry of its own and is not in the glossary that comes with the "
    "program (seeds/glossary.yaml).",
    why="A student would be told to know a word, and not what it means.",
    bad="vocabulary: [dew process]",
    good="vocabulary: [due process, {term: readout, entry: A government’s own short report of a meeting.}]",
    check=_explained,
)


def _even(bank: Bank, _context: Context) -> Iterator[Remark]:
    if bank.discussion is None:
        return
    one, other = bank.discussion.sides
    if len(one.starters) != len(other.starters):
        weaker = 0 if len(one.starters) < len(other.starters) else 1
        yield Remark(
            ("discussion", "sides", weaker, "starters"),
            f"“{one.view}” has {len(one.starters)} starters and “{other.view}” {len(other.starters)}",
        )


EVEN = BankRule(
    code="B9",
    name="sides-uneven",
    severity=Severity.WARNING,
    trust=True,
    mend="give both sides as many",
    means="One side of the discussion has more beginnings of sentences than the other.",
    why="Whoever is helped more says more: the question would lean to one side.",
    bad="sides: [{view: Yes, starters: [a, b, c]}, {view: No, starters: [a]}]",
    good="sides: [{view: Yes, starters: [a, b]}, {view: No, starters: [a, b]}]",
    check=_even,
)


def _two_minutes(bank: Bank, _context: Context) -> Iterator[Remark]:
    words = sum(any(map(str.isalnum, word)) for word in (bank.read_first or "").split())
    if words and not SHORTEST <= words <= LONGEST:
        bound = f"under {SHORTEST}" if words < SHORTEST else f"over {LONGEST}"
        yield Remark(("read_first",), f"the summary has {words} words, {bound}")


TWO_MINUTES = BankRule(
    code="B10",
    name="summary-length",
    severity=Severity.WARNING,
    trust=True,
    mend=f"keep to {SHORTEST} to {LONGEST} words",
    means=f"The summary that is read first has {SHORTEST} to {LONGEST} words.",
    why="A reader of fourteen reads about so much in two minutes. Less leaves the article’s world "
    "unexplained, more is another article.",
    bad="read_first: <four pages>",
    good="read_first: <three paragraphs>",
    check=_two_minutes,
)
