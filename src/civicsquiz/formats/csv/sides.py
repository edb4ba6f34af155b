"""Lists of terms and definitions: the longer side is asked, the shorter one is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from civicsquiz.formats import markup
from civicsquiz.formats.anki import media
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Portable, Text

_LONG, _SHORT = 6, 5
"""Words from which a back is too long to be typed, and up to which a front can be."""


def turned(questions: Sequence[Portable]) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """Fronts and backs changed over where only the front is short, and one sentence about it. A front that
    ends with a question mark is a question, and stays one."""
    found = [_over(one) if _is_definition(one) else one for one in questions]
    number = sum(1 for new, old in zip(found, questions, strict=True) if new is not old)
    if not number:
        return tuple(questions), ()
    rows = "1 row" if number == 1 else f"{number:,} rows"
    told = f"the longer side is asked, and the shorter one is the answer ({rows})"
    return tuple(found), (Loss("", "", told),)


def silent(questions: Sequence[Portable]) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    """Fronts and backs without sounds and pictures; one of which nothing is left is left out."""
    found, losses = [], []
    for one in questions:
        stem, told = media.bare(one.stem.value)
        given = [media.bare(answer.text.value) for answer in one.answers]
        sentences = [*told, *(sentence for bare in given for sentence in bare.lost)]
        losses += [Loss(one.place, "", sentence) for sentence in sentences]
        texts = [replace(one.stem, value=stem)]
        texts += [
            replace(answer.text, value=bare.value)
            for answer, bare in zip(one.answers, given, strict=True)
        ]
        if sentences and not all(map(media.says_something, texts)):
            losses.append(Loss(one.place, "", "left out: without that nothing is left of it"))
            continue
        pairs = zip(one.answers, texts[1:], strict=True)
        answers = tuple(replace(answer, text=text) for answer, text in pairs)
        found.append(replace(one, stem=texts[0], answers=answers) if sentences else one)
    return tuple(found), tuple(losses)


def _over(one: Portable) -> Portable:
    (answer,) = one.answers
    return replace(one, stem=answer.text, answers=(replace(answer, text=one.stem),))


def _is_definition(one: Portable) -> bool:
    if len(one.answers) != 1:
        return False
    front, back = _plain(one.stem), _plain(one.answers[0].text)
    return (
        1 <= len(front.split()) <= _SHORT
        and len(back.split()) >= _LONG
        and not front.rstrip().endswith("?")
    )


def _plain(text: Text) -> str:
    return markup.plain(text)[0]
