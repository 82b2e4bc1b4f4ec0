"""Mean effort: how hard runs, or strength sessions, were rated on average.

Meaning   how hard the runs or the sessions of a week felt, each counting once, however long it was.
Formula   the sum of the ratings given ÷ how many were given.
Units     the 0 to 10 scale of session RPE.
Source    the ratings are Foster's as for the load of a session; the mean is plain arithmetic.
Limits    what nobody rated does not count, and nothing is assumed for it; None where nobody rated any.
"""

from collections.abc import Iterable


def mean_effort(efforts: Iterable[int | None]) -> float | None:
    """Return the mean of the ratings that were given, 0 to 10, or `None` where there is none."""
    given = [effort for effort in efforts if effort is not None]
    return sum(given) / len(given) if given else None
