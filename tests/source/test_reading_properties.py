"""What holds of every document, whatever is read: generated plain text and Markdown."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.source import reading
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.visible import controls

WORDS = st.sampled_from(
    'The the council council- non- citizens law 40,000 U.S. said. Why? “No,” "so" it’s [sic]'
    " *very* **long** _x_ __y__ `code` ``a`b`` [link](http://a.b/c) [ref][r] ![pic](p.png) <br> <b>"
    " </b> <!-- &amp; &quot; &nope; \\* \\ a\\b * ** ` [ ] ]( ![ | \\| > # - + 1. ~~~ ``` $ © —"
    " example.comTitle é e\u0301 日本 😀 \u00a0 \u200b \u00ad \u202e \x1b \x85 \u2028 \t NATIONAL"
    " (AP) By donate we you".split(" ")
)
LINE = st.builds(
    lambda start, words, gap: start + gap.join(words),
    st.sampled_from(
        ["", "", "", "# ", "## ", "> ", "> > ", "- ", "  ", "    ", "1. ", "\t", "| ", "```"]
    ),
    st.lists(WORDS, max_size=9),
    st.sampled_from([" ", " ", "  ", "", "\u00a0"]),
)
FIXED = st.sampled_from(
    [
        "",
        "",
        "---",
        "===",
        "|---|---|",
        "| a | b |",
        "| a | a \\| a |",
        "[r]: /x 'y'",
        "<div>",
        "```",
    ]
)
TEXT = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(st.one_of(LINE, FIXED), max_size=14),
    st.sampled_from(["\n", "\n", "\r\n", "\r", "\n\n"]),
)
RUBBISH = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("[]()*_`!<>&\\#|-~\n\r \t")
    ),
    max_size=80,
)


def read(raw: str, suffix: str) -> Document | None:
    """The document, or None where there is no text in it."""
    try:
        return reading.read(raw.encode("utf-8"), Path(f"a{suffix}"))
    except FileError as error:
        if error.problem in ("has no text in it", "a NUL character"):
            return None
        raise


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(raw=st.one_of(TEXT, RUBBISH))
@settings(max_examples=examples(120))
@example(raw="> one\n> two\n")
@example(raw="a\r\nb\r\n\r\nc")
@example(raw="| a | a |\n|---|---|\n| a\\|a | a |\n")
@example(raw="[x](x)x ![x](x)x `x` **x**x")
@example(raw="im-\npris\u00ad\noned non-\n\ncitizen")
@example(raw="\\\n*a\\\nb*")
def test_a_document_is_blocks_over_one_text(suffix: str, raw: str) -> None:
    """Blocks tile the text with two newlines between them; in them white space is one space, never
    at an edge; nothing in the text is a control character."""
    document = read(raw, suffix)
    if document is None:
        return
    assert document.text == "\n\n".join(map(document.text_of, document.blocks))
    assert document.blocks[0].start == 0
    assert document.blocks[-1].end == len(document.text)
    for before, after in zip(document.blocks, document.blocks[1:], strict=False):
        assert document.text[before.end : after.start] == "\n\n"
    for block in document.blocks:
        text = document.text_of(block)
        assert text
        assert text == " ".join(text.split())
        assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text)
        assert controls(text) == []
        assert document.block_at(block.start) == document.block_at(block.end - 1) == block
    numbers = [block.paragraph for block in document.blocks if block.paragraph]
    assert numbers == list(range(1, len(numbers) + 1))
    for block in document.blocks:
        assert bool(block.paragraph) == (block.kind in (Kind.BODY, Kind.HEADING))


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(raw=st.one_of(TEXT, RUBBISH))
@settings(max_examples=examples(120))
@example(raw="[x](x)x ![x](x)x `x` **x**x")
@example(raw="| a | a |\n|---|---|\n| a\\|a | a |\n")
@example(raw="- a\n  a\n> a\na\n")
def test_every_character_leads_back_to_its_own(suffix: str, raw: str) -> None:
    """Offsets are in range and in order. A character that is not white space stands there itself,
    but for an entity's, and for the signs that show a control character."""
    document = read(raw, suffix)
    if document is None:
        return
    places = [
        document.raw_offset(at) for block in document.blocks for at in range(block.start, block.end)
    ]
    texts = "".join(map(document.text_of, document.blocks))
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] < len(raw)
    before = -1
    for char, place in zip(texts, places, strict=True):
        if char == raw[place]:
            assert place > before or char in "\u27e8U+0123456789ABCDEF\u27e9"
        elif char != " ":
            assert raw[place] == "&" or controls(raw[place])
        before = place


@given(raw=TEXT)
@settings(max_examples=examples(120))
def test_plain_words_are_never_lost(raw: str) -> None:
    """In plain text every letter comes through, but for what stands in links' and images' marks."""
    plain = raw.translate({ord(char): " " for char in "[]()*_!<>`#|"})
    document = read(plain, ".txt")
    letters = "" if document is None else "".join(filter(str.isalnum, document.text))
    wanted = "".join(filter(str.isalnum, plain))
    for char in ("\u202e", "\x1b", "\x85", "\u2028"):
        letters = letters.replace(f"U{ord(char):04X}", "")
    assert letters == wanted


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(raw=TEXT)
@settings(max_examples=examples(60))
def test_line_ends_change_nothing(suffix: str, raw: str) -> None:
    """A file saved with CR LF is the same article, block for block."""
    unix = raw.replace("\r\n", "\n").replace("\r", "\n")
    one, other = read(unix, suffix), read(unix.replace("\n", "\r\n"), suffix)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert (one.text, one.blocks) == (other.text, other.blocks)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "raw",
    [
        "[" * 100_000, "]" * 100_000, "![a](" * 20_000, "[a](" * 1_900, "*a " * 20_000, "**" * 20_000,
        "`a" * 20_000, "<a " * 20_000, "<!--" * 20_000, "&a" * 20_000, "> " * 5_000 + "a",
        "- " * 5_000 + "a", "a-\nb\n" * 10_000, "- - " * 10_000 + "x", "holds on " * 9_000,
    ],
    ids=lambda raw: raw[:6],
)  # fmt: skip
def test_hostile_texts_are_read_in_time(suffix: str, raw: str) -> None:
    """Nothing that markup can nest or repeat makes reading slow, or fail."""
    began = time.perf_counter()
    document = read(raw, suffix)
    assert time.perf_counter() - began < 5
    assert document is None or len(document.text) <= len(raw) + 2 * len(document.blocks)
