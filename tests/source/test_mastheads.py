"""The line over an article that says whose it is and of which day."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.source.about import card_of
from civicsquiz.source.document import Kind
from civicsquiz.source.mastheads import Masthead, byline, masthead
from civicsquiz.source.reading import read

LEAD = (
    "The council of Millbrook met on Tuesday to hear what the town’s oldest bridge would cost, and"
    " nobody in the room expected the answer that the engineer gave them."
)
ANN, BO = "Ann Lee", "Ann Lee and Bo Ray"
DAY = "2019-02-25"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Feb. 25, 2019", (None, None, DAY)),
        ("The Mill Times, 2019-02-25", (None, "The Mill Times", DAY)),
        ("(CNN) 2019-02-25", (None, "CNN", DAY)),
        ("By ANN LEE | 02/25/2019 07:05 PM EST", ("ANN LEE", None, DAY)),
        ("The Hill - 02/25/19 08:26 AM EDT", (None, "The Hill", DAY)),
        ("Published February 25, 2019 | Fox News", (None, "Fox News", DAY)),
        ("February 25, 2019 / 9:13 AM / CBS News", (None, "CBS News", DAY)),
        ("By Ann Lee and Bo Ray, Associated Press - Feb 25, 2019", (BO, "Associated Press", DAY)),
        ("Mon 25 Feb 2019 13.00 GMT", (None, None, DAY)),
        ("Ann Lee, USA TODAY Published 9:01 p.m. ET Feb. 25, 2019", (ANN, "USA TODAY", DAY)),
        ("Published 5:31 PM EDT, Mon February 25, 2019", (None, None, DAY)),
        ("PUBLISHED 9:01 PM ET FEBRUARY 25, 2019", (None, None, DAY)),
        ("By Ann Lee Feb. 25, 2019 4 min read", (ANN, None, DAY)),
        ("By Ann Lee, Feb. 25, 2019, Section A, Page 1", (ANN, None, DAY)),
        ("Ann Lee | Feb. 25, 2019 | Updated: 4:10 p.m.", (ANN, None, DAY)),
        ("Updated Feb. 26, 2019; posted Feb. 25, 2019", (None, None, DAY)),
        ("Millbrook Gazette | 03/04/2019", (None, "Millbrook Gazette", None)),
    ],
)  # fmt: skip
def test_what_a_masthead_says(line: str, said: tuple[str | None, str | None, str | None]) -> None:
    assert masthead(line) == Masthead(*said)


def test_a_day_of_change_is_told_from_the_day_of_publication() -> None:
    assert masthead("Last updated on Feb. 25, 2019") == Masthead(None, None, DAY, updated=True)
    both = f"The bridge stays\n\nUpdated Feb. 27, 2019\n\nThe Mill Times, Feb. 25, 2019\n\n{LEAD}\n"
    assert card_of(read(both.encode(), Path("a.txt")), Path("a.txt")).date == DAY
    labelled = f"The bridge stays\n\nUpdated: Feb. 25, 2019\n\n{LEAD}\n"
    assert card_of(read(labelled.encode(), Path("a.txt")), Path("a.txt")).date == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Gettysburg Address, November 19, 1863",
        "What the court said on Feb. 25, 2019",
        "The bridge of Millbrook fell on Feb. 25, 2019",
        "Inaugural Address | Barack Obama | January 20, 2009",
        "Senate Votes 50-49 to Keep the Bridge - Feb. 25, 2019",
        "The Mill Times, February 2019",
        "By Ann Lee",
        "Feb. 25, 2019 " + "Times " * 400,
        "",
    ],
)
def test_what_is_none(line: str) -> None:
    """A heading with a day in it, and a line without one."""
    assert masthead(line) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("By Ann Lee", (ANN, None)), ("By Ann Lee and Bo Ray, CNN", (BO, "CNN")),
        ("By", (None, None)), ("By Ann Lee, Bo Ray", ("Ann Lee, Bo Ray", None)),
    ],
)  # fmt: skip
def test_a_byline_without_a_day(line: str, said: tuple[str | None, str | None]) -> None:
    assert byline(line) == Masthead(*said)


def test_a_card_takes_what_it_says() -> None:
    """It is a byline or a date line then, and no paragraph of the article."""
    text = f"The bridge of Millbrook stays\n\nBy Ann Lee | Mill News | 02/25/2019 07:05 PM EST\n\n{LEAD}\n"
    document = read(text.encode(), Path("a.txt"))
    card = card_of(document, Path("a.txt"))
    assert (card.author, card.publisher, card.date) == (ANN, "Mill News", DAY)
    assert [block.kind for block in document.blocks] == [Kind.TITLE, Kind.BYLINE, Kind.BODY]
    source = f"SOURCE: Mill News, February 25, 2019\n\nThe bridge of Millbrook stays\n\n{LEAD}\n"
    card = card_of(read(source.encode(), Path("a.txt")), Path("a.txt"))
    assert (card.publisher, card.date) == ("Mill News", DAY)


def test_a_day_in_the_text_is_no_masthead() -> None:
    """Only what stands before the text is."""
    text = f"The bridge stays\n\n{LEAD}\n\nMill News, Feb. 25, 2019\n\n{LEAD}\n"
    assert card_of(read(text.encode(), Path("a.txt")), Path("a.txt")).date is None


@pytest.mark.parametrize(
    "title",
    [
        "The bridge of Millbrook stays for now",
        "‘We have never seen anything like this’: Millbrook keeps its bridge",
        "The council silenced Ann Lee. Is its rule so bad?",
        "Millbrook says that it needs its oldest bridge for another winter, and that it may yet ask for money",
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_headline_stands_over_its_lines(title: str, between: str) -> None:
    """As they are copied from a page: on lines one below the other, or parted."""
    lines = (title, "By Ann Lee, The Hill", "Published 9:01 PM ET Feb. 25, 2019")
    wrapped = (
        LEAD
        if len(title) > 80
        else LEAD.replace(" town’s", "\ntown’s").replace(" expected", "\nexpected")
    )
    text = between.join(lines) + f"\n\n{wrapped}\n"
    document = read(text.encode(), Path("a.txt"))
    card = card_of(document, Path("a.txt"))
    assert (card.title, card.author, card.publisher, card.date) == (title, ANN, "The Hill", DAY)
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.TITLE, Kind.BYLINE, Kind.DATE, Kind.BODY]


def test_a_first_line_with_a_full_stop_is_text() -> None:
    document = read(f"The bridge stays, said Ann Lee.\n\n{LEAD}\n".encode(), Path("a.txt"))
    assert [block.kind for block in document.blocks] == [Kind.BODY, Kind.BODY]
