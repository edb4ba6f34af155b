"""What the screens ask of the one that puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from civicsquiz.bank.library import Library
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session


class Builder(Protocol):
    """Banks, shelves and sessions; `civicsquiz.app.App` is one."""

    @property
    def env(self) -> Mapping[str, str]: ...

    @property
    def library(self) -> Library: ...

    @property
    def new_seed(self) -> Callable[[], str]: ...

    def shelf_for(self, bank_path: Path) -> Shelf:
        """The shelf for a bank file: what lies beside it comes first."""

    def session(
        self,
        questions: Sequence[Question],
        *,
        mode: Mode,
        seed: str,
        shelf: Shelf | None = None,
    ) -> Session:
        """A session over `questions`, with feedback out of `shelf`."""
