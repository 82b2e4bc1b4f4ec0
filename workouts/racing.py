"""Writes the races of an athlete."""

from datetime import date, time

from django.db import IntegrityError, transaction

from workouts.models import Athlete, Race

MOST_RACES = 200


class RaceThere(Exception):
    """Another race of that name stands on that day."""


class TooManyRaces(Exception):
    """There are as many as an account may have."""


def enter(*, athlete: Athlete, name: str, day: date, starts_at: time, distance: str, is_goal: bool) -> Race:
    """
    Store a race; the same again, by its day and its name, is that one, with what is said of it now.

    :raises TooManyRaces: if there are 200
    """
    with transaction.atomic():
        # Two tabs at once follow each other.
        Athlete.objects.select_for_update().get(pk=athlete.pk)
        if athlete.races.exclude(day=day, name=name).count() >= MOST_RACES:
            raise TooManyRaces
        said = {"starts_at": starts_at, "distance": distance, "is_goal": is_goal}
        race, _ = athlete.races.update_or_create(day=day, name=name, defaults=said)
        return race


def change(race: Race, *, name: str, day: date, starts_at: time, distance: str, is_goal: bool) -> None:
    """
    Store what is said of a race now.

    :raises RaceThere: if another one has that day and name
    """
    race.name, race.day, race.starts_at = name, day, starts_at
    race.distance, race.is_goal = distance, is_goal
    try:
        with transaction.atomic():
            race.save()
    except IntegrityError as error:
        raise RaceThere from error
