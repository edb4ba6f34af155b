"""Portable questions as the text of a bank. All its items are unproven: no passage came with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from civicsquiz.bank.editing import emit, forms
from civicsquiz.bank.models import Accuracy, Content, Item, Stance
from civicsquiz.bank.origin import Origin
from civicsquiz.errors import FileError
from civicsquiz.formats import labels
from civicsquiz.formats.exporting.explaining import NO_EXPLANATION
from civicsquiz.formats.importing import naming
from civicsquiz.formats.importing.approving import approve
from civicsquiz.formats.importing.fitting import Fit, NoPlace
from civicsquiz.formats.importing.taking import asked, right_feedback
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Portable, Text
from civicsquiz.source import files
from civicsquiz.source.dates import is_date
from civicsquiz.source.visible import one_line

__all__ = ["Imported", "bank", "title_of"]

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_MOST_HINTS, _LONGEST_TITLE = 5, 4000
LEFT_OUT = ": left out"
_STOCK = frozenset(
    ("your answer is correct.", "your answer is partially correct.", "your answer is incorrect.")
)
"""What Moodle says of every answer of itself."""
SAID_OF_RIGHT = "Said of the right answer:"
"""What goes before that, for everybody reads a rationale."""
_LABELS = frozenset(
    "topic stance holder holder-also accuracy as-of unit shown content standard formerly origin".split()
)


class Imported(NamedTuple):
    """The text of a bank file, and what of the questions it does not hold."""

    text: str
    losses: tuple[Loss, ...]
    ids: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    """The ids of the items in the bank, and of those that break a rule of `civicsquiz check`."""


def title_of(collection: Collection) -> str:
    """The title that a file gives itself; empty where it has none."""
    title = collection.title or naming.common_title([one.category for one in collection.questions])
    return one_line(title).strip()[:_LONGEST_TITLE]


def bank(
    collection: Collection,
    bank_id: str,
    title: str,
    name: str = "",
    unread: Sequence[Loss] = (),
) -> Imported:
    """The questions as a bank of this id and title; messages call their file `name`. `unread` is what was
    lost when it was read: it comes first among the losses.

    Raises:
        FileError: none of them has a place in a bank (names the first reason), or all of them have none
            together.
    """
    title = one_line(title).strip()[:_LONGEST_TITLE] or "Imported questions"
    topics, names = naming.Topics(title), naming.Names()
    losses = list(unread)
    values: list[dict[str, Any]] = []
    items: list[Item] = []
    for number, question in enumerate(collection.questions, 1):
        fit = Fit(ids=bool(labels.values(question.tags, "stance")))
        where = question.place or question.id or question.name or f"question {number}"
        try:
            item = _item(question, fit)
            read = forms.read({"id": "item", "topic": "topic", **item})
        except (NoPlace, forms.InvalidItem) as reason:
            losses.append(Loss(where, "", f"{reason}{LEFT_OUT}"))
            continue
        item_id = names.free(naming.item_id(question, item["stem"], known=fit.ids))
        values.append({"id": item_id, "topic": topics.of(question), **item})
        items.append(replace(read, id=item_id))
        losses += [Loss(item_id, field, told) for field, told in fit.lost]
    for each in values:
        _keep_earlier_ids(each, names)
    if not values:
        first = f" ({losses[0]})".replace(LEFT_OUT, "") if losses else ""
        problem = f"has no question that a bank can hold{first}"
        raise FileError(name or title, problem, "see docs/formats.md for what a bank holds")
    losses += [Loss(values[at]["id"], field, told) for at, field, told in approve(items, values)]
    losses += _of_the_file(collection)
    head = {
        "civicsquiz": 1,
        "id": bank_id,
        "title": title,
        "language": collection.language if _LANGUAGE.fullmatch(collection.language) else "en",
        **({"topics": topics.names} if topics.names else {}),
        "sources": {},
        "items": values,
    }
    if description := " ".join(one_line(collection.description).split())[:4000].strip():
        head["description"] = description
    text = emit.bank(head)
    if (size := len(text.encode())) > files.LARGEST:
        problem = f"would make a bank of {size / 2**20:.1f} MiB"
        mend = f"split it; a bank has at most {files.LARGEST // 2**20} MiB"
        raise FileError(name or title, problem, mend)
    return Imported(
        text,
        tuple(losses),
        tuple(item["id"] for item in values),
        tuple(item["id"] for item in values if "allow" in item),
    )


def _item(question: Portable, fit: Fit) -> dict[str, Any]:
    """The values of an item, without its id and topic.

    Raises:
        NoPlace: a bank cannot hold it.
    """
    values = {
        "stem": fit.whole(question.stem, "stem"),
        **asked(question, fit),
        **_labelled(question, fit),
        "rationale": _rationale(question, fit),
        "status": "unproven",
    }
    unit = labels.values(question.tags, "unit")
    if values["type"] == "number" and unit and (shown := one_line(unit[0]).strip()):
        values["key"]["unit"] = shown
    if hints := [found for hint in question.hints if (found := fit.text(hint, "hints"))]:
        values["hints"] = hints[:_MOST_HINTS]
        if len(hints) > _MOST_HINTS:
            fit.lose("hints", f"only the first {_MOST_HINTS} of {len(hints)} are kept")
    return values


def _rationale(question: Portable, fit: Fit) -> str:
    """What the file says after any answer, and of the right one: that was meant for those who gave it."""
    said = [fit.text(question.general, "rationale")]
    of_right: list[str] = []
    for text in (*right_feedback(question), question.right):
        found = fit.text(text, "rationale")
        known = any(found in each for each in (*said, *of_right))
        if found and found.casefold() not in _STOCK and not known:
            of_right.append(found)
    if of_right:
        said.append(" ".join((SAID_OF_RIGHT, "\n\n".join(of_right))))
    for field in ("partly", "wrong"):
        found = fit.text(getattr(question, field), field)
        if found and found.casefold() not in _STOCK:
            fit.lose(field, "what is said of such answers is left out")
    whole = "\n\n".join(filter(None, said)) or NO_EXPLANATION
    return fit.text(Text(whole), "rationale")


def _labelled(question: Portable, fit: Fit) -> dict[str, Any]:
    """What the tags say in the words of a bank. Where they say nothing, the question stands for itself:
    what it claims is claimed as a fact."""
    found: dict[str, list[str]] = {}
    for tag in question.tags:
        key, value = labels.parted(tag)
        if key in _LABELS:
            found.setdefault(key, []).append(one_line(value).strip())
        else:
            fit.lose("tags", f"“{one_line(tag)[:60]}” is left out")
    values: dict[str, Any] = {"stance": Stance.FACT.value}
    holder, stance = found.get("holder", [""])[0], found.get("stance", [""])[0]
    if holder and stance in list(Stance) and stance != Stance.FACT:
        values["stance"] = stance
        values["holder"] = {"name": holder}
        if also := found.get("holder-also"):
            values["holder"]["also"] = also
    if found.get("accuracy", [""])[0] in list(Accuracy):
        values["accuracy"] = found["accuracy"][0]
    if is_date(found.get("as-of", [""])[0]):
        values["as_of"] = found["as-of"][0]
    if content := [about for about in found.get("content", ()) if about in list(Content)]:
        values["content"] = content
    if standards := [code for code in found.get("standard", ()) if code]:
        values["standards"] = standards
    if earlier := [name for name in found.get("formerly", ()) if naming.is_slug(name)]:
        values["formerly"] = earlier
    if found.get("origin", [""])[0] in list(Origin):
        values["origin"] = found["origin"][0]
    return values


def _keep_earlier_ids(item: dict[str, Any], names: naming.Names) -> None:
    """Earlier ids that are nobody else's; a question of another file may say anything."""
    earlier = [name for name in item.pop("formerly", ()) if names.free(name) == name]
    if earlier:
        item["formerly"] = earlier


def _of_the_file(collection: Collection) -> Sequence[Loss]:
    points = {one.points for one in collection.questions if one.points is not None}
    if len(points) > 1:
        told = "the questions had different weights; here each counts as much"
        return [Loss("", "points", told)]
    return []
