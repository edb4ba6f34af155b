"""The bank as a whole: its head, its cards, its items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)

from civicsquiz.bank.origin import Reason
from civicsquiz.bank.schema.items import AnyItemForm
from civicsquiz.bank.schema.values import Date, Fact, Form, Slug, Text, or_text
from civicsquiz.source.document import Kind

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

FORMAT = 1
KINDS = tuple(kind.value for kind in Kind)
REASONS = tuple(reason.value for reason in Reason)


class KindForm(Form):
    """A correction of how an article was read: the kind of the block in which these words stand."""

    exact: Text = Field(description="Any words of the block.")
    prefix: Text | None = Field(None, description="What stands before, where needed to be unique.")
    suffix: Text | None = Field(None, description="What stands after, where needed to be unique.")
    kind: Literal[KINDS] = Field(description="What the block is.")  # type: ignore[valid-type]


class CardForm(Form):
    """A source's card. What the document does not state is null, never guessed."""

    label: Text = Field(description="A short name, shown where the title is not stated.")
    title: Text | None = None
    publisher: Text | None = None
    author: Text | None = None
    date: Date | None = Field(None, description="YYYY, YYYY-MM or YYYY-MM-DD, as stated.")
    url: Text | None = None
    rights: Text | None = None
    genre: Text | None = Field(
        None, description="What kind of source it is: broadcaster, essay that argues a case …"
    )
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="Of the document's raw bytes, in hexadecimal."
    )
    kinds: tuple[KindForm, ...] = Field(
        (), strict=False, description="Corrections of what its blocks are."
    )


class TermForm(Form):
    """A word to know: a term of the shared glossary alone, or one with its own entry."""

    term: Text
    also: tuple[Text, ...] = Field((), strict=False, description="Its other forms.")
    entry: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        return {"term": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return or_text(handler.resolve_ref_schema(handler(core_schema)))


class SideForm(Form):
    """One side of a discussion."""

    view: Text
    starters: tuple[Text, ...] = Field(
        (), strict=False, description="Beginnings of sentences for whoever takes this side."
    )


class DiscussionForm(Form):
    """A question with two sides that nobody grades."""

    question: Text
    sides: tuple[SideForm, ...] = Field(strict=False, min_length=2, max_length=2)


class RejectedForm(Form):
    """A draft that was rejected: its fact does not come back."""

    fact: Fact
    reason: Literal[REASONS]  # type: ignore[valid-type]
    id: Slug | None = Field(None, description="What the item was called.")


class BankForm(Form):
    """A civicsquiz question bank."""

    model_config = ConfigDict(title="civicsquiz question bank, format 1")

    civicsquiz: Annotated[
        Literal[1], BeforeValidator(lambda value: int(value) if value == str(FORMAT) else value)
    ] = Field(description="The version of the format; what marks a YAML file as a bank.")
    id: Slug = Field(description="Stable: it carries the history of the bank.")
    formerly: tuple[Slug, ...] = Field((), strict=False, description="Earlier ids of this bank.")
    title: Text
    description: Text | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    licence: Text | None = None
    as_of: Text | None = Field(
        None, description="Of when the sources are, in a sentence shown on opening."
    )
    topics: dict[Slug, Text] = Field({}, description="Topics as they are shown, by their slug.")
    read_first: Text | None = Field(
        None, description="Our own two-minute summary, closed before the questions."
    )
    vocabulary: tuple[TermForm, ...] = Field(
        (), strict=False, description="Words to know first, with the summary."
    )
    discussion: DiscussionForm | None = None
    sources: dict[Slug, CardForm] = Field(description="A copy of each source's card, by its id.")
    items: tuple[AnyItemForm, ...] = Field(
        strict=False, description="At least one, but where all drafts were rejected."
    )
    rejected: tuple[RejectedForm, ...] = Field(
        (), strict=False, description="The facts of drafts that were rejected."
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a bank file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BankForm.model_json_schema(),
    }
