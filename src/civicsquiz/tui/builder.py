"""What the screens ask of the one that puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from civicsquiz.bank.library import Library
from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session

if TYPE_CHECKING:
    from civicsquiz.study.glossary import Glossary
    from civicsquiz.study.quotations import Quotations
    from civicsquiz.study.search import Search


class Builder(Protocol):
    """Banks, shelves, words and sessions; `civicsquiz.app.App` is one."""

    @property
    def env(self) -> Mapping[str, str]: ...

    @property
    def library(self) -> Library: ...

    @property
    def new_seed(self) -> Callable[[], str]: ...

    @property
    def quotations(self) -> Quotations: ...

    @property
    def search(self) -> Search: ...

    def glossary(self, bank: Bank | None = None) -> Glossary:
        """The words that all banks share, with those of `bank` before them."""

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
