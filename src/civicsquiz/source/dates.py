"""Dates as articles write them, and as cards keep them: ISO 8601, to the day, month or year."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTH = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}
_NAMED = r"[A-Za-z]{3,9}"
_ANY_MONTH = rf"(?i:(?:{'|'.join(name[:3] for name in _MONTHS)})[a-z]*)"
_DATE = re.compile(
    r"(?P<iso>\d{4}-\d\d(-\d\d)?)(?=$|[\sT,])"
    rf"|(?P<month>{_NAMED})\.?\s+((?P<day>\d{{1,2}})(st|nd|rd|th)?,?\s+)?(?P<year>\d{{4}})\b"
    rf"|(?P<day2>\d{{1,2}})(st|nd|rd|th)?\s+(?P<month2>{_NAMED})\.?,?\s+(?P<year2>\d{{4}})\b"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year3>\d{4}|\d\d)\b"
    r"|(?P<alone>\d{4})$"
)
DAY = re.compile(
    r"\b\d{4}-\d\d-\d\d(?![\d-])(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?"
    rf"|\b{_ANY_MONTH}\.?\s+\d{{1,2}}(st|nd|rd|th)?,?\s+\d{{4}}\b"
    rf"|\b\d{{1,2}}(st|nd|rd|th)?\s+{_ANY_MONTH}\.?,?\s+\d{{4}}\b"
    r"|\b\d{1,2}/\d{1,2}/(\d{4}|\d\d)\b",
    re.ASCII,
)
"""What is written as a day of a year, if it is one (`iso_date` tells)."""


def iso_date(text: str) -> str | None:
    """The date in a line such as “Friday, March 15, 2019” or “04/20/2026”, as ISO 8601; None where
    it may be read in two ways, or is none."""
    found = _DATE.search(text)
    if not found:
        return None
    part = found.groupdict()
    if part["iso"] or part["alone"]:
        date = part["iso"] or part["alone"]
    elif part["year3"]:
        return _in_numbers(int(part["first"]), int(part["second"]), part["year3"])
    else:
        name, day = part["month"] or part["month2"], part["day"] or part["day2"]
        month = _MONTH.get(name[:3].lower())
        if month is None or not (_MONTHS[month - 1].lower().startswith(name.lower())):
            return None
        date = f"{part['year'] or part['year2']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return date if is_date(date) else None


def _in_numbers(first: int, second: int, year: str) -> str | None:
    """“04/20/2026” and “20/04/2026”. A year of two figures stands only behind a day that can be no
    month, as in “07/15/19”: “19/07/15” may be of 2015 or of 2019."""
    if first <= 12 and second <= 12 and (first != second or len(year) == 2):
        return None
    if len(year) == 2:
        if second <= 12:
            return None
        year = f"20{year}"
    date = f"{year}-{min(first, second):02}-{max(first, second):02}"
    return date if is_date(date) else None


def in_words(date: str) -> str:
    """An ISO date as it is read in American English: "February 5, 2025", "February 2025".

    What is no such date stays as it is written.
    """
    if not is_date(date):
        return date
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"


def is_date(text: str) -> bool:
    """Whether a text is an ISO 8601 date to the day, month or year, of the years 1 to 9999."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
