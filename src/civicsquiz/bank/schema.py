"""The bank file's form, version 1: what may stand in it, said once for validation and editors.

The JSON Schema that `civicsquiz schema` prints is made from these models; the descriptions are what
an editor shows beside a key. Values arrive as `source.safe_yaml` reads them: text, true, false and
null, so that a number in a key stays what was written.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

FORMAT = 1
TYPES = ("choice", "true-false")

Text = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=4000)]
Slug = Annotated[
    str,
    StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64),
]
Code = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{1,2}[0-9]{1,2}$")]


def _date(text: str) -> str:
    parts = text.split("-")
    try:
        lengths = [len(part) for part in parts]
        if lengths not in ([4], [4, 2], [4, 2, 2]) or not text.replace("-", "").isascii():
            raise ValueError
        year, month, day = (*(int(part) for part in parts), 1, 1)[:3]
        datetime.date(year, month, day)
    except ValueError:
        raise PydanticCustomError("date", "no such date") from None
    return text


Date = Annotated[
    str,
    AfterValidator(_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
                {"type": "integer"},
            ]
        }
    ),
]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class CardForm(_Form):
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


class OptionForm(_Form):
    """An option: its text alone, or text with an id that stays when the text is mended."""

    id: Slug | None = None
    text: Text

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"type": "string", "minLength": 1, "maxLength": 4000}, schema]}


class DistractorForm(OptionForm):
    """A wrong option."""

    why: Text | None = Field(None, description="Why it is wrong, in one sentence for the student.")


class OtherJudgementForm(_Form):
    """The judgement that is wrong, in a true-false item."""

    text: bool
    why: Text | None = Field(None, description="Why it is wrong, in one sentence for the student.")


class HolderForm(_Form):
    """Whose claim it is."""

    name: Text
    also: tuple[Text, ...] = Field((), strict=False, description="Other names for them.")


class EvidenceForm(_Form):
    """A passage that the item rests on, quoted word for word."""

    source: Slug = Field(description="The id of one of the bank's sources.")
    exact: Text = Field(description="The words, exactly as they stand in the source.")
    prefix: Text | None = Field(None, description="What stands before, where needed to be unique.")
    suffix: Text | None = Field(None, description="What stands after, where needed to be unique.")
    role: Literal["proves", "context", "differs"] = Field(
        "proves", description="proves the key, gives context, or differs: says otherwise."
    )
    part: Text | None = Field(
        None, alias="for", description="The part of a many-part key that this proves."
    )


class ItemForm(_Form):
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
    evidence: tuple[EvidenceForm, ...] = Field(strict=False, min_length=1)
    background: Text | None = Field(
        None, description="What the sources leave out, with its legal citation."
    )
    standards: tuple[Text, ...] = Field((), strict=False)
    allow: dict[Code, Text] = Field({}, description="Rules silenced here, each with its reason.")
    status: Literal["draft", "unproven"] | None = Field(
        None, description="draft: never asked. unproven: has no passage."
    )


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


AnyItemForm = Annotated[ChoiceForm | TrueFalseForm, Discriminator("type")]


class BankForm(_Form):
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
    sources: dict[Slug, CardForm] = Field(description="A copy of each source's card, by its id.")
    items: tuple[AnyItemForm, ...] = Field(strict=False, min_length=1)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a bank file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BankForm.model_json_schema(),
    }
