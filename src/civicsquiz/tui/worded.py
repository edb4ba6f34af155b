"""Screens whose words can be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank


@runtime_checkable
class Worded(Protocol):
    """A screen with words. Where it has a `bank`, that bank's own entries count too."""

    def glossary_texts(self) -> Sequence[str]:
        """All texts that are shown now."""


@runtime_checkable
class Questioning(Worded, Protocol):
    """One with a question of `bank`, asked or explained. It has `WORDS_ALONE`: over it no other words
    open than its own."""

    WORDS_ALONE: ClassVar[bool]
    bank: Bank
