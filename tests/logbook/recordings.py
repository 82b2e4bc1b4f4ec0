"""Makes runs that were recorded point by point, without a file in between."""

from collections.abc import Sequence

from logbook.models import Run, RunTrack
from logbook.track.track import Lap, Track
from tests.builders.track import north, track_of
from tests.factories import make_run

EVERY_S = 10


def even_track(*, km: float = 3.0, s_per_km: float = 400.0, without: Sequence[str] = ()) -> Track:
    """Due north at an even pace, a point every 10 s, with 140 beats and a climb of 10 m a kilometre."""
    count = round(km * s_per_km / EVERY_S) + 1
    metres = [number * EVERY_S / s_per_km * 1000 for number in range(count)]
    columns = {
        "metres": metres,
        "beats": [140] * count,
        "altitudes_m": [50 + metre / 100 for metre in metres],
        "places": [north(metre) for metre in metres],
    }
    said = {name: column for name, column in columns.items() if name not in without}
    return track_of([number * EVERY_S for number in range(count)], **said)


def lap(number: int, **changes) -> Lap:
    """The lap of that number, from 0: five minutes and 800 m each."""
    said = {"starts_s": 300.0 * number, "duration_s": 300.0, "distance_m": 800.0, "avg_hr": 150}
    return Lap(**({**said, "max_hr": None, "ascent_m": None} | changes))


def recorded_run(athlete, track: Track, *, laps: Sequence[Lap] = (), said=None, **facts) -> Run:
    """A run that lasts as its track does; `said` is what only a file knows, under the row's names."""
    last_m = max((metre for metre in track.metres if metre is not None), default=None)
    run = make_run(athlete, **({"duration_s": track.seconds[-1], "distance_m": last_m} | facts))
    for name, value in (said or {}).items():
        setattr(run, name, value)
    run.save()
    row = RunTrack.of(track=track, laps=tuple(laps))
    row.run = run
    row.save(force_insert=True)
    return run
