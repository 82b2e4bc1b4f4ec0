"""Reads how fast something was: as a pace in running, as a speed in anything else."""

from dataclasses import dataclass

from workouts.units import DistanceUnit, pace_number, speed_number


@dataclass(frozen=True)
class Rate:
    """What paces or, where it `is_pace` not, speeds are told in."""

    unit: DistanceUnit
    is_pace: bool

    @property
    def unit_text(self) -> str:
        """What stands beside it: "/km", "km/h"."""
        return f"/{self.unit}" if self.is_pace else self.unit.per_hour

    def number(self, s_per_km: float | None) -> str:
        return pace_number(s_per_km, self.unit) if self.is_pace else speed_number(s_per_km, self.unit)

    def of(self, distance_m: float | None, duration_s: float | None) -> str:
        return self.number(s_per_km_of(distance_m, duration_s))


def s_per_km_of(distance_m: float | None, duration_s: float | None) -> float | None:
    """Return a pace; None where either is unknown or nought."""
    return duration_s / distance_m * 1000 if distance_m and duration_s else None
