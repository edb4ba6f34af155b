"""Web pages into blocks: the article without the page around it.

What is the article is told by trafilatura, which does best in published comparisons of such libraries,
is kept up, works on a string without a network, and says which parts are headings, lists and tables.
The page's own statements (title, author, publisher, date, address, licence) are read from its head and
put in front as labelled lines.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.content import Part
from civicsquiz.source.document import Kind
from civicsquiz.source.taken_out import Taken, check_size, extra_is_missing, parts

LARGEST = 8 * 1024 * 1024
"""The largest web page that is read, in bytes."""
_MOST_MARKS = 150_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_STATED = (
    ("Author", "author"), ("Publisher", "sitename"), ("Date", "date"), ("URL", "url"),
    ("License", "license"),
)  # fmt: skip


def read(data: bytes, path: Path) -> Iterator[Part]:
    """The blocks of a web page.

    Raises:
        FileError: the extra is not installed, the page is too large, or no article is found in it.
    """
    check_size(path, data, LARGEST, "a web page")
    text = _decode(data, path)
    if not text.strip():
        raise FileError(path, "has no text in it", "name an article")
    if text.count("<") > _MOST_MARKS:
        raise FileError(path, "has more markup than any article", "save the article alone")
    try:
        import trafilatura
    except ImportError:
        raise extra_is_missing(path, "html", "a web page") from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        page: Any = trafilatura.bare_extraction(
            text, include_comments=False, include_tables=True, with_metadata=True,
            date_extraction_params={
                "original_date": True, "extensive_search": False, "max_date": "2199-12-31",
            },
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        raise FileError(
            path, f"is a web page that cannot be taken apart ({type(error).__name__})",
            "save the article as .txt",
        ) from None  # fmt: skip
    if page is None or page.body is None:
        raise FileError(path, "is a web page with no article in it", "save the article as .txt")
    return parts(_pieces(page))


def _decode(data: bytes, path: Path) -> str:
    """The page's text: as UTF-8, else as the page itself says."""
    declared = _CHARSET.search(data[:4096])
    if declared:
        try:
            name = codecs.lookup(declared.group(1).decode("ascii")).name
            if name not in ("utf-8", "ascii"):
                return data.decode(name).replace("\0", "")
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return files.decode(data, path)


def _pieces(page: Any) -> Iterator[Taken]:
    title = " ".join((page.title or "").split())
    for label, field in _STATED:
        value = " ".join(str(getattr(page, field, None) or "").split())
        if value:
            yield Taken(f"{label}: {value}", given=Kind.METADATA)
    body = list(_blocks(page.body, set_off=False))
    first = next((piece for piece in body[:3] if piece.level == 1 or piece.text == title), None)
    if first is None and title:
        yield Taken(title, given=Kind.TITLE)
    for piece in body:
        yield Taken(piece.text, given=Kind.TITLE) if piece is first else piece


def _blocks(node: Any, *, set_off: bool) -> Iterator[Taken]:
    for child in node:
        if child.tag == "head":
            level = str(child.get("rend") or "h2")
            yield Taken(_text(child), int(level[1]) if re.fullmatch("h[1-6]", level) else 2)
        elif child.tag == "cell":
            yield Taken(_text(child), given=Kind.TABLE)
        elif child.tag == "code":
            yield Taken(_text(child), given=Kind.CODE)
        elif child.tag in ("list", "table", "row", "quote", "body", "main", "div"):
            if (child.text or "").strip():
                yield Taken(" ".join(child.text.split()), set_off=True)
            yield from _blocks(child, set_off=set_off or child.tag in ("list", "quote"))
        elif any(inner.tag in ("list", "table", "p", "quote") for inner in child):
            if (child.text or "").strip():
                yield Taken(" ".join(child.text.split()), set_off=set_off)
            yield from _blocks(child, set_off=set_off)
        else:
            yield Taken(_text(child), set_off=set_off or child.tag == "item")
        if (child.tail or "").strip():
            yield Taken(" ".join(child.tail.split()), set_off=set_off)


def _text(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())
