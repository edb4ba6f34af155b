"""The statistics as tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from tests.report.simulate import LEARNER, TODAY, Doubling, MemoryLog, library, recall, weeks

from civicsquiz.plain import tables as plain
from civicsquiz.plain.layout import columns
from civicsquiz.report import tables
from civicsquiz.report.as_json import values
from civicsquiz.report.known import Known
from civicsquiz.report.learner import LearnerReport, gather
from civicsquiz.report.tables import Table


def report_of(log: MemoryLog, known: Known) -> LearnerReport:
    return gather(log, LEARNER, known, today=TODAY, scheduler=Doubling(), recall=recall)


@pytest.fixture(scope="module")
def full() -> LearnerReport:
    """Weeks of a learner."""
    known = library()
    return report_of(weeks(known), known)


@pytest.fixture(scope="module")
def empty() -> LearnerReport:
    """Nothing answered, and no banks."""
    return report_of(MemoryLog(), Known())


def test_every_row_has_a_figure_for_every_column(full: LearnerReport, empty: LearnerReport) -> None:
    for report in (full, empty):
        for table in tables.all_tables(report):
            assert {len(row) for row in table.rows} <= {len(table.head)}
            assert all(cell for row in table.rows for cell in row)
            assert table.said or table.rows


def test_nothing_is_explained_twice(full: LearnerReport) -> None:
    notes = [note for table in tables.all_tables(full) for note in table.notes]
    assert len(notes) == len(set(notes)) > 3


def test_where_there_is_nothing_it_is_said(empty: LearnerReport) -> None:
    assert all(table.said and not table.rows for table in tables.all_tables(empty))


def test_figures_of_the_tables_are_those_of_the_report(full: LearnerReport) -> None:
    reviews = tables.retention(full.retention).rows
    assert sum(int(row[1]) for row in reviews) == full.retention.whole.answers.n
    due = tables.forecast(full.forecast).rows
    assert sum(int(row[1]) for row in due) == int(due[-1][2])


def test_lines_keep_to_the_column(full: LearnerReport) -> None:
    """Names and figures of any width."""
    odd = Table(
        "T" * 90, "said " * 40, ("Name", "A long heading", "Another"),
        (("漢字" * 50, "12", "3"), ("short", "1", "x" * 30)), ("note " * 40,),
    )  # fmt: skip
    huge = Table("Huge", "", ("Name", "Figure"), (("a", "9" * 100),))
    for table in (*tables.all_tables(full), odd, huge):
        assert all(columns(line) <= 76 for line in plain.table(table))


def test_figures_stand_under_each_other() -> None:
    table = Table("Days", "Two.", ("Day", "Items"), (("Today", "12"), ("Later", "3")), ("Note.",))
    assert plain.table(table) == [
        "Days", "  Two.", "", "  Day    Items", "  Today     12", "  Later      3", "", "  Note.",
    ]  # fmt: skip


def test_json_says_its_version_and_survives_the_trip(
    full: LearnerReport, empty: LearnerReport
) -> None:
    for report in (full, empty):
        told = values(report)
        assert told["civicsquiz-stats"] == 1
        assert json.loads(json.dumps(told, allow_nan=False)) == told


def _names(value: object, path: str = "") -> Iterator[str]:
    """The paths of all fields, without the numbers in lists."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield f"{path}{name}"
            yield from _names(inner, f"{path}{name}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner, path)


def test_every_field_of_the_json_is_documented(full: LearnerReport, checkout: Any) -> None:
    page = (checkout / "docs" / "statistics.md").read_text(encoding="utf-8")
    fields = {path.rsplit(".", 1)[-1] for path in _names(values(full))}
    assert {field for field in fields if f"`{field}`" not in page} == set()
