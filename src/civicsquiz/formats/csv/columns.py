"""The names of our columns. Lists have one column for each entry: `answer 1`, `why 1`, `answer 2` …

A question that is typed in by hand needs `question` and `answer` only; other programs' names for these
two are taken as well.
"""

from __future__ import annotations

SCALARS = (
    "id", "type", "topic", "name", "question",
)  # fmt: skip
"""Stand first, in this order."""
ANSWER = ("answer", "mark", "why", "least", "most", "answer id")
PAIR = ("left", "right", "left id", "right id")
HINT = ("hint",)
LAST = (
    "feedback", "if right", "if partly", "if wrong", "points", "case", "tags", "language", "markup",
    "foreign type",
)  # fmt: skip
"""Stand last, in this order."""
NUMBERED = (ANSWER, PAIR, HINT)
"""Stand between, each group numbered through."""
BANK = "bank"
"""The type of the row, if there is one, that holds what is of the whole table."""

_OTHERS = {
    "stem": "question", "front": "question", "term": "question", "prompt": "question",
    "back": "answer 1", "definition": "answer 1", "key": "answer 1", "correct answer": "answer 1",
    "category": "topic", "explanation": "feedback", "rationale": "feedback", "tag": "tags",
}  # fmt: skip
_LISTED = frozenset(name for group in NUMBERED for name in group)
_ALONE = frozenset((*SCALARS, *LAST))


def column(title: str) -> str:
    """Our name of the column that has this title; empty where it is none of ours."""
    name = " ".join(title.replace("_", " ").lower().split())
    name = _OTHERS.get(name, name)
    if name in _ALONE:
        return name
    if name in _LISTED:
        return f"{name} 1"
    listed, _, number = name.rpartition(" ")
    if listed in _LISTED and number.isascii() and number.isdigit() and len(number) < 5:
        return f"{listed} {int(number)}" if int(number) else ""
    return ""


def named(titles: list[str]) -> bool:
    """Whether a first record is a header: it names a question and what would be answered."""
    names = {column(title) for title in titles}
    return "question" in names and not names.isdisjoint(("answer 1", "left 1", "type"))
