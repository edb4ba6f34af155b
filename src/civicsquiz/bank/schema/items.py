"""The eight types of item."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field

from civicsquiz.bank.schema.parts import (
    DistractorForm,
    DraftForm,
    EvidenceForm,
    HolderForm,
    MissForm,
    NumberForm,
    OptionForm,
    OtherJudgementForm,
    OtherSentenceForm,
    PairForm,
    SentenceForm,
)
from civicsquiz.bank.schema.values import Answer, Code, Date, Form, Slug, Text

TYPES = ("choice", "true-false", "multiple", "short", "number", "match", "order", "evidence")


class ItemForm(Form):
    """What every type of item has."""

    id: Slug = Field(description="Stable and telling. It carries the history of the item.")
    formerly: tuple[Slug, ...] = Field((), strict=False, description="Earlier ids of this item.")
    topic: Slug
    stance: Literal["fact", "attributed", "opinion", "disputed"] = Field(
        description="How the source holds the claim."
    )
    holder: HolderForm | None = Field(None, description="Whose claim it is, unless it is a fact.")
    accuracy: Literal["sound", "loose", "outdated", "contested"] | None = Field(
        None, description="How right the source's statement is."
    )
    as_of: Date | None = Field(None, description="When it was so: YYYY, YYYY-MM or YYYY-MM-DD.")
    stem: Text = Field(description="The question.")
    rationale: Text = Field(description="Why the key is right, in our own words.")
    because: Text | None = Field(
        None, description="One sentence that bridges quotation and key, where the words differ."
    )
    evidence: tuple[EvidenceForm, ...] = Field(
        (), strict=False, description="What proves the key; only an unproven item may have none."
    )
    background: Text | None = Field(
        None, description="What the sources leave out, with its legal citation."
    )
    hints: tuple[Text, ...] = Field(
        (),
        strict=False,
        max_length=5,
        description="Hints of the author, the weakest first; they come before those from the source.",
    )
    content: tuple[Literal["torture", "deaths", "family-ties"], ...] = Field(
        (), strict=False, description="What a content note warns of."
    )
    standards: tuple[Text, ...] = Field((), strict=False)
    allow: dict[Code, Text] = Field({}, description="Rules silenced here, each with its reason.")
    status: Literal["draft", "needs-editing", "unproven"] | None = Field(
        None,
        description="draft, needs-editing: never asked before somebody judges or mends it. "
        "unproven: has no passage.",
    )
    origin: Literal["drafted", "edited", "written"] | None = Field(
        None, description="How it came to be: drafted by the program, edited then, or written."
    )
    draft: DraftForm | None = Field(None, description="What it was drafted from, kept for life.")


class ChoiceForm(ItemForm):
    """One key among two or three distractors."""

    type: Literal["choice"]
    key: OptionForm
    distractors: tuple[DistractorForm, ...] = Field(strict=False, min_length=1, max_length=5)


class TrueFalseForm(ItemForm):
    """A statement to be judged true or false."""

    type: Literal["true-false"]
    key: bool
    distractors: tuple[OtherJudgementForm, ...] = Field((), strict=False, max_length=1)


class MultipleForm(ItemForm):
    """Several keys among distractors."""

    type: Literal["multiple"]
    key: tuple[OptionForm, ...] = Field(strict=False, min_length=2, max_length=6)
    distractors: tuple[DistractorForm, ...] = Field(strict=False, min_length=1, max_length=6)


class ShortForm(ItemForm):
    """A word or a few, typed."""

    type: Literal["short"]
    key: Answer
    accept: tuple[Answer, ...] = Field((), strict=False, description="Other forms as good.")
    misses: tuple[MissForm, ...] = Field((), strict=False)


class NumericForm(ItemForm):
    """A number, typed."""

    type: Literal["number"]
    key: NumberForm
    misses: tuple[MissForm, ...] = Field((), strict=False)


class MatchForm(ItemForm):
    """Prompts, each to be paired with what belongs to it."""

    type: Literal["match"]
    key: tuple[PairForm, ...] = Field(strict=False, min_length=2, max_length=8)
    distractors: tuple[DistractorForm, ...] = Field((), strict=False, max_length=4)


class OrderForm(ItemForm):
    """Entries to be put into order; `key` has it."""

    type: Literal["order"]
    key: tuple[OptionForm, ...] = Field(strict=False, min_length=3, max_length=7)


class FindEvidenceForm(ItemForm):
    """A sentence to be found among others."""

    type: Literal["evidence"]
    key: SentenceForm
    distractors: tuple[OtherSentenceForm, ...] = Field(strict=False, min_length=2, max_length=5)
    evidence: tuple[EvidenceForm, ...] = Field(
        (), strict=False, description="Further passages; the key proves by itself."
    )


AnyItemForm = Annotated[
    ChoiceForm
    | TrueFalseForm
    | MultipleForm
    | ShortForm
    | NumericForm
    | MatchForm
    | OrderForm
    | FindEvidenceForm,
    Discriminator("type"),
]
