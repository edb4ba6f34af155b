"""`civicsquiz pack` and `civicsquiz add`: a bank from one machine to another."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.often import CI

from civicsquiz import paths
from civicsquiz.bank.library import bank_files
from civicsquiz.cli import writing

Command = Callable[..., CompletedProcess[str]]
SHIPPED = sorted(path.stem for path in paths.shipped_banks().glob("*.yaml"))


@pytest.fixture
def banks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of banks, which is not there yet."""
    monkeypatch.setenv("CIVICSQUIZ_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "banks"


@pytest.fixture
def packed(command: Command, here: Path, bank: Path, article: Path) -> Path:
    """A pack of the bank with a guide made of the article."""
    ran = command("pack", bank, CIVICSQUIZ_SOURCES=str(article.parent))
    assert (ran.returncode, ran.stderr) == (0, "")
    return here / "lamp.civicsquiz"


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# ---- pack ---------------------------------------------------------------------------------------


def test_pack_writes_one_file_here_and_says_what_is_in_it(
    command: Command, here: Path, bank: Path, article: Path
) -> None:
    """Named after the bank; a second time it is the same, byte for byte."""
    ran = command("pack", bank, CIVICSQUIZ_SOURCES=str(article.parent))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "lamp.civicsquiz: “The lamp”, 2 items, with the passages of 1 of its 1 source\n"
    )
    data = (here / "lamp.civicsquiz").read_bytes()
    os.utime(bank, (1, 1))
    assert command("pack", bank, CIVICSQUIZ_SOURCES=str(article.parent)).returncode == 0
    assert files_in(here) == {"lamp.civicsquiz": data}
    with zipfile.ZipFile(here / "lamp.civicsquiz") as opened:
        assert opened.read("bank.yaml") == bank.read_bytes()
        assert b"The council met" not in opened.read("sources/lamp-report.md")


def test_pack_takes_a_file_or_a_folder(command: Command, here: Path, bank: Path) -> None:
    """-o names either."""
    assert command("pack", bank, "-o", "x.zip").returncode == 0
    (here / "out").mkdir()
    assert command("pack", "who-decides", "-o", "out").returncode == 0
    assert sorted(files_in(here)) == ["out/who-decides.civicsquiz", "x.zip"]


def test_pack_says_what_is_not_at_hand_and_what_does_not_stand_there(
    command: Command, here: Path, bank: Path, article: Path
) -> None:
    """Neither keeps it from being packed."""
    assert "Not at hand: lamp-report\n" in command("pack", bank).stdout
    article.write_text(article.read_text("utf-8").replace("since 1888", "since 1889"), "utf-8")
    ran = command("pack", bank, CIVICSQUIZ_SOURCES=str(article.parent))
    assert f"1 quotation does not stand in the passages: civicsquiz check {bank} says" in ran.stdout


def test_pack_never_writes_over_what_is_no_pack(command: Command, here: Path, bank: Path) -> None:
    """The bank itself, for one; nor into a folder that is not there."""
    before = bank.read_bytes()
    for place in (bank, here / "no" / "where"):
        ran = command("pack", bank, "-o", place)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert bank.read_bytes() == before
    assert files_in(here) == {}


UNFIT = {
    "it does not load": ("stem:", "stern:", "more: civicsquiz check"),
    "it quotes too much": (
        "exact: The lamp has burned since 1888.", "exact: " + "lamp " * 76, "76 words, over 75"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNFIT)
def test_what_cannot_be_packed_is_one_line(
    command: Command, here: Path, bank: Path, name: str
) -> None:
    """However many findings there are; nothing is written."""
    old, new, told = UNFIT[name]
    bank.write_text(bank.read_text("utf-8").replace(old, new), encoding="utf-8")
    ran = command("pack", bank)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert told in ran.stderr
    assert files_in(here) == {}


# ---- add ----------------------------------------------------------------------------------------


def test_add_installs_a_pack_and_says_how_to_play_it(
    command: Command, packed: Path, banks: Path, bank: Path
) -> None:
    """A folder of its own, with the guide beside the bank, which then proves what is quoted."""
    ran = command("add", packed)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        f"Added “The lamp” (lamp, 2 items): {banks / 'lamp'}\ncivicsquiz play lamp opens it.\n"
    )
    assert set(files_in(banks)) == {"lamp/lamp.yaml", "lamp/lamp-report.md"}
    assert (banks / "lamp" / "lamp.yaml").read_bytes() == bank.read_bytes()
    played = command("play", "lamp", "--plain", "--item", "since-when", stdin="1\n")
    assert "paragraph 3" in played.stdout
    assert "not checked here" not in played.stdout


@pytest.mark.parametrize("name", ["play", "check", "print", "pack"])
def test_a_pack_named_as_a_bank_is_told_how_to_add(
    command: Command, packed: Path, name: str
) -> None:
    """One line, status 2, wherever a bank is named by its path."""
    ran = command(name, packed)
    told = f"is a pack: put it into your banks with civicsquiz add {packed}"
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"civicsquiz: {packed}: {told}\n"


def test_add_takes_a_bank_file_and_the_guides_beside_it(
    command: Command, packed: Path, banks: Path, bank: Path
) -> None:
    """Those of its own sources, whatever they are called; what is broken is told."""
    command("add", packed)
    guide = (banks / "lamp" / "lamp-report.md").read_text("utf-8")
    (bank.parent / "guide-of-the-lamp.md").write_text(guide, encoding="utf-8")
    other = guide.replace("id: lamp-report", "id: another")
    (bank.parent / "another.md").write_text(other, encoding="utf-8")
    (bank.parent / "article.md").write_text("An article.\n", encoding="utf-8")
    (bank.parent / "broken.md").write_text("---\nkind: guide\n---\n", encoding="utf-8")
    ran = command("add", bank, "--replace")
    assert ran.returncode == 0
    assert ran.stderr.count("\n") == 1
    assert "not taken along: " in ran.stderr
    assert "broken.md" in ran.stderr
    assert files_in(banks) == {
        "lamp/lamp.yaml": bank.read_bytes(), "lamp/lamp-report.md": guide.encode()
    }  # fmt: skip


def test_add_says_which_sources_are_not_at_hand(
    command: Command, bank: Path, banks: Path, article: Path
) -> None:
    """Unless they are elsewhere."""
    assert "Not at hand: lamp-report (" in command("add", bank).stdout
    ran = command("add", bank, "--replace", CIVICSQUIZ_SOURCES=str(article.parent))
    assert "Not at hand" not in ran.stdout


def test_add_does_not_replace_unasked(command: Command, packed: Path, banks: Path) -> None:
    """Status 2, one line, and what was there stays; --replace leaves nothing of it."""
    command("add", packed)
    (banks / "lamp" / "old.md").write_text("---\nkind: guide\n---\n", encoding="utf-8")
    before = files_in(banks)
    ran = command("add", packed)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith("lamp: is there already: --replace replaces it\n")
    assert files_in(banks) == before
    assert command("add", packed, "--replace").returncode == 0
    assert set(files_in(banks)) == {"lamp/lamp.yaml", "lamp/lamp-report.md"}


def a_text(folder: Path) -> Path:
    path = folder / "article.txt"
    path.write_text("mine", encoding="utf-8")
    return path


def an_article(folder: Path) -> Path:
    path = folder / "article.md"
    path.write_text("mine", encoding="utf-8")
    return path


def a_folder(folder: Path) -> Path:
    path = folder / "mine.md"
    path.mkdir()
    return path


@pytest.mark.parametrize("make", [a_text, an_article, a_folder])
def test_replacing_loses_nothing_of_the_users(
    command: Command, packed: Path, banks: Path, make: Callable[[Path], Path]
) -> None:
    """An article that somebody has put beside the bank must be moved away first."""
    command("add", packed)
    path = make(banks / "lamp")
    ran = command("add", packed, "--replace")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert str(path) in ran.stderr
    assert path.exists()


@pytest.mark.parametrize("to", ["folder", "file", "nothing"])
def test_a_link_in_the_place_of_the_bank_is_not_followed(
    command: Command, packed: Path, banks: Path, tmp_path: Path, to: str
) -> None:
    """Nor is it taken away."""
    banks.mkdir(parents=True)
    target = tmp_path / "elsewhere"
    if to == "folder":
        target.mkdir()
    elif to == "file":
        target.write_bytes(b"mine")
    (banks / "lamp").symlink_to(target)
    ran = command("add", packed, "--replace")
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert (banks / "lamp").is_symlink()


def test_a_bank_of_yours_in_another_file_is_not_touched(
    command: Command, packed: Path, banks: Path, bank: Path
) -> None:
    """Which of the two were played would depend on their names."""
    banks.mkdir(parents=True)
    (banks / "mine.yaml").write_bytes(bank.read_bytes())
    for more in ((), ("--replace",)):
        ran = command("add", packed, *more)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.endswith("mine.yaml: is a bank “lamp” of yours: move it away first\n")
    assert set(files_in(banks)) == {"mine.yaml"}


def test_add_says_what_hides_what(
    command: Command, packed: Path, banks: Path, bank: Path, here: Path
) -> None:
    """A bank that CIVICSQUIZ_BANKS names comes first, one that is shipped last."""
    ran = command("add", packed, CIVICSQUIZ_BANKS=str(bank.parent))
    assert f"It is hidden by {bank}, which CIVICSQUIZ_BANKS names.\n" in ran.stdout
    assert f"civicsquiz play {banks / 'lamp' / 'lamp.yaml'} opens it.\n" in ran.stdout
    command("pack", "who-decides")
    ran = command("add", "who-decides.civicsquiz")
    assert "It hides the bank “who-decides” that comes with civicsquiz.\n" in ran.stdout
    assert "civicsquiz play who-decides opens it.\n" in ran.stdout


HOSTILE = {
    "a pack that leads out of its folder": (
        {"bank.yaml": b"civicsquiz: 1\n", "../../evil.yaml": b"civicsquiz: 1\n"}, "evil.yaml"
    ),
    "a member that a terminal would obey": ({"\x1b]0;owned\x07": b""}, "␛]0;owned␇"),
    "no pack": ({"mimetype": b"application/epub+zip"}, "no part of a pack"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_add_writes_nothing_of_a_hostile_pack(
    command: Command, here: Path, banks: Path, name: str
) -> None:
    """One line, no traceback. tests/bank/test_pack.py has all that is refused."""
    members, told = HOSTILE[name]
    with zipfile.ZipFile(here / "x.civicsquiz", "w") as made:
        for member, data in members.items():
            made.writestr(zipfile.ZipInfo(member), data)
    ran = command("add", "x.civicsquiz")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert told in ran.stderr
    assert "\x1b" not in ran.stderr
    assert not banks.exists()
    assert set(files_in(here)) == {"x.civicsquiz"}


@pytest.mark.parametrize("data", [b"", b"hello: there\n", b"\xff\xfe", b"PK", b"PK\x03\x04"])
def test_what_is_neither_bank_nor_pack_is_one_line(
    command: Command, here: Path, banks: Path, data: bytes
) -> None:
    """The bytes tell, not the name."""
    Path("x").write_bytes(data)
    ran = command("add", "x")
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert not banks.exists()


# ---- whole or not at all ------------------------------------------------------------------------


@contextmanager
def failing(patch: pytest.MonkeyPatch, name: str, at: int) -> Iterator[None]:
    """The call number `at` of a method of Path ends as on a full disk."""
    calls = 0
    real = getattr(Path, name)

    def fail(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(28, "No space left on device")
        return real(*arguments, **named)

    with patch.context() as inner:
        inner.setattr(Path, name, fail)
        yield


@pytest.mark.parametrize(
    ("name", "at"), [("open", 1), ("open", 2), ("replace", 2), ("rename", 1), ("rename", 2)]
)
def test_a_folder_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int
) -> None:
    """Whatever fails at whatever step: what was there is there, and nothing else."""
    folder = tmp_path / "lamp"
    writing.write_folder(folder, {"lamp.yaml": b"old", "more.md": b"old"})
    with (
        failing(monkeypatch, name, at),
        pytest.raises(Exception, match="No space left on device"),
    ):
        writing.write_folder(folder, {"lamp.yaml": b"new", "other.md": b"new"})
    assert files_in(tmp_path) == {"lamp/lamp.yaml": b"old", "lamp/more.md": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["lamp"]
    writing.write_folder(folder, {"lamp.yaml": b"new", "other.md": b"new"})
    assert files_in(tmp_path) == {"lamp/lamp.yaml": b"new", "lamp/other.md": b"new"}


def test_what_a_crash_leaves_is_in_no_list(tmp_path: Path, bank: Path) -> None:
    """The folder in which a bank is being written is hidden, and the library passes it over."""
    for name in (".lamp.17", "lamp", "lamp/.git"):
        (tmp_path / "banks" / name).mkdir(exist_ok=True)
        (tmp_path / "banks" / name / "lamp.yaml").write_bytes(bank.read_bytes())
    found = [str(path.relative_to(tmp_path / "banks")) for path in bank_files(tmp_path / "banks")]
    assert sorted(found) == ["lamp.yaml", "lamp/lamp.yaml"]


# ---- from one machine to another ----------------------------------------------------------------


@pytest.fixture
def nothing_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From when this is called, no bank and no guide comes with the program."""
    (tmp_path / "empty").mkdir()
    shutil.copy(paths.shipped_seeds() / "glossary.yaml", tmp_path / "empty")  # no guide, no bank

    def hide() -> None:
        for name in ("shipped_banks", "shipped_seeds"):
            monkeypatch.setattr(paths, name, lambda: tmp_path / "empty")

    return hide


@pytest.mark.parametrize("name", SHIPPED if CI else SHIPPED[:2])
def test_a_shipped_bank_is_the_same_on_another_machine(
    command: Command, here: Path, banks: Path, nothing_shipped: Callable[[], None], name: str
) -> None:
    """It passes `check` as before, and the line mode prints every passage as before."""
    play = ("play", name, "--plain", "--mode", "test", "--seed", "1")
    stdin = "\n" * 40 + "submit\nsubmit\nall\n"  # unanswered, so that all are explained
    before = command(*play, stdin=stdin)
    shipped = paths.shipped_banks()
    proved = command("check", shipped / f"{name}.yaml")
    assert proved.returncode == 0
    command("pack", name)
    nothing_shipped()
    assert command(*play, stdin=stdin).returncode == 2
    assert command("add", f"{name}.civicsquiz").returncode == 0
    checked = command("check", banks / name / f"{name}.yaml")
    assert checked.returncode == 0
    assert checked.stdout == proved.stdout.replace(str(shipped), str(banks / name))
    after = command(*play, stdin=stdin)
    assert after.stdout == before.stdout
    assert "The passage" in after.stdout


def test_packs_of_all_shipped_banks_live_together(
    command: Command, here: Path, banks: Path, nothing_shipped: Callable[[], None]
) -> None:
    """Each has a guide of its own to the same sources, and each bank is proved by its own."""
    for name in SHIPPED:
        command("pack", name)
    nothing_shipped()
    for name in SHIPPED:
        assert command("add", f"{name}.civicsquiz").returncode == 0
    checked = command("check")
    assert checked.returncode == 0
    assert f"{len(SHIPPED)} files" in checked.stdout
