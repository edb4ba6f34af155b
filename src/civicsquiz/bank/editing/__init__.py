"""Editing a bank file without touching more of it than is meant.

BankText.open(path)     the file, as pieces that are exchanged one by one
emit.item, emit.bank    values as the text of a file, in the style of the shipped banks
forms.values_of, read   items as the values of a file, and back
"""

from __future__ import annotations

from civicsquiz.bank.editing import emit, forms
from civicsquiz.bank.editing.bank_text import BankText
from civicsquiz.bank.editing.opened import Edit

__all__ = ["BankText", "Edit", "emit", "forms"]
