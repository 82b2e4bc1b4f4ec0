"""Hard sets: how many sets of a muscle were hard enough to make it stronger.

Meaning   the strength work each muscle got, to be held against what is usual in a week.
Formula   a strength set at RPE 6 or more, or with 4 or fewer repetitions in reserve, counts 1 for each
          primary muscle and 0.5 for each secondary one; both sides are one set.
Units     sets.
Source    the handbook, 4.12; half a set for secondary muscles after Pelland 2024 (preprint, 67 studies).
Limits    as good as the ratings.  A set without one counts by the effort of its session, and how many did
          is told.  Stretch, warm-up, recovery and jumps do not count.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from logbook.sets.done import SetDone

HARD_RPE = 6
HARD_RESERVE = 4
PRIMARY, SECONDARY = 1.0, 0.5


@dataclass(frozen=True, kw_only=True)
class Muscles:
    """The muscles an exercise is for, and those that help."""

    primary: tuple[str, ...]
    secondary: tuple[str, ...] = ()

    @property
    def shares(self) -> tuple[tuple[str, float], ...]:
        """How much of a set each of them gets."""
        weighed = ((PRIMARY, self.primary), (SECONDARY, self.secondary))
        return tuple((muscle, share) for share, muscles in weighed for muscle in muscles)


# Each muscle with its hard sets, the most first and else by name; one without any is not among them.
ByMuscle = tuple[tuple[str, float], ...]


def hard_sets(sets: Iterable[tuple[SetDone, Muscles]], *, session_rpe: float | None) -> ByMuscle:
    """
    Return the hard sets of each muscle.

    A set without an effort counts by that of the session; where neither is known it does not count.
    """
    counted: dict[str, float] = {}
    for done, muscles in sets:
        if not _is_hard(done, session_rpe):
            continue
        for muscle, share in muscles.shares:
            counted[muscle] = counted.get(muscle, 0) + share
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _is_hard(done: SetDone, session_rpe: float | None) -> bool:
    if not done.movement.counts_tension:
        return False
    if done.reps_in_reserve is not None:
        return done.reps_in_reserve <= HARD_RESERVE
    rpe = session_rpe if done.rpe is None else done.rpe
    return rpe is not None and rpe >= HARD_RPE
