"""QTI 2.1: a package of items and a test, or one item.

package.py      the items of a file in the order of its tests, and the package around items
reading.py      an item -> a question
body.py         what an item shows: its stem, its choices, its one interaction
declared.py     which responses are right, and what they score
numeric.py      the numbers that a condition accepts
writing.py      questions -> a package
items.py        a question -> an item with its response processing and modal feedback
interactions.py what is chosen, typed, matched or ordered
spelling.py     identifiers, and plain text that is read as it was written
"""

from civicsquiz.formats.qti21.reading import read, recognises
from civicsquiz.formats.qti21.writing import write

__all__ = ["read", "recognises", "write"]
