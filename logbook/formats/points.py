"""What the points of a track say together: when, how fast the heart went, how much it climbed, how far."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

T = TypeVar("T")

# Altitude is noisy by a metre or two even on the flat. A climb counts once it is three metres above
# the last turning point, the same threshold that GoldenCheetah counts with.
CLIMB_M = 3.0

# The mean radius of the earth (IUGG).
EARTH_M = 6_371_008.8

# Nobody moves by foot, wheel or ski at 360 km/h: such a hop is a satellite lost and found again.
FASTEST_M_PER_S = 100.0

# A place in degrees: north and east of where the equator and Greenwich's meridian cross.
Place = tuple[float, float]


@dataclass(kw_only=True)
class Points:
    """Moments, heartbeats and altitudes, point by point; what a point does not say is None."""

    count: int = 0
    timed: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    max_hr: int | None = None
    _climb_m: float | None = None
    _turned_at_m: float | None = None
    _beats: int = 0
    _with_hr: int = 0

    def take(self, *, at: datetime | None, bpm: int | None, altitude_m: float | None) -> None:
        """Add the next point."""
        self.count += 1
        if at is not None:
            self.timed += 1
            self.first_at = at if self.first_at is None else min(self.first_at, at)
            self.last_at = at if self.last_at is None else max(self.last_at, at)
        if bpm is not None:
            self._beats += bpm
            self._with_hr += 1
            self.max_hr = bpm if self.max_hr is None else max(self.max_hr, bpm)
        if altitude_m is not None:
            self._climb_to(altitude_m)

    def _climb_to(self, altitude_m: float) -> None:
        self._climb_m = self._climb_m or 0.0
        if self._turned_at_m is None:
            self._turned_at_m = altitude_m
        risen_m = altitude_m - self._turned_at_m
        if abs(risen_m) >= CLIMB_M:
            self._climb_m += max(0.0, risen_m)
            self._turned_at_m = altitude_m

    def break_off(self) -> None:
        """What was climbed before the next point was not recorded."""
        self._turned_at_m = None

    def include(self, other: "Points") -> None:
        """Add all that other points say."""
        self.count += other.count
        self.timed += other.timed
        self.first_at = _known(min, self.first_at, other.first_at)
        self.last_at = _known(max, self.last_at, other.last_at)
        self.max_hr = _known(max, self.max_hr, other.max_hr)
        self._beats += other._beats
        self._with_hr += other._with_hr
        self._climb_m = _known(sum, self._climb_m, other._climb_m)

    @property
    def span_s(self) -> float | None:
        """The seconds from the earliest point to the latest."""
        if self.first_at is None or self.last_at is None:
            return None
        return (self.last_at - self.first_at).total_seconds()

    @property
    def avg_hr(self) -> int | None:
        """The mean over the points that have a heart rate."""
        return round(self._beats / self._with_hr) if self._with_hr else None

    @property
    def ascent_m(self) -> float | None:
        """The metres climbed, in climbs of three and more; None without altitudes."""
        return self._climb_m


def _known(choose: Callable[[list[T]], T], *values: T | None) -> T | None:
    """Return what is chosen of the values that are known; None if none is."""
    known = [value for value in values if value is not None]
    return choose(known) if known else None


@dataclass(kw_only=True)
class Way:
    """A length over the ground, from place to place within a segment, and not from segment to segment."""

    distance_m: float | None = None
    _place: Place | None = None
    _at: datetime | None = None

    def go_to(self, place: Place | None, *, at: datetime | None) -> None:
        """Go on to the next place; without one, the way leads straight to the one after."""
        if place is None:
            return
        self.distance_m = self.distance_m or 0.0
        if self._place is not None and place != self._place:
            hop_m = haversine_m(self._place, place)
            if not self._is_impossible(hop_m, at):
                self.distance_m += hop_m
        self._place, self._at = place, at

    def _is_impossible(self, hop_m: float, at: datetime | None) -> bool:
        if self._at is None or at is None:
            return False
        return hop_m > FASTEST_M_PER_S * max(1.0, abs((at - self._at).total_seconds()))

    def break_off(self) -> None:
        """The next place begins anew."""
        self._place = self._at = None


def haversine_m(one: Place, other: Place) -> float:
    """Return the metres along a great circle between two places (haversine formula, on a sphere)."""
    north_1, east_1, north_2, east_2 = map(math.radians, (*one, *other))
    squared = (
        math.sin((north_2 - north_1) / 2) ** 2
        + math.cos(north_1) * math.cos(north_2) * math.sin((east_2 - east_1) / 2) ** 2
    )
    # Rounding may lift the square over 1 between two ends of the earth.
    return 2 * EARTH_M * math.asin(math.sqrt(min(1.0, squared)))


def place(north: float | None, east: float | None) -> Place | None:
    """Return a place on the earth; exactly 0, 0 is what a watch without a satellite writes."""
    if north is None or east is None or not (-90 <= north <= 90 and -180 <= east <= 180):
        return None
    return (north, east) if (north, east) != (0.0, 0.0) else None
