"""Which answers reports count: of each item in each session the first."""

from __future__ import annotations

from collections import OrderedDict

from civicsquiz.record.events import Event, EventType

SESSIONS = 256
"""So many sessions are remembered, the latest: a log of any length takes no more memory."""


class FirstAnswers:
    """Goes through events in the order of the log. A session that is gone on with after `SESSIONS`
    others counts as a new one."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, set[str]] = OrderedDict()

    def counts(self, event: Event, item: str) -> bool:
        """Whether this event is the first answer to `item`, its present name, in its session.

        What was handed in without an answer counts for nothing.
        """
        if event.type is not EventType.ANSWERED or not event.response:
            return False
        seen = self._sessions.get(event.session)
        if seen is None:
            seen = self._sessions[event.session] = set()
            if len(self._sessions) > SESSIONS:
                self._sessions.popitem(last=False)
        else:
            self._sessions.move_to_end(event.session)
        if item in seen:
            return False
        seen.add(item)
        return event.attempt <= 1
