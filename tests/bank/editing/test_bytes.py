"""What an edit does not mean to touch keeps every byte, whatever the style of the file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st
from tests.bank.editing.hostile import KEYS, Made, banks

from civicsquiz.bank.editing import BankText
from civicsquiz.errors import FileError
from civicsquiz.source import safe_yaml

TEXTS = [
    "draft",
    "no",
    "a: b",
    "x" * 130,
    "word " * 40 + "end",
    "two\nlines\n",
    " led",
    "“é” #1",
    "",
]
VALUES = [
    *TEXTS,
    True,
    None,
    ["a", "b, c"],
    [{"text": "a", "why": "word " * 30 + "z"}],
    {"name": "N"},
]
FACTS = ["0123456789abcdef", "fedcba9876543210"]


def opened(made: Made) -> BankText:
    """The file, unless it is not of the YAML that is read."""
    assume(not safe_yaml.load(made.text)[1])
    found = BankText.parse(made.data, "bank.yaml")
    assert found.data == made.data
    return found


@given(
    banks(),
    st.integers(0, 400),
    st.sampled_from("\t\r\n -:#{}[],'\"|>&*!?%\0\u2028é"),
    st.booleans(),
)
def test_a_file_with_a_slip(made: Made, at: int, slip: str, over: bool) -> None:
    """One character too many, or another: it is refused in a sentence, or cut into pieces as it is."""
    text = made.text[:at] + slip + made.text[at + over :]
    try:
        found = BankText.parse(text.encode(), "bank.yaml")
    except FileError:
        return
    assert found.text == text
    found.verify()


def after(made: Made, end: int) -> str:
    """What stands after an item; without the empty lines, where they may belong to its last text."""
    rest = made.text[end:]
    before = made.text[:end].rpartition(": ")[2]
    return rest.lstrip("\r\n ") if before[:1] in ("|", ">") else rest


@given(banks())
def test_a_file_as_it_was(made: Made) -> None:
    """Cut into pieces it is the same, and loads to what the pieces hold."""
    found = opened(made)
    found.verify()
    assert found.ids == tuple(made.spans)
    for name, (start, _) in made.spans.items():
        assert made.text[start:].startswith(found.item_text(name).rstrip())
        assert found.line(name) == len(
            made.text[:start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )


@given(banks(), st.data())
def test_one_key_of_one_item(made: Made, data: st.DataObject) -> None:
    """Before the item and after it nothing changes, and in it nothing but the key."""
    found = opened(made)
    name = data.draw(st.sampled_from(found.ids))
    key = data.draw(st.sampled_from(KEYS))
    before = found.item(name)
    if data.draw(st.booleans()):
        value: Any = data.draw(st.sampled_from(VALUES))
        edit = found.set_key(name, key, value)
        assert found.item(name) == {**before, key: value}
    else:
        edit = found.remove_key(name, key)
        assert found.item(name) == {other: before[other] for other in before if other != key}
    found.verify()
    start, end = made.spans[name]
    assert found.text.startswith(made.text[:start])
    assert found.text.endswith(after(made, end))
    found.undo(edit)
    assert found.data == made.data


@given(banks(), st.data())
def test_an_item_taken_out(made: Made, data: st.DataObject) -> None:
    """All that goes with it are empty lines beside it."""
    found = opened(made)
    name = data.draw(st.sampled_from(found.ids))
    found.remove_item(name)
    found.verify()
    start, end = made.spans[name]
    rest = made.text[:start].rstrip(), made.text[end:].lstrip()
    if len(made.spans) > 1:
        assert found.text.startswith(rest[0])
    assert found.text.endswith(rest[1].rstrip() and rest[1])
    assert found.ids == tuple(other for other in made.spans if other != name)
    found.undo()
    assert found.data == made.data


def refused(found: BankText, new: list[dict[str, Any]]) -> bool:
    """Whether a line end after the last line would change a text that ends with it: it is said so."""
    try:
        found.add_items(new)
    except FileError as error:
        return "the last line of the file has no end: press Enter at its end" in str(error)
    found.undo()
    return False


@given(banks(), st.lists(st.sampled_from(VALUES), min_size=1, max_size=3))
def test_items_put_after_the_last(made: Made, values: list[Any]) -> None:
    """The others stay, and the new ones load as they were given."""
    found = opened(made)
    new = [{"id": f"new-{at}", "type": "choice", "stem": value} for at, value in enumerate(values)]
    if made.text[-1] not in "\r\n" and refused(found, new):
        return
    found.add_items(new)
    found.verify()
    assert found.items[len(made.spans) :] == tuple(new)
    last = max(end for _, end in made.spans.values())
    assert found.text.startswith(made.text[:last].rstrip())
    assert found.text.endswith(after(made, last).lstrip("\r\n "))
    found.undo()
    assert found.data == made.data


class Judging:
    """A sequence of judgements that Hypothesis draws."""

    def __init__(self, found: BankText, data: st.DataObject) -> None:
        self.found, self.data = found, data

    def step(self) -> None:
        """One edit of any kind; what cannot be edited is said, and leaves all as it was."""
        before = self.found.text
        what = self.data.draw(st.sampled_from([
            self.key, self.no_key, self.reject, self.forget, self.source, self.card, self.add, self.change, self.topic,
        ]))  # fmt: skip
        try:
            what()
        except FileError:
            event("refused")
            assert self.found.text == before

    def name(self) -> str:
        assume(self.found.ids)
        return self.data.draw(st.sampled_from(self.found.ids))

    def key(self) -> None:
        value = self.data.draw(st.sampled_from(VALUES))
        self.found.set_key(self.name(), self.data.draw(st.sampled_from(KEYS)), value)

    def no_key(self) -> None:
        self.found.remove_key(self.name(), "status")

    def reject(self) -> None:
        name = self.name()
        with self.found.together():
            self.found.remove_item(name)
            self.found.add_rejected(self.data.draw(st.sampled_from(FACTS)), "unclear", name)

    def forget(self) -> None:
        assume(self.found.rejected)
        self.found.remove_rejected(self.found.rejected[0]["fact"])

    def source(self) -> None:
        self.found.add_source(f"s{len(self.found.sources)}", {"label": "S", "title": None})

    def topic(self) -> None:
        self.found.name_topic(
            f"t{len(self.found.edits)}", self.data.draw(st.sampled_from(["A: b", "C # d"]))
        )

    def card(self) -> None:
        assume(self.found.sources)
        name = self.data.draw(st.sampled_from(self.found.sources))
        self.found.set_source_key(name, "kinds", [{"exact": "words, here", "kind": "caption"}])

    def add(self) -> None:
        self.found.add_items([{"id": f"n{len(self.found.edits)}", "stem": "A new one"}])

    def change(self) -> None:
        name = self.name()
        self.found.change_item(name, {"id": name, "stem": "Which: this?", "origin": "edited"})


@given(banks(), st.data())
def test_judgements_undone_give_the_file_back(made: Made, data: st.DataObject) -> None:
    """Whatever is done, the whole loads as it is meant, and all undone is the very file."""
    found = opened(made)
    judging = Judging(found, data)
    texts = [found.text]
    for _ in range(data.draw(st.integers(1, 6))):
        count = len(found.edits)
        judging.step()
        found.verify()
        if len(found.edits) > count:
            texts.append(found.text)
    while found.edits:
        assert found.text == texts.pop()
        found.undo()
    assert found.data == made.data


@pytest.mark.parametrize("name", ["banishment", "five-articles"])
def test_a_shipped_bank(name: str, checkout: Any) -> None:
    """Every item gets a status and loses it again: the file is what it was."""
    path = checkout / f"question_banks/{name}.yaml"
    found = BankText.open(path)
    for item in found.ids:
        found.set_key(item, "status", "draft")
    found.verify()
    assert all(item["status"] == "draft" for item in found.items)
    for item in found.ids:
        found.remove_key(item, "status")
    assert found.data == path.read_bytes()
