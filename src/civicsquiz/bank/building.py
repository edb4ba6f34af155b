"""From a validated bank file to the frozen `Bank` that the rest of the program sees.

Here control characters become visible, once and for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from civicsquiz.bank.items import (
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import (
    Accuracy,
    Bank,
    Content,
    Discussion,
    Evidence,
    Holder,
    Item,
    Miss,
    Option,
    Role,
    Side,
    Stance,
    Status,
    Term,
    option_id,
)
from civicsquiz.bank.origin import Drafted, Origin, Reason, Rejected
from civicsquiz.source.card import Card, corrections_of
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
        items=tuple(map(item, form.items)),
        formerly=form.formerly,
        topics={slug: one_line(name) for slug, name in form.topics.items()},
        read_first=_optional(form.read_first),
        vocabulary=tuple(map(_term, form.vocabulary)),
        discussion=_discussion(form.discussion),
        rejected=tuple(
            Rejected(one.fact, Reason(one.reason), one.id or None) for one in form.rejected
        ),
    )


def _optional(text: str | None, clean: Callable[[str], str] = visible) -> str | None:
    return None if text is None else clean(text).strip()


def _card(name: str, form: schema.CardForm) -> Card:
    stated = form.model_dump(exclude={"label", "kinds"})
    values: dict[str, Any] = {key: _optional(value, one_line) for key, value in stated.items()}
    kinds = corrections_of([kind.model_dump(exclude_none=True) for kind in form.kinds])
    return Card(name, one_line(form.label), **values, kinds=kinds)


def item(form: schema.AnyItemForm) -> Item:
    """One item of a bank."""
    common: dict[str, Any] = {
        "id": form.id,
        "topic": form.topic,
        "stance": Stance(form.stance),
        "stem": visible(form.stem).strip(),
        "rationale": visible(form.rationale).strip(),
        "evidence": tuple(_evidence(evidence, _parts(form)) for evidence in form.evidence),
        "holder": form.holder
        and Holder(one_line(form.holder.name), tuple(map(one_line, form.holder.also))),
        "accuracy": form.accuracy and Accuracy(form.accuracy),
        "as_of": form.as_of,
        "because": _optional(form.because),
        "background": _optional(form.background),
        "hints": tuple(visible(hint).strip() for hint in form.hints),
        "content": tuple(map(Content, form.content)),
        "standards": tuple(map(one_line, form.standards)),
        "allow": {code: one_line(reason) for code, reason in form.allow.items()},
        "status": Status(form.status or "ready"),
        "formerly": form.formerly,
        "origin": form.origin and Origin(form.origin),
        "draft": form.draft and Drafted(form.draft.fact, form.draft.rule),
    }
    match form.type:
        case "choice":
            return Choice(key=_option(form.key), distractors=_options(form.distractors), **common)
        case "true-false":
            why = form.distractors[0].why if form.distractors else None
            return TrueFalse(key=form.key, why=_optional(why) or "", **common)
        case "multiple":
            return Multiple(
                keys=_options(form.key), distractors=_options(form.distractors), **common
            )
        case "short":
            accept = tuple(map(one_line, form.accept))
            return Short(key=one_line(form.key), accept=accept, misses=_misses(form), **common)
        case "number":
            return _number(form, common)
        case "match":
            pairs = tuple((_option(pair.left), _option(pair.right)) for pair in form.key)
            return Match(pairs=pairs, distractors=_options(form.distractors), **common)
        case "order":
            return Order(entries=_options(form.key), **common)
        case "evidence":
            return _find_evidence(form, common)


def _number(form: schema.NumericForm, common: dict[str, Any]) -> Number:
    value, slack = form.key.value, form.key.tolerance or 0
    return Number(
        value=value,
        least=value - slack if form.key.min is None else form.key.min,
        most=value + slack if form.key.max is None else form.key.max,
        unit=one_line(form.key.unit or ""),
        misses=_misses(form),
        **common,
    )


def _misses(form: schema.ShortForm | schema.NumericForm) -> tuple[Miss, ...]:
    return tuple(Miss(one_line(miss.answer), visible(miss.why).strip()) for miss in form.misses)


def _find_evidence(form: schema.FindEvidenceForm, common: dict[str, Any]) -> FindEvidence:
    """The key comes first of what proves; what else is offered is quoted too, and so must stand in
    its source."""
    common["evidence"] = (
        _evidence(form.key),
        *common["evidence"],
        *(replace(_evidence(other), role=Role.CANDIDATE) for other in form.distractors),
    )
    return FindEvidence(
        key=_sentence(form.key), distractors=tuple(map(_sentence, form.distractors)), **common
    )


def _sentence(form: schema.SentenceForm) -> Option:
    why = getattr(form, "why", None)
    return Option(sentence_id(form), visible(form.exact), _optional(why) or "")


def sentence_id(form: schema.SentenceForm) -> str:
    """The id that the log holds of a quoted option: the stated one, else one made of its words."""
    return form.id or option_id(visible(form.exact))


def _options(forms: Sequence[schema.OptionForm]) -> tuple[Option, ...]:
    return tuple(map(_option, forms))


def _option(form: schema.OptionForm) -> Option:
    why = getattr(form, "why", None)
    return Option(name_of(form), one_line(form.text), _optional(why) or "")


def name_of(form: schema.OptionForm) -> str:
    """The id that the log holds of an option: the stated one, else one made of its text."""
    return form.id or option_id(one_line(form.text))


def _evidence(
    form: schema.QuotationForm, names: Mapping[str, str] = MappingProxyType({})
) -> Evidence:
    selector = Selector(visible(form.exact), visible(form.prefix or ""), visible(form.suffix or ""))
    role, parts = getattr(form, "role", "proves"), getattr(form, "parts", ())
    texts = tuple(one_line(names.get(part, part)) for part in parts)
    return Evidence(form.source, selector, Role(role), texts, _optional(form.plain) or "")


def _parts(form: schema.AnyItemForm) -> dict[str, str]:
    """The texts of the key's parts by their ids, for evidence that names them so."""
    if form.type == "match":
        parts = [pair.left for pair in form.key]
    else:
        parts = list(form.key) if form.type in ("multiple", "order") else []
    return {part.id: part.text for part in parts if part.id}


def _discussion(form: schema.DiscussionForm | None) -> Discussion | None:
    if form is None:
        return None
    one, other = (
        Side(one_line(side.view), tuple(map(one_line, side.starters))) for side in form.sides
    )
    return Discussion(one_line(form.question), (one, other))


def _term(form: schema.TermForm) -> Term:
    return Term(
        one_line(form.term), tuple(map(one_line, form.also)), _optional(form.entry, one_line) or ""
    )
