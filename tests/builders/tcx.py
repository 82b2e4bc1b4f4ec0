"""Makes TCX files of activities from nothing: say what each lap and point says, get the file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tests.builders.gpx import northwards

SPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


@dataclass(frozen=True, kw_only=True)
class TrackPoint:
    """One trackpoint; texts go into the file as they are, None leaves them out."""

    at: datetime | str | None = None
    distance_m: float | str | None = None
    altitude_m: float | str | None = None
    bpm: int | str | None = None
    north: float | str | None = None
    east: float | str | None = 13.4


@dataclass(frozen=True, kw_only=True)
class Lap:
    """One lap with its totals and its points, which `stretches` parts where it was paused."""

    started_at: datetime | str | None = None
    timer_s: float | str | None = 1800.0
    distance_m: float | str | None = 5000.0
    avg_hr: int | str | None = None
    max_hr: int | str | None = None
    intensity: str | None = None
    trigger: str | None = None
    points: Sequence[TrackPoint] = ()
    stretches: Sequence[Sequence[TrackPoint]] = ()


@dataclass(frozen=True)
class Effort:
    """One `Activity` element, with its notes and the plan that was followed."""

    laps: Sequence[Lap]
    sport: str | None = "Running"
    device: str | None = "Forerunner 220"
    notes: str | None = None
    plan: str | None = None
    intervals: bool = False


def tcx_file(
    *,
    started_at: datetime,
    elapsed_s: float | None = 1800.0,
    laps: int = 1,
    sport: str | None = "Running",
    device: str | None = "Forerunner 220",
    prologue: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
    encoding: str = "utf-8",
    **said,
) -> bytes:
    """
    Return the file of one activity of `laps` laps that each say what is said of one.

    elapsed_s: the seconds from the first point to the last, None for a file without points.
    """
    lap = Lap(started_at=started_at, **said)
    points = [] if elapsed_s is None else [started_at, started_at + timedelta(seconds=elapsed_s)]
    first = replace(lap, points=[*lap.points, *(TrackPoint(at=at) for at in points)])
    return tcx_of([Effort([first, *[lap] * (laps - 1)], sport, device)], prologue=prologue, encoding=encoding)


def lap_of(
    started_at: datetime,
    *,
    duration_s: float = 300.0,
    distance_m: float = 1000.0,
    from_m: float = 0.0,
    bpm: int | None = None,
    climb_m: float | None = None,
    every_s: int = 10,
    **said,
) -> Lap:
    """Return a lap due north at an even pace, with totals and points; its distances count from `from_m`."""
    points = list(northwards(started_at, duration_s, distance_m, bpm=bpm, climb_m=climb_m, every_s=every_s))
    seconds = [(point.at - started_at).total_seconds() for point in points]
    return Lap(
        started_at=started_at,
        timer_s=duration_s,
        distance_m=distance_m,
        avg_hr=bpm,
        max_hr=bpm,
        points=[
            TrackPoint(
                at=point.at,
                distance_m=from_m + distance_m * after_s / duration_s,
                altitude_m=point.altitude_m,
                bpm=bpm,
                north=point.north,
            )
            for point, after_s in zip(points, seconds, strict=True)
        ],
        **said,
    )


def tcx_of(
    efforts: Sequence[Effort | Lap],
    *,
    beside: str = "",
    prologue: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
    encoding: str = "utf-8",
) -> bytes:
    """
    Return the file of those activities; `beside` stands next to them, where courses do.

    A lap among them is the transition between two, and they then are the legs of one session.
    """
    inside = "".join(map(_effort, efforts))
    if any(isinstance(effort, Lap) for effort in efforts):
        inside = f"<MultiSportSession>{_legs(efforts)}</MultiSportSession>"
    root = f'<TrainingCenterDatabase xmlns="{SPACE}"><Activities>{inside}</Activities>{beside}'
    return f"{prologue}{root}</TrainingCenterDatabase>\n".encode(encoding)


def _legs(efforts: Sequence[Effort | Lap]) -> str:
    """Return the first sport, and each next one with the transition before it."""
    legs, transition = [], ""
    for effort in efforts:
        if isinstance(effort, Lap):
            transition = _effort(effort)
        else:
            tag = "NextSport" if legs else "FirstSport"
            legs.append(f"<{tag}>{transition}{_effort(effort)}</{tag}>")
            transition = ""
    return "".join(legs)


def _effort(effort: Effort | Lap) -> str:
    if isinstance(effort, Lap):
        return _lap(effort, tag="Transition")
    sport = "" if effort.sport is None else f' Sport="{effort.sport}"'
    notes = _element("Notes", effort.notes)
    plan = f'<Plan IntervalWorkout="{str(effort.intervals).lower()}">{_element("Name", effort.plan)}</Plan>'
    training = f"<Training>{plan}</Training>" if effort.plan is not None or effort.intervals else ""
    creator = "" if effort.device is None else f"<Creator><Name>{effort.device}</Name></Creator>"
    return f"<Activity{sport}>{''.join(map(_lap, effort.laps))}{notes}{training}{creator}</Activity>"


def _lap(lap: Lap, tag: str = "Lap") -> str:
    starts = "" if lap.started_at is None else f' StartTime="{_moment(lap.started_at)}"'
    totals = _element("TotalTimeSeconds", lap.timer_s) + _element("DistanceMeters", lap.distance_m)
    hearts = _heart("AverageHeartRateBpm", lap.avg_hr) + _heart("MaximumHeartRateBpm", lap.max_hr)
    meant = _element("Intensity", lap.intensity) + _element("TriggerMethod", lap.trigger)
    stretches = [*([lap.points] if lap.points else []), *lap.stretches]
    tracks = "".join(f"<Track>{''.join(map(_point, points))}</Track>" for points in stretches)
    return f"<{tag}{starts}>{totals}{hearts}{meant}{tracks}</{tag}>\n"


def _point(point: TrackPoint) -> str:
    place = ""
    if point.north is not None:
        degrees = _element("LatitudeDegrees", point.north) + _element("LongitudeDegrees", point.east)
        place = f"<Position>{degrees}</Position>"
    said = _element("AltitudeMeters", point.altitude_m) + _element("DistanceMeters", point.distance_m)
    return (
        f"<Trackpoint>{_element('Time', _moment(point.at))}{place}{said}"
        f"{_heart('HeartRateBpm', point.bpm)}</Trackpoint>\n"
    )


def _moment(at: datetime | str | None) -> str | None:
    return at.isoformat().replace("+00:00", "Z") if isinstance(at, datetime) else at


def _heart(name: str, bpm: object) -> str:
    return "" if bpm is None else f"<{name}><Value>{bpm}</Value></{name}>"


def _element(name: str, value: object) -> str:
    return "" if value is None else f"<{name}>{value}</{name}>"
