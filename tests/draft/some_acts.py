"""A few acts of the list, so that a test does not depend on what else stands in it."""

from __future__ import annotations

import pytest

from civicsquiz.draft.facts import acts as facts
from civicsquiz.draft.facts.acts_list import acts
from civicsquiz.draft.gate import law, rederive
from civicsquiz.draft.items import acts as items

NAMES = (
    "veto", "pardon", "senate-passes", "house-passes", "senate-confirms", "impeach-next", "strike-down",
)  # fmt: skip


def only_some(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the list hold these alone."""
    some = {name: acts()[name] for name in NAMES}
    for module in (facts, items, law, rederive):
        monkeypatch.setattr(module, "acts", lambda: some)
