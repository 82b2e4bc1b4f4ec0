"""Reads from what was recorded of a run what its page shows: strips, route, splits, laps and best efforts."""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.charts.route_line import RouteLine, route_line
from logbook.charts.split_bars import split_bars
from logbook.charts.strips import Strip, Strips, run_strips
from logbook.charts.ticks import Tick
from logbook.laps import Laps, laps_told
from logbook.rates import Rate, s_per_km_of
from logbook.track.best_efforts import BestEffort, best_efforts
from logbook.track.course import by_distance
from logbook.track.graded import graded_pace_s_per_km
from logbook.track.splits import Split, splits
from logbook.track.track import Lap, Track
from workouts.units import DistanceUnit, decimal_text, grouped

_BY_DISTANCE = {DistanceUnit.KM: "Kilometre by kilometre", DistanceUnit.MILES: "Mile by mile"}

# A lap that a watch takes by itself is as long as a split, but for what its metres are off.
_OFF = 0.02

# So little is a stumble of the clock and no pause.
LEAST_PAUSE_S = 1.0


@dataclass(frozen=True)
class StripRow:
    """A strip with the words beside it: its `name` and how it is measured, its `mean` and its `span`."""

    key: str
    name: str
    up: str
    mean: str
    span: str
    strip: Strip


@dataclass(frozen=True)
class StripChart:
    """The strips of a run over one axis."""

    heading: str
    rows: tuple[StripRow, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class SplitRow:
    """
    One split: what it is called, its pace or speed, the same on level ground, its bar of 100.

    is_short: whether it is a rest of less than half a kilometre or mile, which proves little.
    """

    label: str
    rate: str
    graded: str
    bar: float | None
    is_short: bool
    avg_hr: int | None
    rise_m: float | None


@dataclass(frozen=True)
class SplitSum:
    """All splits in one: pace or speed, the same on level ground, mean heart rate, rise from start to end."""

    rate: str
    graded: str
    avg_hr: int | None
    rise_m: float | None


@dataclass(frozen=True)
class EffortRow:
    """A best effort with its pace."""

    effort: BestEffort
    rate: str


@dataclass(frozen=True)
class Recorded:
    """
    All that a track and its laps say; what they do not say is None or empty.

    rate_unit: what paces or, for anything but a run, speeds are measured in: "/km", "km/h".
    graded: the graded pace as a number, "" where it is unknown or the activity no run.
    has_pauses: whether time passed on the way that counts in no split.
    laps: None where they say no more than the splits.
    """

    points: int
    has_places: bool
    rate_unit: str
    graded: str
    chart: StripChart | None
    route: RouteLine | None
    has_pauses: bool
    splits: tuple[SplitRow, ...]
    all_splits: SplitSum | None
    laps: Laps | None
    efforts: tuple[EffortRow, ...]

    @property
    def has_tables(self) -> bool:
        return bool(self.splits or self.laps or self.efforts)

    @property
    def has_graded(self) -> bool:
        return any(row.graded for row in self.splits)

    @property
    def has_beats(self) -> bool:
        return any(row.avg_hr is not None for row in self.splits)

    @property
    def has_rises(self) -> bool:
        return any(row.rise_m is not None for row in self.splits)

    @property
    def splits_note(self) -> str:
        """What the head of the splits says of its columns."""
        graded = "Graded: the same effort on level ground." if self.has_graded else ""
        return " ".join(filter(None, [graded, "Pauses left out." if self.has_pauses else ""]))

    @property
    def efforts_note(self) -> str:
        """What the head of the best efforts says of them."""
        return f"The fastest stretch of each length{', pauses counted' if self.has_pauses else ''}."


def recorded(*, track: Track, laps: Sequence[Lap], unit: DistanceUnit, is_running: bool) -> Recorded:
    """
    Return what was recorded, in the athlete's unit.

    No query.  Three hours, a point every second, take a tenth of a second.
    """
    rate = Rate(unit, is_running)
    strips = run_strips(track=track, unit=unit)
    by_distance = strips is not None and not strips.by_time
    found = splits(track=track, every_m=unit.metres) if by_distance else ()
    efforts = best_efforts(track=track) if is_running else ()
    graded = rate.number(graded_pace_s_per_km(track=track)) if is_running else ""
    return Recorded(
        points=len(track),
        has_places=any(place is not None for place in track.places),
        rate_unit=rate.unit_text,
        graded=graded,
        chart=None if strips is None else _chart(strips, rate),
        route=route_line(track=track, unit=unit),
        has_pauses=_has_pauses(track),
        splits=_split_rows(found, rate, graded=is_running),
        all_splits=_all_of(found, strips, graded, rate) if strips is not None else None,
        laps=laps_told(laps=laps, rate=rate) if _say_more(laps, found, unit) else None,
        efforts=tuple(EffortRow(each, rate.of(each.distance_m, each.duration_s)) for each in efforts),
    )


def _chart(strips: Strips, rate: Rate) -> StripChart:
    rows = []
    if (pace := strips.pace) is not None:
        name = f"{'Pace' if rate.is_pace else 'Speed'}, {rate.unit_text}"
        ends = (pace.lowest, pace.highest) if rate.is_pace else (pace.highest, pace.lowest)
        span = _span(*(rate.number(end) for end in ends))
        rows.append(StripRow("pace", name, "up is faster", rate.number(pace.mean), span, pace))
    if (beats := strips.beats) is not None:
        span = _span(str(round(beats.lowest)), str(round(beats.highest)))
        rows.append(StripRow("beats", "Heart rate", "beats a minute", f"{round(beats.mean)}", span, beats))
    if (ground := strips.altitude) is not None:
        low, high = (grouped(end) for end in (ground.lowest, ground.highest))
        rows.append(StripRow("altitude", "Height, m", "above the sea", _span(low, high) or low, "", ground))
    heading = "Minute by minute" if strips.by_time else _BY_DISTANCE[rate.unit]
    return StripChart(heading, tuple(rows), strips.ticks)


def _span(low: str, high: str) -> str:
    """Return "112 to 151", or nothing where both are printed the same."""
    return "" if low == high else f"{low} to {high}"


def _has_pauses(track: Track) -> bool:
    course = by_distance(track)
    return course is not None and course.seconds[-1] - course.seconds[0] - course.ran_s[-1] >= LEAST_PAUSE_S


def _split_rows(found: Sequence[Split], rate: Rate, *, graded: bool) -> tuple[SplitRow, ...]:
    every_m = rate.unit.metres
    paces = [s_per_km_of(split.distance_m, split.duration_s) for split in found]
    long_enough = [
        pace
        for split, pace in zip(found, paces, strict=True)
        if pace is not None and split.distance_m >= every_m / 2
    ]
    known = [pace for pace in paces if pace is not None]
    bars = split_bars(paces_s_per_km=paces, judged_by=long_enough or known)
    return tuple(
        SplitRow(
            label=_label(split, every_m),
            rate=rate.number(pace),
            graded=rate.of(split.distance_m, split.graded_s) if graded else "",
            bar=bar,
            is_short=split.distance_m < every_m / 2,
            avg_hr=split.avg_hr,
            rise_m=split.rise_m,
        )
        for split, pace, bar in zip(found, paces, bars, strict=True)
    )


def _all_of(found: Sequence[Split], strips: Strips, graded: str, rate: Rate) -> SplitSum | None:
    if not found:
        return None
    rises = [split.rise_m for split in found if split.rise_m is not None]
    return SplitSum(
        rate=rate.of(sum(split.distance_m for split in found), sum(split.duration_s for split in found)),
        graded=graded,
        avg_hr=None if strips.beats is None else round(strips.beats.mean),
        rise_m=sum(rises) if len(rises) == len(found) else None,
    )


def _label(split: Split, every_m: float) -> str:
    """Return "3" for the third, and "0.23" for what remains at the end."""
    share = split.distance_m / every_m
    return str(split.number) if share >= 0.995 else decimal_text(share)


def _say_more(laps: Sequence[Lap], found: Sequence[Split], unit: DistanceUnit) -> bool:
    """Say whether laps tell anything that the splits do not."""
    if len(laps) < 2:
        return False
    if not found or any(lap.by_hand or lap.intensity not in (None, "active") for lap in laps):
        return True
    return not all(_as_long_as(lap, unit) for lap in laps[:-1])


def _as_long_as(lap: Lap, unit: DistanceUnit) -> bool:
    return lap.distance_m is not None and abs(lap.distance_m / unit.metres - 1) <= _OFF
