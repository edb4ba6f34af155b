"""A bank laid out anew says the same, with every comment of it, and is tidy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.banks.any_item import items
from tests.often import examples

from civicsquiz.bank.editing import emit, forms
from civicsquiz.bank.editing.tidying import tidied
from civicsquiz.bank.models import Item
from civicsquiz.errors import FileError
from civicsquiz.source import safe_yaml

HERE = Path("bank.yaml")

UNTIDY = """\
# The first line is for the editor.
civicsquiz:   1
title: 'A bank'   # what it is called
id: bank

# The topics
# of this bank
topics: {first: "First"}
items:
    # An item.
    - type: choice
      id: one       # stable
      stem: "Who
        founded it?"
      distractors: [{text: Ben, why: He did not.},  # a brother
                    {text: Cy, why: "He did
                       not, either."}]
      key: Ada
      # why it matters
      rationale: >-   # ours
          A town needs a ferry.
      evidence:
      # of the paper
      - exact: Ada founded it
        source: paper
    - {id: two, type: true-false, key: true}
sources: {paper: {label: Paper, title: }}
# The end.
"""

TIDY = """\
# The first line is for the editor.
civicsquiz: 1
id: bank
title: A bank  # what it is called

# The topics
# of this bank
topics:
  first: First
sources:
  paper:
    label: Paper
    title: null
items:
  # An item.
  - id: one  # stable
    type: choice
    stem: Who founded it?
    key: Ada
    distractors:  # a brother
      - text: Ben
        why: He did not.
      - text: Cy
        why: He did not, either.
    # why it matters
    rationale: A town needs a ferry.  # ours
    evidence:
      # of the paper
      - source: paper
        exact: Ada founded it

  - id: two
    type: true-false
    key: true
# The end.
"""


def test_a_layout() -> None:
    assert tidied(UNTIDY, HERE) == TIDY
    assert tidied(TIDY, HERE) == TIDY
    assert tidied("\ufeff" + UNTIDY.replace("\n", "\r\n"), HERE) == TIDY


def test_the_shipped_banks_are_tidy(checkout: Path) -> None:
    for path in sorted((checkout / "question_banks").glob("*.yaml")):
        assert tidied(path.read_text("utf-8"), path) == path.read_text("utf-8"), path.name


@settings(max_examples=examples(100))
@given(st.lists(items(), max_size=3), st.data())
def test_any_bank_with_any_comments(found: list[Item], data: st.DataObject) -> None:
    """Comments at the ends of lines and on lines between: each is there once, the values are as they
    were, and a second time changes nothing."""
    values = {"civicsquiz": 1, "id": "bank", "title": "A: bank", "vocabulary": ["one", "two"]}
    text = emit.bank({**values, "items": [forms.values_of(item) for item in found]})
    lines = text.splitlines()
    places = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=6))
    said = []
    for number, at in enumerate(sorted(places, reverse=True)):
        indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
        trial = [*lines[:at], f"{indent}# note {number}", *lines[at:]]
        if safe_yaml.load("\n".join(trial)) == safe_yaml.load(text):  # not inside a text
            lines = trial
            said.append(f"# note {number}")
    made = tidied("\n".join(lines) + "\n", HERE)
    assert safe_yaml.load(made) == safe_yaml.load(text)
    assert tidied(made, HERE) == made
    for one in said:
        assert made.count(one) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no bank"),
        ("- one\n", "is no bank"),
        ("a: [b\n", "close the bracket"),
        ("a: 1\na: 2\n", "bank.yaml:2:1: "),
    ],
)
def test_what_is_no_bank(text: str, told: str) -> None:
    with pytest.raises(FileError, match=told):
        tidied(text, HERE)
