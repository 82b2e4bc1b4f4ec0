"""Where the demo runner runs: a few closed loops through farmland, with their heights; nobody lives there."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random

from logbook.track.earth import haversine_m
from logbook.track.track import Place

_DEGREE_M = 111_195.08
_CORNERS = 360


@dataclass(frozen=True)
class Loop:
    """A loop by its corners from the start back to it, how far each lies along the way, and its heights."""

    places: tuple[Place, ...]
    reached_m: tuple[float, ...]
    waves: tuple[tuple[float, int, float], ...]
    base_m: float

    @property
    def length_m(self) -> float:
        return self.reached_m[-1]

    def place(self, share: float) -> Place:
        """Return where one is after that share of the loop."""
        along_m = share * self.length_m
        corner = min(max(bisect_right(self.reached_m, along_m), 1), len(self.places) - 1)
        before, after = self.places[corner - 1], self.places[corner]
        step_m = self.reached_m[corner] - self.reached_m[corner - 1]
        part = (along_m - self.reached_m[corner - 1]) / step_m
        return (before[0] + (after[0] - before[0]) * part, before[1] + (after[1] - before[1]) * part)

    def height_m(self, share: float) -> float:
        """Return the height above the sea there; the end is as high as the start."""
        turns = math.tau * share
        return self.base_m + sum(high * math.sin(times * turns + phase) for high, times, phase in self.waves)


@dataclass(frozen=True)
class Course:
    """A loop as it is known: its name gives its shape, its length may be stretched a little."""

    name: str
    start: Place
    metres: float
    hills_m: float

    def of_length(self, metres: float) -> Loop:
        """Return the loop stretched to that length, from the same start."""
        shape, waves = _shape(self.name), _waves(self.name, self.hills_m)
        loop = _laid_out(shape, self.start, 1000.0)
        loop = _laid_out(shape, self.start, 1000.0 * metres / loop[1][-1])
        return Loop(*loop, waves=waves, base_m=142.0)


COMMON = Course("common", (51.2714, -1.7423), 5_400.0, 5.0)
MILL = Course("old mill", (51.2714, -1.7423), 6_000.0, 7.0)
LANES = Course("lanes", (51.2719, -1.7398), 7_600.0, 11.0)
RIDGE = Course("ridge", (51.2719, -1.7398), 15_500.0, 34.0)
DOWNS = Course("downs", (51.2719, -1.7398), 16_200.0, 22.0)
FLAT = Course("flat mile", (51.2838, -1.7561), 1_650.0, 0.8)
HILL = Course("hill", (51.2662, -1.7302), 5_200.0, 4.0)


@cache
def _shape(name: str) -> tuple[tuple[float, float], ...]:
    """A round line that bulges and dents, as lanes do, in units of its radius, beginning at 0, 0."""
    random = Random(name)
    bulges = [
        (random.uniform(0.05, 0.34) / times, times, random.uniform(0, math.tau))
        for times in (1, 2, 3, 5, 8, 13)
    ]
    ring = []
    for corner in range(_CORNERS + 1):
        turned = math.tau * (corner % _CORNERS) / _CORNERS
        radius = 1 + sum(size * math.cos(times * turned + phase) for size, times, phase in bulges)
        ring.append((radius * math.cos(turned), 0.8 * radius * math.sin(turned)))
    east, north = ring[0]
    return tuple((x - east, y - north) for x, y in ring)


@cache
def _waves(name: str, hills_m: float) -> tuple[tuple[float, int, float], ...]:
    random = Random(f"{name} heights")
    return tuple(
        (hills_m * random.uniform(0.6, 1) / times, times, random.uniform(0, math.tau)) for times in (1, 2, 5)
    )


def _laid_out(
    shape: tuple[tuple[float, float], ...], start: Place, radius_m: float
) -> tuple[tuple[Place, ...], tuple[float, ...]]:
    """Return the corners on the earth, and how far each lies along the way."""
    north, east = start
    east_m = _DEGREE_M * math.cos(math.radians(north))
    places = tuple((north + y * radius_m / _DEGREE_M, east + x * radius_m / east_m) for x, y in shape)
    reached = [0.0]
    for before, after in pairwise(places):
        reached.append(reached[-1] + haversine_m(before, after))
    return places, tuple(reached)
