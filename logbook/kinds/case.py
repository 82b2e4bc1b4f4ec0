"""All that a rule may look at: the file, what is usual for the athlete, and how they read distances."""

from dataclasses import dataclass

from logbook.kinds.evidence import Evidence
from logbook.kinds.usual import A_METRE, A_SECOND, Usual
from workouts.units import DistanceUnit


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that a rule may look at."""

    evidence: Evidence
    usual: Usual
    unit: DistanceUnit

    @property
    def speed_mps(self) -> float | None:
        """Metres a second over the whole run, None where there was none."""
        evidence = self.evidence
        if not evidence.distance_m or evidence.distance_m < A_METRE or evidence.duration_s < A_SECOND:
            return None
        return evidence.distance_m / evidence.duration_s
