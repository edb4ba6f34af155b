"""Questions as a GIFT file that Moodle reads as they are meant."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.models import option_id
from civicsquiz.formats.gift import comments, naming
from civicsquiz.formats.gift.carrying import Carrier, LeftOut
from civicsquiz.formats.gift.reading import CATEGORY
from civicsquiz.formats.gift.sections import section
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Kind, Portable


def write(collection: Collection) -> tuple[bytes, tuple[Loss, ...]]:
    """The file, in UTF-8, and what of the questions it does not carry.

    A question that Moodle would not read as it is meant is left out, and named.
    """
    writer = _Writer()
    blocks = [
        *writer.heading(collection),
        *filter(None, map(writer.question, collection.questions)),
    ]
    return "".join(f"{block}\n\n" for block in blocks).encode(), tuple(writer.losses)


class _Writer:
    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self._category: tuple[str, ...] = ()
        self._ids: set[tuple[tuple[str, ...], str]] = set()

    def heading(self, collection: Collection) -> Iterator[str]:
        """What the bank is called, in comments."""
        carrier = Carrier("")
        said = {
            "title": collection.title,
            "description": collection.description,
            "language": collection.language,
        }
        found = [
            comments.heading(key, carrier.fit(text, key)) for key, text in said.items() if text
        ]
        self.losses += carrier.losses
        if found:
            yield "\n".join(found)

    def question(self, question: Portable) -> str:
        """The block of a question, after that of its category where it is another than before; empty
        where the question had to be left out."""
        item = question.id or question.name or question.place
        carrier = Carrier(item)
        try:
            braced = section(question, carrier)
        except LeftOut as error:
            self.losses.append(Loss(item, "", f"left out: {error}"))
            return ""
        stem = carrier.formed(question.stem, "stem", None)
        _missing(question, carrier)
        marks, name = self._marks(question, carrier), _name(question, carrier)
        switch = self._switched(question, carrier)
        self.losses += carrier.losses
        return f"{switch}{marks}{name}{stem}{braced or ''}"

    def _switched(self, question: Portable, carrier: Carrier) -> str:
        wanted = question.category
        names = wanted[: naming.MOST_LEVELS]
        path = tuple(carrier.fit(" ".join(name.split("\n")), "topic") for name in names)
        path = tuple(name for name in map(naming.cleaned, path) if name not in ("", naming.TOP))
        if path != wanted:
            carrier.lose("topic", "the names of categories are cut to what Moodle takes")
        if path == self._category:
            return ""
        if not path:
            carrier.lose(
                "topic", f"GIFT has no way back to no category: it stands in “{self._category[-1]}”"
            )
            return ""
        self._category = path
        return f"{CATEGORY} {naming.written_path(path)}\n\n"

    def _marks(self, question: Portable, carrier: Carrier) -> str:
        found = []
        if question.id:
            known = (question.category, question.id)
            if len(question.id) > comments.LONGEST_ID or not comments.fits(question.id, "id"):
                carrier.lose(
                    "id", "Moodle has no such id: it is too long, or has signs that no comment has"
                )
            elif known in self._ids:
                carrier.lose("id", "a question before it in the same category has it already")
            else:
                found.append(comments.mark("id", question.id))
                self._ids.add(known)
        for tag in dict.fromkeys(question.tags):
            if not comments.fits(tag, "tag"):
                carrier.lose("tags", f"Moodle has no such tag: “{tag}”")
                continue
            if len(tag) > comments.LONGEST_TAG:
                carrier.lose(
                    "tags", f"Moodle cuts a tag after {comments.LONGEST_TAG} characters: “{tag}”"
                )
            found.append(comments.mark("tag", tag))
        if len(set(question.tags)) < len(question.tags):
            carrier.lose("tags", "a tag that stands twice was written once")
        return "".join(f"{line}\n" for line in found)


def _name(question: Portable, carrier: Carrier) -> str:
    name = carrier.plain(naming.cleaned(question.name), "name")
    if not name:
        carrier.lose("name", "it has none: Moodle calls it by the beginning of its text")
    elif naming.cleaned(question.name) != question.name:
        carrier.lose("name", "Moodle takes no tags in a name, and cuts it after 255 characters")
    return f"::{name}::" if name else ""


def _missing(question: Portable, carrier: Carrier) -> None:
    """Names what GIFT has no place for."""
    if question.right or question.partly or question.wrong:
        carrier.lose(
            "feedback", "GIFT has no feedback to right, partly right and wrong answers in general"
        )
    if question.hints:
        carrier.lose("hints", "GIFT has no hints")
    if question.case_sensitive:
        carrier.lose("case", "in GIFT capital letters never matter in what is typed")
    if question.points is not None:
        carrier.lose("points", "GIFT has no points: Moodle gives each question one")
    answers = question.answers if question.kind in _UNANSWERED else ()
    pairs = question.pairs if question.kind is not Kind.MATCH else ()
    if answers or pairs:
        carrier.lose("key", "a question of this type has no such answers in GIFT")
    ids = [(answer.id, answer.text.value) for answer in question.answers]
    ids += [(pair.left_id, pair.left.value) for pair in question.pairs]
    ids += [(pair.right_id, pair.right.value) for pair in question.pairs]
    if any(known and known != option_id(text) for known, text in ids):
        carrier.lose("id", "GIFT has no ids of answers")


_UNANSWERED = (Kind.MATCH, Kind.ESSAY, Kind.DESCRIPTION)
