"""`civicsquiz check` and `civicsquiz schema`, called in this process."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz import cli
from civicsquiz.app import App

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Carry out a command line with a home of its own: exit status, standard output and error."""
    monkeypatch.chdir(tmp_path)

    def carry_out(*argv: str | Path, **env: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr("sys.stdout", out)
        monkeypatch.setattr("sys.stderr", err)
        app = App(env={"CIVICSQUIZ_HOME": str(tmp_path / "home"), **env}, out=out, err=err)
        status = cli.run([str(part) for part in argv], app)
        return status, out.getvalue(), err.getvalue()

    return carry_out


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_a_sound_bank_ends_with_0(run: Run, town: Path) -> None:
    """No findings; the sources beside the bank are found by themselves."""
    status, out, err = run("check", town, "--today", "2026-01-15", "--strict")
    assert (status, err) == (0, "")
    assert out.endswith("1 file, 7 items, 0 errors, 0 warnings, 0 allowed\n")


def test_errors_end_with_1_and_warnings_when_strict(run: Run, town: Path) -> None:
    """The exit status is what CI reads."""
    changed(town / "town.yaml", "what the council had paid for?", "what the council had paid for")
    assert run("check", town)[0] == 0
    assert run("check", town, "--strict")[0] == 1
    changed(town / "town.yaml", "key: Ada Marsh", "key: Ida Marsh")
    status, out, _ = run("check", town)
    assert status == 1
    assert "12:5: error K1: " in out


def test_a_file_that_cannot_be_parsed_is_a_finding(run: Run, town: Path) -> None:
    """The file is there, so the check did run."""
    (town / "bad.yaml").write_text("civicsquiz: }", "utf-8")
    status, out, err = run("check", town / "bad.yaml")
    assert (status, err) == (1, "")
    assert "bad.yaml:1:13: error F2: " in out


def test_a_named_file_without_the_marker_is_a_finding(run: Run, town: Path) -> None:
    """Somebody meant it to be a bank."""
    (town / "other.yaml").write_text("jobs: {}\n", "utf-8")
    status, out, _ = run("check", town / "other.yaml")
    assert status == 1
    assert "other.yaml:1:1: error F3: is not a bank" in out


def test_what_is_not_there_ends_with_2(run: Run, town: Path) -> None:
    """One line for each path that cannot be used, and nothing is checked."""
    (town / "empty").mkdir()
    status, out, err = run("check", town / "town.yaml", "nowhere.yaml", town / "empty")
    assert (status, out) == (2, "")
    lines = err.splitlines()
    assert lines[0] == "civicsquiz: nowhere.yaml: is not there: check the path"
    assert "empty: has no banks in it" in lines[1]
    assert len(lines) == 2


def test_json_is_the_whole_output(run: Run, town: Path) -> None:
    """Standard output is one JSON object, with a path or without."""
    for argv in (("check", town, "--format", "json"), ("check", "--format", "json")):
        values = json.loads(run(*argv)[1])
        assert {"banks", "findings", "sources"} <= set(values)
        assert values["banks"]


def test_github_prints_nothing_but_commands(run: Run, town: Path) -> None:
    """A sound bank leaves no trace in a pull request."""
    assert run("check", town, "--format", "github", "--today", "2026-01-15") == (0, "", "")
    changed(town / "town.yaml", "key: Ada Marsh", "key: Ida Marsh")
    status, out, _ = run("check", town, "--format", "github")
    assert status == 1
    assert all(line.startswith("::error file=") for line in out.splitlines())


def test_without_a_path_the_library_is_checked(run: Run, town: Path, tmp_path: Path) -> None:
    """Shipped banks, those of CIVICSQUIZ_BANKS and one's own; the last line says which."""
    _, out, _ = run("check", "--today", "2025-06-01")
    assert out.splitlines()[-1].endswith(" shipped, 0 yours: give a PATH for yours")
    mine = tmp_path / "home" / "banks"
    mine.mkdir(parents=True)
    (mine / "mine.yaml").write_text("civicsquiz: 1\nid: mine\n", "utf-8")
    status, out, _ = run("check", "--today", "2025-06-01", CIVICSQUIZ_BANKS=str(town))
    assert status == 1
    assert out.splitlines()[-1].endswith(
        " shipped, 1 from CIVICSQUIZ_BANKS, 1 yours: give a PATH for yours"
    )
    assert "mine.yaml:1:1: error F6: " in out


def test_the_day_is_that_of_the_clock_or_the_one_given(run: Run, town: Path) -> None:
    """`--today` decides what is stale, so that a check of yesterday can be repeated."""
    changed(town / "town.yaml", "id: ice-year\n", "id: ice-year\n    as_of: 2025-01\n")
    assert "B5" not in run("check", town, "--today", "2027-01-31")[1]
    assert "B5: what was so in 2025-01" in run("check", town, "--today", "2027-02-01")[1]
    status, out, err = run("check", town, "--today", "tomorrow")
    assert (status, out) == (2, "")
    assert "no date of the form YYYY-MM-DD" in err


def test_a_rule_is_explained_by_code_or_name(run: Run) -> None:
    """In either case of letters; what does not exist ends with 2 and the nearest there is."""
    status, out, _ = run("check", "--explain", "K1")
    assert status == 0
    assert out.startswith("K1 key-not-proven (error; cannot be allowed)\n")
    assert run("check", "--explain", "k1")[1] == out
    assert run("check", "--explain", "key-not-proven")[1] == out
    status, out, err = run("check", "--explain", "key-not-prooven")
    assert (status, out) == (2, "")
    assert err == ("civicsquiz: there is no rule “key-not-prooven”: did you mean key-not-proven?\n")


def test_names_of_files_are_not_obeyed(run: Run, town: Path) -> None:
    """A control character in a path reaches no terminal, in no format."""
    path = town / "a\x1b]0;x\x07.yaml"
    (town / "town.yaml").rename(path)
    changed(path, "key: Ada Marsh", "key: Ida Marsh")
    for form in ("text", "json", "github"):
        status, out, err = run("check", path, "--format", form)
        assert status == 1
        assert "\x1b" not in out + err
        assert "a␛]0;x␇.yaml" in (json.loads(out)["findings"][0]["path"] if form == "json" else out)
    status, _, err = run("check", "no\x1bthing.yaml")
    assert (status, "\x1b" in err) == (2, False)


def test_the_schema_is_printed_as_it_is_shipped(run: Run, checkout: Path) -> None:
    """`civicsquiz schema > bank.schema.json` gives the file that editors read."""
    status, out, _ = run("schema")
    shipped = checkout / "src/civicsquiz/bank/bank.schema.json"
    assert (status, out) == (0, shipped.read_text("utf-8"))
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
