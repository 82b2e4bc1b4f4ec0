"""Reads from what was recorded of a run what its page shows: strips, route, splits, laps and best efforts."""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.charts.route_line import RouteLine, route_line
from logbook.charts.split_bars import split_bars
from logbook.charts.strips import Strip, Strips, run_strips
from logbook.charts.ticks import Tick
from logbook.track.best_efforts import BestEffort, best_efforts
from logbook.track.graded import graded_pace_s_per_km
from logbook.track.splits import Split, splits
from logbook.track.track import Lap, Track
from workouts.units import DistanceUnit, decimal_text, grouped, pace_number, speed_number

_BY_DISTANCE = {DistanceUnit.KM: "Kilometre by kilometre", DistanceUnit.MILES: "Mile by mile"}

# What a structured workout meant a lap for, in words.
_MEANT = {
    "warmup": "Warm-up",
    "active": "Active",
    "interval": "Interval",
    "recovery": "Recovery",
    "rest": "Rest",
    "cooldown": "Cool-down",
}

# A lap that a watch takes by itself is as long as a split, but for what its metres are off.
_OFF = 0.02


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
    """One split: what it is called, its pace or speed, the same on level ground, its bar of 100."""

    label: str
    rate: str
    graded: str
    bar: float | None
    avg_hr: int | None
    rise_m: float | None


@dataclass(frozen=True)
class LapRow:
    """One lap, what it was meant for and its pace or speed."""

    lap: Lap
    meant: str
    rate: str


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
    """

    points: int
    has_places: bool
    rate_unit: str
    graded: str
    chart: StripChart | None
    route: RouteLine | None
    splits: tuple[SplitRow, ...]
    laps: tuple[LapRow, ...]
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
    def laps_are_meant(self) -> bool:
        """Whether the laps differ in what they were meant for."""
        return len({row.meant for row in self.laps}) > 1


@dataclass(frozen=True)
class _Rate:
    """How fast is said: as a pace in running, as a speed in anything else."""

    unit: DistanceUnit
    is_pace: bool

    @property
    def unit_text(self) -> str:
        return f"/{self.unit}" if self.is_pace else self.unit.per_hour

    def number(self, s_per_km: float | None) -> str:
        return pace_number(s_per_km, self.unit) if self.is_pace else speed_number(s_per_km, self.unit)

    def of(self, distance_m: float | None, duration_s: float | None) -> str:
        return self.number(_s_per_km(distance_m, duration_s))


def recorded(*, track: Track, laps: Sequence[Lap], unit: DistanceUnit, is_running: bool) -> Recorded:
    """
    Return what was recorded, in the athlete's unit.

    No query.  Reckoned each time it is shown: three hours, a point every second, take a tenth of a second.
    """
    rate = _Rate(unit, is_running)
    strips = run_strips(track=track, unit=unit)
    by_distance = strips is not None and not strips.by_time
    found = splits(track=track, every_m=unit.metres) if by_distance else ()
    efforts = best_efforts(track=track) if is_running else ()
    return Recorded(
        points=len(track),
        has_places=any(place is not None for place in track.places),
        rate_unit=rate.unit_text,
        graded=rate.number(graded_pace_s_per_km(track=track)) if is_running else "",
        chart=None if strips is None else _chart(strips, rate),
        route=route_line(track=track, unit=unit),
        splits=_split_rows(found, rate, graded=is_running),
        laps=_lap_rows(laps, rate) if _say_more(laps, found, unit) else (),
        efforts=tuple(EffortRow(each, rate.of(each.distance_m, each.duration_s)) for each in efforts),
    )


def _chart(strips: Strips, rate: _Rate) -> StripChart:
    rows = []
    if (pace := strips.pace) is not None:
        name = f"{'Pace' if rate.is_pace else 'Speed'}, {rate.unit_text}"
        ends = (pace.lowest, pace.highest) if rate.is_pace else (pace.highest, pace.lowest)
        span = " to ".join(rate.number(end) for end in ends)
        rows.append(StripRow("pace", name, "up is faster", rate.number(pace.mean), span, pace))
    if (beats := strips.beats) is not None:
        span = f"{round(beats.lowest)} to {round(beats.highest)}"
        rows.append(StripRow("beats", "Heart rate", "beats a minute", f"{round(beats.mean)}", span, beats))
    if (ground := strips.altitude) is not None:
        span = f"{grouped(ground.lowest)} to {grouped(ground.highest)}".replace("-", "−")
        rows.append(StripRow("altitude", "Height, m", "above the sea", span, "", ground))
    heading = "Minute by minute" if strips.by_time else _BY_DISTANCE[rate.unit]
    return StripChart(heading, tuple(rows), strips.ticks)


def _split_rows(found: Sequence[Split], rate: _Rate, *, graded: bool) -> tuple[SplitRow, ...]:
    every_m = rate.unit.metres
    paces = [_s_per_km(split.distance_m, split.duration_s) for split in found]
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
            avg_hr=split.avg_hr,
            rise_m=split.rise_m,
        )
        for split, pace, bar in zip(found, paces, bars, strict=True)
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


def _lap_rows(laps: Sequence[Lap], rate: _Rate) -> tuple[LapRow, ...]:
    return tuple(
        LapRow(lap, _MEANT.get(lap.intensity or "", ""), rate.of(lap.distance_m, lap.duration_s))
        for lap in laps
    )


def _s_per_km(distance_m: float | None, duration_s: float | None) -> float | None:
    """Return a pace; None where either is unknown or nought."""
    return duration_s / distance_m * 1000 if distance_m and duration_s else None
