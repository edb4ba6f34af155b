"""QTI 1.2: a package as Canvas imports and exports it, or one document of it.

manifest.py      what a package holds (of QTI 2.1 too)
package.py       the documents in a file, and the file around a document
reading.py       a document -> its questions
kinds.py         what an item asks for: Canvas’s `question_type` decides, else its structure
presented.py     stem, labels and texts of an item
conditions.py    what scores, and what is shown for it
scoring.py       answers and pairs with their shares of the mark
answering.py     a question with its answers, as its kind has them
numeric.py       the numbers of numerical questions
writing.py       questions -> a package
responding.py    answers, scores and feedback of an item as Canvas has them
"""

from civicsquiz.formats.qti12.reading import read, recognises
from civicsquiz.formats.qti12.writing import write

__all__ = ["read", "recognises", "write"]
