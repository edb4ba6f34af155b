"""Questions as a package that every Anki since 2.0 imports, by way of genanki.

Anki knows a note again by its GUID, which follows from the ids of bank and item: a second import makes
no second note. Whether it updates one is decided by when the note was changed, so that whoever exports
says when that is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from civicsquiz.formats.anki import details
from civicsquiz.formats.anki.fields import derived, explained
from civicsquiz.formats.anki.own import DETAILS, FIELDS, guid, model, number
from civicsquiz.formats.anki.spelling import as_tags, bare, hidden, spelt
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Form, Portable, Text
from civicsquiz.formats.safe.archive import pack
from civicsquiz.formats.safe.database import built

WHEN = 1_577_836_800
"""The beginning of 2020, in seconds since 1970."""
_NO_TITLE = "civicsquiz"


def write(collection: Collection, when: int = WHEN) -> tuple[bytes, tuple[Loss, ...]]:
    """The bytes of the package and what it cannot hold. `when` is when the questions were last changed, in
    seconds since 1970: Anki, as it is set up, updates the notes that it has from an earlier import only
    if this is later than it was then. The same questions at the same time give the same bytes."""
    from genanki import Deck, Note, Package  # type: ignore[import-untyped]

    losses = list(_losses(collection))
    title = " ".join(collection.title.split()) or _NO_TITLE
    bank = collection.id or collection.title
    deck = Deck(number("deck", bank), spelt_deck(title), spelt(collection.description))
    kind = model()
    deck.add_model(kind)
    given: dict[str, int] = {}
    for place, one in enumerate(collection.questions):
        again = given[one.id] = given.get(one.id, -1) + 1
        known_by = f"{one.id}\0{again}" if again or not one.id else one.id
        deck.add_note(
            Note(
                model=kind,
                fields=list(_fields(one, collection, first=place == 0)),
                sort_field=bare(one.stem.value),
                tags=as_tags(one.tags),
                guid=guid(bank, known_by),
                due=place + 1,
            )
        )
    numbers = itertools.count(when * 1000 + number("notes", bank) % 1_000_000)
    database = built(lambda cursor: Package(deck).write_to_db(cursor, when, numbers))
    return pack((("collection.anki2", database), ("media", b"{}"))), tuple(losses)


def spelt_deck(title: str) -> str:
    """A title as the name of a deck; two colons would make a deck in a deck."""
    while "::" in title:
        title = title.replace("::", ":")
    return "".join(sign for sign in title if sign >= " ")


def _fields(one: Portable, collection: Collection, *, first: bool) -> Iterator[str]:
    made = {
        "Question": spelt(one.stem.value),
        **derived(one),
        **{name: spelt(part) for name, part in explained(one.general.value).items()},
        DETAILS: hidden(details.written(one, collection, first=first)),
    }
    return (made[name] for name in FIELDS)


def _losses(collection: Collection) -> Iterator[Loss]:
    if not collection.questions and replace(collection, title="") != Collection(()):
        yield Loss("", "", "a deck without notes says nothing of the bank but its title")
    for one in collection.questions:
        for field, text in _texts(one):
            if text.value and text.form is not Form.PLAIN:
                yield Loss(one.id, field, "its markup is shown as it is written")
        for field, text in (("stem", one.stem), ("general", one.general)):
            if bare(text.value) != text.value:
                yield Loss(one.id, field, "control characters, which Anki takes out, were left out")
        if not spelt(one.stem.value):
            yield Loss(one.id, "stem", "it is empty, and Anki makes no card of it")
        if one.foreign:
            yield Loss(one.id, "foreign", "what its type was called elsewhere is not kept")


def _texts(one: Portable) -> Iterator[tuple[str, Text]]:
    yield from (("stem", one.stem), ("general", one.general))
    yield from (("right", one.right), ("partly", one.partly), ("wrong", one.wrong))
    yield from (("hints", hint) for hint in one.hints)
    for answer in one.answers:
        yield from (("answers", answer.text), ("answers", answer.feedback))
    for pair in one.pairs:
        yield from (("pairs", pair.left), ("pairs", pair.right))
