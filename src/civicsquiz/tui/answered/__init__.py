"""The page after an answer, set for the rows there are.

setting    puts the parts together, folded no further than needed
folding    in what order things are folded away
verdict    the outcome: right or wrong, what was chosen and what is right, part by part
passages   the quotations, with their citations and plain words
notes      what else is said: the bridge, the background, the other options
quietly    how sure one was, when it comes back, how many tries it took
"""

from __future__ import annotations

from civicsquiz.tui.answered.passages import in_order
from civicsquiz.tui.answered.setting import Page, page

__all__ = ["Page", "in_order", "page"]
