"""What is wrong with a value in a bank file, in words: code, message and mend.

The validation library says it in its own terms; whoever writes a bank reads these.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any

from civicsquiz.source.visible import one_line


def sentence(kind: str, name: str, value: Any, context: Any) -> tuple[str, str, str]:
    """Code, message and mend for one of pydantic's error types."""
    from civicsquiz.bank import schema

    shown = f"“{one_line(str(value))[:60]}”" if isinstance(value, str) else _shown(value)
    if kind == "missing":
        return "F6", f"“{name}” is missing", "add it"
    if kind == "extra_forbidden":
        if value is None and " " in name:  # {why: He wrote it, but later}
            mend = "if a comma before it belongs to a text, put that text in quotation marks"
            return "F5", f"unknown key “{one_line(name)}”", mend
        return "F5", f"unknown key “{one_line(name)}”", meant(name, _keys())
    if kind == "literal_error" and name == "civicsquiz":
        return "F3", f"version {shown} of the format", f"this program reads version {schema.FORMAT}"
    if kind == "literal_error":
        expected = [
            word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")
        ]
        return "F4", f"“{name}” is {shown}", meant(str(value), expected, always=True)
    if kind == "union_tag_invalid":
        return (
            "F4",
            f"“type” is “{one_line(str(context['tag']))}”",
            meant(str(context["tag"]), list(schema.TYPES), always=True),
        )
    if kind == "union_tag_not_found":
        return "F6", "“type” is missing", f"add one of {', '.join(schema.TYPES)}"
    if kind == "date":
        return "F4", f"“{name}” is {shown}: no such date", "write YYYY, YYYY-MM or YYYY-MM-DD"
    if kind == "number":
        return "F4", f"“{name}” is {shown}: no number", "write digits, such as 40000 or 3.5"
    if kind == "greater_than_equal":
        return "F4", f"“{name}” is {shown}", "write 0 or more"
    if kind == "string_pattern_mismatch":
        return "F4", f"“{name}” is {shown}", _pattern_mend(name)
    if kind == "string_too_long":
        return "F4", f"“{name}” is over {context['max_length']} characters long", "shorten it"
    if kind == "too_short" and context["actual_length"]:
        least = context["min_length"]
        return "F4", f"“{name}” has too few entries", f"write at least {least}"
    if kind in ("string_too_short", "too_short"):
        return "F4", f"“{name}” is empty", "write something in it, or take it out"
    if kind == "too_long":
        return "F4", f"“{name}” has too many entries", f"keep at most {context['max_length']}"
    if kind == "string_type" or (kind == "model_type" and not isinstance(value, (list, str))):
        return "F4", f"“{name}” is {shown}, not text", "write it in quotation marks"
    if kind == "bool_type":
        return "F4", f"“{name}” is {shown}", "write true or false, without quotation marks"
    if kind in ("tuple_type", "list_type"):
        return "F4", f"“{name}” is {shown}, not a list", "begin each entry with “- ”"
    return "F4", f"“{name}” is {shown}, not keys with values", "write “key: value” under it"


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "a list" if isinstance(value, (list, tuple)) else "keys with values"


def _pattern_mend(name: str) -> str:
    if name == "sha256":
        return "write the 64 hexadecimal digits"
    if name == "language":
        return "write a language code such as en"
    if name == "fact":
        return "write the 16 hexadecimal digits"
    if name == "rule":
        return "write a rule with its version, such as quantity@1"
    return "use a-z, 0-9 and hyphens"


def _keys() -> list[str]:
    from civicsquiz.bank import schema

    forms = (
        schema.BankForm, schema.ChoiceForm, schema.ShortForm, schema.CardForm,
        schema.DistractorForm, schema.HolderForm, schema.EvidenceForm, schema.MissForm,
        schema.NumberForm, schema.PairForm, schema.TermForm, schema.DiscussionForm, schema.SideForm,
        schema.DraftForm, schema.RejectedForm, schema.KindForm,
    )  # fmt: skip
    return [info.alias or name for form in forms for name, info in form.model_fields.items()]


def meant(word: str, known: Sequence[str], *, always: bool = False) -> str:
    if word in known:
        return "it has no place here: remove it"
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"write one of {', '.join(known)}" if always else "remove it"
