"""What stands where an address has its hole: Ana's, nobody's, everybody's, and what is no id at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from tests.pages.household import RUN_KEY, Household
from workouts.drawings import figure
from workouts.models import Exercise

# Under the name that a failure is told by.
Ids = Mapping[str, Any]

TOO_BIG = 2**63


def runs(house: Household) -> Ids:
    return {"Ana's": house.run.pk, "Ana's deleted": house.deleted_run.pk, "no": 0, "too big": TOO_BIG}


def sessions(house: Household) -> Ids:
    return {
        "Ana's": house.session.pk,
        "Ana's deleted": house.deleted_session.pk,
        "no": 0,
        "too big": TOO_BIG,
    }


def open_sessions(house: Household) -> Ids:
    return {
        "Ana's": house.open_session.pk,
        "Ana's deleted": house.deleted_open_session.pk,
        "no": 0,
        "too big": TOO_BIG,
    }


def imports(house: Household) -> Ids:
    return {"Ana's": house.batch.pk, "no": 0, "too big": TOO_BIG}


def undated(house: Household) -> Ids:
    return {"Ana's": house.undated.pk, "no": 0, "too big": TOO_BIG}


def overlapping(house: Household) -> Ids:
    return {"Ana's": house.overlapping.pk, "no": 0, "too big": TOO_BIG}


def races(house: Household) -> Ids:
    return {"Ana's": house.race.pk, "no": 0, "too big": TOO_BIG}


def planned(house: Household) -> Ids:
    # Whoever says no usual week has no session in any week.
    week = house.ana.week_of(house.ana.day_of(timezone.now())).next
    return {"Ana's": f"{week}-1", "no": f"{week}-9", "no such": "abc", "past": "2024-W01-1"}


def changes(house: Household) -> Ids:
    return {"Ana's": house.change.pk, "no": 0, "too big": TOO_BIG}


def months(house: Household) -> Ids:
    return {"everybody's": "2026-12", "no": "0", "no such": "2026-13", "too far": "2099-01"}


def days_ahead(house: Household) -> Ids:
    # A day is everybody's; what is planned on it is one's own.
    day = _day_ahead(house)
    return {"everybody's": day, "no": "2024-01-01", "no such": "abc", "too far": "2199-01-01"}


def _day_ahead(house: Household) -> date:
    return house.ana.week_of(house.ana.day_of(timezone.now())).next.next.days[2]


def runs_said(house: Household) -> Ids:
    return {"Ana's": RUN_KEY, "no": UUID(int=0)}


def weeks_ahead(house: Household) -> Ids:
    # One that is past leads to its page in the history.
    week = house.ana.week_of(house.ana.day_of(timezone.now()))
    return {"everybody's": week.next, "no": "0", "no such": "abc", "too far": "2199-W01"}


def weeks(house: Household) -> Ids:
    return {"everybody's": "2026-W31", "no": "0", "no such": "abc", "too big": TOO_BIG}


def exercises(house: Household) -> Ids:
    # Her own one has an address of its own.
    return {
        "everybody's": house.session.sets.all()[0].exercise.slug,
        "hers elsewhere": house.exercise.slug,
        "no": "0",
        "no such": "abc",
    }


def figure_sheets(house: Household) -> Ids:
    moving = figure("dead-bug")
    assert moving is not None
    return {
        "everybody's": moving.sheet_name,
        "no": "0",
        "no such": "abc",
        "outdated": "dead-bug-000000000000",
    }


def noted_exercises(house: Household) -> Ids:
    slug = house.session.sets.all()[0].exercise.slug
    # What is saved is told on the next page, so the one that everybody may write to comes last.
    return {"Ana's": house.exercise.slug, "no": "0", "no such": "abc", "everybody's": slug}


def own_exercises(house: Household) -> Ids:
    retired = house.retired_exercise.pk
    # Those of the catalogue are nobody's own.
    others = Exercise.objects.filter(athlete=None)[0].pk
    return {
        "Ana's": house.exercise.pk,
        "Ana's deleted": retired,
        "nobody's": others,
        "no": 0,
        "too big": TOO_BIG,
    }


def own_circuits(house: Household) -> Ids:
    return {
        "Ana's": house.circuit.pk,
        "Ana's deleted": house.retired_circuit.pk,
        "nobody's": house.session.circuit.pk,
        "no": 0,
        "too big": TOO_BIG,
    }


def circuits(house: Household) -> Ids:
    return {
        "everybody's": house.session.circuit.slug,
        "hers elsewhere": house.circuit.slug,
        "no": "0",
        "no such": "abc",
    }


def strangers(house: Household) -> Ids:
    return {"everybody's": house.people["stranger"].pk, "no": 0, "too big": TOO_BIG}


def invites(house: Household) -> Ids:
    return {"everybody's": house.invite.pk, "no": 0, "too big": TOO_BIG}
