"""HTML cut into tags and text, in time that grows with its length only.

`html.parser` takes a minute for 80 kB of `<a ` on the Pythons that we run on: it looks for the end of
each tag anew. Here nobody looks twice for what is not there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]{0,63}")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]{1,64})(?:\s{0,16}=\s{0,16}(?:"([^"]*)"|'([^']*)'|([^\s"'<>`=]+)))?"""
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_EXACT = re.compile(r"&#x([0-9A-F]{1,6});")
_STOP = re.compile("[>\"']")
_HIGHEST = 0x10FFFF
_SURROGATES = 0xD800, 0xDFFF
_MISFITS = 64
"""How many tags may lack the end of a quotation mark before such marks are no longer looked at."""

KNOWN = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br"
    " button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em"
    " embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i"
    " iframe img input ins kbd label legend li link main map mark math menu meta meter nav nobr noscript object ol"
    " optgroup option output p param picture pre progress q rp rt ruby s samp script section select small source"
    " span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr"
    " track tt u ul var video wbr".split()
)
_PREFIXES = frozenset("o w v m st1 mml m3 svg".split())
"""Of elements that word processors leave behind, and of formulas."""
_WHOLE = frozenset(("script", "style", "textarea", "title"))
"""Elements whose content holds no tags."""
_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in _WHOLE}


@dataclass(frozen=True, slots=True)
class Tag:
    """The beginning or end of an element; `attributes` is what stands after its name."""

    name: str
    closes: bool
    attributes: str = ""

    def get(self, wanted: str) -> str:
        """The value of an attribute, empty where it has none."""
        for found in _ATTRIBUTE.finditer(self.attributes[:4000]):
            if found.group(1).lower() == wanted:
                return characters(next(filter(None, found.groups()[1:]), ""))
        return ""


@dataclass(frozen=True, slots=True)
class Exactly:
    """A character that was written by its number in capital hexadecimals: it is meant as it is, where
    white space else is only a gap."""

    text: str


def tokens(text: str) -> Iterator[Tag | Exactly | str]:
    """The tags and the text between them, in order. What only looks like a tag is text."""
    at = start = misfits = 0
    last, comment = text.rfind(">"), text.rfind("-->")
    while 0 <= (at := text.find("<", at)) < last:
        if text.startswith("<!--", at) and at + 4 > comment:  # it never ends
            at += 4
            continue
        if text.startswith(("<!", "<?"), at):
            yield from _texts(text[start:at])
            remark = text.startswith("<!--", at)
            at = start = text.find("-->", at + 4) + 3 if remark else text.find(">", at) + 1
            continue
        closes = text.startswith("/", at + 1)
        named = _NAME.match(text, at + 1 + closes)
        name = named.group().lower() if named else ""
        if named is None or not (
            name in KNOWN or (":" in name and name.partition(":")[0] in _PREFIXES)
        ):
            at += 1
            continue
        end = _end(text, named.end()) if misfits < _MISFITS else -1
        if end < 0:
            misfits += 1
            end = text.find(">", named.end())
        yield from _texts(text[start:at])
        yield Tag(name, closes, text[named.end() : end])
        at = start = end + 1
        if name in _WHOLE and not closes:
            found = _CLOSING[name].search(text, at)
            end = found.start() if found else len(text)
            yield from _texts(text[start:end])
            at = start = end
    yield from _texts(text[start:])


def _end(text: str, at: int) -> int:
    """Where a tag ends; -1 where a quotation mark in it has no other."""
    while found := _STOP.search(text, at):
        if found.group() == ">":
            return found.start()
        at = text.find(found.group(), found.end()) + 1
        if not at:
            return -1
    return -1


def _texts(text: str) -> Iterator[str | Exactly]:
    at = 0
    for found in _EXACT.finditer(text) if "&" in text else ():
        number = int(found.group(1), 16)
        if number <= _HIGHEST and not _SURROGATES[0] <= number <= _SURROGATES[1]:
            if found.start() > at:
                yield characters(text[at : found.start()])
            yield Exactly(chr(number))
            at = found.end()
    if at < len(text):
        yield characters(text[at:])


def characters(text: str) -> str:
    """The text with its entities as the characters that they stand for."""
    return _REFERENCE.sub(lambda found: html.unescape(found.group()), text)
