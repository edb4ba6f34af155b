"""Questions of every kind with hostile text, for formats that are to carry all of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

HOSTILE = (
    '"', "'", "''=1", "=1+1", "+", "-1", "@x", "\t", "\r", "\r\n", "\n\n", "a\nb", "<b>", "&lt;", "&amp;lt;",
    "<br>", "]]>", "->", "{{c1::x}}", "{{Question}}", "[sound:x.mp3]", "\\(x\\)", "#tags:x", "\x1b[31m",
    "\u202eabc", "e\u0301", "\ufeff", "\xa0", " a  b ", "::", ",", ";", "|", "\x85\u2028", "&nbsp;", "~{=}#",
    "[latex]x[/latex]", "/",
)  # fmt: skip
_SIGNS = st.characters(codec="utf-8", exclude_characters="\0\x1f")
VALUES = st.text(_SIGNS, min_size=1, max_size=20) | st.lists(
    st.sampled_from(HOSTILE), min_size=1, max_size=3
).map("".join)
FULL = VALUES.map(Text)
TEXTS = FULL | st.just(Text())
IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=12)
SHARES = st.sampled_from([Decimal(text) for text in ("1", "0", "-1", "0.5", "-0.25", "0.33333")])
FIGURES = st.decimals(-(10**20), 10**20, places=3)
NAMES = st.lists(VALUES, max_size=3).map(tuple)
ANSWERS = st.builds(
    Answer,
    text=TEXTS,
    fraction=SHARES,
    feedback=TEXTS,
    least=st.none() | FIGURES,
    most=st.none() | FIGURES,
    id=IDS,
)
PAIRS = st.builds(Pair, left=TEXTS, right=FULL, left_id=IDS, right_id=IDS)
QUESTIONS = st.builds(
    Portable,
    kind=st.sampled_from(list(Kind)[:7]),
    stem=FULL,
    id=IDS,
    name=VALUES | st.just(""),
    answers=st.lists(ANSWERS, max_size=4).map(tuple),
    pairs=st.lists(PAIRS, max_size=3).map(tuple),
    general=TEXTS,
    right=TEXTS,
    partly=TEXTS,
    wrong=TEXTS,
    case_sensitive=st.booleans(),
    category=NAMES,
    tags=NAMES,
    hints=st.lists(FULL, max_size=2).map(tuple),
    points=st.none() | FIGURES,
)
COLLECTIONS = st.builds(
    Collection,
    questions=st.lists(QUESTIONS, max_size=4, unique_by=lambda one: one.id).map(tuple),
    title=VALUES | st.just(""),
    description=VALUES | st.just(""),
    language=st.sampled_from(("", "en", "de-CH")),
    topics=NAMES,
    id=IDS,
)

CHOICE = Portable(
    kind=Kind.CHOICE,
    stem=Text("Who wrote for the Court?"),
    id="who-wrote",
    answers=(
        Answer(Text("Earl Warren"), Decimal(1), id="warren"),
        Answer(Text("Hugo Black"), Decimal(0), Text("He joined the opinion."), id="black"),
    ),
    general=Text("Warren wrote.\n\n“…”"),
    category=("trop-v-dulles",),
    tags=("fact",),
)


def placeless(collection: Collection) -> Collection:
    """Without where the questions stand in the file."""
    return replace(
        collection, questions=tuple(replace(one, place="") for one in collection.questions)
    )


def marked_up(text: str) -> Text:
    return Text(text, Form.HTML)
