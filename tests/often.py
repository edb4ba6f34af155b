"""How much is tried: every day a little of what there is much of, and where CI is set all of it."""

from __future__ import annotations

import os
from typing import TypeVar

T = TypeVar("T")
CI = "CI" in os.environ


def examples(all_: int, everyday: int = 0) -> int:
    """`all_` where CI is set, else `everyday`, by default a fifth."""
    return all_ if CI else everyday or max(10, all_ // 5)


def in_ci(*values: T) -> tuple[T, ...]:
    """Values of a parameter that are tried only where CI is set."""
    return values if CI else ()
