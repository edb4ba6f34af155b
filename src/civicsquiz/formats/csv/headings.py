"""The first row of a table of questions, whoever made it: which column is what.

Besides our own columns a table may have its options in columns of their own and one that says which of
them is right (`option a`, `option b`, `correct`), or the right answer and the wrong ones (`correct`,
`wrong 1`, `wrong 2`). Which of these a table is, its whole first row tells: `answer` is the key where
there are options, and what is to be typed where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from civicsquiz.formats.csv.columns import column, known

KEY, OPTION, WRONG = "key", "option", "wrong"
"""What is called so besides our own columns; options and wrong answers are numbered."""
TITLES = "question, option a, option b, option c, correct; or question, answer"
"""Two first rows that can be read, for messages."""

_OPTIONS = frozenset(
    "option choice alternative answeroption answerchoice possibleanswer optiontext choicetext".split()
)
_WRONGS = frozenset(
    "wrong wronganswer wrongoption wrongchoice distractor distracter distractortext incorrect incorrectanswer"
    " incorrectoption incorrectchoice incorrectresponse".split()
)
_KEYS = frozenset(
    "correct correctanswer correctanswers correctoption correctoptions correctchoice correctletter correctnumber"
    " correctindex correctresponse answerkey rightanswer rightoption rightchoice key solution".split()
)
_ENUMERATED = re.compile(r"([a-z]{2,40}?)([0-9]{1,4}|[a-j])")
_LETTERS = "abcdefghij"
_ANSWER, _LETTER = "bare answer", "letter"
_LONGEST = 100


def columns_of(titles: Sequence[str]) -> tuple[str, ...]:
    """Our name of each column, `key`, `option 2` or `wrong 1`; empty where it is none of these."""
    names = [_one(title) for title in titles]
    _numbered_through(names, OPTION)
    _numbered_through(names, WRONG)
    has_key = KEY in names or _ANSWER in names
    letters = [name for name in names if name.startswith(f"{_LETTER} ")]
    if "question" in names and has_key and {f"{_LETTER} 1", f"{_LETTER} 2"} <= set(letters):
        names = [_renamed(name, _LETTER, OPTION) for name in names]
    names = ["" if name.startswith(f"{_LETTER} ") else name for name in names]
    marked = has(names, "mark")
    options = has(names, OPTION)
    if options and marked and not has_key:
        names, options = [_renamed(name, OPTION, "answer") for name in names], False
    elif not (options or marked or has(names, WRONG)) and {"answer 1", "answer 2"} <= set(names):
        options = has_key
        if options:
            names = [_renamed(name, "answer", OPTION) for name in names]
    if options:
        first = KEY if KEY in names else _ANSWER
        dropped = ("answer ", "mark ") if first in names else ()
        names = ["" if dropped and name.startswith(dropped) else name for name in names]
        return _only(names, first, KEY)
    return _only(names, _ANSWER if _ANSWER in names else KEY, "answer 1")


def named(titles: Sequence[str]) -> bool:
    """Whether a first record is a header: it names a question and what would be answered."""
    names = columns_of(titles)
    asked = not {"answer 1", "left 1", "type", KEY}.isdisjoint(names)
    return "question" in names and (asked or has(names, OPTION) or has(names, WRONG))


def has(names: Sequence[str], listed: str) -> bool:
    """Whether there is any column of a numbered list."""
    return any(
        name.startswith(f"{listed} ") and name[len(listed) + 1 :].isdigit() for name in names
    )


def nearest(title: str) -> str:
    """The known title that one of no meaning is most like; empty where it is like none."""
    words = [*known(), "option a", "correct", "wrong 1", "distractor 1", "incorrect 1", "choice a"]
    found = get_close_matches(_plain(title), words, 1, 0.75)
    return found[0] if found else ""


def _plain(title: str) -> str:
    """A title without what templates add to it: `Answer 1 - max 75 characters`, `Correct answer(s):`."""
    name = title[:_LONGEST].partition(" - ")[0].replace("_", " ").replace("(s)", "").lower()
    return " ".join(name.strip(" \t\ufeff.:;#*?()[]").split())


def _one(title: str) -> str:
    name = _plain(title)
    bare = name.replace(" ", "").replace("-", "")
    if bare == "answer":
        return _ANSWER
    if bare in _KEYS:
        return KEY
    if bare in _OPTIONS:
        return OPTION
    if bare in _WRONGS:
        return WRONG
    if len(bare) == 1 and bare in _LETTERS:
        return f"{_LETTER} {_LETTERS.index(bare) + 1}"
    found = _ENUMERATED.fullmatch(bare)
    word, sign = found.groups() if found else ("", "")
    number = int(sign) if sign.isdigit() else _LETTERS.find(sign) + 1
    if number and word in _OPTIONS | {"answer"}:
        return f"{'answer' if word == 'answer' and sign.isdigit() else OPTION} {number}"
    if number and word in _WRONGS:
        return f"{WRONG} {number}"
    return column(name)


def _numbered_through(names: list[str], listed: str) -> None:
    """Columns that have the name of a list and no number get the next ones that are free."""
    taken, number = set(names), 0
    for at, name in enumerate(names):
        if name == listed:
            while f"{listed} {(number := number + 1)}" in taken:
                pass
            names[at] = f"{listed} {number}"


def _renamed(name: str, listed: str, new: str) -> str:
    number = name.removeprefix(f"{listed} ")
    return f"{new} {number}" if number != name and number.isdigit() else name


def _only(names: Sequence[str], first: str, new: str) -> tuple[str, ...]:
    """The first column of a name gets its new one, if no other has it; others that say what is right
    have none."""
    at = names.index(first) if first in names and (new == KEY or new not in names) else -1
    others = (KEY, _ANSWER)
    return tuple(
        new if here == at else "" if name in others else name for here, name in enumerate(names)
    )
