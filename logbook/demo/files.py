"""The file a watch or a phone would have made of one of the demo's runs: TCX with laps, or GPX."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from logbook.demo.story import Leg, RunStory, Source
from logbook.demo.watch import Recorded, recorded
from logbook.track.gpx_export import gpx_of
from logbook.track.track import Track
from workouts.vocabulary import RunKind

DEVICE = "Demo watch"
NOON = 12
_SPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


def file_name(run: RunStory) -> str:
    """Return what the file is called."""
    kind, ending = run.kind.value.replace("_", "-"), "gpx" if run.source is Source.PHONE else "tcx"
    return f"{run.day.isoformat()}-{kind}.{ending}"


def title_of(run: RunStory) -> str:
    """Return what the device calls it: a race or a plan by its name, or a run by the time of day."""
    if run.kind in (RunKind.RACE, RunKind.TIME_TRIAL, RunKind.TEMPO) or run.source is Source.TREADMILL:
        return run.name
    if run.source is Source.WATCH:
        return ""
    return "Morning run" if run.starts_at.hour < NOON else "Evening run"


def file_of(run: RunStory) -> bytes:
    """Return the file of a run that was recorded."""
    record = recorded(run)
    if run.source is Source.PHONE:
        return gpx_of(track=record.track, started_at=run.started_at, name=title_of(run), sport="running")
    return _tcx(run, record).encode()


def _tcx(run: RunStory, record: Recorded) -> str:
    ends = pairwise([*record.starts, len(record.track) - 1])
    laps = [
        _lap(run.started_at, record.track, leg, first, last)
        for leg, (first, last) in zip(run.legs, ends, strict=True)
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="{_SPACE}"><Activities>'
        f'<Activity Sport="Running"><Id>{_moment(run.started_at)}</Id>{"".join(laps)}'
        f"<Notes>{title_of(run)}</Notes>"
        f"<Creator><Name>{DEVICE}</Name></Creator></Activity></Activities></TrainingCenterDatabase>\n"
    )


def _lap(started_at: datetime, track: Track, leg: Leg, first: int, last: int) -> str:
    """Return a lap with its points; its first is the last of the lap before, and is written there alone."""
    points = range(first + 1 if first else 0, last + 1)
    beats = [beat for beat in track.beats[first : last + 1] if beat is not None]
    starts_at = started_at + timedelta(seconds=track.seconds[first])
    return (
        f'<Lap StartTime="{_moment(starts_at)}"><TotalTimeSeconds>{leg.seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{leg.metres:.2f}</DistanceMeters>"
        f"<AverageHeartRateBpm><Value>{round(sum(beats) / len(beats))}</Value></AverageHeartRateBpm>"
        f"<MaximumHeartRateBpm><Value>{max(beats)}</Value></MaximumHeartRateBpm>"
        f"<Intensity>{leg.meant}</Intensity><TriggerMethod>Manual</TriggerMethod>"
        f"<Track>{''.join(_points(started_at, track, points))}</Track></Lap>\n"
    )


def _points(started_at: datetime, track: Track, points: range) -> Iterator[str]:
    for index in points:
        place, altitude_m = track.places[index], track.altitudes_m[index]
        yield f"<Trackpoint><Time>{_moment(started_at + timedelta(seconds=track.seconds[index]))}</Time>"
        if place is not None:
            yield f"<Position><LatitudeDegrees>{place[0]:.6f}</LatitudeDegrees>"
            yield f"<LongitudeDegrees>{place[1]:.6f}</LongitudeDegrees></Position>"
        if altitude_m is not None:
            yield f"<AltitudeMeters>{altitude_m:.1f}</AltitudeMeters>"
        yield f"<DistanceMeters>{track.metres[index]:.2f}</DistanceMeters>"
        yield f"<HeartRateBpm><Value>{track.beats[index]}</Value></HeartRateBpm></Trackpoint>\n"


def _moment(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
