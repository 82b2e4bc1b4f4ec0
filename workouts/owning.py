"""Writes what holds for exercises and circuits of one's own alike: one at a time, retired, taken back."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from workouts.models import Athlete, Circuit, Exercise
from workouts.models.offered import own_slug


class ChangedMeanwhile(Exception):
    """Another tab changed it since it was shown here; `version` is what it is now."""

    def __init__(self, version: int) -> None:
        super().__init__(str(version))
        self.version = version


class MadeAlready(Exception):
    """Something else was made by the same form before; `thing` is that."""

    def __init__(self, thing: Exercise | Circuit) -> None:
        super().__init__(thing.name)
        self.thing = thing


class UsedOtherwise(Exception):
    """A circuit asks for an exercise as it can no longer be done; the text says which."""


class TooMany(Exception):
    """The athlete has as many of them as one account holds; the text says what to do."""


def one_at_a_time(athlete: Athlete) -> None:
    """Let what an athlete sends at once be stored one after the other.  Only within a transaction."""
    Athlete.objects.select_for_update().get(pk=athlete.pk)


def slug_of(*, athlete: Athlete, key: str) -> str:
    """The slug of what the athlete makes by the form with that key; "" for what is no key."""
    try:
        return own_slug(athlete=athlete, key=UUID(key))
    except ValueError:
        return ""


def on_offer(athlete: Athlete, slugs: Iterable[str]) -> dict[str, int]:
    """The rows of the exercises the athlete may use, also retired ones: another's own is none."""
    there = Exercise.objects.reachable(to=athlete).filter(slug__in=set(slugs) - {""})
    return dict(there.values_list("slug", "pk"))


def retire(thing: Exercise | Circuit, *, now: datetime) -> None:
    """Take something of one's own from every list; what was logged with it stays."""
    thing.retired_at = now
    thing.save(update_fields=["retired_at"])


def take_back(thing: Exercise | Circuit) -> None:
    """Offer something of one's own again."""
    thing.retired_at = None
    thing.save(update_fields=["retired_at"])
