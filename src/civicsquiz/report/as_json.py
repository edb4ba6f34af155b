"""The statistics as JSON values; `docs/statistics.md` says what is in them."""

from __future__ import annotations

from typing import Any

from civicsquiz.record.certainty import Certainty
from civicsquiz.report.known import Topic
from civicsquiz.report.learner import LearnerReport
from civicsquiz.report.retention import Recalled
from civicsquiz.report.shares import Share
from civicsquiz.report.times import CAP, Times

VERSION = 1
"""It changes when a field is renamed, removed or means something else; not when one is added."""


def values(report: LearnerReport) -> dict[str, Any]:
    """Shares go from 0 to 1, times are in seconds, days as in ISO 8601."""
    return {
        "civicsquiz-stats": VERSION,
        "today": report.today.isoformat(),
        "since": report.since.isoformat() if report.since else None,
        "answers": report.answers,
        "days": report.days,
        "retention": _retention(report),
        "forecast": _forecast(report),
        "topics": [
            {
                **_topic(one.topic), "items": one.items, "begun": one.begun,
                "recall": _rounded(one.recall), "weakest": _rounded(one.least),
                "strongest": _rounded(one.most), "expected": _rounded(one.expected),
            }
            for one in report.mastery
        ],
        "calibration": _calibration(report),
        "confidently_wrong": [
            {
                "item": one.item, "stem": one.stem, "day": one.day.isoformat(),
                **(_topic(one.topic) if one.topic else {"bank": None, "topic": None, "name": None}),
            }
            for one in report.confidently_wrong
        ],
        "times": _times_of(report),
    }  # fmt: skip


def _retention(report: LearnerReport) -> dict[str, Any]:
    told = report.retention
    return {
        **_recalled(told.whole),
        "by": told.by,
        "periods": [
            {
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                **_recalled(one.recalled),
            }
            for one in told.periods
        ],
        "bands": [
            {"from": one.low, "to": one.high, **_recalled(one.recalled)} for one in told.bands
        ],
    }


def _recalled(recalled: Recalled) -> dict[str, Any]:
    return {**_share(recalled.answers), "predicted": _rounded(recalled.predicted)}


def _share(share: Share) -> dict[str, Any]:
    """`n`, `right`, the share and the 95% interval, null where there is nothing to tell."""
    low, high = share.interval
    return {
        "n": share.n,
        "right": share.right,
        "share": _rounded(share.share) if share.n else None,
        "interval": [_rounded(low), _rounded(high)] if share.n else None,
    }


def _forecast(report: LearnerReport) -> dict[str, Any]:
    told = report.forecast
    return {
        "overdue": told.overdue,
        "days": [{"day": told.day(at).isoformat(), "due": due} for at, due in enumerate(told.days)],
        "later": told.later,
        "gone": told.gone,
    }


def _calibration(report: LearnerReport) -> dict[str, Any]:
    return {
        "unsaid": report.calibration.unsaid,
        "levels": [
            {
                "certainty": level.certainty,
                "words": Certainty(level.certainty).words,
                **_share(level.answers),
                "band": [_rounded(limit) for limit in level.band],
                "judgement": str(level.judgement) if level.judgement else None,
            }
            for level in report.calibration.levels
        ],
    }


def _times_of(report: LearnerReport) -> dict[str, Any]:
    told = report.times
    return {
        "capped_at": CAP,
        "all": _times(told.whole) if told.whole else None,
        "types": [{"type": type_, **_times(one)} for type_, one in told.types],
        "topics": [{**_topic(topic), **_times(one)} for topic, one in told.topics],
        "gone": told.gone,
    }


def _times(one: Times) -> dict[str, Any]:
    return {
        "n": one.n, "tenth": one.tenth, "lower_quartile": one.lower, "median": one.median,
        "upper_quartile": one.upper, "ninetieth": one.ninetieth,
    }  # fmt: skip


def _topic(topic: Topic) -> dict[str, str]:
    return {"bank": topic.bank, "topic": topic.slug, "name": topic.name}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
