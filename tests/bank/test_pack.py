"""Packs: the form, and what is refused of those that come from strangers."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank import files, pack, zipped
from civicsquiz.bank.pack import Pack
from civicsquiz.errors import FileError
from civicsquiz.source.files import LARGEST

BANK = b"""\
civicsquiz: 1
id: bridge
title: A bridge
sources:
  courier: {label: Report on the bridge}
  gazette: {label: Another report}
items:
  - id: closed
    type: true-false
    topic: bridge
    stance: fact
    stem: The bridge was closed in 1950. True or false?
    key: true
    rationale: It was closed for a year.
    evidence: [{source: courier, exact: It was closed in 1950}]
"""
GUIDE = f"""\
---
civicsquiz-guide: 1
kind: guide
id: courier
label: Report on the bridge
canonical_sha256: {"0" * 64}
body_words: 90
---

## Passage 10-31, paragraph 1

> It was closed in 1950
""".encode()
PATH = Path("bridge.civicsquiz")
GOLDEN = "f026ce27d0a8f8710697c632931624360321e5bad51c0b49b1a87a9484b4a9ad"


def a_pack() -> Pack:
    bank = files.usable(files.parse(BANK, "bridge.yaml"))
    return Pack(bank, BANK, {"courier": GUIDE})


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def members(**changed: bytes | None) -> dict[str, bytes]:
    """The members of the pack with some changed or, by None, left out; the manifest fits them."""
    found = {"bank.yaml": BANK, "sources/courier.md": GUIDE}
    for name, data in changed.items():
        if data is None:
            del found[name]
        else:
            found[name] = data
    return {**found, "pack.json": manifest(found)}


def manifest(found: dict[str, bytes], **changed: Any) -> bytes:
    values = {
        "civicsquiz-pack": 1,
        "id": "bridge",
        "title": "A bridge",
        "sha256": {name: sha256(data) for name, data in found.items()},
        **changed,
    }
    return json.dumps({key: value for key, value in values.items() if value is not None}).encode()


def zip_of(*entries: tuple[zipfile.ZipInfo | str, bytes], method: int = 0) -> bytes:
    """An archive of any entries in any order, two of one name among them."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as made:
        warnings.simplefilter("ignore")
        for entry, data in entries:
            made.writestr(entry, data)
    return buffer.getvalue()


# ---- the form -----------------------------------------------------------------------------------


def test_a_pack_reads_back_and_its_bytes_are_pinned() -> None:
    """The form outlives the code: these very bytes were written by the first version."""
    data = pack.write(a_pack())
    assert pack.is_pack(data)
    assert pack.read(data, PATH) == a_pack()
    assert sha256(data) == GOLDEN


def test_members_are_sorted_stored_and_of_one_time() -> None:
    """Nothing of the machine or the moment is in the bytes, whatever order they are handed in."""
    bank = a_pack().bank
    one = pack.write(Pack(bank, BANK, {"courier": GUIDE, "gazette": GUIDE}))
    other = pack.write(Pack(bank, BANK, {"gazette": GUIDE, "courier": GUIDE}))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as opened:
        entries = opened.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["bank.yaml", "pack.json", "sources/courier.md", "sources/gazette.md"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}


def test_the_manifest_is_json_with_the_hash_of_each_member() -> None:
    """What the document says of it, read by nothing of ours."""
    with zipfile.ZipFile(io.BytesIO(pack.write(a_pack()))) as opened:
        found = json.loads(opened.read("pack.json"))
    assert found == {
        "civicsquiz-pack": 1,
        "id": "bridge",
        "title": "A bridge",
        "sha256": {"bank.yaml": sha256(BANK), "sources/courier.md": sha256(GUIDE)},
    }


def test_a_pack_that_another_program_zipped_is_read_too() -> None:
    """Deflated, in another order, and with an entry for the folder."""
    parts = members()
    data = zip_of(("sources/", b""), *reversed(parts.items()), method=zipfile.ZIP_DEFLATED)
    assert pack.read(data, PATH) == a_pack()


def test_the_folder_of_a_pack_has_the_bank_under_its_id() -> None:
    """As it is installed: guides beside the bank."""
    assert a_pack().folder == {"bridge.yaml": BANK, "courier.md": GUIDE}


def test_a_title_in_the_manifest_is_compared_as_it_is_shown() -> None:
    """A title with control characters has them shown in the bank, and as they were here."""
    bank = BANK.replace(b"title: A bridge", b'title: "A \\e bridge"')
    parts = members(**{"bank.yaml": bank})
    for title in ("A \x1b bridge", "A ␛ bridge"):
        parts["pack.json"] = manifest(
            {name: data for name, data in parts.items() if name != "pack.json"}, title=title
        )
        assert pack.read(zipped.archive(parts), PATH).bank.title == "A ␛ bridge"


# ---- what is refused ----------------------------------------------------------------------------


def with_extra(name: str) -> bytes:
    """A pack with one member more, of this name, which its manifest lists."""
    return zipped.archive(members(**{name: GUIDE}))


def with_manifest(**changed: Any) -> bytes:
    parts = members()
    del parts["pack.json"]
    return zipped.archive({**parts, "pack.json": manifest(parts, **changed)})


def with_manifest_text(text: bytes) -> bytes:
    return zipped.archive({**members(), "pack.json": text})


def with_mode(mode: int) -> bytes:
    entry = zipfile.ZipInfo("bank.yaml")
    entry.create_system = 3
    entry.external_attr = (mode | 0o777) << 16
    rest = [(name, data) for name, data in members().items() if name != "bank.yaml"]
    return zip_of((entry, BANK), *rest)


def patched(data: bytes, local: int, central: int, form: str, value: int) -> bytes:
    """An archive with a field of its first member changed in both of its headers."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.index(b"PK\x03\x04") + local, value)
    struct.pack_into(form, changed, data.index(b"PK\x01\x02") + central, value)
    return bytes(changed)


def bomb() -> bytes:
    parts = members(**{"bank.yaml": b"#" * (LARGEST + 1)})
    return zip_of(*parts.items(), method=zipfile.ZIP_DEFLATED)


def bombs_of_parts() -> bytes:
    """Each member may be as large as that, but not all of them together."""
    half = b"#" * (LARGEST // 2 + 1)
    parts = members(**{"bank.yaml": half, "sources/gazette.md": half})
    return zip_of(*parts.items(), method=zipfile.ZIP_DEFLATED)


def understated() -> bytes:
    """Ten megabytes that say they are ten bytes."""
    parts = members(**{"bank.yaml": b"#" * 10_000_000})
    data = zip_of(*parts.items(), method=zipfile.ZIP_DEFLATED)
    return patched(data, 22, 24, "<I", 10)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a path upwards": (lambda: with_extra("../evil.yaml"), "“../evil.yaml”"),
    "a path upwards below": (lambda: with_extra("sources/../../evil.md"), "no part of a pack"),
    "an absolute path": (lambda: with_extra("/etc/evil.md"), "“/etc/evil.md”"),
    "a drive": (lambda: with_extra("C:evil.md"), "“C:evil.md”"),
    "backslashes": (lambda: with_extra("sources\\evil.md"), "no part of a pack"),
    "a control character": (lambda: with_extra("sources/\x1b[31m.md"), "no part of a pack"),
    "a line end": (lambda: with_extra("sources/courier.md\n"), "no part of a pack"),
    "another kind of file": (lambda: with_extra("sources/run.sh"), "“sources/run.sh”"),
    "capitals": (lambda: with_extra("sources/Courier.md"), "“sources/Courier.md”"),
    "a folder": (lambda: zip_of(*members().items(), ("evil/", b"")), "“evil/”"),
    "a long name": (lambda: with_extra("x" * 60_000), "x" * 100 + "”"),
    "a link": (lambda: with_mode(stat.S_IFLNK), "as a link or device"),
    "a device": (lambda: with_mode(stat.S_IFCHR), "as a link or device"),
    "a member twice": (
        lambda: zip_of(*members().items(), ("bank.yaml", BANK)), "“bank.yaml” twice"
    ),
    "encrypted": (lambda: patched(pack.write(a_pack()), 6, 8, "<H", 1), "encrypted"),
    "another method": (
        lambda: zip_of(*members().items(), method=zipfile.ZIP_BZIP2), "method 12"
    ),
    "a method of none": (lambda: patched(pack.write(a_pack()), 8, 10, "<H", 77), "method 77"),
    "a bomb": (bomb, "unpacks to over 32 MiB"),
    "a bomb of parts": (bombs_of_parts, "unpacks to over 32 MiB"),
    "less than it says": (lambda: patched(pack.write(a_pack()), 22, 24, "<I", 10**6), "as long as"),
    "more than it says": (understated, "broken"),
    "very many members": (
        lambda: zip_of(*((f"sources/s{number}.md", b"") for number in range(501))), "over 500"
    ),
    "cut off": (lambda: pack.write(a_pack())[:-40], "broken"),
    "only its beginning": (lambda: b"PK\x03\x04", "broken"),
    "no manifest": (lambda: zipped.archive({"bank.yaml": BANK}), "no pack.json"),
    "no bank": (lambda: zipped.archive(members(**{"bank.yaml": None})), "no bank.yaml"),
    "a manifest of another id": (lambda: with_manifest(id="bridges"), "another bank"),
    "a manifest of another title": (lambda: with_manifest(title="No bridge"), "another bank"),
    "a manifest with a false hash": (
        lambda: with_manifest(sha256={"bank.yaml": "0" * 64, "sources/courier.md": sha256(GUIDE)}),
        "other files",
    ),
    "a manifest with a member less": (
        lambda: with_manifest(sha256={"bank.yaml": sha256(BANK)}), "other files"
    ),
    "a manifest with a member more": (
        lambda: with_manifest(
            sha256={
                "bank.yaml": sha256(BANK), "sources/courier.md": sha256(GUIDE), "x": sha256(b"")
            }
        ),
        "other files",
    ),
    "a manifest without a title": (lambda: with_manifest(title=None), "other keys"),
    "a manifest with a key more": (lambda: with_manifest(made="today"), "other keys"),
    "a manifest with a list": (lambda: with_manifest(sha256=[]), "other keys"),
    "a manifest of version 2": (lambda: with_manifest(**{"civicsquiz-pack": 2}), "version"),
    "a manifest of version true": (lambda: with_manifest(**{"civicsquiz-pack": True}), "version"),
    "a manifest of version 1.0": (lambda: with_manifest(**{"civicsquiz-pack": 1.0}), "version"),
    "a manifest that is text": (lambda: with_manifest_text(b"hello"), "no manifest"),
    "a manifest that is a list": (lambda: with_manifest_text(b"[]"), "no manifest"),
    "a manifest that is not UTF-8": (lambda: with_manifest_text(b"\xff\xfe{}"), "no manifest"),
    "a manifest with a key twice": (
        lambda: with_manifest_text(b'{"civicsquiz-pack": 1, "civicsquiz-pack": 1}'), "no manifest"
    ),
    "a manifest that is deep": (lambda: with_manifest_text(b"[" * 200_000), "no manifest"),
    "a manifest with an endless number": (
        lambda: with_manifest_text(b'{"civicsquiz-pack": ' + b"1" * 10_000 + b"}"), "no manifest"
    ),
    "a broken bank": (
        lambda: zipped.archive(members(**{"bank.yaml": BANK.replace(b"stem", b"stern")})),
        "bank.yaml:8:5: error F6: “stem” is missing",
    ),
    "a bank with an alias": (
        lambda: zipped.archive(members(**{"bank.yaml": BANK + b"topics: &a {b: *a}\n"})), "anchor"
    ),
    "a broken guide": (
        lambda: zipped.archive(members(**{"sources/courier.md": GUIDE.replace(b"31", b"32")})),
        "sources/courier.md:12:",
    ),
    "a guide that is none": (
        lambda: zipped.archive(members(**{"sources/courier.md": b"An article."})),
        "sources/courier.md:1:",
    ),
    "a guide that is no text": (
        lambda: zipped.archive(members(**{"sources/courier.md": b"\xff\xfe"})), "UTF-16"
    ),
    "a guide of another name": (lambda: with_extra("sources/gazette.md"), "no such source"),
    "a guide of no source of the bank": (
        lambda: zipped.archive(
            members(**{"sources/times.md": GUIDE.replace(b"id: courier", b"id: times")})
        ),
        "no such source",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_pack_is_refused_in_a_sentence(name: str) -> None:
    """Each says what is wrong with it, and names the file first."""
    make, told = REFUSED[name]
    with pytest.raises(FileError) as refused:
        pack.read(make(), PATH)
    assert str(refused.value).startswith(f"{PATH}: ")
    assert told in str(refused.value)


_WHOLE = pack.write(a_pack())


@given(st.data())
def test_a_damaged_pack_is_refused_or_the_same(data: st.DataObject) -> None:
    """Whatever bytes are changed, taken out or put in: never a traceback, never another pack."""
    at = data.draw(st.integers(0, len(_WHOLE)))
    taken = data.draw(st.sampled_from([0, 1, 1, 2, 4, 40, len(_WHOLE)]))
    damaged = _WHOLE[:at] + data.draw(st.binary(max_size=4)) + _WHOLE[at + taken :]
    try:
        found = pack.read(damaged, PATH)
    except FileError:
        return
    assert found == a_pack()


def test_a_name_with_nul_is_refused() -> None:
    """zipfile ends a name there; another program may not."""
    data = zipped.archive({**members(), "sources/courier2.md": b""})
    with pytest.raises(FileError, match="no part of a pack"):
        pack.read(data.replace(b"sources/courier2.md", b"sources/courier.md\0"), PATH)
