"""Notes as questions: those of our own type as what they were, all others as questions with a typed answer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from civicsquiz.formats.anki import details, media
from civicsquiz.formats.anki.cloze import gaps
from civicsquiz.formats.anki.collection import Note, Notes
from civicsquiz.formats.anki.fields import derived, joined
from civicsquiz.formats.anki.own import DETAILS, FIELDS, GENERAL
from civicsquiz.formats.anki.spelling import from_tags, unspelt
from civicsquiz.formats.anki.templates import sides
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Portable, Text
from civicsquiz.formats.safe.limits import LIMITS, QUESTIONS

_BREAK = "<br>"
_DEFAULT = ("Default",)


def questions(opened: Notes) -> tuple[Collection, tuple[Loss, ...]]:
    """One question for each note, and one for each cloze of a note with clozes."""
    losses = [Loss(guid, "", told) for guid, told in opened.lost]
    found: list[Portable] = []
    banks: dict[str, details.Details] = {}
    read = size = 0
    for number, note in enumerate(opened.notes, start=1):
        place = f"note {number}"
        size += sum(len(one.stem.value) for one in found[read:])
        read = len(found)
        if read > QUESTIONS or size > LIMITS.total:
            losses.append(Loss(place, "", "from here on nothing more was read"))
            break
        ours = _details(note)
        if ours is None:
            found.extend(_foreign(note, place, losses))
            continue
        if ours.whole or ours.bank.id not in banks:
            banks[ours.bank.id] = ours
        found.append(_own(note, ours.question, place, losses))
    decks = {note.deck for note in opened.notes}
    whole = Collection((), title=_title(decks))
    if len(banks) == 1:
        (ours,) = banks.values()
        whole = ours.bank if ours.whole else replace(whole, id=ours.bank.id)
    return replace(whole, questions=tuple(found)), tuple(losses)


def _title(decks: set[tuple[str, ...]]) -> str:
    """What the only deck is called, if it is called anything."""
    named = decks - {_DEFAULT, ()}
    return next(iter(named))[-1] if len(named) == 1 else ""


def _details(note: Note) -> details.Details | None:
    if not set(FIELDS) <= set(note.type.fields):
        return None
    try:
        return details.read(unspelt(note.named[DETAILS]).value)
    except details.NotOurs:
        return None


def _own(note: Note, question: Portable, place: str, losses: list[Loss]) -> Portable:
    """The question as it was, with what was changed in Anki where fields hold what they show."""
    fields = note.named
    whole = replace(
        question,
        stem=unspelt(fields["Question"]),
        general=joined(fields),
        tags=from_tags(note.tags, question.tags),
        place=place,
    )
    # A new stem mixes the options anew, and would look like a change of theirs.
    expected = derived(replace(question, stem=whole.stem))
    if not fields["Question"]:
        losses.append(Loss(question.id or place, "Question", "it is empty"))
    losses.extend(
        Loss(question.id or place, name, "it was changed in Anki; it is read as it was exported")
        for name in expected
        if _normal(fields[name]) != _normal(expected[name]) and not _same(fields, expected, name)
    )
    return whole


def _same(fields: dict[str, str], expected: dict[str, str], name: str) -> bool:
    """Whether a list has the same entries in another order."""
    return _entries(fields[name]) == _entries(expected[name])


def _entries(field: str) -> list[str]:
    return sorted(_normal(field).removesuffix("</ul>").split("<li>"))


def _normal(field: str) -> str:
    return unicodedata.normalize("NFC", field)


def _foreign(note: Note, place: str, losses: list[Loss]) -> Iterator[Portable]:
    fields = note.named
    card = min(note.cards, default=0)
    templates = note.type.templates
    if note.type.cloze or card >= len(templates):
        card = 0
    front, back = sides(templates[card] if templates else ("", ""), note.type.fields)
    called, silenced = note.guid or place, False
    if set(FIELDS) <= set(fields):
        front, back = FIELDS[:1], ("Answer", *GENERAL)
        losses.append(Loss(called, DETAILS, "it is damaged: what kind of question it was is lost"))
        fields.pop(DETAILS)
    for name in (*front, *back):
        fields[name], told = media.bare(fields[name])
        silenced |= bool(told)
        losses.extend(Loss(called, name, sentence) for sentence in told)
    stem = _BREAK.join(fields[name] for name in front if fields[name])
    behind = [fields[name] for name in back if fields[name]]
    if not stem and not silenced:
        losses.append(Loss(called, "", "there is nothing on the front of its card"))
        return
    rest = [name for name in fields if name not in (*front, *back) and fields[name]]
    losses.extend(
        Loss(called, name, "the first card does not show it, and it was left out") for name in rest
    )
    if not note.type.cloze and len(note.cards) > 1:
        losses.append(
            Loss(called, "", f"it has {len(note.cards)} cards, of which the first was read")
        )
    hidden = gaps(stem) if note.type.cloze else ()
    if note.type.cloze:
        # The back of such a card shows the text again, and what else it has.
        answers, general = [(gap.number, gap.stem, gap.answer) for gap in hidden], behind
    else:
        answers, general = [(0, stem, behind[0] if behind else "")], behind[1:]
    if note.type.cloze and not hidden:
        losses.append(Loss(called, "", "nothing is hidden in it"))
    for number, asked, answer in answers:
        if not answer.strip() and not silenced:
            losses.append(Loss(called, "", "there is no answer on the back of its card"))
        yield Portable(
            kind=Kind.SHORT,
            stem=Text(asked, Form.HTML),
            id=f"{note.guid}-{number}" if len(answers) > 1 else note.guid,
            answers=(Answer(Text(answer, Form.HTML), Decimal(1)),) if answer.strip() else (),
            general=Text(_BREAK.join(general), Form.HTML) if general else Text(),
            category=note.deck if note.deck != _DEFAULT else (),
            tags=note.tags,
            foreign=note.type.name,
            place=place,
        )
