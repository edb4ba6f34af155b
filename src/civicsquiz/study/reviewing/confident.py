"""What was answered wrong by somebody who was certain: what is believed and is not so."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable

from civicsquiz.bank.models import Status
from civicsquiz.record.certainty import confidently_wrong as is_wrong
from civicsquiz.record.events import Event, EventType
from civicsquiz.study.reviewing.at_hand import AtHand
from civicsquiz.study.reviewing.queue import Entry, apart

_KEPT = 30
"""Answers of one item that are held in mind, in case later ones are taken back."""


def confidently_wrong(events: Iterable[Event]) -> tuple[str, ...]:
    """The refs of the items whose latest answer was wrong and was given as certain, the latest first.

    `events` are those of one learner in the order of the log; they are gone through once, and what
    is held grows with the items and not with the events. Answers that do not stand (taken back, or
    none was given) are passed over, and an item that was renamed counts under its later name.
    """
    answers: dict[str, deque[_Answer]] = {}
    undone: set[str] = set()
    for number, event in enumerate(events):
        if event.type is EventType.UNDONE and event.refers_to:
            undone.add(event.refers_to)
        elif event.type is EventType.REDONE and event.refers_to:
            undone.discard(event.refers_to)
        elif event.type is EventType.ANSWERED and event.response:
            held = answers.setdefault(event.item, deque(maxlen=_KEPT))
            for former in event.detail.get("formerly", ()):
                if earlier := answers.pop(former, None):
                    held = answers[event.item] = deque(sorted((*earlier, *held)), maxlen=_KEPT)
            wrong = is_wrong(event.mark, event.certainty)
            held.append((number, event.uuid, wrong))
    found = []
    for item, held in answers.items():
        standing = next((one for one in reversed(held) if one[1] not in undone), None)
        if standing and standing[2]:
            found.append((standing[0], item))
    return tuple(item for _, item in sorted(found, reverse=True))


_Answer = tuple[int, str, bool]
"""Its place in the log, its uuid, and whether it was wrong and certain."""


def confident_queue(
    refs: Iterable[str],
    at_hand: AtHand,
    count: int | None = None,
    *,
    banks: Collection[str] = (),
    topics: Collection[str] = (),
) -> tuple[Entry, ...]:
    """These items as a queue of its own, the first `count` of them that may be asked, kept apart;
    with `banks` (ids) and `topics` only theirs. It asks what is due and what is not: daily limits
    are no matter of it."""
    chosen: dict[str, Entry] = {}
    for ref in refs:
        if len(chosen) == count:
            break
        found = at_hand.find(ref)
        if (
            found
            and found[1].status is Status.READY
            and (not banks or found[0].id in banks)
            and (not topics or found[1].topic in topics)
        ):
            entry = Entry(*found)
            chosen.setdefault(entry.ref, entry)
    return apart(list(chosen.values()))
