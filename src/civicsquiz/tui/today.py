"""What matters to a learner today, out of the record: for Home, and for the page of what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from civicsquiz.record.cards import Card
from civicsquiz.study.session import Mode

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.study.question import Question
    from civicsquiz.study.reviewing.deck import Deck
    from civicsquiz.study.reviewing.outlook import Outlook
    from civicsquiz.study.reviewing.queue import Entry, Queue
    from civicsquiz.tui.builder import Builder

_MODES = {
    Mode.PRACTICE: "practice",
    Mode.TEST: "a test",
    Mode.TUTOR: "a session with the tutor",
    Mode.REVIEW: "a review",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A session that can go on: at question `at`, from 1, of `total`, of which `open_` have no answer."""

    session_id: str
    title: str
    mode: Mode
    at: int
    total: int
    open_: int

    @property
    def where(self) -> tuple[str, str]:
        """How far it is, and the same more briefly."""
        if not self.open_ and self.mode is not Mode.TEST:
            return f"all {self.total} answered", f"all {self.total}"
        return f"question {self.at} of {self.total}", f"{self.at} of {self.total}"

    @property
    def how(self) -> str:
        """Its mode in words."""
        return _MODES[self.mode]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a learner is with a bank: items that were answered, and that are due."""

    begun: int = 0
    due: int = 0


def waiting(builder: Builder, bank: Bank | None = None) -> Waiting | None:
    """The session that was left last, with `bank` of those over it, if one can go on; errors as for
    `Builder.resumable`."""
    found = builder.resumable(bank)
    if found is None:
        return None
    session = builder.resume(*found)
    return Waiting(
        found[0], session.title, session.mode, session.position + 1, len(session.questions),
        len(session.unanswered),
    )  # fmt: skip


def deck(builder: Builder) -> Deck:
    """The learner's cards, as they are now."""
    from civicsquiz.study.reviewing.deck import Deck

    return Deck(builder.store, builder.learner.uuid)


def warnings(builder: Builder) -> str:
    """What is said of a clock that cannot be right, and of a session whose bank is lost; empty where
    there is nothing of it."""
    from civicsquiz.study.reviewing.clock import wrong_clock

    found = wrong_clock(builder.store.latest(builder.learner.uuid), builder.clock())
    return " ".join(filter(None, (found.brief if found else "", builder.lost_session())))


def whose(builder: Builder) -> str:
    """Whose record it is, where that is not plain: there are several learners, or one was named."""
    if not builder.learner_name and len(builder.store.learners()) < 2:
        return ""
    return f"for {builder.learner.name or 'the learner without a name'}"


def bringing_back(builder: Builder) -> str:
    """What is said to whoever has no answers here, but backups of some; else empty."""
    from civicsquiz import paths
    from civicsquiz.record.sqlite.backups import bringing_back

    if builder.forgetful:
        return ""
    return bringing_back(paths.progress_file(builder.env), paths.backups_dir(builder.env))


def standings(cards: Sequence[Card], day: date) -> Mapping[str, Standing]:
    """By the ids of banks, how far each is; as in `Deck.due`, what was answered under a clock that was
    ahead is due."""
    begun: dict[str, int] = {}
    due: dict[str, int] = {}
    for card in cards:
        bank = card.item.partition("/")[0]
        begun[bank] = begun.get(bank, 0) + 1
        is_due = card.last > day or (card.due <= day and card.last < day)
        due[bank] = due.get(bank, 0) + is_due
    return {bank: Standing(count, due[bank]) for bank, count in begun.items()}


def queue(builder: Builder, cards: Deck, seed: str) -> Queue:
    """What is asked today, as it is set."""
    from civicsquiz.study.reviewing.limits import Limits
    from civicsquiz.study.reviewing.sitting import queue_of

    rules = builder.settings.review
    return queue_of(
        cards, builder.at_hand,
        day=builder.today, limits=Limits(rules.new_per_day, rules.reviews_per_day), seed=seed,
        leech_lapses=rules.leech_lapses,
    )  # fmt: skip


def questions(builder: Builder, entries: Sequence[Entry], seed: str) -> tuple[Question, ...]:
    """The questions of a queue, in its order; what is known is asked without its options, where that
    is set."""
    from civicsquiz.study.reviewing.sitting import questions_of

    return questions_of(entries, seed, type_known=builder.settings.review.type_known_choices)


def outlook(builder: Builder, cards: Deck) -> Outlook:
    """What is due on the days to come."""
    from civicsquiz.study.reviewing.outlook import outlook

    lapses = builder.settings.review.leech_lapses
    return outlook(cards.cards, builder.today, leech_lapses=lapses)


def nothing_due(look: Outlook) -> str:
    """What is said where nothing is asked today; what is due all the same is over the day's limit, or
    in no bank any more."""
    today = look.days[0][0]
    if look.next_due is None or look.next_due <= today:
        return "nothing more today"
    return f"nothing due, the next {on_day(look.next_due, today)}"


def on_day(day: date, today: date) -> str:
    """ "tomorrow", "on Tuesday" within a week, else "on 10 December"."""
    from civicsquiz.study.reviewing.saying import day_in_words

    ahead = (day - today).days
    if ahead <= 1:
        return "tomorrow" if ahead == 1 else "today"
    return f"on {weekday(day)}" if ahead < _WEEK else f"on {day_in_words(day, today)}"


def weekday(day: date) -> str:
    """ "Tuesday"."""
    return _DAYS[day.weekday()]


def date_in_words(day: date) -> str:
    """ "10 December"."""
    from civicsquiz.study.reviewing.saying import day_in_words

    return day_in_words(day, day)


_WEEK = 7
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
