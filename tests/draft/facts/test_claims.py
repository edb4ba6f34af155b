"""Claims without quotation marks: whose they are, and that they are understood by themselves."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.bank.models import Stance
from civicsquiz.draft.facts import claims
from civicsquiz.draft.facts.fact import Fact

CAST = (
    "Mayor Anna Miller and state Senator Peter Brown met the treasurer, Carla Jones, in June.\n\n"
)
CLAIM = "every state has the power to tax its people"


def found(text: str) -> list[Fact]:
    return list(claims.extract(article(f"A report\n\n{CAST}{text}\n")))


@pytest.mark.parametrize(
    "text",
    [
        f"Miller argued that {CLAIM}.",
        f"In 1936, Miller, an economist, argued that {CLAIM}.",
        f"Miller told reporters that {CLAIM}.",
        f"Miller said at a hearing on Tuesday that {CLAIM}.",
        f"Miller said {CLAIM}.",
        f"Miller argued that {CLAIM}, but Brown disagreed.",
        f"According to Anna Miller, {CLAIM}.",
        f"According to Miller, a lawyer in the city, {CLAIM}.",
        f"Miller has repeatedly argued that {CLAIM}.",
        f"The Speaker of the House, Anna Miller, said on Friday {CLAIM}.",
        f"E{CLAIM[1:]}, Miller said.",
        f"E{CLAIM[1:]}, according to Miller.",
        f"E{CLAIM[1:]}, according to Anna Miller, a lawyer in the city.",
    ],
)
def test_a_claim_is_its_holders(text: str) -> None:
    (fact,) = found(text)
    assert fact["claim"].lower() == CLAIM
    assert (fact.holder, fact.stance) == ("Anna Miller", Stance.ATTRIBUTED)


def test_a_body_may_hold_one() -> None:
    (fact,) = found(
        "The Federal Election Commission said that candidates must report every gift of money."
    )
    assert (fact.holder, fact["kind"]) == ("Federal Election Commission", "agency")


@pytest.mark.parametrize(
    "text",
    [
        f"Miller did not say that {CLAIM}.",
        f"Miller denied that {CLAIM}.",
        f"Miller and Brown argued that {CLAIM}.",
        f"Neither Brown nor Miller said that {CLAIM}.",
        f"It was Brown, and not Miller, who said that {CLAIM}.",
        f"A spokesman for Miller said that {CLAIM}.",
        f"Some people around Miller argued that {CLAIM}.",
        f"Miller's lawyer argued that {CLAIM}.",
        f"Miller, like Brown, argued that {CLAIM}.",
        f"Miller also argued that {CLAIM}.",
        f"Miller reportedly argued that {CLAIM}.",
        f"The friend of the mayor, Anna Miller, said {CLAIM}.",
        "Miller wrote a letter, meant for the party, on a tax that the states have.",
        f"Brown said Miller argued that {CLAIM}.",
        f"Miller said that Brown claimed that {CLAIM}.",
        f"According to Brown, Miller argued that {CLAIM}.",
        f"According to a report by Miller, {CLAIM}.",
        f"If Miller argued that {CLAIM}, he was wrong.",
        f"While Miller argued that {CLAIM}, Brown left.",
        f"As Miller argued that {CLAIM}, Brown left.",
        f"When Miller argued that {CLAIM}, Brown left.",
        f"Miller, who argued that {CLAIM}, left.",
        f"The law that Miller wrote says that {CLAIM}.",
        f"E{CLAIM[1:]}, Miller’s office said.",
        f"E{CLAIM[1:]}, a friend of Miller said.",
        "Miller said he would veto the law on taxes.",
        "Miller said that it has the power to tax the people.",
        "Miller said that the bill would raise taxes on the people.",
        "Miller said that, yesterday, states taxed their people.",
        "Miller said that Brown murdered the clerk of the court for money.",
        "Miller said that of 84 states no more than 12 tax people.",
        "Miller said Tuesday that taxes rose.",
    ],
)
def test_no_claim_where_holder_or_meaning_is_not_certain(text: str) -> None:
    assert found(text) == []


def test_offsets_are_those_of_the_claim() -> None:
    made = article(f"A report\n\n{CAST}Miller argued that {CLAIM}.\n")
    (fact,) = claims.extract(made)
    slot = fact.slot("claim")
    assert made.document.text[slot.start : slot.end] == slot.text == CLAIM
