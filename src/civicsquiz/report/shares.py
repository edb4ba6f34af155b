"""Shares: how many of how many, and how sure one can be of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959964  # of the normal distribution, for 95%


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `n`; `right` is no whole number where answers were right in part."""

    right: float
    n: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there are none."""
        return self.right / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies with 95% confidence, by Wilson's score interval; from 0 to 1
        where there are none.

        E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22
        (1927); without correction for continuity. Of parts it is an approximation on the wide side.
        """
        if not self.n:
            return 0.0, 1.0
        share, n, square = self.share, self.n, _Z * _Z
        middle = share + square / (2 * n)
        spread = _Z * sqrt(share * (1 - share) / n + square / (4 * n * n))
        scale = 1 + square / n
        # At the ends the formula gives 0 and 1 exactly, and rounding must not leave the share outside.
        low = min(share, max(0.0, (middle - spread) / scale))
        return low, max(share, min(1.0, (middle + spread) / scale))

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.n + other.n)


NONE = Share(0, 0)
