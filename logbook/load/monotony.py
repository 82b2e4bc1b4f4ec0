"""Monotony: how alike the days of a week are in their load.

Meaning   whether hard and easy days alternate; a high number says that each day looks like the others.
Formula   mean of the seven daily loads ÷ their standard deviation, that of a sample (n − 1).
Units     none; it is a ratio.  A day with nothing logged has a load of 0.
Source    Foster 1998, Med Sci Sports Exerc 30:1164; that 2.0 is much is a convention.
Limits    of no use without its week's load, and no measure of injury risk.  Seven equal days have no number.
"""

from collections.abc import Sequence
from statistics import fmean, stdev


def monotony(days: Sequence[float]) -> float | None:
    """Return the monotony of daily loads in AU, or `None` where they are all the same or fewer than two."""
    spread = stdev(days) if len(days) > 1 else 0.0
    return fmean(days) / spread if spread else None


def is_alike(days: Sequence[float], *, mean_before: float | None, threshold: float) -> bool:
    """
    Return whether a week is monotonous and has more load than the mean of the weeks before (rule LOAD-03).

    mean_before: in AU, `None` where nobody knows it; then nothing is said.  Seven equal days are alike,
    although they have no number.
    """
    if mean_before is None or not sum(days) > mean_before:
        return False
    found = monotony(days)
    return found is None or found > threshold
