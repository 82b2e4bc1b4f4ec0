"""The points and laps of one session of a FIT file, counted from its start."""

from logbook.formats.fit_clock import Clock
from logbook.formats.fit_efforts import Effort
from logbook.formats.fit_parts import Fields
from logbook.formats.fit_records import Record
from logbook.formats.fit_timer import Timer
from logbook.formats.plausible import ascent_m, distance_m, duration_s, heart_rate
from logbook.track.track import Lap, Track

_INTENSITIES = frozenset({"active", "rest", "warmup", "cooldown", "recovery", "interval"})


def track_of(effort: Effort, *, timer: Timer) -> Track:
    """Return the points as they were recorded, still unrepaired; what was recorded in a pause is left out."""
    if effort.started is None:
        return Track()
    points: list[Record] = []
    resumes: list[int] = []
    reached = 0
    for record in effort.records:
        stretch = timer.stretch(record.at)
        if stretch is None:
            continue
        if points and stretch > reached:
            resumes.append(len(points))
        reached = max(reached, stretch)
        points.append(record)
    base_m = _base_m(effort, effort.started)
    return Track(
        seconds=[float(point.at - effort.started) for point in points],
        # FIT counts in centimetres; sums of floats have more digits.
        metres=[None if point.metres is None else round(point.metres - base_m, 2) for point in points],
        beats=[point.bpm for point in points],
        altitudes_m=[point.altitude_m for point in points],
        places=[point.place for point in points],
        resumes=resumes,
    )


def _base_m(effort: Effort, started: int) -> float:
    """Return what to take off: some watches count on from leg to leg, others begin anew."""
    said_m = (
        record.metres for record in effort.records if record.metres is not None and record.at >= started
    )
    before_m = effort.metres_before or 0.0
    return before_m if min(said_m, default=0.0) >= before_m else 0.0


def lap_of(lap: Fields, *, started: int | None, clock: Clock) -> Lap:
    """Return a lap as its message sums it up."""
    at = clock.moment(lap.get("start_time"))
    timer_s = duration_s(lap.get("total_timer_time"))
    intensity, trigger = lap.get("intensity"), lap.get("lap_trigger")
    return Lap(
        starts_s=None if at is None or started is None else duration_s(at - started),
        duration_s=duration_s(lap.get("total_elapsed_time")) if timer_s is None else timer_s,
        distance_m=distance_m(lap.get("total_distance")),
        avg_hr=heart_rate(lap.get("avg_heart_rate")),
        max_hr=heart_rate(lap.get("max_heart_rate")),
        ascent_m=ascent_m(lap.get("total_ascent")),
        intensity=intensity if isinstance(intensity, str) and intensity in _INTENSITIES else None,
        by_hand=trigger == "manual" if isinstance(trigger, str) else None,
    )
