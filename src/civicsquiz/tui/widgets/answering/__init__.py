"""What a question is answered with: one widget for each manner of answering.

choosing    one option                      choice, true-false
quoting     one quotation                   evidence
several     some of the options             multiple
pairing     an option for each prompt       match
ordering    all entries in an order         order
typing      a word, or a number             short, number
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from civicsquiz.bank.models import Item
from civicsquiz.tui.widgets.answering.answering import Answering
from civicsquiz.tui.widgets.answering.choosing import Choosing
from civicsquiz.tui.widgets.answering.ordering import Ordering
from civicsquiz.tui.widgets.answering.pairing import Pairing
from civicsquiz.tui.widgets.answering.quoting import Quoting
from civicsquiz.tui.widgets.answering.several import Several
from civicsquiz.tui.widgets.answering.typing import Typing

__all__ = ["Answering", "widget_for"]

_WIDGETS: Mapping[str, type[Answering]] = MappingProxyType(
    {
        "choice": Choosing,
        "true-false": Choosing,
        "evidence": Quoting,
        "multiple": Several,
        "match": Pairing,
        "order": Ordering,
        "short": Typing,
        "number": Typing,
    }
)


def widget_for(item: Item) -> type[Answering]:
    """The widget that an item is answered with."""
    return _WIDGETS[item.type]
