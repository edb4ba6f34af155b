"""The answers, pairs and orders of an item of QTI 1.2, with their shares of the mark."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.markup import plain
from civicsquiz.formats.portable import Answer, Form, Pair, Text
from civicsquiz.formats.qti12.conditions import Condition, Conditions
from civicsquiz.formats.qti12.numeric import answer_of
from civicsquiz.formats.qti12.presented import Label, given, labels_of, side_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

IMPLIED = "unnamed.implied"
_SHARES = Decimal("1e-7")
_ZERO, _FULL = Decimal(0), Decimal(1)
_WORDS = {"true": "true", "t": "true", "false": "false", "f": "false"}


class Broken(Exception):
    """An item that asks for nothing; the text says why."""


def shares(count: int) -> Decimal:
    """What one of so many right answers is worth."""
    return (_FULL / count).quantize(_SHARES).normalize()


def choice(response: Element, conditions: Conditions) -> tuple[Answer, ...]:
    """The labels of a choice, each with its share of the best score."""
    scores: dict[str, Decimal] = {}
    marked: set[str] = set()
    for condition in conditions.scoring:
        for each in condition.compared:
            if not each.denied and condition.points is not None:
                before = scores.get(each.value, _ZERO) if condition.adds else _ZERO
                scores[each.value] = before + condition.points
                if condition.marked_right:
                    marked.add(each.value)
    best = max(scores.values(), default=_ZERO)
    found = []
    for label in _named(response):
        if best > 0 and not marked:
            share = _share(scores.get(label.ident, _ZERO), best)
        else:
            share = _FULL if label.ident in marked else _ZERO
        found.append(Answer(label.text, share, id=label.ident))
    return tuple(found)


def true_false(answers: tuple[Answer, ...]) -> tuple[Answer, ...] | None:
    """The answers of a choice as true and false; None where they say something else."""
    if not 1 <= len(answers) <= 2:
        return None
    found: dict[str, Answer] = {}
    for answer in answers:
        word = _WORDS.get(plain(answer.text)[0].strip().casefold())
        if word is None or word in found:
            return None
        found[word] = replace(answer, text=Text(word))
    return tuple(answer for answer in found.values() if answer.id != IMPLIED)


def multiple(response: Element, conditions: Conditions) -> tuple[Answer, ...]:
    """The labels of a choice of several. Where one condition states what has to be chosen, the right
    ones share the mark and each wrong one takes as much away, as Canvas marks them."""
    labels = _named(response)
    together = [each for each in conditions.scoring if each.together or _several(each)]
    if together:
        right = {each.value for each in together[0].compared if not each.denied} & {
            label.ident for label in labels
        }
        share = shares(len(right)) if right else _ZERO
        return tuple(
            Answer(label.text, share if label.ident in right else -share, id=label.ident)
            for label in labels
        )
    scores: dict[str, Decimal] = {}
    for condition in conditions.scoring:
        for each in condition.compared:
            if not each.denied:
                scores[each.value] = condition.points or _ZERO
    whole = sum((value for value in scores.values() if value > 0), _ZERO)
    return tuple(
        Answer(label.text, _share(scores.get(label.ident, _ZERO), whole), id=label.ident)
        for label in labels
    )


def typed(response: Element, conditions: Conditions) -> tuple[tuple[Answer, ...], bool]:
    """What can be typed, and whether capitals count. Canvas lists the answers of a named blank as if
    they were to be chosen; all are right."""
    if response.tag == "response_lid":
        return tuple(Answer(each.text, _FULL, id=each.ident) for each in _named(response)), False
    best = max((each.points or _ZERO for each in conditions.scoring), default=_ZERO)
    found: dict[str, Answer] = {}
    sensitive = False
    for condition in conditions.scoring:
        for each in condition.compared:
            value = each.value.strip()
            if each.denied or not value or value in found:
                continue
            part = each.kind != "varequal"
            text = Text(f"*{value}*", Form.MOODLE) if part else Text(value)
            sensitive = sensitive or each.element.get("case", "No").lower() == "yes"
            found[value] = Answer(text, _share(condition.points or _ZERO, best))
    return tuple(found.values()), sensitive


def numbers(
    conditions: Conditions, place: str, losses: list[Loss]
) -> list[tuple[Answer, Condition]]:
    """The numbers that are accepted, each with its condition."""
    best = max((each.points or _ZERO for each in conditions.scoring), default=_ZERO)
    found = []
    for condition in conditions.scoring:
        answer = answer_of(condition, place, losses)
        if answer is not None:
            share = _share(condition.points or _ZERO, best)
            found.append((replace(answer, fraction=share), condition))
    return found


def pairs(responses: list[Element], conditions: Conditions) -> tuple[Pair, ...]:
    """Each response with the label that is right for it, then the labels that are right for none."""
    rights: dict[str, str] = {}
    for condition in conditions.scoring:
        for each in condition.compared:
            if not each.denied and (condition.points or _ZERO) > 0:
                rights.setdefault(each.response, each.value)
    labels: dict[str, Label] = {}
    for response in responses:
        for label in labels_of(response):
            labels.setdefault(label.ident, label)
    found = []
    for response in responses:
        ident = response.get("ident", "")
        right = labels.get(rights.get(ident, ""))
        if right is None:
            raise Broken("it does not say what belongs to one of its left sides")
        left = side_of(response)
        if left or right.text:
            found.append(Pair(left, right.text, given(ident), given(right.ident)))
    used = set(rights.values())
    found += [
        Pair(Text(), label.text, "", given(label.ident))
        for label in labels.values()
        if label.ident not in used and label.text
    ]
    return tuple(found)


def order(response: Element, conditions: Conditions) -> tuple[Answer, ...]:
    """The labels in the order that scores."""
    labels = {label.ident: label for label in labels_of(response)}
    for condition in conditions.scoring or conditions.every:
        idents = [each.value for each in condition.compared if not each.denied]
        if idents and labels.keys() >= set(idents):
            found = [labels[ident] for ident in dict.fromkeys(idents)]
            return tuple(Answer(label.text, id=label.ident) for label in found)
    raise Broken("it does not say which order is right")


def _named(response: Element) -> list[Label]:
    """Labels with a text; Canvas, too, shows no others."""
    return [label for label in labels_of(response) if label.text]


def _several(condition: Condition) -> bool:
    return len([each for each in condition.compared if not each.denied]) > 1


def _share(points: Decimal, most: Decimal) -> Decimal:
    if most <= 0:
        return _ZERO
    share = max(-_FULL, min(_FULL, points / most))
    return share.quantize(Decimal("1e-12")).normalize()
