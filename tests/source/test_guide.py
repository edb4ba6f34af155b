"""The form of a guide: what is read, what is refused and where, and what is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.errors import InvalidGuide
from civicsquiz.source import reading
from civicsquiz.source.card import Card
from civicsquiz.source.guide import Guide, Passage, Summary, build, is_guide, parse, render

GUIDE = """\
---
civicsquiz-guide: 1
kind: guide
id: bridge
label: Report on the old bridge
title: "Millbrook: a bridge"
publisher: null
author: null
date: 2019-03-05
url: https://courier.example/bridge
rights: null
genre: newspaper
sha256: null
language: en
canonical_sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
body_words: 110
---

## Summary

The council met.
It decided.

## Passage 10-28, paragraph 2

> The bridge stays.”

## Passage 40-49

> The mill.
"""


def test_a_guide_is_read() -> None:
    """Card, numbers and blocks, in order; a summary is one line of text."""
    guide = parse(GUIDE, "bridge.md")
    assert guide.card == Card(
        "bridge", "Report on the old bridge", "Millbrook: a bridge", None, None, "2019-03-05",
        "https://courier.example/bridge", None, "newspaper", None,
    )  # fmt: skip
    assert (guide.language, guide.canonical_sha256, guide.body_words) == ("en", "a" * 64, 110)
    assert guide.blocks == (
        Summary("The council met. It decided."),
        Passage(10, 28, 2, "The bridge stays.”"),
        Passage(40, 49, 0, "The mill."),
    )
    assert guide.passages == guide.blocks[1:]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_read_alike(end: str) -> None:
    """A checkout on Windows changes them; the file is still known for a guide."""
    text = GUIDE.replace("\n", end)
    assert parse(text, "bridge.md") == parse(GUIDE, "bridge.md")
    assert is_guide(GUIDE.replace("\n", "\r\n"))


def test_what_says_it_is_a_guide() -> None:
    """Front matter with the line “kind: guide” does, nothing else."""
    assert is_guide(GUIDE)
    assert not is_guide(GUIDE.replace("kind: guide", "kind: article"))
    assert not is_guide("kind: guide\n")
    assert not is_guide("---\nkind: guides\n---\n")


def test_the_shortest_guide() -> None:
    """A card's other keys may be left out; a guide may quote nothing yet."""
    text = (
        "---\ncivicsquiz-guide: 1\nkind: guide\nid: a\nlabel: A\n"
        f"canonical_sha256: {'0' * 64}\nbody_words: 0\n---"
    )
    assert parse(text, "a.md") == Guide(Card("a", "A"), "en", "0" * 64, 0, ())


PASSAGES = ("All bridges shall stand.", "No mill", "Every mill shall turn.")
LAW = """\
---
civicsquiz-guide: 1
kind: guide
id: charter
label: The charter itself
rights: public domain
canonical_sha256: {sha256}
body_words: 10
---

## Passage 0-24, Charter of Millbrook, Article I

> All bridges shall stand.

## Summary

Then it speaks of mills.

## Passage 26-33, Charter of Millbrook, Article II, section 1

> No mill

## Passage 35-57

> Every mill shall turn.
""".format(sha256=hashlib.sha256("\n\n".join(PASSAGES).encode()).hexdigest())


def test_passages_of_the_law_have_citations_of_their_own() -> None:
    """Whatever follows the first comma; such a passage has no paragraph, and one may have neither."""
    guide = parse(LAW, "charter.md")
    assert guide.card.public_domain
    assert [(each.citation, each.paragraph) for each in guide.passages] == [
        ("Charter of Millbrook, Article I", 0),
        ("Charter of Millbrook, Article II, section 1", 0),
        ("", 0),
    ]
    assert guide.own_text == "\n\n".join(PASSAGES)
    assert parse(render(guide), "charter.md") == guide


def test_the_longest_citation() -> None:
    """Two hundred characters are one; more are none."""
    for length, wrong in ((200, False), (201, True)):
        text = LAW.replace("Charter of Millbrook, Article I\n", "c" * length + "\n")
        if not wrong:
            assert parse(text, "charter.md").passages[0].citation == "c" * length
            continue
        with pytest.raises(InvalidGuide, match="201 characters long, over 200"):
            parse(text, "charter.md")


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("Passage 0-24", "Passage 1-25", 11, "begins at 1, and in the passages of this guide"),
        ("Passage 26-33", "Passage 25-32", 19, "begins at 25, and"),
        ("Passage 35-57", "Passage 34-56", 23, "one empty line, it begins at 35"),
        ("All bridges shall", "All bridges Shall", 7, "“canonical_sha256” is not that of"),
        ("sha256: ", "sha256: " + "0" * 64 + " # ", 7, "“canonical_sha256” is not that of"),
    ],
)
def test_the_law_is_what_its_offsets_and_its_hash_say(
    old: str, new: str, line: int, problem: str
) -> None:
    """It stands in for no article: both are about its own passages, and are held to it."""
    with pytest.raises(InvalidGuide) as refused:
        parse(LAW.replace(old, new, 1), "charter.md")
    assert problem in refused.value.problem
    assert refused.value.line == line


def test_offsets_of_other_guides_are_those_of_an_article() -> None:
    """Of an article that somebody owns, and of one that nobody does."""
    owned = LAW.replace("rights: public domain\n", "").replace("Passage 0-24", "Passage 2-26")
    assert parse(owned, "charter.md").passages[0].start == 2
    free = GUIDE.replace("rights: null", "rights: public domain")
    assert parse(free, "bridge.md").passages[0].start == 10


def test_a_comment_in_the_card_is_no_heading() -> None:
    """The front matter is YAML, where such a line says nothing."""
    text = LAW.replace("kind: guide\n", "kind: guide\n## Passage 5-9, a note\n")
    assert len(parse(text, "charter.md").passages) == 3


BROKEN: list[tuple[str, str, int, str]] = [
    ("---\nciv", "civ", 1, "front matter"),
    ("---\n\n## Summary", "\n## Summary", 1, "front matter"),
    ("civicsquiz-guide: 1\n", "", 1, "no “civicsquiz-guide”"),
    ("civicsquiz-guide: 1\n", "civicsquiz-guide: 2\n", 2, "not 1"),
    ("kind: guide\n", "", 1, "no “kind”"),
    ("kind: guide\n", "kind: article\n", 3, "not guide"),
    ("id: bridge\n", "", 1, "no “id”"),
    ("id: bridge\n", "id: The Bridge\n", 4, "a-z"),
    ("id: bridge\n", "id:\n", 4, "no “id”"),
    ("label: Report on the old bridge\n", "label: ''\n", 5, "“label” is not text"),
    ("label: Report on the old bridge\n", "label: [a]\n", 5, "“label” is not text"),
    ("date: 2019-03-05\n", "date: March 2019\n", 9, "not a date"),
    ("date: 2019-03-05\n", "date: 2019-02-30\n", 9, "not a date"),
    ("rights: null\n", "rights: true\n", 11, "“rights” is not text"),
    ("rights: null\n", "rigths: null\n", 11, "unknown key “rigths”"),
    ("genre: newspaper\n", "genre: a: b\n", 12, "colon"),
    ("genre: newspaper\n", "id: bridge\n", 12, "twice"),
    ("genre: newspaper\n", "genre: !x y\n", 12, "tag"),
    ("sha256: null\n", "sha256: abc\n", 13, "64 hexadecimal"),
    ("canonical_sha256: a", "canonical_sha256: ", 15, "64 hexadecimal"),
    ("body_words: 110", "body_words: many", 16, "not a number"),
    ("body_words: 110", "body_words: -1", 16, "not a number"),
    ("body_words: 110", f"body_words: {'1' * 5000}", 16, "not a number"),
    ("body_words: 110\n", "", 1, "no “body_words”"),
    ("## Summary\n", "Words before.\n\n## Summary\n", 19, "neither"),
    ("## Summary\n", "## Summaries\n", 19, "neither"),
    ("## Summary\n", "# Summary\n", 19, "neither"),
    ("It decided.\n", "> It decided.\n", 22, "a quotation under"),
    ("It decided.\n", "  > It decided.\n", 22, "a quotation under"),
    ("It decided.\n", "### Passage 3-4\n", 22, "neither"),
    ("The council met.\nIt decided.\n", "", 19, "an empty summary"),
    ("Passage 10-28", "Passage 10-27", 26, "18 characters long, and 10-27 is 17"),
    ("Passage 10-28", "Passage 28-10", 26, "18 characters long"),
    ("Passage 10-28", "Passage 10—28", 24, "neither"),
    ("Passage 10-28", f"Passage {'1' * 5000}-28", 24, "neither"),
    ("Passage 10-28", "Passage ١٠-28", 24, "neither"),
    (", paragraph 2", ", paragraph two", 24, "neither"),
    (", paragraph 2", ", paragraph 0", 24, "neither"),
    (", paragraph 2", " ", 24, "neither"),
    (", paragraph 2", ", ", 24, "neither"),
    (", paragraph 2", ", Charter,  Article I", 24, "neither"),
    (", paragraph 2", ", Charter, Article I ", 24, "neither"),
    (", paragraph 2", ", Charter\u00a0I", 24, "neither"),
    (", paragraph 2", ", Charter \x1b[31m", 24, "control character"),
    (", paragraph 2", ", paragraph 2 of the charter", 24, "neither"),
    (", paragraph 2", f", {'Charter ' * 30}", 24, "neither"),
    (", paragraph 2", f", {'Charter' * 30}", 24, "210 characters long, over 200"),
    ("> The bridge stays.”\n", "", 24, "no line that begins"),
    ("> The bridge", "The bridge", 26, "no line that begins"),
    ("> The bridge", ">The bridge", 26, "no line that begins"),
    ("> The bridge stays.”\n", "> \n", 26, "white space"),
    ("10-28, paragraph 2\n\n> The bridge stays.”", "10-10, paragraph 2\n\n> ", 26, "white space"),
    ("> The bridge stays.”\n", "> The bridge\n> stays.”\n", 27, "one line"),
    ("> The bridge stays.”\n", "> The bridge stays.”\n\nSo it said.\n", 28, "one line"),
    ("> The bridge stays.”\n", "So it said.\n\n> The bridge stays.”\n", 26, "no line that begins"),
    ("The bridge stays.”", "The  bridge stay.”", 26, "white space"),
    ("The bridge stays.”", "The\u00a0bridge stays.”", 26, "white space"),
    ("The bridge stays.”", "The bridge stays. ", 26, "white space"),
    ("The bridge stays.”", "The \x1bridge stays.”", 26, "control character"),
    ("The council met.", "The \u202e council met.", 21, "control character"),
    ("Passage 40-49", "Passage 27-36", 28, "begins before the end"),
    ("Passage 40-49", "Passage 0-9", 28, "begins before the end"),
    (
        "## Passage 40-49\n\n> The mill.",
        "## Passage 40-58\n\n> The bridge stays.”\n\n> x",
        32,
        "one line",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "problem"), BROKEN)
def test_every_broken_form_is_refused_with_its_line(
    old: str, new: str, line: int, problem: str
) -> None:
    """Strictly: what is not of the form is never read as something else."""
    assert GUIDE.count(old) >= 1
    with pytest.raises(InvalidGuide) as refused:
        parse(GUIDE.replace(old, new, 1), "bridge.md")
    assert problem in refused.value.problem
    assert refused.value.line == line
    assert str(refused.value).startswith(f"bridge.md:{line}: ")


def test_a_passage_whose_words_stand_elsewhere_too_is_read_where_it_stands() -> None:
    """In a summary before it, or as an earlier passage of the same words."""
    text = GUIDE.replace("The council met.", "The mill.").replace(
        "## Passage 40-49", "## Passage 30-39\n\n> The mill.\n\n## Passage 40-49"
    )
    assert [block.text for block in parse(text, "a.md").blocks] == [
        "The mill. It decided.", "The bridge stays.”", "The mill.", "The mill.",
    ]  # fmt: skip


def test_escapes_in_the_card_are_shown() -> None:
    """YAML makes a control character out of one: it reaches nobody's terminal."""
    text = GUIDE.replace("Report on the old bridge", '"Report \\e[31m \\u202E"')
    assert parse(text, "a.md").card.label == "Report ␛[31m ⟨U+202E⟩"


TEXTS = st.text(
    st.characters(
        exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"], exclude_characters="\u180e"
    ),
    min_size=1,
    max_size=40,
).map(lambda text: " ".join(text.split()))
STATED = TEXTS.filter(bool)
SUMMARIES = STATED.filter(lambda text: text[0] not in "#>").map(Summary)
CITATIONS = STATED.filter(lambda text: not text.startswith("paragraph "))
DATES = st.sampled_from(["2019", "2019-03", "2019-03-05"])
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
CARDS = st.builds(
    Card,
    st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
    STATED,
    *[st.none() | STATED] * 3,
    st.none() | DATES,
    *[st.none() | STATED] * 3,
    st.none() | HASHES,
)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    blocks: list[Passage | Summary] = []
    at = 0
    for _ in range(draw(st.integers(0, 5))):
        if draw(st.booleans()):
            blocks.append(draw(SUMMARIES))
            continue
        text = draw(STATED)
        at += draw(st.integers(0, 9))
        citation = draw(st.just("") | CITATIONS)
        paragraph = 0 if citation else draw(st.integers(0, 99))
        blocks.append(Passage(at, at + len(text), paragraph, text, citation))
        at += len(text)
    return Guide(
        draw(CARDS), draw(st.sampled_from(["en", "fa", "pt-BR"])), draw(HASHES),
        draw(st.integers(0, 10**6)), tuple(blocks),
    )  # fmt: skip


@given(guide=guides())
@settings(max_examples=examples(200))
def test_what_is_written_is_read_back(guide: Guide) -> None:
    """Whatever stands in the card, in summaries and in passages."""
    assert parse(render(guide), "a.md") == guide


ARTICLE = "One lamp burns here. Two lamps burn there.\n\nThree lamps are out.\n\n## Why\n\nNobody knows it yet.\n"


@pytest.fixture
def make() -> Callable[..., Guide]:
    """The guide of a small article in which the given words are quoted."""
    document = reading.read(ARTICLE.encode(), Path("a.md"))

    def built(*words: str, earlier: Guide | None = None) -> Guide:
        spans = [(at, at + len(text)) for text in words for at in [document.text.index(text)]]
        return build(document, Card("a", "A"), "en", spans, earlier)

    return built


def test_a_guide_is_built_from_spans(make: Callable[..., Guide]) -> None:
    """In the article's order, with its paragraphs; what overlaps or touches is one passage, but
    never over two blocks."""
    guide = make(
        "Nobody knows", "lamps burn there.", "One lamp", "Three", "lamp burns here.", "Two lamps"
    )
    assert [(each.paragraph, each.text) for each in guide.blocks if isinstance(each, Passage)] == [
        (1, "One lamp burns here. Two lamps burn there."),
        (2, "Three"),
        (4, "Nobody knows"),
    ]
    text = reading.read(ARTICLE.encode(), Path("a.md")).text
    assert all(text[each.start : each.end] == each.text for each in guide.passages)
    assert guide.canonical_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert guide.body_words == 16
    assert parse(render(guide), "a.md") == guide


def test_summaries_stay_with_their_passages(make: Callable[..., Guide]) -> None:
    """Each in front of the passage that it stood in front of, or of the next; the last at the end."""
    first = make("Two", "Three")
    one, two = first.passages
    earlier = Guide(
        first.card, "en", first.canonical_sha256, first.body_words,
        (Summary("a"), one, Summary("b"), Summary("c"), two, Summary("d")),
    )  # fmt: skip
    words = [block.text for block in make("Two", "lamps are", "Nobody", earlier=earlier).blocks]
    assert words == ["a", "Two", "b", "c", "lamps are", "Nobody", "d"]
