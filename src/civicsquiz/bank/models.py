"""Banks and items as the rest of the program sees them: frozen, validated, free of file forms.

The eight types of item are in `bank.items`. Nothing here imports pydantic or yaml: a bank out of the cache is shown without either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from civicsquiz.bank.origin import Drafted, Origin, Rejected
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
    LAW = "law"
    """The law's own words, beside what an article says of it."""
    CANDIDATE = "candidate"
    """Offered as an answer: a wrong sentence of an evidence item. No bank file states this role."""


class Content(StrEnum):
    """What a content note warns of, so that a student can leave an item out."""

    TORTURE = "torture"
    DEATHS = "deaths"
    FAMILY_TIES = "family-ties"


class Status(StrEnum):
    """Whether an item may be asked: drafts never, unproven items only on request."""

    READY = "ready"
    DRAFT = "draft"
    NEEDS_EDITING = "needs-editing"
    """In the tray: a draft of a kind that seldom holds up. Never asked, and no draft to be judged."""
    UNPROVEN = "unproven"

    @property
    def unjudged(self) -> bool:
        """Whether nobody has said yet that the item is good."""
        return self in (Status.DRAFT, Status.NEEDS_EDITING)


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
class Miss:
    """A known wrong answer to what is typed, and why it is wrong."""

    answer: str
    why: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose claim it is; `also` lists further names under which a stem may call them."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item's link to a passage. `parts` are the texts of the parts of a many-part key that it
    proves, none where it proves all; `plain` is what it says in plain words, ours."""

    source: str
    selector: Selector
    role: Role = Role.PROVES
    parts: tuple[str, ...] = ()
    plain: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Item:
    """What all types of item have in common.

    The properties speak of all types alike, in the form that the log holds. A **response** is a
    tuple: the id of an option (choice, true-false, evidence), the ids of several, sorted (multiple)
    or in their order (order), `left=right` pairs of ids, sorted (match), or what was typed (short,
    number).
    """

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
    hints: tuple[str, ...] = ()
    content: tuple[Content, ...] = ()
    standards: tuple[str, ...] = ()
    allow: Mapping[str, str] = field(default_factory=dict)
    status: Status = Status.READY
    formerly: tuple[str, ...] = ()
    origin: Origin | None = None
    draft: Drafted | None = None

    # Said once for all types: made for each, they would double the time that the types take to load.

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.id, self.stem))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({values})"

    @property
    def type(self) -> str:
        raise NotImplementedError

    @property
    def prompts(self) -> tuple[Option, ...]:
        """What options are to be matched with, in the order of the file; none in most types."""
        return ()

    @property
    def options(self) -> tuple[Option, ...]:
        """Everything that can be chosen, what is right first, in the order of the file; none where
        the answer is typed."""
        return ()

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the options that are right, in the order of the key; none where the answer is
        typed."""
        return ()

    @property
    def key_response(self) -> tuple[str, ...]:
        """The response that gets full marks; of several accepted ones the first."""
        return self.key_ids

    @property
    def key_text(self) -> str:
        """The right answer as it is read out."""
        texts = {option.id: option.text for option in self.options}
        return ", ".join(texts[name] for name in self.key_ids)

    @property
    def key_parts(self) -> tuple[str, ...]:
        """The texts by which evidence names parts of the key; none where the key is one."""
        return ()

    @property
    def misses(self) -> tuple[Miss, ...]:
        """Known wrong answers to what is typed."""
        return ()

    def evidence_in(self, role: Role) -> tuple[Evidence, ...]:
        return tuple(evidence for evidence in self.evidence if evidence.role is role)


@dataclass(frozen=True, slots=True)
class Term:
    """A word to know, with its other forms. `entry` explains it; empty where the shared glossary
    does."""

    term: str
    also: tuple[str, ...] = ()
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a discussion, with beginnings of sentences for whoever takes it."""

    view: str
    starters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Discussion:
    """A question with two sides that nobody grades; nothing written about it is kept."""

    question: str
    sides: tuple[Side, Side]


@dataclass(frozen=True, kw_only=True)
class Bank:
    """A titled, ordered set of items, with a card for each source they rest on.

    `read_first` (paragraphs parted by an empty line) and `vocabulary` come before the questions,
    `discussion` after them; all three are ours and none is evidence.
    """

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
    read_first: str | None = None
    vocabulary: tuple[Term, ...] = ()
    discussion: Discussion | None = None
    rejected: tuple[Rejected, ...] = ()

    def topic_name(self, topic: str) -> str:
        """A topic as it is shown: the name that the bank gives it, else its slug in words."""
        return self.topics.get(topic) or topic.replace("-", " ").capitalize()

    def rests_on_law(self, item: Item) -> bool:
        """Whether the law itself proves the key of an item, and nothing that is said of it."""
        proving = [one.source for one in item.evidence if one.role is Role.PROVES]
        return bool(proving) and all(self.cards[source].states_law for source in proving)

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items that a session may ask."""
        return tuple(item for item in self.items if item.status is Status.READY)

    @property
    def judged(self) -> tuple[Item, ...]:
        """The items that are neither drafts nor in the tray: what a student's bank consists of."""
        return tuple(item for item in self.items if not item.status.unjudged)

    @property
    def drafts(self) -> tuple[Item, ...]:
        """The items that wait for a teacher's judgement."""
        return tuple(item for item in self.items if item.status is Status.DRAFT)

    @property
    def tray(self) -> tuple[Item, ...]:
        """The drafts that need editing before anybody judges them."""
        return tuple(item for item in self.items if item.status is Status.NEEDS_EDITING)
