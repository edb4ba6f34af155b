"""Banks and items as the rest of the program sees them: frozen, validated, free of file forms.

Nothing here imports pydantic or yaml: a bank out of the cache is shown without either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector


class Stance(StrEnum):
    """How the source holds the claim that an item asks about."""

    FACT = "fact"
    ATTRIBUTED = "attributed"
    OPINION = "opinion"
    DISPUTED = "disputed"


class Accuracy(StrEnum):
    """How right the source's statement is, whatever its stance."""

    SOUND = "sound"
    LOOSE = "loose"
    OUTDATED = "outdated"
    CONTESTED = "contested"


class Role(StrEnum):
    """What a passage does for an item."""

    PROVES = "proves"
    CONTEXT = "context"
    DIFFERS = "differs"


class Status(StrEnum):
    """Whether an item may be asked: drafts never, unproven items only on request."""

    READY = "ready"
    DRAFT = "draft"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be answered. `why` says why it is wrong; the key has none.

    `id` is what the log holds: it stays when the text is mended only if the bank states it.
    """

    id: str
    text: str
    why: str = ""


def option_id(text: str) -> str:
    """The id of an option for which the bank states none: the first eight hexadecimal digits of
    the SHA-256 of its text in UTF-8. Independent of the order of the options."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose claim it is; `also` lists further names under which a stem may call them."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item's link to a passage. `part` says which part of a many-part key it proves."""

    source: str
    selector: Selector
    role: Role = Role.PROVES
    part: str | None = None


@dataclass(frozen=True, kw_only=True)
class Item:
    """What all types of item have in common; `options` and `key_ids` speak of all of them alike."""

    id: str
    topic: str
    stance: Stance
    stem: str
    rationale: str
    evidence: tuple[Evidence, ...]
    holder: Holder | None = None
    accuracy: Accuracy | None = None
    as_of: str | None = None
    because: str | None = None
    background: str | None = None
    standards: tuple[str, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)
    status: Status = Status.READY
    formerly: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        raise NotImplementedError

    @property
    def options(self) -> tuple[Option, ...]:
        """Everything that can be chosen, the key first, in the order of the file."""
        raise NotImplementedError

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the options that are right."""
        raise NotImplementedError

    @property
    def key_text(self) -> str:
        """The right answer as it is read out."""
        return ", ".join(option.text for option in self.options if option.id in self.key_ids)

    def evidence_in(self, role: Role) -> tuple[Evidence, ...]:
        return tuple(evidence for evidence in self.evidence if evidence.role is role)


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """One key among distractors."""

    key: Option
    distractors: tuple[Option, ...]

    @property
    def type(self) -> str:
        return "choice"

    @property
    def options(self) -> tuple[Option, ...]:
        return (self.key, *self.distractors)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return (self.key.id,)


@dataclass(frozen=True, kw_only=True)
class TrueFalse(Item):
    """A statement to be judged; `why` says why the other judgement is wrong."""

    key: bool
    why: str = ""

    @property
    def type(self) -> str:
        return "true-false"

    @property
    def options(self) -> tuple[Option, ...]:
        right = Option("true" if self.key else "false", "True" if self.key else "False")
        wrong = Option("false" if self.key else "true", "False" if self.key else "True", self.why)
        return (right, wrong)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return ("true" if self.key else "false",)


@dataclass(frozen=True, kw_only=True)
class Bank:
    """A titled, ordered set of items, with a card for each source they rest on."""

    id: str
    title: str
    description: str = ""
    language: str = "en"
    licence: str | None = None
    as_of: str | None = None
    cards: Mapping[str, Card]
    items: tuple[Item, ...]
    formerly: tuple[str, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)

    def topic_name(self, topic: str) -> str:
        """A topic as it is shown: the name that the bank gives it, else its slug in words."""
        return self.topics.get(topic) or topic.replace("-", " ").capitalize()

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items that a session may ask."""
        return tuple(item for item in self.items if item.status is Status.READY)
