"""YAML as plain data, read in one pass over its events, with everything clever refused.

PyYAML's loaders cannot be given a stranger's file: deep nesting ends the process, aliases of 431
bytes fill the memory, and `no`, `12:30` or `010` turn into something else. Here only mappings,
sequences and scalars exist; a plain scalar is text, but for true, false and null.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

DEEPEST = 20
"""Levels of nesting that are read; a bank needs eight."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    "null": None,
    "Null": None,
    "NULL": None,
    "~": None,
    "": None,
}
_MENDS = (
    ("mapping values are not allowed", "put text that holds a colon in quotation marks"),
    ("cannot start any token", "indent with spaces, and put the text in quotation marks"),
    ("unexpected end of stream", "close the quotation marks"),
    ("unknown escape character", "double the backslash, or use single quotation marks"),
    ("sequence entries are not allowed", "begin the list on a line of its own"),
    ("expected ',' or", "close the bracket"),
)
_SEPARATORS = "\x85\u2028\u2029"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is not the YAML that is read here; `line` and `column` count from 1."""

    line: int
    column: int
    problem: str
    mend: str


def load(text: str) -> tuple[Any, list[Problem]]:
    """The data in `text`: dict, list, str, bool and None; and all problems found.

    With a problem of syntax the data is None; a duplicate key keeps its first value.
    """
    problems: list[Problem] = []
    if any(sign in text for sign in _SEPARATORS):
        return None, [_character(text, re.search(f"[{_SEPARATORS}]", text), "an odd line end")]
    try:
        values = list(_documents(text, problems))
    except _Refused as refused:
        return None, [*problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*problems, _syntax(text, error)]
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        return None, [_character(text, _FORBIDDEN.search(text), "a control character")]
    return (values[0] if values else None), problems


def _events(text: str) -> Iterator[Any]:
    """The parser's events; their types are told by class, so their attributes are not declared."""
    yield from yaml.parse(text, Loader=_LOADER)


class _Refused(Exception):
    def __init__(self, mark: Any, problem: str, mend: str) -> None:
        self.problem = Problem(mark.line + 1, mark.column + 1, problem, mend)


def _documents(text: str, problems: list[Problem]) -> Iterator[Any]:
    """The root value of the first document; that there is a second is a problem. A stack takes the
    place of recursion, so depth is a number and not the process's own stack."""
    started = False
    stack: list[Any] = []
    keys: list[Any] = []
    for event in _events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                _refuse_clever(event)
            value: Any = event.value
            if event.implicit[0] and not event.style and value in _PLAIN:
                value = _PLAIN[value]
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                _refuse_clever(event)
            if len(stack) >= DEEPEST:
                raise _Refused(event.start_mark, f"is nested over {DEEPEST} deep", "unnest it")
            if keys and keys[-1] is _NO_KEY and type(stack[-1]) is dict:
                raise _Refused(event.start_mark, "a key that is not text", "write a plain key")
            stack.append({} if kind is yaml.MappingStartEvent else [])
            keys.append(_NO_KEY)
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = stack.pop()
            keys.pop()
        elif kind is yaml.AliasEvent:
            raise _Refused(event.start_mark, f"an alias (*{_short(event.anchor)})", _WRITE_OUT)
        elif kind is yaml.DocumentStartEvent and started:
            refused = _Refused(event.start_mark, "a second YAML document", "keep one a file")
            problems.append(refused.problem)
            return
        else:
            started = started or kind is yaml.DocumentStartEvent
            continue
        if not stack:
            yield value
        elif type(stack[-1]) is list:
            stack[-1].append(value)
        elif keys[-1] is _NO_KEY:
            key = value if type(value) is str else event.value
            if key in stack[-1]:
                mark = event.start_mark
                problems.append(
                    Problem(
                        mark.line + 1, mark.column + 1, f"“{_short(key)}” stands twice", "keep one"
                    )
                )
                keys[-1] = _DUPLICATE
            else:
                keys[-1] = key
        else:
            if keys[-1] is not _DUPLICATE:
                stack[-1][keys[-1]] = value
            keys[-1] = _NO_KEY


_NO_KEY: Any = object()
_DUPLICATE: Any = object()


_WRITE_OUT = "write the text out"


def _refuse_clever(event: Any) -> None:
    if event.anchor:
        raise _Refused(event.start_mark, f"an anchor (&{_short(event.anchor)})", _WRITE_OUT)
    if event.tag and event.tag != "!":
        raise _Refused(
            event.start_mark, f"a tag ({_short(event.tag)})", "remove it; all values are text"
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _syntax(text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Where the parser stumbled; where that is the end of the file, what was never closed."""
    mark = error.problem_mark or error.context_mark
    end = len(text.rstrip())
    if mark and error.context_mark and mark.index >= end:
        mark = error.context_mark
    line, column = _place(text, end)
    if mark and mark.index < end:
        line, column = mark.line + 1, mark.column + 1
    said = error.problem or "is not YAML"
    begun = error.context_mark.line + 1 if error.context_mark else line
    if begun < line:
        said += f"; what it stands in began on line {begun}"
    mends = (mend for words, mend in _MENDS if words in said)
    mend = next(mends, "check quotes, colons and indentation")
    return Problem(line, column, f"is not YAML here ({said})", mend)


def _character(text: str, found: re.Match[str] | None, what: str) -> Problem:
    at = found.start() if found else 0
    code = f" (U+{ord(text[at]):04X})" if text else ""
    return Problem(*_place(text, at), f"{what}{code}", "remove it")


def _place(text: str, at: int) -> tuple[int, int]:
    before = re.split(r"\r\n?|\n", text[:at])
    return len(before), len(before[-1]) + 1


Path = tuple[str | int, ...]


def places(text: str) -> dict[Path, tuple[int, int]]:
    """Line and column, from 1, of every value in a text that `load` reads, by its path.

    The place of a value in a mapping is that of its key. Made only when there is something to
    point at: it takes longer than loading. Of a key that stands twice, the first place.
    """
    found: dict[Path, tuple[int, int]] = {(): (1, 1)}
    path: list[str | int] = []
    in_mapping: list[bool] = []
    awaiting_key: list[bool] = []
    for event in _events(text):
        if isinstance(event, yaml.DocumentEndEvent):
            break
        ends = isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
        starts = isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
        if not (ends or starts or isinstance(event, yaml.ScalarEvent)):
            continue
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if not ends and in_mapping:
            if in_mapping[-1] and awaiting_key[-1]:
                path[-1] = event.value
                awaiting_key[-1] = False
                found.setdefault(tuple(path), mark)
                continue
            if not in_mapping[-1]:
                path[-1] = int(path[-1]) + 1
                found.setdefault(tuple(path), mark)
        if starts:
            mapping = isinstance(event, yaml.MappingStartEvent)
            in_mapping.append(mapping)
            awaiting_key.append(mapping)
            path.append("" if mapping else -1)
            continue
        if ends:
            in_mapping.pop()
            awaiting_key.pop()
            path.pop()
        if in_mapping and in_mapping[-1]:
            awaiting_key[-1] = True
    return found
