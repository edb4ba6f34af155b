"""A text as an item of QTI 2.1 writes it."""

from __future__ import annotations

from civicsquiz.formats.markup import plain
from civicsquiz.formats.portable import Form, Text
from civicsquiz.formats.qti21.spelling import plainly
from civicsquiz.formats.safe.xml_out import Keeping


def told(keeping: Keeping, item: str, field: str, text: Text, tag: str = "div") -> str:
    """A text as an element that is read as it was written."""
    value = keeping.held(item, field, text.value)
    if text.form is not Form.PLAIN:
        value, lost = plain(Text(value, text.form))
        for each in lost:
            keeping.lost(item, field, f"lost {each}")
    return plainly(value, tag)
