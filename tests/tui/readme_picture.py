"""The README's picture: a question of a shipped bank, answered wrong.

`python -m tests.tui.readme_picture` draws it again after the screens or the bank have changed.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from civicsquiz.app import App
from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode
from civicsquiz.tui import themes
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.quiz import QuizScreen

PICTURE = Path(__file__).resolve().parents[2] / "docs" / "quiz.svg"
BANK, ITEM, ANSWER = "eighth-amendment", "trop-who", "William Brennan"
_FONT_FACE = re.compile(r"@font-face\s*{[^}]*}\s*")


def drawn(home: Path) -> str:
    """The picture as SVG, without the fonts that Textual would have a browser download."""
    builder = App(env={"CIVICSQUIZ_HOME": str(home)})
    bank, shelf = builder.load(BANK)
    every = select([bank], seed="1")
    questions = sorted(every, key=lambda question: question.item.id != ITEM)
    session = builder.session(questions, mode=Mode.PRACTICE, seed="1", shelf=shelf)
    number = str([option.text for option in questions[0].options].index(ANSWER) + 1)
    app = QuizApp(builder, lambda: QuizScreen(session, shelf), theme=themes.DARK.name)

    async def run() -> str:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(number)
            await pilot.pause()
            return app.export_screenshot()

    return _FONT_FACE.sub("", asyncio.run(run()))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(drawn(Path(folder)), "utf-8")
