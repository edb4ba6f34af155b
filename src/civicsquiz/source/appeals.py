"""An outlet's appeal for money at the end of an article, told from an article about money.

Both speak of donors and of giving. Only an appeal speaks in the outlet's own voice, to its reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONEY = re.compile(
    r"\b(donat(e|es|ed|ion|ions|ing)|donors?|fundrais(er|ing)|fund-raising|paywall"
    r"|subscrib(e|er|ers)|subscriptions?|(giv(e|ing)|gift) (today|now)|larger gift"
    r"|monthly (gift|member)s?|your (support|contribution|gift)|support (us|our (work|reporting))"
    r"|reader-(supported|funded)|become a member|membership drive|tax-deductible)\b",
    re.IGNORECASE,
)
_WE = re.compile(
    r"\b(we|we[’']re|we[’']ve|our|us|ourselves|independent (media|journalism))\b", re.IGNORECASE
)
_YOU = re.compile(
    r"\b(you|your|yours|please|help us|support us|join us|(donate|give|subscribe) (today|now))\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")


def beginning(texts: Sequence[str]) -> int:
    """The place in an article's running text where the appeal begins, or the text's length.

    It begins where the outlet first speaks of itself, outside quotation marks, provided that most
    blocks from there on do so, at least two of them of money, and one asks the reader. One sentence
    about "80 percent" of a budget is then no more body text than its neighbours. Something must
    stand before it: an article is never an appeal alone.
    """
    voices = money = asks = 0
    found = len(texts)
    for at in range(len(texts) - 1, 0, -1):
        unquoted = _QUOTED.sub(" ", texts[at])
        if not _WE.search(unquoted):
            continue
        voices += 1
        if _MONEY.search(unquoted):
            money += 1
            asks += _YOU.search(unquoted) is not None
        if money > 1 and asks and voices >= 0.7 * (len(texts) - at):
            found = at
    return found
