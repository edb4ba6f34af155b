"""docs/bank-file.md shows forms that are read as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.bank import schema
from civicsquiz.source import safe_yaml

SOURCES = ("legal-essay", "npr", "truthout")


@pytest.fixture(scope="module")
def blocks(checkout: Path) -> list[dict[str, Any]]:
    """The YAML of the page: what parts of a bank, of an item, or of its evidence look like."""
    text = (checkout / "docs/bank-file.md").read_text("utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    found = []
    for part in "\n\n".join(shown).split("\n\n"):
        data, problems = safe_yaml.load(part)
        assert problems == [], part
        found += [data] if isinstance(data, dict) else []
    return found


def bank(*, item: dict[str, Any], **values: Any) -> schema.BankForm:
    """A bank with one item, whose other values are any."""
    common = {
        "id": "x", "topic": "x", "stance": "fact", "stem": "x?", "rationale": "x.",
        "evidence": [{"source": "npr", "exact": "x"}],
    }  # fmt: skip
    sources = {name: {"label": name} for name in SOURCES}
    return schema.BankForm.model_validate(
        {"civicsquiz": "1", "id": "x", "title": "x", "sources": sources, **values,
         "items": [{**common, **item}]}
    )  # fmt: skip


CHOICE = {"type": "choice", "key": "a", "distractors": [{"text": "b"}]}


def test_each_type_is_shown_as_it_is_read(blocks: list[dict[str, Any]]) -> None:
    """All eight, once."""
    shown = [block for block in blocks if "type" in block]
    assert tuple(block["type"] for block in shown) == schema.TYPES
    for block in shown:
        bank(item=block)


def test_what_stands_beside_the_items_is_read(blocks: list[dict[str, Any]]) -> None:
    """Words to know and the discussion."""
    (shown,) = (block for block in blocks if "vocabulary" in block)
    form = bank(item=CHOICE, **shown)
    assert [term.term for term in form.vocabulary] == ["due process", "readout"]
    assert form.discussion
    assert [len(side.starters) for side in form.discussion.sides] == [2, 2]


def test_evidence_is_read(blocks: list[dict[str, Any]]) -> None:
    """With all that it can have."""
    (shown,) = (block for block in blocks if "evidence" in block)
    assert list(shown["evidence"][0]) == [
        "source", "exact", "prefix", "suffix", "role", "for", "plain"
    ]  # fmt: skip
    bank(item={**CHOICE, **shown})


def test_the_page_names_every_key(checkout: Path) -> None:
    """Of a bank, of an item of each type, and of its parts: nobody has to read the schema."""
    text = (checkout / "docs/bank-file.md").read_text("utf-8")
    words = set(
        re.findall(r"[\w-]+", " ".join(re.findall(r"`[^`]+`|```yaml.*?```", text, re.DOTALL)))
    )
    forms = [form for form in vars(schema).values() if hasattr(form, "model_fields")]
    assert len(forms) > 15
    for form in forms:
        for name, field in form.model_fields.items():
            assert (field.alias or name) in words, f"{form.__name__}.{name}"
