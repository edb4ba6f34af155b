"""PDFs into blocks: the text of their pages, in reading order.

pypdf reads them: all Python, and with limits on what a hostile file may make it unpack. Its text laid
out in lines as on the page is what `pdf_layout` reads.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from civicsquiz.errors import FileError
from civicsquiz.source import pdf_layout
from civicsquiz.source.content import Part
from civicsquiz.source.taken_out import extra_is_missing, parts

MOST_PAGES = 600
_LARGEST_PAGE = 8 * 1024 * 1024
"""What one page's instructions may unpack into, in bytes."""
_LARGEST_IN_ALL = 32 * 1024 * 1024
_MOST_TEXT = 4 * 1024 * 1024
_LIMITS = {
    "zlib_maximum_output_length": _LARGEST_PAGE,
    "lzw_maximum_output_length": _LARGEST_PAGE,
    "run_length_maximum_output_length": _LARGEST_PAGE,
    "array_based_stream_maximum_output_length": _LARGEST_PAGE,
    "stream_decoding_work_maximum_length": 2 * _LARGEST_PAGE,
    "stream_parsing_work_maximum_count": 300_000,
    "xform_maximum_invocations_per_extraction": 200,
}


def read(data: bytes, path: Path) -> Iterator[Part]:
    """The blocks of a PDF.

    Raises:
        FileError: the extra is not installed, or the file is none, is protected, unpacks into more
            than is read, or holds pictures of text only.
    """
    try:
        import pypdf
    except ImportError:
        raise extra_is_missing(path, "pdf", "a PDF") from None
    if b"%PDF-" not in data[:1024]:
        raise FileError(path, "is no PDF, whatever its name says", "name an article")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(None, **_LIMITS):
            pages = list(_pages(pypdf, data, path))
    except pypdf.errors.LimitReachedError:
        raise FileError(
            path, "unpacks into more than any article", "save the article alone, or as .txt"
        ) from None
    except (pypdf.errors.DependencyError, pypdf.errors.FileNotDecryptedError):
        raise _is_protected(path) from None
    except (
        pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError,
        RecursionError, ArithmeticError, NotImplementedError, OSError, AssertionError,
    ):  # fmt: skip
        raise FileError(
            path, "is a damaged PDF", "save it again as PDF, or the article as .txt"
        ) from None
    if not any(page.strip() for page in pages):
        raise FileError(
            path, "holds pictures of its pages and no text",
            "have the text recognised (OCR) first, or type it into a .txt",
        )  # fmt: skip
    return parts(pdf_layout.pieces(pages))


def _is_protected(path: Path) -> FileError:
    return FileError(path, "is protected with a password", "save it without one")


def _pages(pypdf: Any, data: bytes, path: Path) -> Iterator[str]:
    """The text of each page, laid out in lines."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _is_protected(path)
    if len(reader.pages) > MOST_PAGES:
        raise FileError(
            path, f"has {len(reader.pages)} pages", f"save the chapter alone; {MOST_PAGES} are read"
        )
    unpacked = taken = 0
    for page in reader.pages:
        contents = page.get_contents()
        unpacked += len(contents.get_data()) if contents is not None else 0
        if unpacked > _LARGEST_IN_ALL or taken > _MOST_TEXT:
            raise pypdf.errors.LimitReachedError
        text = str(page.extract_text(extraction_mode="layout")) if contents is not None else ""
        taken += len(text.split())
        yield text
