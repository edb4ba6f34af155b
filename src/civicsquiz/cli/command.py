"""What the module of a command has."""

from __future__ import annotations

import argparse
from typing import Any, Protocol

from civicsquiz.app import App


class Command(Protocol):
    """A module with these two functions."""

    def add(self, subparsers: Any, /) -> None:
        """Say on the command line what the command is called and what it takes."""

    def run(self, arguments: argparse.Namespace, app: App, /) -> int:
        """Carry it out; the exit status."""
