"""Makes TCX files of activities from nothing: say what each lap and point says, get the file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

SPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


@dataclass(frozen=True, kw_only=True)
class TrackPoint:
    """One trackpoint; texts go into the file as they are, None leaves them out."""

    at: datetime | str | None = None
    distance_m: float | str | None = None
    altitude_m: float | str | None = None
    bpm: int | str | None = None
    north: float | None = None


@dataclass(frozen=True, kw_only=True)
class Lap:
    """One lap with its totals and its points."""

    started_at: datetime | str | None = None
    timer_s: float | str | None = 1800.0
    distance_m: float | str | None = 5000.0
    avg_hr: int | str | None = None
    max_hr: int | str | None = None
    points: Sequence[TrackPoint] = ()


@dataclass(frozen=True)
class Effort:
    """One `Activity` element; `tag` writes it as something else."""

    laps: Sequence[Lap]
    sport: str | None = "Running"
    device: str | None = "Forerunner 220"
    tag: str = "Activity"


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


def tcx_of(
    efforts: Sequence[Effort],
    *,
    beside: str = "",
    prologue: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
    encoding: str = "utf-8",
) -> bytes:
    """Return the file of those activities; `beside` stands next to them, where courses do."""
    inside = "".join(map(_effort, efforts))
    root = f'<TrainingCenterDatabase xmlns="{SPACE}"><Activities>{inside}</Activities>{beside}'
    return f"{prologue}{root}</TrainingCenterDatabase>\n".encode(encoding)


def _effort(effort: Effort) -> str:
    sport = "" if effort.sport is None else f' Sport="{effort.sport}"'
    creator = "" if effort.device is None else f"<Creator><Name>{effort.device}</Name></Creator>"
    return f"<{effort.tag}{sport}>{''.join(map(_lap, effort.laps))}{creator}</{effort.tag}>"


def _lap(lap: Lap) -> str:
    starts = "" if lap.started_at is None else f' StartTime="{_moment(lap.started_at)}"'
    totals = _element("TotalTimeSeconds", lap.timer_s) + _element("DistanceMeters", lap.distance_m)
    hearts = _heart("AverageHeartRateBpm", lap.avg_hr) + _heart("MaximumHeartRateBpm", lap.max_hr)
    track = f"<Track>{''.join(map(_point, lap.points))}</Track>" if lap.points else ""
    return f"<Lap{starts}>{totals}{hearts}{track}</Lap>\n"


def _point(point: TrackPoint) -> str:
    place = ""
    if point.north is not None:
        degrees = f"<LatitudeDegrees>{point.north}</LatitudeDegrees><LongitudeDegrees>13.4</LongitudeDegrees>"
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
