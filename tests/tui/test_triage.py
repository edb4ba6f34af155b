"""Triage on the screen, by what stands in the file afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.draft.test_regating import opened, written
from tests.draft.test_triage import IMPORTED
from tests.draft.triage_bank import BANK, put, sitting
from tests.tui.stage import Stage
from tests.tui.test_screens import Steps, on_screen, perform, press, text_of
from textual import events
from textual.pilot import Pilot

from civicsquiz.bank.files import load
from civicsquiz.bank.models import Status
from civicsquiz.bank.origin import Reason
from civicsquiz.source.visible import controls
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.help import HelpScreen
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.triage import TriageScreen
from civicsquiz.tui.screens.triage_editor import EditorScreen
from civicsquiz.tui.screens.triage_reasons import WORDS, ReasonsScreen
from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.triage_entry import Entry
from civicsquiz.tui.widgets.triage_flaws import Flaws


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return put(tmp_path)


@pytest.fixture
def stage(home: Path) -> Stage:
    return Stage(home, "town/town-charter.yaml", "town")


Play = Callable[..., None]


@pytest.fixture
def play(stage: Stage, path: Path) -> Play:
    """Opens triage over the bank and does some steps."""

    def run(steps: Steps, size: tuple[int, int] = (80, 24), *, sources: bool = False) -> None:
        perform(triage_app(stage, path, sources=sources), steps, size)

    return run


def triage_app(stage: Stage, path: Path, *, sources: bool = False, light: bool = False) -> QuizApp:
    triage = sitting(path, sources=sources)
    return stage.show(lambda: TriageScreen(triage, path.name), light=light)


def statuses(path: Path) -> dict[str, Status]:
    return {item.id: item.status for item in load(path).items}


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click in the middle of some words, wherever they are on the screen."""
    for y, line in enumerate(text_of(pilot).splitlines()):
        if (x := line.find(words)) >= 0:
            await pilot.click(offset=(x + len(words) // 2, y))
            await pilot.pause()
            return
    raise AssertionError(f"not on the screen: {words}")


def test_a_draft_is_shown_with_its_key_its_reasons_and_its_passage(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        shown = text_of(pilot)
        for words in (
            "At what price did the town clerk put a hearing?",
            "✓ 3  $4,000  (the key)",
            "The article has 1921 as the year of the old charter.",
            "according to the town clerk",
            "The article gives the price in the words of the clerk.",
            "┃ The town clerk put the price of a hearing at $4,000.",
            "1 of 3 · 0 accepted · 0 rejected",
        ):
            assert words in shown

    play(steps)


def test_one_key_accepts(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a")
        assert statuses(path)["price"] is Status.READY  # before anything else happens
        assert "2 of 3 · 1 accepted · 0 rejected" in text_of(pilot)

    play(steps)


def test_the_plain_words_of_a_passage_are_judged_too(play: Play, path: Path) -> None:
    """A student will see them."""
    quoted = "        exact: The town clerk put the price of a hearing at $4,000\n"
    text = path.read_text("utf-8")
    assert quoted in text
    path.write_text(
        text.replace(quoted, f"{quoted}        plain: That is what one costs.\n"), "utf-8"
    )

    async def steps(pilot: Pilot[None]) -> None:
        assert "Plain   That is what one costs." in text_of(pilot)

    play(steps)


def test_two_keys_reject_with_a_reason(play: Play, path: Path) -> None:
    assert set(WORDS) == set(Reason)
    assert len({key for key, _ in WORDS.values()}) == len(Reason)

    async def steps(pilot: Pilot[None]) -> None:
        for reason in (Reason.WRONG_KEY, Reason.OTHER):
            await press(pilot, "r", WORDS[reason][0])
            assert [one.reason for one in load(path).rejected] == [reason]
            assert "0 accepted · 1 rejected" in text_of(pilot)
            await press(pilot, "u")

    play(steps)


def test_a_rejection_can_be_thought_better_of(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "escape")
        on_screen(pilot, TriageScreen)
        assert path.read_text("utf-8") == BANK

    play(steps)


def test_enter_alone_is_no_reason(play: Play, path: Path) -> None:
    """Nothing is chosen to begin with, and only what somebody has chosen is taken."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r")
        assert "Enter reject" not in text_of(pilot)
        await press(pilot, "enter")
        on_screen(pilot, ReasonsScreen)
        await press(pilot, "down", "down")
        assert "Enter reject" in text_of(pilot)
        await press(pilot, "enter")
        assert [one.reason for one in load(path).rejected] == [Reason.OTHER_ANSWER_RIGHT]

    play(steps)


def test_what_cannot_be_undone_is_said(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "u")
        assert "There is nothing to be undone" in text_of(pilot)
        await press(pilot, "a")
        path.write_text(path.read_text("utf-8") + "# somebody else\n", "utf-8")
        await press(pilot, "a", "a", "ctrl+r", "u")  # it has errors, so twice
        assert "What was done before the file was read again stands" in text_of(pilot)

    play(steps)


def test_every_reason_is_told_whole(stage: Stage, tmp_path: Path) -> None:
    """Long ones are wrapped, and the page goes on below."""
    long = "The article has 1921 as the year of the old charter " + "and then says more " * 20
    text = BANK.replace("The article has 1921 as the year of the old charter.", f"{long}there.")
    text = text.replace("The article gives the price in", f"{long.replace('1921', '1920')} in")
    path = put(tmp_path, text)

    async def steps(pilot: Pilot[None]) -> None:
        seen = text_of(pilot)
        assert "Space more" in seen
        for _ in range(30):
            await press(pilot, "down")
            seen += text_of(pilot)
        assert "…" not in seen
        assert seen.count("says more there.") >= 1

    perform(triage_app(stage, path), steps)


def test_that_there_is_more_is_said_on_the_smallest_too(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        assert "Space more" in text_of(pilot)
        assert "a accept" in text_of(pilot)
        await press(pilot, "e", "escape")  # what has no room in the line is a key all the same
        on_screen(pilot, TriageScreen)

    play(steps, size=(40, 15))


def test_skip_and_undo(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s")
        assert "five of the nine members" in text_of(pilot)
        await press(pilot, "u")
        assert "At what price" in text_of(pilot)
        await press(pilot, "a", "u")
        assert "At what price" in text_of(pilot)
        assert "No longer accepted" in text_of(pilot)
        assert path.read_text("utf-8") == BANK

    play(steps)


def test_all_of_it_goes_by_mouse(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await click_on(pilot, "s skip")
        await click_on(pilot, "u takes it back")
        await click_on(pilot, "a accept")
        assert statuses(path)["price"] is Status.READY
        await click_on(pilot, "u takes it back")
        assert path.read_text("utf-8") == BANK
        await click_on(pilot, "r reject")
        await click_on(pilot, "Not worth knowing, or not")
        assert load(path).rejected[0].reason is Reason.NOT_IMPORTANT
        await press(pilot, "u")
        await click_on(pilot, "o opens the article here")
        on_screen(pilot, ReaderScreen)
        await press(pilot, "escape")
        await click_on(pilot, "The town clerk put the price")
        on_screen(pilot, ReaderScreen)
        await press(pilot, "escape")
        await click_on(pilot, "e edit")
        on_screen(pilot, EditorScreen)
        await click_on(pilot, "Ctrl+S save")
        assert statuses(path)["price"] is Status.READY
        await press(pilot, "u")
        await click_on(pilot, "q quit")
        assert pilot.app.return_code == 0

    play(steps)


def test_what_is_stale_says_so_and_is_not_accepted_by_one_key(play: Play, path: Path) -> None:
    """It has errors: what that means is said, and the same key again accepts it all the same."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s")
        assert "◇ Stale: the article no longer says what is quoted here." in text_of(pilot)
        assert "✗ error E1" in text_of(pilot)
        await press(pilot, "a")
        assert path.read_text("utf-8") == BANK
        assert "a again accepts it all the same" in " ".join(text_of(pilot).split())
        await press(pilot, "s", "s", "s", "a")
        assert path.read_text("utf-8") == BANK  # said once more after something else
        await press(pilot, "a")
        assert statuses(path)["stale"] is Status.READY

    play(steps)


def test_the_tray_says_what_it_is(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s")
        assert "◇ Needs editing" in text_of(pilot)

    play(steps)


def test_of_what_an_article_touches_on_the_teacher_decides(stage: Stage, tmp_path: Path) -> None:
    """It needs no editing, but may be beside the point."""
    path = put(tmp_path, BANK.replace("rule: order@1", "rule: law-touched@1"))

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s")
        assert "is it to the point?" in text_of(pilot)
        assert "Needs editing" not in text_of(pilot)

    perform(triage_app(stage, path), steps)


def test_what_is_folded_away_is_one_key_away(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s")
        seen = text_of(pilot)
        assert "Space more" in seen
        for _ in range(6):
            await press(pilot, "space")
            seen += text_of(pilot)
        assert "met on Monday to read out the town's new" in seen
        assert "Space more" not in text_of(pilot)
        assert "q quit" in text_of(pilot)

    play(steps)


def test_the_last_line_has_six_keys_at_most(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        for _ in range(4):
            keys, _gap = pilot.app.screen.query_one(KeyLine)._keys()
            assert 3 <= len(keys) <= 6
            await press(pilot, "s")

    play(steps, sources=True)


def test_the_article_opens_at_the_passage(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "o")
        reader = on_screen(pilot, ReaderScreen)
        assert reader.stop.words.startswith("The town clerk put the price")
        await press(pilot, "escape")
        on_screen(pilot, TriageScreen)

    play(steps)


def test_beside_where_there_is_room(play: Play) -> None:
    """At 120 columns the article stands beside the question, with what is around the passage."""

    async def steps(pilot: Pilot[None]) -> None:
        line = next(line for line in text_of(pilot).splitlines() if "At what price" in line)
        assert "│" in line
        assert "The council of Millbrook met on Monday" in line
        assert "│  ┃ The town clerk put the price of a hearing" in text_of(pilot)

    play(steps, size=(120, 30))


def test_of_a_long_paragraph_what_is_quoted_is_in_sight(stage: Stage, tmp_path: Path) -> None:
    path = put(tmp_path)
    courier = tmp_path / "courier.txt"
    quoted = "The town clerk put the price of a hearing at $4,000."
    long = "Much else was said. " * 90
    told = courier.read_text("utf-8").replace(quoted, f"{long}{quoted} {long}")
    courier.write_text(told, "utf-8")

    async def steps(pilot: Pilot[None]) -> None:
        lines = [line.partition("│")[2] for line in text_of(pilot).splitlines()]
        assert sum("┃ …" in line for line in lines) == 2
        right = " ".join(" ".join(lines).replace("┃", " ").split())
        assert "The town clerk put the price" in right
        assert "[The Millbrook Courier], paragraph 4" in right
        assert "Space more" not in text_of(pilot)

    perform(triage_app(stage, path), steps, (120, 30))


def test_at_the_end_it_says_what_came_of_it(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", "r", "d", "e", "ctrl+s")
        shown = text_of(pilot)
        for words in (
            "All drafts are judged.",
            "✓ 2 accepted",
            "✗ 1 rejected",
            "1 repeats",
            "civicsquiz check town.yaml",
            "civicsquiz play town.yaml",
        ):
            assert words in shown
        await press(pilot, "a", "r", "e", "s", "o", "t", "n", "space")  # nothing is left for them
        on_screen(pilot, TriageScreen)
        await press(pilot, "u")
        assert "In what order" in text_of(pilot)
        assert statuses(path)["tray"] is Status.NEEDS_EDITING

    play(steps)


def test_killed_in_the_middle_the_judgements_are_kept(stage: Stage, path: Path) -> None:
    """Nothing is asked of the program but that it stops being there."""
    seen: list[bytes] = []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a", "r", "u")
        seen.append(path.read_bytes())

    perform(triage_app(stage, path), steps)
    assert path.read_bytes() == seen[0]

    async def later(pilot: Pilot[None]) -> None:
        assert "In what order" in text_of(pilot)
        assert "1 of 1" in text_of(pilot)
        assert "Judged before: 1 accepted, 1 rejected." in text_of(pilot)

    perform(triage_app(stage, path), later)


def test_the_palette_offers_a_teacher_nothing_that_is_for_learners(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        for keys in ((), ("e",), ("escape", "o")):
            await press(pilot, *keys)
            names = [one.title for one in pilot.app.get_system_commands(pilot.app.screen)]
            assert "Light or dark" in names
            assert "Certainty on or off" not in names

    play(steps)


def test_what_somebody_else_changes_meanwhile_is_kept(play: Play, path: Path) -> None:
    text = BANK.replace("title: The new charter of", "title: The charter of")

    async def steps(pilot: Pilot[None]) -> None:
        path.write_text(text, "utf-8")
        await press(pilot, "a")
        shown = " ".join(text_of(pilot).split())
        assert "was changed by another program" in shown
        assert "Ctrl+R read again" in shown
        assert path.read_text("utf-8") == text
        assert "At what price" in shown
        await click_on(pilot, "Ctrl+R reads it again")
        assert "Read again" in text_of(pilot)
        await press(pilot, "a")
        assert path.read_text("utf-8") == text.replace(
            "    status: draft     # not judged yet\n", ""
        )
        assert "Ctrl+R" not in text_of(pilot)

    play(steps)


def test_a_file_that_is_gone_or_broken_is_one_line(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        path.write_text("civicsquiz: [", "utf-8")
        await press(pilot, "a", "ctrl+r")
        assert "✗ Not done." in text_of(pilot)
        path.unlink()
        await press(pilot, "a", "ctrl+r", "s", "u", "s")
        on_screen(pilot, TriageScreen)
        path.write_text(BANK, "utf-8")
        await press(pilot, "u", "a")
        assert statuses(path)["price"] is Status.READY

    play(steps)


def test_a_passage_is_proposed_taken_and_then_accepted(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s", "s")
        assert "? Proposed passage 1 of 2" in text_of(pilot)
        assert "a accept" not in text_of(pilot)
        await press(pilot, "a")
        assert path.read_text("utf-8") == BANK
        await press(pilot, "n")
        assert "? Proposed passage 2 of 2" in text_of(pilot)
        await press(pilot, "n", "t")
        assert "◆ A passage proves the key now" in text_of(pilot)
        await press(pilot, "a")
        item = next(item for item in load(path).items if item.id == "open")
        assert item.status is Status.READY
        assert "He keeps the minutes" in item.evidence[-1].selector.exact

    play(steps, sources=True)


ASHFORD = """\
civicsquiz: 1
id: ashford
title: Ashford
sources: {}
items:
  - id: offices
    type: match
    topic: town
    stance: fact
    stem: Who holds which office in Ashford?
    key:
      - {left: Sheriff, right: Ada Park}
      - {left: Mayor, right: Maria Lopez}
      - {left: Clerk, right: Daniel Ortiz}
    rationale: So it is.
    status: unproven
  - id: records
    type: true-false
    topic: town
    stance: fact
    stem: The mayor of Ashford keeps the records in the council hall. True or false?
    key: false
    rationale: The clerk keeps them.
    status: unproven
  - id: offices-in-order
    type: order
    topic: town
    stance: fact
    stem: In what order did these come?
    key: [The mayor, The clerk, The treasurer]
    rationale: So it is.
    status: unproven
"""
REPORT = """\
Maria Lopez, the mayor of Ashford, said on Monday that the bridge would open again.

The clerk, Daniel Ortiz, keeps the records in the council hall.

Ruth Ames has been the treasurer of the town since 2019, and nobody has stood against her yet in any
of the elections.{more}
"""


def ashford(stage: Stage, folder: Path, *, short: bool = False) -> tuple[QuizApp, Path]:
    """Questions that came without passages, and an article that is long enough if it is not `short`."""
    more = "" if short else " The town has had many of them, as it is written." * 9
    path = put(folder, ASHFORD)
    (folder / "courier.txt").write_text(REPORT.format(more=more), "utf-8")
    return triage_app(stage, path, sources=True), path


def words_of(pilot: Pilot[None]) -> str:
    return " ".join(text_of(pilot).split())


def test_a_part_without_a_sentence_blocks_no_other(stage: Stage, tmp_path: Path) -> None:
    app, path = ashford(stage, tmp_path)

    async def steps(pilot: Pilot[None]) -> None:
        told = words_of(pilot)
        assert "1 of 1: does it prove the key of “Mayor”? 2 more parts without a passage" in told
        assert "p next part" in told
        await press(pilot, "t")
        assert "does it prove the key of “Clerk”? 1 more part without a passage" in words_of(pilot)
        await press(pilot, "p")
        assert "has all words of “Sheriff” and “Ada Park”." in words_of(pilot)
        await press(pilot, "p", "t")
        assert "has all words of “Sheriff” and “Ada Park”." in words_of(pilot)
        assert "p next part" not in words_of(pilot)
        item = load(path).items[0]
        assert [(one.parts, one.selector.exact[:9]) for one in item.evidence] == [
            (("Mayor",), "Maria Lop"), (("Clerk",), "The clerk"),
        ]  # fmt: skip

    perform(app, steps)


def test_a_statement_is_given_a_sentence_and_a_because(stage: Stage, tmp_path: Path) -> None:
    app, path = ashford(stage, tmp_path)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s")
        told = words_of(pilot)
        assert (
            "has words of the statement, and not all: take it, and e gives it a “because”" in told
        )
        assert "┃ The clerk, Daniel Ortiz, keeps the records in the council hall." in told
        await press(pilot, "t")
        assert "Not literally what is quoted: e gives it a “because”" in words_of(pilot)
        assert load(path).items[1].evidence[0].selector.exact.startswith("The clerk")
        await press(pilot, "s")
        assert "No words prove an order" in words_of(pilot)

    perform(app, steps)


@pytest.mark.parametrize("short", [True, False])
def test_how_much_is_quoted_is_said_before_it_is_taken(
    stage: Stage, tmp_path: Path, short: bool
) -> None:
    app, _ = ashford(stage, tmp_path, short=short)

    async def steps(pilot: Pilot[None]) -> None:
        if not short:
            assert "With it 15 words of this article are quoted; 49 may be." in words_of(pilot)
        await press(pilot, "t")
        told = words_of(pilot)
        if not short:
            assert "With it 26 words of this article are quoted; 49 may be." in told
        else:
            assert "! With it 26 words of this article are quoted; 16 may be (G1)" in told

    perform(app, steps)


def test_quit_stays_in_the_last_line_while_a_passage_is_proposed(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s", "s")
        last = text_of(pilot).splitlines()[-1]
        assert "t take" in last
        assert "q quit" in last
        await press(pilot, "r", "escape", "e", "escape")  # keys all the same
        on_screen(pilot, TriageScreen)
        await press(pilot, "r", "d")
        assert "open" not in statuses(path)

    play(steps, sources=True)


# ---- editing ----------------------------------------------------------------------------------------


async def typed(pilot: Pilot[None], told: str) -> None:
    """All of it at once: each key by itself would take long."""
    focused = pilot.app.focused
    assert isinstance(focused, Entry)
    focused.post_message(events.Paste(told))
    await pilot.pause()


def entries(pilot: Pilot[None]) -> list[Entry]:
    return list(pilot.app.screen.query(Entry))


def test_editing_in_place_saves_and_accepts(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "backspace")
        await typed(pilot, " in Millbrook?")
        await press(pilot, "ctrl+s")
        on_screen(pilot, TriageScreen)
        item = next(item for item in load(path).items if item.id == "price")
        assert item.stem == "At what price did the town clerk put a hearing in Millbrook?"
        assert (item.status, item.origin) == (Status.READY, "edited")
        await press(pilot, "u")
        assert path.read_text("utf-8") == BANK

    play(steps)


def test_letters_in_a_field_are_letters(play: Play, path: Path) -> None:
    """Of all that are keys elsewhere none is one here, and Enter, Tab and the arrows lead on."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", *"/g?arq")
        on_screen(pilot, EditorScreen)
        first, second, *_ = entries(pilot)
        assert first.text.endswith("/g?arq")
        await press(pilot, "enter")
        assert pilot.app.focused is second
        await press(pilot, "shift+tab")
        assert pilot.app.focused is first
        await press(pilot, "tab", "up", "up", "up")
        assert pilot.app.focused is first, "no field stands before the first"
        await press(pilot, *["down"] * 60)
        assert pilot.app.focused is entries(pilot)[-1], "nor one after the last"
        assert path.read_text("utf-8") == BANK

    play(steps)


def test_what_is_typed_in_one_go_stays_in_order(play: Play) -> None:
    """Also while the program is busy: Backspace takes effect before the letters that follow it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e")
        first = entries(pilot)[0]
        went = ["ctrl+u", *"Whoo", *["backspace"] * 3, *"y", "left", "left", *"A", "end", *"?"]
        for key in went:
            letter = key if len(key) == 1 else None
            pilot.app.post_message(events.Key(key, letter))
        await pilot.pause()
        await pilot.pause()
        assert first.text == "AWy?"

    play(steps)


@pytest.mark.parametrize("last", [["ctrl+s"], ["escape", "escape"]], ids=["save", "leave"])
def test_what_is_saved_or_left_right_after_typing_is_judged_no_more(
    play: Play, last: list[str]
) -> None:
    """The rules, which run a little later, find no field then."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e")
        editor = pilot.app.screen
        assert isinstance(editor, EditorScreen)
        for key in [*"Why?", *last]:
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
        on_screen(pilot, TriageScreen)
        editor._unjudged = True
        editor._judge_typed()
        editor._looked_up()

    play(steps)


def test_esc_once_too_often_ends_nothing(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "escape", "escape", "escape")
        on_screen(pilot, TriageScreen)
        assert "q quits; what is judged is kept" in text_of(pilot)
        await press(pilot, "s")
        assert "Skipped" in text_of(pilot)
        assert "0 rejected · 1 skipped" in text_of(pilot)
        await press(pilot, "u")
        assert "1 skipped" not in text_of(pilot)

    play(steps)


def test_each_field_is_judged_as_it_is_typed(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "ctrl+u")
        assert "“stem” is empty" in text_of(pilot)
        await press(pilot, "ctrl+s")
        on_screen(pilot, EditorScreen)
        assert "This cannot be saved yet" in text_of(pilot)
        assert path.read_text("utf-8") == BANK
        await typed(pilot, "At what price did the town clerk put a hearing?")
        assert "is empty" not in text_of(pilot)
        await press(pilot, "enter", "backspace", "7")  # the key, which the passage does not have
        assert "✗ error K1" in text_of(pilot)
        await press(pilot, "ctrl+s")
        assert "Ctrl+S again accepts it all the same" in text_of(pilot)
        assert path.read_text("utf-8") == BANK
        await press(pilot, "backspace", "0")
        assert "✗ error" not in text_of(pilot)
        await press(pilot, "ctrl+s")
        on_screen(pilot, TriageScreen)

    play(steps)


async def judged(pilot: Pilot[None]) -> None:
    """Wait until what the draft was made of has been looked for."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_a_quotation_is_typed_and_looked_for(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e")
        fields = entries(pilot)
        quoted = next(entry for entry in fields if entry.text.startswith("The town clerk put"))
        quoted.focus()
        assert "All words of the key stand in what is quoted" in all_of(pilot)
        await press(pilot, "ctrl+u")
        await typed(pilot, "the price of some hearing at $4,000")
        assert "these words do not stand in" in text_of(pilot)
        assert "What is quoted does not prove the key" in all_of(pilot)
        await press(pilot, "ctrl+u")
        await typed(pilot, "put the price of a hearing at $4,000")
        assert "these words do not stand in" not in all_of(pilot)
        await press(pilot, "ctrl+s")
        on_screen(pilot, TriageScreen)
        item = next(item for item in load(path).items if item.id == "price")
        assert item.evidence[0].selector.exact == "put the price of a hearing at $4,000"

    play(steps)


def all_of(pilot: Pilot[None]) -> str:
    """The quiet lines of the page, in sight or not."""
    quiet = [pilot.app.screen.query_one(name, Prose) for name in ("#gate", "#proof")]
    lines = [line.plain for prose in quiet if prose.display for line in prose.lines(200, 0)]
    told = [one for one in pilot.app.screen.query(Flaws) if one.display]
    return "\n".join([*lines, *(line.plain for one in told for line in one.lines(400, 0))])


def test_the_gate_judges_what_is_typed(home: Path, tmp_path: Path) -> None:
    path = written(tmp_path)
    stage = Stage(home, "town/town-charter.yaml", "town")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e")
        await judged(pilot)
        assert all_of(pilot) == "◆ All words of the key stand in what is quoted."
        await press(pilot, "end", "backspace")
        await typed(pilot, " and the?")
        assert "! weak  S12" in text_of(pilot)

    perform(stage.show(lambda: TriageScreen(opened(path), path.name)), steps)


def test_without_the_article_the_gate_is_quiet_and_says_so(home: Path, tmp_path: Path) -> None:
    path = written(tmp_path, beside=False)
    stage = Stage(home, "town/town-charter.yaml", "town")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e")
        await judged(pilot)
        assert "The article is not at hand: only the rules of check were run." in text_of(pilot)

    perform(stage.show(lambda: TriageScreen(opened(path), path.name)), steps)


def test_leaving_what_was_typed_takes_two_keys(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "escape")
        on_screen(pilot, TriageScreen)
        await press(pilot, "e", "x", "escape")
        on_screen(pilot, EditorScreen)
        assert "The same key again leaves" in text_of(pilot)
        await press(pilot, "escape")
        on_screen(pilot, TriageScreen)
        assert path.read_text("utf-8") == BANK

    play(steps)


def test_ctrl_c_does_not_drop_what_was_typed(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "x", "ctrl+c")
        on_screen(pilot, EditorScreen)
        assert "The same key again leaves" in text_of(pilot)

    play(steps)


def test_what_was_typed_outlives_somebody_elses_change(play: Play, path: Path) -> None:
    text = BANK.replace("title: The new charter of", "title: The charter of")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "backspace")
        await typed(pilot, " now?")
        path.write_text(text, "utf-8")
        await press(pilot, "ctrl+s")
        assert "was changed by another program" in " ".join(text_of(pilot).split())
        assert path.read_text("utf-8") == text
        await press(pilot, "ctrl+r")
        assert entries(pilot)[0].text.endswith(" now?")
        await press(pilot, "ctrl+s")
        on_screen(pilot, TriageScreen)
        bank = load(path)
        assert bank.title == "The charter of Millbrook"
        assert next(one for one in bank.items if one.id == "price").stem.endswith(" now?")

    play(steps)


def test_ctrl_a_selects_the_whole_field(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "ctrl+a", "X")
        assert entries(pilot)[0].text == "X"

    play(steps)


def test_pasting_is_typing(play: Play) -> None:
    """Lines become one, and nothing that a terminal would obey gets in."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "ctrl+u")
        await typed(pilot, "Which\nnumber \x1b[31mis it?")
        assert entries(pilot)[0].text.startswith("Which number ")
        assert "\x1b" not in entries(pilot)[0].text
        assert not controls(entries(pilot)[0].text)

    play(steps)


def test_keys_are_explained(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark")
        on_screen(pilot, HelpScreen)
        for words in (
            "Accept: it may be asked",
            "Open the article",
            "Quit; what is judged is kept",
        ):
            assert words in text_of(pilot)

    play(steps, size=(80, 40))


HOSTILE = "[bold red]Who[/] \\x1b[31mwrote[@click=app.quit]it[/]?"


def test_hostile_text_stays_text(stage: Stage, tmp_path: Path) -> None:
    text = BANK.replace(
        '"At what price did the town clerk put a hearing?"', f'"{HOSTILE}"'
    ).replace("The article gives the price", "The [b]article[/b] [@click=screen.accept]gives[/]")
    path = put(tmp_path, text)

    async def steps(pilot: Pilot[None]) -> None:
        shown = text_of(pilot)
        assert "[bold red]Who[/]" in shown
        assert not controls(shown.replace("\n", ""))
        await click_on(pilot, "gives")
        await press(pilot, "e")
        assert "[bold red]Who[/]" in text_of(pilot)
        await press(pilot, "escape", "r")
        on_screen(pilot, ReasonsScreen)
        assert path.read_text("utf-8") == text

    perform(triage_app(stage, path), steps)


def test_the_smallest_holds(play: Play) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        for keys in (("e", "escape"), ("r", "escape"), ("s", "space"), ("s",), ("s",)):
            await press(pilot, *keys)
            on_screen(pilot, TriageScreen)

    play(steps, size=(20, 8), sources=True)


def test_a_proposal_stands_in_its_surroundings(play: Play) -> None:
    """The rest of its paragraph is there, and the card of an article that is new to the bank."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s", "s", "n")
        assert "? Proposed passage 2 of 2" in text_of(pilot)
        shown = " ".join(text_of(pilot).replace("┃", " ").split())
        assert "at $4,000. He keeps the minutes of every hearing" in shown

    play(steps, sources=True)


def test_what_was_imported_is_proven_and_accepted(stage: Stage, tmp_path: Path) -> None:
    path = put(tmp_path, IMPORTED)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "a")
        assert path.read_text("utf-8") == IMPORTED
        await press(pilot, "t", "a")
        bank = load(path)
        assert bank.items[0].status is Status.READY
        assert bank.items[0].evidence[0].source in bank.cards

    perform(triage_app(stage, path, sources=True), steps)


def test_what_has_no_passage_is_saved_and_not_accepted(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s", "s", "s", "e", "tab", "backspace", "k", "ctrl+s")
        on_screen(pilot, TriageScreen)
        assert "Saved; no passage proves it yet" in text_of(pilot)
        assert "Which officer" in text_of(pilot)
        assert statuses(path)["open"] is Status.UNPROVEN
        await press(pilot, "e", "tab", *" x", "ctrl+s")
        assert "town clerk x" in path.read_text("utf-8")
        assert "No sentence of the sources given" in text_of(pilot)
        await press(pilot, "u", "u")
        assert path.read_text("utf-8") == BANK

    play(steps, sources=True)


def test_what_is_edited_was_edited_by_somebody_else(play: Play, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "x")
        other = sitting(path)
        other.edit({**other.values(), "rationale": "Theirs."}, accept=False)
        await press(pilot, "ctrl+s", "ctrl+r")
        assert "changed this very question" in text_of(pilot)
        assert "Theirs." in path.read_text("utf-8")

    play(steps)


def test_what_is_edited_was_judged_by_somebody_else(play: Play, path: Path) -> None:
    """Nothing is put over it, and nothing is lost before one has seen it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "e", "x")
        sitting(path).reject(Reason.OTHER)
        text = path.read_text("utf-8")
        await press(pilot, "ctrl+s", "ctrl+r")
        assert "Somebody else has judged or removed this question" in text_of(pilot)
        assert entries(pilot)[0].text.endswith("x")
        await press(pilot, "ctrl+s")
        assert path.read_text("utf-8") == text
        await press(pilot, "escape", "escape")
        on_screen(pilot, TriageScreen)
        assert "five of the nine members" in text_of(pilot)

    play(steps)
