"""An item as it is put to somebody: its options in the order shown, and the response text."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.bank.models import Bank, Item, Option
from civicsquiz.record.revisions import Revision
from civicsquiz.study.answering import Offer, manner_of
from civicsquiz.study.answering.manner import place


@dataclass(frozen=True, slots=True)
class Question:
    """One item of `bank`, as asked in a session. `options`, and the `prompts` that they are to be
    matched with, stand in the order shown and are numbered from 1; `revision` says what exactly is
    asked."""

    bank: Bank
    item: Item
    options: tuple[Option, ...]
    revision: Revision
    prompts: tuple[Option, ...] = ()

    @property
    def ref(self) -> str:
        """The item's name among all banks: "bank-id/item-id"."""
        return f"{self.bank.id}/{self.item.id}"

    @property
    def formerly(self) -> tuple[str, ...]:
        """The names that the item had before, of its own and by those of its bank."""
        banks = self.bank.id, *self.bank.formerly
        items = self.item.id, *self.item.formerly
        return tuple(f"{bank}/{item}" for bank in banks for item in items)[1:]

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids in the order shown: prompts, then options."""
        return tuple(option.id for option in (*self.prompts, *self.options))

    @property
    def _offer(self) -> Offer:
        return Offer(self.item, self.prompts, self.options)

    def number(self, option_id: str) -> int:
        """The number, from 1, that an option is shown with.

        Raises:
            ResponseError: it is not among the options.
        """
        return place(self.options, option_id)

    def option(self, option_id: str) -> Option:
        """The option of this id; errors as for `number`."""
        return self.options[self.number(option_id) - 1]

    def prompt(self, option_id: str) -> Option:
        """The prompt of this id; errors as for `number`."""
        return self.prompts[place(self.prompts, option_id) - 1]

    def read(self, text: str) -> tuple[str, ...]:
        """The response that a response text means, in the form that the log holds.

        Raises:
            ResponseError: it means none, or is incomplete; the sentence says what would do.
        """
        return manner_of(self.item).read(self._offer, text)

    def write(self, response: tuple[str, ...]) -> str:
        """The canonical response text of a response; `read` leads back.

        Raises:
            ResponseError: it names what is not offered.
        """
        return manner_of(self.item).write(self._offer, response)

    def __hash__(self) -> int:
        return hash((self.ref, self.revision.hash, self.shown))
