"""Values written as YAML load to the same values, and look as the shipped banks do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank import files
from civicsquiz.bank.editing import emit, forms
from civicsquiz.bank.editing.scalars import WIDTH, scalar
from civicsquiz.source import safe_yaml

HOSTILE = (
    "no", "Yes", "12:30", "1958", "-5", "0x1F", "1e3", ".5", "2025-02-05", "null", "~", "true", "- x",
    "-", "?", ": ", "a: b", "a:", "#", "a #b", "#b", "'", '"', "'a'", '"a" b', "it's", "\\", "a\\nb",
    "“é” 漢 😀", "a\tb", "\t", " a", "a ", "", "  ", "\n", "a\n", "\na", "a\n\nb\n\n", "a\r\nb", "\x00",
    "\x1b[2J", "\x85", "\u2028", "\ufeff", "\xa0", "---", "...", "--- a", "... a", "[a]", "{a: b}",
    "a, b", "&a", "*a", "!a", "|", ">", "%", "@", "`", "<<", "=", "a" * 300, "word " * 60, "w " * 80 + "w",
    "two  spaces " * 20 + "end", "word " * 40 + "\u200b#", "x" * 119 + " #", "- " * 100 + "z",
)  # fmt: skip
texts = st.sampled_from(HOSTILE) | st.text("ab:#-'\" \\\n,[]{}é\t", max_size=160)
scalars = texts | st.booleans() | st.none()
keys = st.sampled_from(["stem", "key", "why", "text", "value", "a: b", "#", "no", "hints"])
values = st.recursive(
    scalars,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(keys, inside, max_size=3),
    max_leaves=8,
)


def loaded(text: str) -> Any:
    data, problems = safe_yaml.load(text)
    assert not problems
    return data


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_everywhere(text: str) -> None:
    """As a value, in a list, in brackets, as a number that is none, between other keys."""
    data = {"stem": text, "key": {"value": text}, "accept": [text, text], "why": {"text": text}}
    assert (
        loaded("".join(line + "\n" for key in data for line in emit.pair(key, data[key], 0)))
        == data
    )
    assert loaded(f"[{scalar(text, flow=True)}, {{a: {scalar(text, flow=True)}}}]") == [
        text,
        {"a": text},
    ]
    assert loaded(emit.item({"id": "x", **data})) == [{"id": "x", **data}]


@given(values)
def test_any_values_come_back(value: Any) -> None:
    """Of an item, and within a whole bank between other items."""
    item = {"id": "x", "stem": value, "zzz": value}
    assert loaded(emit.item(item)) == [item]
    bank = {
        "civicsquiz": "1",
        "sources": {"p": {"label": value}},
        "items": [item, item],
        "topics": {},
    }
    assert loaded(emit.bank(bank)) == bank


def test_quotation_marks_where_they_are_needed_alone() -> None:
    """House style: text is plain; what another program would take for something else is quoted."""
    shown = {
        "Earl Warren": "Earl Warren", "Trop v. Dulles": "Trop v. Dulles", "“Period.”": "“Period.”",
        "http://a.b/c": "http://a.b/c", "1958": '"1958"', "no": '"no"', "2025-02": '"2025-02"',
        "a: b": '"a: b"', 'say "so": ok': "'say \"so\": ok'", "The 1958 case": "The 1958 case",
    }  # fmt: skip
    assert {text: scalar(text) for text in shown} == shown
    assert scalar("a, b", flow=True) == '"a, b"'
    assert scalar("500", number=True) == "500"


def test_the_style_of_the_shipped_banks() -> None:
    """An item in the order of the documentation, folded and in brackets as they have it."""
    item = {
        "status": "draft", "draft": {"rule": "quantity@1", "fact": "3f6c1d0a9b2e4875"},
        "evidence": [{"plain": "So.", "exact": "It is illegal to do so.", "source": "paper"}],
        "rationale": "Words " * 25 + "end.", "key": {"unit": "miles", "value": "500"},
        "holder": {"also": ["Medina"], "name": "M. Isabel Medina"}, "stem": "How far?",
        "misses": [{"why": "No, it is not.", "answer": "400"}], "type": "number", "id": "far",
        "standards": ["C3 D2.Civ.4.9-12"], "stance": "fact", "topic": "t", "origin": "drafted",
    }  # fmt: skip
    wrapped = " ".join(["Words"] * 17), " ".join(["Words"] * 8 + ["end."])
    assert (
        emit.item(item)
        == f"""\
  - id: far
    type: number
    topic: t
    stance: fact
    holder: {{name: M. Isabel Medina, also: [Medina]}}
    stem: How far?
    key: {{value: 500, unit: miles}}
    misses:
      - answer: "400"
        why: No, it is not.
    rationale: >-
      {wrapped[0]}
      {wrapped[1]}
    evidence:
      - source: paper
        exact: It is illegal to do so.
        plain: So.
    standards: [C3 D2.Civ.4.9-12]
    status: draft
    origin: drafted
    draft: {{fact: 3f6c1d0a9b2e4875, rule: quantity@1}}
"""
    )


def test_shipped_banks_written_anew(checkout: Path) -> None:
    """Every shipped bank loads to what it was, with no line that is much too long."""
    for path in sorted((checkout / "question_banks").glob("*.yaml")):
        data = loaded(path.read_text("utf-8"))
        text = emit.bank(data)
        assert loaded(text) == data
        long = [line for line in text.splitlines() if len(line) > WIDTH]
        assert all("id: " in line or '"' in line or "'" in line or "[" in line for line in long), (
            long
        )
        for item in files.load(path).items:
            assert forms.read(forms.values_of(item)) == item
