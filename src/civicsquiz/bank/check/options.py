"""Rules on the options of one item: as many, as long and of the same kind as each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.figures import figure, is_year
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words, is_number, unquoted
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, TrueFalse
from civicsquiz.bank.models import Bank, Item

LONGEST_KEY = 1.6
"""How many times the mean length of the distractors the key may have, in characters."""


def _number(
    item: Choice | Multiple | FindEvidence, _bank: Bank, _context: Context
) -> Iterator[Remark]:
    count = len(item.distractors)
    if count < 2 or (count > 3 and not isinstance(item, Multiple)):
        yield Remark(
            ("distractors",),
            f"{count} distractor{'' if count == 1 else 's'}, not two or three",
            "write another that somebody might believe" if count == 1 else "keep the best",
        )


NUMBER = ItemRule(
    code="O1",
    name="distractor-count",
    severity=Severity.WARNING,
    types=(Choice, Multiple, FindEvidence),
    mend="give two or three",
    means="A choice, also one among sentences, has two or three distractors; where several answers are "
    "right, at least two.",
    why="Three options are adequate, and two good distractors beat three padded ones (Haladyna, "
    "Downing & Rodriguez 2002).",
    bad="distractors: [{text: Hugo Black}]",
    good="distractors: [{text: Hugo Black}, {text: William Brennan}]",
    check=_number,
)


_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def _kind(text: str) -> str:
    """ "figure", "name", "phrase", or nothing where the kind is not plain to see."""
    if figure(text) is not None:
        return "figure"
    words = _WORD.findall(text)
    if not words or _DIGIT.search(text):
        return ""
    small = [word for word in words if word[0].islower()]
    if 2 <= len(words) <= 4 and not small and words[0].lower() not in ("the", "a", "an"):
        return "name"
    return "phrase" if len(words) >= 5 and len(small) >= 4 else ""


def _kinds(item: Choice | Multiple | Match, _bank: Bank, _context: Context) -> Iterator[Remark]:
    texts = [option.text for option in item.options]
    kinds = [_kind(text) for text in texts]
    if "figure" in kinds and not all(map(_DIGIT.search, texts)):
        others = [at for at, kind in enumerate(kinds) if kind != "figure"]
        figures = [at for at, kind in enumerate(kinds) if kind == "figure"]
        if others and not any(_has_number(texts[at]) for at in others):
            at = figures[0] if len(figures) < len(others) else others[0]
            what = "is a figure, and others are not" if at in figures else "is no figure"
            yield Remark(
                places.of_option(item, at),
                f"the options are of several kinds: “{texts[at]}” {what}",
            )
    elif {"name", "phrase"} <= set(kinds) and len(set(kinds)) == 2:
        names = [at for at, kind in enumerate(kinds) if kind == "name"]
        phrases = [at for at, kind in enumerate(kinds) if kind == "phrase"]
        at, what = (names[0], "name") if len(names) < len(phrases) else (phrases[0], "phrase")
        yield Remark(
            places.of_option(item, at),
            f"the options are of several kinds: “{texts[at]}” is a {what}",
        )


def _has_number(text: str) -> bool:
    return any(is_number(word) for word in content_words(text))


KINDS = ItemRule(
    code="O2",
    name="mixed-kinds",
    severity=Severity.WARNING,
    types=(Choice, Multiple, Match),
    mend="make all options of one kind: all names, all years, all phrases",
    means="A figure stands among words, or a name among phrases; of a match, among its right sides.",
    why="The odd one out draws the eye, whether it is the key or not (Haladyna, Downing & Rodriguez "
    "2002: keep options homogeneous in content and grammar).",
    bad='key: "1958"\ndistractors: [{text: During the Civil War}, {text: Under Nixon}]',
    good='key: "1958"\ndistractors: [{text: "1947"}, {text: "1967"}]',
    check=_kinds,
)


def _length(item: Choice | Multiple, _bank: Bank, _context: Context) -> Iterator[Remark]:
    right = item.keys if isinstance(item, Multiple) else (item.key,)
    wrong = [len(option.text) for option in item.distractors]
    if any(figure(option.text) for option in right):
        return
    lengths = [len(option.text) for option in right]
    ratio = sum(lengths) / len(lengths) * len(wrong) / sum(wrong)
    what = "the key is" if len(right) == 1 else "the keys are on the mean"
    if ratio > LONGEST_KEY:
        said = f"{what} {ratio:.2f} times as long as the mean distractor, over {LONGEST_KEY}"
        yield Remark(("key",), said)
    elif len(right) > 1 and max(lengths) > LONGEST_KEY * max(wrong):
        at = lengths.index(max(lengths))
        ratio = lengths[at] / max(wrong)
        said = f"“{right[at].text}” is {ratio:.2f} times as long as the longest distractor"
        yield Remark(("key", at), f"{said}, over {LONGEST_KEY}")


LENGTH = ItemRule(
    code="O6",
    name="key-too-long",
    severity=Severity.WARNING,
    types=(Choice, Multiple),
    mend="shorten the key, or make the distractors as exact",
    means=f"The key has over {LONGEST_KEY} times the mean length of the distractors, in characters. Of "
    "several keys their mean counts, and none of them may be so much longer than the longest "
    "distractor. Figures are not measured: theirs is their size.",
    why="Writers qualify what is right and not what is wrong, and students know it (Haladyna, Downing "
    "& Rodriguez 2002: keep the length of choices about equal).",
    bad="key: It is not enforceable outside the United States, except by treaty\n"
    "distractors: [{text: It is}, {text: Partly}]",
    good="key: It is not enforceable there\n"
    "distractors: [{text: It protects everybody there}, {text: It binds soldiers there}]",
    check=_length,
)

_ABOVE = re.compile(
    r"\s*(?:(?:all|none|both|neither|any|some)(?: of)?(?: the)? (?:above|these|them|below)"
    r"|(?:both )?[A-D] (?:and|or) [A-D])\s*[.!]?\s*",
    re.IGNORECASE,
)


def _above(item: Choice | Multiple | Match, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for at, option in enumerate(item.options):
        if _ABOVE.fullmatch(option.text):
            yield Remark(places.of_option(item, at), f"“{option.text}” is about the other options")


ABOVE = ItemRule(
    code="O9",
    name="all-or-none-of-the-above",
    severity=Severity.ERROR,
    types=(Choice, Multiple, Match),
    mend="write an option that says something itself",
    means="An option speaks of the other options: all, none or both of the above.",
    why="Options are shuffled, so nothing is above; and whoever knows that two are right knows the "
    "third (Haladyna, Downing & Rodriguez 2002: avoid all-of-the-above).",
    bad="distractors: [{text: All of the above}]",
    good="distractors: [{text: Excessive bail}]",
    check=_above,
)


def _precision(item: Choice, _bank: Bank, _context: Context) -> Iterator[Remark]:
    figures = [figure(option.text) for option in item.options]
    known = [found for found in figures if found is not None and found.decimals is not None]
    if len(known) != len(figures) or all(is_year(found) for found in known):
        return
    decimals = [found.decimals or 0 for found in known]
    digits = [found.digits or 0 for found in known]
    if decimals.count(decimals[0]) == 1 and len(set(decimals[1:])) == 1:
        yield Remark(("key",), "the key alone has as many decimals as it has")
    elif min(digits[1:]) < digits[0] and digits[0] - max(digits[1:]) >= 2:
        yield Remark(("key",), "the key is a more exact number than every other option")


PRECISION = ItemRule(
    code="O10",
    name="uneven-precision",
    severity=Severity.WARNING,
    types=(Choice,),
    mend="give all numbers to the same digit",
    means="The key is the one exact number among round ones, or the one with decimals.",
    why="An exact number looks like one that somebody counted (Haladyna, Downing & Rodriguez 2002, "
    "guideline on clues).",
    bad='key: "84,219"\ndistractors: [{text: "20,000"}, {text: "50,000"}]',
    good='key: "84,219"\ndistractors: [{text: "24,118"}, {text: "51,306"}]',
    check=_precision,
)


def _whys(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if isinstance(item, TrueFalse):
        if not item.why:
            wrong = "false" if item.key else "true"
            yield Remark(
                ("key",), f"nothing says why “{wrong}” is wrong",
                f"add distractors: [{{text: {wrong}, why: …}}]",
            )  # fmt: skip
        return
    for number, option in enumerate(places.distractors(item)):
        if not option.why:
            yield Remark(("distractors", number), f"nothing says why “{option.text}” is wrong")


WHYS = ItemRule(
    code="O11",
    name="missing-why",
    severity=Severity.WARNING,
    mend="add a `why`: one sentence for the student who chose it",
    means="A distractor has no `why`.",
    why="A student who was wrong learns from being told why, not from being told that.",
    bad="distractors: [{text: Hugo Black}]",
    good="distractors: [{text: Hugo Black, why: He agreed with the opinion but did not write it.}]",
    check=_whys,
)

_ABSOLUTE = re.compile(r"\b(always|never|all|only|every|none)\b", re.IGNORECASE)


def _absolute(item: Choice | Multiple, _bank: Bank, _context: Context) -> Iterator[Remark]:
    found = [_ABSOLUTE.search(unquoted(option.text)) for option in item.options]
    if not all(found):
        for at, match in enumerate(found):
            if match and not _ABOVE.fullmatch(item.options[at].text):
                yield Remark(
                    places.of_option(item, at),
                    f"“{match.group()}” in one option and not in all of them",
                )


ABSOLUTE = ItemRule(
    code="S9",
    name="absolute-word",
    severity=Severity.WARNING,
    types=(Choice, Multiple),
    mend="say it without always, never, all, only, every, none",
    means="Some options have an absolute word, and others have none.",
    why="Absolute statements are seldom true, and students who know that need not know more "
    "(Haladyna, Downing & Rodriguez 2002, guideline on specific determiners).",
    bad="distractors: [{text: It always protects citizens}]",
    good="distractors: [{text: It protects citizens abroad}]",
    check=_absolute,
)
