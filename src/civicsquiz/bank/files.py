"""Bank files in: text to a frozen `Bank`, or everything that keeps it from being one.

Findings made here are of the file's form. What a well-formed bank still does wrong is
`bank.check`'s matter.

    F1  the file cannot be read, or is no text
    F2  it is not YAML, or not the plain YAML that is read
    F3  it is not a bank, or of a version that this program does not read
    F4  a value of the wrong form
    F5  an unknown key
    F6  a key that is missing
    F7  a name that leads nowhere (a source without a card)
    I1  two items, or two options of an item, with one id
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.bank.finding import Finding, Severity
from civicsquiz.bank.models import (
    Accuracy,
    Bank,
    Choice,
    Evidence,
    Holder,
    Item,
    Option,
    Role,
    Stance,
    Status,
    TrueFalse,
    option_id,
)
from civicsquiz.errors import FileError, InvalidBank
from civicsquiz.source import files
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.visible import one_line, visible

if TYPE_CHECKING:
    from civicsquiz.bank import schema

Place = tuple[str | int, ...]
_MARKER = re.compile(r"^civicsquiz[ \t]*:", re.MULTILINE)


def is_bank(text: str) -> bool:
    """Whether a YAML text carries the marker of a bank, `civicsquiz:`."""
    return _MARKER.search(text) is not None


@dataclass(frozen=True)
class Read:
    """A bank file as read. `bank` is None where `findings` keep it from being used.

    `data` is the file's data before validation, with control characters as they were.
    """

    path: str
    text: str
    data: Any = None
    bank: Bank | None = None
    findings: tuple[Finding, ...] = field(default=())

    @cached_property
    def _places(self) -> dict[Place, tuple[int, int]]:
        from civicsquiz.source import safe_yaml

        return safe_yaml.places(self.text)

    def place(self, place: Place) -> tuple[int, int]:
        """Line and column of a value, or of the nearest thing around it that the file has."""
        while place not in self._places:
            place = place[:-1]
        return self._places[place]

    def finding(
        self, place: Place, severity: Severity, code: str, message: str, mend: str
    ) -> Finding:
        """A finding about the value at `place` of the file's data."""
        line, column = self.place(place)
        return Finding(self.path, line, column, severity, code, message, mend)


def read(path: Path) -> Read:
    """Read a bank file. Never raises for what is in it: that is in `findings`."""
    try:
        data = files.read_bytes(path)
    except FileError as error:
        return _unreadable(path, "", error)
    return parse(data, path)


def parse(data: bytes, path: Path | str) -> Read:
    """Read a bank from the bytes of a file; `path` is what findings call it."""
    try:
        text = files.decode(data, path)
    except FileError as error:
        return _unreadable(path, data.decode("utf-8", errors="replace"), error)
    return parse_text(text, str(path))


def load(path: Path) -> Bank:
    """The bank in a file.

    Raises:
        InvalidBank: it has no usable form; carries the findings and names the first.
    """
    found = read(path)
    return usable(found)


def usable(found: Read) -> Bank:
    """The bank that was read.

    Raises:
        InvalidBank: there is none; carries the findings and names the first.
    """
    if found.bank is None:
        first, more = found.findings[0], len(found.findings) - 1
        tail = f" (and {more} more: civicsquiz check {found.path})" if more else ""
        raise InvalidBank(f"{first}{tail}", found.findings)
    return found.bank


def _unreadable(path: Path | str, text: str, error: FileError) -> Read:
    finding = Finding(
        str(path), error.line, error.column, Severity.ERROR, "F1", error.problem, error.mend
    )
    return Read(str(path), text, findings=(finding,))


def parse_text(text: str, path: str) -> Read:
    """Read a bank from text."""
    from civicsquiz.source import safe_yaml

    data, problems = safe_yaml.load(text)
    findings = [
        Finding(path, problem.line, problem.column, Severity.ERROR, "F2", problem.problem,
                problem.mend)
        for problem in problems
    ]  # fmt: skip
    found = Read(path, text, data, findings=tuple(findings))
    if data is None and findings:
        return found
    if data is None:
        return _with(found, _whole(path, "F3", "is empty", "write a bank, or remove the file"))
    if not isinstance(data, dict) or "civicsquiz" not in data:
        return _with(
            found, _whole(path, "F3", "is not a bank", "a bank begins with “civicsquiz: 1”")
        )
    form, errors = _validate(found, data)
    if form is None or findings:
        return _with(found, *errors)
    errors = list(_crossed(found, form))
    if errors:
        return _with(found, *errors)
    return Read(path, text, data, _bank(form), ())


def _with(found: Read, *findings: Finding) -> Read:
    everything = tuple(sorted((*found.findings, *findings)))
    return Read(found.path, found.text, found.data, None, everything)


def _whole(path: str, code: str, message: str, mend: str) -> Finding:
    return Finding(path, 1, 1, Severity.ERROR, code, message, mend)


def _validate(found: Read, data: dict[str, Any]) -> tuple[schema.BankForm | None, list[Finding]]:
    from pydantic import ValidationError

    from civicsquiz.bank import schema

    try:
        return schema.BankForm.model_validate(data), []
    except ValidationError as error:
        return None, [
            _explained(found, detail)
            for detail in error.errors()
            if not (detail["type"] == "too_short" and detail["input"])
        ]


def _explained(found: Read, detail: Any) -> Finding:
    """One of pydantic's errors in words, at its place in the file."""
    place = tuple(detail["loc"])
    if len(place) > 2 and place[0] == "items":
        place = place[:2] + place[3:]
    if detail["type"] == "union_tag_invalid":
        place += ("type",)
    name, value = (place[-1] if place else ""), detail["input"]
    code, message, mend = _sentence(detail["type"], str(name), value, detail.get("ctx") or {})
    return found.finding(place, Severity.ERROR, code, message, mend)


def _sentence(kind: str, name: str, value: Any, context: Any) -> tuple[str, str, str]:
    """Code, message and mend for one of pydantic's error types."""
    from civicsquiz.bank import schema

    shown = f"“{one_line(str(value))[:60]}”" if isinstance(value, str) else _shown(value)
    if kind == "missing":
        return "F6", f"“{name}” is missing", "add it"
    if kind == "extra_forbidden":
        if value is None and " " in name:  # {why: He wrote it, but later}
            mend = "if a comma before it belongs to a text, put that text in quotation marks"
            return "F5", f"unknown key “{one_line(name)}”", mend
        return "F5", f"unknown key “{one_line(name)}”", _meant(name, _keys())
    if kind == "literal_error" and name == "civicsquiz":
        return "F3", f"version {shown} of the format", f"this program reads version {schema.FORMAT}"
    if kind == "literal_error":
        expected = [
            word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")
        ]
        return "F4", f"“{name}” is {shown}", _meant(str(value), expected, always=True)
    if kind == "union_tag_invalid":
        return (
            "F4",
            f"“type” is “{one_line(str(context['tag']))}”",
            _meant(str(context["tag"]), list(schema.TYPES), always=True),
        )
    if kind == "union_tag_not_found":
        return "F6", "“type” is missing", f"add one of {', '.join(schema.TYPES)}"
    if kind == "date":
        return "F4", f"“{name}” is {shown}: no such date", "write YYYY, YYYY-MM or YYYY-MM-DD"
    if kind == "string_pattern_mismatch":
        return "F4", f"“{name}” is {shown}", _pattern_mend(name)
    if kind == "string_too_long":
        return "F4", f"“{name}” is over {context['max_length']} characters long", "shorten it"
    if kind in ("string_too_short", "too_short"):
        return "F4", f"“{name}” is empty", "write something in it, or remove the key"
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
    return "use a-z, 0-9 and hyphens"


def _keys() -> list[str]:
    from civicsquiz.bank import schema

    forms = (
        schema.BankForm, schema.ChoiceForm, schema.TrueFalseForm, schema.CardForm,
        schema.DistractorForm, schema.HolderForm, schema.EvidenceForm,
    )  # fmt: skip
    return [info.alias or name for form in forms for name, info in form.model_fields.items()]


def _meant(word: str, known: Sequence[str], *, always: bool = False) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.7)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"write one of {', '.join(known)}" if always else "remove it"


def _crossed(found: Read, form: schema.BankForm) -> Iterator[Finding]:
    """What single values cannot show: names that lead nowhere, and ids that stand twice."""
    seen: dict[str, int] = {}
    for at, item in enumerate(form.items):
        for name in (item.id, *item.formerly):
            if name in seen:
                yield found.finding(
                    ("items", at, "id"), Severity.ERROR, "I1", f"the id “{name}” stands twice",
                    "rename one; `formerly:` keeps the history of a renamed item",
                )  # fmt: skip
            seen.setdefault(name, at)
        for number, evidence in enumerate(item.evidence):
            if evidence.source not in form.sources:
                yield found.finding(
                    ("items", at, "evidence", number, "source"), Severity.ERROR, "F7",
                    f"no card for the source “{evidence.source}” under “sources:”",
                    _meant(evidence.source, list(form.sources)).replace("remove it", "add one"),
                )  # fmt: skip
        yield from _options(found, at, item)


def _options(found: Read, at: int, item: Any) -> Iterator[Finding]:
    """Two options that the log could not tell apart; a judgement that is its own opposite."""
    from civicsquiz.bank import schema

    if isinstance(item, schema.TrueFalseForm):
        if item.distractors and item.distractors[0].text is item.key:
            yield found.finding(
                ("items", at, "distractors", 0, "text"), Severity.ERROR, "F4",
                "the distractor is the key itself", "write the other judgement",
            )  # fmt: skip
        return
    ids = [item.key.id or option_id(item.key.text)]
    for number, option in enumerate(item.distractors):
        name = option.id or option_id(option.text)
        if name in ids:
            yield found.finding(
                ("items", at, "distractors", number), Severity.ERROR, "I1",
                f"the option “{one_line(option.text)}” stands twice", "change one",
            )  # fmt: skip
        ids.append(name)


def _bank(form: schema.BankForm) -> Bank:
    cards = {name: _card(name, card) for name, card in form.sources.items()}
    return Bank(
        id=form.id,
        title=one_line(form.title),
        description=one_line(form.description or ""),
        language=form.language,
        licence=_optional(form.licence, one_line),
        as_of=_optional(form.as_of, one_line),
        cards=cards,
        items=tuple(_item(item) for item in form.items),
        formerly=form.formerly,
        topics={slug: one_line(name) for slug, name in form.topics.items()},
    )


def _optional(text: str | None, clean: Callable[[str], str] = visible) -> str | None:
    return None if text is None else clean(text).strip()


def _card(name: str, form: schema.CardForm) -> Card:
    stated = form.model_dump(exclude={"label"})
    values = {key: _optional(value, one_line) for key, value in stated.items()}
    return Card(name, one_line(form.label), **values)


def _item(form: schema.ChoiceForm | schema.TrueFalseForm) -> Item:
    common: dict[str, Any] = {
        "id": form.id,
        "topic": form.topic,
        "stance": Stance(form.stance),
        "stem": visible(form.stem).strip(),
        "rationale": visible(form.rationale).strip(),
        "evidence": tuple(_evidence(evidence) for evidence in form.evidence),
        "holder": form.holder
        and Holder(one_line(form.holder.name), tuple(map(one_line, form.holder.also))),
        "accuracy": form.accuracy and Accuracy(form.accuracy),
        "as_of": form.as_of,
        "because": _optional(form.because),
        "background": _optional(form.background),
        "standards": tuple(map(one_line, form.standards)),
        "allow": {code: one_line(reason) for code, reason in form.allow.items()},
        "status": Status(form.status or "ready"),
        "formerly": form.formerly,
    }
    if form.type == "choice":
        return Choice(
            key=_option(form.key),
            distractors=tuple(_option(option) for option in form.distractors),
            **common,
        )
    why = form.distractors[0].why if form.distractors else None
    return TrueFalse(key=form.key, why=_optional(why) or "", **common)


def _option(form: schema.OptionForm) -> Option:
    why = getattr(form, "why", None)
    return Option(form.id or option_id(form.text), one_line(form.text), _optional(why) or "")


def _evidence(form: schema.EvidenceForm) -> Evidence:
    selector = Selector(visible(form.exact), visible(form.prefix or ""), visible(form.suffix or ""))
    return Evidence(form.source, selector, Role(form.role), _optional(form.part, one_line))
