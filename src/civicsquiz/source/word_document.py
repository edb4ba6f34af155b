"""Word documents (.docx) into blocks: a ZIP archive of XML, read with nothing but what is needed.

Ecma International, ECMA-376 part 1, WordprocessingML: paragraphs (`w:p`) with their style, tables,
notes. Headers and footers, comments and what was struck out are no part of the text.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from civicsquiz.errors import FileError
from civicsquiz.source.content import Part
from civicsquiz.source.document import Kind
from civicsquiz.source.taken_out import Taken, extra_is_missing, parts

LARGEST_INSIDE = 24 * 1024 * 1024
"""The largest part of a document that is unpacked, in bytes."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {
    f"{_W}{name}"
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "drawing",
        "pict",
        "object",
        "instrText",
        "sectPr",
    )
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_SIGNS = {
    f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\u00ad",
}  # fmt: skip
_KINDS = (
    ("title", Kind.TITLE), ("subtitle", Kind.STANDFIRST), ("caption", Kind.CAPTION),
    ("toc", Kind.LINK_LIST), ("table of", Kind.LINK_LIST), ("footnote", Kind.FOOTNOTE),
    ("endnote", Kind.FOOTNOTE), ("bibliography", Kind.REFERENCES), ("author", Kind.BYLINE),
    ("date", Kind.DATE), ("header", Kind.NAVIGATION), ("footer", Kind.NAVIGATION),
)  # fmt: skip


def read(data: bytes, path: Path) -> Iterator[Part]:
    """The blocks of a Word document.

    Raises:
        FileError: the extra is not installed, or the file is none, is protected, or unpacks into
            more than is read.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileError(
            path, "is protected with a password, or of the old kind .doc",
            "save it as .docx without a password",
        )  # fmt: skip
    try:
        from defusedxml import ElementTree  # type: ignore[import-untyped]
    except ImportError:
        raise extra_is_missing(path, "docx", "a Word document") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _unpacked(archive, "word/document.xml", path)
            if document is None:
                raise FileError(path, "is no Word document", "save it as .docx, or as .txt")
            others = [_unpacked(archive, f"word/{name}.xml", path) for name in _OTHERS]
        parsed = [ElementTree.fromstring(each) if each else None for each in (document, *others)]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError):
        raise FileError(
            path, "is no Word document, or a damaged one", "save it again as .docx, or as .txt"
        ) from None
    except (SyntaxError, ValueError):  # expat's and defusedxml's errors
        raise FileError(
            path, "has XML in it that no Word document has", "save it again as .docx, or as .txt"
        ) from None
    body, styles, *notes = parsed
    return parts(_pieces(body, _styles(styles), notes))


_OTHERS = ("styles", "footnotes", "endnotes")


def _unpacked(archive: zipfile.ZipFile, name: str, path: Path) -> bytes | None:
    try:
        member = archive.open(name)
    except KeyError:
        return None
    with member:
        found = member.read(LARGEST_INSIDE + 1)
    if len(found) > LARGEST_INSIDE:
        raise FileError(
            path, f"unpacks into more than {LARGEST_INSIDE // 2**20} MiB of text and markup",
            "split it",
        )  # fmt: skip
    return found


def _styles(root: Any) -> dict[str, str]:
    """The name of each style in small letters, by its id."""
    found = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        name = style.find(f"{_W}name")
        if name is not None:
            found[str(style.get(f"{_W}styleId"))] = str(name.get(f"{_W}val") or "").lower()
    return found


def _pieces(root: Any, styles: dict[str, str], notes: list[Any]) -> Iterator[Taken]:
    for paragraph, in_table in _paragraphs(root):
        text = _text(paragraph)
        if in_table:
            yield Taken(text, given=Kind.TABLE)
            continue
        name, level = _style(paragraph, styles)
        given = next((kind for start, kind in _KINDS if name.startswith(start)), None)
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        set_off = not level and (listed or "list" in name or "quote" in name)
        yield Taken(text, level, None if level else given, set_off)
    for part in notes:
        for note in part if part is not None else ():
            if note.get(f"{_W}type") is None:
                texts = [_text(paragraph) for paragraph in note.iter(f"{_W}p")]
                yield Taken(" ".join(texts), given=Kind.FOOTNOTE)


def _paragraphs(root: Any) -> Iterator[tuple[Any, bool]]:
    """Every paragraph in order, and whether it stands in a table."""
    waiting = [(root, False)]
    while waiting:
        node, in_table = waiting.pop()
        if node.tag == f"{_W}p":
            yield node, in_table
        elif node.tag not in _SKIPPED:
            inside = in_table or node.tag == f"{_W}tbl"
            waiting += [(child, inside) for child in reversed(node)]


def _style(paragraph: Any, styles: dict[str, str]) -> tuple[str, int]:
    """The name of a paragraph's style, and its level where it is a heading (0: none)."""
    named = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = ""
    if named is not None:
        style = str(named.get(f"{_W}val") or "")
        name = styles.get(style, style.lower())
    heading = re.match(r"heading ?([1-9])", name)
    if heading:
        return name, min(6, int(heading.group(1)))
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    level = str(outline.get(f"{_W}val") or "") if outline is not None else ""
    return name, int(level) + 1 if re.fullmatch("[0-5]", level) else 0


def _text(paragraph: Any) -> str:
    found: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{_W}t":
            found.append(node.text or "")
        elif node.tag in _SIGNS:
            found.append(_SIGNS[node.tag])
        elif node.tag not in _SKIPPED:
            waiting += list(reversed(node))
    return "".join(found)
