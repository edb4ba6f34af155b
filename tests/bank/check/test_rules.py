"""Every rule of the catalogue finds what it is for, and lets its mended twin pass.

The pairs stand in rules.yaml, over the article of the folder town, and the sound banks town.yaml
(there) and types.yaml.
"""

from __future__ import annotations

import copy
import datetime
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from civicsquiz.bank import schema
from civicsquiz.bank.check import RULES, Report, check_files, explained, find
from civicsquiz.bank.finding import Severity
from civicsquiz.source import guide
from civicsquiz.source.card import Card
from civicsquiz.source.shelf import Shelf

HERE = Path(__file__).resolve().parent
TOWN = HERE / "town"
TODAY = datetime.date(2026, 1, 15)
PAIRS: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "rules.yaml").read_text("utf-8"))
SOUND: dict[str, Any] = yaml.safe_load((TOWN / "town.yaml").read_text("utf-8"))
TYPES: dict[str, Any] = yaml.safe_load((HERE / "types.yaml").read_text("utf-8"))
ITEMS = {item["id"]: item for item in (*SOUND["items"], *TYPES["items"])}


def checked(side: dict[str, Any], folder: Path) -> Report:
    """The report on one side of a pair, written into `folder`."""
    article = (TOWN / "report.txt").read_bytes()
    if side.get("sources", True):
        (folder / "report.txt").write_bytes(article)
    if "guide" in side:
        card = Card("report", SOUND["sources"]["report"]["label"], **side["guide"])
        stand_in = guide.Guide(card, "en", "0" * 64, 300, ())
        (folder / "report.md").write_text(guide.render(stand_in), "utf-8")
    paths = []
    for number, one in enumerate(side.get("banks", [side])):
        path = folder / f"bank-{number}.yaml"
        path.write_bytes(_content(one, hashlib.sha256(article).hexdigest()))
        paths.append(path)
    return check_files(paths, Shelf([folder]), TODAY)


def _content(side: dict[str, Any], sha256: str) -> bytes:
    if "hex" in side:
        return bytes.fromhex(side["hex"])
    if "text" in side:
        return str(side["text"]).encode()
    bank = copy.deepcopy(SOUND)
    bank.update(side.get("bank", {}))
    bank["id"] = side.get("id", bank["id"])
    bank["items"] = [_item(changes) for changes in side["items"]]
    card = bank["sources"]["report"]
    card.update(side.get("card", {}))
    if card.get("sha256") == "of the document":
        card["sha256"] = sha256
    return json.dumps(bank, ensure_ascii=False, indent=1).encode()


def _item(changes: dict[str, Any]) -> dict[str, Any]:
    values = {**ITEMS[changes["like"]], **changes}
    return {key: value for key, value in values.items() if key != "like" and value is not None}


def test_a_sound_bank_has_no_findings() -> None:
    """The bank that all pairs are made from passes every rule, with all its keys proven."""
    report = check_files([TOWN / "town.yaml"], Shelf([TOWN]), TODAY)
    assert report.findings == ()
    assert report.keys == {"literal": 5, "bridged": 2, "unproven": 0}


def test_the_other_types_are_sound(tmp_path: Path) -> None:
    """So does the bank of the types that it does not have."""
    report = checked({"text": (HERE / "types.yaml").read_text("utf-8")}, tmp_path)
    assert report.findings == ()
    assert report.keys == {"literal": 4, "bridged": 2, "unproven": 0}
    kinds = {item["type"] for item in (*SOUND["items"], *TYPES["items"])}
    assert sorted(kinds) == sorted(schema.TYPES)


def test_every_rule_has_a_pair() -> None:
    """No rule enters the catalogue without a bank that breaks it and one that does not."""
    assert sorted(PAIRS) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_finds_what_it_is_for(code: str, tmp_path: Path) -> None:
    """The failing side of a pair has findings of its rule, of its severity, and of no other rule."""
    findings = checked(PAIRS[code]["bad"], tmp_path).findings
    said = "\n".join(map(str, findings))
    expected = {"X1": {"X1", "F4"}}.get(code, {code})
    assert {finding.code for finding in findings} == expected, said
    assert all(found.severity is RULES[found.code].severity for found in findings), said
    assert all(found.line > 0 and found.column > 0 and found.mend for found in findings), said


@pytest.mark.parametrize("code", RULES)
def test_a_rule_passes_the_mended_twin(code: str, tmp_path: Path) -> None:
    """The passing side of a pair has no findings at all."""
    findings = checked(PAIRS[code]["good"], tmp_path).findings
    assert not findings, "\n".join(map(str, findings))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_explains_itself(code: str) -> None:
    """`--explain` says what a rule means, why, how to mend, with a bad and a good example."""
    rule = RULES[code]
    text = explained(rule)
    assert text.startswith(f"{code} {rule.name} ({rule.severity}; ")
    for part in (rule.means, rule.why, rule.mend, rule.bad, rule.good):
        assert part.strip()
        assert part.split()[0] in text
    assert all(word in text for word in ("Why:", "Mend:", "Bad:", "Good:"))
    assert max(map(len, text.splitlines())) <= 100
    assert find(code.lower()) is rule
    assert find(rule.name) is rule


def test_a_file_that_is_taken_for_an_article_is_named(tmp_path: Path) -> None:
    """It may be something else that holds the same passages."""
    (found,) = checked(PAIRS["E4"]["bad"], tmp_path).findings
    assert found.message.startswith("report.txt, taken for ")
    assert "take it out of the folder" in found.mend


def test_names_of_rules_differ() -> None:
    """A name, like a code, means one rule."""
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def test_what_breaks_trust_is_an_error_and_cannot_be_allowed() -> None:
    """The promises of the quiz are errors, whatever a bank says in `allow`."""
    promises = [code for code in RULES if code[0] == "F"]
    promises += ["I1", "I3", "X1", "E1", "E2", "E6", "K1", "K6", "W1", "B8", "G1", "A2"]
    for code in promises:
        assert RULES[code].trust
        assert RULES[code].severity is Severity.ERROR


def test_what_cannot_be_allowed_is_listed() -> None:
    """A2 says which rules they are, by their codes or their letter."""
    (listed,) = re.findall(r"\(([A-Z0-9, ]+)\)", RULES["A2"].means)
    named = listed.split(", ")
    for rule in RULES.values():
        assert (rule.code in named or rule.code[0] in named) is rule.trust, rule.code
