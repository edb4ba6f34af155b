"""Where inline text stands: held against markdown-it's own reading of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.often import examples

from civicsquiz.source.content import Markup
from civicsquiz.source.located import kept

SIGNS = st.text(
    st.sampled_from("[]()*_`!<>&\\#;|~\"' \nabéAxqp.:/0-\u00a0"), min_size=1, max_size=40
)
PIECES = st.lists(
    st.sampled_from(
        ["[a](b)", "[", "](", "![", "]", ")", "*", "**", "***", "_", "__", "`", "``", "a", "b c", " ",
         "\n", "  \n", "\\\n", "\\*", "\\", "\\a", "&amp;", "&copy;", "&#65;", "&x;", "<b>", "<br>",
         "<http://a.b/%20>", "<a@b.c>", "<!-- c -->", "[r]", "[a][r]", "!", "(", "<", "é", "'d'"]
    ),
    max_size=14,
).map("".join)  # fmt: skip
REFERENCES: dict[str, object] = {"R": {"title": "", "href": "/x", "map": [0, 1]}}
OFF = ["escape", "entity", "backticks", "autolink", "html_inline"]


def own_reading(text: str, markup: Markup) -> str:
    """The text of markdown-it's tokens."""
    parser = MarkdownIt("commonmark")
    if markup is Markup.SAVED:
        parser.disable(OFF)
    tokens = parser.inline.parse(text, parser, {"references": REFERENCES}, [])
    shown, address = "", False
    for token in tokens:
        if token.type in ("link_open", "link_close") and token.info == "auto":
            address = token.type == "link_open"
            shown += "" if address else "@"
        elif token.type in ("softbreak", "hardbreak"):
            shown += "\n"
        elif token.type in ("text", "text_special", "code_inline"):
            shown += "" if address else token.content
        elif token.type == "html_inline" and token.content.startswith("<br"):
            shown += " "
    return shown


def located_reading(text: str, markup: Markup) -> tuple[str, list[int]]:
    found = list(kept(text, markup, REFERENCES))
    return "".join(char for _, char, _ in found), [at for at, _, _ in found]


@pytest.mark.parametrize("markup", [Markup.MARKDOWN, Markup.SAVED])
@given(text=st.one_of(SIGNS, PIECES))
@settings(max_examples=examples(200))
@example(text="**a*b*c**")
@example(text="***a** b*")
@example(text="[a*](b)*")
@example(text="a  \n  b\\\nc")
@example(text="` a `` `b")
@example(text="!\\[a](b)")
def test_the_same_text_as_markdown_its_own(markup: Markup, text: str) -> None:
    """Nothing more and nothing less, in ascending places, each character at its own."""
    own = own_reading(text, markup)
    shown, places = located_reading(text, markup)
    alike = re.sub(r"http://a\.b/%20|a@b\.c", "@", shown)  # markdown-it decodes addresses
    own = re.sub(r"http://a\.b/%20|a@b\.c", "@", own)
    assert re.sub(r"\s", "", alike) == re.sub(r"\s", "", own)
    assert places == sorted(places)
    for char, place in zip(shown, places, strict=True):
        assert text[place] in (char, "&", "\n") or (char == " " and text[place] == "<")


def test_text_without_marks_is_passed_through() -> None:
    """No parser is asked."""
    assert located_reading("a (b) c", Markup.MARKDOWN) == ("a (b) c", list(range(7)))


def test_code_is_not_looked_into() -> None:
    """Every character is text."""
    assert located_reading("*a* [b](c)", Markup.NONE)[0] == "*a* [b](c)"


def test_links_are_told() -> None:
    """Each character says whether it stands in one."""
    linked = [inside for _, _, inside in kept("a [b *c*](d) <ef:g> h", Markup.MARKDOWN, {})]
    assert "".join("01"[inside] for inside in linked) == "00111" + "0" + "1111" + "00"
