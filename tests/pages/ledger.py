"""A long history, written at one go, and what the pages cost over it."""

import gzip
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import cos, sin
from pathlib import Path
from uuid import uuid4

from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.static_files import lean
from logbook.models import LoggedSet, Run, RunTrack, Session
from logbook.track.track import Lap, Track
from workouts.models import Athlete, Exercise
from workouts.vocabulary import RunKind

# Eight a week, so that a week is as full as anybody's.
EVERY = timedelta(hours=21)
IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")


@dataclass(frozen=True)
class Cost:
    """What one request took: queries, and bytes as they go over the wire."""

    queries: int
    page_bytes: int
    linked_bytes: int
    answer: HttpResponse

    @property
    def bytes(self) -> int:
        return self.page_bytes + self.linked_bytes


def write_history(athlete: Athlete, *, first: int, last: int) -> None:
    """Add the runs numbered `first` to `last`, each with a session of three sets; number 0 is the latest."""
    now = timezone.now()
    dated = {"time_zone": athlete.time_zone, "logged_at": now, "athlete": athlete, "note": "Even and easy."}
    runs, sessions, sets = [], [], []
    pattern = athlete.sessions.latest_first()[0]
    exercises = list(Exercise.objects.filter(logged_sets__session=pattern).distinct())
    for number in range(first, last):
        run = Run(**dated, kind=RunKind.EASY, duration_s=2400.0, distance_m=7000.0, effort=4)
        run.move_to(started_at=now - timedelta(hours=2) - number * EVERY, time_zone=athlete.time_zone)
        session = Session(
            **dated, run=run, circuit=pattern.circuit, name=pattern.name, format=pattern.format, rounds=2,
            rest_between_rounds_s=60, session_class=pattern.session_class, minutes=22, effort=6,
            target_rpe_low=5, target_rpe_high=7,
        )  # fmt: skip
        session.move_to(started_at=run.ended_at + timedelta(minutes=5), time_zone=athlete.time_zone)
        runs.append(run)
        sessions.append(session)
        sets += [_set(session, place, exercise) for place, exercise in enumerate(exercises[:3], start=1)]
    Run.objects.bulk_create(runs)
    Session.objects.bulk_create(sessions)
    LoggedSet.objects.bulk_create(sets)


def _set(session: Session, place: int, exercise: Exercise) -> LoggedSet:
    return LoggedSet(
        session=session, station=place, number=1, rest_after_s=30, exercise=exercise,
        exercise_name=exercise.name, per_side=exercise.unilateral, counts_tension=exercise.counts_tension,
        planned_exercise=exercise, planned_name=exercise.name, planned_per_side=exercise.unilateral,
        planned_tempo=exercise.tempo, planned_reps=8, done_reps=8, tempo=exercise.tempo,
        load_kg=6.0, implements=2, rpe=7.0, counted=LoggedSet.counted_of(exercise),
    )  # fmt: skip


def record_hours(run: Run, *, hours: float) -> None:
    """Give a run all that a watch can record of it: a point every second, no two alike, and a hilly loop."""
    seconds = range(int(hours * 3600))
    metres = [round(second * 2.8 + 15 * sin(second / 90), 1) for second in seconds]
    track = Track(
        seconds=tuple(map(float, seconds)),
        metres=tuple(metres),
        beats=tuple([round(145 + 12 * sin(second / 333) + second % 3) for second in seconds]),
        altitudes_m=tuple(
            [round(90 + 60 * sin(metre / 1700) + second % 2, 1) for second, metre in enumerate(metres)]
        ),
        places=tuple(
            [
                (50 + sin(metre / 2100) / 40 + second % 2 / 1e5, 8 + cos(metre / 900) / 40)
                for second, metre in enumerate(metres)
            ]
        ),
        resumes=(1800,),
    )
    laps = tuple(
        Lap(
            starts_s=300.0 * number, duration_s=300.0, distance_m=840.0 + number, avg_hr=140 + number,
            max_hr=160, ascent_m=4.0, intensity="interval" if number % 2 else "recovery",
        )
        for number in range(int(hours * 12))
    )  # fmt: skip
    row = RunTrack.of(track=track, laps=laps)
    row.run = run
    row.save(force_insert=True)


def cost_of(
    client: Client,
    method: str,
    path: str,
    body: dict[str, object] | None = None,
    headers: dict[str, str] | None = None,
) -> Cost:
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(client, method.lower())(path, body, headers=headers)
    # Before anything else is asked for, since that empties the log of queries.
    asked = len(queries)
    made = [client.get(address).content for address in stylesheets(answer.content) if not _is_file(address)]
    linked_bytes = sum(map(file_bytes, linked(answer.content))) + sum(map(squeezed, made))
    return Cost(asked, squeezed(answer.content), linked_bytes, answer)


def linked(html: bytes) -> list[Path]:
    """The files a page links to as stylesheets and scripts, and the modules these import in turn."""
    page = BeautifulSoup(html, "html.parser")
    addresses = [address for address in stylesheets(html) if _is_file(address)]
    addresses += [script["src"] for script in page.find_all("script", src=True)]
    found: list[Path] = []
    waiting = [_found(address.removeprefix("/static/")) for address in addresses]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.append(file)
            if file.suffix == ".js":
                waiting += [(file.parent / other).resolve() for other in IMPORTED.findall(file.read_text())]
    return found


def stylesheets(html: bytes) -> list[str]:
    """The addresses of a page's stylesheets; those of figures are made, the others are files."""
    return [link["href"] for link in BeautifulSoup(html, "html.parser").find_all("link", rel="stylesheet")]


def _is_file(address: str) -> bool:
    return address.startswith("/static/")


def _found(name: str) -> Path:
    path = finders.find(name)
    assert path, f"{name} is linked and not there"
    return Path(path)


def file_bytes(file: Path) -> int:
    """As it is served: without what only people read."""
    name = file.as_posix().rpartition("/static/")[2]
    return squeezed(lean(name, file.read_text()).encode())


def squeezed(content: bytes) -> int:
    """Length as sent, gzipped; the level is that of Django's own middleware."""
    return len(gzip.compress(content, compresslevel=6, mtime=0))


def when_fields(starts: datetime) -> dict[str, object]:
    """The fields every new session has."""
    return {"key": uuid4(), "date": f"{starts:%Y-%m-%d}", "time": f"{starts:%H:%M}", "minutes": "22"}
