"""Plain text out of the tags and texts of HTML, set as a reader sees it."""

from __future__ import annotations

import re

from civicsquiz.formats.markup.tags import Tag

_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_PARAGRAPHS = frozenset(
    "address article aside blockquote center details dir dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header"
    " hr main menu nav ol p pre section summary table ul".split()
)
_LINES = frozenset(
    "body caption dd div dt figcaption html legend li option tbody tfoot thead title tr".split()
)
_UNSEEN = {
    "script": "a script", "style": "a style sheet", "head": "a page’s head", "title": "a page’s head",
    "template": "a script", "noscript": "a script", "object": "an embedded object", "applet": "a script",
    "iframe": "an embedded page", "canvas": "a drawing", "svg": "a drawing",
}  # fmt: skip
"""Elements that are left out with all that is in them."""
_FILES = {
    "img": "a picture", "audio": "a sound", "video": "a film", "embed": "an embedded object",
    "iframe": "an embedded page", "object": "an embedded object", "source": "", "input": "",
}  # fmt: skip
_TYPE = frozenset("b strong i em u mark big blink font strike s del ins".split())
_FIELDS = frozenset("input button select textarea form".split())
_RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_DEEPEST = 100
_NAMED_LOSSES = 12


class Layout:
    """Takes tokens one by one; `end` gives the text and what was lost."""

    def __init__(self) -> None:
        self._made: list[str] = []
        self._breaks = 0
        self._block = False
        self._gap = False
        self._unseen: list[str] = []
        self._lists: list[int] = []
        self._shifted: tuple[str, list[str]] | None = None
        self._pre = 0
        self._address = ""
        self._linked: list[str] = []
        self._first_cell = True
        self._lost: dict[str, None] = {}

    def text(self, text: str, *, lines: bool = False) -> None:
        """A piece of running text. `lines` where its line breaks are to be seen."""
        if self._unseen:
            return
        if (lines or self._pre) and "\n" in text:
            first, *rest = text.split("\n")
            self._piece(first)
            for line in rest:
                self._break()
                self._piece(line)
        else:
            self._piece(text)

    def exact(self, text: str) -> None:
        """A character that stays as it is."""
        if not self._unseen:
            self._put(text)

    def end(self) -> tuple[str, tuple[str, ...]]:
        self._level()
        lost = list(self._lost)
        if len(lost) > _NAMED_LOSSES:
            lost[_NAMED_LOSSES:] = [f"{len(lost) - _NAMED_LOSSES} things more"]
        return "".join(self._made), tuple(lost)

    def tag(self, tag: Tag) -> None:
        """The beginning or the end of an element."""
        name = tag.name
        if self._unseen:
            if tag.closes and name == self._unseen[-1]:
                self._unseen.pop()
            elif name == self._unseen[-1] and len(self._unseen) < _DEEPEST:
                self._unseen.append(name)
            return
        if name in ("sub", "sup"):
            self._level()
            if not tag.closes:
                self._shifted = name, []
            return
        if name in _PARAGRAPHS or name in _LINES:
            self._level()
            within = name in ("ul", "ol") and (len(self._lists) > (1 if tag.closes else 0))
            self._start_line(1 if name in _LINES or within else 2)
        if tag.closes:
            self._close(name)
        else:
            self._open(name, tag)

    def _open(self, name: str, tag: Tag) -> None:
        if name in _FILES:
            self._file(name, tag)
        elif name in _UNSEEN:
            self._lose(_UNSEEN[name])
        if name in _UNSEEN:
            self._unseen.append(name)
        elif name == "br":
            self._level()
            self._break()
        elif name == "pre":
            self._pre += 1
        elif name in ("ul", "ol") and len(self._lists) < _DEEPEST:
            self._lists.append(1 if name == "ol" else 0)
        elif name == "li":
            self._entry()
        elif name in ("td", "th"):
            if not self._first_cell:
                self._put(" | ")
            self._first_cell, self._gap = False, False
        elif name == "tr":
            self._first_cell = True
            self._lose("a table’s layout")
        elif name == "a":
            self._address, self._linked = tag.get("href").strip(), []
        elif name == "q":
            self._put("“")
        elif name == "math":
            self._lose("a formula’s layout")
        if name in _TYPE:
            self._lose("bold, italic or struck type")
        if name in _FIELDS:
            self._lose("a field to fill in")

    def _close(self, name: str) -> None:
        if name == "p" and not self._made:
            return
        if name == "pre":
            self._pre = max(0, self._pre - 1)
        elif name in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif name == "q":
            self._gap = False
            self._put("”")
        elif name == "a" and self._address:
            if self._address != "".join(self._linked).strip():
                self._lose(f"the address of a link ({_short(self._address)})")
            self._address = ""

    def _entry(self) -> None:
        depth = max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else 0
        self._put("  " * depth + (f"{number}. " if number else "- "))
        if number:
            self._lists[-1] += 1
        self._gap = self._block = False

    def _file(self, name: str, tag: Tag) -> None:
        told = _FILES[name]
        where = _short(tag.get("src") or tag.get("data"))
        if told:
            self._lose(f"{told} ({where})" if where else told)
        if name == "img":
            also = _SPACE.sub(" ", tag.get("alt")).strip()
            self._put(f"[picture: {also}]" if also else "[picture]")
        elif told:
            self._put(f"[{told.partition(' ')[2]}]")

    def _lose(self, told: str) -> None:
        self._lost.setdefault(told)

    def _level(self) -> None:
        """Back from what is set higher or lower."""
        if self._shifted is None:
            return
        (name, pieces), self._shifted = self._shifted, None
        text = "".join(pieces)
        signs = _RAISED if name == "sup" else _LOWERED
        if not text or text in _ORDINALS:
            self._put(text)
        elif all(character in signs for character in text):
            self._put("".join(signs[character] for character in text))
        else:
            self._put(f"{'^' if name == 'sup' else '_'}{text if len(text) == 1 else f'({text})'}")

    def _piece(self, text: str) -> None:
        if not text:
            return
        if self._pre:
            self._put(text.replace("\xa0", " ").replace("\r", ""))
            return
        words = _SPACE.sub(" ", text)
        if words.startswith(" "):
            self._gap = True
            words = words[1:]
        ends = words.endswith(" ")
        if words := words.removesuffix(" "):
            self._put(words)
            self._gap = ends

    def _put(self, text: str) -> None:
        if not text:
            return
        if self._shifted is not None:
            self._shifted[1].append(f" {text}" if self._gap and self._shifted[1] else text)
            self._gap = False
            return
        if self._made and self._breaks:
            self._made.append("\n" * (min(self._breaks, 2) if self._block else self._breaks))
        elif self._made and self._gap and not self._made[-1].endswith((" ", "\n")):
            self._made.append(" ")
        self._breaks, self._block, self._gap = 0, False, False
        self._made.append(text)
        if self._address:
            self._linked.append(text)

    def _break(self) -> None:
        self._breaks += 1
        self._gap = False

    def _start_line(self, breaks: int) -> None:
        self._breaks = max(self._breaks, breaks)
        self._block, self._gap = True, False


def _short(address: str) -> str:
    """An address as a message names it."""
    if address.startswith("data:"):
        return "in the text itself"
    name = address.removeprefix("@@PLUGINFILE@@/")
    return name if len(name) <= 80 else f"{name[:79]}…"
