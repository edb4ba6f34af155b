"""What a question is answered with: one widget for each manner of answering.

choosing    one option                      choice, true-false
quoting     one quotation                   evidence
several     some of the options             multiple
pairing     an option for each prompt       match
ordering    all entries in an order         order
typing      a word, or a number             short, number
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from civicsquiz.bank.models import Item
from civicsquiz.tui.widgets.answering.answering import Answering

__all__ = ["Answering", "widget_for"]

_WIDGETS = {
    "choice": ("choosing", "Choosing"),
    "true-false": ("choosing", "Choosing"),
    "evidence": ("quoting", "Quoting"),
    "multiple": ("several", "Several"),
    "match": ("pairing", "Pairing"),
    "order": ("ordering", "Ordering"),
    "short": ("typing", "Typing"),
    "number": ("typing", "Typing"),
}


def widget_for(item: Item) -> type[Answering]:
    """The widget that an item is answered with. Its module is loaded when it is first asked for."""
    module, name = _WIDGETS[item.type]
    return cast("type[Answering]", getattr(import_module(f"{__name__}.{module}"), name))
