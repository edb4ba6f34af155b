"""YAML as plain data: what is read, what is refused, where, and what would mend it."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.source import safe_yaml

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(8)
)
MERGES = "a: &a {x: y}\n" + "".join(f"b{n}: {{<<: [*a, *a]}}\n" for n in range(9))

# What a file may hold: name -> text, line, column, words of the problem, words of the mend.
BAD: dict[str, tuple[str, int, int, str, str]] = {
    "100,000 brackets": ("a: " + "[" * 100_000, 1, 23, "nested over 20 deep", "unnest"),
    "100,000 braces": ("{a: " * 100_000, 1, 81, "nested over 20 deep", "unnest"),
    "100,000 dashes": ("- " * 100_000, 1, 41, "nested over 20 deep", "unnest"),
    "100,000 questions": ("? " * 100_000, 1, 3, "a key that is not text", "plain key"),
    "depth 3,000": ("a: " + "[" * 3000 + "]" * 3000, 1, 23, "nested over 20 deep", "unnest"),
    "an alias bomb": (BOMB, 1, 4, "an anchor (&a)", "write the text out"),
    "a merge bomb": (MERGES, 1, 4, "an anchor (&a)", "write the text out"),
    "an alias": ("a: *b\n", 1, 4, "an alias (*b)", "write the text out"),
    "an alias as a key": ("*b : a\n", 1, 1, "an alias (*b)", "write the text out"),
    "an anchored key": ("x: y\n&b a: c\n", 2, 1, "an anchor (&b)", "write the text out"),
    "a long anchor": (f"a: &{'b' * 9999} c\n", 1, 4, "bbb…)", "write the text out"),
    "an object": ("a: !!python/object/apply:os.system [b]\n", 1, 4, "a tag (tag:yaml", "remove it"),
    "a local tag": ("a:\n  - !b c\n", 2, 5, "a tag (!b)", "remove it"),
    "a plain tag": ("a: !!int 5\n", 1, 4, "a tag (tag:yaml.org,2002:int)", "all values are text"),
    "a set": ("!!set {a, b}\n", 1, 1, "a tag", "remove it"),
    "a duplicate key": ("a: b\nc: d\na: e\n", 3, 1, "“a” stands twice", "keep one"),
    "a duplicate within": ("a:\n  - {b: c, b: d}\n", 2, 12, "“b” stands twice", "keep one"),
    "a quoted duplicate": ("a: b\n\"a\": c\n", 2, 1, "“a” stands twice", "keep one"),
    "NUL": ("a: b\nc: d\0\n", 2, 5, "a control character (U+0000)", "remove it"),
    "ESC": ("a: \x1b[31m\n", 1, 4, "a control character (U+001B)", "remove it"),
    "DEL": ("a: \x7f\n", 1, 4, "a control character (U+007F)", "remove it"),
    "C1": ("a: b\r\nc: \x9b\n", 2, 4, "a control character (U+009B)", "remove it"),
    "a lone surrogate": ("a: \ud800\n", 1, 4, "a control character (U+D800)", "remove it"),
    "no character": ("a: \uffff\n", 1, 4, "a control character (U+FFFF)", "remove it"),
    "a line separator": ("a: b\u2028c: d\n", 1, 5, "an odd line end (U+2028)", "remove it"),
    "a paragraph separator": ("a: |\n  b\u2029", 2, 4, "an odd line end (U+2029)", "remove it"),
    "a next line": ("a: 'b\x85c'\n", 1, 6, "an odd line end (U+0085)", "remove it"),
    "two documents": ("a: b\n---\nc: d\n", 2, 1, "a second YAML document", "keep one"),
    "many documents": ("---\n" * 50_000, 2, 1, "a second YAML document", "keep one"),
    "a list as a key": ("a: b\n? [c]\n: d\n", 2, 3, "a key that is not text", "plain key"),
    "keys as a key": ("{a: b}: c\n", 1, 1, "a key that is not text", "plain key"),
    "tabs": ("a:\n\tb: c\n", 2, 1, "not YAML", "indent with spaces"),
    "a tab before a dash": ("a:\n\t- b\n", 2, 1, "not YAML", "indent with spaces"),
    "an unclosed quote": ("a: b\nc: \"d\ne: f\n", 2, 4, "end of stream", "close the quotation"),
    "an unclosed single": ("a: 'b\n", 1, 4, "end of stream", "close the quotation marks"),
    "an unclosed bracket": ("a: [b\n", 1, 4, "expected ',' or ']'", "close the bracket"),
    "a lone bracket": ("a: b\nc: [", 2, 5, "not YAML", "check quotes"),
    "a colon too many": ("a: b: c\n", 1, 5, "mapping values", "that holds a colon"),
    "a colon below": ("a: b\n  c: d\n", 2, 4, "mapping values", "that holds a colon"),
    "an apostrophe": ("a: 'it's'\n", 1, 8, "not YAML", "check quotes"),
    "a list on a key's line": ("a: - b\n", 1, 4, "entries are not allowed", "line of its own"),
    "a backtick": ("a: `b`\n", 1, 4, "cannot start", "in quotation marks"),
    "an at sign": ("a: @b\n", 1, 4, "cannot start", "in quotation marks"),
    "a percent sign": ("a: %b\n", 1, 4, "cannot start", "in quotation marks"),
    "an unknown escape": ('a: "\\q"\n', 1, 0, "unknown escape", "double the backslash"),
    "a wrong indentation": ("a: b\n c: d\n", 2, 3, "not YAML", ""),
    "another YAML": ("%YAML 3.0\n---\na\n", 1, 1, "incompatible", ""),
    "a list after keys": ("a: b\n- c\n", 2, 1, "not YAML", ""),
}  # fmt: skip


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's parsers: where libyaml is missing, the slow one serves."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(safe_yaml, "_LOADER", getattr(yaml, request.param))
    return str(request.param)


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_refused_with_its_place_and_mend(loader: str, what: str) -> None:
    """The first problem, at once, whichever parser finds it; nothing long is repeated."""
    text, line, column, problem, mend = BAD[what]
    began = time.perf_counter()
    _, problems = safe_yaml.load(text)
    assert time.perf_counter() - began < 3
    first = problems[0]
    assert (first.line, column and first.column) == (line, column)
    assert problem in first.problem
    assert mend in first.mend
    assert first.mend
    assert len(first.problem) < 200


def test_a_problem_of_syntax_leaves_no_data(loader: str) -> None:
    """Nobody goes on with half a file; a duplicate keeps its first value, and every one is told."""
    for what in ("an unclosed quote", "an alias bomb", "depth 3,000", "a line separator", "NUL"):
        assert safe_yaml.load(BAD[what][0])[0] is None
    data, problems = safe_yaml.load("a: b\na: [c]\na: {d: e}\nf: g\n")
    assert data == {"a": "b", "f": "g"}
    assert [(each.line, each.column) for each in problems] == [(2, 1), (3, 1)]


@pytest.mark.parametrize(
    "written",
    [
        "no", "yes", "on", "off", "y", "12:30", "010", "0o17", "0x1F", "1e3", ".5", "5.", ".inf", ".nan",
        "1_000", "1787-09-17", "2025-02-30", "2001-12-14t21:59:43.10-05:00", "-1", "+1", "9" * 5000,
        "Yes", "NO", "nULL", "tRUE", "=", "<<", "3:1", "1.0.0",
    ],
)  # fmt: skip
def test_plain_scalars_are_text(loader: str, written: str) -> None:
    """Numbers, dates, times and the words that YAML 1.1 takes for booleans stay what was written."""
    assert safe_yaml.load(f"a: {written}\nb:\n  - {written}\n") == (
        {"a": written, "b": [written]},
        [],
    )


def test_true_false_and_null_are_what_they_say(loader: str) -> None:
    """In the three forms of each, unless they are quoted; as keys they are text."""
    text = "[true, True, TRUE, false, False, FALSE, null, Null, NULL, ~, 'true', \"null\", '']"
    assert safe_yaml.load(text) == (
        [True] * 3 + [False] * 3 + [None] * 4 + ["true", "null", ""], [],
    )  # fmt: skip
    assert safe_yaml.load("a:\nb: |\n  true\n! c: ! d\n") == (
        {"a": None, "b": "true\n", "c": "d"}, [],
    )  # fmt: skip
    assert safe_yaml.load("true: a\nnull: b\n~: c\n1: d\n") == (
        {"true": "a", "null": "b", "~": "c", "1": "d"}, [],
    )  # fmt: skip


def test_what_is_empty_is_nothing(loader: str) -> None:
    """A file without a document, or with an empty one, has no data and no problems."""
    for text in ("", "\n", "# only this\n", "---\n", "--- \n...\n"):
        assert safe_yaml.load(text) == (None, [])
    assert safe_yaml.places("") == {(): (1, 1)}


def test_as_deep_as_may_be(loader: str) -> None:
    """Twenty levels are read, and more of them side by side."""
    text = "[" * 20 + "]" * 20
    assert safe_yaml.load(f"[{text[1:-1]}, {text[1:-1]}]")[1] == []
    assert safe_yaml.load(f"[{text}]")[1] != []


# Strings that PyYAML writes and reads back; its line folding loses some others.
TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
    ),
    max_size=20,
) | st.sampled_from(["no", "12:30", "010", "true", "~", "a: b", "- a", "# a", "'", '"', "&a", "*a", "!a",
                     "a\nb", " a ", "a\n", "\n", "\t", "2025-02-30", "<<", "é", "%", "@", "`", "{", "[a"])  # fmt: skip
DATA = st.recursive(
    TEXT | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def round_trips(data: Any, text: str) -> bool:
    try:
        return bool(yaml.safe_load(text) == data)
    except yaml.YAMLError:
        return False


@given(
    data=DATA, flow=st.sampled_from([None, True, False]), unicode=st.booleans(), sort=st.booleans()
)
@settings(max_examples=examples(250))
def test_what_pyyaml_writes_is_read_as_pyyaml_reads_it(
    data: Any, flow: bool | None, unicode: bool, sort: bool
) -> None:
    """Plain data in every style; and every value has its place."""
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=unicode, sort_keys=sort)
    if not round_trips(data, text):
        return
    assert safe_yaml.load(text) == (data, [])
    places = safe_yaml.places(text)
    assert set(places) == set(paths(data, ()))
    lines = text.split("\n")
    for line, column in places.values():
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


def paths(data: Any, at: safe_yaml.Path) -> list[safe_yaml.Path]:
    """The path of everything in some data."""
    found = [at]
    if isinstance(data, dict):
        for key, value in data.items():
            found += paths(value, (*at, key))
    if isinstance(data, list):
        for number, value in enumerate(data):
            found += paths(value, (*at, number))
    return found


def test_places(loader: str) -> None:
    """A value in a mapping is where its key is; one in a list is where it is itself."""
    text = '# a bank\na: b\nc:\n  - d\n  - e: f\n    g: [h, {i: j}]\n"k": |\n  l\n'
    assert safe_yaml.places(text) == {
        (): (1, 1), ("a",): (2, 1), ("c",): (3, 1), ("c", 0): (4, 5), ("c", 1): (5, 5),
        ("c", 1, "e"): (5, 5), ("c", 1, "g"): (6, 5), ("c", 1, "g", 0): (6, 9),
        ("c", 1, "g", 1): (6, 12), ("c", 1, "g", 1, "i"): (6, 13), ("k",): (7, 1),
    }  # fmt: skip


def test_places_of_what_stands_twice_are_the_first(loader: str) -> None:
    """As the value is the first; a second document has none."""
    text = "a: [b]\na: [c, d]\n---\na: b\ne: f\n"
    places = safe_yaml.places(text)
    assert (places[("a",)], places[("a", 0)]) == ((1, 1), (1, 5))
    assert ("e",) not in places


@given(
    text=st.text(st.sampled_from("ab:-[]{}#&*!|>'\"%@`,? \n\t\r\\ué\u2028\x85\0~<"), max_size=40)
)
@settings(max_examples=examples(500))
def test_no_text_is_too_much(text: str) -> None:
    """Whatever stands in it: data or problems, each in the text, and never an error."""
    data, problems = safe_yaml.load(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.problem
        assert problem.mend
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    if data is not None:
        assert () in safe_yaml.places(text)
