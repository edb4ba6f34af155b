"""A text as QTI 1.2 writes it."""

from __future__ import annotations

from civicsquiz.formats.markup import html, plain
from civicsquiz.formats.portable import Form, Text
from civicsquiz.formats.safe.xml_out import Keeping, words

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def mattext(keeping: Keeping, item: str, field: str, text: Text, form: Form = Form.PLAIN) -> str:
    """A text: plain where it may be and where no line break or run of spaces is at stake, which
    only HTML shows; else HTML that gives the same text."""
    value = keeping.held(item, field, text.value)
    if text.form is Form.HTML:
        return words("mattext", value, {"texttype": "text/html"})
    if text.form is not Form.PLAIN:
        value, lost = plain(Text(value, text.form))
        for each in lost:
            keeping.lost(item, field, f"lost {each}")
    if form is Form.PLAIN and value == " ".join(value.split()):
        return words("mattext", value, {"texttype": "text/plain"})
    return words("mattext", _html(value), {"texttype": "text/html"})


def _html(value: str) -> str:
    """What `html` makes of a text, without a look at every sign where lines are all there is to show."""
    lines = value.split("\n")
    if lines[0] and lines[-1] and all(line == " ".join(line.split()) for line in lines):
        return "<br>".join(line.translate(_SIGNS) for line in lines)
    return html(value)
