"""What the drafter knows of English: words, verbs, names and clauses, by closed lists and form.

No statistics and no model: what cannot be told by these is left alone.
"""
