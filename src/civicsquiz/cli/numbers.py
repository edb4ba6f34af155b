"""Numbers on the command line."""

from __future__ import annotations

import argparse


def from_one(text: str) -> int:
    """A whole number from 1 on, for `type=` of an argument.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        number = int(text[:10])
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1 on")
    return number
