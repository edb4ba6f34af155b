"""What nobody has judged is nowhere: a bank with drafts is to a student the bank without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from civicsquiz.bank import standards
from civicsquiz.bank.models import Bank, Holder, Status
from civicsquiz.errors import UsageError
from civicsquiz.report.known import known
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.secrets import names_in
from civicsquiz.study.search.gather import gather
from civicsquiz.study.selection import select

if TYPE_CHECKING:
    from tests.study.conftest import Make

UNJUDGED = [Status.DRAFT, Status.NEEDS_EDITING]


@pytest.fixture(params=UNJUDGED)
def pair(request: pytest.FixtureRequest, make: Make) -> tuple[Bank, Bank]:
    """A bank, and the same with an item of this status in the middle."""
    first, last = make.choice("first", standards=("C3 D2.Civ.1.9-12",)), make.judgement("last")
    extra = make.choice(
        "extra", topic="alone", status=request.param, stem="What does a lighthouse cost?",
        standards=("C3 D2.Civ.2.9-12",), holder=Holder("Ada Marsh", ("Marsh",)),
        evidence=(make.evidence("The old charter dates from 1921."),),
    )  # fmt: skip
    return make.bank(first, last), make.bank(first, extra, last)


def test_never_asked_nor_printed(pair: tuple[Bank, Bank]) -> None:
    """Neither among all, nor where unproven items are wished, nor by name, nor by topic."""
    without, with_ = pair
    for unproven in (False, True):
        asked = [[one.item for one in select([bank], seed="7", unproven=unproven)] for bank in pair]
        assert asked[0] == asked[1]
    with pytest.raises(UsageError, match=r"The item “extra” is a draft.*, which is never asked\."):
        select([with_], seed="7", items=["extra"], unproven=True)
    with pytest.raises(UsageError, match="No topic “alone”"):
        select([with_], seed="7", topics=["alone"])
    assert with_.asked == with_.judged == without.items


def test_neither_found_nor_counted(pair: tuple[Bank, Bank], shelf: Shelf) -> None:
    """By a search, by statistics, by the standards, by what hints mask."""
    without, with_ = pair
    assert list(gather(with_, shelf)) == list(gather(without, shelf))
    assert list(known([with_]).items) == list(known([without]).items)
    assert standards.coverage([with_]).keys() == standards.coverage([without]).keys()
    assert names_in(with_) == names_in(without)


@pytest.mark.parametrize("status", UNJUDGED)
def test_it_is_told_apart(make: Make, status: Status) -> None:
    """A draft waits for its judgement, one in the tray for being edited."""
    bank = make.bank(make.choice("a", status=status), make.choice("b"))
    assert [item.id for item in bank.judged] == ["b"]
    assert [[item.id for item in found] for found in (bank.drafts, bank.tray)] == (
        [["a"], []] if status is Status.DRAFT else [[], ["a"]]
    )
