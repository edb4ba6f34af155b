"""What `due` and `review` both say: of the clock, of what is gone, and where nothing is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from civicsquiz import paths
from civicsquiz.app import App

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.study.reviewing.deck import Deck


def wrong_clock(app: App) -> str:
    """What is said of a clock that cannot be right; empty where it may be."""
    from civicsquiz.study.reviewing.clock import wrong_clock

    found = wrong_clock(app.store.latest(app.learner.uuid), app.clock())
    return found.told if found else ""


def gone_in_words(gone: int) -> str:
    """What is said of due questions that are in no bank any more; empty where there are none."""
    if not gone:
        return ""
    return f"{gone} due question{' is' if gone == 1 else 's are'} no longer in your banks."


def nothing_due(app: App, deck: Deck, banks: Sequence[Bank]) -> str:
    """That nothing is to be asked now, when something will be, and what can be done meanwhile."""
    from civicsquiz.study.reviewing.saying import day_in_words

    done = deck.done(app.today)
    began = "That is all for today" if done.new or done.reviews else "Nothing is due today"
    further = f"“civicsquiz play {_a_bank(app, deck, banks)}” goes on with a bank"
    if not deck.cards:
        begin = f"Nothing has been asked yet: {further.replace('goes on with', 'begins')}."
        return f"{_bringing_back(app)} {begin}".strip()
    names = {name for bank in banks for name in (bank.id, *bank.formerly)}
    cards = [card for card in deck.cards if not names or card.item.partition("/")[0] in names]
    waiting = [card for card in cards if card.due <= app.today and card.last < app.today]
    if waiting and deck.done(app.today).reviews >= app.settings.review.reviews_per_day:
        limit = app.settings.review.reviews_per_day
        return (
            f"Today’s limit of {limit} reviews is reached, and {len(waiting)} wait for another day. "
            "“reviews_per_day” in settings.toml sets it (docs/review.md)."
        )
    coming = [card.due for card in cards if card.due > app.today]
    if not coming:
        return f"{began}. {further[0]}{further[1:]}, and “civicsquiz banks” lists them."
    when = (
        "tomorrow" if (min(coming) - app.today).days == 1 else day_in_words(min(coming), app.today)
    )
    return f"{began}. The next question is due {when if when == 'tomorrow' else f'on {when}'}; {further}."


def _a_bank(app: App, deck: Deck, banks: Sequence[Bank]) -> str:
    """What a command calls a bank: the one that was named, else one that was begun, else any."""
    named = [bank.id for bank in banks]
    known = (app.command_name(one) for one in (*named, *deck.begun()))
    listed = (entry.id for entry in app.library.shown)
    return next(filter(None, known), None) or next(listed, "BANK")


def _bringing_back(app: App) -> str:
    """What is said of backups where nothing is in the record; empty where there are none."""
    from civicsquiz.record.sqlite.backups import bringing_back

    if app.forgetful:
        return ""
    return bringing_back(paths.progress_file(app.env), paths.backups_dir(app.env))
