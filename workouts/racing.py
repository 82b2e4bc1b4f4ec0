"""Writes the races of an athlete."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time

from django.db import transaction

from workouts.models import Athlete, Race

MOST_RACES = 200


@dataclass(frozen=True, kw_only=True)
class RaceSaid:
    """What is said of a race; `distance` is a key of `vocabulary.RACE_DISTANCES`."""

    name: str
    day: date
    starts_at: time
    distance: str
    is_goal: bool


class RaceThere(Exception):
    """Another race of that name stands on that day."""


class TooManyRaces(Exception):
    """There are as many as an account may have."""


def enter(*, athlete: Athlete, said: RaceSaid) -> Race:
    """
    Store a race; the same again, by its day and its name, is that one, with what is said of it now.

    :raises TooManyRaces: if there are 200
    """
    with transaction.atomic():
        _lock(athlete)
        same = athlete.races.kept().filter(day=said.day, name=said.name).first()
        if same is None and athlete.races.kept().count() >= MOST_RACES:
            raise TooManyRaces
        race = same or Race(athlete=athlete)
        _store(race, said)
        return race


def change(race: Race, *, said: RaceSaid) -> None:
    """
    Store what is said of a race now.

    :raises RaceThere: if another one has that day and name
    :raises Race.DoesNotExist: if it was taken out of the plan in the meantime
    """
    with transaction.atomic():
        _lock(race.athlete)
        others = race.athlete.races.kept().exclude(pk=race.pk)
        if others.filter(day=said.day, name=said.name).exists():
            raise RaceThere
        _store(race.athlete.races.kept().get(pk=race.pk), said)


def take_out(race: Race, *, now: datetime) -> None:
    """Out of the plan; for 30 days it can be brought back."""
    if race.removed_at is None:
        race.removed_at = now
        race.save(update_fields=["removed_at"])


def bring_back(race: Race) -> None:
    """
    Into the plan again.

    :raises RaceThere: if another one has its day and name by now
    """
    with transaction.atomic():
        _lock(race.athlete)
        others = race.athlete.races.kept().exclude(pk=race.pk)
        if others.filter(day=race.day, name=race.name).exists():
            raise RaceThere
        race.removed_at = None
        race.save(update_fields=["removed_at"])


def _lock(athlete: Athlete) -> None:
    """Two tabs at once follow each other."""
    Athlete.objects.select_for_update().get(pk=athlete.pk)


def _store(race: Race, said: RaceSaid) -> None:
    for name, value in asdict(said).items():
        setattr(race, name, value)
    race.revision += 1
    race.save()
