"""A pack: one file that holds a bank with the guides of its sources. `docs/pack-file.md` has the form.

What is read here may come from anybody: it is a `Pack` only when every part of it is sound and is
what the others say it is.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from civicsquiz.bank import files, zipped
from civicsquiz.bank.models import Bank
from civicsquiz.bank.pack_head import SUFFIX, is_pack
from civicsquiz.errors import FileError, InvalidBank, InvalidGuide
from civicsquiz.source import files as raw
from civicsquiz.source.visible import one_line

__all__ = ["FORMAT", "SUFFIX", "Pack", "is_pack", "read", "write"]

FORMAT = 1

_MARKER = "civicsquiz-pack"
_MANIFEST, _BANK = "pack.json", "bank.yaml"
_MEMBER = re.compile(r"pack\.json|bank\.yaml|sources/([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_KEYS = (_MARKER, "id", "title", "sha256")
_ASK = "ask for it anew"


@dataclass(frozen=True)
class Pack:
    """A bank with its file, byte for byte, and the files of guides by the ids of their sources."""

    bank: Bank
    data: bytes
    guides: Mapping[str, bytes]

    @property
    def folder(self) -> dict[str, bytes]:
        """The files by their names, as they lie in the folder of an installed bank."""
        guides = {f"{name}.md": data for name, data in sorted(self.guides.items())}
        return {f"{self.bank.id}.yaml": self.data, **guides}


def write(pack: Pack) -> bytes:
    """The pack as a file. Equal packs give equal bytes."""
    members = {_BANK: pack.data}
    members |= {f"sources/{name}.md": data for name, data in pack.guides.items()}
    manifest = {
        _MARKER: FORMAT,
        "id": pack.bank.id,
        "title": pack.bank.title,
        "sha256": {name: _sha256(data) for name, data in sorted(members.items())},
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    return zipped.archive({_MANIFEST: text.encode(), **members})


def read(data: bytes, path: Path) -> Pack:
    """The pack in the bytes of a file; `path` is what errors call it.

    Raises:
        FileError: anything in it is not of the form, or not what the manifest says.
    """
    members = zipped.members(data, path, _MEMBER)
    for name in (_MANIFEST, _BANK):
        if name not in members:
            raise FileError(path, f"has no {name} in it", "name a pack that civicsquiz has made")
    manifest = _manifest(members.pop(_MANIFEST), path)
    if manifest["sha256"] != {name: _sha256(member) for name, member in members.items()}:
        raise FileError(path, f"holds other files than its {_MANIFEST} says", _ASK)
    bank = _bank(members[_BANK], path)
    if (manifest["id"], one_line(manifest["title"])) != (bank.id, bank.title):
        raise FileError(path, f"holds another bank than its {_MANIFEST} says", _ASK)
    guides = {
        found[1]: member for name, member in members.items()
        if (found := _MEMBER.fullmatch(name)) and found[1]
    }  # fmt: skip
    for name, member in guides.items():
        _check_guide(name, member, bank, path)
    return Pack(bank, members[_BANK], guides)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _manifest(data: bytes, path: Path) -> dict[str, Any]:
    """The manifest, with all its keys and values of their kinds."""
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or _MARKER not in found:
        raise FileError(path, f"has a {_MANIFEST} that is no manifest of a pack", _ASK)
    if type(found[_MARKER]) is not int or found[_MARKER] != FORMAT:
        raise FileError(
            path, f"is a pack of another version than {FORMAT}, which is read here",
            "a newer civicsquiz may read it",
        )  # fmt: skip
    hashes = found.get("sha256")
    sound = (
        set(found) == set(_KEYS)
        and isinstance(found["id"], str)
        and isinstance(found["title"], str)
        and isinstance(hashes, dict)
    )
    if not sound:
        raise FileError(path, f"has a {_MANIFEST} with other keys or values than version 1", _ASK)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _bank(data: bytes, path: Path) -> Bank:
    try:
        return files.usable(files.parse(data, _BANK))
    except InvalidBank as error:
        more = f" (and {len(error.findings) - 1} more)" if error.findings[1:] else ""
        told = f"holds a bank that cannot be loaded: {error.findings[0]}{more}"
        raise FileError(path, told) from None


def _check_guide(name: str, data: bytes, bank: Bank, path: Path) -> None:
    """Make sure that a member is the guide of this source of the bank."""
    from civicsquiz.source import guide

    member = f"sources/{name}.md"
    try:
        found = guide.parse(raw.decode(data, member), member)
    except (FileError, InvalidGuide) as error:
        raise FileError(path, f"holds a guide that cannot be read: {error}") from None
    if found.card.id != name or name not in bank.cards:
        raise FileError(
            path, f"holds {member}, which is the guide of no such source of its bank", _ASK
        )
