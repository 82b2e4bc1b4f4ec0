"""Sums up laps that follow each other: how long, how fast, how steep, at which heart rate."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from logbook.track.track import Lap

# Shorter laps are a button pressed twice.
SHORTEST_LAP_S = 5
# Slower is standing about, not even walking.
MOVING_MPS = 0.5


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """
    One lap or several in a row.

    duration_s: more than 0; distance_m, ascent_m: None where a lap does not say; avg_hr: beats a minute,
    each lap for as long as it lasted, None where none says.
    """

    duration_s: float
    distance_m: float | None
    ascent_m: float | None
    avg_hr: float | None

    @property
    def speed_mps(self) -> float | None:
        """Metres a second, 0 for standing still."""
        return None if self.distance_m is None else self.distance_m / self.duration_s

    @property
    def climb(self) -> float | None:
        """Metres up for each metre along."""
        return None if self.ascent_m is None or not self.distance_m else self.ascent_m / self.distance_m


def timed(laps: Iterable[Lap]) -> tuple[Lap, ...]:
    """Return the laps that lasted long enough to mean something."""
    return tuple(lap for lap in laps if (lap.duration_s or 0) >= SHORTEST_LAP_S)


def stretch_of(laps: Sequence[Lap]) -> Stretch:
    """Return the sum of at least one timed lap."""
    beats = [(lap.avg_hr, lap.duration_s or 0) for lap in laps if lap.avg_hr]
    return Stretch(
        duration_s=sum(lap.duration_s or 0 for lap in laps),
        distance_m=_sum([lap.distance_m for lap in laps]),
        ascent_m=_sum([lap.ascent_m for lap in laps]),
        avg_hr=sum(beat * s for beat, s in beats) / sum(s for _, s in beats) if beats else None,
    )


def speed_of(lap: Lap) -> float:
    """Return the metres a second of a timed lap that has a distance."""
    return (lap.distance_m or 0) / (lap.duration_s or 1)


def _sum(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
