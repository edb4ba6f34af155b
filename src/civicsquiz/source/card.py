"""A source's card: what is known of a document, and nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from civicsquiz.source.dates import in_words
from civicsquiz.source.document import Kind
from civicsquiz.source.selector import Selector
from civicsquiz.source.visible import one_line


@dataclass(frozen=True, slots=True)
class Correction:
    """What kind a block of the document is, whatever it looks like: the block that the words of
    `selector` stand in."""

    selector: Selector
    kind: Kind


def corrections_of(values: object) -> tuple[Correction, ...]:
    """The corrections that a card's `kinds:` says, as YAML or JSON gives it.

    Raises:
        ValueError: what is wrong, in words.
    """
    if not isinstance(values, list | tuple):
        raise ValueError("is not a list of corrections")  # noqa: TRY004
    return tuple(map(_correction, values))


def _correction(values: object) -> Correction:
    if not isinstance(values, Mapping) or not all(
        isinstance(text, str) for text in values.values()
    ):
        raise ValueError("has a correction that is not a set of keys and texts")
    unknown = values.keys() - {"exact", "prefix", "suffix", "kind"}
    if unknown or not (values.get("exact") or "").strip() or "kind" not in values:
        raise ValueError("has a correction without “exact” and “kind”, or with other keys")
    if values["kind"] not in list(Kind):
        raise ValueError(f"has a correction to “{values['kind']}”, which is no kind of block")
    exact, prefix, suffix = (
        one_line(values.get(key) or "") for key in ("exact", "prefix", "suffix")
    )
    return Correction(Selector(exact, prefix, suffix), Kind(values["kind"]))


def as_values(correction: Correction) -> dict[str, str]:
    """A correction as a card's `kinds:` says it; `corrections_of` reads it back."""
    selector = correction.selector
    values = {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix}
    return {key: text for key, text in values.items() if text} | {"kind": correction.kind.value}


@dataclass(frozen=True, slots=True)
class Card:
    """Who says something, and where. What the document does not state is None, never guessed.

    `label` names a source whose title is not stated. `date` is ISO 8601, to the day, month or year.
    `genre` is the kind of source in words ("broadcaster", "essay that argues a case"). `sha256` is
    of the document's raw bytes, in hexadecimal. `kinds` corrects how the document is read.
    """

    id: str
    label: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    rights: str | None = None
    genre: str | None = None
    sha256: str | None = None
    kinds: tuple[Correction, ...] = ()

    @property
    def public_domain(self) -> bool:
        """Whether nobody owns the words, so that as much may be quoted as is useful."""
        return self.rights == "public domain"

    @property
    def states_law(self) -> bool:
        """Whether its words are the law itself: a statute, a constitution, an opinion of a court."""
        genre = (self.genre or "").casefold()
        return "primary" in genre and "law" in genre


def citation(card: Card, place: str = "") -> str:
    """What a reader needs to find the passage again, in words.

    The title is set in quotation marks; where the document states none, the label stands in
    brackets. `place` says where in the source ("paragraph 11").
    """
    name = f"“{card.title}”" if card.title else f"[{card.label}]"
    parts = [card.author or "", name, card.publisher or "", place]
    parts.append(in_words(card.date) if card.date else "date not stated")
    return ", ".join(part for part in parts if part)
