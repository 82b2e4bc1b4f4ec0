"""Writes the demo runner: made with half a year of training, renewed, and removed without a trace."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, count

from django.contrib.auth.hashers import make_password
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from logbook.demo.files import file_of
from logbook.demo.story import ZONE, Source
from logbook.demo.tale import SEED, story
from logbook.furnishing import furnish
from logbook.models import ImportedFile, IncomingFile
from logbook.reenacting import reenact
from workouts.days import local_day
from workouts.models import Athlete

NAMES = ("demo", "demo-runner")
EQUIPMENT = ["bench", "dumbbell", "foam_roller", "kettlebell", "massage_ball", "mini_band", "step"]
LIFTING_FOR = timedelta(weeks=20)


@dataclass(frozen=True)
class Demo:
    """The demo runner as they are now: the name to sign in with, and how much there is to see."""

    name: str
    runs: int
    sessions: int


@dataclass(frozen=True)
class Removed:
    """Whom the removal took away, and how many files went along."""

    name: str
    files: int


class MadeMeanwhile(Exception):
    """Another process made the demo runner, or gave somebody that name, in this very moment."""


def make_demo(*, password: str, now: datetime, told: Callable[[int], None], seed: int = SEED) -> Demo:
    """
    Make the demo runner, in the place of the one of before; whole or not at all, and nobody else is touched.

    told: called with the number of each week that is written.

    :raises MadeMeanwhile: if somebody else was faster
    """
    weeks = story(today=local_day(now, ZONE), seed=seed)
    files = {run: file_of(run) for week in weeks for run in week.runs if run.source is not Source.TYPED}
    hashed = make_password(password)
    received: list[str] = []
    try:
        with transaction.atomic():
            outdated = _forget()
            athlete = _sign_up(hashed, now)
            circuit = furnish(athlete=athlete)
            reenact(
                athlete=athlete,
                story=weeks,
                files=files,
                own_circuit=circuit.slug,
                received=received.append,
                told=told,
            )
            demo = Demo(athlete.username, athlete.runs.count(), athlete.sessions.count())
    except BaseException as error:
        _delete(received)
        if isinstance(error, IntegrityError):
            raise MadeMeanwhile from error
        raise
    # Rows first, then files: a process that dies in between leaves a file too many.
    _delete(outdated.files)
    return demo


def remove_demo() -> Removed | None:
    """Remove the demo runner with all rows and files; None where there is none."""
    with transaction.atomic():
        forgotten = _forget()
    _delete(forgotten.files)
    return Removed(forgotten.name, len(forgotten.files)) if forgotten.name else None


@dataclass(frozen=True)
class _Forgotten:
    """Whose rows went, nobody's where there was no demo runner, and where their files still lie."""

    name: str = ""
    files: tuple[str, ...] = ()


def _forget() -> _Forgotten:
    athlete = Athlete.objects.demo()
    if athlete is None:
        return _Forgotten()
    kept = ImportedFile.objects.filter(athlete=athlete)
    waiting = IncomingFile.objects.filter(batch__athlete=athlete).exclude(stored="")
    files = chain(kept.values_list("stored", flat=True), waiting.values_list("stored", flat=True))
    forgotten = _Forgotten(athlete.username, tuple(files))
    athlete.delete()
    return forgotten


def _delete(files: Iterable[str]) -> None:
    for name in files:
        default_storage.delete(name)


def _sign_up(hashed: str, now: datetime) -> Athlete:
    athlete: Athlete = Athlete.objects.create(
        username=_free_name(),
        password=hashed,
        is_demo=True,
        date_joined=now,
        time_zone=ZONE,
        time_zone_set_at=now,
        equipment=EQUIPMENT,
        experience="intermediate",
        lifting_since=local_day(now, ZONE) - LIFTING_FOR,
    )
    return athlete


def _free_name() -> str:
    """The first name that no person has, however they spell it."""
    numbered = (f"{NAMES[-1]}-{number}" for number in count(2))
    return next(
        name for name in chain(NAMES, numbered) if not Athlete.objects.filter(username__iexact=name).exists()
    )
