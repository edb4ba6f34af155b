"""What an item of QTI 2.1 shows: its stem, its choices, its interactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.formats.portable import Form, Text
from civicsquiz.formats.qti21.spelling import HINT, PLAIN, plain_in
from civicsquiz.formats.safe.xml_out import escaped, quoted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

GAP = "____"
INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
_ASIDE = ("rubricBlock", "feedbackBlock", "feedbackInline", "modalFeedback", "stylesheet", "prompt")
_VOID = ("br", "hr", "img", "col")


def interactions(body: Element | None) -> list[Element]:
    """All interactions of an item, in order."""
    if body is None:
        return []
    return [each for each in body.iter() if is_interaction(each)]


def is_interaction(element: Element) -> bool:
    return element.tag.endswith("Interaction")


def stem_of(body: Element | None, interaction: Element | None) -> Text:
    """The stem: the body without its interactions, whose places in running text are shown, and the
    prompt of the interaction."""
    if body is None:
        return Text()
    stated = _stated([each for each in body if each.get("class") != HINT])
    if stated is not None:
        return stated
    parts = [_inside(body, gaps=True).strip()]
    prompt = None if interaction is None else interaction.find("prompt")
    if prompt is not None:
        parts.append(_inside(prompt, gaps=False).strip())
    return _html(" ".join(filter(None, parts)))


def text_of(element: Element | None) -> Text:
    """What an element shows, without feedback in it."""
    if element is None:
        return Text()
    stated = _stated(list(element))
    if stated is not None and not (element.text or "").strip():
        return stated
    return _html(_inside(element, gaps=False).strip())


def hints_of(body: Element | None) -> tuple[Text, ...]:
    """The hints that our writer left in a body."""
    if body is None:
        return ()
    found = (text_of(each) for each in body.iterfind("rubricBlock") if each.get("class") == HINT)
    return tuple(filter(None, found))


def _stated(elements: list[Element]) -> Text | None:
    """The plain text that our writer put in front of everything else."""
    if elements and elements[0].get("class") == PLAIN:
        value = plain_in(elements[0])
        return Text(value) if value else Text()
    return None


def _html(value: str) -> Text:
    return Text(value, Form.HTML) if value else Text()


def _inside(element: Element, *, gaps: bool) -> str:
    """The HTML in an element."""
    parts = [escaped(element.text or "")]
    for child in element:
        if is_interaction(child):
            if gaps and child.tag in INLINE and not _alone(element):
                parts.append(GAP)
        elif child.tag not in _ASIDE:
            parts.append(_whole(child, gaps=gaps))
        parts.append(escaped(child.tail or ""))
    return "".join(parts)


def _alone(parent: Element) -> bool:
    """Whether the interaction in an element stands in an element for itself, so that no gap is meant."""
    texts = [parent.text, *(child.tail for child in parent)]
    return len(parent) == 1 and not any((text or "").strip() for text in texts)


def _whole(element: Element, *, gaps: bool) -> str:
    stated = "".join(
        f' {key}="{quoted(value)}"' for key, value in element.items() if "}" not in key
    )
    if element.tag in _VOID:
        return f"<{element.tag}{stated}>"
    inner = _inside(element, gaps=gaps)
    if not inner.strip() and any(is_interaction(each) for each in element.iter()):
        return ""
    return f"<{element.tag}{stated}>{inner}</{element.tag}>"
