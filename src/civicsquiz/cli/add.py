"""`civicsquiz add BANK`: a bank into the user's own folder of banks."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.bank.library import Origin
from civicsquiz.cli import output, unproven, writing
from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.guide_model import is_guide
from civicsquiz.source.shelf import Proof
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.bank.pack import Pack

_DESCRIPTION = """\
Put a bank into your own folder of banks, where it stands in the list and can be
played by its id. BANK is a bank file, whose guides come along where they lie
beside it, or a pack, which holds everything (see civicsquiz pack)."""

_EXAMPLES = """\
examples:
  civicsquiz add my-bank.civicsquiz
  civicsquiz add my-bank.yaml --replace
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "add", help="put a bank into your own folder", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("bank", metavar="BANK", type=Path, help="a .yaml bank or a pack")
    parser.add_argument(
        "--replace", action="store_true", help="replace the bank of the same id that you added"
    )


def run(arguments: argparse.Namespace, app: App) -> int:
    found = _read(arguments.bank, app)
    folder = paths.user_banks(app.env) / found.bank.id
    _make_sure_of_place(folder, found.bank.id, app, replace=arguments.replace)
    writing.write_folder(folder, found.folder)
    for line in _report(found, folder, app):
        output.say(app, line)
    return 0


def _read(path: Path, app: App) -> Pack:
    from civicsquiz.bank import pack, packing
    from civicsquiz.source.shelf import Shelf

    data = files.read_bytes(path)
    if pack.is_pack(data):
        return pack.read(data, path)
    beside = Shelf([path.absolute().parent], app.cache)
    found = packing.loose(data, path, beside)
    for problem in beside.problems:
        output.complain(app, f"not taken along: {problem}")
    return found


def _make_sure_of_place(folder: Path, bank_id: str, app: App, *, replace: bool) -> None:
    """Make sure that no bank of the user's is in the way, and that nothing is lost.

    Raises:
        FileError: something is in the way.
    """
    for entry in app.library.entries:
        if entry.id == bank_id and entry.origin is Origin.YOURS and entry.path.parent != folder:
            raise FileError(entry.path, f"is a bank “{bank_id}” of yours", "move it away first")
    if not (folder.exists() or folder.is_symlink()):
        return
    if not replace:
        raise FileError(folder, "is there already", "--replace replaces it")
    is_folder = folder.is_dir() and not folder.is_symlink()
    for path in sorted(folder.iterdir()) if is_folder else [folder]:
        plain = path.is_file() and not path.is_symlink()
        if not plain or not (path.name == f"{bank_id}.yaml" or _is_guide(path)):
            raise FileError(path, "was not put there by civicsquiz", "move it away first")


def _is_guide(path: Path) -> bool:
    data = files.read_bytes(path)
    return path.suffix == ".md" and is_guide(data.decode("utf-8", errors="replace"))


def _report(found: Pack, folder: Path, app: App) -> Iterator[str]:
    """What there is now, what it hides or is hidden by, and how it is played."""
    from civicsquiz.study.passages import source_of

    bank, path = found.bank, folder / f"{found.bank.id}.yaml"
    count = f"{len(bank.judged)} item{'' if len(bank.judged) == 1 else 's'}"
    yield f"Added “{bank.title}” ({bank.id}, {count}): {one_line(str(folder))}"
    shelf = app.shelf_for(path)
    absent = [name for name in bank.cards if source_of(bank, name, shelf).proof is Proof.ABSENT]
    if absent:
        yield f"Not at hand: {', '.join(absent)} (civicsquiz source add ARTICLE)"
    hiding = None
    for entry in app.library.entries:
        if entry.id == bank.id and entry.origin is Origin.SET:
            hiding = hiding or entry.path
        if entry.id == bank.id and entry.origin is Origin.SHIPPED:
            yield f"It hides the bank “{bank.id}” that comes with civicsquiz."
    if hiding:
        yield f"It is hidden by {one_line(str(hiding))}, which CIVICSQUIZ_BANKS names."
    wanted = shlex.quote(str(path)) if hiding else bank.id
    if told := unproven.told(bank):
        yield told
    asks = "" if bank.asked or not told else " --unproven"
    yield f"civicsquiz play {one_line(wanted)}{asks} opens it."
