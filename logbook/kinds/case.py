"""All that a rule may look at: the file, what is usual for the athlete, and how they read distances."""

from dataclasses import dataclass

from logbook.kinds.evidence import Evidence
from logbook.kinds.usual import Usual
from workouts.units import DistanceUnit


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that a rule may look at."""

    evidence: Evidence
    usual: Usual
    unit: DistanceUnit

    @property
    def speed_mps(self) -> float | None:
        """Metres a second over the whole run, None where either side is unknown or zero."""
        evidence = self.evidence
        if not evidence.distance_m or evidence.duration_s <= 0:
            return None
        return evidence.distance_m / evidence.duration_s
