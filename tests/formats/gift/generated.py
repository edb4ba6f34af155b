"""Questions of every kind, with the signs of GIFT in all of their texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from civicsquiz.formats.gift.grades import GRADES
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

SIGNS = (
    "\\", "\\\\", "\\n", "~", "=", "#", "####", "{", "}", "{}", ":", "::", "->", "[html]", "[plain", "[", "]", "%50%",
    "%", "//", "0", "T", "TRUE", "1..5", "*", "\\*", "$CATEGORY:", "\n", "\n\n", " ", "\n//", "\n0\n", "[id:x]", "a",
    "Earl Warren", "ß", "\u202e", "e\u0301", "\u2028", "\x85", "\xa0", "😀", "<b>", "&lt;", "]]>", "_____", "=%100%", "'",
)  # fmt: skip
WORSE = (
    *SIGNS,
    "\r",
    "\r\n",
    "\0",
    "\t",
    "\x0b",
    "&&058;",
    "&&010",
    "\x1b[31m",
    "A) ",
    "ANSWER: A",
)
TRIMMED = " \t\n\r\0\x0b"

clean = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=5).map(
    lambda signs: "".join(signs).strip(TRIMMED)
)
worse = st.lists(st.sampled_from(WORSE), max_size=5).map("".join)
lettered = st.text(
    st.characters(codec="utf-8", exclude_characters=TRIMMED), min_size=1, max_size=12
)
some = clean.filter(bool) | lettered
slugs = st.text("abc[]\\:/ -", min_size=1, max_size=8).map(str.strip).filter(bool)
anything = some | worse
forms = st.sampled_from(Form)
KINDS = (*list(Kind)[:6] * 3, *list(Kind)[6:])
TOGETHER = (["1", "0", "-1"], ["0.5", "0.5", "-0.5"], ["0.3333333"] * 3, ["0.9", "0.1"])
shares = st.sampled_from(GRADES)
numbers = st.decimals(-1000, 1000, places=2) | st.decimals(
    allow_nan=False, allow_infinity=False, places=3
)


def texts(values: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    return st.builds(Text, values, forms)


def fed(values: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    return st.just(Text()) | texts(values.filter(bool))


def _typed(values: st.SearchStrategy[str]) -> st.SearchStrategy[Answer]:
    patterns = st.builds(Text, values.map(lambda text: f"a*{text}"), st.just(Form.MOODLE))
    return st.builds(Answer, st.builds(Text, values) | patterns, shares, fed(values))


@st.composite
def figures(draw: st.DrawFn, values: st.SearchStrategy[str]) -> Answer:
    first, within = draw(numbers), abs(draw(numbers))
    least, most = first - within, first + within
    middle = draw(st.sampled_from([first, (least + most) / 2, least]))
    share = draw(shares)
    if draw(st.integers(0, 7)) == 0:
        return Answer(Text("*"), share, draw(fed(values)))
    return Answer(Text(format(middle, "f")), share, draw(fed(values)), least, most)


def _choices(values: st.SearchStrategy[str]) -> st.SearchStrategy[Sequence[Answer]]:
    return st.lists(st.builds(Answer, texts(values), shares, fed(values)), min_size=2, max_size=4)


@st.composite
def questions(draw: st.DrawFn, values: st.SearchStrategy[str] = some) -> Portable:
    kind = draw(st.sampled_from(KINDS))
    answers: Sequence[Answer] = ()
    pairs: Sequence[Pair] = ()
    match kind:
        case Kind.CHOICE | Kind.MULTIPLE:
            answers = draw(_choices(values))
            if kind is Kind.MULTIPLE and draw(st.integers(0, 3)):
                worths = draw(st.permutations(draw(st.sampled_from(TOGETHER))))
                answers = [
                    replace(one, fraction=Decimal(worth))
                    for one, worth in zip(answers, worths, strict=False)
                ]
        case Kind.ORDER:
            answers = draw(st.lists(st.builds(Answer, texts(values)), min_size=1, max_size=4))
        case Kind.TRUE_FALSE:
            words = draw(st.permutations(["true", "false"]))
            worth = (Decimal(1), Decimal(0))
            answers = [
                Answer(Text(word), share, draw(fed(values)))
                for word, share in zip(words, worth, strict=True)
            ]
            answers = answers[: draw(st.sampled_from([1, 2, 2]))]
        case Kind.SHORT:
            answers = draw(st.lists(_typed(values), min_size=1, max_size=3))
        case Kind.NUMBER:
            answers = draw(st.lists(figures(values), min_size=1, max_size=3))
        case Kind.MATCH:
            left = texts(values) | st.just(Text())
            pairs = draw(
                st.lists(st.builds(Pair, left, st.builds(Text, values)), min_size=2, max_size=4)
            )
        case _:
            pass
    if kind in (Kind.CHOICE, Kind.SHORT) and draw(st.integers(0, 7)):
        answers = [*answers[:-1], replace(answers[-1], fraction=Decimal(1))]
    answers = answers[1:] if draw(st.integers(0, 15)) == 0 else answers
    return Portable(
        kind=kind,
        stem=draw(fed(values)),
        id=draw(slugs | some),
        name=draw(values),
        answers=tuple(answers),
        pairs=tuple(pairs),
        general=draw(fed(values)) if kind is not Kind.DESCRIPTION else Text(),
        category=tuple(draw(st.lists(slugs | values, min_size=1, max_size=2))),
        tags=tuple(draw(st.lists(slugs | values, max_size=2, unique=True))),
        foreign=kind.value if kind in (Kind.ESSAY, Kind.DESCRIPTION) else "",
    )


def collections(values: st.SearchStrategy[str] = some) -> st.SearchStrategy[Collection]:
    many = st.lists(questions(values), max_size=4, unique_by=lambda question: question.id)
    return st.builds(Collection, many.map(tuple), title=values, description=values, language=values)


_PIECES = (
    "Who wrote it?", "{", "}", "{}", "{T}", "{FALSE#no#yes}", "{=Warren ~Black}", "{~%50%a ~%50%b}", "{#1..5}", "{#=%50%3:1 ~#x}",
    "{=a -> b =c -> d}", "=", "~", "#", "->", "####", "::", "::name::", "%50%", "%-100%", "[html]", "[markdown]", "\\", "\\n",
    "\n", "\n\n", "\n\n", "\r", "\r\n", "0", "\n0\n", "// x\n", "// [id:x] [tag:y]\n", "$CATEGORY: $course$/top/a//b/c\n\n",
    "$CATEGORY: ", "1822", ":", "..", "*", " ", "\t", "\0", "ß", "\ufeff", "<b>", "T", "1,5", "&&058;",
)  # fmt: skip
files = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
"""GIFT, and what is nearly that."""
