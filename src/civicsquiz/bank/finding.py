"""What is wrong with a bank, and where: the one form in which every check speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Errors break trust or use; warnings weaken an item."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One finding. `line` and `column` count from 1; 0 where the whole file is meant.

    `message` says what is wrong, `mend` what to do about it.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    mend: str

    def __str__(self) -> str:
        mend = f": {self.mend}" if self.mend else ""
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.severity} {self.code}: {self.message}{mend}"
