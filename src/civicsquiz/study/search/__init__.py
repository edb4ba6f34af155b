"""Search over items and passages, ranked; it never shows the key of a question that is still open.

    Search(library, cache, shelf_for)   the index of a library: `steps` brings it up to date,
                                        `search` looks into it
    hidden_for(questions)               what must not be shown while these questions are open

The index (`index`, the only module here that knows SQLite) stands in `study`, because what can be
found are passages as they are shown after an answer: placed in their sources, cited, and with the
items that rest on them.
"""

from __future__ import annotations

from civicsquiz.study.search.hidden import NOTHING, Hidden, hidden_for
from civicsquiz.study.search.hit import Hit, Kind
from civicsquiz.study.search.search import Progress, Search

__all__ = ["NOTHING", "Hidden", "Hit", "Kind", "Progress", "Search", "hidden_for"]
