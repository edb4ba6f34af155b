"""XML as it is written: escaped so that every reader gives the text back, character for character."""

from __future__ import annotations

from collections.abc import Mapping

from civicsquiz.formats.loss import Loss

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_UNHELD = dict.fromkeys(
    [
        *(code for code in range(32) if code not in (9, 10, 13)),
        *range(0xD800, 0xE000),
        0xFFFE,
        0xFFFF,
    ]
)
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_IN_TEXT = str.maketrans(_ESCAPED)
_IN_ATTRIBUTE = str.maketrans({**_ESCAPED, "\n": "&#10;", "\t": "&#9;"})


def held(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write: most control characters, lone
    surrogates, U+FFFE and U+FFFF."""
    return text if text.isprintable() else text.translate(_UNHELD)


def escaped(text: str) -> str:
    """Text between tags. A carriage return is written as a reference, else readers make a line break
    of it; `>` is too, so that no `]]>` arises."""
    return text.translate(_IN_TEXT)


def quoted(text: str) -> str:
    """Text of an attribute, between double quotation marks."""
    return text.translate(_IN_ATTRIBUTE)


def element(tag: str, attributes: Mapping[str, str] | None = None, *content: str) -> str:
    """An element around content that is XML already."""
    stated = "".join(f' {key}="{quoted(value)}"' for key, value in (attributes or {}).items())
    inner = "".join(content)
    return f"<{tag}{stated}>{inner}</{tag}>" if inner else f"<{tag}{stated}/>"


def words(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element around text."""
    return element(tag, attributes, escaped(text))


class Keeping:
    """Gathers what a writer could not carry. `held` gives a text as XML can hold it and notes where
    something of it had to go."""

    def __init__(self) -> None:
        self._losses: dict[Loss, None] = {}

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was noted, in that order, each once."""
        return tuple(self._losses)

    def lost(self, item: str, field: str, told: str) -> None:
        self._losses[Loss(item, field, told)] = None

    def held(self, item: str, field: str, text: str) -> str:
        kept = held(text)
        if kept != text:
            self.lost(item, field, "characters that XML cannot hold were left out")
        return kept
