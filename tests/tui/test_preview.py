"""The preview: an item as a student will see it, shown again as often as its file is saved."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tui.stage import BANKS, Stage
from tests.tui.test_screens import Steps, on_screen, perform, press, text_of
from textual.pilot import Pilot

from civicsquiz.bank.check.followed import Followed
from civicsquiz.source.shelf import Shelf
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens import preview
from civicsquiz.tui.screens.preview import NothingToShowScreen, PreviewScreen

Compare = Callable[..., bool]
TODAY = datetime.date(2026, 1, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A bank that may be written to, its article beside it."""
    folder = tmp_path / "bank"
    shutil.copytree(BANKS / "town", folder)
    path = folder / "eight-types.yaml"
    change(
        path,
        "Twelve, why: Twelve is the number of hearings held last year.",
        "Eleven, why: None had.",
    )
    text = path.read_text("utf-8")
    begin, end = text.index("read_first:"), text.index("sources:")
    path.write_text(
        text[:begin] + text[end:], "utf-8"
    )  # too short, which would be told of every item
    return path


@pytest.fixture
def stage(home: Path) -> Stage:
    return Stage(home, "town/eight-types.yaml", "town")


def preview_app(stage: Stage, path: Path, item: str = "", *, light: bool = False) -> QuizApp:
    followed = Followed(path, lambda: Shelf([path.parent]), TODAY)
    return stage.show(lambda: preview.screen_of(stage.builder, followed, item), light=light)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


async def saved(pilot: Pilot[None]) -> None:
    """Until the file has been looked at again."""
    await pilot.pause(preview.EVERY * 1.5)
    await pilot.pause()


def play(stage: Stage, path: Path, steps: Steps, item: str = "") -> None:
    perform(preview_app(stage, path, item), steps, (80, 24))


def test_it_is_asked_and_explained_as_to_a_student(stage: Stage, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        on_screen(pilot, PreviewScreen)
        shown = text_of(pilot)
        assert "How many members does the council of Millbrook have" in shown
        assert "preview 1 of" in shown
        key = next(line.split()[0] for line in shown.splitlines() if line.split()[1:] == ["Nine"])
        await press(pilot, key, "enter")
        assert "✓ Right" in text_of(pilot)
        assert "The new charter added two members" in text_of(pilot)

    play(stage, path, steps)
    assert stage.builder.forgetful


def test_it_follows_the_file(stage: Stage, path: Path) -> None:
    """A change of the words, a key that nothing proves, a file that cannot be read, and back."""
    whole = path.read_text("utf-8")

    async def steps(pilot: Pilot[None]) -> None:
        assert "Nothing is wrong with it." in text_of(pilot)
        change(path, "How many members does the council", "How many people does the council")
        await saved(pilot)
        assert "How many people does the council" in text_of(pilot)
        change(path, "key: Nine", "key: Ninety men")
        await saved(pilot)
        assert "K1" in text_of(pilot)
        assert "Ninety men" in text_of(pilot)
        change(path, "items:", "items: [")
        await saved(pilot)
        assert "F2" in text_of(pilot)
        assert "Ninety men" in text_of(pilot), "the last that could be read"
        assert "as it last was  preview 1 of 8" in text_of(pilot)
        path.write_text(whole, "utf-8")
        await saved(pilot)
        assert "Nothing is wrong with it." in text_of(pilot)

    play(stage, path, steps)


def test_an_item_that_is_not_sound_stays_with_its_findings(stage: Stage, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        change(path, "    key: Nine\n", "    kye: Nine\n")
        await saved(pilot)
        assert "How many members does the council" in text_of(pilot)
        assert "F5  unknown key “kye”: remove it" in text_of(pilot)

    play(stage, path, steps)


def test_another_item(stage: Stage, path: Path) -> None:
    async def steps(pilot: Pilot[None]) -> None:
        assert "preview 2 of 8" in text_of(pilot)
        await press(pilot, "n")
        assert "preview 3 of 8" in text_of(pilot)
        await press(pilot, "N", "N")
        assert "preview 1 of 8" in text_of(pilot)
        await press(pilot, "N")
        assert "preview 8 of 8" in text_of(pilot), "around to the last"

    play(stage, path, steps, "minutes")


def test_a_file_without_an_item(stage: Stage, path: Path) -> None:
    """Says what is wrong, and shows the item as soon as there is one."""
    whole = path.read_text("utf-8")
    path.write_text("nothing\n")

    async def steps(pilot: Pilot[None]) -> None:
        on_screen(pilot, NothingToShowScreen)
        assert "a bank begins with “civicsquiz: 1”" in text_of(pilot)
        path.write_text(whole, "utf-8")
        await saved(pilot)
        on_screen(pilot, PreviewScreen)

    play(stage, path, steps)


PICTURES = {
    "asked": ((80, 24), False, ()),
    "findings": ((80, 24), True, ()),
    "explained-small": ((40, 15), False, ("1", "enter")),
}


@pytest.mark.parametrize("name", PICTURES)
def test_picture(snap_compare: Compare, stage: Stage, path: Path, name: str) -> None:
    size, spoilt, keys = PICTURES[name]
    if spoilt:
        change(path, "key: Nine", "key: Nine men and some women, of whom most are farmers")

    async def run(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)

    app = preview_app(stage, path, light=spoilt)
    assert snap_compare(app, terminal_size=size, run_before=run)


def test_without_a_passage_nothing_can_be_opened(stage: Stage, path: Path) -> None:
    """As what is imported has none: the key is not offered, and does nothing."""
    text = path.read_text("utf-8")
    begin, end = text.index("    evidence:"), text.index("  - id: minutes")
    path.write_text(text[:begin] + "    status: unproven\n" + text[end:], "utf-8")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter")
        assert "No passage given" in text_of(pilot)
        assert "o open" not in text_of(pilot)
        await press(pilot, "o", "o")
        on_screen(pilot, PreviewScreen)

    play(stage, path, steps)
