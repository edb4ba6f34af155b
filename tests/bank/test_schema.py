"""The JSON Schema that editors read is the one of the models."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from civicsquiz.bank.schema import json_schema

SHIPPED = files("civicsquiz.bank").joinpath("bank.schema.json")


def test_the_shipped_schema_is_that_of_the_models() -> None:
    """It is written with json.dumps(json_schema(), indent=2, ensure_ascii=False) and a newline."""
    expected = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    assert SHIPPED.read_text("utf-8") == expected


def test_every_shipped_bank_names_the_schema(checkout: Path) -> None:
    """The first line leads the YAML language server from the bank to the schema."""
    for bank in sorted((checkout / "question_banks").glob("*.yaml")):
        first = bank.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), bank.name
        target = bank.parent / first.partition("=")[2]
        assert target.resolve() == checkout / "src/civicsquiz/bank/bank.schema.json", bank.name
