"""The file on the disk: replaced whole, in its place, and never over somebody else's change."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from civicsquiz.bank.editing import BankText
from civicsquiz.errors import FileError

TEXT = """\
# mine
civicsquiz: 1
id: town
title: Town
sources:
  paper: {label: Paper}
items:
  - id: one   # the first
    stem: Which?
    status: draft

  - id: two
    stem: >-
      What and
      when?
    status: draft
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "town.yaml"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


def test_a_judgement_is_on_the_disk(bank: Path) -> None:
    """Accepted, rejected, undone: each time the file says so, and nothing else has changed."""
    found = BankText.open(bank)
    found.remove_key("one", "status")
    assert found.changed
    found.save()
    accepted = TEXT.replace("    stem: Which?\n    status: draft\n", "    stem: Which?\n")
    assert bank.read_text("utf-8") == accepted
    with found.together("reject two"):
        found.remove_item("two")
        found.add_rejected("0123456789abcdef", "unclear", "two")
    found.save()
    assert bank.read_text("utf-8") == accepted.partition("\n  - id: two")[0] + (
        "\nrejected:\n  - {fact: 0123456789abcdef, reason: unclear, id: two}\n"
    )
    assert [edit.what for edit in found.edits] == ["remove status of one", "reject two"]
    found.undo()
    found.save()
    assert bank.read_text("utf-8") == accepted
    found.undo()
    found.save()
    assert bank.read_text("utf-8") == TEXT
    assert not found.changed
    assert list(bank.parent.iterdir()) == [bank]


def test_what_somebody_else_changed_is_not_overwritten(bank: Path) -> None:
    """Neither another text nor a file that is gone; what is in memory can still be looked at."""
    found = BankText.open(bank)
    found.set_key("one", "status", None)
    other = TEXT.replace("Town", "Ship")
    stamp = bank.stat()
    bank.write_text(other, encoding="utf-8", newline="")
    os.utime(bank, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    with pytest.raises(FileError, match="changed by another program since it was read"):
        found.save()
    assert bank.read_text("utf-8") == other
    bank.unlink()
    with pytest.raises(FileError):
        found.save()
    assert found.changed
    assert not bank.exists()


def test_touching_is_no_change(bank: Path) -> None:
    """A file with a new date and the same content is saved to; without an edit nothing is written."""
    found = BankText.open(bank)
    os.utime(bank, ns=(1, 1))
    found.save()
    assert bank.stat().st_mtime_ns == 1
    found.set_key("one", "origin", "edited")
    found.save()
    assert "origin: edited" in bank.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such modes nor such links")
def test_mode_and_link_stay(bank: Path, tmp_path: Path) -> None:
    """A link leads to the new content, and who may read the file may still."""
    bank.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(bank.name)
    found = BankText.open(link)
    found.set_key("two", "origin", "edited")
    found.save()
    assert link.is_symlink()
    assert stat.S_IMODE(bank.stat().st_mode) == 0o640
    assert "origin: edited" in bank.read_text("utf-8")


def test_a_write_that_fails_leaves_the_file(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: one sentence, the old file, and no scraps; afterwards it can be saved."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    found = BankText.open(bank)
    found.set_key("one", "origin", "edited")
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(FileError, match=r"cannot be written .No space left on device"):
            found.save()
    assert bank.read_text("utf-8") == TEXT
    assert list(bank.parent.iterdir()) == [bank]
    found.save()
    assert bank.read_text("utf-8") != TEXT


def test_a_byte_order_mark_stays(bank: Path) -> None:
    """It is no part of the text, and of the file it is."""
    bank.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    found = BankText.open(bank)
    found.set_key("one", "rationale", "two\nlines")
    found.save()
    data = bank.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# mine\r\n")
    assert b"    rationale: |-\r\n      two\r\n      lines\r\n    status: draft\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")
    found.undo()
    found.save()
    assert bank.read_bytes() == b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
