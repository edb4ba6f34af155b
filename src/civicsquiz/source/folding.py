"""Text as a reader compares it: signs that mean the same are the same, words are left alone.

Curly, straight and angled quotation marks are alike; so are a dash, two hyphens and a hyphen with
spaces around it; an ellipsis and three points, apart or not; any white space; an accent and its letter, composed
or not. What cannot be seen (soft hyphens, zero-width spaces) is gone.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_GAP = rf"[\s{_UNSEEN}]"
_NARROW = rf"[{_UNSEEN}]*\s?[{_UNSEEN}]*"
_HYPHEN = "[-‐‑‒–−]"
_POINTS = rf"(?:{_NARROW}[.…])*"
_SPECIAL = (
    r"(?!\w| \w)(?:"  # most characters, and most spaces, are none: this is what takes the time
    rf"(?P<dash>{_GAP}*(?:[—―⸺]|{_HYPHEN}(?:[{_UNSEEN}]*{_HYPHEN})+){_GAP}*"
    rf"|(?:\A|(?<={_GAP})|{_GAP}+){_HYPHEN}(?:{_GAP}+|\Z))"
    r"|(?P<hyphen>[‐‑‒–−])"
    rf"|(?P<ellipsis>(?:…|\.{_NARROW}…|\.{_NARROW}\.{_NARROW}[.…]){_POINTS})"
    r"|(?P<double>[“”„‟″«»])"
    r"|(?P<single>[‘’‚‛′‹›`´])"
    rf"|(?P<space>(?! (?!{_GAP}))[{_UNSEEN}]*\s{_GAP}*)"  # but for a single plain space
    rf"|(?P<unseen>[{_UNSEEN}]+))"
)
_AS_READ = {
    "dash": "—",
    "hyphen": "-",
    "double": '"',
    "single": "'",
    "space": " ",
    "unseen": "",
}
_COMPOSED = re.compile(_SPECIAL)


class Folded:
    """A text as a reader compares it, with the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        self.original = text
        parts: list[str] = []
        self._starts: list[int] = [0]
        self._places: list[int] = [0]
        length = last = 0
        for special in _pattern(text).finditer(text):
            start, end = special.span()
            shown = _AS_READ.get(special.lastgroup or "")
            if special.lastgroup == "ellipsis":
                shown = "." * (special.group().count(".") + 3 * special.group().count("…"))
            elif shown is None:
                shown = unicodedata.normalize("NFC", special.group())
            parts.append(text[last:start])
            parts.append(shown)
            length += start - last
            self._run(length, start)
            length += len(shown)
            self._run(length, end)
            last = end
        parts.append(text[last:])
        self.text = "".join(parts)

    def _run(self, start: int, place: int) -> None:
        if self._starts[-1] == start:
            self._places[-1] = place
        else:
            self._starts.append(start)
            self._places.append(place)

    def place(self, at: int) -> int:
        """The offset in the original text where folded character `at` begins."""
        run = bisect_right(self._starts, at) - 1
        following = self._places[run + 1] if run + 1 < len(self._places) else len(self.original)
        return min(self._places[run] + at - self._starts[run], following)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that folded characters `start` to `end` stand for, without
        white space or anything unseen at its ends."""
        first, last = self.place(start), self.place(end)
        while first < last and _is_gap(self.original[first]):
            first += 1
        while last > first and _is_gap(self.original[last - 1]):
            last -= 1
        return first, last


def fold(text: str) -> str:
    """`text` as a reader compares it; two texts that fold alike are the same quotation."""
    return Folded(text).text


def _is_gap(char: str) -> bool:
    return char.isspace() or char in _UNSEEN


def _pattern(text: str) -> re.Pattern[str]:
    """What is not taken over as it is; letters with their accents only where some are apart."""
    if unicodedata.is_normalized("NFC", text):
        return _COMPOSED
    chars = set(text)
    marks = {char for char in chars if unicodedata.combining(char) or "\u1160" <= char <= "\u11ff"}
    alone = {char for char in chars if unicodedata.normalize("NFC", char) != char} - marks
    groups = [rf"[^\s][{re.escape(''.join(sorted(marks)))}]+"] if marks else []
    groups += [rf"[{re.escape(''.join(sorted(alone)))}]"] if alone else []
    return re.compile(rf"(?P<letter>{'|'.join(groups)})|{_SPECIAL}")
