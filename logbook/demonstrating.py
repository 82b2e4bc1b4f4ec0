"""Writes the demo runner: made with half a year of training, renewed, and removed without a trace."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, count

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, OperationalError, transaction

from logbook import clearing
from logbook.demo.files import file_of
from logbook.demo.story import ZONE, Source
from logbook.demo.tale import SEED, story
from logbook.furnishing import furnish
from logbook.leaving import leave, remove_rows
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
    listed = clearing.new_list()
    try:
        with transaction.atomic():
            outdated = _forget(listed)
            athlete = _sign_up(hashed, now)
            circuit = furnish(athlete=athlete, since=weeks[0].monday)
            reenact(
                athlete=athlete,
                story=weeks,
                files=files,
                own_circuit=circuit.slug,
                received=received.append,
                told=told,
            )
            demo = Demo(athlete.username, athlete.runs.count(), athlete.sessions.count())
    except OperationalError:
        # Where the connection broke, the new rows may stand all the same: a purge asks them, list by list.
        clearing.note_down(names=received, listed=clearing.new_list())
        raise
    except BaseException as error:
        # The old files stay, and their list goes with the new ones.
        clearing.clear(names=received, listed=listed)
        if isinstance(error, IntegrityError | Athlete.DoesNotExist):
            raise MadeMeanwhile from error
        raise
    clearing.clear(names=outdated, listed=listed)
    return demo


def remove_demo() -> Removed | None:
    """Remove the demo runner with all rows and files, as an account is deleted; None where there is none."""
    athlete = Athlete.objects.demo()
    if athlete is None:
        return None
    try:
        return Removed(athlete.username, leave(athlete=athlete))
    except Athlete.DoesNotExist:
        return None


def _forget(listed: str) -> tuple[str, ...]:
    """Remove the rows of the one of before, and return its files, which a list holds until they are gone."""
    athlete = Athlete.objects.demo()
    return () if athlete is None else remove_rows(athlete=athlete, listed=listed)


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
