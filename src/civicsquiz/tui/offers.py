"""What Home offers above the banks: to go on with a session, and to review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.source.visible import one_line
from civicsquiz.tui import today
from civicsquiz.tui.widgets.today_list import GOES_ON, REVIEW, Offer

if TYPE_CHECKING:
    from civicsquiz.study.reviewing.deck import Deck
    from civicsquiz.tui.builder import Builder

_ABOUT_REVIEW = "What you would soon forget, asked before you do. Enter shows what is due."


def going_on(session: today.Waiting | None) -> tuple[Offer, ...]:
    """To go on with a session, if one waits."""
    if session is None:
        return ()
    rest, brief = (f", {where}" for where in session.where)
    about = f"Begun as {session.how}. Enter goes on at the same place; x lets go of it."
    title = one_line(session.title)
    return (Offer(GOES_ON, "Continue", title, "continue", about, rest, brief),)


def review(builder: Builder, cards: Deck) -> tuple[Offer, ...]:
    """To review, with how much there is today; quiet where there is nothing."""
    from civicsquiz.study.reviewing.saying import queue_in_words

    if told := queue_in_words(today.queue(builder, cards, "")):
        return (Offer(REVIEW, "Review", told, "review", _ABOUT_REVIEW),)
    told = today.nothing_due(today.outlook(builder, cards))
    return (Offer(REVIEW, "Review", told, "look", _ABOUT_REVIEW, quiet=True),)
