"""`civicsquiz review`, up to where a session begins, and through it in line mode."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.study.reviewing.things import Played, answered, day

from civicsquiz.record.cards import AGAIN, GOOD
from civicsquiz.record.events import EventType
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.study.session import Mode, Session

WHO = "eighth-amendment/trop-who"


@pytest.fixture
def command(tmp_path: Path) -> Played:
    """The program on one day, with a home of its own."""
    return Played(tmp_path)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Session, str]]:
    """The sessions for which screens were opened, with what was said to them."""
    sessions: list[tuple[Session, str]] = []

    def run_session(_: object, session: Session, *, note: str = "") -> int:
        sessions.append((session, note))
        return 0

    monkeypatch.setattr("civicsquiz.cli.terminal.need", lambda *_: None)
    monkeypatch.setattr("civicsquiz.tui.running.run_session", run_session, raising=False)
    return sessions


def asked(opened: list[tuple[Session, str]]) -> list[str]:
    (session, _) = opened[-1]
    return [question.ref for question in session.questions]


def test_before_the_first_answer(command: Played) -> None:
    """A sentence and a way on; no error, and no terminal is needed for it."""
    ran = command("review")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "Nothing has been asked yet: “civicsquiz play banishment” begins a bank.\n"


def test_what_is_due_is_asked_in_a_review(
    command: Played, opened: list[tuple[Session, str]]
) -> None:
    """What is due, and new ones of the bank that is begun, within the limits that are set."""
    (command.home / "settings.toml").write_text("[review]\nnew_per_day = 2\n", "utf-8")
    answered(command.home, WHO, (-3, GOOD))
    answered(command.home, "citizenship/safe-from-what", (-1, GOOD))
    assert command("review").returncode == 0
    ((session, note),) = opened
    assert (session.mode, note) == (Mode.REVIEW, "1 due today, 2 new.")
    assert WHO in asked(opened)
    assert "citizenship/safe-from-what" not in asked(opened)
    new = [ref for ref in asked(opened) if ref != WHO]
    assert len(new) == 2
    assert all(ref.startswith("citizenship/") for ref in new), "something new was met there last"


def test_the_seed_decides(command: Played, opened: list[tuple[Session, str]]) -> None:
    """The same seed asks the same; without one it is drawn."""
    answered(command.home, WHO, (-3, GOOD))
    for more in (["--seed", "1"], ["--seed", "1"], [], ["--seed", "seed"]):
        command("review", *more)
    first, second, drawn, named = [
        [(question.ref, question.shown) for question in session.questions] for session, _ in opened
    ]
    assert first == second
    assert drawn == named != first


def test_which_questions(command: Played, opened: list[tuple[Session, str]]) -> None:
    """By bank, topic and count; what is due goes before what is new."""
    for ref in (WHO, "citizenship/safe-from-what"):
        answered(command.home, ref, (-9, GOOD))
    command("review", "--bank", "citizenship", "--count", "1")
    assert asked(opened) == ["citizenship/safe-from-what"]
    command("review", "--count", "2")
    assert sorted(asked(opened)) == ["citizenship/safe-from-what", WHO]
    command("review", "--bank", "eighth-amendment", "--topic", "trop-v-dulles")
    (session, _) = opened[-1]
    assert {question.item.topic for question in session.questions} == {"trop-v-dulles"}


def test_a_topic_that_is_none_is_told_the_nearest(command: Played) -> None:
    """One line."""
    answered(command.home, WHO, (-3, GOOD))
    ran = command("review", "--plain", "--topic", "trop-v-dules")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "did you mean trop-v-dulles?" in ran.stderr


def test_known_choices_are_to_be_typed(command: Played, opened: list[tuple[Session, str]]) -> None:
    """Unless that is switched off."""
    answered(command.home, WHO, (-40, GOOD), (-38, GOOD))
    command("review", "--count", "1")
    (command.home / "settings.toml").write_text("[review]\ntype_known_choices = false\n", "utf-8")
    command("review", "--count", "1")
    assert [session.question.item.type for session, _ in opened] == ["short", "choice"]
    assert [session.question.ref for session, _ in opened] == [WHO, WHO]


def test_a_known_choice_is_answered_in_words(command: Played) -> None:
    """And recorded as what was asked, under the same item."""
    answered(command.home, WHO, (-40, GOOD), (-38, GOOD))
    ran = command("review", "--plain", "--count", "1", stdin="Justice Warren\n\n")
    assert ran.returncode == 0
    assert "(Type the name.)" in " ".join(ran.stdout.split())
    assert "✓ Right" in ran.stdout
    store = SqliteStore.open(command.home / "progress.sqlite")
    (*_, event) = store.events(types=[EventType.ANSWERED])
    revision = store.revision(event.revision)
    store.close()
    assert (event.item, event.mode, event.response) == (WHO, "review", ("Justice Warren",))
    assert event.scheduled
    assert revision
    assert revision.asked["type"] == "short"


def test_leeches_are_sent_to_their_passage(
    command: Played, opened: list[tuple[Session, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session is told which they are."""
    told: list[object] = []
    init = Session.__init__

    def noted(self: Session, *arguments: object, **named: object) -> None:
        told.append(named["leeches"])
        init(self, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "__init__", noted)
    answered(command.home, WHO, *((at, AGAIN) for at in range(-9, 0)))
    command("review", "--count", "1")
    assert told == [frozenset({WHO})]


def test_towards_a_day(command: Played, opened: list[tuple[Session, str]]) -> None:
    """The plan's new ones a day, and what it pulls forward; it is said first."""
    answered(command.home, WHO, (-30, GOOD), (-28, GOOD), (-18, GOOD))
    command("review")
    assert WHO not in asked(opened)
    command("review", "--by", day(8).isoformat(), "--bank", "eighth-amendment")
    assert len(asked(opened)) == 3
    assert opened[-1][1].startswith("On 18 March you can expect to know")
    command("review", "--by", day(1).isoformat(), "--bank", "eighth-amendment")
    assert WHO in asked(opened)


def test_all_of_today_by_a_plan_is_not_all(command: Played) -> None:
    """Where the plan holds new ones back that a review without it would ask, that is said."""
    items = ("trop-who", "brown-which-state")
    for item in items:
        answered(command.home, f"eighth-amendment/{item}", (0, GOOD))
    by = day(60).isoformat()
    told = " ".join(command("review", "--by", by).stdout.split())
    assert "That is all for today." in told
    assert "That is by this plan: “civicsquiz review” without --by asks more today." in told
    (command.home / "settings.toml").write_text("[review]\nnew_per_day = 2\n", "utf-8")
    assert "by this plan" not in command("review", "--by", by).stdout


def test_a_day_that_has_gone_by_plans_nothing(
    command: Played, opened: list[tuple[Session, str]]
) -> None:
    """That is said, and what is due is asked."""
    answered(command.home, WHO, (-3, GOOD))
    assert command("review", "--by", day(-1).isoformat(), "--count", "1").returncode == 0
    assert asked(opened) == [WHO]
    assert "9 March has gone by" in opened[0][1]


def test_what_one_was_certain_of_and_had_wrong(
    command: Played, opened: list[tuple[Session, str]]
) -> None:
    """Due or not; the others are not asked, and nothing new."""
    answered(command.home, WHO, (0, AGAIN), certainty=3)
    answered(command.home, "citizenship/safe-from-what", (-9, AGAIN), certainty=2)
    command("review", "--confident")
    assert asked(opened) == [WHO]
    ran = command("review", "--confident", "--bank", "citizenship")
    assert ran.returncode == 0
    assert "nothing that you were certain of and had wrong" in " ".join(ran.stdout.split())
    assert command("review", "--confident", "--by", day(9).isoformat()).returncode == 2


def test_what_is_gone_is_counted(command: Played, opened: list[tuple[Session, str]]) -> None:
    """In a sentence, before the first question or in place of one."""
    answered(command.home, "nowhere/gone", (-9, GOOD))
    ran = command("review")
    assert ran.stdout.startswith("1 due question is no longer in your banks.")
    answered(command.home, WHO, (-3, GOOD))
    command("review")
    assert opened[0][1].endswith("16 new. 1 due question is no longer in your banks.")


def test_a_limit_is_told_where_it_holds_something_back(
    command: Played, opened: list[tuple[Session, str]]
) -> None:
    """Not where the learner asked for few."""
    (command.home / "settings.toml").write_text("[review]\nreviews_per_day = 1\n", "utf-8")
    for ref in (WHO, "citizenship/safe-from-what"):
        answered(command.home, ref, (-9, GOOD))
    command("review")
    command("review", "--count", "1")
    assert [note for _, note in opened] == [
        "1 due today, 20 new. More is due than your limit of 1 a day lets through.",
        "1 due today.",
    ]


def test_when_all_is_done(command: Played) -> None:
    """When the next is due, and how to go on."""
    (command.home / "settings.toml").write_text("[review]\nnew_per_day = 1\n", "utf-8")
    answered(command.home, WHO, (0, GOOD))
    ran = command("review")
    assert ran.returncode == 0
    told = " ".join(ran.stdout.split())
    assert told.startswith("That is all for today. The next question is due on 12 March; ")
    assert "“civicsquiz play eighth-amendment” goes on with a bank." in told


def test_without_a_terminal_it_names_the_way_without(command: Played) -> None:
    """One line, with the command that works."""
    answered(command.home, WHO, (-3, GOOD))
    ran = command("review")
    assert ran.returncode == 2
    assert ran.stderr == (
        "civicsquiz: there is no terminal to draw on: use civicsquiz review --plain\n"
    )
