"""Worksheets and answer keys for print, as Markdown and as HTML.

    sheets(bank, seed=…, versions=…)     the questions of each version, in order
    worksheet(sheet, form, extras)       what students write on; no key is anywhere in it
    answer_key(sheet, form, shelf)       what their teacher holds beside it
    is_printed(data)                     whether a file is one of these

Text from banks is hostile here too: `markup` makes plain characters of it, in either form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from civicsquiz.paper import as_html, as_markdown
from civicsquiz.paper.extras import Extras, extras_of
from civicsquiz.paper.printed import is_printed
from civicsquiz.paper.versions import MOST_VERSIONS, Sheet, sheets
from civicsquiz.source.shelf import Shelf

__all__ = [
    "FORMS", "MOST_VERSIONS", "Extras", "Sheet", "answer_key", "extras_of", "is_printed", "sheets",
    "worksheet",
]  # fmt: skip

_SHEETS: Mapping[str, Callable[[Sheet, Extras], str]] = {
    "md": as_markdown.worksheet,
    "html": as_html.worksheet,
}
_KEYS: Mapping[str, Callable[[Sheet, Shelf], str]] = {
    "md": as_markdown.answer_key,
    "html": as_html.answer_key,
}
FORMS = tuple(_SHEETS)
"""The forms there are, by the endings of their files."""


def worksheet(sheet: Sheet, form: str, extras: Extras) -> str:
    """The worksheet of a version, as the text of a file."""
    return _SHEETS[form](sheet, extras)


def answer_key(sheet: Sheet, form: str, shelf: Shelf) -> str:
    """Its answer key, with the passages as `shelf` has them."""
    return _KEYS[form](sheet, shelf)
