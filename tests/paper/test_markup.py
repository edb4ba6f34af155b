"""Plain text comes out of Markdown and HTML as what it is, whatever it looks like."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from civicsquiz.paper.markup import for_html, for_markdown, marked, paragraphs, strong

LOOKS_LIKE_MARKUP = [
    "# a heading", "#", "- a list", "-", "+ a list", "* a list", "1. a list", "12) a list", "1958.",
    "> a quotation", "```", "~~~", "    code", "---", "***", "___", "===", "--", "a -- b", "a --- b",
    "[link](https://example.org)", "![picture](x.png)", "[link]: https://example.org", "<b>bold</b>",
    "<script>alert(1)</script>", "<!-- hidden -->", "<https://example.org>", "https://example.org/a",
    "www.example.org", "mail@example.org", "*stars*", "**stars**", "_lines_", "__lines__", "`code`",
    "~~gone~~", "a | b", "| a | b |", "| --- | --- |", "&amp;", "&#35;", "&copy;", "AT&T", "a & b",
    "\\", "a\\", "\\*", "$x$", "^up^", "~down~", "{.class}", "{{ template }}", "{% tag %}", ":smile:",
    "::: note", "[^1]", "[ ] to do", "[x] done", "@somebody", "…", "...", "“quoted”", "a  b", " a ",
    "Trop v. Dulles, 356 U.S. 86 (1958)", "8 U.S.C. § 1227(a)", "$4,000", "40–60%", "¿Qué?", "第八",
]  # fmt: skip
HOSTILE = st.one_of(
    st.sampled_from(LOOKS_LIKE_MARKUP),
    st.lists(st.sampled_from([*LOOKS_LIKE_MARKUP, "a", "1", " "]), max_size=4).map("".join),
    st.text("\\`*_{}[]<>#+-.!|~^$&;:=@()/\"'“” a1é\u0301☐"),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])),
)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")

WAYS: dict[str, tuple[Callable[[str], str], set[str]]] = {
    "a paragraph": (for_markdown, {"p"}),
    "after a word": (lambda text: f"Word {for_markdown(text)}", {"p"}),
    "a heading": (lambda text: f"## Word {for_markdown(text)}", {"h2"}),
    "a list": (lambda text: f"- {for_markdown(text)}\n- more", {"ul", "li"}),
    "a row of a table": (
        lambda text: f"|  |  |\n| --- | --- |\n| {for_markdown(text)} | more |",
        {"table", "thead", "tbody", "tr", "th", "td"},
    ),
    "bold": (lambda text: f"- **A:** {strong(text)}", {"ul", "li", "strong"}),
    "a quotation": (lambda text: f"> {marked(text, ())}", {"blockquote", "p"}),
}


def shown(markdown: str) -> tuple[set[str], str]:
    """The tags that a Markdown text becomes, and its words."""
    rendered = PARSER.render(markdown)
    words = " ".join(html.unescape(TAG.sub("", rendered)).split())
    return set(TAG.findall(rendered)), words


@pytest.mark.parametrize("way", WAYS)
@given(text=HOSTILE)
def test_text_comes_out_of_markdown_as_it_went_in(way: str, text: str) -> None:
    """As one line, in every place where text is written, with no element of its own."""
    write, allowed = WAYS[way]
    tags, words = shown(write(text))
    assert tags <= allowed
    around = {"after a word": "Word ", "a heading": "Word ", "bold": "A: "}.get(way, "")
    behind = " more" if way in ("a list", "a row of a table") else ""
    expected = " ".join(text.split())
    assert words == f"{around}{expected}{behind}".strip()


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKUP)
def test_every_example_is_tried_alone(text: str) -> None:
    """Whatever hypothesis may choose to try."""
    assert shown(for_markdown(text)) == ({"p"}, " ".join(text.split()))


def test_common_text_stays_readable() -> None:
    """Signs that do nothing where they stand are not escaped."""
    for text in (
        "Trop v. Dulles, 356 U.S. 86 (1958)", "He said: “AT&T can't.” (a non-citizen)", "1958", "A+B"
    ):  # fmt: skip
        assert for_markdown(text) == text


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(HOSTILE.filter(lambda text: text == " ".join(text.split())))
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    return text, list(zip(places[::2], places[1::2], strict=False))


@given(_marked())
@example(("word“quoted”word", [(4, 12)]))
@example(("a *b* c", [(2, 5)]))
@example(("&amp;", [(0, 1)]))
@example(("a--b://c", [(2, 4)]))
@example(("He wrote “no.” Then", [(9, 14)]))
def test_marked_words_are_bold_or_as_they_are(case: tuple[str, list[tuple[int, int]]]) -> None:
    """Never a sign of ours that is taken for the source's."""
    text, spans = case
    tags, words = shown(f"> {marked(text, spans)}")
    assert words == text
    assert tags <= {"blockquote", "p", "strong"}


def test_marked_words_are_bold_where_they_usually_stand() -> None:
    """Between spaces and punctuation."""
    assert marked("He wrote “no.” Then left.", [(9, 14)]) == "He wrote **“no.”** Then left."
    assert marked("(all of it)", [(1, 10)]) == "(**all of it**)"
    assert marked("two and two", [(0, 3), (8, 11)]) == "**two** and **two**"


@given(HOSTILE)
def test_text_comes_out_of_html_as_it_went_in(text: str) -> None:
    """And can stand in an attribute."""
    written = for_html(text)
    assert html.unescape(written) == text
    assert not set(written) & set("<>\"'")


def test_paragraphs_and_lines_are_kept_apart() -> None:
    """A stem may be of several lines."""
    assert paragraphs("a\n  b \n \n\nc  d\n") == [["a", "b"], ["c d"]]
    assert paragraphs(" \n") == []
