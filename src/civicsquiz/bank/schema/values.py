"""Single values of a bank file, and what all forms have in common."""

from __future__ import annotations

import datetime
import decimal
import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue

Text = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=4000)]
Slug = Annotated[
    str,
    StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64),
]
Code = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{1,2}[0-9]{1,2}$")]

Fact = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9a-f]{16}$")]
Rule = Annotated[
    str,
    StringConstraints(
        strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*@[0-9]+(\.[0-9]+)*$", max_length=64
    ),
]


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


def _decimal(value: Any) -> decimal.Decimal:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,12})?", value):
        raise PydanticCustomError("number", "no number")
    return decimal.Decimal(value)


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


Decimal = Annotated[
    decimal.Decimal,
    BeforeValidator(_decimal),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d{1,15}(\.\d{1,12})?$"}]}
    ),
]
Answer = Annotated[str, StringConstraints(strict=True, min_length=1, max_length=200)]


def or_text(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {"anyOf": [{"type": "string", "minLength": 1, "maxLength": 4000}, schema]}


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
