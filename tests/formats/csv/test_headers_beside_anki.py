"""The lines before the records, read beside Anki itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.formats.csv.layout import lies


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[object, Path]]:
    pytest.importorskip("anki", reason="Anki itself is in the test extra only where it has a wheel")
    from anki.collection import Collection as Anki

    folder = tmp_path_factory.mktemp("anki")
    collection = Anki(str(folder / "collection.anki2"))
    yield collection, folder / "cards.txt"
    collection.close()


_LINES = st.sampled_from(
    (
        "#separator:comma",
        "#separator:\t",
        "#separator:Pipe,,,",
        "#separator: ;",
        "#html:true",
        "#html:FALSE,",
        "#html: true",
        "#tags:a b",
        "#tags:x,y",
        "#guid column:2",
        "#guid column:x",
        "#tags column:3,",
        "#tags column:1",
        "#",
        "# a note",
        "#SEPARATOR:space",
        "tags:first",
        "#columns:one\ttwo\tthree",
        "##html:true",
    )
)
_ROWS = st.sampled_from(
    (
        "a\tb",
        "a\tb\tc",
        "a;b",
        "a,b",
        "x y",
        '"a;\nb"\tc',
        "<b>x</b>\ty",
        "a < b\tc > d",
        "#no\trow",
        "",
        "q",
        '""\tz',
    )
)


@settings(max_examples=examples(150, 30), deadline=None)
@given(head=st.lists(_LINES, max_size=4), rows=st.lists(_ROWS, min_size=1, max_size=3))
def test_headers_as_anki_itself_reads_them(
    anki: tuple[object, Path], head: list[str], rows: list[str]
) -> None:
    from anki.collection import Collection as Anki
    from anki.errors import BackendError
    from anki.import_export_pb2 import CsvMetadata

    collection, path = anki
    assert isinstance(collection, Anki)
    text = "\n".join([*head, *rows]) + "\n"
    path.write_text(text, "utf-8")
    try:
        expected = collection.get_csv_metadata(str(path), None)
    except BackendError:
        return  # It wants a record, and one column that is none of the header's.
    layout = lies(text, "t.txt")
    name = CsvMetadata.Delimiter.Name(expected.delimiter).lower()
    signs = {"tab": "\t", "pipe": "|", "semicolon": ";", "colon": ":", "comma": ",", "space": " "}
    if layout.head.delimiter or layout.delimiter == signs[name]:
        assert layout.delimiter == signs[name]
        assert layout.html == expected.is_html
    assert list(layout.head.tags) == list(expected.global_tags)
    assert layout.head.guid_column == expected.guid_column
    if layout.head.tags_column:
        assert layout.head.tags_column == expected.tags_column
