"""Whether a question says what is right, as a reader of QTI has to find it."""

from __future__ import annotations

from decimal import Decimal

from civicsquiz.formats.portable import Kind, Portable
from civicsquiz.formats.safe.xml_out import Keeping

_ONE_IS_RIGHT = (Kind.CHOICE, Kind.TRUE_FALSE, Kind.SHORT, Kind.NUMBER)
NEAR = Decimal("0.0001")
"""How far the shares of right answers may be from the whole mark together."""


def judge(question: Portable, keeping: Keeping) -> None:
    """Notes where nothing is fully right: a score is read as a share of the best one."""
    shares = [answer.fraction for answer in question.answers]
    whole = sum((share for share in shares if share > 0), Decimal(0))
    wrong = max(shares, default=whole) != 1 if question.kind in _ONE_IS_RIGHT else False
    if question.kind is Kind.MULTIPLE:
        wrong = abs(whole - 1) > NEAR
    if wrong:
        keeping.lost(
            question.id, "answers", "no answer is fully right, and the best one becomes so"
        )
