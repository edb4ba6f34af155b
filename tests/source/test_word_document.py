"""Word documents: blocks by their styles, and one clear line for what is none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from tests.source.making import docx, paragraph

from civicsquiz.errors import FileError
from civicsquiz.source import reading, word_document

pytest.importorskip("defusedxml", reason="needs the extra docx")

STYLES = "".join(
    f'<w:style w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
    for id_, name in (("T1", "Title"), ("H2", "heading 2"), ("C", "caption"), ("L", "List Bullet"))
)
TEXT = "The court of the harbour said on Monday that the lamp must burn all night, for the ships need it."


def read(data: bytes) -> list[tuple[str, str]]:
    document = reading.read(data, Path("a.docx"))
    return [(str(block.kind), document.text_of(block)) for block in document.blocks]


def test_styles_tables_and_notes() -> None:
    """Headings by the name of their style, also where its id says nothing; notes come last."""
    body = (
        paragraph("The Trial of the Lamp", "T1") + paragraph("What the court said", "H2")
        + paragraph(TEXT) + paragraph("a short item", "L")
        + f"<w:tbl><w:tr><w:tc>{paragraph('Year')}</w:tc><w:tc>{paragraph('Oil')}</w:tc></w:tr></w:tbl>"
        + paragraph("The lamp at night, before the trial of it.", "C") + paragraph("")
    )  # fmt: skip
    notes = (
        f'<w:footnote w:type="separator">{paragraph("-")}</w:footnote>'
        f"<w:footnote>{paragraph('See the Harbour Act of 1820.')}</w:footnote>"
    )
    assert read(docx(body, {"styles": STYLES, "footnotes": notes})) == [
        ("title", "The Trial of the Lamp"), ("heading", "What the court said"), ("body", TEXT),
        ("body", "a short item"), ("table", "Year"), ("table", "Oil"),
        ("caption", "The lamp at night, before the trial of it."),
        ("footnote", "See the Harbour Act of 1820."),
    ]  # fmt: skip


def test_runs_are_one_text_without_what_was_struck_out() -> None:
    """Tabs, breaks, links and insertions are text; deletions, fields and pictures are none."""
    runs = (
        "<w:p><w:r><w:t>The lamp</w:t><w:tab/><w:t>burns</w:t></w:r>"
        "<w:del><w:r><w:delText>not</w:delText><w:t>never</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'> all night,</w:t></w:r></w:ins>"
        "<w:hyperlink><w:r><w:br/><w:t>said the non</w:t><w:noBreakHyphen/><w:t>resident.</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert read(docx(runs)) == [("body", "The lamp burns all night, said the non-resident.")]


def packed(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return out.getvalue()


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>'
EXTERNAL = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "has no text in it"),
        (b"hello", "is no Word document, or a damaged one"),
        (docx(paragraph(TEXT))[:-40], "is no Word document, or a damaged one"),
        (
            b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            "is protected with a password, or of the old kind .doc",
        ),
        (packed(other="<d/>"), "is no Word document"),
        (packed(document="<d"), "has XML in it that no Word document has"),
        (packed(document=ENTITIES), "has XML in it that no Word document has"),
        (packed(document=EXTERNAL), "has XML in it that no Word document has"),
        (packed(document="<d/>"), "has no text in it"),
    ],
    ids=["empty", "text", "cut", "old", "other", "broken", "entities", "external", "no words"],
)
def test_what_is_no_readable_document_is_refused_in_one_line(data: bytes, problem: str) -> None:
    """Entities are never expanded, and no other file is looked at."""
    with pytest.raises(FileError) as refused:
        read(data)
    assert refused.value.problem == problem
    assert refused.value.mend


@pytest.mark.parametrize("part", ["document", "styles", "footnotes"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """Whatever part of the archive it is in; what its directory says of sizes is not believed."""
    monkeypatch.setattr(word_document, "LARGEST_INSIDE", 2**20)
    parts = {"document": "<d/>", part: " " * (2**20 + 1)}
    with pytest.raises(FileError, match="unpacks into more than 1 MiB"):
        read(packed(**parts))


def test_deep_nesting_is_no_trouble() -> None:
    """No part of the reader calls itself."""
    deep = "<w:sdt>" * 5000 + paragraph(TEXT) + "</w:sdt>" * 5000
    assert read(docx(deep)) == [("body", TEXT)]
