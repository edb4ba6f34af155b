"""Rules on how a question is put."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words, unquoted
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Choice, FindEvidence, TrueFalse
from civicsquiz.bank.models import Bank, Item, Stance

SHORTEST, LONGEST = 8, 42
"""Words of a stem."""

_TRUE_OR_FALSE = re.compile(r"\s*\(?true or false\??\)?[?:]?\s*", re.IGNORECASE)


def _length(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    words = len(_TRUE_OR_FALSE.sub(" ", item.stem).split())
    if words < SHORTEST:
        yield Remark(
            ("stem",), f"the stem has {words} word{'' if words == 1 else 's'}, under {SHORTEST}",
            "say enough for the question to stand by itself",
        )  # fmt: skip
    elif words > LONGEST:
        yield Remark(("stem",), f"the stem has {words} words, over {LONGEST}", "shorten it")


LENGTH = ItemRule(
    code="S3",
    name="stem-length",
    severity=Severity.WARNING,
    mend=f"keep to {SHORTEST} to {LONGEST} words",
    means=f"A stem has {SHORTEST} to {LONGEST} words, “True or false?” not counted.",
    why="A shorter one seldom stands by itself; a longer one asks for reading stamina and not for "
    "knowledge (Haladyna, Downing & Rodriguez 2002: minimise the reading).",
    bad="stem: Who wrote it?",
    good="stem: Which justice wrote in Trop v. Dulles of “evolving standards of decency”?",
    check=_length,
)

_MARKS = re.compile(r"[()\[\]{}“”«»]")
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}


def _balanced(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if wrong := unbalanced(item.stem):
        yield Remark(("stem",), f"{wrong} stands without its partner")
    for number, prompt in enumerate(item.prompts):
        if wrong := unbalanced(prompt.text):
            yield Remark(("key", number, "left"), f"{wrong} stands without its partner")
    if isinstance(item, FindEvidence):
        return  # what is quoted may begin or end within a quotation of its source
    for at, option in enumerate(item.options):
        if wrong := unbalanced(option.text):
            yield Remark(places.of_option(item, at), f"{wrong} stands without its partner")


def unbalanced(text: str) -> str:
    """The first quotation mark or bracket without its partner, or nothing."""
    open_ones: list[str] = []
    for mark in _MARKS.findall(text):
        if mark in _PAIRS:
            if not open_ones or open_ones[-1] != _PAIRS[mark]:
                return str(mark)
            open_ones.pop()
        else:
            open_ones.append(mark)
    if open_ones:
        return open_ones[0]
    return '"' if text.count('"') % 2 else ""


BALANCED = ItemRule(
    code="S4",
    name="unbalanced-quotes",
    severity=Severity.WARNING,
    mend="close it, or take it away",
    means="A quotation mark or bracket in the stem or an option is not opened or not closed. Sentences "
    "to choose from are the source's own and are not looked at.",
    why="The reader cannot tell where somebody else's words end.",
    bad="stem: Who said, “You may not deport a U.S. citizen, period?",
    good="stem: Who said, “You may not deport a U.S. citizen, period”?",
    check=_balanced,
)

_NEGATIVE = re.compile(
    r"\b(?:not(?! only\b)|never|except|cannot|least (?:likely|important|true|accurate))\b|n['’]t\b",
    re.IGNORECASE,
)


_PASSED_ON = re.compile(
    r"^((?:in which (?:case|year)|which (?:case|court|justice|judge)|who)\b[^?]*?)\bthat\b[^?]*",
    re.IGNORECASE,
)
"""Whoever is asked for ruled or said that something is not so: what is asked is no denial."""


def _positive(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    text = re.sub(r"\bor not\b", "", unquoted(item.stem), flags=re.IGNORECASE)
    text = _PASSED_ON.sub(r"\1", text)
    if found := _NEGATIVE.search(text):
        word = re.findall(r"[\w'’]*$", text[: found.start()])[0] + found.group()
        yield Remark(("stem",), f"the stem is negative: “{word}”")


POSITIVE = ItemRule(
    code="S5",
    name="negative-stem",
    severity=Severity.WARNING,
    mend="ask for what is so",
    means="The stem asks for what is not so (not, never, except, least). Words in quotation marks do "
    "not count, for they are the source's, and neither does what somebody ruled or said where who or "
    "which case it was is asked.",
    why="A “not” is easily overlooked, and then a student who knows answers wrongly (Haladyna, Downing "
    "& Rodriguez 2002: word the stem positively).",
    bad="stem: Which of these did the State Department not say about the offer?",
    good="stem: What did the State Department say about the offer?",
    check=_positive,
)


def _holder(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if item.stance is Stance.FACT:
        return
    if item.holder is None:
        yield Remark(
            ("stance",), f"the stance is “{item.stance}”, and nobody holds it",
            "say in `holder` whose claim it is",
        )  # fmt: skip
        return
    names = [item.holder.name, *item.holder.also]
    if any(_named(name, item.stem) for name in names):
        return
    asks_who = not isinstance(item, (TrueFalse, FindEvidence))
    if asks_who and any(_named(name, item.key_text) for name in names):
        return
    yield Remark(("stem",), f"the stem does not name whose claim it is: “{item.holder.name}”")


def _named(name: str, text: str) -> bool:
    """Whether `text` has `name` word for word; case, quotation marks and a leading "the" aside."""
    wanted, words = (_plain(part) for part in (re.sub(r"(?i)^the\s+", "", name), text))
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", words) is not None


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


HOLDER = ItemRule(
    code="S6",
    name="holder-not-named",
    severity=Severity.ERROR,
    mend="name the holder in the stem, or under `also` the name that the stem uses",
    means="A claim that is attributed, an opinion or disputed says in `holder` whose it is, and the "
    "stem names them, unless the question is who it was.",
    why="The articles argue. A quiz that teaches an argument as a fact has failed.",
    bad="stance: opinion\nstem: Why does sending citizens abroad break the Eighth Amendment?",
    good="stance: opinion\nholder: {name: the legal essay}\n"
    "stem: Why, by the legal essay, does sending citizens abroad break the Eighth Amendment?",
    check=_holder,
)


def _question(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if isinstance(item, TrueFalse):
        if not re.search(r"true or false\?\)?$", item.stem, re.IGNORECASE):
            yield Remark(("stem",), "the stem does not end in “True or false?”")
    elif not re.search(r"\?[\"”’')\]]*$", item.stem):
        yield Remark(("stem",), "the stem does not end as a question")


QUESTION = ItemRule(
    code="S8",
    name="not-a-question",
    severity=Severity.WARNING,
    mend="end it with a question mark; a true-false item with “True or false?”",
    means="A stem is a whole question. A statement to be judged ends with “True or false?”.",
    why="A student should know what is asked before looking at the options (Haladyna, Downing & "
    "Rodriguez 2002: the central idea belongs in the stem).",
    bad="stem: The justice who wrote of “evolving standards of decency” was",
    good="stem: Which justice wrote of “evolving standards of decency”?",
    check=_question,
)

_ARTICLE = re.compile(r"\b(an?|an?[/]an?|a\(n\))[\s_…:.]*\?*$", re.IGNORECASE)
_SOUNDS_OPEN = re.compile(r"(?:hour|honest|hono[u]?r|heir)", re.IGNORECASE)
_SOUNDS_CLOSED = re.compile(r"(?:uni(?!n)|use|usu|eu|one\b|once\b|u\.)", re.IGNORECASE)


def _grammar(item: Choice, _bank: Bank, _context: Context) -> Iterator[Remark]:
    found = _ARTICLE.search(item.stem)
    if not found or found.group(1).lower() not in ("a", "an"):
        return
    wanted = found.group(1).lower() == "an"
    fits = [_begins_open(option.text) for option in item.options]
    if None in fits:
        return
    unfit = [number for number, fit in enumerate(fits) if fit is not wanted]
    if unfit:
        at = unfit[0]
        yield Remark(
            places.of_option(item, at),
            f"the stem ends in “{found.group(1)}”, which “{item.options[at].text}” does not fit",
        )


def _begins_open(text: str) -> bool | None:
    """Whether `text` takes "an"; None where that cannot be told."""
    word = text.lstrip("“\"'‘(")
    if not word[:1].isalpha() or re.match(r"[A-Z]{2}", word) or not content_words(word):
        return None
    if _SOUNDS_OPEN.match(word):
        return True
    if _SOUNDS_CLOSED.match(word):
        return False
    return word[0].lower() in "aeiou"


GRAMMAR = ItemRule(
    code="O7",
    name="article-gives-away",
    severity=Severity.WARNING,
    types=(Choice,),
    mend="move the article into the options, or write “a(n)”",
    means="The stem ends in “a” or “an”, and an option does not go with it.",
    why="Grammar then tells options apart that knowledge should (Haladyna, Downing & Rodriguez 2002, "
    "guideline on clues).",
    bad="stem: The First Step Act of 2018 is best described as an ___?\nkey: Act of Congress\n"
    "distractors: [{text: Court ruling}]",
    good="stem: Which of these best describes the First Step Act of 2018?\nkey: An act of Congress",
    check=_grammar,
)
