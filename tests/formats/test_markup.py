"""Foreign texts as plain text, and plain text as HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.formats import markup
from civicsquiz.formats.portable import Form, Text


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>One</p><p>two<br>three</p>", "One\n\ntwo\nthree"),
        ("<ul><li>a</li><li>b<ol><li>x</li><li>y</li></ol></li></ul>after", "- a\n- b\n  1. x\n  2. y\n\nafter"),
        ("H<sub>2</sub>O, x<sup>2</sup>, 10<sup>th</sup>, a<sup>ij</sup>", "H₂O, x², 10th, a^(ij)"),
        ("a &lt; b &amp; c &nbsp; d &eacute;", "a < b & c d é"),
        ("a < b and List<String>", "a < b and List<String>"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
        ("<q>word</q> for word", "“word” for word"),
        ("<!-- remark -->seen<![CDATA[x]]>", "seen"),
        ("<!-- never ends", "<!-- never ends"),
        ("&#99999999999; &bogus; &#xD800;", "\ufffd9999; &bogus; \ufffd"),
        ('<a title="a > b">x</a>', "x"),
        ("<p>&nbsp;</p>x<p></p><br>", "x"),
    ],
)  # fmt: skip
def test_html_is_set_as_a_reader_sees_it(html: str, wanted: str) -> None:
    assert markup.plain(Text(html, Form.HTML))[0] == wanted


@pytest.mark.parametrize(
    ("html", "shown", "lost"),
    [
        ("<img src='@@PLUGINFILE@@/m.png' alt='A map'>", "[picture: A map]", "a picture (m.png)"),
        ("<img src='data:image/png;base64,AAAA'>", "[picture]", "a picture (in the text itself)"),
        ("x<script>alert('</p>')</script>", "x", "a script"),
        ("<a href='https://a.example'>here</a>", "here", "the address of a link (https://a.example)"),
        ("<b>not</b> this", "not this", "bold, italic or struck type"),
        ("<audio src=hymn.mp3></audio>", "[sound]", "a sound (hymn.mp3)"),
        ("<table><tr><td>1<td>2</table>", "1 | 2", "a table’s layout"),
        ("a<svg><text>b</text></svg>c", "ac", "a drawing"),
    ],
)  # fmt: skip
def test_what_plain_text_cannot_show_is_named(html: str, shown: str, lost: str) -> None:
    assert markup.plain(Text(html, Form.HTML)) == (shown, (lost,))


def test_a_link_that_shows_its_address_loses_nothing() -> None:
    html = "<a href='https://a.example'>https://a.example</a>"
    assert markup.plain(Text(html, Form.HTML)) == ("https://a.example", ())


def test_moodles_own_form_has_line_breaks_but_not_beside_tags() -> None:
    text = "one\ntwo\n\n<p>three</p>\nfour"
    assert markup.plain(Text(text, Form.MOODLE))[0] == "one\ntwo\n\nthree\n\nfour"


def test_markdown_is_set_too() -> None:
    found, lost = markup.plain(Text("# Head\n\n1. x\n2. *y* & z", Form.MARKDOWN))
    assert (found, lost) == ("Head\n\n1. x\n2. y & z", ("bold, italic or struck type",))


def test_plain_text_is_left_alone() -> None:
    assert markup.plain(Text("<b> & \t\0", Form.PLAIN)) == ("<b> & \t\0", ())


@given(
    st.lists(
        st.one_of(st.sampled_from(list(" \n\t\r\0<>&\"'\xa0;#x2b/")), st.text(max_size=3))
    ).map("".join)
)
def test_plain_text_comes_back_out_of_html(text: str) -> None:
    assert markup.plain(Text(markup.html(text), Form.HTML)) == (text, ())


@given(
    st.lists(
        st.sampled_from(
            "<a </a> <b x=' > \" <sup> </sup> <pre> </pre> <script> </script> <ul> <li> </ul> <td> <!-- --> & &lt; &#x20; \n t".split(" ")
        )
    ).map("".join),
    st.sampled_from(Form),
)  # fmt: skip
def test_no_text_is_too_broken(html: str, form: Form) -> None:
    found, lost = markup.plain(Text(html, form))
    assert isinstance(found, str)
    assert all(lost)


@pytest.mark.parametrize(
    "unit",
    ["<a", "<a ", "</", "<!--", "<![CDATA[", '<a "', "<a '>", "<!", "<?", "&#", "&amp", "<a b=", "<script>", "<a b='\" ",
     "<div><b>", "<!-- --!", "<sup>", "<li>", "<ul>", "<object>", "<td>", "<q>", "&#x20;"],
)  # fmt: skip
def test_hostile_html_takes_time_by_its_length(unit: str) -> None:
    """Whoever looks for an end again at each beginning is at it for an hour: `html.parser` takes a minute
    for the first 80 kB of some of these."""
    text = unit * (60_000 // len(unit)) + ">"
    assert isinstance(markup.plain(Text(text, Form.MOODLE))[0], str)
