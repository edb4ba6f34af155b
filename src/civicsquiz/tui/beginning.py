"""Beginning with the questions of a bank, in any mode, and going on with a session that waits, from a
screen that leads back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from civicsquiz.bank.library import Entry
from civicsquiz.bank.models import Bank, Content
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.study.question import Question
from civicsquiz.study.selection import select, without_passage
from civicsquiz.study.session import Mode
from civicsquiz.tui import today
from civicsquiz.tui.first import Quiz, first_screen

if TYPE_CHECKING:
    from civicsquiz.study.session import Session
    from civicsquiz.study.session.resuming import Resumed
    from civicsquiz.tui.screens.page import PageScreen


_ALL_THE_SAME = "No passage proves these questions: nobody has checked what they say. Enter asks them all the same."


def begin(screen: PageScreen[Any], entry: Entry, mode: str) -> None:
    """Put the first screen of a quiz over `screen`; what hinders it is said there."""
    builder = screen.builder
    seed = builder.new_seed()
    try:
        bank = builder.library.load(entry)

        nothing_else = not bank.asked and bool(without_passage(bank))
        note = _ALL_THE_SAME if nothing_else else ""

        def choose(without: Collection[Content]) -> Sequence[Question]:
            chosen = select([bank], seed=seed, without=without, unproven=nothing_else)
            return chosen if mode != Mode.TUTOR else builder.weakest_first(chosen, seed)

        quiz = Quiz(bank, builder.shelf_for(entry.path), Mode(mode), seed, choose(()), note=note)
        left = today.waiting(builder, bank)
        screen.app.push_screen(first_screen(builder, quiz, choose, left=left, offers=True))
    except CivicsquizError as error:
        _refuse(screen, error)


def go_on(screen: PageScreen[Any], session_id: str, bank: Bank | None = None) -> bool:
    """Put the session that waits, with `bank` the one over it, over `screen`, where it was left;
    whether it is still the one."""
    from civicsquiz.study.session.resuming import going_on

    resumed = _resumed(screen, session_id, bank)
    if resumed is None:
        return False
    screen.quiz_app.play(resumed[0], going_on(*resumed))
    return True


def go_on_instead(screen: PageScreen[Any], session_id: str, bank: Bank) -> bool:
    """The same in the place of `screen`."""
    from civicsquiz.study.session.resuming import going_on

    resumed = _resumed(screen, session_id, bank)
    if resumed is None:
        return False
    screen.app.switch_screen(screen.quiz_app.screen_of(resumed[0], going_on(*resumed)))
    return True


def let_go(screen: PageScreen[Any], session_id: str) -> None:
    """Give the session that waits up, if it is still the one. A test is explained as far as it has answers."""
    resumed = _resumed(screen, session_id)
    if resumed is None:
        return
    session, _ = resumed
    try:
        session.abandon()
    except CivicsquizError as error:
        _refuse(screen, error)
        return
    if session.submitted and session.results().asked:
        from civicsquiz.tui.screens.results import ResultsScreen

        shelf = screen.builder.shelf_of(session.questions)
        screen.app.push_screen(ResultsScreen(session, shelf))


def _resumed(
    screen: PageScreen[Any], session_id: str, bank: Bank | None = None
) -> tuple[Session, Resumed] | None:
    """The session that waits, unless another program has ended it meanwhile, or begun one."""
    try:
        found = screen.builder.resumable(bank)
        if found and found[0] == session_id:
            return screen.builder.resume(*found), found[1]
        return None
    except CivicsquizError as error:
        _refuse(screen, error)
        return None


def _refuse(screen: PageScreen[Any], error: CivicsquizError) -> None:
    screen.notify(one_line(str(error)), severity="error", markup=False)
