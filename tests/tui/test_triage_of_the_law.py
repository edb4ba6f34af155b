"""Triage of a draft whose proof is the law, and whose article stands beside it."""

from __future__ import annotations

from pathlib import Path

from tests.draft.charter import TODAY
from tests.tui.around import on_screen, perform, press
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz import paths
from civicsquiz.bank.editing import BankText
from civicsquiz.draft import merging
from civicsquiz.draft.drafting import draft
from civicsquiz.draft.opening import opened
from civicsquiz.draft.triage import Triage
from civicsquiz.source.shelf import Shelf
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.triage import TriageScreen
from civicsquiz.tui.widgets.block import Block

SAID = "On Friday, President Donald Trump vetoed the farm bill in Washington."
TEXT = f"""SOURCE: Example News, CC0. TITLE: President vetoes the farm bill. DATE: 2019-02-21

{SAID} It had gone through both chambers.

The lawmakers met, and spoke of many other things, for some days more.
"""


def triage_of(folder: Path) -> Triage:
    article = folder / "news.txt"
    article.write_text(TEXT, "utf-8")
    drafts = draft([opened(article)], TODAY)
    bank = folder / "news.yaml"
    bank.write_text(merging.new_bank("news", "News", drafts, [opened(article)])[0], "utf-8")
    return Triage(BankText.open(bank), Shelf([folder, paths.shipped_seeds()]), TODAY)


def test_o_opens_the_article_and_not_the_law(home: Path, tmp_path: Path) -> None:
    triage = triage_of(tmp_path)
    stage = Stage(home, "town/town-charter.yaml", "town")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "o")
        here = [
            block.part.text[start:end]
            for block in on_screen(pilot, ReaderScreen).query(Block)
            for start, end in block._here
        ]
        assert here == [SAID]

    perform(stage.show(lambda: TriageScreen(triage, "news.yaml")), steps, (80, 24))
