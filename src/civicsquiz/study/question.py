"""An item as it is put to somebody: its options in the order shown, and the response text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.bank.models import Bank, Item, Option
from civicsquiz.errors import ResponseError
from civicsquiz.record.revisions import Revision

_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_JUDGEMENTS = {"t": "true", "true": "true", "f": "false", "false": "false"}


@dataclass(frozen=True, slots=True)
class Question:
    """One item of `bank`, as asked in a session. `options` stand in the order shown and are
    numbered from 1; `revision` says what exactly is asked."""

    bank: Bank
    item: Item
    options: tuple[Option, ...]
    revision: Revision

    @property
    def ref(self) -> str:
        """The item's name among all banks: "bank-id/item-id"."""
        return f"{self.bank.id}/{self.item.id}"

    @property
    def shown(self) -> tuple[str, ...]:
        """The option ids in the order shown."""
        return tuple(option.id for option in self.options)

    def number(self, option_id: str) -> int:
        """The number, from 1, that an option is shown with.

        Raises:
            ResponseError: it is not among the options.
        """
        if option_id not in self.shown:
            raise ResponseError(f"There is no option “{option_id}” here.")
        return self.shown.index(option_id) + 1

    def option(self, option_id: str) -> Option:
        """The option of this id; errors as for `number`."""
        return self.options[self.number(option_id) - 1]

    def read(self, response: str) -> tuple[str, ...]:
        """The option ids that a response text names: "2"; for true-false also "t" or "True".

        Raises:
            ResponseError: it names none; the sentence says what would.
        """
        text = response.strip()
        if self.item.type == "true-false" and (judgement := _JUDGEMENTS.get(text.lower())):
            return (judgement,)
        number = _NUMBER.fullmatch(text)
        if number and 1 <= int(number[1]) <= len(self.options):
            return (self.options[int(number[1]) - 1].id,)
        if self.item.type == "true-false":
            raise ResponseError("Type 1 for True or 2 for False.")
        raise ResponseError(f"Type a number from 1 to {len(self.options)}.")

    def write(self, ids: tuple[str, ...]) -> str:
        """The canonical response text of option ids; `read` leads back. Errors as for `number`."""
        return " ".join(str(self.number(option_id)) for option_id in ids)

    def __hash__(self) -> int:
        return hash((self.ref, self.revision.hash, self.shown))
