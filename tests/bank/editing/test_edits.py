"""Single edits, as a teacher sees them in the file; and files that are not edited."""

from __future__ import annotations

import pytest
import yaml

from civicsquiz.bank.editing import BankText
from civicsquiz.errors import FileError

HEAD = "civicsquiz: 1\nid: x\ntitle: X\nsources:\n  paper:\n    label: P  # short\n"


def opened(rest: str, head: str = HEAD) -> BankText:
    return BankText.parse((head + rest).encode(), "bank.yaml")


ITEMS = """\
items:
  # the charter
  - id: one
    topic: t    # where it belongs
    stem: >-   # folded
      Which of
      these?
    key: [a,
          b]    # two

  # the council
  - {id: two, topic: t, status: draft}   # short
"""


@pytest.mark.parametrize(
    ("key", "value", "before", "after"),
    [
        ("topic", "u", "topic: t    # where", "topic: u    # where"),
        ("stem", "Who?", "stem: >-   # folded\n      Which of\n      these?\n", "stem: Who?\n"),
        ("key", ["c"], "key: [a,\n          b]    # two", "key: [c]    # two"),
        ("stance", "fact", "belongs\n", "belongs\n    stance: fact\n"),
        ("status", "draft", "# two\n", "# two\n    status: draft\n"),
        ("id", "uno", "id: one", "id: uno"),
        (
            "topic", [{"why": "x"}], "    topic: t    # where it belongs\n",
            "    topic:\n      - why: x\n    # where it belongs\n",
        ),
    ],
)  # fmt: skip
def test_a_key_is_set(key: str, value: object, before: str, after: str) -> None:
    """In its place, where the order has it, with the comment beside it kept."""
    assert ITEMS.count(before) == 1
    found = opened(ITEMS)
    found.set_key("one", key, value)
    assert found.text == HEAD + ITEMS.replace(before, after)
    found.verify()


def test_a_key_is_set_in_brackets() -> None:
    """On the one line that the item has."""
    found = opened(ITEMS)
    found.set_key("two", "status", "needs-editing")
    found.set_key("two", "stem", "a, b: c")
    found.remove_key("two", "topic")
    assert found.text.endswith('  - {id: two, status: needs-editing, stem: "a, b: c"}   # short\n')


def test_only_what_differs_is_changed() -> None:
    """An edited item keeps the bytes of every key that says what it said."""
    found = opened(ITEMS)
    values = found.item("one") | {"stem": "Who?", "origin": "edited"}
    edit = found.change_item("one", values)
    expected = ITEMS.replace(">-   # folded\n      Which of\n      these?", "Who?")
    assert found.text == HEAD + expected.replace("# two\n", "# two\n    origin: edited\n")
    assert found.edits == (edit,)
    found.undo()
    assert found.text == HEAD + ITEMS


def test_an_item_is_replaced_and_removed() -> None:
    """What stands around it stays."""
    found = opened(ITEMS)
    found.replace_item("two", {"stem": "New", "id": "three"})
    assert found.text == HEAD + ITEMS.partition("  - {")[0] + "  - {id: three, stem: New}\n"
    assert found.line("three") == found.text.count("\n")
    found.remove_item("one")
    assert (
        found.text
        == HEAD + "items:\n  # the charter\n  # the council\n  - {id: three, stem: New}\n"
    )
    found.remove_item("three")
    assert found.text == HEAD + "items: []\n  # the charter\n  # the council\n"
    found.add_items([{"id": "four", "stem": "So?", "why": "x"}])
    assert found.ids == ("four",)
    found.verify()


@pytest.mark.parametrize(
    "rest",
    [
        ITEMS,
        f"rejected: []  # none\n{ITEMS}",
        f"rejected:\n{ITEMS}",
        f"rejected: [{{fact: a, reason: other}}]\n{ITEMS}",
        f"rejected:\n- {{fact: a, reason: other}}\n{ITEMS}",
    ],
)
def test_rejections_come_and_go(rest: str) -> None:
    """In lines, in brackets, under a key that stands empty or not at all."""
    found = opened(rest)
    count = len(found.rejected)
    found.add_rejected("b", "unclear", "two")
    found.add_rejected("c", "unfair")
    assert found.rejected[count:] == (
        {"fact": "b", "reason": "unclear", "id": "two"},
        {"fact": "c", "reason": "unfair"},
    )
    found.verify()
    found.remove_rejected("b")
    found.remove_rejected("c")
    assert len(found.rejected) == count
    found.verify()
    if count:
        assert found.text == HEAD + rest
    with pytest.raises(KeyError):
        found.remove_rejected("b")


def test_a_new_key_of_the_bank_goes_without_a_trace() -> None:
    """The first rejection makes it, and forgetting the last removes it."""
    found = opened(ITEMS)
    found.add_rejected("b", "unclear")
    assert found.text == HEAD + ITEMS + "\nrejected:\n  - {fact: b, reason: unclear}\n"
    found.remove_rejected("b")
    assert found.text == HEAD + ITEMS


def test_sources() -> None:
    """A new card in the style of the others, and a correction on one that is there."""
    found = opened(ITEMS)
    found.add_source("other", {"label": "O", "title": None})
    found.set_source_key("paper", "kinds", [{"exact": "a b", "kind": "caption"}])
    kinds = "    kinds:\n      - exact: a b\n        kind: caption\n"
    other = "  other:\n    label: O\n    title: null\n"
    assert found.text == HEAD + kinds + other + ITEMS
    assert found.sources == ("paper", "other")
    found.remove_source_key("paper", "kinds")
    found.remove_source_key("paper", "kinds")
    assert found.text == HEAD + other + ITEMS
    with pytest.raises(FileError, match="has the source “other” already"):
        found.add_source("other", {"label": "O"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "topics:  # as shown\n  tolls: The tolls\n\n",
            "topics:  # as shown\n  tolls: The tolls\n  boats: “Boats”, and others\n\n",
        ),
        (
            "topics: {tolls: The tolls}\n",
            "topics: {tolls: The tolls, boats: “Boats”, and others}\n",
        ),
    ],
)
def test_a_topic_is_named_beside_others(before: str, after: str) -> None:
    found = opened(before + ITEMS)
    found.name_topic("boats", "“Boats”, and others")
    found.verify()
    assert yaml.safe_load(found.text)["topics"]["boats"] == "“Boats”, and others"
    assert found.text.endswith(ITEMS)
    if "{" not in before:
        assert found.text == HEAD + after + ITEMS
    found.undo()
    assert found.text == HEAD + before + ITEMS


def test_where_no_topic_has_a_name_none_is_given() -> None:
    found = opened(ITEMS)
    with pytest.raises(FileError):
        found.name_topic("boats", "Boats")
    assert found.text == HEAD + ITEMS


def test_comments_of_an_emptied_key_stay() -> None:
    """Beside it and under it: then it stays too, with nothing in it."""
    rest = "rejected:  # these\n  # and why\n  - {fact: b, reason: other}\n"
    found = opened(ITEMS + rest)
    found.remove_rejected("b")
    assert found.text == HEAD + ITEMS + "rejected: []  # these\n  # and why\n"
    found.add_rejected("b", "other")
    assert found.text == HEAD + ITEMS + rest


def test_a_failure_among_several_takes_all_back() -> None:
    """Nothing has been done, and nothing is to be undone."""
    found = opened(ITEMS)

    def judge() -> None:
        with found.together():
            found.remove_item("two")
            found.set_key("nobody", "status", "draft")

    with pytest.raises(KeyError, match="nobody"):
        judge()
    assert found.text == HEAD + ITEMS
    assert found.edits == ()
    with pytest.raises(ValueError, match="no such edit"):
        found.undo()


def test_what_would_not_be_read_back_is_refused() -> None:
    """Half a character, in a value: nothing is changed."""
    found = opened(ITEMS)
    with pytest.raises(FileError, match="cannot set stem of one: that would not be read back"):
        found.set_key("one", "stem", "half \ud800")
    with pytest.raises(FileError, match="cannot remove id of"):
        opened("items:\n  - id: a\n").remove_key("a", "id")
    assert found.text == HEAD + ITEMS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{civicsquiz: 1, items: [{id: a}]}", "the bank stands in brackets"),
        ("? civicsquiz\n: 1\n? items\n: - id: a\n", "“civicsquiz” does not begin its line"),
        ("civicsquiz: 1\nitems: &a\n  - id: a\n", "an anchor"),
        ("civicsquiz: 1\n---\nitems: []\n", "a second YAML document"),
        ("civicsquiz: 1\nid: a\nid: b\n", "“id” stands twice"),
        ("civicsquiz: [1\n", "is not YAML here"),
        ("title: no bank\n", "is not a bank"),
        ("- a\n", "is not a bank"),
        ("", "is not a bank"),
    ],
)
def test_files_that_are_not_edited(text: str, said: str) -> None:
    """One sentence, with the mend."""
    with pytest.raises(FileError) as raised:
        BankText.parse(text.encode(), "bank.yaml")
    assert said in str(raised.value)
    assert raised.value.mend


def test_deep_comments_do_not_become_text() -> None:
    """A comment that is indented deeper stays one, after a text in lines too."""
    rest = "items:\n  - id: a\n    stem: x\n        # deep\n    status: draft\n        # deeper\n"
    found = opened(rest)
    found.set_key("a", "stem", "two\nlines")
    assert found.item("a")["stem"] == "two\nlines"
    found.set_key("a", "stem", "word " * 40 + "end")
    found.remove_key("a", "status")
    found.verify()
    assert found.text.count("# deep") == 2


def test_items_in_brackets() -> None:
    """A list on one line can be edited as well."""
    found = opened('items: [{id: a, stem: "x, y"}, {id: b}]  # all\n')
    found.set_key("a", "status", "draft")
    found.add_items([{"id": "c"}])
    found.remove_item("b")
    assert found.text == HEAD + 'items: [{id: a, stem: "x, y", status: draft}, {id: c}]  # all\n'
    assert found.item_text("c") == "{id: c}"
    found.replace_item("c", {"id": "d"})
    assert (found.ids, found.line("d")) == (("a", "d"), 7)
    found.verify()
