"""What an article states of itself: its card, and the language it is in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from civicsquiz.source.card import Card
from civicsquiz.source.dates import iso_date
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.labels import stated
from civicsquiz.source.language import language_of
from civicsquiz.source.mastheads import Masthead, byline, masthead
from civicsquiz.source.visible import one_line

__all__ = ["card_of", "language_of"]

_LONGEST_ID = 40
_LONGEST_LABEL = 70
_LONGEST_STATED = 300
_FIELDS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "author(s)", "by", "byline", "written by"),
    "publisher": ("publisher", "outlet", "publication", "web site", "website", "source"),
    "date": ("date", "published", "publication date", "release date", "dates"),
    "updated": ("updated", "last updated", "last modified"),
    "rights": ("license", "licence", "rights"),
    "url": ("url", "link", "source"),
}
_RIGHTS = re.compile(
    r"[,;(]?\s*((CC0|CC[- ]BY|Creative Commons)\b[^,;()]*|public domain|all rights reserved)\)?\.?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+$")


def card_of(document: Document, path: Path) -> Card:
    """The card of an article, out of what stands in it. What it does not state is None.

    The id is made of the file's name, and the label is the title, or else the file's name.
    """
    says = _stated(document)
    heads = list(_heads(document))
    title = says.get("title") or _first(document, Kind.TITLE)
    return Card(
        id=_slug(path.stem),
        label=_cut(title or one_line(path.stem), _LONGEST_LABEL, " "),
        title=title,
        publisher=says.get("publisher")
        or next(filter(None, (head.publisher for head in heads)), None),
        author=says.get("author") or next(filter(None, (head.author for head in heads)), None),
        date=_date(says, heads),
        url=says.get("url"),
        rights=says.get("rights"),
        sha256=document.sha256,
    )


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
        if (head := masthead(value)) and head.publisher and head.date:
            says.setdefault("date", head.date)  # “NPR, May 10, 2019”
            value = head.publisher
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


def _heads(document: Document) -> Iterator[Masthead]:
    """What the bylines and the date lines say, in order."""
    for block in document.blocks:
        if block.kind in (Kind.BYLINE, Kind.DATE):
            text = document.text_of(block)[:_LONGEST_STATED]
            if head := masthead(text):
                yield head
            elif block.kind is Kind.BYLINE:
                yield byline(text)
            else:
                yield Masthead(date=iso_date(text))


def _date(says: dict[str, str], heads: Iterable[Masthead]) -> str | None:
    """The day that a labelled line states, or else the article's date line; None where several lines
    say different days. When it was changed counts only where nothing says when it came out."""
    if "date" in says:
        return iso_date(says["date"])
    dated = [head for head in heads if head.date]
    days = {head.date for head in dated if not head.updated} or {head.date for head in dated}
    days = days or {iso_date(says.get("updated", ""))}
    return days.pop() if len(days) == 1 else None


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
