"""How far two places on the earth lie apart."""

import math

from logbook.track.track import Place

# The mean radius of the earth (IUGG).
EARTH_M = 6_371_008.8


def haversine_m(one: Place, other: Place) -> float:
    """Return the metres along a great circle between two places (haversine formula, on a sphere)."""
    north_1, east_1, north_2, east_2 = map(math.radians, (*one, *other))
    squared = (
        math.sin((north_2 - north_1) / 2) ** 2
        + math.cos(north_1) * math.cos(north_2) * math.sin((east_2 - east_1) / 2) ** 2
    )
    # Rounding may lift the square over 1 between two ends of the earth.
    return 2 * EARTH_M * math.asin(math.sqrt(min(1.0, squared)))
