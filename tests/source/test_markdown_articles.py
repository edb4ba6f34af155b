"""Articles in Markdown: kinds and canonical text of everything that CommonMark can write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz.source import reading

Blocks = list[tuple[str, str]]
Read = Callable[..., Blocks]


@pytest.fixture
def markdown(blocks: Read) -> Callable[[str], Blocks]:
    """Blocks of a Markdown text, the same with each kind of line end."""

    def read(raw: str) -> Blocks:
        found = blocks(raw, "article.md")
        for end in ("\r\n", "\r"):
            assert blocks(raw.replace("\n", end), "article.md") == found
        return found

    return read


def test_front_matter_is_no_text(markdown: Read) -> None:
    """Between its two lines; the offsets after it are those of the whole file."""
    raw = "---\ntitle: A bridge\ntags:\n  - river\n\nx: y\n---\nThe bridge will stay.\n"
    assert markdown(raw) == [("body", "The bridge will stay.")]
    assert markdown("---\na: b\n...\n\nThe bridge will stay.\n") == [
        ("body", "The bridge will stay.")
    ]


def test_two_rules_with_text_between_them_are_no_front_matter(markdown: Read) -> None:
    """What is not keys and values is the article's own."""
    raw = "---\nThe bridge will stay.\n\n---\n\nThe mill goes.\n"
    assert markdown(raw) == [("body", "The bridge will stay."), ("body", "The mill goes.")]


def test_headings_of_both_forms(markdown: Read) -> None:
    """Closing signs go with the opening ones; one of the first level is the title."""
    raw = "# A bridge ##\n\nIt stays.\n\n## The **old** mill #\n\nIt goes.\n\nThe rest\n---\n\nNo more.\n"
    assert markdown(raw) == [
        ("title", "A bridge"), ("body", "It stays."), ("heading", "The old mill"), ("body", "It goes."),
        ("heading", "The rest"), ("body", "No more."),
    ]  # fmt: skip


def test_lists_and_block_quotations_over_several_lines(markdown: Read) -> None:
    """Their signs go on every line, also where one stands in the other; a short one is text."""
    raw = (
        "> A first line\n> and a second,\nand a lazy one.\n>\n> > deeper\n> > still\n\n"
        "- one item\n  goes on\n- two\n\n  with a paragraph\n\n\t1. tabbed\n\t   item\n"
    )
    assert markdown(raw) == [
        ("body", "A first line and a second, and a lazy one."),
        ("body", "deeper still"),
        ("body", "one item goes on"),
        ("body", "two"),
        ("body", "with a paragraph"),
        ("body", "tabbed item"),
    ]


def test_lists_of_links_are_navigation(markdown: Read) -> None:
    """They are known by what they are made of."""
    raw = "- [Home](/)\n- [A headline of another article that has over eight words in it](/a)\n\nIt stays.\n"
    assert [kind for kind, _ in markdown(raw)] == ["navigation", "link list", "body"]


def test_tables_are_cells(markdown: Read) -> None:
    """Equal cells keep their own places; an escaped bar, a link and an empty cell are no trouble."""
    raw = "| a | b |\n|---|--:|\n| 1 | 1 |\n|| x\\|y |\n| [l](u) | `c \\| d` |\n\nIt stays.\n"
    cells = ["a", "b", "1", "1", "x|y", "l", "c | d"]
    assert markdown(raw) == [*(("table", cell) for cell in cells), ("body", "It stays.")]


def test_code_is_kept_as_it_is(markdown: Read) -> None:
    """Fenced, indented or in a list, with nothing in it read as a mark."""
    raw = "```py\na *b* [c](d) &amp;\n\n  e\n```\n\n    in <b>it</b>\n\n- x\n\n  ~~~\n  f\n  ~~~\n"
    assert markdown(raw) == [
        ("code", "a *b* [c](d) &amp; e"), ("code", "in <b>it</b>"), ("body", "x"), ("code", "f"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("***All* of** it *a **b** c* stays.", "All of it a b c stays."),
        ("__It__ stays_put_ and 2*3*4 stays.", "It stays_put_ and 234 stays."),
        ("*a*b **x*y*z** ~~s~~ stays.", "ab xyz ~~s~~ stays."),
        ("A lone * and ** and _ stays.", "A lone * and ** and _ stays."),
        ("\\*not\\* \\[this\\](a) \\a \\\\ stays.", "*not* [this](a) \\a \\ stays."),
        ("It is\\\nhere and  \nhere.", "It is here and here."),
        ("&quot;A&quot; caf&eacute; &#8212; &lt;x&gt; &amp;amp; &nope; stays.",
         '"A" café — <x> &amp; &nope; stays.'),
        ("a&nbsp;&nbsp;b &#27; &#x202E; stays.", "a b � ⟨U+202E⟩ stays."),
        ("`code*s*` and `` ` `` and ` two\nlines ` stay.", "code*s* and ` and two lines stay."),
        ("A `` lone tick stays.", "A `` lone tick stays."),
        ("one<br>two<br/>three <b>b</b><!-- c --> stays.", "one two three b stays."),
        ("x<y and a < b stays.", "x<y and a < b stays."),
        ("[x](a)a ![a](a.jpg)a [](b) stays.", "xa a stays."),
        ("[a *b* `c`](<d e> 'f') [g](h)(i) stays.", "a b c g(i) stays."),
        ("[![pic](a)](b) ![p [q](r)](s) stays.", "stays."),
        ("[one][r], [r][], [r], [R] and [none][q] stay.\n\n[r]: /a 'b'",
         "one, r, r, R and [none][q] stay."),
        ("See <https://a.example/b%20c> now, it stays put where it was in the old days.",
         "See https://a.example/b%20c now, it stays put where it was in the old days."),
        ("He[sic], [Federal], [^1] and [[x]] stay.", "He[sic], [Federal], [^1] and [[x]] stay."),
        ("\ttab\tand\u00a0space\u200b stays.", None),
        ("im-\nprisoned non-\ncitizen, non-citizen stays.", "imprisoned non-citizen, non-citizen stays."),
    ],
)  # fmt: skip
def test_inline_marks(markdown: Read, raw: str, text: str | None) -> None:
    """Marks go, what only looks like one stays."""
    if text is None:
        assert markdown(f"x\n\n{raw.strip()}\n")[1][1] == "tab and space stays."
    else:
        assert markdown(raw + "\n") == [("body", text)]


def test_an_entity_stands_at_its_ampersand() -> None:
    """What follows it keeps its place."""
    raw = "A caf&eacute; stays &#8212; here.\n"
    document = reading.read(raw.encode(), Path("a.md"))
    assert document.raw_offset(document.text.index("é")) == raw.index("&")
    assert document.raw_offset(document.text.index("—")) == raw.index("&#")
    assert document.raw_offset(document.text.index("stays")) == raw.index("stays")
    assert document.raw_offset(document.text.index("here")) == raw.index("here")


def test_a_link_text_that_its_address_repeats_keeps_its_own_place() -> None:
    """The last letters of the file are those of the text, not of the address before them."""
    raw = "[x](stays.) stays. ![stays.](stays.) stays.\n"
    document = reading.read(raw.encode(), Path("a.md"))
    assert document.text == "x stays. stays."
    assert document.raw_offset(2) == raw.index(" stays.") + 1
    assert document.raw_offset(len(document.text) - 1) == len(raw) - 2


def test_footnote_definitions_are_footnotes(markdown: Read) -> None:
    """CommonMark has none; the usual form is known."""
    raw = "It stays.[^1]\n\n[^1]: So the engineer’s report, on its first page.\n"
    assert [kind for kind, _ in markdown(raw)] == ["body", "footnote"]
