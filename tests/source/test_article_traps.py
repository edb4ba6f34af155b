"""What saved articles do to those who read them, each as a miniature of its own."""

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


def body(*texts: str) -> Blocks:
    return [("body", text) for text in texts]


def test_no_break_spaces_inside_a_phrase_are_spaces(blocks: Read) -> None:
    """A reader who types the phrase finds it; several of them, and narrow ones, are one space."""
    raw = "In the\u00a01962 case\u00a0 of\u202fthe\u2003mill, the judge wrote four lines.\n"
    assert blocks(raw) == body("In the 1962 case of the mill, the judge wrote four lines.")


@pytest.mark.parametrize(
    "form",
    [
        "Newsletter Sign Up Please verify you're not a robot by clicking the box. Invalid address. Thank you.",
        "Invalid email address. You must select a newsletter to subscribe to. View all our newsletters.",
    ],
)
def test_what_a_form_leaves_behind_is_no_text(blocks: Read, form: str) -> None:
    raw = f"{LEAD}\n\n{form}\n\n{MORE}\n"
    assert blocks(raw) == [("body", LEAD), ("navigation", form), ("body", MORE)]


def test_a_word_broken_across_paragraphs_is_joined(blocks: Read) -> None:
    """Its hyphen stays where the article writes the word with one elsewhere, in whatever number."""
    raw = (
        "A non-resident pays more. The fee is not meant for non-\n\nresidents who own a house"
        " here.\n\nSo said the clerk.\n"
    )
    assert blocks(raw) == body(
        "A non-resident pays more. The fee is not meant for non-residents who own a house here.",
        "So said the clerk.",
    )


def test_a_word_broken_across_paragraphs_loses_a_hyphen_that_is_not_its_own(blocks: Read) -> None:
    """Where the article writes it in one, or nothing says that it has one."""
    assert blocks("The court of ap-\n\npeals sat. Its appeals were few.\n") == body(
        "The court of appeals sat. Its appeals were few."
    )
    assert blocks("The town has a muse-\n\num of lamps.\n") == body(
        "The town has a museum of lamps."
    )


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The jury found for the imprison-\nment of nobody.\n", "The jury found for the imprisonment of nobody."),
        ("It was a well-\nknown rule of theirs.\n", "It was a well-known rule of theirs."),
        ("No re-election. They spoke of re-\nelection.\n", "No re-election. They spoke of re-election."),
        ("Both pre-\nand post-war laws stand.\n", "Both pre- and post-war laws stand."),
        ("The vote was six to three--\nnobody left.\n", "The vote was six to three-- nobody left."),
        ("They met in Aix-\nEn-Provence again.\n", "They met in Aix- En-Provence again."),
        ("A page from 12-\n14 was gone.\n", "A page from 12- 14 was gone."),
        ("The senate ad\u00ad\njourned.\n", "The senate adjourned."),
        ("The senate ad\u00adjourned at noon.\n", "The senate adjourned at noon."),
        ("It was im\u2010\npounded at noon.\n", "It was impounded at noon."),
    ],
)  # fmt: skip
def test_a_word_broken_at_a_wrapped_line_end(blocks: Read, raw: str, text: str) -> None:
    """The hyphen goes, but for one that belongs to the word; what is no broken word stays apart."""
    assert blocks(raw) == body(text)
    assert blocks(raw.replace("\n", "\r\n")) == body(text)


def test_single_newlines_part_paragraphs_where_lines_are_long(blocks: Read) -> None:
    """A line that nobody would wrap is a paragraph, and then every line is one."""
    assert blocks(f"{LEAD}\n“No,” she said.\n{MORE}\n") == body(LEAD, "“No,” she said.", MORE)


def test_single_newlines_part_paragraphs_where_sentences_end_with_lines(blocks: Read) -> None:
    """Short paragraphs too: the lines are not full, and end where sentences do."""
    raw = "The mayor came in late.\nNobody had waited for her.\n“So be it,” she said.\n"
    assert blocks(raw) == body(
        "The mayor came in late.", "Nobody had waited for her.", "“So be it,” she said."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_one_paragraph(blocks: Read, end: str) -> None:
    """Whatever the line ends are; a line that only an address makes long changes nothing."""
    raw = (
        "The town keeps the minutes of every meeting of its council since\n"
        "1871. They were written by hand until 1950. Anybody may read them\n"
        "in the archive under the hall.\n\n"
        "Some of them are found at a place with a name of its own, which is\n"
        "https://archive.millbrook.example/minutes/of/the/council/from/1871/to/1950/in/the/hand/of/clerks\n"
        "and is open to all.\n"
    )
    first, second = blocks(raw.replace("\n", end))
    assert first == (
        "body",
        (
            "The town keeps the minutes of every meeting of its council since 1871. They were written by"
            " hand until 1950. Anybody may read them in the archive under the hall."
        ),
    )
    assert second[1].endswith("hand/of/clerks and is open to all.")


def test_a_caption_that_is_a_sentence_is_told_by_the_credit_under_it(blocks: Read) -> None:
    """In emphasis or not, before the text or in the middle of it."""
    caption = "The old bridge stands over the Mill River, which rose by two feet in the spring."
    assert blocks(f"{caption}\n\n*Tomas Lindqvist/AFP via Getty Images*\n\n{LEAD}\n") == [
        ("caption", caption),
        ("credit", "Tomas Lindqvist/AFP via Getty Images"),
        ("body", LEAD),
    ]
    assert blocks(f"{LEAD}\n{caption}\nPhoto: Tomas Lindqvist\n{MORE}\n") == [
        ("body", LEAD),
        ("caption", caption),
        ("credit", "Photo: Tomas Lindqvist"),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "Reuters", "AP", "(Reuters)", "Ana Silva/Millbrook Courier", "Ana Silva, AP", "REUTERS/Ana Silva",
        "AP Photo/Ana Silva", "Photo by Ana Silva", "Photo courtesy of the mill", "Image credit: the mill",
        "Ana Silva / The Courier", "Photograph: Ana Silva/The Courier", "Ana de Silva via Getty Images",
    ],
)  # fmt: skip
def test_forms_of_credits(blocks: Read, credit: str) -> None:
    """Each is known by itself, and makes the sentence above it a caption."""
    assert [kind for kind, _ in blocks(f"{LEAD}\n\nA lamp burns.\n\n{credit}\n\n{MORE}\n")] == [
        "body", "caption", "credit", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        "What the EPA decided", "How Reuters told it", "The AP style of voting",
        "Search and seizure", "Home rule", "Sources of law", "Privacy at home", "About the vote",
        "By the numbers", "From bridge to bridge", "Share of the vote", "Print and the law",
    ],
)  # fmt: skip
def test_headings_that_begin_or_end_like_something_else(blocks: Read, heading: str) -> None:
    """They stay headings, and the paragraph above one stays body text."""
    assert blocks(f"{LEAD}\n\n{heading}\n\n{MORE}\n") == [
        ("body", LEAD), ("heading", heading), ("body", MORE),
    ]  # fmt: skip


def test_a_long_paragraph_above_a_credit_is_no_caption(blocks: Read) -> None:
    """A credit may stand alone where its picture was; text above it is not lost for that."""
    long = f"{LEAD} {MORE} " * 2
    assert [kind for kind, _ in blocks(f"{long}\n\nAna Silva/AFP\n\n{MORE}\n")] == [
        "body", "credit", "body",
    ]  # fmt: skip


def test_a_caption_in_the_present_tense_with_a_date_stands_before_the_text(blocks: Read) -> None:
    """It has no credit: what it describes and its date tell. The same words later on are text."""
    caption = (
        "Mayor Olu Berg speaks during a hearing on the bridge with other unseen members of the"
        " council in the Town Hall of Millbrook, on March 4, 2019."
    )
    assert blocks(f"{caption}\n\n{LEAD}\n\n{caption}\n\n{MORE}\n") == [
        ("caption", caption), ("body", LEAD), ("body", caption), ("body", MORE),
    ]  # fmt: skip


def test_a_marked_caption_with_a_credit_glued_to_it(blocks: Read) -> None:
    """“IMAGE:” and “(Photo by …” settle it, at the end of the article too."""
    caption = (
        "IMAGE: A clerk stands in the hall. (Photo by Ana (Photo by ANA SILVA/AFP via Getty Images)"
    )
    assert blocks(f"{LEAD}\n\n{caption}") == [("body", LEAD), ("caption", caption)]


@pytest.mark.parametrize(
    "teaser",
    [
        "REGION\n\n## River Towns Agree on a ‘Fair Water’ Rule",
        "TOWN HALL\n\n## River Towns Agree on a ‘Fair Water’ Rule",
        "REGION\n\nRiver Towns Agree on a ‘Fair Water’ Rule",
    ],
)
def test_another_articles_headline_in_mid_article(blocks: Read, teaser: str) -> None:
    """A section's name in capitals and a headline under it are neither text nor heading."""
    kicker = teaser.split("\n", maxsplit=1)[0]
    assert blocks(f"{LEAD}\n\n{teaser}\n\n{MORE}\n") == [
        ("body", LEAD),
        ("related", kicker),
        ("related", "River Towns Agree on a ‘Fair Water’ Rule"),
        ("body", MORE),
    ]


@pytest.mark.parametrize("label", ["Related:", "READ MORE:", "Also read —", "See also |"])
def test_a_labelled_teaser(blocks: Read, label: str) -> None:
    """However long the headline is."""
    teaser = f"{label} River Towns Agree After Ten Years of Quarrels on One Rule for Fair Water"
    assert blocks(f"{LEAD}\n\n{teaser}\n\n{MORE}\n")[1] == ("related", teaser)


def test_a_heading_in_capitals_over_text_is_a_heading(blocks: Read) -> None:
    """Only a headline under it makes it another article's."""
    assert blocks(f"{LEAD}\n\nTHE BRIDGE\n\n{MORE}\n")[1] == ("heading", "THE BRIDGE")


def test_a_title_at_the_bottom_and_glued_link_text(blocks: Read) -> None:
    """What stands after the last sentence is the title, a list of links, or navigation."""
    glued = "courier.comThe bridge will stay after all2 days agogazette.orgRiver towns agreeToday"
    raw = f"In Short:\n{LEAD}\nCosts:\n{MORE}\nMillbrook Decides to Keep Its Old Bridge\n\n{glued}\nSources"
    assert blocks(raw) == [
        ("heading", "In Short:"),
        ("body", LEAD),
        ("heading", "Costs:"),
        ("body", MORE),
        ("title", "Millbrook Decides to Keep Its Old Bridge"),
        ("link list", glued),
        ("navigation", "Sources"),
    ]


def test_one_glued_address_does_not_cost_a_paragraph(blocks: Read) -> None:
    """A slip of the typist in running text is no list of links."""
    text = LEAD.replace("to hear", "as courier.comTold its readers to hear")
    assert blocks(f"{text}\n\n{MORE}\n") == body(text, MORE)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ana Silva contributed to this report, which was updated at 10:33 a.m.", "credit"),
        ("Press writer Ben Okoro contributed to this report from Millbrook.", "credit"),
        ("Ana Silva taught history at Mill College. She is writing a book on towns. Follow her @ anasilva.", "credit"),
        ("• Ben Okoro can be reached at ben.okoro@example.org or on Twitter.", "credit"),
        ("Voters can reach them at the hall, and a decision can be reached on the request.", "body"),
        ("- The Mill's Ana Silva and Ben Okoro contributed to this report", "credit"),
        ("Get the Mill stories you care about delivered to your inbox. By signing up, you agree to our Policy",
         "navigation"),
        ("The storm contributed to the loss of the bridge, the report says.", "body"),
    ],
)  # fmt: skip
def test_what_stands_below_news(blocks: Read, line: str, kind: str) -> None:
    assert blocks(f"{LEAD}\n\n{MORE}\n\n{line}\n")[-1][0] == kind


def test_site_chrome_before_and_after(blocks: Read) -> None:
    """Menus, bylines, dates and tags are not the article's text, nor are a site's own notices."""
    raw = f"""Skip to content Skip to footer

[Home](/)

## Millbrook Keeps Its Old Bridge for Good

One sentence that sums it all up for those in a hurry.

MARCH 5, 2019 · 3:35 PM ET

By\x20\x20
[Ana Silva](#)

{LEAD}

Advertisement

{MORE}

town hall

old bridges

READ & LISTEN

[Newsletters](#)

**[Contact & Help](#)**

© 2019 The Millbrook Courier. All rights reserved.

Sign up for our newsletter to get the news of the river every morning.

---

[terms of use](#)
"""
    assert blocks(raw) == [
        ("navigation", "Skip to content Skip to footer"),
        ("navigation", "Home"),
        ("title", "Millbrook Keeps Its Old Bridge for Good"),
        ("standfirst", "One sentence that sums it all up for those in a hurry."),
        ("date", "MARCH 5, 2019 · 3:35 PM ET"),
        ("byline", "By Ana Silva"),
        ("body", LEAD),
        ("navigation", "Advertisement"),
        ("body", MORE),
        ("navigation", "town hall"),
        ("navigation", "old bridges"),
        ("navigation", "READ & LISTEN"),
        ("navigation", "Newsletters"),
        ("navigation", "Contact & Help"),
        ("navigation", "© 2019 The Millbrook Courier. All rights reserved."),
        ("navigation", "Sign up for our newsletter to get the news of the river every morning."),
        ("navigation", "terms of use"),
    ]


def test_curly_straight_and_mixed_quotation_marks_stay_as_they_are(blocks: Read) -> None:
    """Reading changes no mark: comparing does."""
    raw = '“I know,” she said. "So do I," he said. “And I," said ‘all\' of it’s and it\'s.\n'
    assert blocks(raw) == body(raw.rstrip())


def test_markdown_images_and_links_in_plain_text(blocks: Read) -> None:
    """A picture alone is no block, a link is its text, and brackets that are no link stay."""
    raw = (
        f"{LEAD}\n![](https://pictures.example/bridge.jpg)\nThe clerk ([Ana Silva](#)) gave [the"
        ' board] a *very* **long** [report](https://example.org/a(b)c "Title") on it.\n'
    )
    assert blocks(raw) == body(
        LEAD, "The clerk (Ana Silva) gave [the board] a very long report on it."
    )


def test_signs_that_only_markdown_files_give_a_meaning(blocks: Read) -> None:
    """In plain text an ampersand, a backslash, a backtick and a tag are themselves."""
    raw = "Smith &amp; Sons wrote C:\\*old* and `code` and <b>bold</b> on the wall of it.\n"
    assert blocks(raw) == body(
        "Smith &amp; Sons wrote C:\\old and `code` and <b>bold</b> on the wall of it."
    )


def test_footnotes_are_no_text(blocks: Read) -> None:
    """Known by the number in brackets at their beginning."""
    raw = f"{LEAD}\n\n[1] The engineer’s report is of May 3 and has forty pages.\n"
    assert [kind for kind, _ in blocks(raw)] == ["body", "footnote"]


@pytest.mark.parametrize(
    "line",
    [
        "March 5, 2019",
        "Published: Tuesday, March 5, 2019 at 3:35 p.m.",
        "5 March 2019",
        "2019-03-05",
    ],
)
def test_dates_alone_on_a_line(blocks: Read, line: str) -> None:
    """In the forms that newspapers use."""
    assert blocks(f"{line}\n\n{LEAD}\n")[0] == ("date", line)


def test_a_sentence_that_begins_with_a_date_is_text(blocks: Read) -> None:
    """However short it is."""
    assert blocks(f"{LEAD}\n\nMarch 5, 2019, was cold.\n") == body(LEAD, "March 5, 2019, was cold.")


def test_control_characters_are_shown_and_stand_where_they_stood(blocks: Read) -> None:
    """An escape sequence in an article obeys nobody, and what follows keeps its place."""
    from pathlib import Path

    from civicsquiz.source import reading

    raw = "A\x1b[31m red \u202e lamp of it.\n"
    document = reading.read(raw.encode(), Path("a.txt"))
    assert document.text == "A␛[31m red ⟨U+202E⟩ lamp of it."
    assert document.raw_offset(document.text.index("␛")) == 1
    assert document.raw_offset(document.text.index("lamp")) == raw.index("lamp")
