"""Finds in the laps what was done again and again: work, rest, work, rest, work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from logbook.kinds.stretches import MOVING_MPS, Stretch, speed_of, stretch_of, timed
from logbook.track.track import Lap
from workouts.units import DistanceUnit

# Two hard pieces are a run with a pause; the third makes a session of repeats.
AT_LEAST = 3

# A lap belongs to the work if it is nearly as fast as the third fastest: a pyramid's longest piece is
# some 8 % slower than its shortest.
NEARLY_AS_FAST = 0.92

# How much faster the work is than what lies between: between easy and threshold pace lie some 20 %, of
# which a rolling road, a turn and a late press take their part.
FASTER_THAN_REST = 1.12
# Laps that the watch cut itself, a kilometre each, swing by a tenth on hills without any intention.
FASTER_IF_AUTOMATIC, BEATS_UP_IF_AUTOMATIC = 1.18, 3

# Intervals last up to ten minutes; longer work is a tempo run with pauses, longer rest than
# a jogged mile the way to the next.
LONGEST_WORK_S, LONGEST_REST_S = 11 * 60, 10 * 60

# Work that is faster for 20 m less of climb a kilometre is a descent.
DOWNHILL = 0.02

# By how much laps of equal length differ, the last one apart, and a lap of a kilometre or a mile from it.
ABOUT_EQUAL, EXACTLY = 0.02, 0.005


@dataclass(frozen=True)
class Repeats:
    """The pieces of work, at least three, what lay between them, and how long was run before them."""

    work: tuple[Stretch, ...]
    rests: tuple[Stretch, ...]
    before_s: float

    def middle(self, figure: Callable[[Stretch], float | None]) -> tuple[float | None, float | None]:
        """Return the median of a figure of `Stretch` over the work and over the rests, None if unknown."""
        return _median(self.work, figure), _median(self.rests, figure)

    @property
    def typical(self) -> Stretch:
        """The piece of work of middle duration."""
        return sorted(self.work, key=lambda piece: piece.duration_s)[len(self.work) // 2]


def marked_repeats(laps: Sequence[Lap]) -> Repeats | None:
    """Return the repeats of a structured workout, by what its laps were meant for."""
    if not has_rests(laps):
        return None
    # Where a watch has a word of its own for the hard steps, "active" is any other running.
    work = "interval" if any(lap.intensity == "interval" for lap in laps) else "active"
    return _repeats(timed(laps), lambda lap: lap.intensity == work)


def has_rests(laps: Sequence[Lap]) -> bool:
    """Say whether a structured workout marked its rests."""
    return any(lap.intensity in {"rest", "recovery"} for lap in laps)


def paced_repeats(laps: Sequence[Lap]) -> Repeats | None:
    """Return the repeats by pace."""
    laps = [lap for lap in timed(laps) if lap.distance_m is not None]
    if len(laps) < 2 * AT_LEAST - 1:
        return None
    fast_mps = max(sorted(map(speed_of, laps), reverse=True)[AT_LEAST - 1] * NEARLY_AS_FAST, MOVING_MPS)
    found = _repeats(laps, lambda lap: speed_of(lap) >= fast_mps)
    return found if found and _alternate(found, automatic=are_automatic(laps)) else None


def climbing_repeats(laps: Sequence[Lap], *, steep: float) -> Repeats | None:
    """Return the repeats by the climb in metres a metre, whatever their pace."""
    laps = timed(laps)
    if are_automatic(laps):
        return None
    return _repeats(laps, lambda lap: (stretch_of([lap]).climb or 0) >= steep)


def are_automatic(laps: Sequence[Lap]) -> bool:
    """
    Say whether the watch cut the laps: all but the last about equally long, and none by hand.

    Whole kilometres or miles are its cut in any case, since some files call every lap one by hand.
    """
    whole, lengths = laps[:-1], [lap.distance_m for lap in laps[:-1]]
    if len(whole) < 2 or not (_about_equal(lengths) or _about_equal([lap.duration_s for lap in whole])):
        return False
    return not any(lap.by_hand for lap in laps) or all(map(_is_whole_unit, lengths))


def _repeats(laps: Sequence[Lap], is_work: Callable[[Lap], bool]) -> Repeats | None:
    blocks = [(work, stretch_of(tuple(group))) for work, group in groupby(laps, key=is_work)]
    first = next((at for at, (work, _) in enumerate(blocks) if work), len(blocks))
    inside = blocks[first:] if blocks and blocks[-1][0] else blocks[first:-1]
    found = Repeats(
        work=tuple(block for work, block in inside if work),
        rests=tuple(block for work, block in inside if not work),
        before_s=sum(block.duration_s for _, block in blocks[:first]),
    )
    if len(found.work) < AT_LEAST:
        return None
    if max(piece.duration_s for piece in found.work) > LONGEST_WORK_S:
        return None
    return found if max(rest.duration_s for rest in found.rests) <= LONGEST_REST_S else None


def _alternate(found: Repeats, *, automatic: bool) -> bool:
    """Say whether work and rest truly differ, and not since the road fell and rose."""
    work_mps, rest_mps = found.middle(lambda stretch: stretch.speed_mps)
    if work_mps is None or rest_mps is None:
        return False
    if work_mps < rest_mps * (FASTER_IF_AUTOMATIC if automatic else FASTER_THAN_REST):
        return False
    work_beats, rest_beats = found.middle(lambda stretch: stretch.avg_hr)
    if automatic and work_beats and rest_beats and work_beats < rest_beats + BEATS_UP_IF_AUTOMATIC:
        return False
    work_climb, rest_climb = found.middle(lambda stretch: stretch.climb)
    return work_climb is None or rest_climb is None or rest_climb - work_climb < DOWNHILL


def _median(stretches: Sequence[Stretch], figure: Callable[[Stretch], float | None]) -> float | None:
    known = [number for stretch in stretches if (number := figure(stretch)) is not None]
    return median(known) if known else None


def _about_equal(numbers: Sequence[float | None]) -> bool:
    known = [number for number in numbers if number]
    return len(known) == len(numbers) and max(known) <= (1 + ABOUT_EQUAL) * min(known)


def _is_whole_unit(length_m: float | None) -> bool:
    return any(abs((length_m or 0) / unit.metres - 1) <= EXACTLY for unit in DistanceUnit)
