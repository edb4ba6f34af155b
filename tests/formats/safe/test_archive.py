"""Archives that no honest program writes: each refused by name, and nothing is unpacked."""

from __future__ import annotations

import contextlib
import io
import stat
import struct
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.archive import Archive, is_archive, pack
from civicsquiz.formats.safe.limits import MIB, Limits

Change = Callable[[zipfile.ZipInfo], None]


def made(*entries: tuple[str, bytes], change: Change = lambda info: None) -> bytes:
    """An archive by `zipfile`, which writes whatever name it is told."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in entries:
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.compress_type = zipfile.ZIP_DEFLATED
            change(info)
            archive.writestr(info, content)
    return out.getvalue()


def unpacked(data: bytes, limits: Limits) -> dict[str, bytes]:
    archive = Archive(data, "bank.zip", limits)
    return {name: archive.read(name) for name in archive.names}


def refused(data: bytes, told: str, limits: Limits | None = None) -> None:
    with pytest.raises(FileError, match=told) as caught:
        unpacked(data, limits or Limits())
    assert str(caught.value).startswith("bank.zip: ")
    assert "\n" not in str(caught.value)


def patched(data: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """The data with other bytes at an offset from its last mark."""
    place = data.rindex(mark) + offset
    return data[:place] + value + data[place + len(value) :]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../evil", "leads out of the archive"),
        ("a/../../evil", "leads out of the archive"),
        ("a\\..\\..\\evil", "leads out of the archive"),
        ("/etc/passwd", "outside the archive"),
        ("\\\\server\\share", "outside the archive"),
        ("C:\\evil", "outside the archive"),
        ("c:evil", "outside the archive"),
        ("./", "has no name"),
        ("evil\n.xml", "name of an entry is not one"),
        ("long" * 200, "name of an entry is not one"),
    ],
)
def test_a_name_that_leads_elsewhere(name: str, told: str) -> None:
    refused(made((name, b"evil")), told)


def test_a_name_cut_by_a_nul() -> None:
    refused(
        made(("evil_xml", b"")).replace(b"evil_xml", b"evil\0xml"), "name of an entry is not one"
    )


@pytest.mark.parametrize("twin", ["a.xml", "./a.xml", "a.xml/"])
def test_two_entries_of_one_name(twin: str) -> None:
    refused(made(("a.xml", b"1"), (twin, b"2")), "a.xml twice")


@pytest.mark.parametrize(
    ("form", "told"),
    [(stat.S_IFLNK, "symbolic link"), (stat.S_IFIFO, "no ordinary file")],
)
def test_what_is_no_file(form: int, told: str) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.create_system = 3
        info.external_attr = (form | 0o777) << 16

    refused(made(("link", b"/etc/passwd"), change=change), told)


def test_an_encrypted_entry() -> None:
    data = made(("a.xml", b"secret"))
    refused(patched(data, b"PK\x01\x02", 8, b"\x01\x00"), "a.xml is encrypted")
    refused(patched(data, b"PK\x03\x04", 6, b"\x01\x00"), "differs from its directory")


def test_a_method_that_is_not_read() -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.compress_type = zipfile.ZIP_LZMA

    refused(made(("a.xml", b"1"), change=change), "method")


def test_a_bomb_by_its_ratio() -> None:
    refused(made(("bomb", bytes(8 * MIB))), "bomb would unpack to more than 200 times")


def test_a_bomb_by_its_total() -> None:
    parts = [(f"part{number}", bytes(3000)) for number in range(10)]
    refused(made(*parts), "unpack to more than 20000 bytes", Limits(total=20_000))
    refused(made(*parts), "part0 would unpack", Limits(entry=2_000))


def test_too_many_entries_and_too_long_a_file() -> None:
    data = made(*((str(number), b"") for number in range(30)))
    refused(data, "more than 20 entries", Limits(entries=20))
    refused(data, "larger than 100 bytes", Limits(file=100))


def test_entries_that_share_bytes() -> None:
    """Two entries of the directory that point at one stream."""
    data = made(("a", b"1" * 100), ("b", b"2" * 100))
    both = patched(data, b"PK\x01\x02", 42, struct.pack("<I", 0))
    refused(both, "overlaps|differs")
    longer = patched(data, b"PK\x01\x02", 20, struct.pack("<I", 1 << 20))
    refused(longer, "differs from its directory|cut off")


def test_entries_that_overlap() -> None:
    """A stored entry that holds the other’s header and bytes, as the densest bombs do."""
    inner = made(("b", b"2" * 10))
    local = inner[: inner.index(b"PK\x01\x02")]
    outer = made(("a", local), change=lambda info: setattr(info, "compress_type", 0))
    place = outer.index(local)
    entry = outer[outer.index(b"PK\x01\x02") : outer.rindex(b"PK\x05\x06")]
    other = inner[inner.index(b"PK\x01\x02") : inner.rindex(b"PK\x05\x06")]
    other = other[:42] + struct.pack("<I", place) + other[46:]
    directory = entry + other
    start = outer.index(entry)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    refused(outer[:start] + directory + end, "overlaps another entry")


def test_a_directory_that_states_less_than_there_is() -> None:
    """What is unpacked is bounded by what the directory states, whatever the stream holds."""
    data = made(("a.xml", bytes(100 * MIB)))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        data = patched(data, mark, offset, struct.pack("<I", 100))
    tracemalloc.start()
    refused(data, "another size than its directory states")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * MIB


def test_a_directory_that_states_more_than_there_is() -> None:
    data = made(("a.xml", b"abc"))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        data = patched(data, mark, offset, struct.pack("<I", 100))
    refused(data, "another size")


def test_a_front_that_differs_from_the_directory() -> None:
    data = made(("a.xml", b"abc"))
    refused(data.replace(b"a.xml", b"b.xml", 1), "differs from its directory")
    refused(patched(data, b"PK\x03\x04", 8, b"\x00\x00"), "differs from its directory")


def test_a_damaged_stream() -> None:
    data = bytearray(pack([("a.xml", b"abc" * 50)]))
    data[40] ^= 0xFF
    refused(bytes(data), "a.xml")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive", b"PK\x05\x06" + bytes(3)])
def test_what_is_no_archive(data: bytes) -> None:
    refused(data, "no zip archive|directory is damaged")


def test_an_archive_in_an_archive_is_not_opened() -> None:
    archive = Archive(made(("inner.zip", made(("a", b"1"))), ("a", b"1")), "bank.zip")
    assert archive.read("a") == b"1"
    with pytest.raises(FileError, match=r"inner\.zip in it is an archive too"):
        archive.read("inner.zip")


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(FileError, match="it lacks b"):
        Archive(pack([("a", b"")]), "bank.zip").read("b")


def test_folders_and_the_separators_of_windows() -> None:
    archive = Archive(made(("a/", b""), ("a\\b.xml", b"1"), ("./c", b"2")), "bank.zip")
    assert archive.names == ("a/b.xml", "c")
    assert archive.read("a/b.xml") == b"1"


def test_sizes_that_follow_the_stream() -> None:
    """As programs write that cannot go back: the sizes at the front are 0."""

    class OneWay(io.RawIOBase):
        def __init__(self) -> None:
            self.parts: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.parts.append(bytes(data))  # type: ignore[call-overload]
            return len(self.parts[-1])

    out = OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"abc")
    assert Archive(b"".join(out.parts), "bank.zip").read("a.xml") == b"abc"


@settings(max_examples=examples(100))
@given(
    st.dictionaries(st.from_regex(r"[a-zé]{1,9}(/[a-z]{1,9})?\.xml", fullmatch=True), st.binary())
)
def test_what_is_packed_is_read(files: dict[str, bytes]) -> None:
    files = {name: data for name, data in files.items() if not is_archive(data)}
    packed = pack(files.items())
    assert packed == pack(files.items())
    archive = Archive(packed, "bank.zip")
    assert {name: archive.read(name) for name in archive.names} == files


def test_nothing_that_is_packed_looks_like_a_bomb() -> None:
    long = b"a" * (5 * MIB)
    assert Archive(pack([("a", long)]), "bank.zip").read("a") == long


@settings(max_examples=examples(150))
@given(st.data())
def test_any_damage_is_one_sentence_or_none(data: st.DataObject) -> None:
    whole = bytearray(pack([("imsmanifest.xml", b"<manifest/>"), ("a/b.xml", zlib.compress(b"x"))]))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    for damaged in (bytes(whole), cut):
        with contextlib.suppress(FileError):
            unpacked(damaged, Limits())
