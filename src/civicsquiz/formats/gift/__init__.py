"""GIFT, Moodle's text form of questions, read as Moodle 4.1 reads it and written so that it reads back.

decoding.py   bytes -> text and lines; refuses what is not UTF-8
blocks.py     lines -> blocks between empty lines
escapes.py    the escapes, undone and made
comments.py   ids and tags, which travel in comments
naming.py     the name of a question that has none; category paths
grades.py     the shares of the mark that Moodle has
numbers.py    figures with their margins
answers.py    what stands between the braces
reading.py    blocks -> questions
swallowed.py  questions that no empty line parts from the one before
recognising.py  whether a file is GIFT at all
carrying.py   what of a text GIFT can carry
sections.py   answers -> what stands between the braces
writing.py    questions -> a file
"""

from __future__ import annotations

from civicsquiz.formats.gift.reading import read
from civicsquiz.formats.gift.recognising import recognises
from civicsquiz.formats.gift.writing import write

__all__ = ["read", "recognises", "write"]
