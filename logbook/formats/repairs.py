"""What is put right in a track, whatever the format: each repair is named, and tells the athlete."""

from collections.abc import Callable
from dataclasses import dataclass

from logbook.formats.columns import Change
from logbook.formats.repairs_of_metres import (
    count_on,
    leave_out_endless_way,
    leave_out_stray_metres,
    reckon_metres,
)
from logbook.formats.repairs_of_place import (
    break_off_at_leaps,
    drop_places_at_zero,
    drop_places_off_the_earth,
    drop_strayed_places,
)
from logbook.formats.repairs_of_time import (
    fill_in_times,
    join_same_moments,
    leave_out_before_clock_was_set,
    leave_out_recorded_twice,
    leave_out_untimed,
    put_in_order,
)
from logbook.track.track import Track

__all__ = ["REPAIRS", "Repaired", "repair"]

# In this order: times are filled in by places that can be, and hops are judged in order of time.
REPAIRS: tuple[Callable[[Track], Change], ...] = (
    drop_places_at_zero,
    drop_places_off_the_earth,
    leave_out_before_clock_was_set,
    fill_in_times,
    leave_out_untimed,
    leave_out_recorded_twice,
    put_in_order,
    join_same_moments,
    drop_strayed_places,
    break_off_at_leaps,
    leave_out_stray_metres,
    count_on,
    reckon_metres,
    leave_out_endless_way,
)


@dataclass(frozen=True, kw_only=True)
class Repaired:
    """A track that keeps its promises, and a sentence for each repair that changed something."""

    track: Track
    said: tuple[str, ...]


def repair(track: Track) -> Repaired:
    """
    Return the track with its points in order and everything left out of them that cannot be; it has
    the metres from place to place where no point says a distance.

    :param track: columns as a file has them, of equal length: any order, NaN for a point without a time,
        any place and distance; `resumes` rises and may also stand before the first and behind the last point
    """
    said = []
    for step in REPAIRS:
        track, sentence = step(track)
        if sentence:
            said.append(sentence)
    return Repaired(track=_settled(track), said=tuple(said))


def _settled(track: Track) -> Track:
    """Return the track with columns that can neither be changed nor begin or end with a pause."""
    return Track(
        seconds=tuple(track.seconds),
        metres=tuple(track.metres),
        beats=tuple(track.beats),
        altitudes_m=tuple(track.altitudes_m),
        places=tuple(track.places),
        resumes=tuple(sorted({at for at in track.resumes if 0 < at < len(track)})),
    )
