"""What Ana would send to each address, so that nobody else is refused for a form left blank."""

from collections.abc import Mapping
from io import BytesIO
from random import choices
from string import ascii_lowercase
from typing import Any
from uuid import UUID

from django.utils import timezone

from logbook import plan_session, run_of_day
from tests.pages import ids
from tests.pages.household import Household
from workouts.catalogue.loading import rules

Values = Mapping[str, Any]

EACH_AS_PLANNED = {f"station-{place}-planned": "on" for place in range(1, 13)}
KEY = UUID("0f0f0f0f-0000-4000-8000-000000000001")


def run_typed(house: Household) -> Values:
    return {"key": KEY, "date": "2024-05-01", "time": "07:00", "duration": "30:00", "kind": "easy"}


def session_typed(house: Household) -> Values:
    return {"key": KEY, "date": "2024-05-01", "time": "08:00", "minutes": "20", **EACH_AS_PLANNED}


def started(house: Household) -> Values:
    return {"key": KEY, "circuit": "ten-minute-minimal"}


def set_played(house: Household) -> Values:
    return {"station": "1", "number": "2", "left": "8", "writer": KEY, "revision": "1"}


def own_typed(house: Household) -> Values:
    chosen = {"order": "1", "station-1-movement": "push-up", "station-1-sets": "2"}
    return {"key": KEY, "date": "2024-05-01", "time": "08:00", "minutes": "20", **chosen}


def session_corrected(house: Household) -> Values:
    return {**session_typed(house), "seen": 1}


def settings_chosen(house: Household) -> Values:
    chosen = {"time_zone": "Asia/Tokyo", "distance_unit": "mi", "weight_unit": "lb"}
    return {**chosen, "week_start": "sunday", "theme": "dark"}


def exercise_typed(house: Household) -> Values:
    # Two of one name are refused, and this is sent to several.
    name = "Lunge " + "".join(choices(ascii_lowercase, k=12))
    typed = {"name": name, "category": "legs", "level": "2", "sides": "both", "measure": "reps"}
    dose = {"sets": "3", "amount": "8", "rest_s": "45", "tempo": "3-1-1-0", "target_rpe": "7"}
    return {"key": KEY, "seen": 1, **typed, **dose, "leg_fatigue": "low", "impact": "none"}


def circuit_typed(house: Household) -> Values:
    frame = {"name": "Monday legs", "format": "circuit", "rounds": "2", "rest_between_rounds_s": "30"}
    station = {"order": "1", "station-1-movement": "push-up", "station-1-amount": "8"}
    dose = {"station-1-measure": "reps", "station-1-tempo": "2-0-1-0"}
    return {"key": KEY, "seen": 1, **frame, **station, **dose}


def week_note(house: Household) -> Values:
    return {"note": "Slept badly, ran well.", "seen": ""}


def place_taken(house: Household) -> Values:
    name = ids.planned(house)["Ana's"]
    session = plan_session.read(athlete=house.ana, name=name, rules=rules(), now=timezone.now())
    free = next(each for each in session.choices if not each.is_closed and not each.is_here)
    return {"key": KEY, "anyway": free.value, "reason": "The only free evening."}


def another_circuit(house: Household) -> Values:
    return {"key": KEY, "circuit": "ten-minute-minimal"}


def run_of_day_typed(house: Household) -> Values:
    return {"key": KEY, "kind": "tempo", "minutes": "50", "starts_at": "18:00"}


def day_chosen(house: Household) -> Values:
    day = ids.days_ahead(house)["everybody's"]
    planned = run_of_day.read(athlete=house.ana, day=day, rules=rules(), now=timezone.now()).run
    return {"key": KEY, "to": planned.others[0], "was": planned.told_apart_by}


def calendar_chosen(house: Household) -> Values:
    day = ids.days_ahead(house)["everybody's"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", f"DTSTART;VALUE=DATE:{day:%Y%m%d}"]
    text = "\r\n".join([*lines, "SUMMARY:Easy 8 km", "UID:1", "END:VEVENT", "END:VCALENDAR", ""])
    file = BytesIO(text.encode())
    file.name = "plan.ics"
    return {"key": KEY, "file": file}


def race_typed(house: Household) -> Values:
    typed = {"name": "Spring half", "day": "2027-03-21", "starts_at": "10:00", "distance": "half"}
    return {**typed, "is_goal": "on"}


def week_said(house: Household) -> Values:
    return {"wanted_sessions": "1", "day-2-kind": "easy", "day-2-minutes": "45", "day-2-starts_at": "07:00"}


def plan_settings_said(house: Household) -> Values:
    return {"asked": ["PLACE-03", "PLACE-06"], "on": ["PLACE-06"], "PLACE-01-min_hours": "36"}
