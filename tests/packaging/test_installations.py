"""The shipped banks and guides are found from a wheel, an editable install and a checkout.

No network is needed: hatchling builds, and an environment of its own is a venv into which the wheel
is unpacked, which is what pip does with a wheel of pure Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

PRINT_PLACES = (
    "from civicsquiz import paths; print(paths.shipped_banks()); print(paths.shipped_seeds())"
)


@dataclass(frozen=True)
class Environment:
    """An environment with nothing in it but what a test puts there."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, *wheels: Path) -> Environment:
        venv.create(folder, with_pip=False)
        made = cls(folder)
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(made.path("purelib"))
        return made

    def path(self, kind: str) -> Path:
        return Path(sysconfig.get_path(kind, "venv", vars={"base": str(self.folder)}))

    def places(self, working_directory: Path, **variables: str) -> tuple[Path, Path]:
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        ran = subprocess.run(
            [self.path("scripts") / "python", "-c", PRINT_PLACES],
            cwd=working_directory,
            env=inherited | variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        banks, seeds = ran.stdout.splitlines()
        return Path(banks), Path(seeds)


def build(kind: str, project: Path, into: Path) -> Path:
    code = f"import sys, hatchling.build as b; print(b.build_{kind}(sys.argv[1]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(into)],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    return into / ran.stdout.split()[-1]


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def files(folder: Path, pattern: str) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in folder.glob(pattern)}
    assert found, f"no {pattern} in {folder}"
    return found


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", checkout, tmp_path_factory.mktemp("wheel"))


def assert_complete(places: tuple[Path, Path], checkout: Path, below: Path) -> None:
    banks, seeds = places
    assert banks.is_relative_to(below.resolve())
    assert seeds.is_relative_to(below.resolve())
    assert files(banks, "*.yaml") == files(checkout / "question_banks", "*.yaml")
    assert files(seeds, "*.md") == files(checkout / "seeds", "*.md")


def test_from_a_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    installed = Environment.made(tmp_path / "env", wheel)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert_complete(installed.places(elsewhere), checkout, below=installed.folder)
    # The wheel's own copy is used even where another one lies in the working directory.
    assert_complete(installed.places(checkout), checkout, below=installed.folder)


def test_from_an_editable_install(checkout: Path, tmp_path: Path) -> None:
    editable = build("editable", checkout, tmp_path)
    installed = Environment.made(tmp_path / "env", editable)
    assert_complete(installed.places(tmp_path), checkout, below=checkout)


@pytest.mark.parametrize("where", ["elsewhere", "the checkout", "the package"])
def test_from_a_checkout(checkout: Path, tmp_path: Path, where: str) -> None:
    package = checkout / "src" / "civicsquiz"
    folder = {"elsewhere": tmp_path, "the checkout": checkout, "the package": package}[where]
    empty = Environment.made(tmp_path / "env")
    places = empty.places(folder, PYTHONPATH=str(checkout / "src"), PYTHONDONTWRITEBYTECODE="1")
    assert_complete(places, checkout, below=checkout)


def test_a_wheel_carries_the_whole_package(checkout: Path, wheel: Path) -> None:
    source = checkout / "src"
    ours = {
        path.relative_to(source).as_posix()
        for path in (source / "civicsquiz").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    names = names_in(wheel)
    assert ours <= names
    assert "civicsquiz/py.typed" in names


def test_a_wheel_carries_only_banks_guides_and_the_glossary_beside_the_code(wheel: Path) -> None:
    shipped = {Path(name) for name in names_in(wheel) if "/_shipped/" in name}
    assert {(path.parent.name, path.suffix) for path in shipped} == {
        ("question_banks", ".yaml"),
        ("seeds", ".md"),
        ("seeds", ".yaml"),
    }
    assert [
        path.name for path in shipped if path.parent.name == "seeds" and path.suffix != ".md"
    ] == ["glossary.yaml"]
    tops = {name.split("/")[0].split("-")[0] for name in names_in(wheel)}
    assert tops == {"civicsquiz"}


def test_a_wheel_brings_the_command_and_both_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (commands,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "civicsquiz = civicsquiz.cli:main" in archive.read(commands).decode()
    licences = {Path(name).name for name in names_in(wheel) if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-CONTENT"}


def test_a_wheel_built_from_the_sdist_is_the_same(
    checkout: Path, wheel: Path, tmp_path: Path
) -> None:
    sdist = build("sdist", checkout, tmp_path)
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    project = tmp_path / sdist.name.removesuffix(".tar.gz")
    again = build("wheel", project, tmp_path)
    assert names_in(again) == names_in(wheel)
