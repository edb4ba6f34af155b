"""What an article states of itself: its card, and the language it is in."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from civicsquiz.source.card import Card, is_date
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.labels import stated
from civicsquiz.source.language import language_of
from civicsquiz.source.visible import one_line

__all__ = ["card_of", "iso_date", "language_of"]

_LONGEST_ID = 40
_LONGEST_LABEL = 70
_LONGEST_STATED = 300
_FIELDS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "author(s)", "by", "byline", "written by"),
    "publisher": ("publisher", "outlet", "publication", "web site", "website", "source"),
    "date": ("date", "published", "publication date", "release date", "dates"),
    "rights": ("license", "licence", "rights"),
    "url": ("url", "link", "source"),
}
_RIGHTS = re.compile(
    r"[,;(]?\s*((CC0|CC[- ]BY|Creative Commons)\b[^,;()]*|public domain|all rights reserved)\)?\.?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+$")
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
_DATE = re.compile(
    r"(?P<iso>\d{4}-\d\d(-\d\d)?)(?=$|[\sT,])"
    r"|(?P<month>[A-Za-z]{3,9})\.?\s+((?P<day>\d{1,2})(st|nd|rd|th)?,?\s+)?(?P<year>\d{4})\b"
    r"|(?P<day2>\d{1,2})(st|nd|rd|th)?\s+(?P<month2>[A-Za-z]{3,9})\.?,?\s+(?P<year2>\d{4})\b"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year3>\d{4})\b"
    r"|(?P<alone>\d{4})$"
)
_BY = re.compile(r"(written )?by:?\s+", re.IGNORECASE)


def card_of(document: Document, path: Path) -> Card:
    """The card of an article, out of what stands in it. What it does not state is None.

    The id is made of the file's name, and the label is the title, or else the file's name.
    """
    says = _stated(document)
    title = says.get("title") or _first(document, Kind.TITLE)
    author = says.get("author") or _BY.sub("", _first(document, Kind.BYLINE) or "", count=1)
    return Card(
        id=_slug(path.stem),
        label=_cut(title or one_line(path.stem), _LONGEST_LABEL, " "),
        title=title,
        publisher=says.get("publisher"),
        author=author or None,
        date=iso_date(says["date"]) if "date" in says else _dated(document),
        url=says.get("url"),
        rights=says.get("rights"),
        sha256=document.sha256,
    )


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
        first, second = int(part["first"]), int(part["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        date = f"{part['year3']}-{min(first, second):02}-{max(first, second):02}"
    else:
        name, day = part["month"] or part["month2"], part["day"] or part["day2"]
        month = _MONTH.get(name[:3].lower())
        if month is None or not _MONTHS.split()[month - 1].startswith(name.lower()):
            return None
        date = f"{part['year'] or part['year2']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return date if is_date(date) else None


def _stated(document: Document) -> dict[str, str]:
    """What the labelled lines state, by field; the first that states something counts."""
    says: dict[str, str] = {}
    for block in document.blocks:
        if block.kind not in (Kind.METADATA, Kind.BYLINE):
            continue
        for label, words in stated(document.text_of(block)):
            value = one_line(words[:_LONGEST_STATED])
            for field, labels in _FIELDS.items():
                if label in labels:
                    _take(says, field, value)
    return says


def _take(says: dict[str, str], field: str, value: str) -> None:
    if field == "publisher":
        rights = _RIGHTS.search(value)
        if rights:
            says.setdefault("rights", _public(rights.group(1).strip()))
            value = value[: rights.start()].split(", ", maxsplit=1)[0].strip(" ,;(")
        if _ADDRESS.search(value):
            return
    if field == "url" and not _ADDRESS.match(value):
        return
    if value:
        says.setdefault(field, _public(value) if field == "rights" else value)


def _public(rights: str) -> str:
    """`rights`, with the one form in which the program knows that nobody owns the words."""
    return "public domain" if rights.lower().strip(". ") == "public domain" else rights


def _first(document: Document, kind: Kind) -> str | None:
    texts = (document.text_of(block) for block in document.blocks if block.kind is kind)
    return next((text for text in texts if len(text) <= _LONGEST_STATED), None)


def _dated(document: Document) -> str | None:
    """The date of the article's date line; None where several lines say different days."""
    lines = [document.text_of(block) for block in document.blocks if block.kind is Kind.DATE]
    first = [line for line in lines if not line.lower().startswith("updated")] or lines
    dates = {iso_date(line) for line in first}
    return dates.pop() if len(dates) == 1 else None


def _slug(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return _cut(slug, _LONGEST_ID, "-").strip("-…") or "article"


def _cut(text: str, longest: int, between: str) -> str:
    """`text`, cut between two words where it is too long."""
    if len(text) <= longest:
        return text
    at = text.rfind(between, 0, longest)
    return text[: at if at > longest // 3 else longest - 1].rstrip(" ,;:-") + "…"
