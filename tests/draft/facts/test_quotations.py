"""Quotations: who is certain to have said the words, and which words stand by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.draft.charter import article

from civicsquiz.draft.facts import quotations
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.facts.windows import LEAST

CAST = (
    "Mayor Anna Miller and state Senator Peter Brown met the treasurer, Carla Jones, in June.\n\n"
)
WORDS = "Every council has the power to set the tax rate for its city"
SAID = f"“{WORDS},”"
SAYING = f"“{WORDS}.”"


def found(text: str) -> list[Fact]:
    return list(quotations.extract(article(f"A report\n\n{CAST}{text}\n")))


def speakers(text: str) -> list[str]:
    return [fact["speaker"] for fact in found(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{SAID} said Anna Miller.", "Anna Miller"),
        (f"{SAID} Mayor Anna Miller said.", "Anna Miller"),
        (f"{SAID} Miller told reporters on Monday.", "Anna Miller"),
        (f"{SAID} Miller, a Democrat, wrote in a letter to the governor.", "Anna Miller"),
        (f"Miller said, {SAYING}", "Anna Miller"),
        (f"In a statement, Miller said: {SAYING}", "Anna Miller"),
        (f"Miller said in a statement that “every{WORDS[5:]}.”", "Anna Miller"),
        (f"Miller, who heads the city, told the council that “every{WORDS[5:]}.”", "Anna Miller"),
        (f"Asked about the tax, Brown replied, {SAYING}", "Peter Brown"),
        (f"{SAID} said Sen. Peter Brown (D-Ohio).", "Peter Brown"),
        (f"{SAID} said state Sen. Peter Brown, D-Columbus, who chairs the panel.", "Peter Brown"),
        (f"{SAID} Brown said during a hearing on Tuesday before the House.", "Peter Brown"),
        (f"{SAID} Carla Jones, the treasurer, told The Daily Star.", "Carla Jones"),
        (f'"{WORDS}," Miller said.', "Anna Miller"),
        (f'"{WORDS}", Miller said.', "Anna Miller"),
        (f"Miller voted for the plan. {SAID} she said.", "Anna Miller"),
        (f"{SAYING} Miller said.", "Anna Miller"),
        (f"{SAID} the treasurer, Carla Jones, told reporters.", "Carla Jones"),
        (f"{SAID} the lawyer for Miller, Carla Jones, told reporters.", "Carla Jones"),
        (f"As Senator Brown wrote, {SAYING}", "Peter Brown"),
        (f"{SAID} as Senator Brown wrote.", "Peter Brown"),
        (f"In the words of Senator Brown, {SAYING}", "Peter Brown"),
        (
            f"In a letter that the city printed in the paper in the week before the vote, Senator Brown wrote:\n\n{SAYING}",
            "Peter Brown",
        ),
        (f"{SAID} said Miller’s lawyer, Peter Brown.", "Peter Brown"),
        (f"Newly elected Senator Peter Brown said, {SAYING}", "Peter Brown"),
        (f"Brown left, but Miller, who stayed, said, {SAYING}", "Anna Miller"),
        (f"The Speaker of the House, Anna Miller, said on Monday {SAYING}", "Anna Miller"),
        (f"A city official, Carla Jones, said, {SAYING}", "Carla Jones"),
        (f"According to the lawyer Carla Jones, {SAYING}", "Carla Jones"),
        (f"According to Anna Miller, who heads the city, {SAYING}", "Anna Miller"),
        (f"Miller, 64, told reporters: {SAYING}", "Anna Miller"),
        (f"Miller, 64, said the plan was good. {SAID} she said.", "Anna Miller"),
        (f"{SAID} Miller told the Daily Star’s “Morning Hour.”", "Anna Miller"),
        (f"Miller said {SAYING[:-2]}” and “We voted for the tax.”", "Anna Miller"),
        (f"Miller said, “every{WORDS[5:]}.”", "Anna Miller"),
        (f"Miller defended the plan, saying: {SAYING}", "Anna Miller"),
        (f"Miller introduced the plan and summed it up by saying, {SAYING}", "Anna Miller"),
        (f"“We met,” Miller said in a speech, adding, {SAYING}", "Anna Miller"),
        (f"Miller, 64, said the plan was good. {SAID} she said at a hearing.", "Anna Miller"),
    ],
)
def test_the_speaker_stands_beside_the_words(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} a spokesman for Miller said.",
        f"{SAID} Miller’s lawyer said.",
        f"{SAID} said an aide to Miller.",
        f"{SAID} Miller and Brown said.",
        f"{SAID} said Miller and Brown.",
        f"{SAID} the mayor said.",
        f"{SAID} reads the plaque that Miller unveiled.",
        f"{SAID} according to the charter, Miller said.",
        f"{SAID} says the charter, Miller said.",
        f"Brown quoted Miller as saying, {SAYING}",
        f"Brown said Miller told him, {SAYING}",
        f"Brown recalled Miller's claim that “every{WORDS[5:]}.”",
        f"According to Brown, Miller said {SAYING}",
        f"The ruling says, {SAYING}",
        f"The ruling that Miller wrote says, {SAYING}",
        f"Miller denied having said {SAYING}",
        f"Miller never said {SAYING}",
        f"A letter to Miller said, {SAYING}",
        f"A group led by Miller said, {SAYING}",
        f"The man who met Miller said, {SAYING}",
        f"Opponents of Miller said, {SAYING}",
        f"Lawyers representing Miller said, {SAYING}",
        f"Critics say Miller said, {SAYING}",
        f"Anna Miller, Peter Brown, and Carla Jones said, {SAYING}",
        f"{SAID} Anna Miller, Peter Brown, and Carla Jones wrote in a letter.",
        f"{SAID} Anna Miller, Peter Brown and Carla Jones wrote in a letter.",
        f"{SAID} said Miller, quoting the charter.",
        f"{SAID} said Peter Brown’s aide.",
        f"Miller’s office said, {SAYING}",
        f"Miller said the charter states that {SAYING}",
        f"Miller noted the words of the charter: {SAYING}",
        f"Miller, quoting the charter, said, {SAYING}",
        f"Miller wrote to Brown’s staff, who replied, {SAYING}",
        f"The judge told Miller, {SAYING}",
        f"Told by Miller, {SAID} Brown left.",
        f"Carla Jones, the lawyer for Brown, said he told her, {SAYING}",
        f"Miller met Brown. {SAID} he said.",
        f"In a letter that the city printed in the paper in the week before the vote, Brown wrote that Miller said:\n\n{SAYING}",
        f"In the week before the vote on taxes in the city, the old charter that Brown wrote says:\n\n{SAYING}",
        f"In the words of a friend of Senator Brown, {SAYING}",
        f"Miller's spokesman left. {SAID} he said.",
        f"The friend of the mayor, Anna Miller, said on Monday {SAYING}",
        f"Miller met a lawyer who defended the plan, saying, {SAYING}",
        f"A friend of Miller defended the plan, saying, {SAYING}",
        f"Miller and Brown defended the plan, saying, {SAYING}",
        f"Miller left the room and Brown defended the plan, saying, {SAYING}",
        f"According to a friend of Senator Brown, {SAYING}",
        f"According to Anna Miller and Peter Brown, {SAYING}",
        f"According to Anna Miller, Peter Brown, and Carla Jones, {SAYING}",
        f"According to Brown, who told Miller, {SAYING}",
        f"According to the charter that Miller wrote, {SAYING}",
    ],
)
def test_no_fact_where_somebody_else_may_be_speaking(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“Every council has the power,” Miller said.",
        "Miller said that every council “has the power to set the tax rate for the city” by law.",
        f"“If every council has the power to set the tax rate,” Miller said, “{WORDS[6:]}.”",
        "“It has the power to set the tax rate for the whole city,” Miller said.",
        "“The bill has the power to change the tax rate for the city,” Miller said.",
        "“Not in this city, not now, not ever, not at all,” Miller said.",
    ],
)
def test_no_fact_where_the_words_do_not_stand_by_themselves(text: str) -> None:
    assert found(text) == []


def test_nearly_the_same_words_of_two_people_are_nobodys() -> None:
    assert found(f"{SAID} said Miller.\n\n{SAID} said Brown.") == []


def test_a_second_sentence_of_the_same_speaker_is_hers() -> None:
    text = f"“We met,” Miller said. {SAYING}"
    (fact,) = found(text)
    assert (fact["speaker"], fact["words"]) == ("Anna Miller", f"{WORDS}.")


def test_of_a_long_quotation_whole_sentences_are_kept() -> None:
    long = f"That was a day. {WORDS}. " + "And so it went on and on for a while. " * 5
    (fact,) = found(f"Miller said, “{long.strip()}”")
    assert fact["words"] == f"{WORDS}."


def test_first_words_outside_the_marks_cost_only_the_first_sentence() -> None:
    (fact,) = found(f"Justice Brown wrote that the “idea behind it is old. {WORDS}.”")
    assert (fact["words"], fact["manner"]) == (f"{WORDS}.", "wrote")


def test_offsets_are_those_of_the_words() -> None:
    made = article(
        f"A report\n\n{CAST}{SAID} said Miller. “Nobody else may tax people in a city.”\n"
    )
    facts = list(quotations.extract(made))
    assert len(facts) == 2
    for fact in facts:
        slot = fact.slot("words")
        assert made.document.text[slot.start : slot.end] == slot.text
        assert made.document.text[fact.start : fact.end].strip()


@settings(max_examples=60)
@given(st.text(alphabet="“”\"‘’', .Miller saidthat\n", max_size=160))
def test_any_text_gives_facts_or_none(text: str) -> None:
    for fact in found(text):
        assert len(fact["words"].split()) >= LEAST
