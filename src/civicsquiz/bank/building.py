"""From a validated bank file to the frozen `Bank` that the rest of the program sees.

Here control characters become visible, once and for all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.visible import one_line, visible

if TYPE_CHECKING:
    from civicsquiz.bank import schema


def bank(form: schema.BankForm) -> Bank:
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
    return Option(name_of(form), one_line(form.text), _optional(why) or "")


def name_of(form: schema.OptionForm) -> str:
    """The id that the log holds of an option: the stated one, else one made of its text."""
    return form.id or option_id(one_line(form.text))


def _evidence(form: schema.EvidenceForm) -> Evidence:
    selector = Selector(visible(form.exact), visible(form.prefix or ""), visible(form.suffix or ""))
    return Evidence(form.source, selector, Role(form.role), _optional(form.part, one_line))
