"""Web pages: the article without the page around it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from civicsquiz.errors import FileError
from civicsquiz.source import reading, web_page
from civicsquiz.source.about import card_of
from civicsquiz.source.document import Document, Kind

pytest.importorskip("trafilatura", reason="needs the extra html")

FIRST = "The court of the harbour said on Friday that the lamp must burn all night, because the ships need it."
SECOND = "Judge Brown wrote that a lamp that does not burn is no lamp. She cited a law of 1820 & the custom."
THIRD = "The board may appeal within thirty days of the ruling, and most people expect that it will not."
PAGE = f"""<!doctype html><html lang="en"><head><title>The Trial of the Lamp | Harbour News</title>
<meta name="author" content="Ines Abara"><meta property="og:site_name" content="Harbour News">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="https://example.org/lamp"><style>p {{}}</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/politics">Politics</a></ul></nav>
<article><h1>The Trial of the Lamp</h1><p>{FIRST}</p>
<figure><img src="a.png"><figcaption>The lamp at night.</figcaption></figure>
<h2>What the judge said</h2><p>{SECOND.replace("&", "&amp;")}</p>
<ul><li>The ships need a light to find the harbour at night.</li></ul>
<table><tr><th>Year</th><th>Oil</th></tr><tr><td>1820</td><td>30</td></tr></table>
<script>document.write("<p>It is a script that says this, and not the article.</p>")</script>
<p>{THIRD}</p></article>
<aside><h3>Related</h3><p><a href="/y">Ten more lamps that you have to see before you die</a></p></aside>
<footer><p>Copyright Harbour News. Subscribe to our newsletter!</p></footer></body></html>"""


def read(data: bytes, name: str = "a.html") -> Document:
    return reading.read(data, Path(name))


def test_an_article_is_taken_out_of_its_page() -> None:
    """Headings, lists and tables as what they are; menus, related links and footers are gone."""
    document = read(PAGE.encode())
    found = [(str(block.kind), document.text_of(block)) for block in document.blocks]
    assert found[:4] == [
        ("metadata", "Author: Ines Abara"), ("metadata", "Publisher: Harbour News"),
        ("metadata", "Date: 2024-05-03"), ("metadata", "URL: https://example.org/lamp"),
    ]  # fmt: skip
    assert found[4:] == [
        ("title", "The Trial of the Lamp"), ("body", FIRST), ("heading", "What the judge said"),
        ("body", SECOND), ("body", "The ships need a light to find the harbour at night."),
        ("table", "Year"), ("table", "Oil"), ("table", "1820"), ("table", "30"), ("body", THIRD),
    ]  # fmt: skip
    assert [document.raw_offset(at) for at in range(5)] == list(range(5))


def test_its_card_is_what_the_head_of_the_page_states() -> None:
    """And nothing that it does not."""
    card = card_of(read(PAGE.encode(), "lamp-page.htm"), Path("lamp-page.htm"))
    assert (card.id, card.title, card.publisher) == (
        "lamp-page",
        "The Trial of the Lamp",
        "Harbour News",
    )
    assert (card.author, card.date, card.url) == (
        "Ines Abara",
        "2024-05-03",
        "https://example.org/lamp",
    )
    bare = PAGE[: PAGE.index("<meta")] + PAGE[PAGE.index("</head>") :]
    card = card_of(read(bare.encode()), Path("a.html"))
    assert (card.author, card.date, card.url, card.rights) == (None, None, None, None)


def test_the_heading_over_the_article_is_its_title() -> None:
    """Whatever the head of the page says; without one, the head does."""
    other = PAGE.replace("<title>The Trial of the Lamp |", "<title>Harbour days: all the news |")
    document = read(other.encode())
    titles = [document.text_of(block) for block in document.blocks if block.kind is Kind.TITLE]
    assert titles == ["The Trial of the Lamp"]
    document = read(PAGE.replace("<h1>The Trial of the Lamp</h1>", "").encode())
    titles = [document.text_of(block) for block in document.blocks if block.kind is Kind.TITLE]
    assert titles == ["The Trial of the Lamp"]


def test_a_date_is_never_looked_for_in_the_text() -> None:
    """The year of a law is not the article's."""
    bare = PAGE.replace("2024-05-03T10:00:00Z", "").replace("Friday", "Friday, May 3, 2019,")
    assert card_of(read(bare.encode()), Path("a.html")).date is None


def test_the_same_page_is_read_the_same_whatever_the_hash_seed() -> None:
    """In three programs."""
    code = (
        "import sys; from pathlib import Path; from civicsquiz.source import reading\n"
        "print(reading.read(sys.stdin.buffer.read(), Path('a.html')))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], input=PAGE.encode(), capture_output=True, check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(outputs) == 1


def test_a_page_in_another_encoding_is_read_as_it_says() -> None:
    """One that says nothing has to be UTF-8."""
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Brown", "Brûlé")
    assert "Judge Brûlé" in read(page.encode("iso-8859-1")).text
    with pytest.raises(FileError, match="not UTF-8"):
        read(PAGE.replace("Brown", "Brûlé").encode("iso-8859-1"))


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"<html></html>", b"<html><body><nav><a href=x>Home</a></nav>"]
)
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    """In one line."""
    with pytest.raises(FileError) as refused:
        read(data)
    assert "\n" not in str(refused.value)
    assert refused.value.mend


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<p><a href='x'>", "<ul><li>"])
def test_hostile_pages_end(tag: str) -> None:
    """Nested without an end: read or refused, and no crash."""
    page = f"<html><body>{tag * 3000}<p>{FIRST}</p><p>{SECOND}</p>"
    told = ""
    try:
        told = read(page.encode()).text
    except FileError as refused:
        told = refused.mend
    assert told


def test_large_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By size, and by how much markup there is."""
    monkeypatch.setattr(web_page, "LARGEST", 2**20)
    with pytest.raises(
        FileError, match="a web page of 2 MiB: split it; of such files at most 1 MiB"
    ):
        read(b"<p>" + b"a" * 2**20)
    with pytest.raises(FileError, match="more markup than any article"):
        read(b"<" * 150_001)


def test_no_entity_leads_to_another_file() -> None:
    """What is no HTML is text at most."""
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + PAGE.replace(
        "&amp;", "&x;"
    )
    document = read(page.encode())
    kinds = {block.kind for block in document.blocks}
    assert Kind.BODY in kinds
    assert Path("/etc/hostname").read_text().strip() not in document.text
