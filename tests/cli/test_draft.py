"""`civicsquiz draft`, `facts` and `coverage`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.draft.charter import TEXT

from civicsquiz.bank import files

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def rights(tmp_path: Path) -> Path:
    path = tmp_path / "rights.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_drafts_go_into_a_bank_that_checks_clean_and_asks_nothing_yet(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    bank = tmp_path / "rights.yaml"
    ran = command("draft", rights, "-o", bank)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "drafts added" in ran.stdout
    checked = command("check", bank, "--format", "json")
    assert json.loads(checked.stdout)["findings"] == []
    played = command("play", bank, "--plain")
    assert played.returncode == 2
    assert "triage" in played.stderr


def test_where_the_article_has_to_lie_is_said(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    """Only where `check` would not find it."""
    folder = tmp_path / "banks"
    folder.mkdir()
    ran = command("draft", rights, "-o", folder / "rights.yaml")
    assert f"\n    civicsquiz source add {rights}\n" in ran.stdout
    assert "would not find" not in command("draft", rights, "-o", tmp_path / "rights.yaml").stdout


def test_of_several_that_lie_elsewhere_none_is_named_for_all(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    other = rights.with_name("other.txt")
    other.write_text(
        "Who tries a president\n\nThe House of Representatives has the sole power of impeachment. "
        "The Senate has the sole power to try all impeachments, and the chief justice presides when "
        "the president is tried.\n",
        "utf-8",
    )
    command("draft", rights, "-o", folder / "rights.yaml")
    ran = command("draft", other, "-o", folder / "rights.yaml")
    assert "put them beside" in ran.stdout
    assert "\n    civicsquiz source add FILE\n" in ran.stdout


def test_the_second_time_nothing_is_added(command: Command, rights: Path, tmp_path: Path) -> None:
    bank = tmp_path / "rights.yaml"
    command("draft", rights, "-o", bank)
    before = bank.read_bytes()
    ran = command("draft", rights, "-o", bank)
    assert "0 drafts added" in ran.stdout
    assert bank.read_bytes() == before


def test_explain_says_which_rule_left_a_candidate_out(command: Command, rights: Path) -> None:
    ran = command("draft", rights, "--explain")
    assert ran.returncode == 0
    assert "nothing was written" in ran.stdout
    values = json.loads(command("draft", rights, "--format", "json").stdout)
    assert values["drafts"]
    for refused in values["refused"]:
        assert refused["code"] in ran.stdout
        assert " ".join(refused["stem"].split()[:4]) in ran.stdout


def test_every_fact_is_accounted_for(command: Command, rights: Path) -> None:
    """In a draft, in the tray, left out with a code, or told to have given no question."""
    ran = command("draft", rights, "--explain")
    (silent,) = re.findall(r"(\d+) of them without a question", ran.stdout)
    listed = ran.stdout.count(", paragraph ")
    topics = re.findall(r"^    \S", _touched(ran.stdout), re.MULTILINE)
    assert listed + len(topics) == int(silent)
    values = json.loads(command("facts", rights, "--format", "json").stdout)
    own = [value for value in values if "rule" not in value["slots"]]
    found = json.loads(command("draft", rights, "--format", "json").stdout)["facts"]
    assert len(own) <= found <= len(values)
    said = re.match(r"(\d+) facts?(?: and (\d+) topics? of law)? found", ran.stdout)
    assert said
    assert sum(int(count or 0) for count in said.groups()) == found


def _touched(told: str) -> str:
    """The part that lists what the article touches on; empty where there is none."""
    return told.partition("Spoken of as well")[2].partition("\n\n")[2].partition("\n\n")[0]


def test_what_news_touches_on_is_told_in_a_teacher_s_words(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "news.txt"
    said = "On Friday, President Donald Trump vetoed the farm bill in Washington."
    rain = "The rain fell on the fields of Ohio for some days more, and on the river."
    path.write_text(
        f"SOURCE: News, CC0. TITLE: Rain in Ohio. DATE: 2019-02-21\n\n{said} {said}\n\n{rain}\n"
    )
    touched = _touched(command("draft", path, "--explain").stdout)
    assert re.search(r"^    a bill in Congress, in 2 sentences$", touched, re.MULTILINE)
    assert "veto" not in touched  # a draft asks about it
    assert "rule" not in touched


@pytest.mark.parametrize("code", ["K2", "k5", "leans-outside"])
def test_a_rule_for_drafts_is_explained_by_check(command: Command, code: str) -> None:
    ran = command("check", "--explain", code)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "a rule for drafts" in ran.stdout


def test_without_a_bank_to_write_it_says_what_to_say(command: Command, rights: Path) -> None:
    ran = command("draft", rights)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "-o" in ran.stderr


@pytest.mark.parametrize("name", ["rights.txt", "other.md", "OTHER.PDF"])
def test_an_article_is_not_written_over(command: Command, rights: Path, name: str) -> None:
    """Whether or not there is one of that name: a bank is none."""
    before = rights.read_bytes()
    ran = command("draft", rights, "-o", rights.parent / name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "has the name of an article: name a bank with -o" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert rights.read_bytes() == before
    assert [path.name for path in rights.parent.glob("*.*")] == ["rights.txt"]


def test_a_new_bank_is_called_as_its_articles_or_as_is_said(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    """Whatever the order of the articles."""
    other = tmp_path / "lamps.txt"
    other.write_text(TEXT.replace("Rights of the accused", "Lamps"), encoding="utf-8")
    banks = [tmp_path / f"{name}.yaml" for name in ("one", "two", "said")]
    command("draft", rights, other, "-o", banks[0])
    command("draft", other, rights, "-o", banks[1])
    command("draft", other, rights, "-o", banks[2], "--title", "Two: cases")
    both = "Lamps in short · Rights of the accused in short"
    called = [files.load(bank).title for bank in banks]
    assert called == [both, both, "Two: cases"]


def test_the_same_bytes_whatever_the_order(command: Command, rights: Path, tmp_path: Path) -> None:
    other = tmp_path / "lamps.txt"
    other.write_text(TEXT.replace("Rights of the accused", "Lamps"), encoding="utf-8")
    banks = [tmp_path / name / "bank.yaml" for name in ("one", "two")]
    for bank in banks:
        bank.parent.mkdir()
    command("draft", rights, other, "-o", banks[0])
    command("draft", other, rights, "-o", banks[1])
    assert banks[0].read_bytes() == banks[1].read_bytes()


def test_a_bank_of_several_says_which_article(command: Command, tmp_path: Path) -> None:
    """Also where the second comes later, and where both are of one publisher."""
    told = {
        "A veto": "On Friday, President Donald Trump vetoed the farm bill in Washington.",
        "Seven pardons": "On Friday, President Donald Trump pardoned seven farmers in Washington.",
    }
    paths = [tmp_path / f"{number}.txt" for number in range(2)]
    for path, (title, said) in zip(paths, told.items(), strict=True):
        text = f"{title} in Washington\n\nMill News, Feb. 25, 2019\n\n{said}\n\nIt was the first.\n"
        path.write_text(text, encoding="utf-8")
    bank, new = tmp_path / "bank.yaml", tmp_path / "new.yaml"
    command("draft", paths[0], "-o", bank)
    before = [item.stem for item in files.load(bank).items]
    assert any(stem.startswith("The article mentions a") for stem in before)
    said = " ".join(command("draft", paths[1], "-o", bank).stdout.split())
    assert "says “the article”, and the bank has several now" in said
    command("draft", *paths, "-o", new)
    named = [item.stem for item in (*files.load(new).items, *files.load(bank).items[len(before) :])]
    assert len(named) > len(before)
    assert sum(stem.startswith("The article “") for stem in named) > 1
    text = paths[1].read_text("utf-8").replace("Mill News, Feb. 25", "The Mill News, Feb. 26")
    paths[1].write_text(text, encoding="utf-8")
    command("draft", *paths, "-o", tmp_path / "days.yaml")
    stems = [item.stem for item in files.load(tmp_path / "days.yaml").items]
    days = {stem.partition(" mentions ")[0] for stem in stems if " mentions " in stem}
    assert days == {f"The Mill News of February {day}, 2019" for day in (25, 26)}
    assert not any(re.search(r"[Tt]he article\b(?! “)|Mill News", stem) for stem in named)


def test_a_bank_that_is_there_keeps_its_title(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    bank = tmp_path / "bank.yaml"
    command("draft", rights, "-o", bank)
    before = bank.read_bytes()
    ran = command("draft", rights, "-o", bank, "--title", "Another")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "change it in the line “title:”" in ran.stderr
    assert bank.read_bytes() == before
    ran = command("draft", rights, "-o", tmp_path / "new.yaml", "--title", " ")
    assert "--title has no words" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_the_same_bytes_whatever_the_hash_seed(rights: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("0", "1", "77"):
        target = tmp_path / f"seed-{seed}" / "bank.yaml"
        target.parent.mkdir()
        subprocess.run(
            [sys.executable, "-m", "civicsquiz", "draft", rights, "-o", target],
            env=os.environ | {"PYTHONHASHSEED": seed, "CIVICSQUIZ_HOME": str(tmp_path / "home")},
            check=True,
            capture_output=True,
        )
        made.append(target.read_bytes())
    assert made[0] == made[1] == made[2]


def test_facts_stand_with_their_passages(command: Command, rights: Path) -> None:
    values = json.loads(command("facts", rights, "--format", "json").stdout)
    frames = {value["frame"] for value in values}
    assert {"case", "provision"} <= frames
    mapp = [
        value for value in values if value["slots"].get("case", {}).get("text") == "Mapp v. Ohio"
    ]
    ruled = next(value for value in mapp if value["slots"].get("decided"))
    assert ruled["passage"]["text"].endswith("used in state courts")
    assert ruled["passage"]["paragraph"]
    printed = command("facts", rights).stdout
    own = [value for value in values if "rule" not in value["slots"]]
    assert printed.count("  paragraph ") == len(own)


def test_facts_of_several_articles_say_whose_they_are(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lamps.txt"
    other.write_text(TEXT.replace("Rights of the accused", "Lamps"), encoding="utf-8")
    values = json.loads(command("facts", rights, other, "--format", "json").stdout)
    assert {value["source"] for value in values} == {"rights", "lamps"}
    printed = command("facts", rights, other).stdout.splitlines()
    assert printed[0] == "Rights of the accused in short"
    assert "Lamps in short" in printed
    own = [value for value in values if "rule" not in value["slots"]]
    assert printed[-1].startswith(f"{len(own)} facts")


def test_coverage_tells_the_paragraphs_that_no_item_rests_on(
    command: Command, article: Path, bank: Path
) -> None:
    ran = command("coverage", bank, "--source", article, "--format", "json")
    (source,) = json.loads(ran.stdout)
    assert source["at_hand"]
    by_beginning = {each["beginning"][:11]: each["items"] for each in source["paragraphs"]}
    assert by_beginning["The council"] == []
    assert by_beginning["The lamp ha"] == ["since-when"]
    assert 0 < source["quoted"] < source["words"]
    assert "The council met" in command("coverage", bank, "--source", article).stdout


def test_coverage_says_what_is_not_at_hand(command: Command, bank: Path) -> None:
    ran = command("coverage", bank)
    assert ran.returncode == 0
    assert "not at hand" in ran.stdout


GERMAN = (
    "Der Rat hat am Montag beschlossen, dass die alte Lampe bleibt, wo sie ist. Niemand darf ohne"
    " Anhörung verurteilt werden, und das gilt für alle, die in der Stadt wohnen oder arbeiten."
)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("german.txt", GERMAN.encode(), "not in English"),
        ("none.txt", b"Menu\n\nHome\n\nContact", "no sentences"),
        ("empty.txt", b"", "no text"),
        ("bytes.txt", b"\x80\x81\x82", "not UTF-8"),
        ("picture.png", b"\x89PNG", "not a kind of file"),
    ],
)
def test_what_cannot_be_drafted_from_is_one_clear_line(
    command: Command, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    ran = command("draft", path, "-o", tmp_path / "bank.yaml")
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert said in ran.stderr
    assert not (tmp_path / "bank.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        TEXT.upper(),
        "word " * 200_000,
        "“" * 50_000 + " said Anna Miller.",
        TEXT.replace(". ", ".\x1b[31m\x07 "),
        "(" * 20_000 + ". In Near v. Minnesota (1931), the Court " + "ruled that " * 5_000,
        "As " + "United States of the " * 3_000 + "said, Congress passed the bill in 1964.",
    ],
    ids=["all capitals", "one line of a megabyte", "open quotations", "control characters", "brackets", "capitals without end"],
)  # fmt: skip
def test_odd_text_is_read_in_bounded_time_and_no_sign_reaches_the_terminal(
    command: Command, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    ran = command("draft", path, "--explain")
    assert ran.returncode in (0, 2)
    assert "\x1b" not in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    capitals = "in capitals, in which names cannot be told" in " ".join(ran.stdout.split())
    assert capitals == (text == TEXT.upper())


def test_a_file_that_is_no_text_and_a_bank_that_is_a_folder(
    command: Command, rights: Path, tmp_path: Path
) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    ran = command("draft", path, "-o", tmp_path / "bank.yaml")
    assert (ran.returncode, ran.stdout) == (2, "")
    told = "is no text: name a text file, or one with its own ending"
    assert ran.stderr == f"civicsquiz: {path}: {told}\n"
    ran = command("draft", rights, "-o", tmp_path)
    assert ran.stderr == f"civicsquiz: {tmp_path}: error F1: is a folder: name a file\n"
