"""Questions as a file of anybody's may hold them, for Hypothesis."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from civicsquiz.formats import labels
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

HOSTILE = st.sampled_from(
    ["", " ", "~", "a", "A", "the a", "1", "-1.5", "1,000", "*", "a*b", "true", "null", "---", "- x", "x: y", "# c",
     "'", '"', "{}", "=", "\\", "->", "]]>", "<b>x</b>", "<", "&amp;", "a\nb", "\r\n", "\t", "\0", "\x1b[31m", "\u202e",
     "\u200b", "e\u0301", "all of the above", "x " * 2100, "y" * 250, "…", "\u2028", "\ufeff", "Ｗ", "✓"]
)  # fmt: skip
WORDS = st.lists(
    st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs"]), max_size=8)), max_size=4
)
VALUES = WORDS.map(" ".join)
TEXTS = st.builds(Text, VALUES, st.sampled_from(Form))
FIGURES = st.sampled_from([Decimal(n) for n in ("0", "1", "-1", "2.50", "80", "1e20", "1e-20")])
SHARES = st.sampled_from([Decimal(n) for n in ("1", "0", "0.5", "-0.5", "0.3333333", "-1", "0.25")])


def _labels(draw: st.DrawFn) -> tuple[str, ...]:
    pairs = draw(
        st.lists(
            st.tuples(
                st.sampled_from(
                    "stance holder topic accuracy as-of unit standard formerly x".split()
                ),
                st.one_of(
                    VALUES,
                    st.sampled_from(["opinion", "disputed", "fact", "the court", "loose", "2025"]),
                ),
            ),
            max_size=4,
        )
    )
    return tuple(labels.label(key, value) for key, value in pairs)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    least = draw(st.one_of(st.none(), FIGURES))
    most = None if least is None else draw(st.sampled_from([least, least + 1]))
    return Answer(
        draw(TEXTS), draw(SHARES), draw(TEXTS), least, most, draw(st.sampled_from(["", "a", "b"]))
    )


@st.composite
def portables(draw: st.DrawFn) -> Portable:
    kind = draw(st.sampled_from(Kind))
    given: list[Answer] = draw(st.lists(answers(), max_size=8))
    if kind is Kind.TRUE_FALSE:
        given = [
            Answer(Text(name), share, draw(TEXTS))
            for name, share in (("true", Decimal(1)), ("false", Decimal(0)))
        ]
    sides = st.builds(Pair, TEXTS, TEXTS, st.sampled_from(["", "l"]), st.sampled_from(["", "r"]))
    others: dict[str, Any] = {
        name: draw(TEXTS) for name in ("stem", "general", "right", "partly", "wrong")
    }
    return Portable(
        kind=kind,
        id=draw(VALUES),
        name=draw(VALUES),
        answers=tuple(given),
        pairs=tuple(draw(st.lists(sides, max_size=5))),
        case_sensitive=draw(st.booleans()),
        category=tuple(draw(st.lists(VALUES, max_size=3))),
        tags=_labels(draw),
        hints=tuple(draw(st.lists(TEXTS, max_size=6))),
        points=draw(st.one_of(st.none(), SHARES)),
        foreign=draw(VALUES),
        place=draw(VALUES),
        **others,
    )


COLLECTIONS = st.builds(
    Collection,
    st.lists(portables(), min_size=1, max_size=4).map(tuple),
    VALUES,
    VALUES,
    st.sampled_from(["", "en", "de-CH", "Klingon!"]),
)
