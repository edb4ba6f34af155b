"""An outlet's appeal for money, and articles that are about money."""

from __future__ import annotations

from collections.abc import Callable

Blocks = list[tuple[str, str]]
Read = Callable[..., Blocks]

ARTICLE = [
    "The council of Millbrook voted on Tuesday to keep the old bridge, six members against three.",
    "“We need your support,” Mayor Olu Berg told the members, “and we need it today.”",
    "About 80 percent of the town’s income comes from the tax on water, the treasurer said.",
]
APPEAL = [
    "We’re still here, and we stay.",
    ("As the river rises again, small papers face a choice that large ones never had to make. They can"
    " shrink, or they can ask. This paper will not shrink; our readers will not let us."),
    "Our work is slow, and it asks of us that we walk to every meeting.",
    "While other papers sell what they know of those who read them, this is a time for plain paper.",
    ("At the Courier, we have no paywall and no advertisements, because we think that news of a river"
    " belongs to those who live on it."),
    ("Over 80 percent of what we spend comes from small donations by our readers, and the rest from two"
    " foundations of the county."),
    "You can help us by giving today. We have until Friday to find ninety new monthly donors.",
]  # fmt: skip


def kinds(found: Blocks) -> list[str]:
    return [kind for kind, _ in found]


def test_seven_paragraphs_of_an_appeal_are_none_of_the_article(blocks: Read) -> None:
    """With the sentence about 80 percent, which would pass for a fact; the article's own stays."""
    found = blocks("\n\n".join(ARTICLE + APPEAL))
    assert kinds(found) == ["body"] * 3 + ["fund-raising"] * 7


def test_an_appeal_that_begins_with_a_paragraph_about_others(blocks: Read) -> None:
    """It begins with the first paragraph in the outlet's own voice."""
    assert kinds(blocks("\n\n".join(ARTICLE + APPEAL[2:]))) == ["body"] * 3 + ["fund-raising"] * 5


def test_an_article_about_donations_stays_body(blocks: Read) -> None:
    """Every paragraph speaks of donors and fundraising, and none of them asks the reader."""
    article = [
        "Donors gave less to the two parties of the county this year, the clerk’s report says.",
        (
            "The fundraiser of the mayor brought in a third of what it had in 2015; most donations were"
            " small."
        ),
        (
            "“We ask our donors to give today,” said the mayor’s treasurer. “Your support is what we"
            " live on.”"
        ),
        "A law of 1974 caps what a donor may give. Donations above the cap go back to the donor.",
        "Membership drives and subscriptions pay for the rest of the fundraising.",
    ]
    assert kinds(blocks("\n\n".join(article))) == ["body"] * 5


def test_an_essay_that_says_we_and_speaks_of_donations_stays_body(blocks: Read) -> None:
    """The author's own voice and two words on money are no appeal: nobody is asked to give."""
    essay = [
        "Our republic was made by people who feared money in our elections.",
        "We let donors speak louder than voters, and our courts have let us.",
        "We could publish every donation on the day it is made, as our neighbors do.",
        "We have done harder things in our history.",
    ]
    assert kinds(blocks("\n\n".join(essay))) == ["body"] * 4


def test_one_line_of_thanks_is_no_appeal(blocks: Read) -> None:
    """One paragraph on money at the end does not make the paragraphs before it one."""
    article = [*ARTICLE, "We thank the donors who paid for our trip up the river."]
    assert kinds(blocks("\n\n".join(article))) == ["body"] * 4


def test_an_article_is_never_an_appeal_alone(blocks: Read) -> None:
    """Something must be left to read."""
    assert "body" in kinds(blocks("\n\n".join(APPEAL)))
