"""Reads the laps of a run: which were repetitions, how fast each was, and how even they were in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from logbook.charts.split_bars import split_bars
from logbook.rates import Rate, s_per_km_of
from logbook.track.track import Lap
from workouts.units import clock, distance

# What a structured workout meant a lap for, in words.
_MEANT = {
    "warmup": "Warm-up",
    "active": "Active",
    "interval": "Interval",
    "recovery": "Recovery",
    "rest": "Rest",
    "cooldown": "Cool-down",
}
_BETWEEN = frozenset({"recovery", "rest"})

# Repetitions are of about the same length within this share of the middle one.
ABOUT_THE_SAME = 0.05
# A watch that ends laps by time ends them to the second.
TIMED_S = 1.0


@dataclass(frozen=True)
class LapRow:
    """
    One lap, what it was meant for, its pace or speed, and its bar of 100.

    is_repetition, lies_between: what was run again and again, and all else; neither where no lap was meant.
    """

    lap: Lap
    meant: str
    rate: str
    bar: float | None
    is_repetition: bool
    lies_between: bool


@dataclass(frozen=True)
class Laps:
    """
    The laps of a run.

    are_meant: whether they differ in what they were meant for.
    told: the repetitions in words, "5 × 1.00 km, mean 3:40, spread 2 s"; "" where there are none alike.
    """

    rows: tuple[LapRow, ...]
    are_meant: bool
    told: str


def laps_told(*, laps: Sequence[Lap], rate: Rate) -> Laps:
    """Return the laps in the athlete's unit.  No query."""
    are_meant = len({_meant(lap) for lap in laps}) > 1
    work = _work(laps) if are_meant else ()
    paces = [s_per_km_of(lap.distance_m, lap.duration_s) for lap in laps]
    known = [pace for pace in paces if pace is not None]
    # Who stands between repetitions must not make them look all the same.
    judged = [
        pace
        for lap, pace in zip(laps, paces, strict=True)
        if pace is not None and lap.intensity not in _BETWEEN
    ]
    bars = split_bars(paces_s_per_km=paces, judged_by=judged or known)
    rows = tuple(
        LapRow(
            lap,
            _meant(lap),
            rate.number(pace),
            bar,
            is_repetition=lap in work,
            lies_between=are_meant and lap not in work,
        )
        for lap, pace, bar in zip(laps, paces, bars, strict=True)
    )
    return Laps(rows, are_meant, _evenness(work, rate))


def _meant(lap: Lap) -> str:
    return _MEANT.get(lap.intensity or "", "")


def _work(laps: Sequence[Lap]) -> tuple[Lap, ...]:
    """Return the repetitions: where some laps are marked as intervals, the active ones lie around them."""
    marked = {lap.intensity for lap in laps}
    word = "interval" if "interval" in marked else "active"
    return tuple(lap for lap in laps if lap.intensity == word)


def _evenness(work: Sequence[Lap], rate: Rate) -> str:
    """Say how many repetitions of about one length there were, their mean and how far they lie apart."""
    known = [(lap.distance_m, lap.duration_s) for lap in work if lap.distance_m and lap.duration_s]
    if not known:
        return ""
    middle_m = median(distance_m for distance_m, _ in known)
    alike = [lap for lap in known if abs(lap[0] - middle_m) <= ABOUT_THE_SAME * middle_m]
    if len(alike) < 2 or len(alike) * 2 <= len(work):
        return ""
    metres, seconds = [lap[0] for lap in alike], [lap[1] for lap in alike]
    if _spread(seconds) <= TIMED_S and _spread(seconds) / fmean(seconds) < _spread(metres) / fmean(metres):
        rates = f"mean {rate.of(sum(metres), sum(seconds))} {rate.unit_text}"
        return f"{len(alike)} × {clock(fmean(seconds))}, {rates}"
    length = distance(fmean(metres), rate.unit, precise=True)
    spread_s = round(_spread(seconds))
    spread = f"{spread_s} s" if spread_s < 60 else clock(spread_s)
    return f"{len(alike)} × {length}, mean {clock(fmean(seconds))}, spread {spread}"


def _spread(numbers: Sequence[float]) -> float:
    return max(numbers) - min(numbers)
