"""The settings file: what it may hold, what is said of what it may not, and the example of the docs."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from tests.conftest import CHECKOUT

from civicsquiz.errors import FileError
from civicsquiz.record.cards import AGAIN, EASY, GOOD, HARD
from civicsquiz.study.settings import (
    RatingRules,
    ReviewSettings,
    Settings,
    TutorSettings,
    keys,
    load,
    parse,
)

DOCS = CHECKOUT / "docs" / "review.md"
PATH = Path("settings.toml")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(text: str) -> FileError:
    with pytest.raises(FileError) as caught:
        parse(text, PATH)
    return caught.value


# ---- what is read -------------------------------------------------------------------------------


def test_no_file_and_an_empty_one_are_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == Settings()
    assert load(tmp_path / "no such folder" / "settings.toml") == Settings()
    assert load(written(tmp_path, "")) == Settings()
    assert load(written(tmp_path, "[review]\n[tutor]\n")) == Settings()


def test_defaults_are_the_habits_of_anki_and_moodle() -> None:
    review = Settings().review
    assert (review.retention, review.new_per_day, review.reviews_per_day) == (0.9, 20, 200)
    assert (review.leech_lapses, review.longest_interval, review.fuzz) == (8, 36_500, False)
    assert Settings().tutor.penalty == 1 / 3
    assert Settings().certainty.ask is False


def test_what_is_given_is_read_and_the_rest_stays(tmp_path: Path) -> None:
    text = """
        # mine
        tutor.penalty = 0.5
        [review]
        retention = 0.85   # a comment
        new_per_day = 5
        fuzz = true
        [rating]
        hint = "again"
        partial = "good"
        right = "hard"
        certain_and_quick = "easy"
        [certainty]
        ask = true
    """
    settings = load(written(tmp_path, text))
    assert settings.review == ReviewSettings(retention=0.85, new_per_day=5, fuzz=True)
    assert settings.rating == RatingRules(
        hint=AGAIN, partial=GOOD, right=HARD, certain_and_quick=EASY
    )
    assert settings.tutor == TutorSettings(penalty=0.5)
    assert settings.certainty.ask


def test_byte_order_mark_and_line_ends_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xef\xbb\xbf[review]\r\nretention = 0.8\r\n")
    assert load(path).review.retention == 0.8


def test_whole_number_will_do_for_a_number() -> None:
    settings = parse("[tutor]\npenalty = 0\n", PATH)
    assert settings.tutor.penalty == 0
    assert isinstance(settings.tutor.penalty, float)


def test_weights() -> None:
    from fsrs import Scheduler

    weights = [*Scheduler().parameters[:20], 0.2]
    assert parse(f"[review]\nweights = {weights}\n", PATH).review.weights == tuple(weights)
    assert parse("[review]\nweights = []\n", PATH).review.weights == ()


def test_every_field_can_be_set_and_nothing_else() -> None:
    settings = Settings()
    assert keys() == {
        section.name: tuple(field.name for field in fields(getattr(settings, section.name)))
        for section in fields(settings)
    }


# ---- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("[review]\nretention = 0.5\n", 2, "review.retention cannot be that: write a number from"),
        ("\n[review]\n\n  retention=1\n", 4, "from 0.7 to 0.99"),
        ("[review]\nretention = nan\n", 2, "from 0.7 to 0.99"),
        ("[tutor]\npenalty = true\n", 2, "write a number from 0 to 1"),
        ('[review]\nretention = "0.9"\n', 2, "from 0.7 to 0.99"),
        ("[review]\nnew_per_day = -1\n", 2, "write a whole number from 0 to 9999"),
        ("[review]\nnew_per_day = 2.5\n", 2, "write a whole number"),
        ("[review]\nnew_per_day = true\n", 2, "write a whole number"),
        ("[review]\nfuzz = 1\n", 2, "write true or false"),
        (
            '[rating]\nhint = "hard"\nguess = "bad"\n',
            3,
            'rating.guess cannot be that: write "again"',
        ),
        ("[rating]\nguess = 2\n", 2, 'write "again", "hard", "good", "easy"'),
        ("[review]\nretension = 0.9\n", 2, "[review] has no key retension: it has retention, new"),
        ("[reviews]\nretention = 0.9\n", 1, "there is no section [reviews]: there are review, rat"),
        ("retention = 0.9\n", 1, "there is no section [retention]"),
        ("review = 3\n", 1, "review is a section: write [review] above its keys"),
        ("[[review]]\nfuzz = true\n", 1, "review is a section"),
        ("review.fuzz = 3\n", 1, "review.fuzz cannot be that"),
        ('[review]\n"fuzz" = 3\n', 2, "review.fuzz cannot be that"),
        ("review = {fuzz = 3}\n", 0, "review.fuzz cannot be that"),
        ("[review]\nweights = [1.0, 2.0]\n", 2, "write the 21 numbers of FSRS-6"),
        ("[review]\nweights = 3\n", 2, "write the 21 numbers of FSRS-6"),
        (f"[review]\nweights = {['1'] * 21}\n", 2, "write the 21 numbers of FSRS-6"),
        (f"[review]\nweights = [{'inf, ' * 21}]\n", 2, "write the 21 numbers of FSRS-6"),
        (f"[review]\nweights = [{'0.5, ' * 21}]\n", 2, "parameters[4] = 0.5 is out of bounds"),
        ("[review]\nfuzz = true\nfuzz = true\n", 3, "is no TOML"),
        ("[review\n", 1, "is no TOML"),
        ("[review]\nfuzz = \n", 2, "is no TOML"),
        ("[review]\nfuzz = [", 0, "is no TOML"),
        (f"[review]\nnew_per_day = {'1' * 6000}\n", 0, "is no TOML"),
        (f"a = {'[' * 50_000}", 0, "is nested too deeply"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_refused_with_place_and_mend(text: str, line: int, told: str) -> None:
    error = refused(text)
    assert told in str(error)
    assert error.line == line
    assert str(error).startswith(f"settings.toml:{line}:" if line else "settings.toml: ")
    assert "\n" not in str(error)


def test_file_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        load(tmp_path)
    path = tmp_path / "settings.toml"
    path.write_bytes(b"[review]\nretention = \xff\n")
    with pytest.raises(FileError, match="UTF-8"):
        load(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(FileError, match="is a folder"):
        load(path)


def test_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="cannot be read"):
        load(tmp_path / "data" / "settings.toml")


# ---- the docs -----------------------------------------------------------------------------------


def example() -> str:
    found = re.search(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_example_of_the_docs_is_the_defaults_in_full() -> None:
    import tomllib

    assert parse(example(), PATH) == Settings(tutor=TutorSettings(penalty=0.3333333))
    written_there = {name: set(table) for name, table in tomllib.loads(example()).items()}
    known = {name: set(there) for name, there in keys().items()}
    known["review"].discard("weights")  # 21 numbers that nobody should copy
    assert written_there == known
    assert "`weights`" in DOCS.read_text(encoding="utf-8")


def test_rating_table_of_the_docs_is_the_default() -> None:
    rows = re.findall(
        r"^\| .*? \| `(\w+)` \| (\w+)", DOCS.read_text(encoding="utf-8"), re.MULTILINE
    )
    told = {key: rating for key, rating in rows if key in keys()["rating"]}
    names = {AGAIN: "Again", HARD: "Hard", GOOD: "Good", EASY: "Easy"}
    defaults = asdict(RatingRules())
    assert told == {
        key: names[defaults[key]]
        for key in ("partial", "hint", "second_try", "guess", "right", "certain_and_quick")
    }


# ---- cost ---------------------------------------------------------------------------------------


def test_without_a_file_nothing_heavy_is_loaded(tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from civicsquiz.study.settings import load
load(Path({str(tmp_path / "settings.toml")!r}))
assert not {{"tomllib", "fsrs", "pydantic", "yaml"}} & set(sys.modules), sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
