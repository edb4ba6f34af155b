"""Screens whose words can be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank


@runtime_checkable
class Worded(Protocol):
    """A screen with a question of `bank`, asked or explained."""

    bank: Bank

    def glossary_texts(self) -> Sequence[str]:
        """All texts that are shown now."""
