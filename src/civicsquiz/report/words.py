"""Statistics in words: one way of saying a share, an interval, a time, for screens and lines alike."""

from __future__ import annotations

from datetime import date

from civicsquiz.report.calibration import Judgement, Level
from civicsquiz.report.shares import Share

FEW = 10
"""Fewer answers than this say little."""


def percent(share: float) -> str:
    """A share from 0 to 1; all and nothing are said only of what is exactly that."""
    said = f"{100 * share:.0f}%"
    if said == "0%" and share > 0:
        return "<1%"
    return ">99%" if said == "100%" and share < 1 else said


def signed(share: float) -> str:
    """What is added to a share, or taken off: "+1.5%"."""
    return f"{100 * share:+.1f}%".replace("-", "−")


def interval(share: Share) -> str:
    """The 95% interval of a share: "49–94%"."""
    low, high = share.interval
    return f"{percent(low).removesuffix('%')}–{percent(high)}"


def count(number: float, what: str) -> str:
    """ "1 review", "2 reviews"; a part of one to a tenth."""
    said = f"{number:,.0f}" if number == int(number) else f"{number:,.1f}"
    return f"{said} {what}{'' if number == 1 else 's'}"


def number(value: float) -> str:
    """A count without its noun, parts of one to a tenth."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def of(share: Share) -> str:
    """ "8 of 10"."""
    return f"{number(share.right)} of {number(share.n)}"


def seconds(value: float, cap: float) -> str:
    """A time: "8.4 s", and "60 s or more" where it was cut off there."""
    if value >= cap:
        return f"{cap:.0f} s+"
    return f"{value:.1f} s" if value < 10 else f"{value:.0f} s"


def day(value: date) -> str:
    """A day as it is read: "Jan 5, 2026"."""
    return f"{value:%b} {value.day}, {value.year:04}"


def short_day(value: date) -> str:
    """The same without the year."""
    return f"{value:%b} {value.day}"


def month(value: date) -> str:
    """ "Jan 2026"."""
    return f"{value:%b} {value.year:04}"


def band(level: Level) -> str:
    """How often such answers should be right: "67–80%"."""
    low, high = level.band
    return f"{100 * low:.0f}–{100 * high:.0f}%"


def judged(level: Level, words: str) -> str:
    """What came of saying `words`: a sentence with n, the share and its interval."""
    if level.judgement is None:
        return f"You never said “{words}”."
    share = level.answers
    told = f"{of(share)} right, {percent(share.share)} ({interval(share)})"
    if level.judgement in (Judgement.GOOD, Judgement.TOO_FEW):
        return f"{told}: {level.judgement}."
    return f"{told}; it should be {band(level)}: {level.judgement}."


def caution(n: int) -> str:
    """What is to be said of so few."""
    return "These are so few that chance decides most of it." if n < FEW else ""
