"""QTIWorks’ items, beside what OAT’s qti-sdk reads in them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.errors import FileError
from civicsquiz.formats.portable import Answer, Kind, Portable
from civicsquiz.formats.qti21 import read

MAPPED = (Kind.CHOICE, Kind.MULTIPLE, Kind.SHORT, Kind.NUMBER, Kind.MATCH, Kind.ORDER)
NO_KEY = {
    "ims/choice_multiple_chocolade.xml": "declares no correct response",
    "ims/likert.xml": "asks for an opinion",
    "ims/towns.xml": "declares no correct response",
    "stomp/chc_pairingGS.xml": "declares no correct response",
}


def values(stated: str) -> list[str]:
    """The values of a response as qti-sdk prints them: `['A'; 'B']`, `[A B; C D]`, `A`."""
    return [part.strip(" '") for part in stated.strip("[]<>").split(";")]


def right(question: Portable) -> list[str]:
    if question.kind is Kind.MATCH:
        return [f"{pair.left_id} {pair.right_id}" for pair in question.pairs if pair.left]
    if question.kind is Kind.ORDER:
        return [answer.id for answer in question.answers]
    best = max(answer.fraction for answer in question.answers)
    full = [one for one in question.answers if one.fraction == best]
    return [one.id or one.text.value for one in full]


def read_all(conformance: Path) -> list[tuple[str, dict[str, Any], Portable | None, str]]:
    folder = conformance / "qti21"
    found: list[tuple[str, dict[str, Any], Portable | None, str]] = []
    for line in (folder / "expected-qtisdk" / "items.jsonl").read_text("utf-8").splitlines():
        expected = json.loads(line)
        name = expected["file"]
        try:
            collection, losses = read((folder / name).read_bytes(), name)
        except FileError as error:
            found.append((name, expected, None, str(error)))
            continue
        told = "; ".join(map(str, losses))
        found.append((name, expected, next(iter(collection.questions), None), told))
    return found


def test_every_item(conformance: Path) -> None:
    count: Counter[str] = Counter()
    different = []
    for name, expected, question, told in read_all(conformance):
        if expected.get("root") == "assessmentTest":
            assert "give the package" in told
            count["tests"] += 1
        elif question is None:
            assert name.removeprefix("qtiworks/") in NO_KEY
            assert "does not say" in told
            count["no key"] += 1
        elif question.kind in MAPPED:
            interaction = expected["interactions"][0]
            stated = expected["responses"][interaction["response"]]["correct"]
            same = (
                question.id == expected["identifier"]
                and question.name == expected["title"]
                and sorted(right(question)) == sorted(values(stated))
                and (question.kind is not Kind.ORDER or right(question) == values(stated))
                and (
                    "choices" not in interaction
                    or sorted(interaction["choices"]) == sorted(one.id for one in question.answers)
                )
            )
            if not same:
                different.append(name)
            count["mapped"] += 1
        else:
            assert question.foreign
            count["named"] += 1
    assert different == []
    assert count == {"tests": 24, "no key": 4, "mapped": 49, "named": 88}


def test_the_correct_response_scores_what_it_does_there(conformance: Path) -> None:
    """Where a template of the standard gives the score."""
    scored = [
        (name, float(question.points), expected["score_correct"])
        for name, expected, question, _ in read_all(conformance)
        if question is not None and question.kind in MAPPED and question.points is not None
    ]
    assert len(scored) == 29
    assert [each for each in scored if each[1] != each[2]] == []


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("ims/inline_choice.xml", "this sun of"),
        ("ims/text_entry.xml", "____"),
    ],
)
def test_a_gap_in_running_text_is_shown(conformance: Path, file: str, part: str) -> None:
    data = (conformance / "qti21" / "qtiworks" / file).read_bytes()
    stem = read(data, file)[0].questions[0].stem.value
    assert part in stem
    assert "____;" in stem
    assert "York" not in stem


def test_shares_of_a_mapping(conformance: Path) -> None:
    data = (conformance / "qti21" / "qtiworks" / "ims" / "text_entry.xml").read_bytes()
    answers: tuple[Answer, ...] = read(data, "x")[0].questions[0].answers
    assert [(one.text.value, float(one.fraction)) for one in answers] == [
        ("York", 1),
        ("york", 0.5),
    ]
