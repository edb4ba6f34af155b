"""Moodle XML, as Moodle 4.1 reads it.

    reading.py  the questions of a file
    writing.py  a file of questions
    answers.py  the answers, pairs and hints that are read; numeric.py their numbers, texts.py their texts
    elements.py the parts that are written
    spelling.py categories, names, patterns and grades as Moodle spells them

Moodle ignores elements and attributes that it does not know: the title, description and language of a
bank and the ids of its options travel in such ones.
"""

from civicsquiz.formats.moodle_xml.reading import read, recognises
from civicsquiz.formats.moodle_xml.writing import write

__all__ = ["read", "recognises", "write"]
