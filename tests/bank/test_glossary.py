"""The shared glossary's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz import paths
from civicsquiz.bank import glossary
from civicsquiz.bank.models import Term
from civicsquiz.errors import FileError
from civicsquiz.source.cache import Cache
from civicsquiz.source.visible import controls

HEAD = "civicsquiz-glossary: 1\nlanguage: en\nentries:\n"
GOOD = HEAD + "  - {term: due process, also: [process of law], entry: Fair rules.}\n"


def test_entries_are_read() -> None:
    """A term with its other forms and its entry, white space evened out."""
    text = HEAD + "  - term: bail\n    entry: >\n      Money that is\n      given.\n"
    assert glossary.parse(text, Path("g.yaml")) == (Term("bail", (), "Money that is given."),)
    assert glossary.parse(GOOD, Path("g.yaml"))[0].also == ("process of law",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "g.yaml:1:1: is no glossary: begin it with “civicsquiz-glossary: 1”"),
        ("civicsquiz-glossary: 2\n", "g.yaml:1:1: is no glossary"),
        ("civicsquiz-glossary: 1\n", "g.yaml:1:1: has no list of “entries”"),
        (HEAD + "  - bail\n", "g.yaml:4:5: is no entry: write “term”, “also” and “entry”"),
        (HEAD + "  - {term: bail}\n", "g.yaml:4:5: “entry” is no text: write it out"),
        (HEAD + "  - {term: bail, entry: ' '}\n", "g.yaml:4:18: “entry” is no text"),
        (HEAD + "  - {term: a, also: b, entry: c}\n", "g.yaml:4:15: “also” is no list"),
        (HEAD + "  - {term: a, alos: [b], entry: c}\n", "g.yaml:4:15: unknown key “alos”"),
        (GOOD + "  - {term: bail, also: [Due Process], entry: x}\n", "g.yaml:5:5: “Due Process” stands"),
        (HEAD + "  - {term: [a, entry: b}\n", "g.yaml:4:"),
        ("colour: red\n" + GOOD, "g.yaml:1:1: unknown key “colour”"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_with_its_place(text: str, told: str) -> None:
    """Whatever is wrong with the file is said in one line: where, what, and the mend."""
    with pytest.raises(FileError) as raised:
        glossary.parse(text, Path("g.yaml"))
    assert str(raised.value).startswith(told)
    assert "\n" not in str(raised.value)


def test_control_characters_are_shown(tmp_path: Path) -> None:
    """Text of the file cannot speak to a terminal."""
    (term,) = glossary.parse(
        HEAD + '  - {term: "b\\e[31mail", entry: "\\u202Eyenom"}\n', Path("g.yaml")
    )
    assert controls(term.term + term.entry) == []


def test_the_cache_gives_the_same(tmp_path: Path) -> None:
    """A second reading comes out of the cache, a changed file does not; a spoilt cache counts as
    none."""
    path, cache = tmp_path / "g.yaml", Cache(tmp_path / "cache", "1")
    path.write_text(GOOD, "utf-8")
    first = glossary.load(path, cache)
    (kept,) = (tmp_path / "cache").iterdir()
    assert glossary.load(path, cache) == first
    cache.put("glossary", path.read_bytes(), [["due process", "ab", 3]])
    assert glossary.load(path, cache) == first
    kept.write_text("{", "utf-8")
    assert glossary.load(path, cache) == first
    path.write_text(GOOD.replace("Fair", "Just"), "utf-8")
    assert glossary.load(path, cache)[0].entry == "Just rules."


def test_the_shipped_glossary() -> None:
    """It can be read, and its entries are short: at most 45 words."""
    terms = glossary.load(paths.shipped_seeds() / "glossary.yaml")
    assert {"due process", "extradition"} <= {term.term for term in terms}
    assert [term.term for term in terms if len(term.entry.split()) > 45] == []
