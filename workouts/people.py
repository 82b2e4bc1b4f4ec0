"""The people page: who has an account here and which invites are open, and nothing of what anybody logs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from workouts.days import local
from workouts.models import Athlete, Invite


@dataclass(frozen=True)
class Person:
    """One account as those who run the instance see it; days are those of whoever looks."""

    athlete: Athlete
    since_on: date
    last_signed_in_on: date | None
    is_reader: bool
    may_be_helped: bool
    may_be_switched: bool


@dataclass(frozen=True)
class OpenInvite:
    """An invite that still lets somebody in, until then by the clock of whoever looks."""

    invite: Invite
    until: datetime
    is_readers: bool


@dataclass(frozen=True)
class PeoplePage:
    people: Sequence[Person]
    invites: Sequence[OpenInvite]

    @property
    def counted(self) -> str:
        """How many accounts there are, as the page says it."""
        off = sum(not person.athlete.is_active for person in self.people)
        return f"{len(self.people)}, {off} of them switched off" if off else str(len(self.people))


def page(*, reader: Athlete, now: datetime) -> PeoplePage:
    """Everybody by name, those who are switched off last.  Two queries."""
    athletes = everybody(reader=reader).order_by("-is_active", "username")
    invites = Invite.objects.open(now=now).select_related("made_by").soonest_over_first()
    return PeoplePage(
        people=[_person(athlete, reader) for athlete in athletes],
        invites=[
            OpenInvite(each, local(each.expires_at, reader.time_zone), each.made_by_id == reader.pk)
            for each in invites
        ],
    )


def everybody(*, reader: Athlete) -> QuerySet[Athlete]:
    """All accounts of people, to those who run the instance; to anybody else there are none."""
    return Athlete.objects.people() if reader.runs_instance else Athlete.objects.none()


def invite_of_number(*, reader: Athlete, number: int) -> Invite | None:
    """Any invite, to those who run the instance; with whoever came in by it.  One query."""
    if not reader.runs_instance:
        return None
    return Invite.objects.select_related("used_by").filter(pk=number).first()


def _person(athlete: Athlete, reader: Athlete) -> Person:
    return Person(
        athlete=athlete,
        since_on=reader.day_of(athlete.date_joined),
        last_signed_in_on=reader.day_of(athlete.last_login) if athlete.last_login else None,
        is_reader=athlete.pk == reader.pk,
        may_be_helped=reader.may_help(athlete) and athlete.is_active,
        may_be_switched=reader.may_switch(athlete),
    )
