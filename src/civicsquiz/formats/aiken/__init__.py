"""Aiken, a choice in lines: the question, its answers with a letter each, and the letter of the right one.

reading.py   lines -> questions, as Moodle reads them
writing.py   choices -> lines; all else of them is named as lost
"""

from __future__ import annotations

from civicsquiz.formats.aiken.reading import read, recognises
from civicsquiz.formats.aiken.writing import write

__all__ = ["read", "recognises", "write"]
