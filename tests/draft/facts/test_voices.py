"""Voices: which lines are the article's own, and which pass on a claim, and whose."""

from __future__ import annotations

import pytest
from tests.draft.news import news

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.voices import Line, Voice, lines, reports

CAST = "Mayor Anna Miller and Senator Peter Brown were at the meeting of the city council in June."
PLAIN = "Congress passed the budget for the schools of Washington on Monday with many votes"
CLAIM = "the budget for the city schools gives every teacher a raise in pay"


def made(text: str) -> Article:
    return news(f"{CAST}\n\n{text}", title="A city budget")


def found(text: str) -> Line | None:
    """The line that begins the second paragraph, where it has a voice."""
    article = made(text)
    return next((one for one in lines(article) if one.sentence.number == 1), None)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (f"Miller said {CLAIM}.", "Anna Miller"),
        (f"Mayor Miller has repeatedly claimed that {CLAIM}.", "Anna Miller"),
        (f"Miller told reporters on Monday that {CLAIM}.", "Anna Miller"),
        (f"The city’s mayor, Anna Miller, said {CLAIM}.", "Anna Miller"),
        (f"Last week, Brown, a Democrat, announced that {CLAIM}.", "Peter Brown"),
        (f"But Senator Peter Brown argued that {CLAIM}.", "Peter Brown"),
        (f"According to the Daily Star, {CLAIM}.", "Daily Star"),
        (f"The Federal Election Commission said {CLAIM}.", "Federal Election Commission"),
    ],
)
def test_a_line_passes_on_what_somebody_named_says(text: str, holder: str) -> None:
    line = found(text)
    assert line is not None
    assert (line.voice, line.holder) == (Voice.NAMED, holder)
    assert line.told.split()[0].lower() in text.lower()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"A senior official said {CLAIM}.", "A senior official said"),
        (f"Several city officials said on Monday that {CLAIM}.", ""),
        (f"According to unconfirmed reports, {CLAIM}.", "According to unconfirmed reports"),
        (f"Legal experts have also noted that {CLAIM}.", "Legal experts have also noted"),
    ],
)
def test_a_line_passes_on_what_somebody_unnamed_says(text: str, told: str) -> None:
    line = found(text)
    if not told:
        assert line is None
        return
    assert line is not None
    assert (line.voice, line.told) == (Voice.UNNAMED, told)


@pytest.mark.parametrize(
    "text",
    [
        f"{PLAIN}.",
        "Under the law of the state, the mayor of a city signs the budget by the end of June.",
        "The United States Congress passed the Voting Rights Act in 1965.",
    ],
)
def test_a_line_in_the_articles_own_voice(text: str) -> None:
    line = found(text)
    assert line is not None
    assert (line.voice, line.holder, line.told) == (Voice.OWN, "", "")


@pytest.mark.parametrize(
    "text",
    [
        f"Miller said Brown claimed {CLAIM}.",
        f"Miller said {CLAIM}, but the council passed it in June.",
        f"Miller's office said {CLAIM}.",
        f"A friend of Miller said {CLAIM}.",
        f"He said {CLAIM}.",
        "Senator Peter Brown announced a decision on the budget for the city schools and the teachers.",
        "City officials explained the budget for the city schools to the teachers of Ohio.",
        f"{PLAIN}, according to Miller.",
        f"{PLAIN}, officials reported.",
        "In a column, Miller points to the budget for the city schools and its rules.",
        "The council reportedly passed the budget for the city schools on Monday.",
        "The council will pass the budget for the city schools on Monday.",
        "This council passed the budget for the city schools on Monday.",
        "A historic council passed a sweeping budget for the city schools on Monday.",
        "The court ruled that the budget for the city schools was lawful on Monday.",
        f"Brown stated that she was angry. {PLAIN}."[35:]
        and f"It was Monday. Miller said so. {PLAIN}.",
    ],
)
def test_what_lies_between_has_no_voice(text: str) -> None:
    assert found(text) is None


def test_what_stands_behind_a_claim_may_go_on_in_it() -> None:
    article = made(f"Miller said {CLAIM}. {PLAIN}.")
    assert [line.voice for line in lines(article) if line.sentence.number == 2] == []
    assert [
        line.voice for line in lines(made(f"We met. {PLAIN}.")) if line.sentence.number == 2
    ] == [Voice.OWN]


def test_what_stands_in_an_open_quotation_is_nobodys_plain_telling() -> None:
    article = made(f"“We met in June. {PLAIN}. We left,” Miller said.")
    assert Voice.OWN not in {line.voice for line in lines(article) if line.sentence.number > 0}


def test_a_line_with_words_in_quotation_marks() -> None:
    line = found("“Every teacher in the city gets a raise in pay,” Miller said on Monday.")
    assert line is not None
    assert (line.voice, line.holder) == (Voice.QUOTED, "Anna Miller")


def test_news_reports_and_a_textbook_hardly_does() -> None:
    assert reports(made(f"Miller said {CLAIM}. {PLAIN}."))
    assert not reports(made(f"{PLAIN}. " * 9 + f"Miller said {CLAIM}."))


def test_a_conversation_is_nobodys_report() -> None:
    said = f"said {CLAIM}. {PLAIN}."
    assert not reports(made("\n\n".join(f"MILLER: Brown {said}" for _ in range(3))))


def test_what_a_colon_announces_is_not_the_articles_own() -> None:
    article = made(f"Miller wrote:\n\nWe met in June.\n\n{PLAIN}.")
    assert Voice.OWN not in {line.voice for line in lines(article) if line.sentence.number > 0}
