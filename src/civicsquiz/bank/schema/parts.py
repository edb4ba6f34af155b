"""What items are made of: options, quotations, holders, wrong answers that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, field_validator, model_validator

from civicsquiz.bank.schema.values import Decimal, Fact, Form, Rule, Slug, Text, or_text

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class OptionForm(Form):
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
        return or_text(handler.resolve_ref_schema(handler(core_schema)))


class DistractorForm(OptionForm):
    """A wrong option."""

    why: Text | None = Field(None, description="Why it is wrong, in one sentence for the student.")


class OtherJudgementForm(Form):
    """The judgement that is wrong, in a true-false item."""

    text: bool
    why: Text | None = Field(None, description="Why it is wrong, in one sentence for the student.")


class HolderForm(Form):
    """Whose claim it is."""

    name: Text
    also: tuple[Text, ...] = Field((), strict=False, description="Other names for them.")


class QuotationForm(Form):
    """Words of a source, quoted one by one."""

    source: Slug = Field(description="The id of one of the bank's sources.")
    exact: Text = Field(description="The words, exactly as they stand in the source.")
    prefix: Text | None = Field(None, description="What stands before, where needed to be unique.")
    suffix: Text | None = Field(None, description="What stands after, where needed to be unique.")
    plain: Text | None = Field(None, description="What it says in plain words, ours.")


class EvidenceForm(QuotationForm):
    """A passage that the item rests on, quoted word for word."""

    role: Literal["proves", "context", "differs", "law"] = Field(
        "proves",
        description="proves the key, gives context, differs: says otherwise, or law: its own words.",
    )
    parts: tuple[Text, ...] = Field(
        (), alias="for", strict=False, description="The parts of a many-part key that this proves."
    )

    @field_validator("parts", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value


class SentenceForm(QuotationForm):
    """The sentence to be found; it proves by itself."""

    id: Slug | None = None


class OtherSentenceForm(SentenceForm):
    """A sentence that is not the one."""

    why: Text | None = Field(None, description="Why it is wrong, in one sentence for the student.")


class MissForm(Form):
    """A known wrong answer to what is typed."""

    answer: Text
    why: Text = Field(description="Why it is wrong, in one sentence for the student.")


class NumberForm(Form):
    """The right number: `value`, and what else is right, by `tolerance` or from `min` to `max`."""

    value: Decimal
    unit: Text | None = None
    tolerance: Annotated[Decimal, Field(ge=0)] | None = Field(
        None, description="As good, above and below."
    )
    min: Decimal | None = None
    max: Decimal | None = None


class DraftForm(Form):
    """What a draft was made of; kept for life."""

    fact: Fact = Field(description="Of source, frame and slots: 16 hexadecimal digits.")
    rule: Rule = Field(description="The rule that made it, name@version.")


class PairForm(Form):
    """A prompt at the left and what belongs to it at the right."""

    left: OptionForm
    right: OptionForm
