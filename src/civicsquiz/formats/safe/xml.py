"""XML from anywhere: no document types, no entities, nothing external, and bounded in every direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import LIMITS, Limits, in_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PIECE = 1 << 18
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class _Exceeded(Exception):
    """More of something than is read; the text says of what."""


def parse(data: bytes, name: str, limits: Limits = LIMITS) -> Element:
    """The root of an XML document, its names in ElementTree's form `{namespace}local`; comments and
    processing instructions are left out.

    FileError names the line of what is broken, and what is refused: a document type, an entity, an
    external reference, too many bytes, levels, elements or attributes.
    """
    # XXE and its kin are what defusedxml refuses: nothing here is trusted.
    from xml.etree.ElementTree import Element, ParseError, TreeBuilder

    from defusedxml import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden  # type: ignore[import-untyped]
    from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

    if len(data) > limits.xml:
        raise FileError(name, f"it has more than {in_words(limits.xml)} of XML", "split it up")

    class Bounded(TreeBuilder):
        """Builds elements of the C implementation and counts them."""

        def __init__(self) -> None:
            super().__init__()
            self.depth = self.elements = self.attributes = 0

        def start(self, tag: str, attrs: dict[str, str], /) -> Element:
            self.depth += 1
            self.elements += 1
            self.attributes += len(attrs)
            if self.depth > limits.depth:
                raise _Exceeded(f"its elements stand more than {limits.depth} levels deep")
            if self.elements > limits.elements:
                raise _Exceeded(f"it has more than {limits.elements} elements")
            if self.attributes > limits.attributes:
                raise _Exceeded(f"it has more than {limits.attributes} attributes")
            return super().start(tag, attrs)

        def end(self, tag: str, /) -> Element:
            self.depth -= 1
            return super().end(tag)

    parser = DefusedXMLParser(
        target=Bounded(), forbid_dtd=True, forbid_entities=True, forbid_external=True
    )
    try:
        # A tag is counted only when it is complete, and expat begins it anew with each piece.
        for end in range(_PIECE, len(data) + _PIECE, _PIECE):
            parser.feed(data[end - _PIECE : end])
            if min(end, len(data)) - parser.parser.CurrentByteIndex > limits.tag:
                raise _Exceeded(f"a tag or comment in it is longer than {in_words(limits.tag)}")
        root = parser.close()
    except DTDForbidden:
        raise FileError(
            name, "it has a document type (DOCTYPE), which is refused", "take that line out"
        ) from None
    except EntitiesForbidden:
        raise FileError(name, "it declares entities, which are refused", "take them out") from None
    except ExternalReferenceForbidden:
        raise FileError(
            name, "it refers to another document, which is refused", "take that out"
        ) from None
    except _Exceeded as reason:
        raise FileError(name, str(reason), "split it up") from None
    except ParseError as error:
        line, column = error.position
        told = str(error).partition(": line ")[0]
        raise FileError(
            name, f"its XML is broken ({told})", "export it once more", line, column + 1
        ) from None
    except (LookupError, ValueError):
        raise FileError(
            name, "its XML is in an encoding that is not known here", "save it as UTF-8"
        ) from None
    if not isinstance(root, Element):
        raise FileError(name, "there is no XML in it", "export it once more")
    return root


def root_name(data: bytes) -> str:
    """The local name of the first element, without reading further than 64 KiB; empty where there is
    none. For telling formats apart; never raises."""
    head = data[: 1 << 16]
    for bom, encoding in zip(_BOMS, ("utf-8", "utf-16-le", "utf-16-be"), strict=True):
        if head.startswith(bom):
            text = head[len(bom) :].decode(encoding, "replace")
            break
    else:
        text = head.decode("utf-8", "replace")
    text = text.lstrip()
    place = 0
    while text.startswith(("<?", "<!"), place):
        comment = text.startswith("<!--", place)
        end = text.find("-->" if comment else ">", place)
        if end < 0:
            return ""
        place = end + (3 if comment else 1)
        while text[place : place + 1].isspace():
            place += 1
    if not text.startswith("<", place):
        return ""
    end = place + 1
    while end < len(text) and text[end] not in " \t\r\n/>":
        end += 1
    return text[place + 1 : end].rpartition(":")[2]


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def without_namespaces(root: Element) -> Element:
    """The same tree with local names alone, for files of one vocabulary under many namespaces."""
    for each in root.iter():
        each.tag = local(each)
    return root


def markup_in(element: Element) -> str:
    """What stands in an element, with the tags in it; the text of it where there are none."""
    if len(element) == 0:
        return element.text or ""
    from xml.etree.ElementTree import tostring

    from civicsquiz.formats.safe.xml_out import escaped

    # The children’s tails come with them.
    inner = "".join(tostring(child, "unicode", "html") for child in element)
    return escaped(element.text or "") + inner
