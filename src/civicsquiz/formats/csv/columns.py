"""The names of our columns. Lists have one column for each entry: `answer 1`, `why 1`, `answer 2` …

A question that is typed in by hand needs `question` and `answer` only; `headings.py` has the names that
other programs' tables give to these and other columns.
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
    "question text": "question", "question stem": "question",
    "back": "answer 1", "definition": "answer 1", "key": "answer 1", "correct answer": "answer 1",
    "category": "topic", "subject": "topic", "question type": "type", "tag": "tags",
    "explanation": "feedback", "rationale": "feedback", "general feedback": "feedback",
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


def known() -> tuple[str, ...]:
    """The titles that name a column of ours, lists by their first."""
    listed = (f"{name} 1" for name in sorted(_LISTED))
    return (*SCALARS, *LAST, *_OTHERS, *sorted(_LISTED), *listed)
