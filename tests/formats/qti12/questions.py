"""Questions of every kind, gentle and hostile, that the tests of QTI write."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from civicsquiz.formats.exporting import shares
from civicsquiz.formats.markup import plain
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

FULL, NONE = Decimal(1), Decimal(0)


def every_kind(*, stem: str, text: str, told: str) -> tuple[Portable, ...]:
    """A question of each kind, its texts made of these. `text` is one line."""
    some: dict[str, Any] = {
        "general": Text(told),
        "category": ("Bank", "Topic"),
        "tags": ("a b", "c"),
        "hints": (Text(told),),
    }
    one, two, three = (Text(f"{text}{number}") for number in range(3))
    half = shares(2)
    return (
        Portable(kind=Kind.CHOICE, stem=Text(stem), id="choice-1", name="choice", right=Text(told), wrong=Text(told),
                 answers=(Answer(one, FULL, id="3fa"), Answer(two, NONE, Text(told), id="9bc")), **some),
        Portable(kind=Kind.MULTIPLE, stem=Text(stem), id="multiple", name="multiple",
                 answers=(Answer(one, half, id="a"), Answer(two, -half, Text(told), id="b"), Answer(three, half)), **some),
        Portable(kind=Kind.TRUE_FALSE, stem=Text(stem), id="true", name="true", answers=(Answer(Text("true"), FULL),)),
        Portable(kind=Kind.TRUE_FALSE, stem=Text(stem), id="false", name="false",
                 answers=(Answer(Text("false"), FULL), Answer(Text("true"), NONE, Text(told))), category=("Bank",)),
        Portable(kind=Kind.SHORT, stem=Text(stem), id="short", name="short", case_sensitive=True,
                 answers=(Answer(one, FULL, Text(told)), Answer(two, FULL)), **some),
        Portable(kind=Kind.NUMBER, stem=Text(stem), id="number", name="number",
                 answers=(Answer(Text("3.140"), FULL, Text(told), Decimal("3.13"), Decimal("3.15")),
                          Answer(Text("5"), FULL, Text(), Decimal(5), Decimal(5))), **some),
        Portable(kind=Kind.MATCH, stem=Text(stem), id="match", name="match", right=Text(told),
                 pairs=(Pair(one, two, "x", "y"), Pair(two, two, "z", "y"), Pair(Text(), three, "", "w")), **some),
        Portable(kind=Kind.ORDER, stem=Text(stem), id="order", name="order",
                 answers=(Answer(two, id="b"), Answer(one, id="a"), Answer(three)), **some),
    )  # fmt: skip


BANK = Collection(
    every_kind(stem="Who said “a”?", text="Word ", told="The passage.\n\n[Label], paragraph 3"),
    title="A bank",
    description="Of two\nlines",
    language="en",
)
HOSTILE = Collection(
    every_kind(
        stem="<b>]]>\n&amp; \"'{}[x] \u202e\r\n\t  e\u0301",
        text="<i>&#65;]]>\"' \u202e[1]",
        told="  <script>\n\n\n]]> &lt; \\ \U0001f5fd ",
    ),
    title='A "<bank>"',
    language="en",
)

SIGNS = st.sampled_from(
    ["]]>", "<b>", "</div>", "<br>", "&amp;", "&", '"', "'", "\n", "\r\n", "\t", "  ", " ", "\u00a0", "[x]",
     "{}", "\u202e", "e\u0301", "\u2028", "\x85", "\0", "\x1b", "\ufffe", "word", "ß", "\U0001f5fd", "x" * 5000, "."]
)  # fmt: skip
TEXT = st.lists(SIGNS, min_size=1, max_size=6).map("".join) | st.text(min_size=1)
WORDS = st.lists(
    st.sampled_from(["word", "ß", "<b>", "&", "]]>", "[x]", "{}", '"', "e\u0301", "*"]),
    min_size=1,
    max_size=4,
)
LINE = WORDS.map(" ".join)
MAYBE = st.just(Text()) | TEXT.map(Text)
IDS = (
    st.just("")
    | st.text("ab-é. /", min_size=1, max_size=4)
    | st.sampled_from(["unnamed.1", "cq.1", "true"])
)
NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)


@st.composite
def numeric(draw: st.DrawFn) -> Answer:
    value, size = draw(NUMBERS), abs(draw(NUMBERS))
    more = draw(st.sampled_from([NONE, NONE, FULL]))
    return Answer(Text(format(value, "f")), FULL, draw(MAYBE), value - size, value + size + more)


@st.composite
def questions(draw: st.DrawFn) -> Portable:
    """A question as `exporting` makes them, with texts of any kind."""
    kind = draw(st.sampled_from([*list(Kind)[:7], Kind.ESSAY]))
    given: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    texts = st.lists(draw(st.sampled_from([TEXT, LINE])), min_size=1, max_size=4, unique=True)
    match kind:
        case Kind.NUMBER:
            given = tuple(draw(st.lists(numeric(), min_size=1, max_size=3)))
        case Kind.TRUE_FALSE:
            right = draw(st.sampled_from(["true", "false"]))
            given = (Answer(Text(right), FULL, draw(MAYBE)),)
            if draw(st.booleans()):
                other = "false" if right == "true" else "true"
                given = (*given, Answer(Text(other), NONE, draw(MAYBE)))
        case Kind.MATCH:
            found = [
                Pair(Text(draw(TEXT)), Text(right), draw(IDS), draw(IDS)) for right in draw(texts)
            ]
            spare = [Pair(Text(), Text(right), "", draw(IDS)) for right in draw(texts)]
            pairs = (*found, *spare[: draw(st.integers(0, 2))])
        case Kind.ORDER:
            given = tuple(Answer(Text(text), id=draw(IDS)) for text in draw(texts))
        case Kind.SHORT:
            marks = st.sampled_from([FULL, FULL, NONE])
            given = tuple(Answer(Text(text), draw(marks), draw(MAYBE)) for text in draw(texts))
        case _:
            right_ones = draw(texts)
            share = shares(len(right_ones)) if kind is Kind.MULTIPLE else FULL
            count = len(right_ones) if kind is Kind.MULTIPLE else 1
            given = tuple(
                Answer(Text(text), share, draw(MAYBE), id=draw(IDS)) for text in right_ones[:count]
            )
            less = -share if kind is Kind.MULTIPLE else NONE
            given += tuple(
                Answer(Text(text), less, draw(MAYBE), id=draw(IDS)) for text in draw(texts)
            )
    return Portable(
        kind=kind,
        stem=draw(MAYBE),
        id=draw(IDS),
        name=draw(TEXT),
        answers=given,
        pairs=pairs,
        general=draw(MAYBE),
        right=draw(MAYBE),
        wrong=draw(MAYBE),
        partly=draw(MAYBE) if draw(st.booleans()) else Text(),
        case_sensitive=kind is Kind.SHORT and draw(st.booleans()),
        category=tuple(draw(st.lists(LINE, max_size=2))),
        tags=tuple(draw(st.lists(LINE, max_size=2))),
        hints=tuple(draw(st.lists(TEXT.map(Text), max_size=2))),
        points=draw(st.none() | NUMBERS.map(abs)),
    )


def bare(question: Portable, points: Decimal | None = None) -> Portable:
    """A question with its texts as plain text and without where it came from; `points` stand for
    points that are not said."""
    typed = question.kind in (Kind.SHORT, Kind.NUMBER, Kind.TRUE_FALSE)

    def text(of: Text) -> Text:
        return Text(plain(of)[0]) if of.form is Form.HTML else of

    return replace(
        question,
        stem=text(question.stem),
        general=text(question.general),
        right=text(question.right),
        partly=text(question.partly),
        wrong=text(question.wrong),
        hints=tuple(map(text, question.hints)),
        answers=tuple(
            replace(one, text=one.text if typed else text(one.text), feedback=text(one.feedback))
            for one in question.answers
        ),
        pairs=tuple(
            replace(pair, left=text(pair.left), right=text(pair.right)) for pair in question.pairs
        ),
        points=points if question.points is None else question.points,
        foreign="",
        place="",
    )
