"""Cells that a spreadsheet would take for a formula: an apostrophe in front makes them text.

What begins with one of these signs is run or hides what does (OWASP, “CSV Injection”).
"""

from __future__ import annotations

import re

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SHIELD = "'"
_NUMBER = re.compile(r"-[0-9]{1,40}(?:\.[0-9]{1,40})?")
"""A plain number runs nothing."""


def shielded(cell: str) -> str:
    """A cell that no spreadsheet runs. One that already looks shielded gets one apostrophe more, so that
    `bared` gives back every cell as it was."""
    if _NUMBER.fullmatch(cell):
        return cell
    return _SHIELD + cell if cell.lstrip(_SHIELD).startswith(_RUN) else cell


def bared(cell: str) -> str:
    """A cell as it was before it was shielded."""
    if cell.startswith(_SHIELD) and cell.lstrip(_SHIELD).startswith(_RUN):
        return cell[1:]
    return cell
