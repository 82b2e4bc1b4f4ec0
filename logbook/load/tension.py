"""Time under tension: for how many seconds the muscles worked in strength sets.

Meaning   how long a session was work and not rest; it describes, and is no target in itself.
Formula   repetitions × the four numbers of the tempo, or the seconds of a hold, of each side, added up;
          an X in a tempo counts 1 s.
Units     whole seconds.
Source    the handbook, 4.11, from coaching practice.
Limits    only strength counts: no stretch, warm-up, recovery or jump.  Repetitions nobody timed and metres
          give none.  Where no set counts the time is unknown, never 0.
"""

from collections.abc import Iterable

from logbook.sets.done import Measure, SetDone
from workouts.training.tempo import Tempo


def set_tension_s(done: SetDone) -> int:
    """Return the seconds of one set, both sides added; 0 for what does not count."""
    if not done.movement.counts_tension:
        return 0
    if done.measure is Measure.SECONDS:
        return sum(done.sides)
    if done.measure is Measure.REPS and done.tempo:
        return sum(done.sides) * Tempo.parse(done.tempo).total_s
    return 0


def tension_s(sets: Iterable[SetDone]) -> int | None:
    """Return the seconds of all sets, or `None` where none counts."""
    return sum(set_tension_s(done) for done in sets) or None
