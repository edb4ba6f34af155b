"""What stands on the pages of the statistics."""

from __future__ import annotations

from functools import partial

from civicsquiz.report import sentences, tables
from civicsquiz.report.forecast import Forecast
from civicsquiz.report.learner import LearnerReport
from civicsquiz.report.mastery import TopicMastery
from civicsquiz.tui.plots import calibration, forecast, mastery, retention, times
from civicsquiz.tui.widgets.statistics import Shown

_LATEST = 10


def pages(
    planned: Forecast, topics: tuple[TopicMastery, ...], report: LearnerReport | None, waiting: str
) -> tuple[Shown, ...]:
    """The five pages, in their order. Until there is a `report` those that need it say `waiting`."""
    due = Shown(
        "Due", sentences.forecast(planned), partial(forecast.plot, planned),
        (tables.forecast(planned),),
    )  # fmt: skip
    known = Shown(
        "Topics", sentences.mastery(topics), partial(mastery.plot, topics),
        (tables.mastery(topics),),
    )  # fmt: skip
    if report is None:
        kept, certain, timed = (Shown(name, waiting) for name in ("Retention", "Certainty", "Time"))
    else:
        kept, certain, timed = _kept(report), _certain(report), _timed(report)
    return kept, due, known, certain, timed


def _kept(report: LearnerReport) -> Shown:
    told = report.retention
    foretold = f" {sentences.predictions(told)}" if told.whole.answers.n else ""
    return Shown(
        "Retention", sentences.retention(told) + foretold, partial(retention.plot, told),
        (tables.retention(told), tables.predictions(told)),
    )  # fmt: skip


def _certain(report: LearnerReport) -> Shown:
    """With what was wrong nevertheless below the plot too."""
    told, wrong = report.calibration, report.confidently_wrong
    below = (tables.confidently_wrong(wrong, _LATEST),) if wrong else ()
    return Shown(
        "Certainty", sentences.calibration(told), partial(calibration.plot, told),
        (tables.calibration(told), tables.confidently_wrong(wrong)), below,
    )  # fmt: skip


def _timed(report: LearnerReport) -> Shown:
    told = report.times
    return Shown("Time", sentences.times(told), partial(times.plot, told), tables.times(told))
