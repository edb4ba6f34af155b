"""What an item of QTI 1.2 shows: its stem, what can be chosen, and texts of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from civicsquiz.formats.portable import Form, Text
from civicsquiz.formats.safe.xml import markup_in
from civicsquiz.formats.safe.xml_out import escaped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy")
GAP = "____"
UNNAMED = "unnamed."
"""How the identifiers begin that we give to what has none; they are read as none."""


@dataclass(frozen=True, slots=True)
class Label:
    """Something that can be chosen."""

    ident: str
    text: Text


def given(ident: str) -> str:
    """An identifier, empty where it was only made up by our writer."""
    return "" if ident.startswith(UNNAMED) else ident


def text_of(mattext: Element | None) -> Text:
    """A text in the form that it states. Where it states none, tags in it say that it is HTML."""
    if mattext is None:
        return Text()
    stated = mattext.get("texttype", "").lower()
    value = markup_in(mattext)
    if len(mattext) or stated in ("text/html", "text/xhtml", "text/rtf"):
        form = Form.HTML
    elif stated:
        form = Form.PLAIN
    else:
        form = Form.HTML if "</" in value or "/>" in value else Form.PLAIN
    return Text(value, form) if value else Text()


def texts_in(element: Element | None) -> Text:
    """All the texts in an element, one after the other."""
    if element is None:
        return Text()
    return joined([text_of(each) for each in _mattexts(element)])


def joined(texts: list[Text]) -> Text:
    """Texts set one after the other: plain where all are, else HTML."""
    texts = [text for text in texts if text]
    if len(texts) < 2:
        return texts[0] if texts else Text()
    if all(text.form is Form.PLAIN for text in texts):
        return Text("".join(text.value for text in texts))
    html = (each.value if each.form is Form.HTML else escaped(each.value) for each in texts)
    return Text("".join(html), Form.HTML)


def stem_of(presentation: Element | None, *, gaps: bool) -> Text:
    """The stem: what stands outside of the responses. With `gaps` their places are shown."""
    if presentation is None:
        return Text()
    pieces: list[Text] = []
    waiting = False
    for element in _flat(presentation):
        if element.tag in RESPONSES:
            waiting = True
            continue
        if waiting and pieces and gaps:
            pieces.append(Text(GAP))
        waiting = False
        pieces.append(text_of(element))
    return joined(pieces)


def _flat(element: Element) -> Iterator[Element]:
    """The texts and responses of a presentation, in order."""
    for child in element:
        if child.tag in ("mattext", "matemtext") or child.tag in RESPONSES:
            yield child
        elif child.tag not in ("altmaterial", "duration", "qticomment"):
            yield from _flat(child)


def _mattexts(element: Element) -> Iterator[Element]:
    for each in element.iter():
        if each.tag in ("mattext", "matemtext"):
            yield each


def responses(presentation: Element | None) -> list[Element]:
    """Everything in an item that takes an answer."""
    if presentation is None:
        return []
    return [each for each in presentation.iter() if each.tag in RESPONSES]


def labels_of(response: Element) -> list[Label]:
    """What can be chosen in a response, in the order of the file."""
    return [
        Label(each.get("ident", ""), texts_in(each)) for each in response.iter("response_label")
    ]


def side_of(response: Element) -> Text:
    """What stands beside a response: the left side of a pair."""
    return joined([texts_in(child) for child in response if child.tag in ("material", "flow_mat")])
