"""A bank file being edited: what an edit does not mean to touch keeps every byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from civicsquiz.bank.editing import emit, mapping
from civicsquiz.bank.editing.appending import append
from civicsquiz.bank.editing.opened import Edit, Opened
from civicsquiz.bank.editing.row import Row, Ways
from civicsquiz.errors import FileError


class BankText(Opened):
    """The text of a bank file, to be edited in memory and then saved.

    Items are named by their ids; an unknown one is a KeyError. Values are those of the file: text,
    true, false, null, lists and mappings. Each edit loads again what it has touched, and is refused
    with a FileError, nothing done, where that is not what was meant.
    """

    def set_key(self, name: str, key: str, value: Any) -> Edit:
        """Give an item a key, in its place or where the order of keys has it."""
        spot, values = self._item(name)
        wanted = emit.normal(value)
        if key in values and values[key] == wanted:
            return self._done(f"set {key} of {name}")
        return self._done(
            f"set {key} of {name}",
            lambda row: row.in_entry(spot, {**values, key: wanted}, self._putting(key, wanted)),
        )

    def remove_key(self, name: str, key: str) -> Edit:
        """Take a key from an item; one that it does not have is no error."""
        spot, values = self._item(name)
        if key not in values:
            return self._done(f"remove {key} of {name}")
        rest = {other: value for other, value in values.items() if other != key}
        return self._done(
            f"remove {key} of {name}", lambda row: row.in_entry(spot, rest, _dropping(key))
        )

    def change_item(self, name: str, values: Mapping[str, Any]) -> Edit:
        """Give an item these values, touching only the keys that differ."""
        before, after = self.item(name), emit.ordered(emit.normal(values))
        with self.together(f"change {name}"):
            for key in [key for key in before if key not in after]:
                self.remove_key(name, key)
            for key, value in after.items():
                if key != "id":
                    self.set_key(name, key, value)
            if "id" in after:
                self.set_key(name, "id", after["id"])
        return self._edits[-1]

    def replace_item(self, name: str, values: Mapping[str, Any]) -> Edit:
        """Write an item anew, in the style of the shipped banks."""
        spot, _ = self._item(name)
        wanted = emit.ordered(emit.normal(values))
        return self._done(f"replace {name}", lambda row: row.replaced(spot, wanted))

    def remove_item(self, name: str) -> Edit:
        """Take an item out, with the comments in it and the empty lines that set it apart."""
        spot, _ = self._item(name)
        return self._done(f"remove {name}", lambda row: row.removed(spot))

    def add_items(self, items: Sequence[Mapping[str, Any]]) -> Edit:
        """Put items after the last one."""
        made = [emit.ordered(emit.normal(each)) for each in items]
        what = f"add {len(made)} item{'' if len(made) == 1 else 's'}"
        if not made:
            return self._done(what)
        return self._done(what, lambda row: append(row, "items", made, apart=True))

    def add_rejected(self, fact: str, reason: str, name: str | None = None) -> Edit:
        """Remember that a fact was rejected, why, and the id of its item."""
        entry = emit.normal({"fact": fact, "reason": reason} | ({"id": name} if name else {}))
        return self._done(f"reject {fact}", lambda row: append(row, "rejected", [entry]))

    def remove_rejected(self, fact: str) -> Edit:
        """Forget that a fact was rejected; KeyError where it was not."""
        for spot, values in self._row.listed("rejected"):
            if values.get("fact") == fact:
                return self._done(f"unreject {fact}", partial(Row.removed, spot=spot))
        raise KeyError(fact)

    def add_source(self, name: str, card: Mapping[str, Any]) -> Edit:
        """Put a source's card after the last one; FileError where there is one of this id."""
        if name in self.sources:
            raise FileError(self.path, f"has the source “{name}” already", "change its card")
        wanted = {name: emit.ordered(emit.normal(card))}
        return self._done(f"add source {name}", lambda row: append(row, "sources", [wanted]))

    def name_topic(self, topic: str, name: str) -> Edit:
        """Give a topic a name, beside those of others; FileError where no topic has one."""
        named = {**self._row.meant().get("topics", {}), topic: name}
        return self._done(
            f"name {topic}", lambda row: row.in_topics(named, self._putting(topic, name))
        )

    def set_source_key(self, name: str, key: str, value: Any) -> Edit:
        """Give a source's card a key."""
        _, card = self._row.cards()[name]
        wanted = emit.normal(value)
        if key in card and card[key] == wanted:
            return self._done(f"set {key} of {name}")
        return self._done(
            f"set {key} of {name}",
            lambda row: row.in_card(name, {**card, key: wanted}, self._putting(key, wanted)),
        )

    def remove_source_key(self, name: str, key: str) -> Edit:
        """Take a key from a source's card; one that it does not have is no error."""
        _, card = self._row.cards()[name]
        if key not in card:
            return self._done(f"remove {key} of {name}")
        rest = {other: value for other, value in card.items() if other != key}
        return self._done(
            f"remove {key} of {name}", lambda row: row.in_card(name, rest, _dropping(key))
        )

    def _putting(self, key: str, value: Any) -> Ways:
        return lambda text, node: mapping.put(text, node, key, value, self._row.newline)


def _dropping(key: str) -> Ways:
    return lambda text, node: mapping.drop(text, node, key)
