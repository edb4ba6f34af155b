"""A question as the fields of our note type, and its explanation back out of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import pairwise

from civicsquiz.formats.anki.own import GENERAL
from civicsquiz.formats.anki.spelling import spelt, unspelt
from civicsquiz.formats.portable import Answer, Form, Kind, Portable, Text

_GAP = "\n\n"
_PASSAGES = ("The passage that proves it: “", "Another passage says otherwise: “", "For context: “")
_STANCES = ("Stated as fact.", "A primary source of law.", "According to ", "An opinion of ")
_BACKGROUND = ("Not in the article: ",)
_JUDGED = ("true", "false")


def derived(one: Portable) -> dict[str, str]:
    """The fields that say again what the details hold, by their names."""
    answers = [(_shown(one, answer), answer.feedback.value) for answer in one.answers]
    return {
        "Options": _listed(_options(one)),
        "Answer": _answer(one),
        "Whys": _listed(f"{text}: {why}" for text, why in answers if why),
        "Hints": _listed(hint.value for hint in one.hints),
        "Topic": spelt(one.category[-1]) if one.category else "",
    }


def explained(general: str) -> dict[str, str]:
    """An explanation in its four parts, in plain text; all of it is the first where it has no others."""
    paragraphs = general.split(_GAP)
    begins: list[int | None] = []
    at = 0
    for marks in (_PASSAGES, _STANCES, _BACKGROUND):
        # The first paragraph may begin in any words; only a passage is one by its heading.
        rest = range(at if marks is _PASSAGES else max(at, 1), len(paragraphs))
        found = next((place for place in rest if _begins(paragraphs[place], marks)), None)
        begins.append(found)
        at = at if found is None else found
    cuts = [len(paragraphs)]
    for begin in reversed(begins):  # a part that is not there ends where the next one begins
        cuts.insert(0, cuts[0] if begin is None else begin)
    parts = [_GAP.join(paragraphs[begin:end]) for begin, end in pairwise((0, *cuts))]
    if _GAP.join(filter(None, parts)) != general:
        parts = [general, "", "", ""]
    return dict(zip(GENERAL, parts, strict=True))


def joined(fields: Mapping[str, str]) -> Text:
    """The explanation out of its four fields."""
    texts = [unspelt(fields[name]) for name in GENERAL if fields.get(name)]
    if all(text.form is Form.PLAIN for text in texts):
        return Text(_GAP.join(text.value for text in texts))
    return Text("<br><br>".join(fields[name] for name in GENERAL if fields.get(name)), Form.HTML)


def _begins(paragraph: str, marks: tuple[str, ...]) -> bool:
    if paragraph.startswith(marks):
        return True
    return marks is _PASSAGES and paragraph.startswith("For ") and ": “" in paragraph


def _shown(one: Portable, answer: Answer) -> str:
    text = answer.text.value
    if one.kind is Kind.TRUE_FALSE and text in _JUDGED:
        return text.capitalize()
    least, most = answer.least, answer.most
    if one.kind is Kind.NUMBER and least is not None and most is not None and least != most:
        return f"{text} (from {least} to {most})"
    return text


def _options(one: Portable) -> Iterable[str]:
    """What can be chosen, in an order that says nothing of what is right and never changes."""
    match one.kind:
        case Kind.CHOICE | Kind.MULTIPLE:
            return [answer.text.value for answer in one.answers]
        case Kind.TRUE_FALSE:
            return [text.capitalize() for text in _JUDGED]
        case Kind.ORDER:
            return _mixed(one, (answer.text.value for answer in one.answers))
        case Kind.MATCH:
            lefts = [f"{pair.left.value} – ?" for pair in one.pairs if pair.left]
            return [*lefts, *_mixed(one, (f"? – {pair.right.value}" for pair in one.pairs))]
        case _:
            return ()


def _mixed(one: Portable, texts: Iterable[str]) -> list[str]:
    def lot(text: str) -> bytes:
        return hashlib.sha256(f"{one.stem.value}\0{text}".encode()).digest()

    return sorted(dict.fromkeys(texts), key=lot)


def _answer(one: Portable) -> str:
    match one.kind:
        case Kind.ORDER:
            return _listed((answer.text.value for answer in one.answers), tag="ol")
        case Kind.MATCH:
            return _listed(
                f"{pair.left.value} – {pair.right.value}" for pair in one.pairs if pair.left
            )
        case _:
            right = [_shown(one, answer) for answer in one.answers if answer.fraction > 0]
            return spelt(right[0]) if len(right) == 1 else _listed(right)


def _listed(texts: Iterable[str], tag: str = "ul") -> str:
    entries = "".join(f"<li>{spelt(text)}</li>" for text in texts)
    return f"<{tag}>{entries}</{tag}>" if entries else ""
