"""Textbooks, reports and news as they are saved: what surrounds their running text is none of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Blocks = list[tuple[str, str]]
Read = Callable[..., Blocks]

LEAD = (
    "The council of Millbrook met on Tuesday to hear what the town’s oldest bridge would cost, and"
    " nobody in the room expected the answer that the engineer gave them."
)
MORE = (
    "Engineer Ines Abara said that the bridge could be kept for a third of the price of a new one,"
    " if it were painted every second year."
)


def kinds(read: Blocks) -> list[str]:
    return [kind for kind, _ in read]


def test_a_labelled_first_line_is_metadata_and_names_the_title(blocks: Read) -> None:
    """However short the title is that it states."""
    read = blocks(f"SOURCE: The Mill, CC BY 4.0. TITLE: Bridges\n\nBridges\n\n{LEAD}\n")
    assert kinds(read) == ["metadata", "title", "body"]


def test_product_facts_are_metadata_also_in_bold_and_in_tables(blocks: Read) -> None:
    """As libraries of reports put them in front; a label in the text itself is none."""
    raw = (
        "# The Bridge: A Report\n\n**Product Type:** Reports\n**Report No.:** B12\n**Version:** 3\n"
        "**Source:** https://example.org/b12\n\n---\n| **Product Number:** | B12 \n"
        f"| **Author:** | Abara, Ines \n\n{LEAD}\n\nVersion: nobody asked for another one yet.\n"
    )
    assert kinds(blocks(raw)) == [
        "title", "metadata", "metadata", "metadata", "metadata", "table", "table", "body", "body",
    ]  # fmt: skip


def test_the_text_below_aims_needs_no_heading(blocks: Read) -> None:
    """A list of aims ends at the first paragraph that is none, with or without a heading before it."""
    text = (
        "The bridge was built by the town and not by the state, and for many years nobody asked who had paid. "
        * 4
    )
    found = blocks(
        f"Bridges\n\nLearning Outcomes\n\nDefine a bridge.\n\nExplain what one costs.\n\n{text}\n\nIt stands."
    )
    kinds = [kind for kind, _ in found]
    assert kinds[1:4] == ["study aid"] * 3
    assert kinds[4:] == ["body", "body"]


def test_learning_objectives_are_no_text(blocks: Read) -> None:
    """The heading, the sentence that opens the list, and each aim; the text begins after them."""
    raw = (
        "Bridges and What They Cost\n\nLearning Objectives\n\nBy the end of this section, you will be able to:"
        "\n\nExplain why towns keep bridges\n\nIdentify the parts of a bridge that a council pays"
        f" for, and those that it leaves to the state and to other owners\n\n{LEAD}\n\n{MORE}\n"
    )
    assert kinds(blocks(raw)) == ["title", *["study aid"] * 4, "body", "body"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Review Questions", "study aid"), ("Critical Thinking Questions", "study aid"),
        ("Key Terms", "glossary"), ("Glossary", "glossary"), ("References", "reference list"),
        ("Further Reading", "reference list"), ("Footnotes", "footnote"), ("Disclaimer", "metadata"),
        ("About the Author", "metadata"),
    ],
)  # fmt: skip
def test_a_part_with_a_known_name_ends_where_the_next_begins(
    blocks: Read, name: str, kind: str
) -> None:
    """What the heading of the next part says is text again."""
    raw = (
        f"{LEAD}\n\n## {name}\n\nThe deck is what the wheels of a cart stand upon.\n\nWho pays for"
        f" the paint of a bridge?\n\n## What the council did\n\n{MORE}\n"
    )
    assert kinds(blocks(raw)) == ["body", kind, kind, kind, "heading", "body"]


@pytest.mark.parametrize("name", ["Notes", "Sources", "See also", "Corrections", "Goals"])
def test_a_name_that_means_several_things_is_believed_only_by_what_follows(
    blocks: Read, name: str
) -> None:
    """Running text under it stays running text."""
    assert kinds(blocks(f"{LEAD}\n\n## {name}\n\n{MORE}\n\n{LEAD}\n"))[2:] == ["body", "body"]


def test_notes_are_a_list_where_they_look_like_one(blocks: Read) -> None:
    """Each with a year or an address."""
    raw = (
        f"{LEAD}\n\n## Notes\n\nAbara, Bridges, 1988, p. 4.\n\nSee https://example.org/b (2001).\n"
    )
    assert kinds(blocks(raw)) == ["body", "reference list", "reference list", "reference list"]


def test_rows_of_a_table_in_plain_text_are_cells_of_none(blocks: Read) -> None:
    """With its caption, its broken rows, its source and its notes."""
    raw = (
        f"{LEAD}\n\nTable 1. What the Bridge Costs\n\n| Year | Paint \n| 1988 | 40 barrels:\nhalf of"
        " them red | all \n\n**Source: **The Mill, ledger.\n\n**Notes:** Paint alone.\n\na. Of oak.\n\n"
        f"{MORE}\n"
    )
    read = blocks(raw)
    assert kinds(read) == ["body", "caption", *["table"] * 2, *["footnote"] * 3, "body"]
    assert read[4] == ("footnote", "Source: The Mill, ledger.")


def test_numbered_rows_are_footnotes_with_what_continues_them(blocks: Read) -> None:
    """As reports that were flattened carry them at their end."""
    raw = f"{LEAD}\n\nFootnotes\n\n| 1. | See the ledger. \n| 2. | It was lost. \n\nSo the clerk said in 1990.\n"
    assert kinds(blocks(raw)) == ["body", "footnote", "footnote", "footnote", "footnote"]


def test_a_list_of_books_needs_no_heading(blocks: Read) -> None:
    """Two entries tell it; addresses between them belong to it."""
    raw = (
        f"{LEAD}\n\n{MORE}\n\nAbara, Ines. 1988. Bridges of the Valley. Millbrook: Mill Press.\n\n"
        "Bridges (http://www.example.org/).\n\n"
        "Okoro, T. (2004). Painting the deck. Journal of Oak, 3(2), 1-20.\n"
    )
    assert kinds(blocks(raw)) == ["body", "body", *["reference list"] * 3]


def test_contents_are_links(blocks: Read) -> None:
    """The list that links to the parts, and its heading; the part of the same name is a heading."""
    raw = (
        "# Contents\n\n- [Introduction](#a)\n- [What the bridge costs](#b)\n\nIntroduction\n\n"
        f"{LEAD}\n\nWhat the bridge costs\n\n{MORE}\n"
    )
    assert kinds(blocks(raw)) == [
        "navigation", "link list", "link list", "heading", "body", "heading", "body",
    ]  # fmt: skip


def test_dotted_contents_are_links(blocks: Read) -> None:
    """As printed books have them."""
    assert kinds(blocks(f"1 The bridge . . . . . . . . 3\n\n{LEAD}\n")) == ["link list", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("██ The old bridge", "caption"),
        ("—Ines Abara", "caption"),
        ("Author: Ines Abara", "byline"),
        ("Editor's note: an earlier version named another engineer.", "metadata"),
        ("Source: The ledger of the town.", "footnote"),
        ("Figure 2.1 — The deck after rain", "caption"),
    ],
)
def test_single_lines_that_are_no_text(blocks: Read, line: str, kind: str) -> None:
    """In the middle of an article."""
    assert kinds(blocks(f"{LEAD}\n\n{line}\n\n{MORE}\n")) == ["body", kind, "body"]


def test_items_of_a_list_in_plain_text_have_no_bullets(blocks: Read) -> None:
    """Short ones are no headings; wrapped ones are one each; a rule is none."""
    assert blocks(f"{LEAD}\n\n- the deck\n* the rail\n• the lamp\n\n* * *\n\n{MORE}\n") == [
        ("body", LEAD), ("body", "the deck"), ("body", "the rail"), ("body", "the lamp"),
        ("body", MORE),
    ]  # fmt: skip
    wrapped = "They asked of the council of the\ntown:\n- that the deck be kept by the\ntown, and\n- that the rail be painted by\nthe owners of the mill.\n"
    assert [text for _, text in blocks(wrapped)][1:] == [
        "that the deck be kept by the town, and",
        "that the rail be painted by the owners of the mill.",
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**Source: **The ledger says so at length.", "Source: The ledger says so at length."),
        ("It is told in** Table 2** of the ledger.", "It is told in Table 2 of the ledger."),
        ("What the h**k is it, they asked.", "What the h**k is it, they asked."),
        ("It costs 2 * 3 * 4 barrels of oil.", "It costs 2 * 3 * 4 barrels of oil."),
    ],
)
def test_asterisks_that_mark_nothing_are_gone(blocks: Read, raw: str, text: str) -> None:
    """But not those that stand for letters, nor single ones."""
    assert blocks(raw)[0][1] == text


def test_numbered_questions_are_a_test(blocks: Read) -> None:
    """With the answers to choose from; one alone is a heading."""
    raw = (
        f"{LEAD}\n\n1. What did the council of the town meet on Tuesday to hear from the engineer, as"
        " nobody in the whole room had expected it to?\n\na. the cost\n\nb. the age\n\n2. Who is Ines"
        f" Abara?\n\n{MORE}\n"
    )
    assert kinds(blocks(raw)) == ["body", *["study aid"] * 4, "body"]
    assert kinds(blocks(f"{LEAD}\n\n1. What does it cost?\n\n{MORE}\n"))[1] == "heading"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "Figure 4.10 The bridge at night, as the engineer saw it. (credit: Ines Abara)",
            "caption",
        ),
        (
            "The bridge at night. It is of oak. (credit a: modification of work by the mill)",
            "caption",
        ),
        ("Main article: Bridges of the valley", "related"),
        ("[Home](/) > [Reports](/r) > B12 of the Bridge Office of Millbrook", "navigation"),
    ],
)
def test_captions_and_ways_of_a_site(blocks: Read, line: str, kind: str) -> None:
    """As textbooks and encyclopedias have them."""
    assert kinds(blocks(f"{LEAD}\n\n{line}\n\n{MORE}\n")) == ["body", kind, "body"]


def test_what_a_library_puts_around_a_book_is_metadata(blocks: Read) -> None:
    """Before the line that says so, and after the other."""
    raw = (
        f"The eBook of Bridges\n\nThis eBook is for the use of anyone anywhere in the United States.\n\n"
        f"*** START OF THE PROJECT GUTENBERG EBOOK BRIDGES ***\n\n{LEAD}\n\n{MORE}\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK BRIDGES ***\n\nUpdated editions will replace the others.\n"
    )
    assert kinds(blocks(raw)) == [*["metadata"] * 3, "body", "body", "metadata", "metadata"]


def test_headings_between_signs(blocks: Read) -> None:
    """As an encyclopedia's dump writes them."""
    raw = f"{LEAD}\n\n== Cost ==\n\n{MORE}\n\n== References ==\n\nAbara wrote of it in 1988.\n"
    assert kinds(blocks(raw)) == ["body", "heading", "body", "reference list", "reference list"]
