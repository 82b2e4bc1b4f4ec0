"""Repairs of the places of a track's points: none found, none on earth, none that could be reached."""

from dataclasses import replace
from itertools import pairwise

from logbook.formats.columns import Change, is_possible, points, without_places
from logbook.track.earth import haversine_m
from logbook.track.track import Track

# So many points in a row may have strayed; of more, nobody can say which side of a leap is the right one.
STRAYED_TOGETHER = 10


def drop_places_at_zero(track: Track) -> Change:
    """Exactly 0, 0 lies in the Atlantic, and is what a watch without a satellite writes."""
    lost = [n for n, place in enumerate(track.places) if place == (0.0, 0.0)]
    if not lost:
        return track, ""
    said = (
        f"{points(len(lost))} at 0° N 0° E, where the watch had found no satellite, lost {_its(lost)} place."
    )
    return without_places(track, lost), said


def drop_places_off_the_earth(track: Track) -> Change:
    """Degrees count to 90 north and south and to 180 east and west."""
    lost = [
        n
        for n, place in enumerate(track.places)
        if place is not None and not (-90 <= place[0] <= 90 and -180 <= place[1] <= 180)
    ]
    if not lost:
        return track, ""
    return without_places(track, lost), f"{points(len(lost))} outside the earth lost {_its(lost)} place."


def drop_strayed_places(track: Track) -> Change:
    """A few points that only impossible hops join to the longer rest are of a satellite lost."""
    lost: list[int] = []
    for begins, ends in pairwise([0, *track.resumes, len(track)]):
        legs = _legs(track, begins, ends)
        sizes = [0, *map(len, legs), 0]
        for nth, leg in enumerate(legs, start=1):
            if len(leg) <= STRAYED_TOGETHER and len(leg) < max(sizes[nth - 1], sizes[nth + 1]):
                lost += leg
    if not lost:
        return track, ""
    said = f"{points(len(lost))} too far off for anyone to have been there lost {_its(lost)} place."
    return without_places(track, lost), said


def break_off_at_leaps(track: Track) -> Change:
    """Where an impossible hop is left, the way between was not recorded, however short the time was."""
    leaps: list[int] = []
    for begins, ends in pairwise([0, *track.resumes, len(track)]):
        leaps += [leg[0] for leg in _legs(track, begins, ends)[1:]]
    if not leaps:
        return track, ""
    said = f"The track leaps farther than anyone moves at {points(len(leaps))}; nothing counts across."
    return replace(track, resumes=sorted({*track.resumes, *leaps})), said


def _legs(track: Track, begins: int, ends: int) -> list[list[int]]:
    """Return the positions with a place in that stretch, parted where a hop is impossible."""
    legs: list[list[int]] = []
    last: int | None = None
    for n in range(begins, ends):
        place = track.places[n]
        if place is None:
            continue
        before = None if last is None else track.places[last]
        if last is None or before is None:
            legs.append([])
        elif place != before:
            seconds = track.seconds[n] - track.seconds[last]
            if not is_possible(haversine_m(before, place), seconds):
                legs.append([])
        legs[-1].append(n)
        last = n
    return legs


def _its(lost: list[int]) -> str:
    return "its" if len(lost) == 1 else "their"
