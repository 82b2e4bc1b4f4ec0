"""Picks points out of a track and puts other values into its columns, so that a repair reads as one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from logbook.track.track import Place, Track
from workouts.units import grouped

# A track and a sentence on what was changed in it, "" where nothing was.
Change = tuple[Track, str]

# Nobody moves by foot, wheel or ski at 360 km/h.
FASTEST_M_PER_S = 100.0


def only(track: Track, kept: Sequence[int]) -> Track:
    """Return the track with the points at those positions alone, in that order; its stretches stay apart."""
    stretches = stretch_of_each(track)
    return Track(
        seconds=[track.seconds[n] for n in kept],
        metres=[track.metres[n] for n in kept],
        beats=[track.beats[n] for n in kept],
        altitudes_m=[track.altitudes_m[n] for n in kept],
        places=[track.places[n] for n in kept],
        resumes=[at for at in range(1, len(kept)) if stretches[kept[at]] != stretches[kept[at - 1]]],
    )


def stretch_of_each(track: Track) -> list[int]:
    """Return for each point how often recording had been resumed before it."""
    numbers: list[int] = []
    for nth, (begins, ends) in enumerate(pairwise([0, *track.resumes, len(track)])):
        numbers += [nth] * (ends - begins)
    return numbers


def without_places(track: Track, lost: Sequence[int]) -> Track:
    """Return the track without what the points at those positions say of where they are."""
    places: list[Place | None] = list(track.places)
    for n in lost:
        places[n] = None
    return replace(track, places=places)


def is_possible(way_m: float, seconds: float) -> bool:
    """Say whether anyone gets that far in that time; moments in whole seconds may be one apart or none."""
    return way_m <= FASTEST_M_PER_S * max(1.0, seconds)


def points(count: int) -> str:
    """Return "1 point" or "12 points"."""
    return f"{grouped(count)} {'point' if count == 1 else 'points'}"
