"""XML that does more than to hold data: refused, in bounded time and memory."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import Limits
from civicsquiz.formats.safe.xml import local, parse, root_name
from civicsquiz.formats.safe.xml_out import HEAD, element, escaped, held, words

LAUGHS = b"""<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><quiz>&b;</quiz>"""
OUTSIDE = b"""<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>"""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (LAUGHS, "document type"),
        (OUTSIDE, "document type"),
        (b'<!DOCTYPE quiz SYSTEM "http://example.org/quiz.dtd"><quiz/>', "document type"),
        (b"<quiz>&nbsp;</quiz>", "undefined entity"),
        (b"<quiz>", "no element found"),
        (b"", "no element found"),
        (b"<quiz>\x00</quiz>", "invalid token"),
        (b"<quiz>&#0;</quiz>", "invalid character number"),
        (b"<quiz>\xff</quiz>", "invalid token"),
        (b'<?xml version="1.0" encoding="zip"?><quiz/>', "encoding"),
        (b'<?xml version="1.0" encoding="gbk"?><quiz/>', "encoding"),
        (b"<quiz>" * 200 + b"</quiz>" * 200, "more than 150 levels"),
        (b"PK\x03\x04 and more", "broken"),
    ],
)
def test_what_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(FileError, match=told) as caught:
        parse(data, "bank.xml")
    assert str(caught.value).startswith("bank.xml:")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "limits", "told"),
    [
        (b"<a>" + b"x" * 200 + b"</a>", Limits(xml=100), "100 bytes of XML"),
        (b"<a>" + b"<b/>" * 20 + b"</a>", Limits(elements=10), "10 elements"),
        (b"<a>" + b"<b c='' d=''/>" * 20 + b"</a>", Limits(attributes=10), "10 attributes"),
        (b"<a><b c='" + b"x" * 600_000 + b"'/></a>", Limits(tag=100_000), "tag or comment"),
        (b"<a><!--" + b"x" * 600_000 + b"--></a>", Limits(tag=100_000), "tag or comment"),
    ],
)
def test_what_is_bounded(data: bytes, limits: Limits, told: str) -> None:
    with pytest.raises(FileError, match=told):
        parse(data, "bank.xml", limits)


def test_an_error_names_its_line() -> None:
    with pytest.raises(FileError, match=r"^bank\.xml:3:3: ") as caught:
        parse(b"<quiz>\n<question>\n</quiz>", "bank.xml")
    assert (caught.value.line, caught.value.column) == (3, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_encodings_that_a_file_may_state(encoding: str) -> None:
    stated = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{stated}"?><quiz>café</quiz>'.encode(encoding)
    assert parse(data, "bank.xml").text == "café"


def test_long_text_is_no_long_tag() -> None:
    text = "x" * 3_000_000
    assert parse(f"<a><![CDATA[{text}]]></a>".encode(), "bank.xml").text == text


def test_the_name_of_the_first_element() -> None:
    assert root_name(b"\xef\xbb\xbf<?xml version='1.0'?><!-- <a> --> <m:quiz x=''>") == "quiz"
    assert root_name("<!DOCTYPE x><quiz/>".encode("utf-16")) == "quiz"
    assert root_name(b"2 < 3") == ""
    assert root_name(b"<!--" * 20_000) == ""
    assert root_name(b"") == ""
    assert local(parse(b'<quiz xmlns="urn:x"/>', "bank.xml")) == "quiz"


@settings(max_examples=examples(100))
@given(st.text(), st.text())
def test_text_comes_back_as_it_was_written(text: str, value: str) -> None:
    text, value = held(text), held(value)
    document = HEAD + element("a", {"b": value}, words("c", text), escaped(text))
    root = parse(document.encode(), "bank.xml")
    assert root.get("b") == value
    assert (root[0].text or "") == text
    assert (root[0].tail or "") == text


def test_what_xml_cannot_hold() -> None:
    assert (
        held("a\0b\x1bc\ufffed\uffffe\ud800f\t\r\n\x85g\U0010ffff") == "abcdef\t\r\n\x85g\U0010ffff"
    )
