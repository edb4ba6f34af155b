"""Telling a file that was printed here from every other."""

from __future__ import annotations

import re

_VERSION = r"Version [A-Z] · [0-9]+ questions? · sheet [0-9a-f]{6}(?![0-9a-z])"
_FORMS = (
    re.compile(rf"# [^\n]*\n\n{_VERSION}"),
    re.compile(
        rf'<!DOCTYPE html>\n.*<body class="(?:worksheet|key)">\n'
        rf'<h1>[^\n]*</h1>\n<p class="version">{_VERSION}',
        re.DOTALL,
    ),
)
"""How Markdown and HTML begin: the version stands right under the title."""


def is_printed(data: bytes) -> bool:
    """Whether the bytes of a file are those of a worksheet or an answer key, of whatever bank."""
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    return any(form.match(text) for form in _FORMS)
